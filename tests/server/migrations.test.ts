import { PGlite } from "@electric-sql/pglite";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { applyMigrations, migrationsFolder, readMigrations, type Migration } from "@/lib/server/database/migrations";
import { connectionOf, migrateServer } from "@/lib/server/database/open";
import { AwaitedPGliteAdapter } from "@/lib/server/database/pgliteAdapter";
import { missingSql } from "@/scripts/schema-engine";

const step = (name: string, sql: string): Migration => ({ name, sql, checksum: `${name}${sql}`.padEnd(64, "0").slice(0, 64) });

describe("the migrations", () => {
  it("lead exactly to the schema", async () => {
    expect(await missingSql(process.cwd())).toBeNull();
  });

  it("are found wanting when the schema has moved on", async () => {
    const root = mkdtempSync(join(tmpdir(), "boxup-drift-"));
    cpSync("prisma", join(root, "prisma"), { recursive: true });
    const path = join(root, "prisma", "schema.prisma");
    writeFileSync(path, readFileSync(path, "utf8").replace("  passwordHash  String?\n", "  passwordHash  String?\n  shoeSize Int?\n"));
    expect(await missingSql(root)).toContain(`ADD COLUMN     "shoeSize" INTEGER`);
    rmSync(root, { recursive: true, force: true });
  });
});

describe("applying migrations", () => {
  let database: PGlite;
  beforeAll(async () => {
    database = await PGlite.create();
  });
  beforeEach(() => database.exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public"));
  afterAll(() => database.close());
  const tables = async () =>
    (await database.query<{ tablename: string }>("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")).rows.map(
      (r) => r.tablename,
    );

  it("applies what is missing, once, in Prisma's own format", async () => {
    const connection = connectionOf(database);
    const all = readMigrations(migrationsFolder());
    expect(await applyMigrations(connection, all)).toEqual(all.map((m) => m.name));
    expect(await applyMigrations(connection, all)).toEqual([]);
    const { rows } = await database.query<{ checksum: string; applied_steps_count: number; done: boolean }>(
      `SELECT checksum, applied_steps_count, finished_at IS NOT NULL AS done FROM "_prisma_migrations"`,
    );
    expect(rows).toEqual(all.map((m) => ({ checksum: m.checksum, applied_steps_count: 1, done: true })));
    expect(all[0].checksum).toMatch(/^[0-9a-f]{64}$/);
  });

  it("takes a broken migration back whole and keeps those before it", async () => {
    const steps = [step("1", "CREATE TABLE one (id int)"), step("2", "CREATE TABLE two (id int); CREATE TABLE two (id int);")];
    await expect(applyMigrations(connectionOf(database), steps)).rejects.toThrow(/Migration 2 failed and was taken back: .*two.*exists/);
    expect(await tables()).toEqual(["_prisma_migrations", "one"]);
    expect(await applyMigrations(connectionOf(database), [steps[0], step("2", "CREATE TABLE two (id int)")])).toEqual(["2"]);
  });

  it("refuses a migration that was changed after it had been applied", async () => {
    await applyMigrations(connectionOf(database), [step("1", "CREATE TABLE one (id int)")]);
    await expect(applyMigrations(connectionOf(database), [step("1", "CREATE TABLE one (id bigint)")])).rejects.toThrow(
      "was changed after it had been applied",
    );
  });

  it("refuses a database that a newer version has used", async () => {
    await applyMigrations(connectionOf(database), [step("1", "CREATE TABLE one (id int)"), step("2", "CREATE TABLE two (id int)")]);
    await expect(applyMigrations(connectionOf(database), [step("1", "CREATE TABLE one (id int)")])).rejects.toThrow(
      "newer version of BoxUp",
    );
  });

  it("refuses to go on after a migration that was never finished", async () => {
    await applyMigrations(connectionOf(database), [step("1", "CREATE TABLE one (id int)")]);
    await database.exec(`UPDATE "_prisma_migrations" SET finished_at = NULL`);
    await expect(applyMigrations(connectionOf(database), [step("1", "CREATE TABLE one (id int)")])).rejects.toThrow("never finished");
  });
});

describe("the embedded database's adapter", () => {
  it("rejects a broken script instead of counting it as done", async () => {
    const database = await PGlite.create();
    const adapter = await new AwaitedPGliteAdapter(database).connect();
    await expect(adapter.executeScript("CREATE TABLE broken (")).rejects.toThrow("syntax error");
    await adapter.executeScript("CREATE TABLE fine (id int)");
    expect((await database.query("SELECT * FROM fine")).rows).toEqual([]);
    await database.close();
  });
});

const postgres = inject("postgres");
if (postgres !== null) {
  describe("migrating a PostgreSQL server", () => {
    it("happens once when three servers start together", async () => {
      const name = `boxup_race_${randomBytes(4).toString("hex")}`;
      const admin = new pg.Client({ connectionString: postgres.url });
      await admin.connect();
      await admin.query(`CREATE DATABASE ${name}`);
      const address = new URL(postgres.url);
      address.pathname = `/${name}`;
      const applied = await Promise.all([1, 2, 3].map(() => migrateServer(address.href)));
      expect(applied.flat()).toEqual(readMigrations(migrationsFolder()).map((m) => m.name));
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    });
  });
}
