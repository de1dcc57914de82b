/**
 * What students' answers come to, kept up to date: whoever grades, regrades or voids an item of a cohort calls this in the same
 * transaction. A student's standing is locked first and written last, so that of two answers at once both count.
 */
import { afterOne, follows, grouped, recount, type Standing } from "@/lib/insight";
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

/** Columns of `written` for `jsonb_to_record` and `jsonb_to_recordset`. */
const WRITTEN = Prisma.sql`n("memberId" text, "answers" int, "firsts" int, "recent" jsonb, "lastId" text, "lastAt" timestamptz(3),
  "topics" jsonb, "items" jsonb, "slips" jsonb, "weeks" jsonb)`;

/** A standing as rows of `WRITTEN` have it. */
const written = (memberId: string, { last, ...rest }: Standing) => ({
  ...rest,
  memberId,
  lastId: last?.id ?? null,
  lastAt: last === null ? null : new Date(last.at).toISOString(),
});

const SUMS = Prisma.sql`"answers" = n."answers", "firsts" = n."firsts", "lastId" = n."lastId", "lastAt" = n."lastAt",
  "recent" = ARRAY(SELECT jsonb_array_elements_text(n."recent")::int)`;
const PARTS = ["topics", "items", "slips", "weeks"] as const;
const REPLACED = Prisma.raw(PARTS.map((part) => `"${part}" = n."${part}"`).join(", "));
/** A part that stays as it is, null, keeps its place on the disk. */
const MERGED = Prisma.raw(
  PARTS.map((part) => `"${part}" = CASE WHEN n."${part}" IS NULL THEN s."${part}" ELSE s."${part}" || n."${part}" END`).join(", "),
);

/** Students' standings, held until the transaction ends, in one order so that two who do this at once wait and do not block each other; made where there is none. */
async function holdStandings(tx: Transaction, cohortId: string, memberIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(
    Prisma.sql`INSERT INTO "MemberStanding" ("memberId", "cohortId", "recent")
      SELECT m, ${cohortId}, ARRAY[]::integer[] FROM unnest(${memberIds}::text[]) AS m ORDER BY m
      ON CONFLICT ("memberId") DO UPDATE SET "cohortId" = EXCLUDED."cohortId"`,
  );
}

/** What a standing says of the one item, topic and week of an answer. */
interface Touched {
  readonly answers: number;
  readonly firsts: number;
  readonly recent: readonly number[];
  readonly lastId: string | null;
  readonly lastAt: Date | null;
  readonly topic: unknown;
  readonly item: unknown;
  readonly slips: unknown;
  readonly weeks: unknown;
  readonly timeZone: string;
}

/** As much of a student's standing as one answer concerns, held until the transaction ends; null where there is none yet. */
async function holdTouched(
  tx: Transaction,
  { memberId, cohortId, item, topic, misconceptions, couldShow }: Recorded,
): Promise<Touched | null> {
  const ideas = [...new Set([...misconceptions, ...couldShow])].map((idea) => `${topic}/${idea}`);
  const [row] = await tx.$queryRaw<Touched[]>(
    Prisma.sql`SELECT s."answers", s."firsts", s."recent", s."lastId", s."lastAt", s."topics" -> ${topic ?? ""} AS "topic", s."items" -> ${item} AS "item",
        (SELECT COALESCE(jsonb_object_agg(k, s."slips" -> k), '{}') FROM unnest(${ideas}::text[]) AS k WHERE s."slips" -> k IS NOT NULL) AS "slips", s."weeks", c."timeZone"
      FROM "MemberStanding" s, "Cohort" c WHERE s."memberId" = ${memberId} AND c."id" = ${cohortId} FOR UPDATE OF s`,
  );
  return row ?? null;
}

type Recorded = GradedItem & { readonly cohortId: string };

/**
 * Counts one item that was graded in this transaction, its row written already. Two statements, of no more than what the answer touches;
 * more for a student's first answer, and where one arrives after another that was given later: then all are counted anew.
 */
export async function recordItem(tx: Transaction, item: Recorded): Promise<void> {
  const { memberId, cohortId, topic } = item;
  const row = await holdTouched(tx, item);
  if (row === null) return recountMembers(tx, cohortId, [memberId]);
  const under = (key: string | null, value: unknown) => (key === null || value === null ? {} : { [key]: value });
  const before = standingOf({ ...row, topics: under(topic, row.topic), items: under(item.item, row.item) });
  const answer = answeredOf(row.timeZone, item);
  if (!follows(before, answer)) return recountMembers(tx, cohortId, [memberId]);
  const after = afterOne(before, answer);
  const changed = (part: (typeof PARTS)[number]) => (after[part] === before[part] ? null : after[part]);
  const sent = { ...written(memberId, after), ...Object.fromEntries(PARTS.map((part) => [part, changed(part)])) };
  await tx.$executeRaw(
    Prisma.sql`UPDATE "MemberStanding" s SET ${SUMS}, ${MERGED} FROM jsonb_to_record(${JSON.stringify(sent)}::jsonb) AS ${WRITTEN}
      WHERE s."memberId" = ${memberId}`,
  );
}

/** Students whose answers are read at once. */
const AT_ONCE = 50;

/** Counts students of a cohort anew: after a regrade, a voided item, or whatever else changed answers that were counted. */
export async function recountMembers(tx: Transaction, cohortId: string, memberIds: readonly string[]): Promise<void> {
  const ids = [...new Set(memberIds)].sort();
  if (ids.length === 0) return;
  await holdStandings(tx, cohortId, ids);
  const { timeZone } = await tx.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { timeZone: true } });
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const some = ids.slice(i, i + AT_ONCE);
    const rows = await tx.assignedItem.findMany({ where: { memberId: { in: some }, ...COUNTS }, select: GRADED });
    const own = grouped(rows, ({ memberId }) => memberId);
    const counted = some.map((id) => written(id, recount((own.get(id) ?? []).map((row) => answeredOf(timeZone, graded(row))))));
    await tx.$executeRaw(
      Prisma.sql`UPDATE "MemberStanding" s SET ${SUMS}, ${REPLACED}
        FROM jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) AS ${WRITTEN} WHERE s."memberId" = n."memberId" AND s."memberId" = ANY(${some})`,
    );
  }
}

/** First answers, as `isFirst` of lib/insight knows them. */
const FIRSTS = Prisma.sql`"try" = 1 AND ("item" LIKE 'kind:%' OR row_number() OVER (PARTITION BY "memberId", "item" ORDER BY "answeredAt", "id") = 1)`;

/** Tells answers by weeks of the cohort's time zone, which was changed in this transaction. A class may have a million of them, so they stay in the database. */
export async function recountWeeks(tx: Transaction, cohortId: string): Promise<void> {
  // Nobody answers meanwhile: whoever comes after this reads the new time zone.
  await tx.$queryRaw(Prisma.sql`SELECT "id" FROM "Assignment" WHERE "cohortId" = ${cohortId} ORDER BY "id" FOR UPDATE`);
  await tx.$executeRaw(Prisma.sql`WITH told AS (
      SELECT "memberId", "score", ${FIRSTS} AS "first",
        to_char(date_trunc('week', "answeredAt" AT TIME ZONE (SELECT "timeZone" FROM "Cohort" WHERE "id" = ${cohortId})), 'YYYY-MM-DD') AS "week"
      FROM "AssignedItem" WHERE "cohortId" = ${cohortId} AND "score" IS NOT NULL AND "answeredAt" IS NOT NULL AND "voidedAt" IS NULL AND "item" ~ '^(kind|question|bank):'),
    weeks AS (SELECT "memberId", "week", count(*) AS "firsts", sum("score") AS "points" FROM told WHERE "first" GROUP BY 1, 2),
    members AS (SELECT "memberId", jsonb_object_agg("week", jsonb_build_object('firsts', "firsts", 'points', "points")) AS "weeks" FROM weeks GROUP BY 1)
    UPDATE "MemberStanding" s SET "weeks" = m."weeks" FROM members m WHERE s."memberId" = m."memberId"`);
}

/** Counts a whole cohort anew, to see that nothing was lost. */
export async function recountCohort(tx: Transaction, cohortId: string): Promise<void> {
  const members = await tx.assignedItem.findMany({ where: { cohortId, ...COUNTS }, distinct: ["memberId"], select: { memberId: true } });
  const standing = await tx.memberStanding.findMany({ where: { cohortId }, select: { memberId: true } });
  await recountMembers(
    tx,
    cohortId,
    [...members, ...standing].map(({ memberId }) => memberId),
  );
}
