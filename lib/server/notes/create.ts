/** Beginning a note: a session's, a page of its own, or the one that a worn note goes on in. */
import { sessionOf } from "../groups/items";
import { writeInGroup, type Entered } from "../groups/membership";
import { onceColumns, sameAsBefore } from "../groups/once";
import { canEditNote, canReadNoteText } from "../policy";
import { groupArchived, notFound } from "../http/errors";
import { noteNotWorn, noteTooLong, tooManyNotes } from "../http/noteErrors";
import { Prisma } from "../prisma/client";
import { firstUpdate } from "./documents/first";
import { tellOfEdit } from "./hints";
import { NOTE_BYTES, STATE_BYTES, UPDATE_BYTES } from "@/lib/wire/noteParts";
import type { Transaction } from "../database";
import type { NotePath } from "./enter";
import type { continueNote as continuing, createNote as creating, NewNote } from "@/lib/wire/notes";
import type { BodyOf, ReplyOf } from "@/lib/wire/route";

/** Notes of one group. */
const MOST_NOTES = 2000;

/** A text as a note holds it. @throws ApiError note-too-long */
function fitting(typed: string): string {
  const text = typed.replace(/\r\n?/g, "\n");
  if (Buffer.byteLength(text) > NOTE_BYTES) throw noteTooLong(NOTE_BYTES);
  return text;
}

interface Begun extends NewNote {
  readonly userId: string;
  readonly key: string;
  /** What was asked for under the key. */
  readonly request: unknown;
  readonly now: number;
}

/** The note that was begun under the key before, if any. @throws ApiError key-reused */
async function begunBefore(tx: Transaction, { userId, key, request }: Begun): Promise<string | null> {
  const { createKey, requestHash } = onceColumns(userId, key, request);
  const before = await tx.note.findUnique({ where: { createKey }, select: { id: true, requestHash: true } });
  return sameAsBefore(before, requestHash)?.id ?? null;
}

/** Begins a note in a group that is held, its text as the first edit. @throws ApiError too-many-notes */
async function begin(
  tx: Transaction,
  { group, place }: Entered,
  { userId, key, request, session, title, text, now }: Begun,
): Promise<string> {
  const groupId = group.id;
  if ((await tx.note.count({ where: { groupId } })) >= MOST_NOTES) throw tooManyNotes(MOST_NOTES);
  const once = onceColumns(userId, key, request);
  const at = { memberId: place.memberId, createdAt: new Date(now) };
  const { id: noteId } = await tx.note.create({
    data: { ...once, ...at, groupId, sessionId: session, title, updatedAt: new Date(now) },
    select: { id: true },
  });
  if (text !== "") {
    const { update, client } = firstUpdate(text);
    // Under a key of its own: the same key may stand for an edit somewhere else.
    const { createKey } = onceColumns(userId, `${key}/first`, []);
    await tx.noteUpdate.create({ data: { ...once, createKey, ...at, noteId, seq: 1, bytes: Buffer.from(update) } });
    await tx.noteClient.create({ data: { noteId, client, memberId: place.memberId } });
    await tx.note.update({ where: { id: noteId }, data: { seq: 1, text } });
  }
  return noteId;
}

/** @throws ApiError not-found, group-archived, key-reused, too-many-notes, note-too-long, bad-update */
export function createNote(userId: string, groupId: string, key: string, body: NewNote, now: number): Promise<ReplyOf<typeof creating>> {
  const begun: Begun = { ...body, text: fitting(body.text), userId, key, request: [groupId, body], now };
  return writeInGroup(userId, groupId, now, async (tx, entered) => {
    if (!canEditNote(entered.place, entered.group)) throw groupArchived();
    const before = await begunBefore(tx, begun);
    if (before !== null) return { id: before, repeated: true };
    if (body.session !== null) {
      await sessionOf(tx, groupId, body.session);
      const known = await tx.note.findUnique({ where: { sessionId: body.session }, select: { id: true } });
      if (known) return { id: known.id, repeated: true };
    }
    return { id: await begin(tx, entered, begun), repeated: false };
  });
}

/** Whether a note may have come so near to its end that an edit was refused. */
async function isWorn(tx: Transaction, noteId: string): Promise<boolean> {
  const [{ bytes }] = await tx.$queryRaw<[{ bytes: number }]>(
    Prisma.sql`SELECT (COALESCE(octet_length(n."state"), 0) + COALESCE((
        SELECT sum(octet_length(u."bytes")) FROM "NoteUpdate" u WHERE u."noteId" = n."id" AND u."seq" > n."stateSeq"), 0))::int AS "bytes"
      FROM "Note" n WHERE n."id" = ${noteId}`,
  );
  // An edit and what it is merged with come to less than their sum, by what each says of itself.
  return bytes >= STATE_BYTES - 2 * UPDATE_BYTES;
}

/** @throws ApiError not-found, group-archived, key-reused, note-not-worn, too-many-notes, note-too-long, bad-update */
export function continueNote(
  userId: string,
  { id: groupId, note: noteId }: NotePath,
  key: string,
  body: BodyOf<typeof continuing>,
  now: number,
): Promise<ReplyOf<typeof continuing>> {
  const text = fitting(body.text);
  return writeInGroup(userId, groupId, now, async (tx, entered) => {
    if (!canEditNote(entered.place, entered.group)) throw groupArchived();
    const note = await tx.note.findFirst({
      where: { id: noteId, groupId },
      select: { title: true, sessionId: true, hiddenAt: true, nextId: true },
    });
    if (note === null || !canReadNoteText(entered.place, { hidden: note.hiddenAt !== null })) throw notFound();
    const begun: Begun = { session: note.sessionId, title: note.title, text, userId, key, request: [noteId, body], now };
    const before = await begunBefore(tx, begun);
    if (before !== null) return { id: before, repeated: true };
    if (note.nextId !== null) return { id: note.nextId, repeated: true };
    if (!(await isWorn(tx, noteId))) throw noteNotWorn();
    // A session has one note: it is let go of before the new one takes it.
    await tx.note.update({ where: { id: noteId }, data: { sessionId: null } });
    const id = await begin(tx, entered, begun);
    await tx.note.update({ where: { id: noteId }, data: { nextId: id } });
    await tellOfEdit(tx, noteId);
    return { id, repeated: false };
  });
}
