/** Assignments for those who teach the cohort. */
import { prisma } from "../database";
import { enterAsInstructor } from "../cohorts/membership";
import { byName, studentsNamed } from "../cohorts/seen";
import { closeOverdue } from "./close";
import { itemTitle } from "../insight/names";
import { iso, partOf, readInCohort, standingOf } from "./rows";
import { termsJson } from "./work";
import { Prisma } from "../prisma/client";
import type { Services } from "../catalog";
import type { AssignmentHome, AssignmentList } from "@/lib/wire/assignments";

/** Works that are closed while somebody looks; the rest is closed by the server's own round. */
const MOST_AT_A_LOOK = 20;

/** @throws ApiError not-found, forbidden */
export async function listAssignments(userId: string, cohortId: string): Promise<AssignmentList> {
  const store = await prisma();
  const { cohort } = await enterAsInstructor(store, userId, cohortId);
  const [students, rows, counts] = await Promise.all([
    store.cohortMember.count({ where: { cohortId, role: "STUDENT", leftAt: null } }),
    store.assignment.findMany({
      where: { cohortId },
      include: { parts: { where: { removedAt: null } } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    }),
    store.$queryRaw<{ assignmentId: string; begun: number; finished: number }[]>(
      Prisma.sql`SELECT w."assignmentId", count(*)::int AS "begun", count(*) FILTER (WHERE w."slots" > 0 AND w."done" >= w."slots")::int AS "finished"
        FROM "Assignment" a JOIN "StudentWork" w ON w."assignmentId" = a."id" JOIN "CohortMember" m ON m."id" = w."memberId"
        WHERE a."cohortId" = ${cohortId} AND m."leftAt" IS NULL GROUP BY 1`,
    ),
  ]);
  const countsOf = new Map(counts.map(({ assignmentId, ...each }) => [assignmentId, each]));
  return {
    timeZone: cohort.timeZone,
    students,
    assignments: rows.map((row) => ({
      ...termsJson(row),
      weight: row.weight,
      id: row.id,
      publishedAt: iso(row.publishedAt),
      withdrawnAt: iso(row.withdrawnAt),
      parts: row.parts.length,
      points: row.parts.reduce((sum, { points }) => sum + points, 0),
      ...(countsOf.get(row.id) ?? { begun: 0, finished: 0 }),
    })),
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
  // Of a class that it is not in, nothing is closed either.
  await closeOverdue(services, now, { assignmentId: id, cohortId }, MOST_AT_A_LOOK);
  const assignment = await readInCohort(store, cohortId, id);
  const where = { assignmentId: id };
  const [named, chosen, works, extensions, overrides, begun, archived] = await Promise.all([
    studentsNamed(store, cohortId),
    store.assignedTo.findMany({ where, select: { memberId: true } }),
    store.studentWork.findMany({ where }),
    store.extension.findMany({ where }),
    store.gradeOverride.findMany({ where }),
    store.assignmentPart.findMany({ where: { assignmentId: id, items: { some: {} } }, select: { id: true } }),
    store.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { archivedAt: true, timeZone: true } }),
  ]);
  const [workOf, extensionOf, overrideOf] = [byMember(works), byMember(extensions), byMember(overrides)];
  const asked = new Set(chosen.map(({ memberId }) => memberId));
  const students = assignment.forSome ? named.filter((student) => asked.has(student.id)) : named;
  const started = new Set(begun.map((part) => part.id));
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
    voided: assignment.voidedItems.map((item) => ({ item, title: itemTitle(services.catalog, item) })),
    students: assignment.forSome ? students.map(({ id: member }) => member) : null,
    works: students
      .map(({ id: member, name, timePercent }) => {
        const extension = extensionOf.get(member) ?? null;
        const [work, override] = [workOf.get(member) ?? null, overrideOf.get(member) ?? null];
        return {
          member,
          name: name ?? "",
          timePercent,
          extension: extension && {
            dueAt: iso(extension.dueAt),
            closesAt: iso(extension.closesAt),
            extraTries: extension.extraTries,
            reason: extension.reason,
          },
          standing: standingOf({ assignment, cohort: archived, extension, timePercent, work, override }, now, false).json,
          arrivedLate: work?.arrivedLate ?? 0,
        };
      })
      .sort((a, b) => byName(a.name, b.name) || (a.member < b.member ? -1 : 1)),
  };
}

const byMember = <T extends { readonly memberId: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.memberId, row]));

/** A student's name as the roster has it, or their own. */
export const nameOf = ({ rosterName, name }: { readonly rosterName: string | null; readonly name: string | null }): string =>
  rosterName ?? name ?? "";
