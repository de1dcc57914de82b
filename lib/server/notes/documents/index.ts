/**
 * Notes as documents, away from the thread that serves requests: what a member sends may take Yjs as long as it likes, and only that member
 * waits. Everything that is done to a note here is reckoned outside of any transaction; whoever writes it looks that the note still stands
 * where it stood.
 */
import { editTooHeavy, notesBusy, noteWorn } from "../../http/noteErrors";
import { Prisma } from "../../prisma/client";
import { NoteThread, TaskEndedError } from "./thread";
import { Turns, TurnsFullError, type Turn } from "./turns";
import type { Store } from "../../database";
import type { Basis, Done, Work } from "./task";

/** Two, so that somebody's slow edit leaves one to the others. */
const THREADS = 2;
/** Edits that wait for their turn: of all, and of one person, whose browsers send one at a time. */
const WAITING = { all: 500, person: 20 };
/** Notes of which it is known which thread has them. */
const MOST_KNOWN = 64;

interface Known {
  readonly thread: NoteThread;
  readonly copy: string;
  readonly seq: number;
}

interface Documents {
  readonly threads: readonly NoteThread[];
  readonly turns: Turns<NoteThread>;
  readonly known: Map<string, Known>;
}

// On globalThis: a development reload forgets modules, and must leave no threads behind.
const place = globalThis as typeof globalThis & { boxupNoteDocuments?: Documents };

function documents(): Documents {
  if (place.boxupNoteDocuments) return place.boxupNoteDocuments;
  const threads = Array.from({ length: THREADS }, () => new NoteThread());
  const known = new Map<string, Known>();
  const turns = new Turns(
    threads,
    WAITING,
    (note) => known.get(note)?.thread,
    () => performance.now(),
  );
  return (place.boxupNoteDocuments = { threads, turns, known });
}

/** What was done to a note as of edit `seq`. */
export type Made = Extract<Done, { type: "made" }>;

export interface Desk {
  /**
   * Does `work` to the note as it stands after edit `seq`; null where it stands so no longer.
   * @throws ApiError edit-too-heavy, note-worn
   */
  readonly work: (store: Store, seq: number, work: Work) => Promise<Exclude<Done, { type: "missing" }> | null>;
  /** What was made is written, as the note after edit `seq`. */
  readonly written: (made: Made, seq: number) => void;
}

/** Runs `act` when it is somebody's turn at a note. @throws ApiError notes-busy, and what `act` throws */
export async function atDesk<T>(turn: Turn, act: (desk: Desk) => Promise<T>): Promise<T> {
  const { turns } = documents();
  try {
    return await turns.take(turn, (thread) => act(deskOf(thread, turn.note)));
  } catch (error) {
    if (error instanceof TurnsFullError) throw notesBusy(2);
    throw error;
  }
}

function deskOf(thread: NoteThread, note: string): Desk {
  const { known } = documents();
  const run = async (basis: Basis, work: Work): Promise<Done> => {
    try {
      return await thread.run({ basis, work });
    } catch (error) {
      if (!(error instanceof TaskEndedError)) throw error;
      // A note that cannot be loaded, or could not be again, is at its end; else it is this edit that asks for too much.
      throw error.lap === "update" ? editTooHeavy() : noteWorn();
    }
  };
  return {
    work: async (store, seq, work) => {
      const kept = known.get(note);
      known.delete(note);
      if (kept?.thread === thread && kept.seq <= seq) {
        const rows = await rowsBetween(store, note, kept.seq, seq);
        if (isWhole(rows, kept.seq, seq)) {
          const done = await run({ note, copy: kept.copy, updates: bytesOf(rows) }, work);
          // An edit that was no edit has not touched the copy.
          if (done.type === "refused" && done.why === "bad-update") known.set(note, kept);
          if (done.type !== "missing") return done;
        }
      }
      const updates = await wholeOf(store, note, seq);
      if (updates === null) return null;
      const done = await run({ note, copy: null, updates }, work);
      if (done.type === "missing") throw new Error(`A thread does not find note ${note}, which it was given whole`);
      return done;
    },
    written: ({ copy }, seq) => {
      known.set(note, { thread, copy, seq });
      for (const [oldest] of known) if (known.size > MOST_KNOWN) known.delete(oldest);
    },
  };
}

/** Ends the threads: for scripts and tests. */
export async function closeDocuments(): Promise<void> {
  const open = place.boxupNoteDocuments;
  place.boxupNoteDocuments = undefined;
  await Promise.all((open?.threads ?? []).map((thread) => thread.end()));
}

interface Row {
  readonly seq: number;
  readonly bytes: Uint8Array | null;
}

const rowsBetween = (store: Store, noteId: string, after: number, to: number): Promise<Row[]> =>
  store.$queryRaw<Row[]>(
    Prisma.sql`SELECT "seq", "bytes" FROM "NoteUpdate" WHERE "noteId" = ${noteId} AND "seq" > ${after} AND "seq" <= ${to} ORDER BY "seq"`,
  );

const isWhole = (rows: readonly Row[], from: number, to: number): boolean =>
  rows.length === to - from && rows.every(({ seq, bytes }, i) => seq === from + 1 + i && bytes !== null);

const bytesOf = (rows: readonly Row[]): Uint8Array[] => rows.flatMap(({ bytes }) => (bytes === null ? [] : [bytes]));

/** All that makes the note as it stands after edit `seq`; null where it was merged beyond that meanwhile. */
async function wholeOf(store: Store, noteId: string, seq: number): Promise<Uint8Array[] | null> {
  const note = await store.note.findUnique({ where: { id: noteId }, select: { state: true, stateSeq: true } });
  if (note === null || note.stateSeq > seq) return null;
  const rows = await rowsBetween(store, noteId, note.stateSeq, seq);
  if (isWhole(rows, note.stateSeq, seq)) return [...(note.state === null ? [] : [note.state]), ...bytesOf(rows)];
  const after = await store.note.findUnique({ where: { id: noteId }, select: { stateSeq: true } });
  if (after?.stateSeq === note.stateSeq) throw new Error(`The edits of note ${noteId} have a gap between ${note.stateSeq} and ${seq}`);
  return null;
}
