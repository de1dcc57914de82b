/** Many small edits become one: a note that was written a whole day loads as fast as one that was pasted. */
import { database } from "../database";
import { ApiError } from "../http/errors";
import { Prisma } from "../prisma/client";
import { atDesk } from "./documents";
import type { Transaction } from "../database";

/** Edits after which they are merged. */
const EVERY = 200;
/** Of those merged, the last ones are kept singly too, for readers that are a little behind. */
const KEPT_SINGLY = 200;
/** A note that nobody has edited for so long is quiet. */
const QUIET_MS = 60_000;
/** Single edits that are worth merging in a quiet note. */
const WORTH = 20;
/** Whose turn it is where nobody's is. */
const NOBODY = "";

export const isMergeDue = (seq: number, stateSeq: number): boolean => seq - stateSeq >= EVERY;

/** Writes all edits up to `seq`, merged into one, as the note's state. The caller holds the note. */
export async function writeState(tx: Transaction, noteId: string, state: Uint8Array, seq: number): Promise<void> {
  await tx.note.update({ where: { id: noteId }, data: { state: Buffer.from(state), stateSeq: seq } });
  await tx.noteUpdate.updateMany({ where: { noteId, seq: { lte: seq - KEPT_SINGLY }, bytes: { not: null } }, data: { bytes: null } });
}

/** Merges notes that have become quiet, some at a time, in any order: one that cannot be merged stands in nobody's way. Answers how many. */
export async function mergeQuiet(now: number): Promise<number> {
  const { client } = await database();
  const quiet = new Date(now - QUIET_MS);
  const due = await client.$queryRaw<{ id: string; seq: number }[]>(
    Prisma.sql`SELECT "id", "seq" FROM "Note" WHERE "seq" - "stateSeq" >= ${WORTH} AND "updatedAt" < ${quiet} ORDER BY random() LIMIT 50`,
  );
  let merged = 0;
  for (const note of due) if (await mergeOne(note)) merged++;
  return merged;
}

/** Whether it was merged: one that has moved on is not quiet, and one that takes too long to load stays as it is. */
async function mergeOne({ id, seq }: { readonly id: string; readonly seq: number }): Promise<boolean> {
  const { client } = await database();
  try {
    return await atDesk({ person: NOBODY, note: id }, async (desk) => {
      const made = await desk.work(client, seq, { type: "merge" });
      if (made?.type !== "made" || made.state === null) return false;
      const { state } = made;
      return client.$transaction(async (tx) => {
        const [note] = await tx.$queryRaw<({ seq: number } | undefined)[]>(
          Prisma.sql`SELECT "seq" FROM "Note" WHERE "id" = ${id} FOR UPDATE SKIP LOCKED`,
        );
        if (note?.seq !== seq) return false;
        await writeState(tx, id, state, seq);
        return true;
      });
    });
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}
