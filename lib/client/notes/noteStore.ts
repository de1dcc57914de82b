/** What a browser keeps of a note: edits that the server has not acknowledged, and the note as it stood last, for when there is no network. */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";

/** An edit on its way. */
export interface Kept {
  /** Its idempotency key. */
  readonly key: string;
  /** Its place among those of this browser. */
  readonly place: number;
  readonly update: Uint8Array;
  /** It has been on its way before: it may have arrived, and stays as it is under its key. */
  readonly tried: boolean;
  /** How many edits of the writer are in it. */
  readonly edits: number;
}

export interface Snapshot {
  readonly seq: number;
  readonly state: Uint8Array;
}

/** Of one note and one learner. */
export interface NoteStore {
  load(): Promise<{ readonly snapshot: Snapshot | null; readonly kept: readonly Kept[] }>;
  /** Puts an edit behind all others. */
  add(edit: Omit<Kept, "place">): Promise<Kept>;
  markTried(edit: Kept): Promise<void>;
  /** One in place of several. */
  replace(these: readonly Kept[], by: Omit<Kept, "place">): Promise<Kept>;
  remove(edit: Kept): Promise<void>;
  keepSnapshot(snapshot: Snapshot): Promise<void>;
  /** Nothing of the note stays here. */
  forget(): Promise<void>;
}

type EditRow = Omit<Kept, "place"> & { readonly of: string; place?: number };
interface Schema extends DBSchema {
  edits: { key: number; value: EditRow; indexes: { of: string } };
  snapshots: { key: string; value: Snapshot & { readonly of: string } };
}

const NAME = "boxup.notes";
/** A database that has not opened by then counts as none: some browsers never answer. */
const PATIENCE_MS = 3_000;

async function open(): Promise<IDBPDatabase<Schema> | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), PATIENCE_MS)));
  try {
    const opened = openDB<Schema>(NAME, 1, {
      upgrade: (database) => {
        database.createObjectStore("edits", { keyPath: "place", autoIncrement: true }).createIndex("of", "of");
        database.createObjectStore("snapshots", { keyPath: "of" });
      },
    });
    return await Promise.race([opened, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** In the page's memory: where the browser has no database, and in tests. */
export function memoryStore(): NoteStore {
  let kept: readonly Kept[] = [];
  let snapshot: Snapshot | null = null;
  let places = 0;
  const add = (edit: Omit<Kept, "place">): Promise<Kept> => {
    const row = { ...edit, place: ++places };
    kept = [...kept, row];
    return Promise.resolve(row);
  };
  const without = (these: readonly Kept[]): void => void (kept = kept.filter(({ place }) => these.every((each) => each.place !== place)));
  return {
    load: () => Promise.resolve({ snapshot, kept }),
    add,
    markTried: ({ place }) => Promise.resolve(void (kept = kept.map((each) => (each.place === place ? { ...each, tried: true } : each)))),
    replace: (these, by) => {
      without(these);
      return add(by);
    },
    remove: (edit) => Promise.resolve(without([edit])),
    keepSnapshot: (next) => Promise.resolve(void (snapshot = next)),
    forget: () => Promise.resolve(void ((kept = []), (snapshot = null))),
  };
}

/** In the browser's database. @param of names note and learner */
export function browserStore(of: string): NoteStore {
  const memory = memoryStore();
  let database: Promise<IDBPDatabase<Schema> | null> | null = null;
  const withDatabase = async <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>, otherwise: () => Promise<T>): Promise<T> => {
    const db = await (database ??= open());
    if (db === null) return otherwise();
    try {
      return await work(db);
    } catch {
      // A full disk, or a browser that has thrown its data away: what cannot be stored is sent all the same.
      return otherwise();
    }
  };
  /** Written through to the disk before anything is sent: a power cut loses nothing either. */
  const replace = (these: readonly Kept[], by: Omit<Kept, "place">): Promise<Kept> =>
    withDatabase(
      async (db) => {
        const write = db.transaction("edits", "readwrite", { durability: "strict" });
        for (const { place } of these) void write.store.delete(place);
        const [place] = await Promise.all([write.store.add({ ...by, of }), write.done]);
        return { ...by, place };
      },
      () => memory.replace(these, by),
    );
  return {
    load: () =>
      withDatabase(
        async (db) => ({
          snapshot: (await db.get("snapshots", of)) ?? null,
          kept: (await db.getAllFromIndex("edits", "of", of)) as unknown as readonly Kept[],
        }),
        memory.load,
      ),
    add: (edit) => replace([], edit),
    replace,
    markTried: ({ place, ...edit }) =>
      withDatabase(
        async (db) => void (await db.put("edits", { ...edit, of, place, tried: true })),
        () => memory.markTried({ place, ...edit }),
      ),
    remove: (edit) =>
      withDatabase(
        (db) => db.delete("edits", edit.place),
        () => memory.remove(edit),
      ),
    keepSnapshot: (snapshot) =>
      withDatabase(
        async (db) => void (await db.put("snapshots", { ...snapshot, of })),
        () => memory.keepSnapshot(snapshot),
      ),
    forget: () =>
      withDatabase(async (db) => {
        const write = db.transaction(["edits", "snapshots"], "readwrite");
        for (const place of await write.objectStore("edits").index("of").getAllKeys(of)) void write.objectStore("edits").delete(place);
        void write.objectStore("snapshots").delete(of);
        await write.done;
      }, memory.forget),
  };
}
