import Bowser from "bowser";
import { prisma } from "../database";
import { notFound } from "../http/errors";
import { canEndSession } from "../policy";
import { revokeAllSessions, revokeSession } from "./session";
import type { Sessions } from "@/lib/wire/account";

type Device = Pick<Sessions["sessions"][number], "browser" | "system">;

/** Names that repeat what stands beside them. */
const SHORTER: Readonly<Record<string, string>> = {
  "Samsung Internet for Android": "Samsung Internet",
  "NAVER Whale Browser": "NAVER Whale",
};

/**
 * What a browser says of itself, in words.
 * @example deviceOf("Mozilla/5.0 (Windows NT 10.0; Win64; x64) … Chrome/141.0.0.0 Safari/537.36") → { browser: "Chrome", system: "Windows" }
 */
export function deviceOf(userAgent: string | null): Device {
  // The parser refuses an empty text.
  if (userAgent === null || userAgent.trim() === "") return { browser: null, system: null };
  const { browser, os } = Bowser.parse(userAgent);
  // KakaoTalk opens links in a browser of its own, which the parser takes for Safari or Chrome.
  const name = /KAKAOTALK/i.test(userAgent) ? "KakaoTalk" : browser.name;
  return { browser: name ? (SHORTER[name] ?? name) : null, system: os.name ? os.name : null };
}

/** Where the user is signed in. */
export async function listSessions(userId: string, currentId: string | null, now: number): Promise<Sessions> {
  const rows = await (
    await prisma()
  ).authSession.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: new Date(now) } },
    orderBy: { lastSeenAt: "desc" },
    take: 100,
  });
  return {
    sessions: rows.map((row) => ({
      id: row.id,
      current: row.id === currentId,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      ...deviceOf(row.userAgent),
    })),
  };
}

/** Ends one of the user's own sessions; anybody else's does not exist. */
export async function endSession(userId: string, id: string, now: number): Promise<{ id: string; revoked: true }> {
  const store = await prisma();
  const session = await store.authSession.findUnique({ where: { id }, select: { userId: true } });
  if (!session || !canEndSession({ id: userId }, { ownerId: session.userId })) throw notFound();
  if (!(await revokeSession(store, userId, id, now))) throw notFound();
  return { id, revoked: true };
}

/** Ends every session of the user, the one that asks too. Answers how many there were. */
export async function endAllSessions(userId: string, now: number): Promise<{ ended: number }> {
  return { ended: await revokeAllSessions(await prisma(), userId, now) };
}
