/** Beginning: a student's work on an assignment, made once. */
import { isTaken } from "@/lib/assignments";
import { prisma, type Transaction } from "../database";
import { workClosed, workNotOpen } from "../http/assignmentErrors";
import { busy, notFound } from "../http/errors";
import type { StudentWork } from "../prisma/client";
import { holdTerms, holdWork } from "./hold";
import { recountWorks } from "./recount";
import { readGiven, standingOf, studentTerms, type Given } from "./rows";

/** The student's work, held; made where it was not there. The caller holds the assignment's terms. */
export async function beginWithin(tx: Transaction, given: Given, now: number): Promise<StudentWork> {
  const { assignment, memberId } = given;
  const { limitMs } = studentTerms(assignment, given.extension, given.timePercent);
  const { count } = await tx.studentWork.createMany({
    data: [
      {
        assignmentId: assignment.id,
        memberId,
        startedAt: new Date(now),
        endsAt: limitMs === null ? null : new Date(now + limitMs),
      },
    ],
    skipDuplicates: true,
  });
  const { id } = await tx.studentWork.findUniqueOrThrow({ where: { assignmentId_memberId: { assignmentId: assignment.id, memberId } } });
  if (count === 1) await recountWorks(tx, assignment, [id]);
  const work = await holdWork(tx, id);
  if (work === null) throw notFound();
  return work;
}

/** @throws ApiError not-found, not-open, work-closed */
export async function beginWork(userId: string, assignmentId: string, now: number): Promise<{ startedAt: string; endsAt: string | null }> {
  const store = await prisma();
  for (let round = 0; round < 3; round++) {
    const given = await readGiven(store, userId, assignmentId);
    const { state } = standingOf(given, now, true);
    // What was begun stays begun, also where it is over: the same again changes nothing.
    if (given.work !== null) return begunJson(given, given.work, now);
    if (state === "not-open") throw workNotOpen();
    if (!isTaken(state)) throw workClosed();
    const work = await store.$transaction(async (tx) =>
      (await holdTerms(tx, assignmentId)) === given.assignment.revision ? beginWithin(tx, given, now) : null,
    );
    if (work !== null) return begunJson(given, work, now);
  }
  throw busy(1);
}

const begunJson = (given: Given, work: StudentWork, now: number) => ({
  startedAt: work.startedAt.toISOString(),
  endsAt: standingOf({ ...given, work }, now, true).json.endsAt,
});
