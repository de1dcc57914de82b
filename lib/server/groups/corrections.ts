/** What an earlier session got wrong, said at a later one: both show it. */
import { badBody, forbidden, notFound, tooManyItems } from "../http/errors";
import { canRewrite } from "../policy";
import { sessionOf, visibleOr } from "./items";
import { writeInGroup } from "./membership";
import { onceColumns, sameAsBefore } from "./once";
import type { Store, Transaction } from "../database";
import type { Prisma } from "../prisma/client";
import type { addCorrection as adding, PeerSession } from "@/lib/wire/peerSessions";
import type { BodyOf, ReplyOf } from "@/lib/wire/route";

/** Made at one session. */
const MOST = 100;

/** @throws ApiError not-found, group-archived, key-reused, bad-body, too-many-items */
export function addCorrection(
  userId: string,
  groupId: string,
  key: string,
  body: BodyOf<typeof adding>,
  now: number,
): Promise<ReplyOf<typeof adding>> {
  return writeInGroup(userId, groupId, now, async (tx, { place }) => {
    const once = onceColumns(userId, key, [groupId, body]);
    const before = await tx.correction.findUnique({ where: { createKey: once.createKey }, select: { id: true, requestHash: true } });
    if (sameAsBefore(before, once.requestHash) !== null && before) return { id: before.id, repeated: true };
    const session = await sessionOf(tx, groupId, body.session);
    const [id] = await correctAll(tx, { session, memberId: place.memberId, now }, [{ ...body, once }]);
    return { id, repeated: false };
  });
}

interface By {
  readonly session: { readonly id: string; readonly groupId: string; readonly localDate: string };
  readonly memberId: string;
  readonly now: number;
}

type Made = Omit<BodyOf<typeof adding>, "session"> & { readonly once: ReturnType<typeof onceColumns> };

/**
 * Writes corrections that a member makes at a session, in as many statements as for one; answers their ids.
 * @throws ApiError not-found, bad-body, too-many-items
 */
export async function correctAll(tx: Transaction, { session, memberId, now }: By, all: readonly Made[]): Promise<string[]> {
  if (all.length === 0) return [];
  const of = [...new Set(all.map(({ ofSession }) => ofSession))];
  const dates = await tx.peerSession.findMany({ where: { id: { in: of }, groupId: session.groupId }, select: { localDate: true } });
  if (dates.length < of.length) throw notFound();
  if (dates.some(({ localDate }) => localDate >= session.localDate))
    throw badBody("ofSession", "더 앞선 세션이어야 해요.", "must be a session of an earlier day.");
  if ((await tx.correction.count({ where: { sessionId: session.id } })) + all.length > MOST) throw tooManyItems(MOST);
  const made = await tx.correction.createManyAndReturn({
    data: all.map(({ once, ofSession, statement, text }, i) => ({
      ...once,
      ...{ groupId: session.groupId, sessionId: session.id, ofSessionId: ofSession, memberId },
      statement: visibleOr("statement", statement),
      text: visibleOr("text", text),
      // A millisecond apart: they stand in the order in which they were said.
      createdAt: new Date(now + i),
    })),
    select: { id: true, createKey: true },
  });
  const ids = new Map(made.map(({ id, createKey }) => [createKey, id]));
  return all.flatMap(({ once }) => ids.get(once.createKey) ?? []);
}

/** @throws ApiError not-found, forbidden, group-archived */
export function dropCorrection(
  userId: string,
  { id: groupId, correction }: { readonly id: string; readonly correction: string },
  now: number,
): Promise<{ id: string }> {
  return writeInGroup(userId, groupId, now, async (tx, { place }) => {
    const row = await tx.correction.findFirst({ where: { id: correction, groupId }, select: { memberId: true } });
    if (row === null) throw notFound();
    if (!canRewrite(place, row.memberId)) throw forbidden();
    await tx.correction.delete({ where: { id: correction } });
    return { id: correction };
  });
}

/** Those that fit `where`, in the order in which they were made. */
export async function correctionsOf(store: Store, where: Prisma.CorrectionWhereInput): Promise<PeerSession["corrections"]> {
  const rows = await store.correction.findMany({
    where,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { session: { select: { localDate: true } }, ofSession: { select: { localDate: true } } },
  });
  return rows.map(({ id, statement, text, memberId, sessionId, session, ofSessionId, ofSession }) => ({
    id,
    statement,
    text,
    by: memberId,
    session: sessionId,
    date: session.localDate,
    ofSession: ofSessionId,
    ofDate: ofSession.localDate,
  }));
}
