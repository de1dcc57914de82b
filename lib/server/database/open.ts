import { PrismaPg } from "@prisma/adapter-pg";
import { join } from "node:path";
import pg from "pg";
import { dataFolder, databaseUrl, isBuilding } from "../env";
import { Prisma, PrismaClient } from "../prisma/client";
import { openEmbedded } from "./embedded";
import { applyMigrations, migrationsFolder, readMigrations } from "./migrations";
import { AwaitedPGliteAdapter } from "./pgliteAdapter";
import { statementNames } from "./statements";
import type { SqlConnection } from "./sql";
import type { PGlite } from "@electric-sql/pglite";

export interface Database {
  readonly kind: "embedded" | "postgres";
  readonly client: PrismaClient;
  /** Migrations applied while opening. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

// One connection serves the embedded database, so a transaction may have to queue behind a burst of others.
const TRANSACTIONS = { maxWait: 20_000, timeout: 20_000 };
const client = (adapter: PrismaPg | AwaitedPGliteAdapter): PrismaClient => new PrismaClient({ adapter, transactionOptions: TRANSACTIONS });

/** Nobody waits for a server that does not answer: neither for a connection nor, past its own time limit, for a statement. */
const PATIENCE = { connectionTimeoutMillis: 10_000, query_timeout: 20_000, keepAlive: true };

/** One key for all instances of BoxUp on a server: two that start together migrate one after the other. */
const MIGRATION_LOCK = 7_105_226_914;

export function connectionOf(database: PGlite): SqlConnection {
  return {
    exec: async (script) => {
      await database.exec(script);
    },
    query: async <Row>(sql: string, values: readonly unknown[] = []) => (await database.query<Row>(sql, [...values])).rows,
  };
}

/** Wraps an open PGlite (a folder's, or one in memory). */
export async function fromPGlite(database: PGlite, close: () => Promise<void>): Promise<Database> {
  const migrated = await applyMigrations(connectionOf(database), readMigrations(migrationsFolder()));
  const prisma = client(new AwaitedPGliteAdapter(database));
  return {
    kind: "embedded",
    client: prisma,
    migrated,
    close: async () => {
      await prisma.$disconnect();
      await close();
    },
  };
}

async function openFolder(folder: string): Promise<Database> {
  const embedded = await openEmbedded(folder);
  try {
    return await fromPGlite(embedded.database, embedded.close);
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

/** A direct connection to a server, outside the pool, for as long as `work` takes. */
export async function onServer<T>(url: string, work: (connection: SqlConnection) => Promise<T>): Promise<T> {
  const direct = new pg.Client({
    connectionString: url,
    options: "-c timezone=UTC",
    connectionTimeoutMillis: PATIENCE.connectionTimeoutMillis,
  });
  await direct.connect();
  try {
    return await work({
      exec: async (script) => {
        await direct.query(script);
      },
      query: async <Row>(sql: string, values: readonly unknown[] = []) => (await direct.query(sql, [...values])).rows as Row[],
    });
  } finally {
    await direct.end();
  }
}

/** Applies migrations on a server, one process at a time; the lock ends with the connection. */
export function migrateServer(url: string): Promise<string[]> {
  return onServer(url, async (connection) => {
    await connection.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return applyMigrations(connection, readMigrations(migrationsFolder()));
  });
}

export async function openServer(url: string): Promise<Database> {
  const migrated = await migrateServer(url);
  const { searchParams } = new URL(url);
  const schema = searchParams.get("schema") ?? undefined;
  // A pooler that hands out another connection for each transaction knows no prepared statements of ours.
  const names = searchParams.get("pgbouncer") === "true" ? {} : { statementNameGenerator: statementNames() };
  const prisma = client(
    new PrismaPg(
      { connectionString: url, options: "-c timezone=UTC -c statement_timeout=15000", max: 10, ...PATIENCE },
      { schema, ...names },
    ),
  );
  await prisma.$queryRaw(Prisma.sql`SELECT 1`);
  return { kind: "postgres", client: prisma, migrated, close: () => prisma.$disconnect() };
}

/** Opens the configured database and brings it up to date. */
export async function openDatabase(): Promise<Database> {
  if (isBuilding())
    throw new Error("The database must not be opened while building: a page that reads it needs `await connection()` first.");
  const url = databaseUrl();
  return url === undefined ? openFolder(join(/* turbopackIgnore: true */ dataFolder(), "postgres")) : openServer(url);
}
