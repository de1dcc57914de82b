/** All that a database holds, as text to search through. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { inject } from "vitest";
import { Prisma } from "@/lib/server/prisma/client";
import { findPostgres } from "./postgres";
import type { Database } from "@/lib/server/database/open";

/** Every row of every table that the catalogue of the database knows, as JSON. */
async function rowsOfAll({ client }: Database): Promise<string> {
  const tables = await client.$queryRaw<{ name: string }[]>(
    Prisma.sql`SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const texts = tables.map(async ({ name }) => {
    const rows = await client.$queryRawUnsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS "row" FROM "${name}" t ORDER BY 1`);
    return [`# ${name}`, ...rows.map(({ row }) => row)];
  });
  return (await Promise.all(texts)).flat().join("\n");
}

/** What pg_dump writes of a server's database, structure and data. */
async function pgDump({ client }: Database): Promise<string> {
  const postgres = inject("postgres");
  if (postgres === null) throw new Error("there is no server to dump");
  const [{ name }] = await client.$queryRaw<{ name: string }[]>(Prisma.sql`SELECT current_database() AS "name"`);
  const address = new URL(postgres.url);
  address.pathname = `/${name}`;
  const program = join(findPostgres() ?? "", "pg_dump");
  return execFileSync(program, ["--inserts", "--dbname", address.href], { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
}

/** The dump of either database: its rows as JSON, and of a server what its own tool writes. */
export async function dumpOf(open: Database): Promise<string> {
  const rows = await rowsOfAll(open);
  return open.kind === "postgres" ? `${rows}\n${await pgDump(open)}` : rows;
}
