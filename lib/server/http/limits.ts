/**
 * Rate limits, counted in the database so that every instance of the server counts together. Who is counted stands there as a keyed
 * hash: a count outlives what it counts by a day, and must name no address and no account then.
 */
import { createHmac } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { derivedKey } from "../auth/secret";
import { prisma } from "../database";
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
  export: () => ({ points: 6, duration: 60 * MINUTE }),
} as const;
export type LimitName = keyof typeof LIMITS;

async function limiter(name: LimitName): Promise<RateLimiterPrisma> {
  return new RateLimiterPrisma({
    storeClient: await prisma(),
    tableName: "rateLimiterFlexible",
    keyPrefix: name,
    clearExpiredByTimeout: false,
    ...LIMITS[name](),
  });
}

const hashed = (who: string): string => createHmac("sha256", derivedKey("limits")).update(who).digest("base64url");

const wait = ({ msBeforeNext }: RateLimiterRes): ApiError => rateLimited(Math.max(1, Math.ceil(msBeforeNext / 1000)));

/** Counts one use of `name` by `who`, or refuses with the seconds to wait. */
export async function consume(name: LimitName, who: string): Promise<void> {
  try {
    await (await limiter(name)).consume(hashed(who));
  } catch (error) {
    throw error instanceof RateLimiterRes ? wait(error) : error;
  }
}

/** Counts one use without refusing it, and answers how many there are now. */
export async function count(name: LimitName, who: string): Promise<number> {
  return (await (await limiter(name)).penalty(hashed(who))).consumedPoints;
}

/** Refuses where any of the counts has reached its limit; counts nothing. */
export async function refuseSpent(...counts: readonly (readonly [name: LimitName, who: string])[]): Promise<void> {
  for (const [name, who] of counts) {
    const stands = await (await limiter(name)).get(hashed(who));
    if (stands !== null && stands.consumedPoints >= LIMITS[name]().points) throw wait(stands);
  }
}

/** Takes a whole count back. Answers whether there was one. */
export async function forget(name: LimitName, who: string): Promise<boolean> {
  const key = hashed(who);
  const counting = await limiter(name);
  return (await counting.get(key)) !== null && (await counting.delete(key));
}

/** Gives one use back. */
export async function refund(name: LimitName, who: string): Promise<void> {
  await (await limiter(name)).reward(hashed(who));
}

/** Limits of what a learner does, rather than of an address. */
const OF_A_LEARNER = ["submit", "review", "instances", "write"] as const;

/** How often a learner may do it in a minute. */
export const mostPerMinute = (name: "submit" | "review"): number => LIMITS[name]().points;

/** Counts what `from` has used up against `to` as well: limits follow the person into the account that took them over. */
export async function moveCounts(from: string, to: string): Promise<void> {
  for (const name of OF_A_LEARNER) {
    const counting = await limiter(name);
    const used = (await counting.get(hashed(from)))?.consumedPoints ?? 0;
    if (used > 0) await counting.penalty(hashed(to), used);
  }
}

/** Removes counts that ended more than a day ago; called now and then by the server. */
export async function forgetOldCounts(now: Date): Promise<number> {
  const { count } = await (
    await prisma()
  ).rateLimiterFlexible.deleteMany({ where: { expire: { lt: new Date(now.getTime() - 86_400_000) } } });
  return count;
}
