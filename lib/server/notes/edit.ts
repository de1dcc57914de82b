/** One edit of a note: judged, numbered, stored, and what it makes of the text beside it, all in one transaction. */
import * as Y from "yjs";
import { database } from "../database";
import { badUpdate, noteBehind, noteTooLong, noteWorn, notFound, otherLearner } from "../http/errors";
import { onceColumns, sameAsBefore } from "../groups/once";
import { canReadNote } from "../policy";
import { isBehind, keepCopy, takeCopy, textOf } from "./copies";
import { holdNote, type NotePath } from "./enter";
import { tellOfEdit } from "./hints";
import { isMergeDue, mergeInto } from "./merge";
import { clientsOf } from "./shape";
import { keepNowAndThen } from "./versions";
import { NOTE_BYTES, UPDATE_BYTES } from "@/lib/wire/noteParts";
import type { Transaction } from "../database";
import type { editNote as editing } from "@/lib/wire/notes";
import type { ReplyOf } from "@/lib/wire/route";

/** A merged note that is larger has been edited a hundred times over: it would be slow to load for everybody. */
const MOST_STATE = 2 * 1024 * 1024;

/** Those who write in one note wait for each other here rather than at its row, each with a connection in hand. */
const lines = new Map<string, Promise<unknown>>();
function inLine<T>(noteId: string, work: () => Promise<T>): Promise<T> {
  const turn = (lines.get(noteId) ?? Promise.resolve()).then(work, work);
  lines.set(noteId, turn);
  const leave = (): void => {
    if (lines.get(noteId) === turn) lines.delete(noteId);
  };
  turn.then(leave, leave);
  return turn;
}

/** @throws ApiError not-found, group-archived, key-reused, bad-update, note-behind, note-too-long, note-worn, other-learner */
export async function editNote(
  userId: string,
  path: NotePath,
  key: string,
  { update }: { readonly update: string },
  now: number,
): Promise<ReplyOf<typeof editing>> {
  const bytes = Buffer.from(update, "base64");
  if (bytes.length === 0 || bytes.length > UPDATE_BYTES) throw badUpdate();
  const clients = clientsOf(bytes);
  const open = await database();
  return inLine(path.note, async () => {
    const { copy, ...reply } = await holdNote(userId, path, async ({ tx, place, note, refuseArchived }) => {
      if (!canReadNote(place)) throw notFound();
      const once = onceColumns(userId, key, [path.note, update]);
      const before = await tx.noteUpdate.findUnique({ where: { createKey: once.createKey }, select: { seq: true, requestHash: true } });
      if (sameAsBefore(before, once.requestHash) !== null && before) return { seq: before.seq, repeated: true, copy: null };
      refuseArchived();
      if (note.stateBytes > MOST_STATE) throw noteWorn();
      await refuseForeign(tx, note.id, place.memberId, clients);
      const doc = await takeCopy(open, tx, note.id, note.seq);
      await keepNowAndThen(tx, note, textOf(doc), now);
      apply(doc, bytes);
      const text = textOf(doc);
      if (Buffer.byteLength(text) > NOTE_BYTES) throw noteTooLong(NOTE_BYTES);
      const seq = note.seq + 1;
      await tx.noteUpdate.create({ data: { ...once, noteId: note.id, seq, bytes, memberId: place.memberId, createdAt: new Date(now) } });
      await tx.note.update({ where: { id: note.id }, data: { seq, text, updatedAt: new Date(now) } });
      if (isMergeDue(seq, note.stateSeq)) await mergeInto(tx, note.id, doc, seq);
      await tellOfEdit(tx, note.id);
      return { seq, repeated: false, copy: { doc, seq } };
    });
    if (copy !== null) keepCopy(open, path.note, copy);
    return reply;
  });
}

/** Yjs trusts the number that an edit comes under. What came under somebody else's would stand in the way of theirs. */
async function refuseForeign(tx: Transaction, noteId: string, memberId: string, clients: ReadonlySet<number>): Promise<void> {
  const numbers = [...clients].map(BigInt);
  if (numbers.length === 0) return;
  const known = await tx.noteClient.findMany({ where: { noteId, client: { in: numbers } }, select: { client: true, memberId: true } });
  if (known.some((each) => each.memberId !== memberId)) throw otherLearner();
  const fresh = numbers.filter((client) => known.every((each) => each.client !== client));
  if (fresh.length > 0) await tx.noteClient.createMany({ data: fresh.map((client) => ({ noteId, client, memberId })) });
}

/** @throws ApiError bad-update, note-behind */
function apply(doc: Y.Doc, bytes: Uint8Array): void {
  try {
    Y.applyUpdate(doc, bytes);
  } catch {
    throw badUpdate();
  }
  if (isBehind(doc)) throw noteBehind();
}
