/** What a thread does to a note's document. */
import * as Y from "yjs";
import { NOTE_BYTES, STATE_BYTES } from "@/lib/wire/noteParts";
import { isBehind, keep, take, textOf, type Copy } from "./copies";
import { clientsOf } from "./shape";
import type { Done, Lap, Refusal, Task, Work } from "./task";

/** Updates may have taken so long, in milliseconds, before it is tried how long their note takes to load. */
const TRIED_AFTER_MS = 2_000;

const refused = (why: Refusal): Done => ({ type: "refused", why });

/** @param lap told what is begun, each time */
export function done({ basis, work }: Task, lap: (lap: Lap) => void): Done {
  const clients = work.type === "edit" ? clientsOf(work.update) : NOBODY;
  if (clients === null) return refused("bad-update");
  lap("load");
  const copy = take(basis);
  if (copy === null) return { type: "missing" };
  lap("update");
  const why = work.type === "edit" ? applied(copy, work) : null;
  if (why !== null) return refused(why);
  let state: Uint8Array | null = null;
  if (work.type === "merge" || work.merge || copy.spent > TRIED_AFTER_MS) {
    lap("merge");
    state = mergedOf(copy);
  }
  return { type: "made", copy: keep(basis.note, copy), clients: [...clients], text: textOf(copy.doc), state };
}

const NOBODY: ReadonlySet<number> = new Set();

/** Applies an edit; why it cannot stay. The copy is spoiled then, and off the shelf. */
function applied(copy: Copy, { update }: Extract<Work, { type: "edit" }>): Refusal | null {
  const begun = performance.now();
  try {
    Y.applyUpdate(copy.doc, update);
  } catch {
    return "bad-update";
  }
  copy.spent += performance.now() - begun;
  copy.bytes += update.length;
  if (isBehind(copy.doc)) return "note-behind";
  if (Buffer.byteLength(textOf(copy.doc)) > NOTE_BYTES) return "note-too-long";
  // Counting is as dear as the note is large, so it waits until it may matter.
  if (copy.bytes > STATE_BYTES) copy.bytes = Y.encodeStateAsUpdate(copy.doc).length;
  return copy.bytes > STATE_BYTES ? "note-worn" : null;
}

/** The note in one update, which was loaded on trial: what would take everybody too long ends this thread's time before it is written. */
function mergedOf(copy: Copy): Uint8Array {
  const state = Y.encodeStateAsUpdate(copy.doc);
  Y.applyUpdate(new Y.Doc(), state);
  copy.spent = 0;
  copy.bytes = state.length;
  return state;
}
