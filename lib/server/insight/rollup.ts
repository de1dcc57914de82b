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

/** Students' standings, held until the transaction ends, in one order so that two who do this at once wait and do not block each other; made where there is none. */
async function holdStandings(tx: Transaction, cohortId: string, memberIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(
    Prisma.sql`INSERT INTO "MemberStanding" ("memberId", "cohortId", "recent")
      SELECT m, ${cohortId}, ARRAY[]::integer[] FROM unnest(${memberIds}::text[]) AS m ORDER BY m
      ON CONFLICT ("memberId") DO UPDATE SET "cohortId" = EXCLUDED."cohortId"`,
  );
}

/** What a standing says of the one item, topic and week of an answer. */
export interface Touched {
  readonly answers: number;
  readonly firsts: number;
  readonly recent: readonly number[];
  readonly lastId: string | null;
  readonly lastAt: string | null;
  readonly topic: unknown;
  readonly item: unknown;
  readonly slips: unknown;
  readonly weeks: unknown;
  readonly timeZone: string;
}

type Recorded = GradedItem & { readonly cohortId: string };

/**
 * What writes, or reads, an item's answer and returns its row, and in the same statement, as "touched", as much of the student's standing as that
 * answer concerns, held until the transaction ends; null where there is none yet. The slips are gone through once: they stand out of line and
 * packed, and each `->` would fetch and unpack them anew.
 */
export const withTouched = (written: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`WITH i AS (${written}) SELECT i.*, to_jsonb(t) AS "touched" FROM i LEFT JOIN LATERAL (
    SELECT s."answers", s."firsts", s."recent", s."lastId", s."lastAt", s."topics" -> i."topic" AS "topic", s."items" -> i."item" AS "item",
      (SELECT COALESCE(jsonb_object_agg(key, value), '{}') FROM jsonb_each(s."slips")
        WHERE key = ANY (ARRAY(SELECT i."topic" || '/' || idea FROM unnest(i."misconceptions" || i."couldShow") AS idea))) AS "slips", s."weeks", c."timeZone"
    FROM "MemberStanding" s, "Cohort" c WHERE s."memberId" = i."memberId" AND c."id" = i."cohortId" FOR UPDATE OF s) AS t ON TRUE`;

/**
 * What counts one item that was graded in this transaction, of no more than what the answer touches: a statement for the caller to send
 * with its own. Null for a student's first answer, and where one arrives after another that was given later: then all were counted anew.
 * @param touched what `withTouched` returned beside the item's row, when it was written
 */
export async function countingItem(tx: Transaction, item: Recorded, touched: Touched | null): Promise<Prisma.Sql | null> {
  const { memberId, cohortId, topic } = item;
  const anew = async () => {
    await recountMembers(tx, cohortId, [memberId]);
    return null;
  };
  if (touched === null) return anew();
  const row = { ...touched, lastAt: touched.lastAt === null ? null : new Date(touched.lastAt) };
  const under = (key: string | null, value: unknown) => (key === null || value === null ? {} : { [key]: value });
  const before = standingOf({ ...row, topics: under(topic, row.topic), items: under(item.item, row.item) });
  const answer = answeredOf(row.timeZone, item);
  if (!follows(before, answer)) return anew();
  const after = afterOne(before, answer);
  const { answers, firsts, recent, last } = after;
  const changed = PARTS.filter((part) => after[part] !== before[part]);
  const columns = [
    Prisma.sql`"answers" = ${answers}, "firsts" = ${firsts}, "recent" = ${[...recent]}::int[], "lastId" = ${last?.id ?? null}, "lastAt" = ${last && new Date(last.at)}`,
    ...changed.map((part) => Prisma.sql`${Prisma.raw(`"${part}" = "${part}" ||`)} ${JSON.stringify(after[part])}::jsonb`),
  ];
  return Prisma.sql`UPDATE "MemberStanding" SET ${Prisma.join(columns)} WHERE "memberId" = ${memberId}`;
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
