/** A note, and the list of a group's notes, as whoever is in the group sees them. */
import { prisma, type Store } from "../database";
import { enterGroup } from "../groups/membership";
import { membersOf, peopleOf } from "../groups/people";
import { notFound } from "../http/errors";
import { canEditNote, canManageGroup, canReadNote, canReadNoteText, type GroupPlace } from "../policy";
import type { NoteList, NoteRead } from "@/lib/wire/notes";

const PAGE = 100;

const LISTED = {
  id: true,
  title: true,
  session: { select: { id: true, localDate: true } },
  memberId: true,
  seq: true,
  createdAt: true,
  updatedAt: true,
  hiddenAt: true,
  nextId: true,
} as const;

interface ListedRow {
  readonly id: string;
  readonly title: string;
  readonly session: { readonly id: string; readonly localDate: string } | null;
  readonly memberId: string;
  readonly seq: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly hiddenAt: Date | null;
  readonly nextId: string | null;
}

/** Of a note that an owner hid, the others see that there is one. */
const listed = (
  { memberId, session, createdAt, updatedAt, id, title, seq, hiddenAt, nextId }: ListedRow,
  place: GroupPlace,
): NoteList["notes"][number] => ({
  id,
  title: canReadNoteText(place, { hidden: hiddenAt !== null }) ? title : "",
  hidden: hiddenAt !== null,
  session: session && { id: session.id, date: session.localDate },
  next: nextId,
  by: memberId,
  seq,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

/** The latest begun first. @throws ApiError not-found */
export async function listNotes(userId: string, groupId: string, before: string | undefined, now: number): Promise<NoteList> {
  const store = await prisma();
  const { group, place } = await enterGroup(store, userId, groupId, now);
  if (!canReadNote(place)) throw notFound();
  const since = before === undefined ? null : await noteOf(store, groupId, before);
  const rows = await store.note.findMany({
    where: {
      groupId,
      ...(since && { OR: [{ createdAt: { lt: since.createdAt } }, { createdAt: since.createdAt, id: { lt: since.id } }] }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    select: LISTED,
  });
  const notes = rows.slice(0, PAGE).map((row) => listed(row, place));
  return {
    archived: group.archived,
    people: peopleOf(await membersOf(store, groupId)),
    notes,
    before: rows.length > PAGE ? notes[PAGE - 1].id : null,
  };
}

/** A note of the group. @throws ApiError not-found */
async function noteOf(store: Store, groupId: string, id: string) {
  const note = await store.note.findFirst({ where: { id, groupId }, select: LISTED });
  if (note === null) throw notFound();
  return note;
}

/** @param has the last edit of the text that the reader has @throws ApiError not-found */
export async function readNote(
  userId: string,
  { id: groupId, note: noteId }: { readonly id: string; readonly note: string },
  now: number,
  has?: number,
): Promise<NoteRead> {
  const store = await prisma();
  const { group, place } = await enterGroup(store, userId, groupId, now);
  if (!canReadNote(place)) throw notFound();
  const note = await noteOf(store, groupId, noteId);
  const former = await store.note.findUnique({ where: { nextId: noteId }, select: { id: true } });
  const readable = canReadNoteText(place, { hidden: note.hiddenAt !== null });
  const same = readable && note.seq === has;
  // Read with its number: an edit that comes between the two statements must not be taken for known.
  const written = readable && !same ? await store.note.findUnique({ where: { id: noteId }, select: { seq: true, text: true } }) : null;
  return {
    ...listed(note, place),
    group: { id: groupId, name: group.name, archived: group.archived },
    me: place.memberId,
    owner: canManageGroup(place),
    former: former?.id ?? null,
    writes: readable && note.nextId === null && canEditNote(place, group),
    people: peopleOf(await membersOf(store, groupId)),
    ...(written && { seq: written.seq }),
    same,
    text: written?.text ?? "",
  };
}
