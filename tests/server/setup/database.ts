/** Runs a suite on every database there is, each time on a fresh one. */
import { PGlite } from "@electric-sql/pglite";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { adoptDatabase } from "@/lib/server/database";
import { fromPGlite, openServer, type Database } from "@/lib/server/database/open";

process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough for anybody";

async function freshEmbedded(): Promise<Database> {
  const database = await PGlite.create({ loadDataDir: new Blob([readFileSync(inject("embeddedTemplate"))]) });
  await database.exec("SET TIME ZONE 'UTC'");
  return fromPGlite(database, () => database.close());
}

async function freshServer(url: string, template: string): Promise<Database> {
  const name = `boxup_test_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  const open = await openServer(address.href);
  return {
    ...open,
    close: async () => {
      await open.close();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

/** `suite` on the embedded database, and on PostgreSQL when one is configured. The process's own database is the fresh one. */
export function eachDatabase(title: string, suite: (open: () => Database) => void): void {
  const postgres = inject("postgres");
  const makers: [string, () => Promise<Database>][] = [["embedded", freshEmbedded]];
  if (postgres) makers.push(["postgres", () => freshServer(postgres.url, postgres.template)]);
  describe.each(makers)(`${title} (%s)`, (_kind, make) => {
    let open: Database | undefined;
    beforeAll(async () => {
      open = await make();
      adoptDatabase(open);
    });
    afterAll(async () => {
      adoptDatabase(undefined);
      await open?.close();
    });
    suite(() => {
      if (!open) throw new Error("The database is opened before the tests of this suite");
      return open;
    });
  });
}
