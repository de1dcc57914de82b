/**
 * What students' answers come to, kept up to date: whoever grades, regrades or voids an item of a cohort calls this in the same
 * transaction. A student's standing is locked first and written last, so that of two answers at once both count.
 */
import { afterOne, follows, recount, type Standing } from "@/lib/insight";
import { Prisma } from "../prisma/client";
import { answeredOf, COUNTS, GRADED, graded, type GradedItem } from "./answers";
import type { Transaction } from "../database";

interface StandingRow {
  readonly answers: number;
  readonly firsts: number;
  readonly recent: readonly number[];
  readonly lastId: string | null;
  readonly lastAt: Date | null;
  readonly topics: unknown;
  readonly items: unknown;
  readonly slips: unknown;
  readonly weeks: unknown;
}

/** A stored standing: the JSON columns are this module's own. */
export function standingOf(row: StandingRow): Standing {
  const { answers, firsts, recent, lastId, lastAt } = row;
  return {
    answers,
    firsts,
    recent,
    last: lastId === null || lastAt === null ? null : { id: lastId, at: lastAt.getTime() },
    topics: row.topics as Standing["topics"],
    items: row.items as Standing["items"],
    slips: row.slips as Standing["slips"],
    weeks: row.weeks as Standing["weeks"],
  };
}

const columnsOf = ({ last, recent, topics, items, slips, weeks, answers, firsts }: Standing) => ({
  answers,
  firsts,
  recent: [...recent],
  lastId: last?.id ?? null,
  lastAt: last === null ? null : new Date(last.at),
  topics: topics as unknown as Prisma.InputJsonObject,
  items: items as unknown as Prisma.InputJsonObject,
  slips: slips as unknown as Prisma.InputJsonObject,
  weeks: weeks as unknown as Prisma.InputJsonObject,
});

/** A student's standing, held until the transaction ends; made where there is none. */
async function holdStanding(tx: Transaction, cohortId: string, memberId: string) {
  const [row] = await tx.$queryRaw<[StandingRow & { readonly timeZone: string }]>(
    Prisma.sql`INSERT INTO "MemberStanding" ("memberId", "cohortId", "recent") VALUES (${memberId}, ${cohortId}, ARRAY[]::integer[])
      ON CONFLICT ("memberId") DO UPDATE SET "cohortId" = EXCLUDED."cohortId"
      RETURNING *, (SELECT c."timeZone" FROM "Cohort" c WHERE c."id" = ${cohortId}) AS "timeZone"`,
  );
  return row;
}

/**
 * Counts one item that was graded in this transaction, its row written already. Two statements; more where an answer arrives after one
 * that was given later, which is counted anew.
 */
export async function recordItem(tx: Transaction, item: GradedItem & { readonly cohortId: string }): Promise<void> {
  const row = await holdStanding(tx, item.cohortId, item.memberId);
  const before = standingOf(row);
  const answer = answeredOf(row.timeZone, item);
  const after = follows(before, answer) ? afterOne(before, answer) : await counted(tx, row.timeZone, item.memberId);
  await tx.memberStanding.update({ where: { memberId: item.memberId }, data: columnsOf(after), select: { memberId: true } });
}

async function counted(tx: Transaction, timeZone: string, memberId: string): Promise<Standing> {
  const rows = await tx.assignedItem.findMany({ where: { memberId, ...COUNTS }, select: GRADED });
  return recount(rows.map((row) => answeredOf(timeZone, graded(row))));
}

/** Counts students of a cohort anew: after a regrade, a voided item, or whatever else changed answers that were counted. */
export async function recountMembers(tx: Transaction, cohortId: string, memberIds: readonly string[]): Promise<void> {
  // In one order, so that two who do this at once wait and do not block each other.
  for (const memberId of [...new Set(memberIds)].sort()) {
    const { timeZone } = await holdStanding(tx, cohortId, memberId);
    const after = await counted(tx, timeZone, memberId);
    await tx.memberStanding.update({ where: { memberId }, data: columnsOf(after), select: { memberId: true } });
  }
}

/** Counts a whole cohort anew: after its time zone changed, or to see that nothing was lost. */
export async function recountCohort(tx: Transaction, cohortId: string): Promise<void> {
  const members = await tx.assignedItem.findMany({ where: { cohortId, ...COUNTS }, distinct: ["memberId"], select: { memberId: true } });
  const standing = await tx.memberStanding.findMany({ where: { cohortId }, select: { memberId: true } });
  await recountMembers(
    tx,
    cohortId,
    [...members, ...standing].map(({ memberId }) => memberId),
  );
}
