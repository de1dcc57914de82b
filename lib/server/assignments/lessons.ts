/** Lessons of assignments: they count once they are finished while the assignment is open. */
import { isTaken } from "@/lib/assignments";
import { Prisma } from "../prisma/client";
import { beginWithin } from "./begin";
import { holdTerms } from "./hold";
import { partWorks, readGiven, standingOf, type Given } from "./rows";
import { writeAnswer } from "./written";
import type { Store, Transaction } from "../database";

/** When the learner finished the topic's lesson, as far as that was while the assignment was open; null otherwise. */
export async function finishedLesson(store: Store, userId: string, topic: string, { assignment }: Given): Promise<number | null> {
  const done = await store.lessonDone.findUnique({ where: { userId_topic: { userId, topic } }, select: { createdAt: true } });
  const from = assignment.opensAt ?? assignment.publishedAt;
  return done === null || from === null || done.createdAt < from ? null : done.createdAt.getTime();
}

/**
 * Counts a lesson that is finished now, also one that was finished before, in every assignment that asks the learner for it. The caller
 * holds the learner's row.
 */
export async function countLesson(tx: Transaction, userId: string, topic: string, now: number): Promise<void> {
  const asked = await tx.$queryRaw<{ assignmentId: string; partId: string }[]>(
    Prisma.sql`SELECT p."assignmentId", p."id" AS "partId" FROM "CohortMember" m JOIN "Assignment" a ON a."cohortId" = m."cohortId"
      JOIN "AssignmentPart" p ON p."assignmentId" = a."id"
      WHERE m."userId" = ${userId} AND m."leftAt" IS NULL AND m."role" = 'STUDENT' AND a."publishedAt" IS NOT NULL AND a."withdrawnAt" IS NULL
        AND p."type" = 'LESSON' AND p."settings" ->> 'topic' = ${topic} ORDER BY p."assignmentId", p."id"`,
  );
  for (const { assignmentId, partId } of asked) {
    await holdTerms(tx, assignmentId);
    const given = await readGiven(tx, userId, assignmentId).catch(() => null);
    if (given !== null) await countIn(tx, given, partId, now);
  }
}

async function countIn(tx: Transaction, given: Given, partId: string, now: number): Promise<void> {
  const { assignment, cohort, memberId } = given;
  const timed = assignment.minutes !== null && given.work === null;
  if (timed || !isTaken(standingOf(given, now, true).state)) return;
  const work = await beginWithin(tx, given, now);
  const items = await tx.assignedItem.findMany({ where: { workId: work.id } });
  const part = partWorks(assignment, items, null).find((each) => each.part.id === partId)?.part;
  if (part === undefined || part.settings.type !== "lesson" || work.closedAt !== null) return;
  const before = items.find((each) => each.partId === partId);
  if (before?.answeredAt != null) return;
  const { topic, lesson } = part.settings;
  const place = { cohortId: cohort.id, assignmentId: assignment.id, partId, workId: work.id, memberId, slot: 0, try: 1 };
  const item =
    before ?? (await tx.assignedItem.create({ data: { ...place, item: `lesson:${topic}/${lesson}`, topic, openedAt: new Date(now) } }));
  await writeAnswer(tx, assignment, item, {
    answer: { finished: true },
    answeredAt: now,
    arrivedAt: now,
    marks: { score: 100, misconceptions: [] },
  });
}
