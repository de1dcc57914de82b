/** Giving a cohort work. */
import { ASSIGNMENT_MAX, type WrittenPart } from "@/lib/wire/assignmentParts";
import { writeInCohort } from "../cohorts/membership";
import type { Transaction } from "../database";
import { onceColumns, sameAsBefore } from "../groups/once";
import { tooManyAssignments, unknownIdea, unknownStudent } from "../http/assignmentErrors";
import { ideaOf } from "../insight/names";
import { checkParts, termColumns } from "./check";
import { refuseSecondReview, reviewName } from "./reviews";
import type { Catalog } from "../catalog";
import type { $Enums, Prisma } from "../prisma/client";
import type { NewAssignment } from "@/lib/wire/assignments";

/** @throws ApiError not-found, forbidden, cohort-archived, bad-terms, bad-part, no-parts, unknown-student, unknown-idea, review-there, too-many-assignments, key-reused */
export async function createAssignment(
  catalog: Catalog,
  userId: string,
  cohortId: string,
  key: string,
  body: NewAssignment,
  now: number,
): Promise<{ id: string; repeated: boolean }> {
  return writeInCohort(userId, cohortId, async (tx) => {
    const once = onceColumns(userId, key, { cohortId, body });
    const before = await tx.assignment.findUnique({ where: { createKey: once.createKey }, select: { id: true, requestHash: true } });
    if (sameAsBefore(before, once.requestHash) !== null && before) return { id: before.id, repeated: true };
    const columns = termColumns(body.terms);
    await checkParts(tx, catalog, { userId, kept: new Set() }, body.parts, body.publish);
    const students = [...new Set(body.students ?? [])];
    await refuseStrangers(tx, cohortId, students);
    if (body.review !== undefined) {
      if (ideaOf(catalog, body.review.topic, body.review.idea) === null) throw unknownIdea();
      await refuseSecondReview(tx, cohortId, body.review, students, now);
    }
    if ((await tx.assignment.count({ where: { cohortId } })) >= ASSIGNMENT_MAX.assignments)
      throw tooManyAssignments(ASSIGNMENT_MAX.assignments);
    const { id } = await tx.assignment.create({
      data: {
        ...once,
        ...columns,
        cohortId,
        publishedAt: body.publish ? new Date(now) : null,
        createdAt: new Date(now),
        parts: { create: body.parts.map(partColumns) },
        forSome: students.length > 0,
        reviewOf: body.review === undefined ? null : reviewName(body.review),
        students: { create: students.map((memberId) => ({ memberId })) },
      },
      select: { id: true },
    });
    return { id, repeated: false };
  });
}

const TYPES = { lesson: "LESSON", challenge: "CHALLENGE", quiz: "QUIZ", simulation: "SIMULATION" } as const satisfies Record<
  WrittenPart["settings"]["type"],
  $Enums.PartType
>;

export const partColumns = ({ points, settings }: WrittenPart, position: number) => ({
  position,
  points,
  type: TYPES[settings.type],
  settings: settings as Prisma.InputJsonObject,
});

/** That all of these are students of the cohort now. @throws ApiError unknown-student */
async function refuseStrangers(tx: Transaction, cohortId: string, members: readonly string[]): Promise<void> {
  if (members.length === 0) return;
  const here = await tx.cohortMember.count({ where: { id: { in: [...members] }, cohortId, role: "STUDENT", leftAt: null } });
  if (here < members.length) throw unknownStudent();
}
