/** The sums on `StudentWork`, counted from its items: the one way in which they are written, so that no path can leave them behind. */
import { arrivedLate, dueOf, lateDays, workEarned } from "@/lib/assignments";
import { partWorks, rulesOf, studentTerms, type AssignmentWithParts } from "./rows";
import { Prisma, type AssignedItem, type StudentWork } from "../prisma/client";
import type { Store, Transaction } from "../database";

type Columns = Pick<StudentWork, "id" | "earnedAtDue" | "earnedNow" | "points" | "done" | "slots" | "arrivedLate"> & {
  readonly lastAt: string | null;
};

const ITEM = {
  id: true,
  workId: true,
  partId: true,
  slot: true,
  item: true,
  score: true,
  firstScore: true,
  answeredAt: true,
  arrivedAt: true,
  voidedAt: true,
  lateDays: true,
} as const satisfies Prisma.AssignedItemSelect;

interface Counted {
  readonly works: readonly Columns[];
  /** Items whose late days are others than they say. */
  readonly late: readonly Pick<AssignedItem, "id" | "lateDays">[];
}

/** What the sums of works should be. @param ids of works of the assignment; all of them where it is left out */
export async function countWorks(store: Store, assignment: AssignmentWithParts, ids?: readonly string[]): Promise<Counted> {
  const where = ids === undefined ? { assignmentId: assignment.id } : { id: { in: [...ids] } };
  const works = await store.studentWork.findMany({
    where,
    select: { id: true, member: { select: { timePercent: true, extensions: { where: { assignmentId: assignment.id } } } } },
  });
  const items = await store.assignedItem.findMany({ where: { workId: { in: works.map(({ id }) => id) } }, select: ITEM });
  const byWork = new Map<string, typeof items>(works.map(({ id }) => [id, []]));
  for (const item of items) byWork.get(item.workId)?.push(item);
  const { timeZone } = await store.cohort.findUniqueOrThrow({ where: { id: assignment.cohortId }, select: { timeZone: true } });
  const moved: Pick<AssignedItem, "id" | "lateDays">[] = [];
  const counted = works.map(({ id, member }): Columns => {
    const own = byWork.get(id) ?? [];
    const due = dueOf(studentTerms(assignment, member.extensions[0] ?? null, member.timePercent), timeZone);
    const parts = partWorks(assignment, own, due);
    for (const item of own) {
      const days = item.answeredAt === null ? 0 : lateDays(item.answeredAt.getTime(), due);
      if (days !== item.lateDays) moved.push({ id: item.id, lateDays: days });
    }
    const { points, atDue, now, done, slots, lastAt } = workEarned(parts, rulesOf(assignment));
    const late = own.filter((item) => arrivedLate(item, due));
    const last = lastAt === null ? null : new Date(lastAt).toISOString();
    return { id, points, earnedAtDue: atDue, earnedNow: now, done, slots, arrivedLate: late.length, lastAt: last };
  });
  return { works: counted, late: moved };
}

/**
 * Counts works anew and writes what they say. The works are held, or the assignment is.
 * @param along a statement of the caller's that is sent with the last one
 */
export async function recountWorks(
  tx: Transaction,
  assignment: AssignmentWithParts,
  ids?: readonly string[],
  along: Prisma.Sql | null = null,
): Promise<void> {
  const { works, late } = await countWorks(tx, assignment, ids);
  if (late.length > 0)
    await tx.$executeRaw(Prisma.sql`UPDATE "AssignedItem" i SET "lateDays" = n."lateDays"
      FROM jsonb_to_recordset(${JSON.stringify(late)}::jsonb) AS n("id" text, "lateDays" int) WHERE i."id" = n."id" AND i."id" = ANY(${late.map(({ id }) => id)})`);
  if (works.length === 0) {
    if (along !== null) await tx.$executeRaw(along);
    return;
  }
  const first = along === null ? Prisma.empty : Prisma.sql`WITH along AS (${along})`;
  await tx.$executeRaw(Prisma.sql`${first} UPDATE "StudentWork" w SET "earnedAtDue" = n."earnedAtDue", "earnedNow" = n."earnedNow", "points" = n."points",
      "done" = n."done", "slots" = n."slots", "lastAt" = n."lastAt", "arrivedLate" = n."arrivedLate"
    FROM jsonb_to_recordset(${JSON.stringify(works)}::jsonb)
      AS n("id" text, "earnedAtDue" float8, "earnedNow" float8, "points" int, "done" int, "slots" int, "lastAt" timestamptz(3), "arrivedLate" int)
    WHERE w."id" = n."id" AND w."id" = ANY(${works.map(({ id }) => id)})`);
}

/** The class's clock is another one: what is a day late by it may be no day late by the other. The cohort is held, and its assignments. */
export async function recountDays(tx: Transaction, cohortId: string): Promise<void> {
  const dated = { OR: [{ dueAt: { not: null } }, { extensions: { some: { dueAt: { not: null } } } }] };
  const assignments = await tx.assignment.findMany({ where: { cohortId, ...dated }, include: { parts: true }, orderBy: { id: "asc" } });
  for (const assignment of assignments) await recountWorks(tx, assignment);
}

/** What the sums of a work should be, from its items alone: for whoever checks them. */
export async function recountWork(store: Store, workId: string): Promise<Columns> {
  const { assignmentId } = await store.studentWork.findUniqueOrThrow({ where: { id: workId }, select: { assignmentId: true } });
  const assignment = await store.assignment.findUniqueOrThrow({ where: { id: assignmentId }, include: { parts: true } });
  return (await countWorks(store, assignment, [workId])).works[0];
}
