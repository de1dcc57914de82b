/**
 * Rate limits, counted in the database so that every instance of the server counts together. Who is counted stands there as a keyed
 * hash: a count outlives what it counts by a day, and must name no address and no account then.
 */
import { createHmac } from "node:crypto";
import { derivedKey } from "../auth/secret";
import { prisma } from "../database";
import { Prisma } from "../prisma/client";
import { failedAccountsPerAddress, guestsPerAddress, signUpsPerAddress } from "../env";
import { rateLimited, type ApiError } from "./errors";

const MINUTE = 60;
/** Points per duration in seconds. */
const LIMITS = {
  submit: () => ({ points: 30, duration: MINUTE }),
  review: () => ({ points: 120, duration: MINUTE }),
  instances: () => ({ points: 120, duration: MINUTE }),
  report: () => ({ points: 20, duration: 10 * MINUTE }),
  write: () => ({ points: 60, duration: MINUTE }),
  guest: () => ({ points: guestsPerAddress(), duration: 10 * MINUTE }),
  signup: () => ({ points: signUpsPerAddress(), duration: 15 * MINUTE }),
  // Wrong passwords (lib/server/auth/tries.ts): of a browser or session that the account knows; of an account and an address; of an
  // account from anywhere; and how many accounts an address failed at.
  "login-own": () => ({ points: 10, duration: 15 * MINUTE }),
  "login-pair": () => ({ points: 10, duration: 15 * MINUTE }),
  "login-account": () => ({ points: 100, duration: 15 * MINUTE }),
  "login-place": () => ({ points: failedAccountsPerAddress(), duration: 15 * MINUTE }),
  "magic-link": () => ({ points: 5, duration: 15 * MINUTE }),
  "reset-account": () => ({ points: 5, duration: 60 * MINUTE }),
  "reset-address": () => ({ points: 20, duration: 15 * MINUTE }),
  reset: () => ({ points: 20, duration: 15 * MINUTE }),
  // Making groups, classes and invitations; assignments: a semester's are written in an evening; joining, by person; and codes that fit no
  // invitation, by address.
  group: () => ({ points: 20, duration: 60 * MINUTE }),
  assignment: () => ({ points: 60, duration: 60 * MINUTE }),
  join: () => ({ points: 20, duration: 10 * MINUTE }),
  "invite-miss": () => ({ points: 100, duration: 10 * MINUTE }),
  // Drawing PINs, 40 at a time; and wrong PINs of an account in a day, in browsers that it does not know: a PIN has a million values.
  pins: () => ({ points: 60, duration: 60 * MINUTE }),
  "pin-day": () => ({ points: 50, duration: 24 * 60 * MINUTE }),
  // Pictures put into notes, searches through them, and notes taken out as files.
  picture: () => ({ points: 20, duration: 60 * MINUTE }),
  search: () => ({ points: 60, duration: MINUTE }),
  "note-file": () => ({ points: 60, duration: 60 * MINUTE }),
  // Edits of notes: a browser sends what was typed in 300 ms at once. And where somebody's cursor stands.
  note: () => ({ points: 400, duration: MINUTE }),
  presence: () => ({ points: 240, duration: MINUTE }),
  // Readings of calendars by an address: programs of a whole school come from one, every few minutes.
  calendar: () => ({ points: 1200, duration: 10 * MINUTE }),
  export: () => ({ points: 6, duration: 60 * MINUTE }),
} as const;
export type LimitName = keyof typeof LIMITS;

/** A count as it stands, and when it begins anew. */
interface Count {
  readonly points: number;
  readonly expire: Date | null;
}

const keyOf = (name: LimitName, who: string): string =>
  `${name}:${createHmac("sha256", derivedKey("limits")).update(who).digest("base64url")}`;

/** The latest end of a count that is over at `now`: its time has passed, or it began before `since`. */
const overBy = (name: LimitName, now: number, since: number): Date => new Date(Math.max(now, since + LIMITS[name]().duration * 1000 - 1));

/** Adds `points` to a count; one that is over begins anew. One statement, so that of many at once each is counted. */
async function add(name: LimitName, who: string, points: number, since = 0): Promise<Count> {
  const now = Date.now();
  const over = overBy(name, now, since);
  const expire = new Date(now + LIMITS[name]().duration * 1000);
  const [count] = await (
    await prisma()
  ).$queryRaw<
    [Count]
  >(Prisma.sql`INSERT INTO "RateLimiterFlexible" AS c ("key", "points", "expire") VALUES (${keyOf(name, who)}, ${points}, ${expire})
    ON CONFLICT ("key") DO UPDATE SET "points" = EXCLUDED."points" + CASE WHEN c."expire" <= ${over} THEN 0 ELSE c."points" END,
      "expire" = CASE WHEN c."expire" <= ${over} THEN EXCLUDED."expire" ELSE c."expire" END
    RETURNING "points", "expire"`);
  return count;
}

/** A count that has begun and is not over; null where there is none. */
async function standing(name: LimitName, who: string, since = 0): Promise<Count | null> {
  return (await prisma()).rateLimiterFlexible.findFirst({
    where: { key: keyOf(name, who), OR: [{ expire: null }, { expire: { gt: overBy(name, Date.now(), since) } }] },
    select: { points: true, expire: true },
  });
}

const wait = ({ expire }: Count): ApiError => rateLimited(Math.max(1, Math.ceil(((expire?.getTime() ?? Date.now()) - Date.now()) / 1000)));

/** Counts one use of `name` by `who`, or refuses with the seconds to wait. */
export async function consume(name: LimitName, who: string): Promise<void> {
  const used = await add(name, who, 1);
  if (used.points > LIMITS[name]().points) throw wait(used);
}

/** What is counted: by whom, and since when (ms): what was counted before counts no more. Absent: from the first on. */
export type Counter = readonly [name: LimitName, who: string, since?: number];

/** Counts one use without refusing it, and answers how many there are now. */
export async function count(...[name, who, since]: Counter): Promise<number> {
  return (await add(name, who, 1, since)).points;
}

/** Whether anything is counted, and its time has not passed. */
export const isCounted = async (...[name, who]: Counter): Promise<boolean> => (await standing(name, who)) !== null;

/** Refuses where any of the counts has reached its limit; counts nothing. */
export async function refuseSpent(...counts: readonly Counter[]): Promise<void> {
  for (const [name, who, since] of counts) {
    const stands = await standing(name, who, since);
    if (stands !== null && stands.points >= LIMITS[name]().points) throw wait(stands);
  }
}

/** Takes a whole count back, whatever it was counted since. Answers whether there was one. */
export async function forget(...[name, who]: Counter): Promise<boolean> {
  if (!(await isCounted(name, who))) return false;
  const { count: gone } = await (await prisma()).rateLimiterFlexible.deleteMany({ where: { key: keyOf(name, who) } });
  return gone > 0;
}

/** Gives one use back. */
export async function refund(...[name, who]: Counter): Promise<void> {
  await add(name, who, -1);
}

/** Limits of what a learner does, rather than of an address. */
const OF_A_LEARNER = ["submit", "review", "instances", "write", "group", "assignment", "join", "picture", "search", "note-file"] as const;

/** How often a learner may do it in a minute. */
export const mostPerMinute = (name: "submit" | "review"): number => LIMITS[name]().points;

/** Counts what `from` has used up against `to` as well: limits follow the person into the account that took them over. */
export async function moveCounts(from: string, to: string): Promise<void> {
  for (const name of OF_A_LEARNER) {
    const used = (await standing(name, from))?.points ?? 0;
    if (used > 0) await add(name, to, used);
  }
}

/** Removes counts that ended more than a day ago; called now and then by the server. */
export async function forgetOldCounts(now: Date): Promise<number> {
  const { count } = await (
    await prisma()
  ).rateLimiterFlexible.deleteMany({ where: { expire: { lt: new Date(now.getTime() - 86_400_000) } } });
  return count;
}
