/** A class as its insight pages read it: its students, and what their answers come to. */
import { prisma, type Store } from "../database";
import { enterAsInstructor, type CohortRow } from "../cohorts/membership";
import { studentsSeen } from "../cohorts/seen";
import { standingOf } from "./rollup";
import { NOTHING, type Standing } from "@/lib/insight";

export interface ClassStudent {
  /** Of the place. */
  readonly id: string;
  readonly name: string;
  readonly joinedAt: number;
}

export interface Classroom {
  readonly store: Store;
  readonly cohort: CohortRow;
  /** Who is in it now, by name. */
  readonly students: readonly ClassStudent[];
}

/** For who has neither a name in the roster nor one of their own. */
const UNNAMED = "—";

/** @throws ApiError not-found, forbidden */
export async function openClassroom(userId: string, cohortId: string): Promise<Classroom> {
  const store = await prisma();
  const { cohort } = await enterAsInstructor(store, userId, cohortId);
  const students = (await studentsSeen(store, { cohortId }))
    .map(({ id, seen }) => ({ id, name: seen.rosterName ?? seen.name ?? UNNAMED, joinedAt: Date.parse(seen.joinedAt) }))
    .sort((a, b) => a.name.localeCompare(b.name, "ko") || (a.id < b.id ? -1 : 1));
  return { store, cohort, students };
}

/** The parts of a standing that take room: whoever needs one says so. */
const HEAVY = ["topics", "items", "slips", "weeks"] as const;

/** What the students' answers come to, by place; for who has not answered, nothing. */
export async function standingsOf(
  { store, cohort, students }: Classroom,
  needs: readonly (typeof HEAVY)[number][],
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await store.memberStanding.findMany({
    where: { cohortId: cohort.id },
    select: {
      memberId: true,
      answers: true,
      firsts: true,
      recent: true,
      lastId: true,
      lastAt: true,
      ...Object.fromEntries(HEAVY.map((part) => [part, needs.includes(part)])),
    },
  });
  const found = new Map(
    rows.map(({ memberId, ...row }) => [memberId, standingOf({ topics: {}, items: {}, slips: {}, weeks: {}, ...row })] as const),
  );
  return new Map(students.map(({ id }) => [id, found.get(id) ?? NOTHING]));
}

export const instant = (at: number): string => new Date(at).toISOString();
