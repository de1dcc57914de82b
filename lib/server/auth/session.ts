/**
 * Sessions are rows. The cookie (next-auth's, encrypted) carries only a session's id; the user, the role and whether the
 * session still stands are read from the database at each request.
 */
import { randomBytes } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { prisma, type Store } from "../database";
import type { CalendarRow } from "../learn/calendar";
import { cookieName, cookieOf, isSecure, siteCookie } from "./cookies";
import { secret } from "./secret";
import { Prisma, type Role } from "../prisma/client";

export const SESSION_SECONDS = 90 * 24 * 3600;
/** How stale lastSeenAt may be before it is written again. */
const SEEN_EVERY_MS = 5 * 60_000;

export interface SessionUser extends CalendarRow {
  readonly id: string;
  readonly guest: boolean;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: Role;
  readonly locale: string;
  readonly dailyGoal: number;
  readonly xp: number;
}

export interface Session {
  readonly id: string;
  readonly user: SessionUser;
}

const NAME = "session";

export const sessionCookieName = (): string => cookieName(NAME);

export const sessionCookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure() });

/** Starts a session for `userId` and answers its id. */
export async function startSession(store: Store, userId: string, userAgent: string | null, now: number): Promise<string> {
  const id = randomBytes(24).toString("base64url");
  await store.authSession.create({
    data: {
      id,
      userId,
      userAgent: userAgent?.slice(0, 200) ?? null,
      createdAt: new Date(now),
      lastSeenAt: new Date(now),
      expiresAt: new Date(now + SESSION_SECONDS * 1000),
    },
  });
  return id;
}

/** The Set-Cookie value that carries session `id`. */
export async function sessionCookie(id: string): Promise<string> {
  return siteCookie(NAME, await encode({ token: { sid: id }, secret: secret(), maxAge: SESSION_SECONDS }), SESSION_SECONDS);
}

/** The Set-Cookie value that takes the session out of the browser. */
export const endedCookie = (): string => siteCookie(NAME, "", 0);

/** The session id that a cookie carries, if it is ours and untouched. */
export async function sessionIdOf(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: secret() });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}

type SessionRow = SessionUser & { readonly lastSeenAt: Date };

/** The session `id` with its user, unless it was revoked, has ended, or the user is gone or merged into another. */
export async function liveSession(id: string | null, now: number): Promise<Session | null> {
  if (id === null) return null;
  const store = await prisma();
  const [row] = await store.$queryRaw<SessionRow[]>(
    Prisma.sql`SELECT s."lastSeenAt", u."id", u."guest", u."name", u."email", u."role"::text AS "role", u."locale", u."dailyGoal", u."xp",
        u."timeZone", u."dayStart", u."formerZone", u."formerStart", u."formerUntil"
      FROM "AuthSession" s JOIN "User" u ON u."id" = s."userId"
      WHERE s."id" = ${id} AND s."revokedAt" IS NULL AND s."expiresAt" > ${new Date(now)} AND u."deletedAt" IS NULL AND u."mergedIntoId" IS NULL`,
  );
  if (!row) return null;
  const { lastSeenAt, ...user } = row;
  if (now - lastSeenAt.getTime() > SEEN_EVERY_MS) {
    const seen = new Date(now);
    await store.authSession.updateMany({
      where: { id, revokedAt: null },
      data: { lastSeenAt: seen, expiresAt: new Date(now + SESSION_SECONDS * 1000) },
    });
  }
  return { id, user };
}

/** The session of a request, from its cookie. */
export async function currentSession(headers: Headers): Promise<Session | null> {
  return liveSession(await sessionIdOf(cookieOf(headers, NAME)), Date.now());
}

/** Ends session `id` of `userId`. Answers whether there was one to end. */
export async function revokeSession(store: Store, userId: string, id: string, now: number): Promise<boolean> {
  const { count } = await store.authSession.updateMany({ where: { id, userId, revokedAt: null }, data: { revokedAt: new Date(now) } });
  return count > 0;
}

/** Ends every session of `userId` and answers how many there were. */
export async function revokeAllSessions(store: Store, userId: string, now: number): Promise<number> {
  const { count } = await store.authSession.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date(now) } });
  return count;
}
