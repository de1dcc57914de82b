/** What every graded act leaves behind: XP once per cause, the active day, the cards. Always inside a transaction that holds the learner's row. */
import { advanced, localDate, runOf, streakAt, type ActiveDay, type Calendar, type Run, type Streak } from "@/lib/review";
import { countedAt, CALENDAR_COLUMNS, type CalendarRow } from "./calendar";
import { Prisma } from "../prisma/client";
import type { Store, Transaction } from "../database";
import type { LockedUser } from "../auth/users";

/** When something was done: for what was answered before it arrived, earlier than the write. */
export interface Moment extends Calendar {
  readonly now: number;
  readonly localDate: string;
}

/** An instant, read in the calendar that the learner's days are counted in at that time. */
export function momentOf(row: CalendarRow, now: number): Moment {
  const calendar = countedAt(row, now);
  return { ...calendar, now, localDate: localDate(now, calendar) };
}

/**
 * Books `points` for `reason`, unless that reason has been booked before (also with 0 points: the first try decides).
 * Answers what this call brings, which `markDay` adds to the learner's total.
 */
export async function bookXp(tx: Transaction, user: LockedUser, reason: string, points: number, at: Moment): Promise<number> {
  const { count } = await tx.xpEntry.createMany({
    data: [{ userId: user.id, reason, points, localDate: at.localDate, createdAt: new Date(at.now) }],
    skipDuplicates: true,
  });
  return count === 0 ? 0 : points;
}

/** A learner's row as it was read, and the number of the write it was read after. */
type Recorded = CalendarRow & { readonly id: string; readonly run: Run | null; readonly revision: number };

/** Attempts by kind. */
export type Tried = Readonly<Record<string, number>>;

/** What `RECORD` writes. @param tried attempts by kind after this one; null where there is none */
export const recordOf = (user: Recorded, points: number, at: Moment, tried: Tried | null = null) => ({
  userId: user.id,
  revision: user.revision,
  points,
  run: user.run !== null && isLate(user.run, at) ? user.run : carriedOn(user.run, at),
  tried,
  localDate: at.localDate,
  timeZone: at.timeZone,
  dayStart: at.dayStart,
  at: new Date(at.now).toISOString(),
});

/** Columns of `recordOf` for `jsonb_to_record`. */
export const RECORD_COLUMNS = Prisma.sql`"userId" text, "revision" int, "points" int, "run" jsonb, "tried" jsonb, "localDate" text, "timeZone" text, "dayStart" int, "at" timestamptz(3)`;

/**
 * Two steps of a statement in which `n` is a record: the learner's total and run, then the day, which what arrives late widens at
 * either end. `learner` is empty where somebody else has written since the row was read; whatever else the statement writes comes from it.
 */
export const RECORD = Prisma.sql`learner AS (
    UPDATE "User" u SET "xp" = u."xp" + n."points", "run" = n."run", "tried" = COALESCE(n."tried", u."tried"), "revision" = u."revision" + 1 FROM n
    WHERE u."id" = n."userId" AND u."revision" = n."revision" AND u."deletedAt" IS NULL AND u."mergedIntoId" IS NULL RETURNING u."xp"),
  day AS (
    INSERT INTO "ActiveDay" AS d ("userId", "localDate", "timeZone", "dayStart", "xp", "firstAt", "lastAt")
    SELECT n."userId", n."localDate", n."timeZone", n."dayStart", n."points", n."at", n."at" FROM n, learner
    ON CONFLICT ("userId", "localDate") DO UPDATE SET "xp" = d."xp" + EXCLUDED."xp",
      "firstAt" = LEAST(d."firstAt", EXCLUDED."firstAt"), "lastAt" = GREATEST(d."lastAt", EXCLUDED."lastAt"))`;

/** A learner's attempts by kind as their row keeps them, or counted where it does not. */
export const TRIED = Prisma.sql`COALESCE(u."tried", (SELECT jsonb_object_agg(c."kind", c."count") FROM (
  SELECT a."kind", count(*) AS "count" FROM "Attempt" a WHERE a."userId" = u."id" GROUP BY 1) c), '{}')`;

/** What the reply says of the learner's totals after a write. */
interface Totals {
  readonly xpTotal: number;
  readonly streak: number;
}

/** Adds `points` to the learner's total and to their day, and carries their run on. Answers the totals as seen at `now`. */
export async function markDay(tx: Transaction, user: LockedUser, points: number, at: Moment, now: number): Promise<Totals> {
  const record = recordOf(user, points, at);
  const [{ xp }] = await tx.$queryRaw<[{ xp: number }]>(
    Prisma.sql`WITH n AS (SELECT * FROM jsonb_to_record(${JSON.stringify(record)}::jsonb) AS r(${RECORD_COLUMNS})), ${RECORD} SELECT "xp" FROM learner`,
  );
  const run = isLate(user.run, at) ? await recountRun(tx, user.id) : record.run;
  return totalsOf(xp, run, user, now);
}

/** Whether a run cannot be carried on by what was done at `at`: it may join days that were apart, so then they are all counted. */
export const isLate = (run: Run | null, at: Moment): boolean => run === null || at.now < run.lastAt;

const carriedOn = (run: Run | null, { localDate: date, now, timeZone, dayStart }: Moment): Run =>
  advanced(run, { date, firstAt: now, lastAt: now, calendar: { timeZone, dayStart } });

/** Counts all days of a learner whose row is held, and keeps their run. */
export async function recountRun(tx: Transaction, userId: string): Promise<Run | null> {
  const run = await countRun(tx, userId);
  await tx.user.update({ where: { id: userId }, data: { run: runColumn(run) } });
  return run;
}

/** @param run all that the streak is read from */
export const totalsOf = (xpTotal: number, run: Run | null, calendars: CalendarRow, now: number): Totals => ({
  xpTotal,
  streak: streakAt(run, now, countedAt(calendars, now)).length,
});

/** The run that the days of `userId` end with, from all of them. */
export async function countRun(store: Store, userId: string): Promise<Run | null> {
  const rows = await store.activeDay.findMany({
    where: { userId },
    select: { localDate: true, firstAt: true, lastAt: true, timeZone: true, dayStart: true },
  });
  return runOf(
    rows.map(({ localDate: date, firstAt, lastAt, timeZone, dayStart }): ActiveDay => ({
      date,
      firstAt: firstAt.getTime(),
      lastAt: lastAt.getTime(),
      calendar: { timeZone, dayStart },
    })),
  );
}

/** A run as the learner's row keeps it. */
export const runColumn = (run: Run | null) => (run === null ? Prisma.DbNull : { ...run, calendar: { ...run.calendar } });

/** The streak of a learner as seen at `now`: from the run on their row, or from their days where it was not counted yet. */
export async function streakFor(
  store: Store,
  user: CalendarRow & { readonly id: string; readonly run: unknown },
  now: number,
): Promise<Streak> {
  const run = (user.run as Run | null) ?? (await countRun(store, user.id));
  return streakAt(run, now, countedAt(user, now));
}

/** The totals of a learner as they stand. */
export async function totalsFor(store: Store, userId: string, now: number): Promise<Totals> {
  const user = await store.user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, xp: true, run: true, ...CALENDAR_COLUMNS },
  });
  return { xpTotal: user.xp, streak: (await streakFor(store, user, now)).length };
}
