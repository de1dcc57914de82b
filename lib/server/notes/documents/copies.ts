/**
 * Notes as Yjs documents in a thread. The last ones stay in memory, so that an edit costs as much as the edit, not as much as the note. A
 * copy is off the shelf while it is written on and comes back under a new name: whoever did not keep what was done to it asks by the old
 * one, and gives the whole note.
 */
import * as Y from "yjs";
import { NOTE_TEXT } from "@/lib/wire/noteParts";
import type { Basis } from "./task";

export interface Copy {
  readonly doc: Y.Doc;
  /** How many bytes its state has at most: of its state when it was last counted, and of each update since. */
  bytes: number;
  /** Milliseconds that updates took since its state was last loaded on trial. */
  spent: number;
}

/** Copies in memory. */
const MOST = 32;
const shelf = new Map<string, Copy>();
let names = 0;
/** Of this thread and no other. */
const OWN = crypto.randomUUID();

/** Puts a copy on the shelf; the name that it is asked for by. */
export function keep(note: string, copy: Copy): string {
  const name = `${note} ${OWN} ${names++}`;
  shelf.set(name, copy);
  for (const [oldest] of shelf) if (shelf.size > MOST) shelf.delete(oldest);
  return name;
}

/** The note with all that its basis names; null where the copy is not there. */
export function take({ copy: name, updates }: Basis): Copy | null {
  const copy = name === null ? { doc: new Y.Doc(), bytes: 0, spent: 0 } : shelf.get(name);
  if (copy === undefined) return null;
  if (name !== null) shelf.delete(name);
  copy.doc.transact(() => {
    for (const update of updates) Y.applyUpdate(copy.doc, update);
  });
  copy.bytes += updates.reduce((sum, { length }) => sum + length, 0);
  return copy;
}

/** Whether the document waits for something that has not come: an edit that builds on one nobody has. */
export const isBehind = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null;

export const textOf = (doc: Y.Doc): string => doc.getText(NOTE_TEXT).toString();
