/** A cohort's gradebook as rows: what was given, to whom, and how each stands. A bounded number of statements, however large the cohort is. */
import type { GradedAssignment } from "@/lib/gradebook";
import type { GradeCell } from "@/lib/wire/grades";
import { byName, studentsNamed } from "../cohorts/seen";
import type { Store } from "../database";

export interface BookAssignment extends GradedAssignment {
  readonly title: string;
  readonly points: number;
  readonly dueAt: Date | null;
  /** Students see its scores only once it is due for them. */
  readonly hideScores: boolean;
}

export interface BookRow {
  readonly member: string;
  readonly name: string;
  /** One of each assignment. */
  readonly cells: readonly GradeCell[];
  /** The student's own due dates. */
  readonly dueAts: readonly (Date | null)[];
}

export interface Book {
  readonly assignments: readonly BookAssignment[];
  readonly rows: readonly BookRow[];
}

const OVERRIDE = { percent: true, reason: true, createdAt: true, by: { select: { user: { select: { name: true } } } } } as const;

/** @param member only this student's row */
export async function readBook(store: Store, cohortId: string, now: number, member?: string): Promise<Book> {
  const ofMember = member === undefined ? {} : { memberId: member };
  const inCohort = { assignment: { cohortId }, ...ofMember };
  const [given, students, works, extensions, overrides, chosen] = await Promise.all([
    store.assignment.findMany({
      where: { cohortId, publishedAt: { not: null }, withdrawnAt: null },
      select: {
        id: true,
        title: true,
        weight: true,
        dueAt: true,
        closesAt: true,
        hideScores: true,
        forSome: true,
        parts: { where: { removedAt: null }, select: { points: true } },
      },
      orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
    }),
    studentsNamed(store, cohortId, member),
    store.studentWork.findMany({
      where: inCohort,
      select: { assignmentId: true, memberId: true, earnedAtDue: true, earnedNow: true, points: true, closedAt: true, endsAt: true },
    }),
    store.extension.findMany({ where: inCohort, select: { assignmentId: true, memberId: true, dueAt: true, closesAt: true } }),
    store.gradeOverride.findMany({ where: inCohort, select: { assignmentId: true, memberId: true, ...OVERRIDE } }),
    store.assignedTo.findMany({ where: inCohort, select: { assignmentId: true, memberId: true } }),
  ]);
  const [workAt, extensionAt, overrideAt, chosenAt] = [byPlace(works), byPlace(extensions), byPlace(overrides), byPlace(chosen)];
  const assignments = given.map(({ parts, ...facts }) => ({ ...facts, points: parts.reduce((sum, { points }) => sum + points, 0) }));
  const rows = students.map(({ id, name }) => {
    const own = assignments.map((assignment) => {
      const place = placeOf({ assignmentId: assignment.id, memberId: id });
      const extension = extensionAt.get(place);
      return { assignment, place, dueAt: extension?.dueAt ?? assignment.dueAt, closesAt: extension?.closesAt ?? assignment.closesAt };
    });
    return {
      member: id,
      name: name ?? "",
      dueAts: own.map(({ dueAt }) => dueAt),
      cells: own.map(({ assignment, place, dueAt, closesAt }): GradeCell => {
        const work = workAt.get(place);
        const word = overrideAt.get(place);
        const spared = assignment.forSome && !chosenAt.has(place);
        // Of what the student's own parts count: what was changed after they began stays as it was for them.
        const points = work?.points ?? assignment.points;
        const share = (earned: number | undefined) => (spared || points === 0 ? null : (earned ?? 0) / points);
        return {
          atDue: share(work?.earnedAtDue),
          now: share(work?.earnedNow),
          due: isPast(dueAt, now) || isPast(closesAt, now),
          closed: work !== undefined && (work.closedAt !== null || isPast(work.endsAt, now)),
          begun: work !== undefined,
          override: word
            ? { percent: word.percent, reason: word.reason, by: word.by?.user.name ?? null, at: word.createdAt.toISOString() }
            : null,
        };
      }),
    };
  });
  return { assignments, rows: rows.sort((a, b) => byName(a.name, b.name) || (a.member < b.member ? -1 : 1)) };
}

const isPast = (moment: Date | null, now: number): boolean => moment !== null && moment.getTime() <= now;

interface Place {
  readonly assignmentId: string;
  readonly memberId: string;
}
const placeOf = ({ assignmentId, memberId }: Place): string => `${assignmentId} ${memberId}`;
const byPlace = <T extends Place>(rows: readonly T[]): ReadonlyMap<string, T> => new Map(rows.map((row) => [placeOf(row), row]));
