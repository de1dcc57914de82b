import { database } from ".";
import { Prisma } from "../prisma/client";

/** Asks the database for a row. */
export async function health(): Promise<{ status: "ok"; database: "embedded" | "postgres" }> {
  const { kind, client } = await database();
  await client.$queryRaw(Prisma.sql`SELECT 1`);
  return { status: "ok", database: kind };
}
