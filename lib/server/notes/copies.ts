/**
 * Notes as Yjs documents, put together from their rows. The last ones stay in memory, so that an edit costs as much as the edit, not as
 * much as the note; a copy is out of the shelf while it is written on, so what a failed transaction did to it is forgotten with it.
 */
import * as Y from "yjs";
import { Prisma } from "../prisma/client";
import { NOTE_TEXT } from "@/lib/wire/noteParts";
import type { Store } from "../database";

export interface Copy {
  readonly doc: Y.Doc;
  /** The edits up to this one are in it. */
  readonly seq: number;
}

/** Copies in memory. */
const MOST = 32;
const shelves = new WeakMap<object, Map<string, Copy>>();

function shelfOf(key: object): Map<string, Copy> {
  const known = shelves.get(key);
  if (known) return known;
  const fresh = new Map<string, Copy>();
  shelves.set(key, fresh);
  return fresh;
}

/** Puts a copy on the shelf of a database once what is in it is written. */
export function keepCopy(database: object, noteId: string, copy: Copy): void {
  const shelf = shelfOf(database);
  shelf.delete(noteId);
  shelf.set(noteId, copy);
  for (const [oldest] of shelf) if (shelf.size > MOST) shelf.delete(oldest);
}

/** The note with all edits up to `seq`, off the shelf where it is there. The caller holds the note. */
export async function takeCopy(database: object, store: Store, noteId: string, seq: number): Promise<Y.Doc> {
  const shelf = shelfOf(database);
  const kept = shelf.get(noteId);
  shelf.delete(noteId);
  if (kept !== undefined && kept.seq <= seq) {
    const rows = await rowsAfter(store, noteId, kept.seq);
    if (isWhole(rows, kept.seq, seq)) return applied(kept.doc, rows);
  }
  const { state, stateSeq } = await store.note.findUniqueOrThrow({ where: { id: noteId }, select: { state: true, stateSeq: true } });
  const doc = new Y.Doc();
  if (state !== null) Y.applyUpdate(doc, state);
  const rows = await rowsAfter(store, noteId, stateSeq);
  if (!isWhole(rows, stateSeq, seq)) throw new Error(`The edits of note ${noteId} have a gap between ${stateSeq} and ${seq}`);
  return applied(doc, rows);
}

interface Row {
  readonly seq: number;
  readonly bytes: Uint8Array | null;
}

const rowsAfter = (store: Store, noteId: string, after: number): Promise<Row[]> =>
  store.$queryRaw<Row[]>(
    Prisma.sql`SELECT "seq", "bytes" FROM "NoteUpdate" WHERE "noteId" = ${noteId} AND "seq" > ${after} ORDER BY "seq"`,
  );

const isWhole = (rows: readonly Row[], from: number, to: number): boolean =>
  rows.length === to - from && rows.every(({ seq, bytes }, i) => seq === from + 1 + i && bytes !== null);

function applied(doc: Y.Doc, rows: readonly Row[]): Y.Doc {
  doc.transact(() => {
    for (const { bytes } of rows) if (bytes !== null) Y.applyUpdate(doc, bytes);
  });
  return doc;
}

/** Whether the document waits for something that has not come: an edit that builds on one nobody has. */
export const isBehind = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null;

export const textOf = (doc: Y.Doc): string => doc.getText(NOTE_TEXT).toString();
