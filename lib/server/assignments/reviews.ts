/** Reviews of wrong ideas: assignments for those who hold one. */
import { reviewThere } from "../http/assignmentErrors";
import type { Store, Transaction } from "../database";

interface IdeaName {
  readonly topic: string;
  readonly idea: string;
}

/** What a review of it is known by. */
export const reviewName = ({ topic, idea }: IdeaName): string => `${topic}/${idea}`;

/** Published, and not over: neither withdrawn nor past its due date, nor past that a student of it was given. */
const open = (cohortId: string, now: number) => ({
  cohortId,
  reviewOf: { not: null },
  publishedAt: { not: null },
  withdrawnAt: null,
  OR: [{ dueAt: null }, { dueAt: { gt: new Date(now) } }],
});

interface OpenReview {
  readonly id: string;
  readonly reviewOf: string | null;
  readonly dueAt: Date | null;
  /** Ids of places. */
  readonly students: readonly string[];
}

/** The reviews of a class that are open, the first due first. */
export async function openReviews(store: Store, cohortId: string, now: number): Promise<OpenReview[]> {
  const rows = await store.assignment.findMany({
    where: open(cohortId, now),
    select: { id: true, reviewOf: true, dueAt: true, students: { select: { memberId: true } } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ students, ...row }) => ({ ...row, students: students.map(({ memberId }) => memberId) }));
}

/**
 * That none of these has a review of the idea that is open. The caller holds the cohort's row, so of two at once the second sees the first.
 * @param students ids of places; none: everybody
 * @throws ApiError review-there
 */
export async function refuseSecondReview(
  tx: Transaction,
  cohortId: string,
  about: IdeaName,
  students: readonly string[],
  now: number,
): Promise<void> {
  const whom =
    students.length === 0 ? {} : { AND: [{ OR: [{ forSome: false }, { students: { some: { memberId: { in: [...students] } } } }] }] };
  const there = await tx.assignment.findFirst({
    where: { ...open(cohortId, now), ...whom, reviewOf: reviewName(about) },
    select: { title: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (there !== null) throw reviewThere(there.title);
}
