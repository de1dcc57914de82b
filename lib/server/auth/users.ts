/** Making users: guests, sign-up, and the lock that every write to a learner's record takes first. */
import { canonicalTimeZone, type Run } from "@/lib/review";
import { consume } from "../http/limits";
import { alreadySignedUp, badEmail, badTimeZone, emailTaken, nobody } from "../http/errors";
import { prisma, type Transaction } from "../database";
import { Prisma } from "../prisma/client";
import { normaliseEmail } from "@/lib/wire/email";
import { hashPassword } from "./password";
import { askedColumns, type CalendarRow } from "../learn/calendar";
import { revokeSession, startSession, type SessionUser } from "./session";

export interface LockedUser extends CalendarRow {
  readonly id: string;
  readonly guest: boolean;
  /** The run of days that the row keeps; null where it has none yet. */
  readonly run: Run | null;
  /** The number of this write. */
  readonly revision: number;
}

/**
 * Locks a learner's row until the transaction ends, so that everything that reads and then writes their record (streak,
 * limits, cards) happens one at a time. It counts as a write, so that who read the record without a lock (attempts/standing.ts) finds
 * it changed. A guest that was merged meanwhile leads to the account that took over.
 */
export async function lockUser(tx: Transaction, userId: string): Promise<LockedUser> {
  let id = userId;
  for (let hops = 0; hops < 3; hops++) {
    const [row] = await tx.$queryRaw<(LockedUser & { mergedIntoId: string | null; deleted: boolean })[]>(
      Prisma.sql`UPDATE "User" SET "revision" = "revision" + 1 WHERE "id" = ${id}
        RETURNING "id", "guest", "run", "revision", "timeZone", "dayStart", "formerZone", "formerStart", "formerUntil", "mergedIntoId", "deletedAt" IS NOT NULL AS "deleted"`,
    );
    if (!row || row.deleted) throw nobody();
    if (row.mergedIntoId === null) return row;
    id = row.mergedIntoId;
  }
  throw nobody();
}

export interface Setting {
  readonly timeZone?: string;
  readonly locale?: "ko" | "en";
}

/**
 * The given settings as they are kept: a zone by its one name, and nothing of what is not given.
 * @throws ApiError bad-time-zone
 */
export function settingsOf({ timeZone, locale }: Setting): { timeZone?: string; locale?: string } {
  const zone = timeZone === undefined ? undefined : canonicalTimeZone(timeZone);
  if (zone === null) throw badTimeZone();
  return { ...(zone === undefined ? {} : { timeZone: zone }), ...(locale === undefined ? {} : { locale }) };
}

/** A new guest with a session. */
export async function createGuest(
  setting: Setting,
  { address, userAgent, now }: Pick<Caller, "address" | "userAgent" | "now">,
): Promise<{ userId: string; sessionId: string }> {
  const data = settingsOf(setting);
  await consume("guest", address);
  return (await prisma()).$transaction(async (tx) => {
    const user = await tx.user.create({ data: { ...data, guest: true, createdAt: new Date(now) }, select: { id: true } });
    return { userId: user.id, sessionId: await startSession(tx, user.id, userAgent, now) };
  });
}

export interface SignUp extends Setting {
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

export interface Caller {
  readonly user: SessionUser | null;
  readonly sessionId: string | null;
  readonly address: string;
  readonly userAgent: string | null;
  readonly now: number;
}

/**
 * Makes an account. A guest's own row becomes the account, so everything earned stays where it is; without a guest a new row is
 * made. The session changes with the rights it carries: the old one ends, a new one begins.
 */
export async function signUp(body: SignUp, caller: Caller): Promise<{ userId: string; sessionId: string }> {
  const email = normaliseEmail(body.email);
  if (email === null) throw badEmail();
  const { timeZone, ...settings } = settingsOf(body);
  if (caller.user && !caller.user.guest) throw alreadySignedUp();
  const passwordHash = await hashPassword(body.password, caller.address);
  const account = { ...settings, guest: false, email, passwordHash, name: body.name };
  try {
    return await (
      await prisma()
    ).$transaction(async (tx) => {
      let userId: string;
      if (caller.user) {
        const locked = await lockUser(tx, caller.user.id);
        if (!locked.guest) throw alreadySignedUp();
        userId = locked.id;
        // Their days go on: another zone is one they ask for, as on any other day.
        const calendar = askedColumns(locked, timeZone === undefined ? {} : { timeZone }, caller.now);
        await tx.user.update({ where: { id: userId }, data: { ...account, ...calendar } });
        if (caller.sessionId) await revokeSession(tx, userId, caller.sessionId, caller.now);
      } else {
        userId = (
          await tx.user.create({
            data: { ...account, ...(timeZone === undefined ? {} : { timeZone }), createdAt: new Date(caller.now) },
            select: { id: true },
          })
        ).id;
      }
      return { userId, sessionId: await startSession(tx, userId, caller.userAgent, caller.now) };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") throw emailTaken();
    throw error;
  }
}
