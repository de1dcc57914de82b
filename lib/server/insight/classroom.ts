/** A class as its insight pages read it: its students, and what their answers come to. */
import { prisma, type Store } from "../database";
import { enterAsInstructor, type CohortRow } from "../cohorts/membership";
import { byName, studentsNamed } from "../cohorts/seen";
import { standingOf } from "./rollup";
import { Prisma } from "../prisma/client";
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
  const students = (await studentsNamed(store, cohortId))
    .map(({ id, name, joinedAt }) => ({ id, name: name ?? UNNAMED, joinedAt: joinedAt.getTime() }))
    .sort((a, b) => byName(a.name, b.name) || (a.id < b.id ? -1 : 1));
  return { store, cohort, students };
}

/** The parts of a standing that take room: whoever needs one says so. */
const HEAVY = ["topics", "items", "slips", "weeks"] as const;
type Heavy = (typeof HEAVY)[number];

/** What the students' answers come to, by place; for who has not answered, nothing. */
export async function standingsOf(
  { store, cohort, students }: Pick<Classroom, "store" | "cohort" | "students">,
  needs: readonly Heavy[],
): Promise<ReadonlyMap<string, Standing>> {
  // As one text for each student, which is read here once: of a great class these are megabytes.
  const parts = Prisma.raw(HEAVY.map((part) => `'${part}', ${needs.includes(part) ? `"${part}"` : "'{}'::jsonb"}`).join(", "));
  const rows = await store.$queryRaw<{ memberId: string; lastAt: Date | null; kept: string }[]>(
    Prisma.sql`SELECT "memberId", "lastAt", json_build_object('answers', "answers", 'firsts', "firsts", 'recent', "recent", 'lastId', "lastId", ${parts})::text AS "kept"
      FROM "MemberStanding" WHERE "cohortId" = ${cohort.id}`,
  );
  const found = new Map(
    rows.map(({ memberId, lastAt, kept }) => {
      const parsed = JSON.parse(kept) as Omit<Parameters<typeof standingOf>[0], "lastAt">;
      return [memberId, standingOf({ ...parsed, lastAt })] as const;
    }),
  );
  return new Map(students.map(({ id }) => [id, found.get(id) ?? NOTHING]));
}

export const instant = (at: number): string => new Date(at).toISOString();
