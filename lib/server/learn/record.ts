/** What every graded act leaves behind: XP once per cause, the active day, the cards. Always inside a transaction that holds the learner's row. */
import { isTimeZone, localDate, streakOf, type ActiveDay, type Streak } from "@/lib/review";
import type { Store, Transaction } from "../database";
import type { LockedUser } from "../auth/users";

/** When something was done: for what was answered before it arrived, earlier than the write. */
export interface Moment {
  readonly now: number;
  readonly timeZone: string;
  readonly localDate: string;
}

/** An instant, read in the learner's zone. */
export function momentOf(timeZone: string, now: number): Moment {
  const zone = isTimeZone(timeZone) ? timeZone : "UTC";
  return { now, timeZone: zone, localDate: localDate(now, zone) };
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
    create: { ...day, timeZone: at.timeZone, xp: points, firstAt: instant, lastAt: instant },
    update: { xp: { increment: points } },
  });
  await tx.activeDay.updateMany({ where: { ...day, firstAt: { gt: instant } }, data: { firstAt: instant } });
  await tx.activeDay.updateMany({ where: { ...day, lastAt: { lt: instant } }, data: { lastAt: instant } });
}

/** The streak of `userId` as seen at `now`. */
export async function streakFor(store: Store, userId: string, timeZone: string, now: number): Promise<Streak> {
  const rows = await store.activeDay.findMany({ where: { userId }, select: { localDate: true, firstAt: true, lastAt: true } });
  const days: ActiveDay[] = rows.map((row) => ({ date: row.localDate, firstAt: row.firstAt.getTime(), lastAt: row.lastAt.getTime() }));
  return streakOf(days, now, isTimeZone(timeZone) ? timeZone : "UTC");
}

/** What the reply says of the learner's totals after a write. */
export async function totalsFor(store: Store, userId: string, timeZone: string, now: number): Promise<{ xpTotal: number; streak: number }> {
  const user = await store.user.findUniqueOrThrow({ where: { id: userId }, select: { xp: true } });
  return { xpTotal: user.xp, streak: (await streakFor(store, userId, timeZone, now)).length };
}
