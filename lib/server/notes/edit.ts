/**
 * One edit of a note: judged and applied by a thread of its own, then numbered and stored with the text that it makes, in one transaction that
 * looks whether the note still stands where it stood.
 */
import { prisma, type Store, type Transaction } from "../database";
import { groupArchived } from "../http/errors";
import { badUpdate, noteBehind, notesBusy, noteTooLong, noteWorn, numberTaken } from "../http/noteErrors";
import { onceColumns, sameAsBefore } from "../groups/once";
import { canEditNote } from "../policy";
import { atDesk, type Desk, type Made } from "./documents";
import { enterNote, holdNote, type NotePath } from "./enter";
import { tellOfEdit } from "./hints";
import { isMergeDue, writeState } from "./merge";
import { keepNowAndThen } from "./versions";
import { NOTE_BYTES, UPDATE_BYTES } from "@/lib/wire/noteParts";
import type { Refusal } from "./documents/task";
import type { editNote as editing } from "@/lib/wire/notes";
import type { ReplyOf } from "@/lib/wire/route";

/** How often an edit is reckoned anew where the note has moved meanwhile, which only another server's edits do. */
const TRIES = 5;

interface Edit {
  readonly userId: string;
  readonly path: NotePath;
  readonly once: ReturnType<typeof onceColumns>;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly now: number;
}

type Kept = ReplyOf<typeof editing>;

/**
 * @throws ApiError not-found, group-archived, key-reused, bad-update, note-behind, note-too-long, note-worn, edit-too-heavy, notes-busy,
 * number-taken
 */
export async function editNote(
  userId: string,
  path: NotePath,
  key: string,
  { update }: { readonly update: string },
  now: number,
): Promise<Kept> {
  const bytes = Buffer.from(update, "base64");
  if (bytes.length === 0 || bytes.length > UPDATE_BYTES) throw badUpdate();
  const store = await prisma();
  const place = await enterNote(store, userId, path);
  const edit: Edit = { userId, path, once: onceColumns(userId, key, [path.note, update]), bytes, now };
  return atDesk({ person: userId, note: path.note }, async (desk) => {
    for (let tries = 0; tries < TRIES; tries++) {
      const before = await keptBefore(store, edit);
      if (before !== null) return before;
      if (!canEditNote(place, place)) throw groupArchived();
      const { seq, stateSeq } = await store.note.findUniqueOrThrow({ where: { id: path.note }, select: { seq: true, stateSeq: true } });
      const made = await madeOf(store, desk, edit, { seq, merge: isMergeDue(seq + 1, stateSeq) });
      const kept = made && (await write(edit, made, seq));
      if (made === null || kept === null) continue;
      if (!kept.repeated) desk.written(made, kept.seq);
      return kept;
    }
    throw notesBusy(1);
  });
}

async function keptBefore(store: Store, { once: { createKey, requestHash } }: Edit): Promise<Kept | null> {
  const before = await store.noteUpdate.findUnique({ where: { createKey }, select: { seq: true, requestHash: true } });
  return sameAsBefore(before, requestHash) === null || before === null ? null : { seq: before.seq, repeated: true };
}

const REFUSED: Readonly<Record<Refusal, () => Error>> = {
  "bad-update": badUpdate,
  "note-behind": noteBehind,
  "note-too-long": () => noteTooLong(NOTE_BYTES),
  "note-worn": noteWorn,
};

/** What the edit makes of the note; null where that has moved on. */
async function madeOf(store: Store, desk: Desk, { bytes }: Edit, at: { seq: number; merge: boolean }): Promise<Made | null> {
  const done = await desk.work(store, at.seq, { type: "edit", update: bytes, merge: at.merge });
  if (done?.type === "refused") throw REFUSED[done.why]();
  return done;
}

/** Writes what was made of the note after edit `from`; null where that is not its last any more. */
function write({ userId, path, once, bytes, now }: Edit, made: Made, from: number): Promise<Kept | null> {
  return holdNote(userId, path, async ({ tx, place, note, refuseArchived }) => {
    const before = await tx.noteUpdate.findUnique({ where: { createKey: once.createKey }, select: { seq: true } });
    if (before !== null) return { seq: before.seq, repeated: true };
    refuseArchived();
    if (note.over) throw noteWorn();
    if (note.seq !== from) return null;
    await refuseForeign(tx, note.id, place.memberId, made.clients);
    const removed = note.removed + Math.max(0, note.bytes - Buffer.byteLength(made.text));
    const kept = await keepNowAndThen(tx, note, removed, now);
    const seq = from + 1;
    await tx.noteUpdate.create({ data: { ...once, noteId: note.id, seq, bytes, memberId: place.memberId, createdAt: new Date(now) } });
    await tx.note.update({ where: { id: note.id }, data: { seq, text: made.text, removed: kept ? 0 : removed, updatedAt: new Date(now) } });
    if (made.state !== null) await writeState(tx, note.id, made.state, seq);
    await tellOfEdit(tx, note.id);
    return { seq, repeated: false };
  });
}

/** Yjs trusts the number that an edit comes under. What came under somebody else's would stand in the way of theirs. */
async function refuseForeign(tx: Transaction, noteId: string, memberId: string, clients: readonly number[]): Promise<void> {
  const numbers = clients.map(BigInt);
  if (numbers.length === 0) return;
  const known = await tx.noteClient.findMany({ where: { noteId, client: { in: numbers } }, select: { client: true, memberId: true } });
  if (known.some((each) => each.memberId !== memberId)) throw numberTaken();
  const fresh = numbers.filter((client) => known.every((each) => each.client !== client));
  if (fresh.length > 0) await tx.noteClient.createMany({ data: fresh.map((client) => ({ noteId, client, memberId })) });
}
