import "server-only";
import { openDatabase, type Database } from "./open";
import type { Prisma, PrismaClient } from "../prisma/client";

export type { Database } from "./open";
/** The client, inside or outside a transaction. */
export type Store = PrismaClient | Prisma.TransactionClient;
export type Transaction = Prisma.TransactionClient;

/** One per process, also across the reloads of a development server, which forget modules but not globals. */
const place = globalThis as typeof globalThis & { boxupDatabase?: Promise<Database> };

/** The process's database, opened at the first call. A failed opening is tried again at the next call. */
export function database(): Promise<Database> {
  place.boxupDatabase ??= openDatabase().catch((error: unknown) => {
    place.boxupDatabase = undefined;
    throw error;
  });
  return place.boxupDatabase;
}

export async function prisma(): Promise<PrismaClient> {
  return (await database()).client;
}

/** Makes an open database the process's own (scripts and tests); undefined lets go of it without closing. */
export function adoptDatabase(open: Database | undefined): void {
  place.boxupDatabase = open === undefined ? undefined : Promise.resolve(open);
}
