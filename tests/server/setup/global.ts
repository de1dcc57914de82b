/** Once for all database tests: the client, an embedded database to copy, and a PostgreSQL server when one is configured. */
import { PGlite } from "@electric-sql/pglite";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations, migrationsFolder, readMigrations } from "../../../lib/server/database/migrations";
import { findPostgres, startPostgres, type ThrowAwayPostgres } from "./postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** A tar of a migrated, empty embedded database. */
    embeddedTemplate: string;
    /** A server's address (any database of it) and the migrated database to copy; null without a server. */
    postgres: { url: string; template: string } | null;
  }
}

async function embeddedTemplate(folder: string): Promise<string> {
  const database = await PGlite.create();
  const connection = {
    exec: async (script: string) => void (await database.exec(script)),
    query: async <Row>(sql: string, values: readonly unknown[] = []) => (await database.query<Row>(sql, [...values])).rows,
  };
  await applyMigrations(connection, readMigrations(migrationsFolder()));
  const dump = await database.dumpDataDir("none");
  await database.close();
  const path = join(folder, "template.tar");
  writeFileSync(path, Buffer.from(await dump.arrayBuffer()));
  return path;
}

/** Finds or starts a server: TEST_DATABASE_URL, or with BOXUP_TEST_POSTGRES=1 the system's own package. */
async function server(): Promise<{ url: string; stop: () => Promise<void> } | null> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  if (process.env.BOXUP_TEST_POSTGRES !== "1") {
    console.log("[server tests] embedded database only; set BOXUP_TEST_POSTGRES=1 or TEST_DATABASE_URL to run on PostgreSQL too");
    return null;
  }
  const bin = findPostgres();
  if (bin === null) throw new Error("BOXUP_TEST_POSTGRES=1, but no PostgreSQL server is installed (Debian: apt-get install postgresql)");
  const started: ThrowAwayPostgres = await startPostgres(bin);
  console.log(`[server tests] embedded database and ${started.version}`);
  return started;
}

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const generated = spawnSync(process.execPath, ["scripts/run.mjs", "scripts/database.ts", "generate"], { stdio: "inherit" });
  if (generated.status !== 0) throw new Error("The database client could not be generated");
  const built = spawnSync(process.execPath, ["scripts/build-threads.mjs", "notes"], { stdio: "inherit" });
  if (built.status !== 0) throw new Error("The notes' thread could not be built");
  // Loaded after generating: it imports the client.
  const { migrateServer } = await import("../../../lib/server/database/open");
  const folder = mkdtempSync(join(tmpdir(), "boxup-tests-"));
  project.provide("embeddedTemplate", await embeddedTemplate(folder));
  const running = await server();
  const template = `boxup_template_${randomBytes(4).toString("hex")}`;
  if (running) {
    await onServer(running.url, `CREATE DATABASE ${template}`);
    const address = new URL(running.url);
    address.pathname = `/${template}`;
    await migrateServer(address.href);
  }
  project.provide("postgres", running ? { url: running.url, template } : null);
  return async () => {
    if (running) {
      await onServer(running.url, `DROP DATABASE IF EXISTS ${template}`);
      await running.stop();
    }
    rmSync(folder, { recursive: true, force: true });
  };
}
