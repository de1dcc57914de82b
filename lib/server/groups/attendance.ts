/** Who is there, and who says they will not be. */
import { forbidden } from "../http/errors";
import { canMark } from "../policy";
import { sessionOf } from "./items";
import { currentMember, writeInGroup } from "./membership";
import { NOTICES, STATUSES } from "./names";
import { membersOf } from "./people";
import { expectedOf, isAway, pastOf, proposalOf, saidOf } from "./presence";
import type { Transaction } from "../database";
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
  { status, next }: Mark,
  now: number,
): Promise<ReplyOf<typeof marking>> {
  return writeInGroup(userId, groupId, now, async (tx, { place, today }) => {
    const session = await sessionOf(tx, groupId, sessionId);
    await currentMember(tx, groupId, memberId);
    if (!canMark(place, session, memberId)) throw forbidden();
    const said = {
      status: status === null ? null : STATUSES[status],
      next: next === null ? null : NOTICES[next],
      updatedAt: new Date(now),
    };
    const key = { sessionId, memberId };
    await tx.attendance.upsert({ where: { sessionId_memberId: key }, create: { ...key, ...said }, update: said });
    const roles: Roles = { moderator: session.moderatorId, scribe: session.scribeId };
    const has = (["moderator", "scribe"] as const).find((role) => roles[role] === memberId);
    if (has === undefined || !isAway(status) || session.localDate !== today || session.closedAt !== null)
      return { member: memberId, ...roles };
    const after = { ...roles, [has]: await nextFor(tx, groupId, session, roles) };
    await tx.peerSession.update({ where: { id: sessionId }, data: { moderatorId: after.moderator, scribeId: after.scribe } });
    return { member: memberId, ...after };
  });
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
