/** Databases that are thrown away: one in this process, one of a server of its own. */
import { PGlite } from "@electric-sql/pglite";
import { fromPGlite, openServer, type Database } from "@/lib/server/database/open";
import { findPostgres, startPostgres } from "@/tests/server/setup/postgres";

export async function openPostgres(): Promise<Database> {
  const bin = findPostgres();
  if (bin === null) throw new Error("No PostgreSQL server is installed");
  const server = await startPostgres(bin);
  const open = await openServer(server.url);
  return {
    ...open,
    close: async () => {
      await open.close();
      await server.stop();
    },
  };
}

export async function openEmbedded(): Promise<Database> {
  const database = await PGlite.create();
  await database.exec("SET TIME ZONE 'UTC'");
  return fromPGlite(database, () => database.close());
}
