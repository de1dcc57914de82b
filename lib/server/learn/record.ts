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
 * Answers what this call brought.
 * @param attemptId the attempt that is rewarded, so that a regrade finds the entry it decided
 */
export async function bookXp(
  tx: Transaction,
  user: LockedUser,
  reason: string,
  points: number,
  at: Moment,
  attemptId: string | null = null,
): Promise<number> {
  const { count } = await tx.xpEntry.createMany({
    data: [{ userId: user.id, reason, points, attemptId, localDate: at.localDate, createdAt: new Date(at.now) }],
    skipDuplicates: true,
  });
  if (count === 0 || points === 0) return 0;
  await tx.user.update({ where: { id: user.id }, data: { xp: { increment: points } } });
  return points;
}

/** Marks the learner's day as active and adds to its XP. What arrives late widens its day at either end. */
export async function markDay(tx: Transaction, user: LockedUser, points: number, at: Moment): Promise<void> {
  const instant = new Date(at.now);
  const day = { userId: user.id, localDate: at.localDate };
  await tx.activeDay.upsert({
    where: { userId_localDate: day },
    create: { ...day, timeZone: at.timeZone, dayStart: at.dayStart, xp: points, firstAt: instant, lastAt: instant },
    update: { xp: { increment: points } },
  });
  await tx.activeDay.updateMany({ where: { ...day, firstAt: { gt: instant } }, data: { firstAt: instant } });
  await tx.activeDay.updateMany({ where: { ...day, lastAt: { lt: instant } }, data: { lastAt: instant } });
  await keepRun(tx, user, at);
}

/** Carries the learner's run on. What arrives late may join days that were apart, so then they are all counted. */
async function keepRun(tx: Transaction, user: LockedUser, at: Moment): Promise<void> {
  const calendar = { timeZone: at.timeZone, dayStart: at.dayStart };
  const late = user.run === null || at.now < user.run.lastAt;
  const run = late ? await countRun(tx, user.id) : advanced(user.run, { date: at.localDate, firstAt: at.now, lastAt: at.now, calendar });
  await tx.user.update({ where: { id: user.id }, data: { run: runColumn(run) } });
}

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

/** What the reply says of the learner's totals after a write. */
export async function totalsFor(store: Store, userId: string, now: number): Promise<{ xpTotal: number; streak: number }> {
  const user = await store.user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, xp: true, run: true, ...CALENDAR_COLUMNS },
  });
  return { xpTotal: user.xp, streak: (await streakFor(store, user, now)).length };
}
