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
    return { member: memberId, ...(await mark(tx, { session, today, now }, memberId, said)) };
  });
}

interface At {
  readonly session: Omit<PeerSession, "agenda" | "agendaVersion" | "createdAt">;
  readonly today: string;
  readonly now: number;
}

/** Writes what a member's mark says, what it leaves out stays; answers the session's roles after it. */
export async function mark(
  tx: Transaction,
  { session, today, now }: At,
  memberId: string,
  { status, next }: Partial<Mark>,
): Promise<Roles> {
  const said = {
    ...(status === undefined ? {} : { status: status === null ? null : STATUSES[status] }),
    ...(next === undefined ? {} : { next: next === null ? null : NOTICES[next] }),
    updatedAt: new Date(now),
  };
  const key = { sessionId: session.id, memberId };
  await tx.attendance.upsert({ where: { sessionId_memberId: key }, create: { ...key, ...said }, update: said });
  const roles: Roles = { moderator: session.moderatorId, scribe: session.scribeId };
  const has = (["moderator", "scribe"] as const).find((role) => roles[role] === memberId);
  if (has === undefined || !isAway(status ?? null) || session.localDate !== today || session.closedAt !== null) return roles;
  const after = { ...roles, [has]: await nextFor(tx, session.groupId, session, roles) };
  await tx.peerSession.update({ where: { id: session.id }, data: { moderatorId: after.moderator, scribeId: after.scribe } });
  return after;
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
