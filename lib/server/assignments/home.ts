/** Assignments for those who teach the cohort. */
import { prisma } from "../database";
import { enterAsInstructor } from "../cohorts/membership";
import { studentsSeen } from "../cohorts/seen";
import { closeOverdue } from "./close";
import { iso, partOf, readInCohort, standingOf } from "./rows";
import { termsJson } from "./work";
import type { Services } from "../catalog";
import type { AssignmentHome, AssignmentList } from "@/lib/wire/assignments";

/** Works that are closed while somebody looks; the rest is closed by the server's own round. */
const MOST_AT_A_LOOK = 20;

/** @throws ApiError not-found, forbidden */
export async function listAssignments(userId: string, cohortId: string): Promise<AssignmentList> {
  const store = await prisma();
  const { cohort } = await enterAsInstructor(store, userId, cohortId);
  const [students, rows, works] = await Promise.all([
    store.cohortMember.count({ where: { cohortId, role: "STUDENT", leftAt: null } }),
    store.assignment.findMany({
      where: { cohortId },
      include: { parts: { where: { removedAt: null } } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    }),
    store.studentWork.findMany({
      where: { assignment: { cohortId }, member: { leftAt: null } },
      select: { assignmentId: true, done: true, slots: true },
    }),
  ]);
  return {
    timeZone: cohort.timeZone,
    students,
    assignments: rows.map((row) => {
      const begun = works.filter(({ assignmentId }) => assignmentId === row.id);
      return {
        ...termsJson(row),
        weight: row.weight,
        id: row.id,
        publishedAt: iso(row.publishedAt),
        withdrawnAt: iso(row.withdrawnAt),
        parts: row.parts.length,
        points: row.parts.reduce((sum, { points }) => sum + points, 0),
        begun: begun.length,
        finished: begun.filter(({ done, slots }) => slots > 0 && done >= slots).length,
      };
    }),
  };
}

/** @throws ApiError not-found, forbidden */
export async function readAssignment(
  services: Services,
  userId: string,
  { id: cohortId, assignment: id }: { readonly id: string; readonly assignment: string },
  now: number,
): Promise<AssignmentHome> {
  const store = await prisma();
  const { cohort } = await enterAsInstructor(store, userId, cohortId);
  await readInCohort(store, cohortId, id);
  await closeOverdue(services, now, { assignmentId: id }, MOST_AT_A_LOOK);
  const assignment = await readInCohort(store, cohortId, id);
  const [seen, members, begun, archived] = await Promise.all([
    studentsSeen(store, { cohortId, ...(assignment.forSome ? { assigned: { some: { assignmentId: id } } } : {}) }),
    store.cohortMember.findMany({
      where: { cohortId, role: "STUDENT", leftAt: null },
      select: {
        id: true,
        timePercent: true,
        works: { where: { assignmentId: id } },
        extensions: { where: { assignmentId: id } },
        overrides: { where: { assignmentId: id } },
      },
    }),
    store.assignedItem.findMany({ where: { assignmentId: id }, select: { partId: true }, distinct: ["partId"] }),
    store.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { archivedAt: true } }),
  ]);
  const places = new Map(members.map((member) => [member.id, member]));
  const started = new Set(begun.map(({ partId }) => partId));
  return {
    id,
    cohort: { id: cohort.id, name: cohort.name, timeZone: cohort.timeZone, archived: cohort.archived },
    terms: { ...termsJson(assignment), weight: assignment.weight },
    revision: assignment.revision,
    publishedAt: iso(assignment.publishedAt),
    withdrawnAt: iso(assignment.withdrawnAt),
    parts: assignment.parts
      .filter(({ removedAt }) => removedAt === null)
      .map(partOf)
      .map((part) => ({ id: part.id, points: part.points, settings: part.settings, begun: started.has(part.id) })),
    students: assignment.forSome ? seen.map(({ id: member }) => member) : null,
    works: seen
      .flatMap((student) => {
        const place = places.get(student.id);
        if (place === undefined) return [];
        const extension = place.extensions[0] ?? null;
        const facts = {
          assignment,
          cohort: archived,
          extension,
          timePercent: place.timePercent,
          work: place.works[0] ?? null,
          override: place.overrides[0] ?? null,
        };
        return [
          {
            member: student.id,
            name: nameOf(student.seen),
            timePercent: place.timePercent,
            extension: extension && {
              dueAt: iso(extension.dueAt),
              closesAt: iso(extension.closesAt),
              extraTries: extension.extraTries,
              reason: extension.reason,
            },
            standing: standingOf(facts, now, false).json,
            arrivedLate: facts.work?.arrivedLate ?? 0,
          },
        ];
      })
      .sort((a, b) => a.name.localeCompare(b.name, "ko") || a.member.localeCompare(b.member)),
  };
}

/** A student's name as the roster has it, or their own. */
export const nameOf = ({ rosterName, name }: { readonly rosterName: string | null; readonly name: string | null }): string =>
  rosterName ?? name ?? "";
