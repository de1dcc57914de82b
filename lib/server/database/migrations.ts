/**
 * Applies prisma/migrations to either database, in the format of Prisma's own table, so that Prisma's tools can read it.
 * Each migration and its row commit together: there is no half-applied state to repair.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { SqlConnection } from "./sql";

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** sha256 of the file. */
  readonly checksum: string;
}

class MigrationError extends Error {
  override readonly name = "MigrationError";
}

const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Where the migrations stand when the program runs from the project's folder. */
export function migrationsFolder(): string {
  return join(process.cwd(), "prisma", "migrations");
}

/** Reads the folder's migrations in their order, which is that of their names. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

interface AppliedRow {
  migration_name: string;
  checksum: string;
  finished: boolean;
}

/** Applies what is missing and answers the names applied. Refuses a history that does not match the files. */
export async function applyMigrations(connection: SqlConnection, migrations: readonly Migration[]): Promise<string[]> {
  await connection.exec(TABLE);
  const rows = await connection.query<AppliedRow>(
    `SELECT "migration_name", "checksum", "finished_at" IS NOT NULL AS "finished" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row]));
  for (const row of rows) {
    const file = migrations.find((m) => m.name === row.migration_name);
    if (!row.finished)
      throw new MigrationError(
        `Migration ${row.migration_name} was begun and never finished; mend the database by hand, then set its rolled_back_at.`,
      );
    if (!file)
      throw new MigrationError(
        `The database holds migration ${row.migration_name}, which this version does not know: it was used by a newer version of BoxUp.`,
      );
    if (file.checksum !== row.checksum)
      throw new MigrationError(
        `Migration ${row.migration_name} was changed after it had been applied; restore the file and add a new migration instead.`,
      );
  }
  const done: string[] = [];
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue;
    try {
      await connection.exec("BEGIN");
      await connection.exec(migration.sql);
      await connection.query(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count") VALUES ($1, $2, now(), $3, 1)`,
        [randomUUID(), migration.checksum, migration.name],
      );
      await connection.exec("COMMIT");
    } catch (error) {
      await connection.exec("ROLLBACK");
      throw new MigrationError(
        `Migration ${migration.name} failed and was taken back: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    done.push(migration.name);
  }
  return done;
}
