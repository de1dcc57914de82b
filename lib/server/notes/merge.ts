/** Many small edits become one: a note that was written a whole day loads as fast as one that was pasted. */
import * as Y from "yjs";
import { database } from "../database";
import { Prisma } from "../prisma/client";
import { takeCopy } from "./copies";
import type { Transaction } from "../database";

/** Edits after which they are merged. */
const EVERY = 200;
/** Of those merged, the last ones are kept singly too, for readers that are a little behind. */
const KEPT_SINGLY = 200;
/** A note that nobody has edited for so long is quiet. */
const QUIET_MS = 60_000;
/** Single edits that are worth merging in a quiet note. */
const WORTH = 20;

export const isMergeDue = (seq: number, stateSeq: number): boolean => seq - stateSeq >= EVERY;

/** Writes the document, in which all edits up to `seq` are, as the note's state. The caller holds the note. */
export async function mergeInto(tx: Transaction, noteId: string, doc: Y.Doc, seq: number): Promise<void> {
  await tx.note.update({ where: { id: noteId }, data: { state: Buffer.from(Y.encodeStateAsUpdate(doc)), stateSeq: seq } });
  await tx.noteUpdate.updateMany({ where: { noteId, seq: { lte: seq - KEPT_SINGLY }, bytes: { not: null } }, data: { bytes: null } });
}

/** Merges notes that have become quiet, some at a time. Answers how many. */
export async function mergeQuiet(now: number): Promise<number> {
  const open = await database();
  const quiet = new Date(now - QUIET_MS);
  const due = await open.client.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT "id" FROM "Note" WHERE "seq" - "stateSeq" >= ${WORTH} AND "updatedAt" < ${quiet} LIMIT 50`,
  );
  for (const { id } of due)
    await open.client.$transaction(async (tx) => {
      const [note] = await tx.$queryRaw<({ seq: number } | undefined)[]>(
        Prisma.sql`SELECT "seq" FROM "Note" WHERE "id" = ${id} FOR UPDATE SKIP LOCKED`,
      );
      if (note !== undefined) await mergeInto(tx, id, await takeCopy(open, tx, id, note.seq), note.seq);
    });
  return due.length;
}
