/** What may happen to a text while a letter of it is being composed. */
import * as Y from "yjs";
import { NOTE_TEXT } from "@/lib/wire/noteParts";

/** A stretch of the text: from the first character to behind the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether updates change nothing of a stretch of the text and nothing at its edges: tried on a copy of the document. */
export function leavesAlone(doc: Y.Doc, updates: readonly Uint8Array[], { from, to }: Span): boolean {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  let touched = false;
  copy.getText(NOTE_TEXT).observe(({ delta }) => (touched ||= touches(delta, from, to)));
  copy.transact(() => updates.forEach((update) => Y.applyUpdate(copy, update)));
  return !touched;
}

/** Whether a change inserts into a stretch of the text, at its edges too, or deletes something of it. */
function touches(
  delta: readonly { readonly retain?: number; readonly insert?: unknown; readonly delete?: number }[],
  from: number,
  to: number,
) {
  let at = 0;
  for (const { retain, insert, delete: deleted } of delta) {
    if (insert !== undefined && at >= from && at <= to) return true;
    if (deleted !== undefined && at < to && at + deleted > from) return true;
    at += (retain ?? 0) + (deleted ?? 0);
  }
  return false;
}
