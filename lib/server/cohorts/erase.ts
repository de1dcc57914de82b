/** What becomes of somebody's places in cohorts when their account is erased. */
import { prisma, type Transaction } from "../database";
import { holdCohort } from "./membership";

/** Tables of cohorts, for whoever sweeps them. */
export const COHORT_TABLES = [
  "MemberStanding",
  "GradeOverride",
  "AssignedItem",
  "StudentWork",
  "Extension",
  "AssignedTo",
  "AssignmentPart",
  "Assignment",
  "CohortSeat",
  "RosterImport",
  "CohortInvite",
  "SchoolAccount",
  "CohortMember",
  "Cohort",
] as const;

/**
 * Takes people out of all their cohorts, with what rosters say of them. A cohort that is left without an instructor is archived: its
 * students see it and leave it. One that nobody is in goes whole. Doing it again changes nothing.
 */
export async function leaveAllCohorts(userIds: readonly string[], now: number): Promise<void> {
  const store = await prisma();
  const theirs = { userId: { in: [...userIds] } };
  const places = await store.cohortMember.findMany({ where: theirs, select: { cohortId: true }, orderBy: { cohortId: "asc" } });
  const schools = await store.schoolAccount.findMany({ where: theirs, select: { cohortId: true } });
  await store.cohortSeat.deleteMany({ where: { OR: [theirs, { member: theirs }] } });
  for (const cohortId of new Set([...places, ...schools].map((each) => each.cohortId)))
    await store.$transaction(async (tx) => {
      await holdCohort(tx, cohortId);
      await tx.cohortMember.deleteMany({ where: { cohortId, ...theirs } });
      await tx.schoolAccount.deleteMany({ where: { cohortId, ...theirs } });
      await settle(tx, cohortId, now);
    });
}

async function settle(tx: Transaction, cohortId: string, now: number): Promise<void> {
  const here = { cohortId, leftAt: null };
  if ((await tx.cohortMember.count({ where: { ...here, role: "INSTRUCTOR" } })) > 0) return;
  const [students, schools] = [await tx.cohortMember.count({ where: here }), await tx.schoolAccount.count({ where: { cohortId } })];
  if (students + schools === 0) await tx.cohort.deleteMany({ where: { id: cohortId } });
  else await tx.cohort.updateMany({ where: { id: cohortId, archivedAt: null }, data: { archivedAt: new Date(now) } });
}
