/** A tab in which somebody has a note open, without a browser: what it sends, and a note to send it to. */
import * as Y from "yjs";
import { editNote } from "@/lib/server/notes/edit";
import { readEdits } from "@/lib/server/notes/edits";
import { readNote } from "@/lib/server/notes/read";
import { NOTE_TEXT } from "@/lib/wire/noteParts";
import { freshKey } from "./client";
import { groupOf, noteIn, type InGroup } from "./groups";
import type { Database } from "@/lib/server/database/open";
import type { NoteEdits } from "@/lib/wire/notes";

export const base64 = (update: Uint8Array): string => Buffer.from(update).toString("base64");
export const bytesOf = (update: string): Uint8Array => Buffer.from(update, "base64");

/** The document of one tab. */
export class Tab {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText(NOTE_TEXT);

  constructor(edits?: NoteEdits) {
    if (edits?.state) Y.applyUpdate(this.doc, bytesOf(edits.state.update));
    for (const { update } of edits?.updates ?? []) Y.applyUpdate(this.doc, bytesOf(update));
  }

  /** What `change` sends. */
  update(change: (text: Y.Text) => void): string {
    const before = Y.encodeStateVector(this.doc);
    let deleted: Uint8Array | null = null;
    this.doc.once("update", (update: Uint8Array) => (deleted = update));
    this.doc.transact(() => change(this.text));
    return base64(deleted ?? Y.encodeStateAsUpdate(this.doc, before));
  }
}

/** A note of a group of two. */
export async function aNote(open: Database, text = "") {
  const { id, owner, people } = await groupOf(open, ["Ara", "Bora"]);
  const note = await noteIn(owner.id, id, { text });
  const path = { id, note };
  const edit = (who: InGroup, update: string, key = freshKey(), now = Date.now()) => editNote(who.id, path, key, { update }, now);
  const tab = async () => new Tab(await readEdits(owner.id, path, 0));
  const stored = async () => (await readNote(owner.id, path, Date.now())).text;
  return { id, note, path, owner, bora: people[1], edit, tab, stored };
}
