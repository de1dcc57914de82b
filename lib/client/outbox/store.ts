/** Where entries wait: the browser's database, and the page's memory where there is none (private windows, blocked storage, a full disk). */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Entry } from "./entry";

export interface Store {
  /** All of them, in order. */
  all(): Promise<readonly Entry[]>;
  /** Puts it at the end. */
  add(entry: Omit<Entry, "place">): Promise<Entry>;
  /** Changes it, unless it was removed meanwhile. */
  save(entry: Entry): Promise<void>;
  remove(entry: Entry): Promise<void>;
}

interface Schema extends DBSchema {
  entries: { key: number; value: Omit<Entry, "place"> & { place?: number } };
}

const NAME = "boxup.outbox";
/** A database that has not opened by then counts as none: some browsers never answer. */
const PATIENCE_MS = 3_000;
/** In memory, places lie behind all of the database's. */
const MEMORY_FROM = 2 ** 40;

async function open(): Promise<IDBPDatabase<Schema> | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), PATIENCE_MS)));
  try {
    const opened = openDB<Schema>(NAME, 1, {
      upgrade: (database) => void database.createObjectStore("entries", { keyPath: "place", autoIncrement: true }),
    });
    return await Promise.race([opened, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** Opens nothing before it is used. */
export function openStore(): Store {
  const memory = new Map<string, Entry>();
  let database: Promise<IDBPDatabase<Schema> | null> | null = null;

  /** What `work` makes of the database; `otherwise` where there is none or it fails. */
  async function withDatabase<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>, otherwise: () => T): Promise<T> {
    const db = await (database ??= open());
    if (!db) return otherwise();
    try {
      return await work(db);
    } catch {
      return otherwise();
    }
  }

  let places = MEMORY_FROM;
  function keep(entry: Omit<Entry, "place">): Entry {
    const kept = { ...entry, place: places++ };
    memory.set(entry.id, kept);
    return kept;
  }

  return {
    async all() {
      const stored = await withDatabase<Entry[]>(
        async (db) => (await db.getAll("entries")) as Entry[],
        () => [],
      );
      return [...stored, ...memory.values()];
    },
    add: (entry) =>
      withDatabase<Entry>(
        async (db) => {
          // Written through to the disk before anything is sent: a power cut loses nothing either.
          const write = db.transaction("entries", "readwrite", { durability: "strict" });
          const [place] = await Promise.all([write.store.add(entry), write.done]);
          return { ...entry, place };
        },
        () => keep(entry),
      ),
    async save(entry) {
      if (memory.has(entry.id)) memory.set(entry.id, entry);
      else
        await withDatabase<void>(
          async (db) => {
            const write = db.transaction("entries", "readwrite");
            if ((await write.store.getKey(entry.place)) !== undefined) await write.store.put(entry);
            await write.done;
          },
          () => undefined,
        );
    },
    async remove(entry) {
      if (memory.delete(entry.id)) return;
      await withDatabase<void>(
        (db) => db.delete("entries", entry.place),
        () => undefined,
      );
    },
  };
}
