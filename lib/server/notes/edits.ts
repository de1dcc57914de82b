/** Edits of a note after a given one, as readers get them. */
import { prisma, type Store } from "../database";
import { notFound } from "../http/errors";
import { canReadNote } from "../policy";
import { Prisma } from "../prisma/client";
import { enterNote, type NotePath } from "./enter";
import type { NoteEdit, NoteEdits } from "@/lib/wire/notes";

/** Edits in one answer, and their bytes, where the first alone is not more. */
const MOST_EDITS = 300;
const MOST_BYTES = 1024 * 1024;

/** Those after `after`, in order; null where they are no longer kept singly. */
export async function editsAfter(store: Store, noteId: string, after: number): Promise<readonly NoteEdit[] | null> {
  const rows = await store.$queryRaw<{ seq: number; bytes: Uint8Array | null; by: string }[]>(
    Prisma.sql`SELECT "seq", "bytes", "by" FROM (
        SELECT "seq", "bytes", "memberId" AS "by", sum(octet_length("bytes")) OVER (ORDER BY "seq") - octet_length("bytes") AS "before"
        FROM (SELECT * FROM "NoteUpdate" WHERE "noteId" = ${noteId} AND "seq" > ${after} ORDER BY "seq" LIMIT ${MOST_EDITS}) u
      ) s WHERE COALESCE("before", 0) < ${MOST_BYTES} ORDER BY "seq"`,
  );
  const edits = rows.flatMap(({ seq, bytes, by }) => (bytes === null ? [] : [{ seq, update: Buffer.from(bytes).toString("base64"), by }]));
  return edits.length === rows.length ? edits : null;
}

/** @throws ApiError not-found */
export async function readEdits(userId: string, path: NotePath, after: number): Promise<NoteEdits> {
  const store = await prisma();
  if (!canReadNote(await enterNote(store, userId, path))) throw notFound();
  const { seq } = await store.note.findUniqueOrThrow({ where: { id: path.note }, select: { seq: true } });
  const edits = await editsAfter(store, path.note, after);
  if (edits !== null) return { seq, state: null, updates: [...edits] };
  const { state, stateSeq } = await store.note.findUniqueOrThrow({ where: { id: path.note }, select: { state: true, stateSeq: true } });
  return {
    seq,
    state: state && { seq: stateSeq, update: Buffer.from(state).toString("base64") },
    updates: [...((await editsAfter(store, path.note, stateSeq)) ?? [])],
  };
}
