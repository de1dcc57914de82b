/** A note as it stood: kept by itself every so often while it is edited, by hand, and before an older one is brought back. */
import { prisma, type Store, type Transaction } from "../database";
import { notFound } from "../http/errors";
import { canReadNote } from "../policy";
import { enterNote, holdNote, type HeldNote, type NotePath } from "./enter";
import type { keepVersion as keeping, NoteVersions, readVersion as reading, VersionReason } from "@/lib/wire/notes";
import type { ReplyOf } from "@/lib/wire/route";
import type { $Enums } from "../prisma/client";

/** Between two automatic ones, in milliseconds. */
export const KEEP_EVERY_MS = 10 * 60_000;
/** Of one note; the oldest automatic ones make room. */
const MOST_VERSIONS = 200;

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

/** Before an edit: keeps the note as it stands where the last version is old and differs. */
export async function keepNowAndThen(tx: Transaction, { id: noteId, seq, keptAt }: HeldNote, now: number): Promise<void> {
  if (seq === 0 || now - keptAt.getTime() < KEEP_EVERY_MS) return;
  const { text } = await tx.note.findUniqueOrThrow({ where: { id: noteId }, select: { text: true } });
  const last = await tx.noteVersion.findFirst({
    where: { noteId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { text: true },
  });
  if (last?.text === text) return;
  const { memberId } = await tx.noteUpdate.findUniqueOrThrow({ where: { noteId_seq: { noteId, seq } }, select: { memberId: true } });
  await tx.noteVersion.create({ data: { noteId, seq, text, reason: "AUTOMATIC", memberId, createdAt: new Date(now) } });
  await makeRoom(tx, noteId);
}

async function makeRoom(tx: Transaction, noteId: string): Promise<void> {
  const over = (await tx.noteVersion.count({ where: { noteId } })) - MOST_VERSIONS;
  if (over <= 0) return;
  const oldest = { orderBy: [{ createdAt: "asc" as const }, { id: "asc" as const }], take: over, select: { id: true } };
  const automatic = await tx.noteVersion.findMany({ where: { noteId, reason: "AUTOMATIC" }, ...oldest });
  const going = automatic.length === over ? automatic : await tx.noteVersion.findMany({ where: { noteId }, ...oldest });
  await tx.noteVersion.deleteMany({ where: { id: { in: going.map(({ id }) => id) } } });
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
