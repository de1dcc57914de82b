/**
 * Members ask the owners to look at a comment or a note; owners hide it, and show it again. Also in an archived group: what should not be
 * read there is read there still.
 */
import { prisma } from "../database";
import { changeGroupRow, enterGroup } from "../groups/membership";
import { membersOf, peopleOf } from "../groups/people";
import { forbidden, notFound } from "../http/errors";
import { tellOfPlaces } from "../notes/hints";
import { canManageGroup } from "../policy";
import { REASON_NAMES, REASONS } from "./names";
import { COMPLAINT_REASONS } from "@/lib/wire/discussionParts";
import type { ComplaintList, NewComplaint } from "@/lib/wire/discussion";

/** Complaints that a list is made of. */
const MOST = 500;

/** @throws ApiError not-found */
export function complain(userId: string, groupId: string, { about, reason }: NewComplaint, now: number): Promise<{ reported: true }> {
  return changeGroupRow(userId, groupId, now, async (tx, { place }) => {
    const known =
      "comment" in about
        ? await tx.comment.count({ where: { id: about.comment, groupId, deletedAt: null } })
        : await tx.note.count({ where: { id: about.note, groupId } });
    if (known === 0) throw notFound();
    const thing = "comment" in about ? { commentId: about.comment } : { noteId: about.note };
    const row = { ...thing, groupId, memberId: place.memberId, reason: REASONS[reason], createdAt: new Date(now) };
    const { count } = await tx.complaint.createMany({ data: [row], skipDuplicates: true });
    if (count > 0) {
      const all = await tx.complaint.count({ where: thing });
      // How often and of what; never what it said, and never who asked.
      console.log(`[groups] ${"comment" in about ? `comment ${about.comment}` : `note ${about.note}`} reported (${reason}), ${all} in all`);
    }
    return { reported: true };
  });
}

/** @throws ApiError not-found, forbidden */
export async function listComplaints(userId: string, groupId: string, now: number): Promise<ComplaintList> {
  const store = await prisma();
  const { place } = await enterGroup(store, userId, groupId, now);
  if (!canManageGroup(place)) throw forbidden();
  const rows = await store.complaint.findMany({
    where: { groupId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: {
      reason: true,
      comment: { select: { id: true, threadId: true, text: true, memberId: true, hiddenAt: true, deletedAt: true } },
      note: { select: { id: true, title: true, memberId: true, hiddenAt: true } },
    },
  });
  const things = new Map<string, { row: (typeof rows)[number]; reasons: (typeof rows)[number]["reason"][] }>();
  for (const row of rows) {
    const id = row.comment?.id ?? row.note?.id ?? "";
    const thing = things.get(id) ?? { row, reasons: [] };
    thing.reasons.push(row.reason);
    things.set(id, thing);
  }
  return {
    people: peopleOf(await membersOf(store, groupId)),
    complaints: [...things.values()].flatMap(({ row: { comment, note }, reasons }) => {
      const thing = comment ?? note;
      if (thing === null) return [];
      const about = comment
        ? { comment: comment.id, thread: comment.threadId, text: comment.deletedAt === null ? comment.text : null }
        : { note: thing.id, title: note?.title ?? "" };
      const counts = COMPLAINT_REASONS.map((reason) => ({ reason, count: reasons.filter((each) => REASON_NAMES[each] === reason).length }));
      return [{ about, by: thing.memberId, hidden: thing.hiddenAt !== null, reasons: counts.filter(({ count }) => count > 0) }];
    }),
  };
}

/** @throws ApiError not-found, forbidden */
export function hideNote(
  userId: string,
  { id: groupId, note: noteId }: { readonly id: string; readonly note: string },
  hidden: boolean,
  now: number,
): Promise<{ id: string; hidden: boolean }> {
  return changeGroupRow(userId, groupId, now, async (tx, { place }) => {
    const note = await tx.note.findFirst({ where: { id: noteId, groupId }, select: { hiddenAt: true } });
    if (note === null) throw notFound();
    if (!canManageGroup(place)) throw forbidden();
    if (hidden !== (note.hiddenAt !== null)) {
      const by = { hiddenAt: hidden ? new Date(now) : null, hiddenById: hidden ? place.memberId : null };
      await tx.note.update({ where: { id: noteId }, data: by });
      // Whoever has it open looks whether they still may read it.
      await tellOfPlaces(tx, groupId);
      console.log(`[groups] note ${noteId} of group ${groupId} ${hidden ? "hidden" : "shown again"}`);
    }
    return { id: noteId, hidden };
  });
}
