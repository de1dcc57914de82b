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
    return { id: await correct(tx, { session, memberId: place.memberId, once, now }, body), repeated: false };
  });
}

interface By {
  readonly session: { readonly id: string; readonly groupId: string; readonly localDate: string };
  readonly memberId: string;
  readonly once: ReturnType<typeof onceColumns>;
  readonly now: number;
}

/** Writes a correction that a member makes at a session; answers its id. @throws ApiError not-found, bad-body, too-many-items */
export async function correct(
  tx: Transaction,
  { session, memberId, once, now }: By,
  body: Omit<BodyOf<typeof adding>, "session">,
): Promise<string> {
  const ofSession = await sessionOf(tx, session.groupId, body.ofSession);
  if (ofSession.localDate >= session.localDate)
    throw badBody("ofSession", "더 앞선 세션이어야 해요.", "must be a session of an earlier day.");
  if ((await tx.correction.count({ where: { sessionId: session.id } })) >= MOST) throw tooManyItems(MOST);
  const { id } = await tx.correction.create({
    data: {
      ...once,
      groupId: session.groupId,
      sessionId: session.id,
      ofSessionId: ofSession.id,
      memberId,
      statement: visibleOr("statement", body.statement),
      text: visibleOr("text", body.text),
      createdAt: new Date(now),
    },
    select: { id: true },
  });
  return id;
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
