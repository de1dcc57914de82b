/** Graded work of a cohort, written as the routes of assignments write it. */
import { couldShow } from "@/lib/server/insight/answers";
import { countingItem, withTouched, type Touched } from "@/lib/server/insight/rollup";
import type { Catalog } from "@/lib/server/catalog";
import { Prisma } from "@/lib/server/prisma/client";
import type { Transaction } from "@/lib/server/database";
import type { Database } from "@/lib/server/database/open";
import { freshKey } from "./client";

export interface Work {
  readonly assignment: string;
  readonly part: string;
}

/** A published assignment with one part. */
export async function assignmentOf(
  { client }: Pick<Database, "client">,
  cohortId: string,
  more: { title?: string; dueAt?: Date } = {},
): Promise<Work> {
  const { id, parts } = await client.assignment.create({
    data: {
      cohortId,
      title: "Week one",
      publishedAt: new Date(0),
      createKey: freshKey(),
      requestHash: "",
      ...more,
      parts: { create: { position: 0, type: "QUIZ", points: 10, settings: {} } },
    },
    select: { id: true, parts: { select: { id: true } } },
  });
  return { assignment: id, part: parts[0].id };
}

export interface Given {
  readonly item: string;
  readonly topic?: string | null;
  readonly score: number;
  readonly misconceptions?: readonly string[];
  readonly option?: string;
  readonly band?: string;
  readonly try?: number;
  readonly at?: number;
  readonly seconds?: number;
}

/** A question with a right option, one that shows a misconception, and one that shows another. */
export const drawnChoice = (misconception: string): string =>
  JSON.stringify({
    view: {
      form: "choice",
      prompt: { ko: "?", en: "?" },
      options: ["right", "wrong", "other"].map((id) => ({ id, text: { ko: id, en: id } })),
    },
    truth: {
      right: "right",
      beliefs: [
        { option: "wrong", misconception },
        { option: "other", misconception: "another" },
      ],
    },
  });

let slot = 0;

/** Counts an item that was written graded, as the write of an answer does. */
export async function recordItem(tx: Transaction, item: Parameters<typeof countingItem>[1]): Promise<void> {
  const written = Prisma.sql`SELECT * FROM "AssignedItem" WHERE "id" = ${item.id}`;
  const [{ touched }] = await tx.$queryRaw<{ touched: Touched | null }[]>(withTouched(written));
  const counting = await countingItem(tx, item, touched);
  if (counting !== null) await tx.$executeRaw(counting);
}

/** One graded answer of a student, and what it does to their standing. `slip` is what its wrong option would show. */
export async function answer(
  { client }: Pick<Database, "client">,
  catalog: Catalog,
  cohortId: string,
  { assignment: assignmentId, part: partId }: Work,
  memberId: string,
  given: Given,
  slip = "slip",
): Promise<string> {
  const answeredAt = new Date(given.at ?? Date.now());
  const instance = given.item.startsWith("kind:") ? null : drawnChoice(slip);
  return client.$transaction(async (tx) => {
    const where = { assignmentId, memberId };
    await tx.studentWork.createMany({ data: { ...where, startedAt: answeredAt, done: 1 }, skipDuplicates: true });
    const { id: workId } = await tx.studentWork.findFirstOrThrow({ where, select: { id: true } });
    const row = await tx.assignedItem.create({
      data: {
        cohortId,
        assignmentId,
        partId,
        workId,
        memberId,
        slot: ++slot,
        try: given.try ?? 1,
        item: given.item,
        topic: given.topic === undefined ? "numbers" : given.topic,
        band: given.band ?? null,
        instance,
        couldShow: couldShow(catalog, { item: given.item, instance }),
        answer: given.option === undefined ? {} : { option: given.option },
        score: given.score,
        misconceptions: [...(given.misconceptions ?? [])],
        openedAt: new Date(answeredAt.getTime() - 1000 * (given.seconds ?? 30)),
        answeredAt,
      },
    });
    await recordItem(tx, { ...row, score: given.score, answeredAt });
    return row.id;
  });
}
