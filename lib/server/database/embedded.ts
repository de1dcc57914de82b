/** PostgreSQL inside this process (PGlite), in a folder of its own. */
import { PGlite } from "@electric-sql/pglite";
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { acquireLock } from "./lock";

export interface EmbeddedDatabase {
  readonly database: PGlite;
  readonly folder: string;
  close(): Promise<void>;
}

/** Moves a folder that was never finished out of the way. It is kept: what it holds is for a human to judge. */
function quarantine(folder: string): string {
  const place = `${folder}.quarantine-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  renameSync(folder, place);
  console.warn(`[database] ${folder} was never completely set up (a first start was interrupted). It was moved to ${place}.`);
  return place;
}

const isComplete = (folder: string): boolean => existsSync(join(folder, "PG_VERSION")) && existsSync(join(folder, "global", "pg_control"));

/** Builds a fresh database beside its place and moves it in by one rename: where the folder exists, it is whole. */
async function initialise(folder: string): Promise<void> {
  const draft = `${folder}.initialising`;
  if (existsSync(draft)) quarantine(draft);
  const fresh = await PGlite.create(draft);
  await fresh.close();
  renameSync(draft, folder);
}

/**
 * Opens (and on the first start creates) the database in `folder`.
 * @throws DatabaseLockedError when another process has it open
 */
export async function openEmbedded(folder: string): Promise<EmbeddedDatabase> {
  mkdirSync(dirname(folder), { recursive: true });
  const lock = acquireLock(`${folder}.lock`, (reason) => {
    // Two writers would silently lose each other's rows; stopping loses nothing that was acknowledged.
    console.error(`[database] stopping: ${reason}`);
    process.exit(70);
  });
  try {
    if (existsSync(folder) && !isComplete(folder)) {
      if (readdirSync(folder).length === 0) rmdirSync(folder);
      else quarantine(folder);
    }
    if (!existsSync(folder)) await initialise(folder);
    const database = await PGlite.create(folder);
    // Times are written and read without a zone by the adapter, which takes them for UTC.
    await database.exec("SET TIME ZONE 'UTC'");
    return {
      database,
      folder,
      close: async () => {
        try {
          await database.close();
        } finally {
          lock.release();
        }
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
