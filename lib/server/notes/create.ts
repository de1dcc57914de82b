/** Beginning a note: a session's, or a page of its own. */
import { sessionOf } from "../groups/items";
import { writeInGroup } from "../groups/membership";
import { onceColumns, sameAsBefore } from "../groups/once";
import { canEditNote } from "../policy";
import { groupArchived } from "../http/errors";
import { noteTooLong, tooManyNotes } from "../http/noteErrors";
import { firstUpdate } from "./documents/first";
import { NOTE_BYTES } from "@/lib/wire/noteParts";
import type { createNote as creating, NewNote } from "@/lib/wire/notes";
import type { ReplyOf } from "@/lib/wire/route";

/** Notes of one group. */
const MOST_NOTES = 2000;

/** @throws ApiError not-found, group-archived, key-reused, too-many-notes, note-too-long, bad-update */
export function createNote(userId: string, groupId: string, key: string, body: NewNote, now: number): Promise<ReplyOf<typeof creating>> {
  const text = body.text.replace(/\r\n?/g, "\n");
  if (Buffer.byteLength(text) > NOTE_BYTES) throw noteTooLong(NOTE_BYTES);
  return writeInGroup(userId, groupId, now, async (tx, { group, place }) => {
    if (!canEditNote(place, group)) throw groupArchived();
    const once = onceColumns(userId, key, [groupId, body]);
    const before = await tx.note.findUnique({ where: { createKey: once.createKey }, select: { id: true, requestHash: true } });
    if (sameAsBefore(before, once.requestHash) !== null && before) return { id: before.id, repeated: true };
    if (body.session !== null) {
      await sessionOf(tx, groupId, body.session);
      const known = await tx.note.findUnique({ where: { sessionId: body.session }, select: { id: true } });
      if (known) return { id: known.id, repeated: true };
    }
    if ((await tx.note.count({ where: { groupId } })) >= MOST_NOTES) throw tooManyNotes(MOST_NOTES);
    const at = { memberId: place.memberId, createdAt: new Date(now) };
    const { id: noteId } = await tx.note.create({
      data: { ...once, ...at, groupId, sessionId: body.session, title: body.title, updatedAt: new Date(now) },
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
    return { id: noteId, repeated: false };
  });
}
