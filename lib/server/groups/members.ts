/** Places in a group: who owns it, who leaves, who is removed, and what each lets the group see. */
import { forbidden, lastOwner, notFound } from "../http/errors";
import { canDecideSharing, canEndMembership, canManageGroup, leavesNoOwner } from "../policy";
import { ROLES } from "./names";
import { changeGroupRow, currentMember, writeInGroup } from "./membership";
import { tellOfPlaces } from "../notes/hints";
import type { Transaction } from "../database";
import type { changeMember as route } from "@/lib/wire/groups";
import type { BodyOf } from "@/lib/wire/route";

const ownersOf = async (tx: Transaction, groupId: string): Promise<string[]> =>
  (await tx.groupMember.findMany({ where: { groupId, leftAt: null, role: "OWNER" }, select: { id: true } })).map(({ id }) => id);

/** @throws ApiError not-found, forbidden, group-archived, last-owner */
export function changeMember(
  userId: string,
  { id: groupId, member: memberId }: { readonly id: string; readonly member: string },
  body: BodyOf<typeof route>,
  now: number,
): Promise<{ id: string }> {
  return writeInGroup(userId, groupId, now, async (tx, { place: own }) => {
    const { sharesReview, role: place, removed } = body;
    if (removed !== undefined) {
      const gone = await tx.groupMember.findFirst({ where: { id: memberId, groupId }, select: { id: true } });
      if (gone === null) throw notFound();
      if (!canManageGroup(own)) throw forbidden();
      await tx.groupMember.update({ where: { id: memberId }, data: { removed } });
    }
    if (place === undefined && sharesReview === undefined) return { id: memberId };
    await currentMember(tx, groupId, memberId);
    if (place !== undefined && !canManageGroup(own)) throw forbidden();
    if (sharesReview !== undefined && !canDecideSharing(own, memberId)) throw forbidden();
    const data = {
      ...(place === undefined ? {} : { role: ROLES[place] }),
      ...(sharesReview === undefined ? {} : { sharesReview }),
    };
    await tx.groupMember.update({ where: { id: memberId }, data });
    if ((await ownersOf(tx, groupId)).length === 0) throw lastOwner();
    return { id: memberId };
  });
}

/**
 * Leaves, or removes somebody else. The last owner hands the group on or archives it first; with its last member the group goes whole,
 * since nobody could read it any more.
 * @throws ApiError not-found, forbidden, last-owner
 */
export function endMembership(
  userId: string,
  { id: groupId, member: memberId }: { readonly id: string; readonly member: string },
  now: number,
): Promise<{ id: string }> {
  return changeGroupRow(userId, groupId, now, async (tx, { group, place }) => {
    await currentMember(tx, groupId, memberId);
    if (!canEndMembership(place, memberId)) throw forbidden();
    if (!group.archived && leavesNoOwner(await ownersOf(tx, groupId), memberId)) throw lastOwner();
    await endPlace(tx, { groupId, memberId }, now, place.memberId !== memberId);
    if ((await tx.groupMember.count({ where: { groupId, leftAt: null } })) === 0) await tx.group.delete({ where: { id: groupId } });
    return { id: memberId };
  });
}

/** Ends a place in a group that is held: what is open falls to whoever takes it. */
export async function endPlace(
  tx: Transaction,
  { groupId, memberId }: { readonly groupId: string; readonly memberId: string },
  now: number,
  removed: boolean,
): Promise<void> {
  await tx.groupMember.update({ where: { id: memberId }, data: { leftAt: new Date(now), role: "MEMBER", removed } });
  await tx.openItem.updateMany({ where: { assigneeId: memberId, closedAt: null }, data: { assigneeId: null } });
  await tx.peerSession.updateMany({ where: { moderatorId: memberId, closedAt: null }, data: { moderatorId: null } });
  await tx.peerSession.updateMany({ where: { scribeId: memberId, closedAt: null }, data: { scribeId: null } });
  await tx.groupInvite.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: new Date(now) } });
  await tellOfPlaces(tx, groupId);
}
