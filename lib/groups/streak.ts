/** The streak that a group has together. */
import { dayNumber } from "../review/days";

/** One day of a group. */
export interface GroupDay {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Members who did something that day. */
  readonly active: number;
}

export interface GroupStreak {
  /** Days in a row, up to today or yesterday. */
  readonly length: number;
  /** Whether today already counts. */
  readonly today: boolean;
  /** How many have to do something today for it to count. */
  readonly needed: number;
}

/** How many of `members` make a day count: half of them, rounded up. @example neededOf(5) → 3; neededOf(1) → 1; neededOf(0) → 1 */
export const neededOf = (members: number): number => Math.max(1, Math.ceil(members / 2));

/**
 * Days in a row on which at least half of those who share did something; a day is that of each of them. It reaches to today, or to yesterday
 * while today may still count.
 * @param days in any order
 * @param joined on which day each of those who share today joined: whoever came later is not missed on earlier days
 * @example two members since Monday, both on Monday and one on Tuesday, seen on Wednesday → { length: 2, today: false, needed: 1 }
 */
export function groupStreak(days: readonly GroupDay[], joined: readonly string[], today: string): GroupStreak {
  const active = new Map(days.map(({ date, active: count }) => [dayNumber(date), count]));
  const since = joined.map(dayNumber);
  const counts = (day: number): boolean => {
    const members = since.filter((from) => from <= day).length;
    return members > 0 && (active.get(day) ?? 0) >= neededOf(members);
  };
  const now = dayNumber(today);
  const done = counts(now);
  let length = 0;
  for (let day = done ? now : now - 1; counts(day); day--) length++;
  return { length, today: done, needed: neededOf(since.filter((from) => from <= now).length) };
}
