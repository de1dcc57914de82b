import { PrismaPg } from "@prisma/adapter-pg";
import { join } from "node:path";
import pg from "pg";
import { dataFolder, databaseUrl, isBuilding } from "../env";
import { Prisma, PrismaClient } from "../prisma/client";
import { openEmbedded } from "./embedded";
import { listenEmbedded, listenOnServer, type Listen } from "./listen";
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
  /** Whether the database answers, without waiting behind those who ask it for something; rejects where it does not. */
  probe(): Promise<void>;
  /** What a database needs now and then so that its answers stay quick. */
  tidy(): Promise<void>;
  /** Hears what is notified, in this process and in others. */
  readonly listen: Listen;
  close(): Promise<void>;
}

// One connection serves the embedded database, so a transaction may have to queue behind a burst of others.
const TRANSACTIONS = { maxWait: 20_000, timeout: 20_000 };
const client = (adapter: PrismaPg | AwaitedPGliteAdapter): PrismaClient => new PrismaClient({ adapter, transactionOptions: TRANSACTIONS });

/** Nobody waits for a server that does not answer: neither for a connection nor, past its own time limit, for a statement. */
const PATIENCE = { connectionTimeoutMillis: 10_000, query_timeout: 20_000, keepAlive: true };

/** How long an answer of the embedded database says that it is well. */
const ANSWERED_MS = 2_000;

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
  const adapter = new AwaitedPGliteAdapter(database);
  const prisma = client(adapter);
  return {
    kind: "embedded",
    client: prisma,
    migrated,
    probe: async () => {
      // One connection serves everybody: who waits in its queue learns no more than that somebody was answered just now.
      if (Date.now() - adapter.answeredAt > ANSWERED_MS) await prisma.$queryRaw(Prisma.sql`SELECT 1`);
    },
    // A server counts its rows by itself. Without a count the ways to them are chosen blindly: a queue of 20,000 cards took four times as long.
    tidy: async () => void (await prisma.$executeRaw(Prisma.sql`ANALYZE`)),
    listen: listenEmbedded(database),
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
  // A lane of its own: the ten of the pool may all be waiting, or waited for.
  const lane = new pg.Pool({ connectionString: url, max: 1, ...PATIENCE });
  // What ends an idle connection is met by the next question.
  lane.on("error", () => undefined);
  return {
    kind: "postgres",
    client: prisma,
    migrated,
    probe: async () => void (await lane.query("SELECT 1")),
    tidy: async () => undefined,
    listen: listenOnServer({ connectionString: url, connectionTimeoutMillis: PATIENCE.connectionTimeoutMillis, keepAlive: true }),
    close: async () => {
      await prisma.$disconnect();
      await lane.end();
    },
  };
}

/** Opens the configured database and brings it up to date. */
export async function openDatabase(): Promise<Database> {
  if (isBuilding())
    throw new Error("The database must not be opened while building: a page that reads it needs `await connection()` first.");
  const url = databaseUrl();
  return url === undefined ? openFolder(join(/* turbopackIgnore: true */ dataFolder(), "postgres")) : openServer(url);
}
