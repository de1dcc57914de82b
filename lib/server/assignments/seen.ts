/** What those who teach the cohort see of a student's work, and how they end it. */
import { arrivedLate, dueOf } from "@/lib/assignments";
import { prisma } from "../database";
import { enterAsInstructor, writeInCohort } from "../cohorts/membership";
import { studentsSeen } from "../cohorts/seen";
import { notFound } from "../http/errors";
import { closeOverdue, closeWork } from "./close";
import { nameOf } from "./home";
import { iso, readInCohort, standingOf } from "./rows";
import { itemJson } from "./work";
import type { Services } from "../catalog";
import type { ItemSeen, StudentWorkSeen } from "@/lib/wire/assignments";

interface OfStudent {
  readonly id: string;
  readonly assignment: string;
  readonly member: string;
}

/** @throws ApiError not-found, forbidden */
export async function readStudentWork(
  services: Services,
  userId: string,
  { id: cohortId, assignment: id, member }: OfStudent,
  now: number,
): Promise<StudentWorkSeen> {
  const store = await prisma();
  await enterAsInstructor(store, userId, cohortId);
  await readInCohort(store, cohortId, id);
  const [student] = await studentsSeen(store, { cohortId, id: member });
  if (student === undefined) throw notFound();
  const { userId: studentId } = await store.cohortMember.findUniqueOrThrow({ where: { id: member }, select: { userId: true } });
  await closeOverdue(services, now, { assignmentId: id, userId: studentId });
  const assignment = await readInCohort(store, cohortId, id);
  const [place, cohort, items] = await Promise.all([
    store.cohortMember.findUniqueOrThrow({
      where: { id: member },
      select: {
        timePercent: true,
        works: { where: { assignmentId: id } },
        extensions: { where: { assignmentId: id } },
        overrides: { where: { assignmentId: id } },
      },
    }),
    store.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { archivedAt: true, timeZone: true } }),
    store.assignedItem.findMany({
      where: { assignmentId: id, memberId: member },
      orderBy: [{ part: { position: "asc" } }, { partId: "asc" }, { slot: "asc" }, { try: "asc" }],
    }),
  ]);
  const facts = {
    assignment,
    cohort,
    extension: place.extensions[0] ?? null,
    timePercent: place.timePercent,
    work: place.works[0] ?? null,
    override: place.overrides[0] ?? null,
  };
  const { json, terms } = standingOf(facts, now, false);
  const due = dueOf(terms, cohort.timeZone);
  return {
    name: nameOf(student.seen),
    standing: json,
    items: items.map((item) => ({
      id: item.id,
      part: item.partId,
      slot: item.slot,
      try: item.try,
      item: item.item,
      score: item.score,
      misconceptions: item.misconceptions,
      lateDays: item.lateDays,
      voided: item.voidedAt !== null,
      openedAt: item.openedAt.toISOString(),
      answeredAt: iso(item.answeredAt),
      arrivedAt: iso(item.arrivedAt),
      arrivedLate: arrivedLate(item, due),
    })),
  };
}

/** @throws ApiError not-found, forbidden */
export async function readItem(
  userId: string,
  { id: cohortId, item: id }: { readonly id: string; readonly item: string },
): Promise<ItemSeen> {
  const store = await prisma();
  await enterAsInstructor(store, userId, cohortId);
  // Of who has left nothing is seen any more.
  const item = await store.assignedItem.findFirst({ where: { id, cohortId, member: { leftAt: null } }, include: { issued: true } });
  if (item === null) throw notFound();
  return itemJson(item);
}

/** Ends a student's work, or that of all. @throws ApiError not-found, forbidden, cohort-archived */
export async function closeWorks(
  services: Services,
  userId: string,
  { id: cohortId, assignment: assignmentId }: Omit<OfStudent, "member">,
  member: string | undefined,
  now: number,
): Promise<{ closed: number; graded: number }> {
  const works = await writeInCohort(userId, cohortId, async (tx) => {
    await readInCohort(tx, cohortId, assignmentId);
    const where = { cohortId, ...(member === undefined ? {} : { id: member }), role: "STUDENT" as const, leftAt: null };
    if (member !== undefined && (await tx.cohortMember.count({ where })) === 0) throw notFound();
    return tx.studentWork.findMany({
      where: { assignmentId, member: where },
      select: { id: true },
      orderBy: { id: "asc" },
    });
  });
  let closed = 0;
  let graded = 0;
  for (const { id } of works) {
    const done = await closeWork(services, id, "INSTRUCTOR", now);
    closed += done.closed ? 1 : 0;
    graded += done.graded;
  }
  return { closed, graded };
}
