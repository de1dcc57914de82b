/** The way into a cohort: who asks, and their place in it. Whoever is not in it is told that it does not exist. */
import { prisma, type Store, type Transaction } from "../database";
import { cohortArchived } from "../http/cohortErrors";
import { forbidden, notFound } from "../http/errors";
import { canChangeCohort, isInCohort, learnsInCohort, teachesCohort, type CohortPlace } from "../policy";
import { Prisma } from "../prisma/client";

export interface CohortRow {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly classCode: string;
  readonly archived: boolean;
}

/** A cohort as somebody in it meets it. */
export interface InCohort {
  readonly cohort: CohortRow;
  readonly place: CohortPlace;
}

/** Reads a cohort for somebody in it. @throws ApiError not-found */
async function enterCohort(store: Store, userId: string, cohortId: string): Promise<InCohort> {
  const [row] = await store.$queryRaw<(CohortRow & CohortPlace)[]>(
    Prisma.sql`SELECT c."id", c."name", c."timeZone", c."classCode", c."archivedAt" IS NOT NULL AS "archived",
        m."id" AS "memberId", m."role"::text AS "role", m."leftAt" IS NULL AS "current"
      FROM "CohortMember" m JOIN "Cohort" c ON c."id" = m."cohortId" WHERE m."cohortId" = ${cohortId} AND m."userId" = ${userId}`,
  );
  const place = row === undefined ? null : { memberId: row.memberId, role: row.role, current: row.current };
  if (row === undefined || !isInCohort(place)) throw notFound();
  const { id, name, timeZone, classCode, archived } = row;
  return { cohort: { id, name, timeZone, classCode, archived }, place };
}

/** The same for what its instructors alone read. @throws ApiError not-found, forbidden */
export async function enterAsInstructor(store: Store, userId: string, cohortId: string): Promise<InCohort> {
  const entered = await enterCohort(store, userId, cohortId);
  if (!teachesCohort(entered.place)) throw forbidden();
  return entered;
}

/** The same for what a student reads of themselves. @throws ApiError not-found, forbidden */
export async function enterAsStudent(store: Store, userId: string, cohortId: string): Promise<InCohort> {
  const entered = await enterCohort(store, userId, cohortId);
  if (!learnsInCohort(entered.place)) throw forbidden();
  return entered;
}

/** Holds a cohort until the transaction ends, so that what is counted, then written, is written one at a time. */
export async function holdCohort(tx: Transaction, cohortId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT "id" FROM "Cohort" WHERE "id" = ${cohortId} FOR UPDATE`);
}

/**
 * Runs `act` in a transaction that holds the cohort, for one of its instructors. The place is read once the cohort is held: who was
 * removed a moment ago writes nothing.
 * @throws ApiError not-found, forbidden, cohort-archived
 */
export function writeInCohort<T>(userId: string, cohortId: string, act: (tx: Transaction, entered: InCohort) => Promise<T>): Promise<T> {
  return changeCohortRow(userId, cohortId, async (tx, entered) => {
    if (!teachesCohort(entered.place)) throw forbidden();
    if (!canChangeCohort(entered.place, entered.cohort)) throw cohortArchived();
    return act(tx, entered);
  });
}

/** The same for anybody in it, and for what is done to an archived cohort too: leaving it, taking it out of the archive. */
export async function changeCohortRow<T>(
  userId: string,
  cohortId: string,
  act: (tx: Transaction, entered: InCohort) => Promise<T>,
): Promise<T> {
  return (await prisma()).$transaction(async (tx) => {
    await holdCohort(tx, cohortId);
    return act(tx, await enterCohort(tx, userId, cohortId));
  });
}
