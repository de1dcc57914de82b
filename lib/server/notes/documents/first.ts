import * as Y from "yjs";
import { NOTE_TEXT } from "@/lib/wire/noteParts";

export interface First {
  readonly update: Uint8Array;
  /** The number that it comes under. */
  readonly client: number;
}

/** The update that writes `text` into an empty note. */
export function firstUpdate(text: string): First {
  const doc = new Y.Doc();
  doc.getText(NOTE_TEXT).insert(0, text);
  return { update: Y.encodeStateAsUpdate(doc), client: doc.clientID };
}
