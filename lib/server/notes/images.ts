/** Pictures of a note: put in by whoever may write in it, seen by whoever may read it, gone with it. */
import { createHash } from "node:crypto";
import { prisma, type Store } from "../database";
import { enterGroup, writeInGroup } from "../groups/membership";
import { groupArchived, notFound } from "../http/errors";
import { picturesFull, noteFull } from "../http/noteErrors";
import { canEditNote, canReadNoteText, type GroupPlace } from "../policy";
import { Prisma } from "../prisma/client";
import { encodePicture } from "./encode";
import type { AddedImage } from "@/lib/wire/noteImages";

/** Of one note. */
export const MOST_PICTURES = 100;
/** Of one group, in bytes as they are kept. */
export const GROUP_BYTES = 100 * 1024 * 1024;

interface Named {
  readonly id: string;
  readonly note: string;
}

const SHOWN = { id: true, width: true, height: true } as const;

/** @throws ApiError not-found where there is no such note, or it is hidden from `place` */
async function noteIn(store: Store, groupId: string, id: string, place: GroupPlace | null): Promise<void> {
  const note = await store.note.findFirst({ where: { id, groupId }, select: { hiddenAt: true } });
  if (note === null || !canReadNoteText(place, { hidden: note.hiddenAt !== null })) throw notFound();
}

/** @throws ApiError not-found, group-archived, no-picture, too-many-pixels, note-full, group-full, pictures-busy */
export async function addNoteImage(
  userId: string,
  { id: groupId, note: noteId }: Named,
  sent: Uint8Array,
  now: number,
): Promise<AddedImage> {
  const store = await prisma();
  const { group, place } = await enterGroup(store, userId, groupId, now);
  if (!canEditNote(place, group)) throw groupArchived();
  await noteIn(store, groupId, noteId, place);
  const sha256 = createHash("sha256").update(sent).digest("base64url");
  const same = { noteId_sha256: { noteId, sha256 } };
  const known = await store.noteImage.findUnique({ where: same, select: SHOWN });
  if (known) return { ...known, repeated: true };
  // Before the group is held: decoding takes its time.
  const { bytes, width, height } = await encodePicture(sent);
  return writeInGroup(userId, groupId, now, async (tx, entered) => {
    if (!canEditNote(entered.place, entered.group)) throw groupArchived();
    await noteIn(tx, groupId, noteId, entered.place);
    const meanwhile = await tx.noteImage.findUnique({ where: same, select: SHOWN });
    if (meanwhile) return { ...meanwhile, repeated: true };
    if ((await tx.noteImage.count({ where: { noteId } })) >= MOST_PICTURES) throw noteFull(MOST_PICTURES);
    const { _sum } = await tx.noteImage.aggregate({ where: { note: { groupId } }, _sum: { size: true } });
    if ((_sum.size ?? 0) + bytes.length > GROUP_BYTES) throw picturesFull(GROUP_BYTES / 1024 / 1024);
    const data = { noteId, memberId: entered.place.memberId, sha256, bytes: new Uint8Array(bytes), size: bytes.length, width, height };
    return { ...(await tx.noteImage.create({ data: { ...data, createdAt: new Date(now) }, select: SHOWN })), repeated: false };
  });
}

/** A note, and those that were worn out before it, whose text it took over: as far as `place` may read them. */
const lineOf = (noteId: string, place: GroupPlace | null): Prisma.Sql =>
  Prisma.sql`WITH RECURSIVE line AS (
      SELECT "id", "hiddenAt" FROM "Note" WHERE "id" = ${noteId}
      UNION SELECT n."id", n."hiddenAt" FROM "Note" n JOIN line ON n."nextId" = line."id"
    ) SELECT "id" FROM line WHERE "hiddenAt" IS NULL OR ${canReadNoteText(place, { hidden: true })}`;

/** A picture's bytes: the note's, or of one that it goes on from. @throws ApiError not-found */
export async function readNoteImage(
  userId: string,
  { id: groupId, note: noteId, image: id }: Named & { readonly image: string },
  now: number,
): Promise<Uint8Array> {
  const store = await prisma();
  const { place } = await enterGroup(store, userId, groupId, now);
  await noteIn(store, groupId, noteId, place);
  const line = await store.$queryRaw<{ id: string }[]>(lineOf(noteId, place));
  const image = await store.noteImage.findFirst({ where: { id, noteId: { in: line.map((note) => note.id) } }, select: { bytes: true } });
  if (image === null) throw notFound();
  return image.bytes;
}
