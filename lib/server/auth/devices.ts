import { prisma } from "../database";
import { notFound } from "../http/errors";
import { canEndSession } from "../policy";
import { revokeSession } from "./session";
import type { Sessions } from "@/lib/wire/account";

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
      userAgent: row.userAgent,
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
