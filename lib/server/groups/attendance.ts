/** Who is there, and who says they will not be. */
import { forbidden } from "../http/errors";
import { canMark } from "../policy";
import { sessionOf } from "./items";
import { currentMember, writeInGroup } from "./membership";
import { NOTICES, STATUSES } from "./names";
import { membersOf } from "./people";
import { expectedOf, isAway, pastOf, proposalOf, saidOf } from "./presence";
import type { Transaction } from "../database";
import type { PeerSession } from "../prisma/client";
import type { Roles } from "@/lib/groups";
import type { Mark, markAttendance as marking } from "@/lib/wire/peerSessions";
import type { ReplyOf } from "@/lib/wire/route";

/**
 * Says for a member how they are there. Whoever has a role today and cannot come hands it to who is next.
 * @throws ApiError not-found, forbidden, group-archived
 */
export function markAttendance(
  userId: string,
  { id: groupId, session: sessionId, member: memberId }: { readonly id: string; readonly session: string; readonly member: string },
  said: Mark,
  now: number,
): Promise<ReplyOf<typeof marking>> {
  return writeInGroup(userId, groupId, now, async (tx, { place, today }) => {
    const session = await sessionOf(tx, groupId, sessionId);
    await currentMember(tx, groupId, memberId);
    if (!canMark(place, session, memberId)) throw forbidden();
    return { member: memberId, ...(await markAll(tx, { session, today, now }, [{ member: memberId, ...said }])) };
  });
}

interface At {
  readonly session: Omit<PeerSession, "agenda" | "agendaVersion" | "createdAt">;
  readonly today: string;
  readonly now: number;
}

/** What is said of a member; what it leaves out stays. */
export type MemberMark = Partial<Mark> & { readonly member: string };

/**
 * Writes what the marks of different members say, then hands on the roles of those who are away: the number of statements does not grow with
 * the number of marks. The group is held. Answers the session's roles after it.
 */
export async function markAll(tx: Transaction, { session, today, now }: At, marks: readonly MemberMark[]): Promise<Roles> {
  const of = { sessionId: session.id, memberId: { in: marks.map(({ member }) => member) } };
  const before = new Map((await tx.attendance.findMany({ where: of })).map((row) => [row.memberId, row]));
  await tx.attendance.deleteMany({ where: of });
  await tx.attendance.createMany({
    data: marks.map(({ member, status, next }) => ({
      ...{ sessionId: session.id, memberId: member, updatedAt: new Date(now) },
      status: status === undefined ? (before.get(member)?.status ?? null) : status && STATUSES[status],
      next: next === undefined ? (before.get(member)?.next ?? null) : next && NOTICES[next],
    })),
  });
  let roles: Roles = { moderator: session.moderatorId, scribe: session.scribeId };
  if (session.localDate !== today || session.closedAt !== null) return roles;
  for (const role of ["moderator", "scribe"] as const) {
    const said = marks.find(({ member }) => member === roles[role]);
    if (said !== undefined && isAway(said.status ?? null)) roles = { ...roles, [role]: await nextFor(tx, session.groupId, session, roles) };
  }
  if (roles.moderator !== session.moderatorId || roles.scribe !== session.scribeId)
    await tx.peerSession.update({ where: { id: session.id }, data: { moderatorId: roles.moderator, scribeId: roles.scribe } });
  return roles;
}

/** Whom the rotation asks among those who are not away and have no role yet. */
async function nextFor(
  tx: Transaction,
  groupId: string,
  { id, localDate }: { readonly id: string; readonly localDate: string },
  roles: Roles,
): Promise<string | null> {
  const past = await pastOf(tx, groupId, localDate);
  const rows = await tx.attendance.findMany({ where: { sessionId: id }, select: { memberId: true, status: true, next: true } });
  const here = new Map(rows.map((row) => [row.memberId, saidOf(row).status]));
  const away = (memberId: string): boolean => isAway(here.get(memberId) ?? expectedOf(past, memberId));
  const busy = (memberId: string): boolean => memberId === roles.moderator || memberId === roles.scribe;
  return proposalOf(past, await membersOf(tx, groupId), (memberId) => away(memberId) || busy(memberId)).moderator;
}
