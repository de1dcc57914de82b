/** Work that more time is given to: its end moves, and what the clock had closed goes on. */
import { isTaken, stateOf } from "@/lib/assignments";
import { begunOf, studentTerms } from "./rows";
import type { Assignment } from "../prisma/client";
import type { Transaction } from "../database";

/**
 * Brings the ends of an assignment's works along with its terms. The assignment is held.
 * @param member only this student's
 * @param whatever open again also what was handed in or closed by an instructor: they were given time by name
 */
export async function reopen(
  tx: Transaction,
  assignment: Assignment,
  now: number,
  { member, whatever = false }: { readonly member?: string; readonly whatever?: boolean } = {},
): Promise<void> {
  const works = await tx.studentWork.findMany({
    where: { assignmentId: assignment.id, ...(member === undefined ? {} : { memberId: member }) },
    include: { member: { select: { timePercent: true, extensions: { where: { assignmentId: assignment.id } } } } },
    orderBy: { id: "asc" },
  });
  for (const { member: who, ...work } of works) {
    const terms = studentTerms(assignment, who.extensions[0] ?? null, who.timePercent);
    const endsAt = terms.limitMs === null ? null : new Date(work.startedAt.getTime() + terms.limitMs);
    const opens = work.closedAt !== null && (whatever || work.closedBy === "TIME");
    const open = { ...begunOf(work), closedAt: null, closedBy: null };
    const again = opens && isTaken(stateOf(terms, open, now));
    if (!again && endsAt?.getTime() === work.endsAt?.getTime()) continue;
    await tx.studentWork.update({ where: { id: work.id }, data: { endsAt, ...(again ? { closedAt: null, closedBy: null } : {}) } });
  }
}
