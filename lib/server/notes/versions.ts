/** A note as it stood: kept by itself every so often while it is edited, by hand, and before an older one is brought back. */
import { prisma, type Store, type Transaction } from "../database";
import { notFound } from "../http/errors";
import { canReadNote } from "../policy";
import { enterNote, holdNote, type HeldNote, type NotePath } from "./enter";
import type { keepVersion as keeping, NoteVersions, readVersion as reading, VersionReason } from "@/lib/wire/notes";
import type { ReplyOf } from "@/lib/wire/route";
import { Prisma, type $Enums } from "../prisma/client";

/** Between two automatic ones, in milliseconds. */
export const KEEP_EVERY_MS = 10 * 60_000;
/** The same where much was taken away since the last one. */
export const KEEP_REMOVED_MS = 60_000;
/** Bytes of text that are much: slips in a minute are fewer. */
const MUCH = 600;
/** Of one note. */
export const MOST_VERSIONS = 200;

const REASON_NAMES: Readonly<Record<$Enums.NoteVersionReason, VersionReason>> = {
  AUTOMATIC: "automatic",
  BY_HAND: "by-hand",
  BEFORE_RESTORE: "before-restore",
};
const REASONS = { "by-hand": "BY_HAND", "before-restore": "BEFORE_RESTORE" } as const;

interface VersionRow {
  readonly id: string;
  readonly seq: number;
  readonly reason: $Enums.NoteVersionReason;
  readonly memberId: string;
  readonly createdAt: Date;
}
const ROW = { id: true, seq: true, reason: true, memberId: true, createdAt: true } as const;

const shown = ({ id, seq, reason, memberId, createdAt }: VersionRow): NoteVersions["versions"][number] => ({
  id,
  seq,
  reason: REASON_NAMES[reason],
  by: memberId,
  createdAt: createdAt.toISOString(),
});

/**
 * Before an edit: keeps the note as it stands where the last version is old and differs. Answers whether what stands is kept by now.
 * @param removed bytes that edits have taken away since the last version, this one's among them
 */
export async function keepNowAndThen(
  tx: Transaction,
  { id: noteId, seq, keptAt }: HeldNote,
  removed: number,
  now: number,
): Promise<boolean> {
  if (seq === 0 || now - keptAt.getTime() < (removed < MUCH ? KEEP_EVERY_MS : KEEP_REMOVED_MS)) return false;
  const { text } = await tx.note.findUniqueOrThrow({ where: { id: noteId }, select: { text: true } });
  const last = await tx.noteVersion.findFirst({
    where: { noteId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { text: true },
  });
  if (last?.text === text) return true;
  const { memberId } = await tx.noteUpdate.findUniqueOrThrow({ where: { noteId_seq: { noteId, seq } }, select: { memberId: true } });
  await tx.noteVersion.create({ data: { noteId, seq, text, reason: "AUTOMATIC", memberId, createdAt: new Date(now) } });
  await makeRoom(tx, noteId);
  return true;
}

/**
 * What is too much goes in one statement: of whoever has most, automatic ones before those by hand, the oldest first. So one who keeps and
 * keeps takes nobody else's.
 */
async function makeRoom(tx: Transaction, noteId: string): Promise<void> {
  await tx.$executeRaw(
    Prisma.sql`DELETE FROM "NoteVersion" WHERE "id" IN (
      SELECT r."id" FROM (
        SELECT v."id", row_number() OVER (ORDER BY v."nth", v."automatic", v."createdAt" DESC, v."id" DESC) AS "n"
        FROM (
          SELECT "id", "createdAt", "reason" = 'AUTOMATIC' AS "automatic",
            row_number() OVER (PARTITION BY "memberId" ORDER BY "reason" = 'AUTOMATIC', "createdAt" DESC, "id" DESC) AS "nth"
          FROM "NoteVersion" WHERE "noteId" = ${noteId}
        ) v
      ) r WHERE r."n" > ${MOST_VERSIONS})`,
  );
}

/** @throws ApiError not-found, group-archived */
export function keepVersion(
  userId: string,
  path: NotePath,
  reason: "by-hand" | "before-restore",
  now: number,
): Promise<ReplyOf<typeof keeping>> {
  return holdNote(userId, path, async ({ tx, place, note, refuseArchived }) => {
    refuseArchived();
    const one = { noteId: note.id, seq: note.seq, reason: REASONS[reason] };
    const known = await tx.noteVersion.findUnique({ where: { noteId_seq_reason: one }, select: ROW });
    if (known) return shown(known);
    const { text } = await tx.note.findUniqueOrThrow({ where: { id: note.id }, select: { text: true } });
    const kept = await tx.noteVersion.create({ data: { ...one, text, memberId: place.memberId, createdAt: new Date(now) }, select: ROW });
    await tx.note.update({ where: { id: note.id }, data: { removed: 0 } });
    await makeRoom(tx, note.id);
    return shown(kept);
  });
}

async function enter(store: Store, userId: string, path: NotePath): Promise<void> {
  if (!canReadNote(await enterNote(store, userId, path))) throw notFound();
}

/** @throws ApiError not-found */
export async function listVersions(userId: string, path: NotePath): Promise<NoteVersions> {
  const store = await prisma();
  await enter(store, userId, path);
  const rows = await store.noteVersion.findMany({
    where: { noteId: path.note },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: ROW,
  });
  return { versions: rows.map(shown) };
}

/** @throws ApiError not-found */
export async function readVersion(userId: string, path: NotePath & { readonly version: string }): Promise<ReplyOf<typeof reading>> {
  const store = await prisma();
  await enter(store, userId, path);
  const row = await store.noteVersion.findFirst({ where: { id: path.version, noteId: path.note }, select: { ...ROW, text: true } });
  if (row === null) throw notFound();
  return { ...shown(row), text: row.text };
}
