/** What one student has apart from the others: an extension of one assignment, and a factor of time for all of them. */
import { termFaults } from "@/lib/assignments";
import { writeInCohort } from "../cohorts/membership";
import { badTerms } from "../http/assignmentErrors";
import { notFound } from "../http/errors";
import { holdAssignment } from "./hold";
import { recountWorks } from "./recount";
import { reopen } from "./reopen";
import { readInCohort, termsOf } from "./rows";
import type { Transaction } from "../database";
import type { BodyOf } from "@/lib/wire/route";
import type { setExtension as route } from "@/lib/wire/assignments";

async function studentOf(tx: Transaction, cohortId: string, memberId: string): Promise<void> {
  const where = { id: memberId, cohortId, role: "STUDENT" as const, leftAt: null };
  if ((await tx.cohortMember.findFirst({ where, select: { id: true } })) === null) throw notFound();
}

/** @throws ApiError not-found, forbidden, cohort-archived, bad-terms */
export async function setExtension(
  userId: string,
  {
    id: cohortId,
    assignment: assignmentId,
    member: memberId,
  }: { readonly id: string; readonly assignment: string; readonly member: string },
  { dueAt, closesAt, extraTries, reason }: BodyOf<typeof route>,
  now: number,
): Promise<{ member: string }> {
  return writeInCohort(userId, cohortId, async (tx) => {
    await studentOf(tx, cohortId, memberId);
    await holdAssignment(tx, assignmentId);
    const assignment = await readInCohort(tx, cohortId, assignmentId);
    const own = { dueAt: dueAt === null ? null : Date.parse(dueAt), closesAt: closesAt === null ? null : Date.parse(closesAt) };
    const faults = termFaults({ opensAt: termsOf(assignment).opensAt, ...own });
    if (faults.length > 0) throw badTerms(faults, "");
    const where = { assignmentId, memberId };
    const nothing = dueAt === null && closesAt === null && extraTries === 0;
    if (nothing) await tx.extension.deleteMany({ where });
    else {
      const date = (moment: number | null): Date | null => (moment === null ? null : new Date(moment));
      const data = { dueAt: date(own.dueAt), closesAt: date(own.closesAt), extraTries, reason };
      await tx.extension.upsert({
        where: { assignmentId_memberId: where },
        create: { ...where, ...data, createdAt: new Date(now) },
        update: data,
      });
    }
    await reopen(tx, assignment, now, { member: memberId, whatever: !nothing });
    const works = await tx.studentWork.findMany({ where, select: { id: true } });
    await recountWorks(
      tx,
      assignment,
      works.map(({ id }) => id),
    );
    return { member: memberId };
  });
}

/** @throws ApiError not-found, forbidden, cohort-archived */
export async function setTimePercent(
  userId: string,
  { id: cohortId, member: memberId }: { readonly id: string; readonly member: string },
  percent: number,
  now: number,
): Promise<{ member: string; percent: number }> {
  return writeInCohort(userId, cohortId, async (tx) => {
    await studentOf(tx, cohortId, memberId);
    await tx.cohortMember.update({ where: { id: memberId }, data: { timePercent: percent } });
    const timed = await tx.assignment.findMany({
      where: { cohortId, minutes: { not: null }, works: { some: { memberId } } },
      orderBy: { id: "asc" },
    });
    for (const assignment of timed) {
      await holdAssignment(tx, assignment.id);
      await reopen(tx, assignment, now, { member: memberId });
    }
    return { member: memberId, percent };
  });
}
