/** The way to a note: through the group that it stands in, by whoever is in that. */
import { prisma, type Store, type Transaction } from "../database";
import { groupArchived, notFound } from "../http/errors";
import { canEditNote, canReadNote, canReadNoteText, type GroupPlace } from "../policy";
import { Prisma } from "../prisma/client";

/** Where a note stands: its group and its own id, as a path names them. */
export interface NotePath {
  readonly id: string;
  readonly note: string;
}

/** A note that is held, with its number of edits. */
export interface HeldNote {
  readonly id: string;
  readonly seq: number;
  /** Of its text, in UTF-8. */
  readonly bytes: number;
  /** Bytes by which edits have made it shorter since `keptAt`, when its last version was kept. */
  readonly removed: number;
  readonly hidden: boolean;
  /** It goes on in another: nobody writes in it any more. */
  readonly over: boolean;
  readonly keptAt: Date;
}

export interface Writing {
  readonly tx: Transaction;
  readonly place: GroupPlace;
  readonly note: HeldNote;
  /** @throws ApiError group-archived */
  readonly refuseArchived: () => void;
}

type PlaceRow = GroupPlace & { readonly archived: boolean };

async function placeOf(store: Store, userId: string, groupId: string, held: boolean): Promise<PlaceRow> {
  const [row] = await store.$queryRaw<(PlaceRow | undefined)[]>(
    Prisma.sql`SELECT m."id" AS "memberId", m."role"::text AS "role", m."leftAt" IS NULL AS "current", g."archivedAt" IS NOT NULL AS "archived"
      FROM "GroupMember" m JOIN "Group" g ON g."id" = m."groupId" WHERE m."groupId" = ${groupId} AND m."userId" = ${userId}
      ${held ? Prisma.sql`FOR SHARE OF m` : Prisma.empty}`,
  );
  if (row === undefined || !canReadNote(row)) throw notFound();
  return row;
}

/**
 * Runs `act` in a transaction that holds the writer's place, then the note: nobody takes a place away meanwhile, and edits of one note are
 * numbered one after the other, those of others not waiting for them.
 * @throws ApiError not-found
 */
export async function holdNote<T>(
  userId: string,
  { id: groupId, note: noteId }: NotePath,
  act: (writing: Writing) => Promise<T>,
): Promise<T> {
  return (await prisma()).$transaction(async (tx) => {
    const place = await placeOf(tx, userId, groupId, true);
    const [note] = await tx.$queryRaw<(HeldNote | undefined)[]>(
      Prisma.sql`SELECT n."id", n."seq", octet_length(n."text") AS "bytes", n."removed", n."hiddenAt" IS NOT NULL AS "hidden", n."nextId" IS NOT NULL AS "over",
          COALESCE((SELECT max(v."createdAt") FROM "NoteVersion" v WHERE v."noteId" = n."id"), n."createdAt") AS "keptAt"
        FROM "Note" n WHERE n."id" = ${noteId} AND n."groupId" = ${groupId} FOR UPDATE OF n`,
    );
    if (note === undefined || !canReadNoteText(place, note)) throw notFound();
    const refuseArchived = (): void => {
      if (!canEditNote(place, place)) throw groupArchived();
    };
    return act({ tx, place, note, refuseArchived });
  });
}

/** The place of a reader, and that the note stands in the group. @throws ApiError not-found */
export async function enterNote(store: Store, userId: string, { id: groupId, note: noteId }: NotePath): Promise<PlaceRow> {
  const place = await placeOf(store, userId, groupId, false);
  const note = await store.note.findFirst({ where: { id: noteId, groupId }, select: { hiddenAt: true } });
  if (note === null || !canReadNoteText(place, { hidden: note.hiddenAt !== null })) throw notFound();
  return place;
}
