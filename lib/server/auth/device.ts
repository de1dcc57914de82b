/**
 * Which browsers have signed in before. Such a browser carries a cookie that the server signed, with an id of its own and the accounts
 * that signed in there; tries from it are counted under that id, so that nobody who guesses elsewhere can lock its owner out
 * (docs/decisions/0012). It opens nothing by itself.
 */
import { randomBytes } from "node:crypto";
import * as z from "zod";
import { cookieOf, siteCookie } from "./cookies";
import { readSigned, sign } from "./signed";

const NAME = "device";
const PURPOSE = "device";
/** What browsers keep a cookie for at most. */
const DEVICE_SECONDS = 400 * 24 * 3600;
/** Accounts that one browser remembers: those of a family, or of a school's computer. */
const MOST_USERS = 12;

const claims = z.strictObject({
  id: z.string().min(16).max(64),
  /** Ids of users, who signed in last first. */
  users: z.array(z.string().max(64)).max(MOST_USERS),
  /** When it ends, in milliseconds since 1970. */
  until: z.number(),
});
export type Device = z.output<typeof claims>;

/** The device that a request comes from; null where it carries no cookie of ours, or one that has ended. */
export function knownDevice(headers: Headers, now: number): Device | null {
  const text = cookieOf(headers, NAME);
  const parsed = claims.safeParse(text === undefined ? undefined : readSigned(PURPOSE, text));
  return parsed.success && parsed.data.until > now ? parsed.data : null;
}

/** Whether `userId` has signed in on this device. */
export const hasSignedInOn = (device: Device | null, userId: string): device is Device => device?.users.includes(userId) ?? false;

const cookieWith = (id: string, users: readonly string[], now: number): string =>
  siteCookie(NAME, sign(PURPOSE, { id, users, until: now + DEVICE_SECONDS * 1000 }), DEVICE_SECONDS);

const others = (device: Device | null, userId: string): string[] => (device?.users ?? []).filter((id) => id !== userId);

/** The Set-Cookie value by which the device remembers that `userId` has signed in on it. */
export const deviceCookie = (before: Device | null, userId: string, now: number): string =>
  cookieWith(before?.id ?? randomBytes(18).toString("base64url"), [userId, ...others(before, userId)].slice(0, MOST_USERS), now);

/** The Set-Cookie value by which the device forgets `userId`, and itself where nobody else signed in on it. */
export function deviceCookieWithout(before: Device | null, userId: string, now: number): string {
  const left = others(before, userId);
  return before === null || left.length === 0 ? siteCookie(NAME, "", 0) : cookieWith(before.id, left, now);
}
