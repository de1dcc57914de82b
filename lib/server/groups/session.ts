/** One session, as whoever is in the group sees it. */
import { prisma, type Store } from "../database";
import { canLeadSession, canManageGroup } from "../policy";
import { Prisma } from "../prisma/client";
import { correctionsOf } from "./corrections";
import { itemsOf, sessionOf } from "./items";
import { enterGroup } from "./membership";
import { isIn, membersOf, peopleOf, type Member } from "./people";
import { expectedOf, pastOf, saidOf, type Past } from "./presence";
import type { PeerSession } from "@/lib/wire/peerSessions";

/** Sessions that can be corrected from one. */
const MOST_EARLIER = 60;

/** @throws ApiError not-found */
export async function readSession(
  userId: string,
  { id: groupId, session: sessionId }: { readonly id: string; readonly session: string },
  now: number,
): Promise<PeerSession> {
  const store = await prisma();
  const { group, place, today } = await enterGroup(store, userId, groupId, now);
  const session = await sessionOf(store, groupId, sessionId);
  const date = session.localDate;
  const [members, past, note] = await Promise.all([
    membersOf(store, groupId),
    pastOf(store, groupId, date),
    store.note.findUnique({ where: { sessionId }, select: { id: true } }),
  ]);
  const following = await store.peerSession.findFirst({
    where: { groupId, localDate: { gt: date } },
    orderBy: { localDate: "asc" },
    select: { id: true, localDate: true },
  });
  return {
    id: sessionId,
    group: { id: groupId, name: group.name, archived: group.archived },
    date,
    today,
    me: place.memberId,
    owner: canManageGroup(place),
    marksAll: canLeadSession(place, session),
    closed: session.closedAt !== null,
    moderator: session.moderatorId,
    scribe: session.scribeId,
    agenda: session.agenda,
    agendaVersion: session.agendaVersion,
    people: peopleOf(members),
    attendance: await attendanceOf(store, session, members, past),
    carried: await itemsOf(
      store,
      groupId,
      Prisma.sql`o."localDate" < ${date} AND (i."closedAt" IS NULL OR i."closedOn" >= ${date}) AND o."id" <> ${sessionId}`,
      date,
    ),
    items: await itemsOf(store, groupId, Prisma.sql`o."id" = ${sessionId}`, today),
    corrections: await correctionsOf(store, { sessionId }),
    corrected: await correctionsOf(store, { ofSessionId: sessionId }),
    earlier: past.sessions
      .slice(-MOST_EARLIER)
      .reverse()
      .map(({ id, localDate }) => ({ id, date: localDate })),
    following: following && { id: following.id, date: following.localDate },
    note: note?.id ?? null,
  };
}

/** Of everybody who is in the group and was when the session was, or was written down; and of who was there before they left. */
async function attendanceOf(
  store: Store,
  { id: sessionId, localDate, createdAt }: { readonly id: string; readonly localDate: string; readonly createdAt: Date },
  members: readonly Member[],
  past: Past,
): Promise<PeerSession["attendance"]> {
  const rows = await store.attendance.findMany({ where: { sessionId }, select: { memberId: true, status: true, next: true } });
  const here = new Map(rows.map((row) => [row.memberId, saidOf(row)]));
  return members
    .filter((member) => here.has(member.id) || (isIn(member) && (member.joinedOn <= localDate || member.joinedAt <= createdAt)))
    .map(({ id }) => ({
      member: id,
      status: here.get(id)?.status ?? null,
      next: here.get(id)?.next ?? null,
      expected: expectedOf(past, id),
    }));
}
