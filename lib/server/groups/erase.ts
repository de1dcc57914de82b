/** What becomes of somebody's places in groups when their account is erased. */
import { prisma } from "../database";
import { leavesNoOwner } from "../policy";
import { tellNews } from "../notes/hints";
import { holdGroup } from "./membership";
import { endPlace } from "./members";
import type { Transaction } from "../database";

/** Tables of groups, for whoever sweeps them. */
export const GROUP_TABLES = [
  ...["Complaint", "InboxEntry", "Reaction", "Comment", "Thread"],
  ...["NoteIndex", "NoteImage", "NoteVersion", "NoteClient", "NoteUpdate", "Note", "Slip"],
  ...["Correction", "OpenItem", "Reading", "Attendance", "PeerSession", "GroupInvite", "GroupMember", "Group"],
] as const;

/**
 * Takes people out of all their groups. What the group wrote stays, without the name; who was there goes. A group that would be without an
 * owner gets who has been in it longest; one without members goes whole. Doing it again changes nothing.
 */
export async function leaveAllGroups(userIds: readonly string[], now: number): Promise<void> {
  const store = await prisma();
  const theirs = { userId: { in: [...userIds] } };
  const places = await store.groupMember.findMany({ where: theirs, select: { id: true, groupId: true }, orderBy: { groupId: "asc" } });
  for (const { id, groupId } of places)
    await store.$transaction(async (tx) => {
      await holdGroup(tx, groupId);
      await leave(tx, groupId, id, now);
      await tellNews(tx, groupId);
    });
}

async function leave(tx: Transaction, groupId: string, memberId: string, now: number): Promise<void> {
  // Gone with its group meanwhile.
  if ((await tx.groupMember.count({ where: { id: memberId } })) === 0) return;
  const others = await tx.groupMember.findMany({
    where: { groupId, leftAt: null, id: { not: memberId } },
    select: { id: true, role: true },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
  });
  if (others.length === 0) {
    await tx.group.delete({ where: { id: groupId } });
    return;
  }
  const owners = await tx.groupMember.findMany({ where: { groupId, leftAt: null, role: "OWNER" }, select: { id: true } });
  if (
    leavesNoOwner(
      owners.map(({ id }) => id),
      memberId,
    )
  )
    await tx.groupMember.update({ where: { id: others[0].id }, data: { role: "OWNER" } });
  await endPlace(tx, { groupId, memberId }, now, false);
  await tx.attendance.deleteMany({ where: { memberId } });
  // What was said to them, what they thought of others' words with a tap, and what they asked owners to look at concern nobody else.
  await tx.inboxEntry.deleteMany({ where: { memberId } });
  await tx.reaction.deleteMany({ where: { memberId } });
  await tx.complaint.deleteMany({ where: { memberId } });
  await tx.groupMember.update({ where: { id: memberId }, data: { userId: null } });
}
