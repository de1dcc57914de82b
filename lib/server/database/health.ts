import { database } from ".";

/** Asks the database whether it answers, past everybody who waits for it. */
export async function health(): Promise<{ status: "ok"; database: "embedded" | "postgres" }> {
  const { kind, probe } = await database();
  await probe();
  return { status: "ok", database: kind };
}
