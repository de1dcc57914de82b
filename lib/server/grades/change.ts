/** What instructors decide in the gradebook: their word in place of a score, and what assignments count. */
import type { Override } from "@/lib/wire/grades";
import { writeInCohort } from "../cohorts/membership";
import { notFound } from "../http/errors";

/** @throws ApiError not-found, forbidden, cohort-archived */
export function overrideGrade(
  userId: string,
  {
    id: cohortId,
    assignment: assignmentId,
    member: memberId,
  }: { readonly id: string; readonly assignment: string; readonly member: string },
  override: Override | null,
  now: number,
): Promise<{ member: string }> {
  return writeInCohort(userId, cohortId, async (tx, { place }) => {
    const [given, student] = await Promise.all([
      tx.assignment.count({ where: { id: assignmentId, cohortId, publishedAt: { not: null } } }),
      tx.cohortMember.count({ where: { id: memberId, cohortId, role: "STUDENT", leftAt: null } }),
    ]);
    if (given === 0 || student === 0) throw notFound();
    const where = { assignmentId_memberId: { assignmentId, memberId } };
    if (override === null) await tx.gradeOverride.deleteMany({ where: { assignmentId, memberId } });
    else {
      const word = { ...override, byId: place.memberId, createdAt: new Date(now) };
      await tx.gradeOverride.upsert({ where, create: { assignmentId, memberId, ...word }, update: word });
    }
    return { member: memberId };
  });
}

/** All of them or none. @throws ApiError not-found, forbidden, cohort-archived */
export function weighAssignments(
  userId: string,
  cohortId: string,
  weights: readonly { readonly assignment: string; readonly weight: number }[],
): Promise<{ id: string }> {
  return writeInCohort(userId, cohortId, async (tx) => {
    for (const { assignment: id, weight } of weights) {
      const { count } = await tx.assignment.updateMany({ where: { id, cohortId }, data: { weight, revision: { increment: 1 } } });
      if (count === 0) throw notFound();
    }
    return { id: cohortId };
  });
}
