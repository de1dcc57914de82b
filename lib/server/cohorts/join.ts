/** Taking a place in a cohort: by a code or by a row of its roster, and by agreeing to what is seen. */
import { CONSENT_VERSION, COHORT_MAX } from "@/lib/wire/cohortParts";
import { lockUser } from "../auth/users";
import { prisma, type Store, type Transaction } from "../database";
import { classAccountNeeded, cohortArchived, cohortFull, consentChanged } from "../http/cohortErrors";
import { notFound } from "../http/errors";
import { canTakeSeat, isInCohort, joinRefusal, type CohortPlace } from "../policy";
import { Prisma, type CohortRole } from "../prisma/client";
import { refuseOneTooMany } from "./create";
import { holdCohort } from "./membership";

type Place = CohortPlace & { readonly removed: boolean };

/** The places that somebody has or had, by cohort. */
export async function placesOf(store: Store, cohortIds: readonly string[], userId: string): Promise<ReadonlyMap<string, Place>> {
  const rows = await store.cohortMember.findMany({
    where: { cohortId: { in: [...cohortIds] }, userId },
    select: { id: true, cohortId: true, role: true, leftAt: true, removed: true },
  });
  return new Map(
    rows.map(({ id, cohortId, role, leftAt, removed }) => [cohortId, { memberId: id, role, current: leftAt === null, removed }]),
  );
}

/** The place that somebody has or had in one cohort; null where they never had one. */
export const placeOf = async (store: Store, cohortId: string, userId: string): Promise<Place | null> =>
  (await placesOf(store, [cohortId], userId)).get(cohortId) ?? null;

/** The names of those who teach, as students see them, by cohort. */
export async function instructorsOf(store: Store, cohortIds: readonly string[]): Promise<(cohortId: string) => string[]> {
  const rows = await store.cohortMember.findMany({
    where: { cohortId: { in: [...cohortIds] }, role: "INSTRUCTOR", leftAt: null },
    select: { cohortId: true, user: { select: { name: true } } },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
  });
  return (cohortId) => rows.filter((row) => row.cohortId === cohortId).flatMap(({ user }) => user.name ?? []);
}

/** Refuses where `more` people would be too many. The caller holds the cohort. */
export async function refuseOneOver(tx: Transaction, cohortId: string, more: number): Promise<void> {
  const [{ n }] = await tx.$queryRaw<[{ n: number }]>(
    Prisma.sql`SELECT ((SELECT count(*) FROM "CohortMember" WHERE "cohortId" = ${cohortId} AND "leftAt" IS NULL)
      + (SELECT count(*) FROM "CohortSeat" WHERE "cohortId" = ${cohortId} AND "memberId" IS NULL))::int AS "n"`,
  );
  if (n + more > COHORT_MAX) throw cohortFull(COHORT_MAX);
}

interface Opening {
  readonly userId: string;
  readonly cohortId: string;
  readonly role: CohortRole;
  /** The wording that a student agrees to; instructors agree to none. */
  readonly consent: number | null;
}

/**
 * Gives somebody a place, whose row and cohort are held, and with it the row of the roster that waits for them.
 * @throws ApiError consent-changed, cohort-full, too-many-cohorts
 */
export async function openPlace(tx: Transaction, { userId, cohortId, role, consent }: Opening, now: number): Promise<void> {
  const agreed = { STUDENT: CONSENT_VERSION, INSTRUCTOR: null }[role];
  if (consent !== agreed) throw consentChanged();
  await refuseOneOver(tx, cohortId, 1);
  if (agreed === null) await refuseOneTooMany(tx, userId);
  const columns = {
    role,
    joinedAt: new Date(now),
    consentAt: agreed === null ? null : new Date(now),
    consentVersion: agreed,
    leftAt: null,
  };
  const { id } = await tx.cohortMember.upsert({
    where: { cohortId_userId: { cohortId, userId } },
    create: { cohortId, userId, ...columns },
    update: columns,
    select: { id: true },
  });
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  const theirs = [{ userId }, ...(email === null ? [] : [{ email }])];
  const seat = await tx.cohortSeat.findFirst({ where: { cohortId, memberId: null, OR: theirs }, select: { id: true } });
  if (seat !== null)
    await tx.cohortSeat.update({
      where: { id: seat.id },
      data: agreed === null ? { declinedAt: new Date(now) } : { memberId: id, declinedAt: null },
    });
}

/** A kept place that waits for `userId`, in a cohort that is held from now on. @throws ApiError account-needed, not-found */
async function holdSeat(tx: Transaction, userId: string, seatId: string) {
  const user = await lockUser(tx, userId);
  if (joinRefusal(user, null) === "guest") throw classAccountNeeded();
  const named = await tx.cohortSeat.findUnique({ where: { id: seatId }, select: { cohortId: true } });
  if (named === null) throw notFound();
  await holdCohort(tx, named.cohortId);
  const seat = await tx.cohortSeat.findUnique({
    where: { id: seatId },
    select: { cohortId: true, email: true, userId: true, memberId: true, cohort: { select: { archivedAt: true } } },
  });
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: user.id }, select: { email: true } });
  if (seat === null || !canTakeSeat({ id: user.id, email }, seat)) throw notFound();
  return { user, seat };
}

/** @throws ApiError account-needed, not-found, cohort-archived, consent-changed, cohort-full */
export async function takeSeat(userId: string, seatId: string, consent: number, now: number): Promise<{ id: string }> {
  return (await prisma()).$transaction(async (tx) => {
    const { user, seat } = await holdSeat(tx, userId, seatId);
    const { cohortId } = seat;
    const before = await placeOf(tx, cohortId, user.id);
    if (joinRefusal(user, before) !== null) throw notFound();
    if (isInCohort(before)) return { id: cohortId };
    if (seat.cohort.archivedAt !== null) throw cohortArchived();
    await openPlace(tx, { userId: user.id, cohortId, role: "STUDENT", consent }, now);
    return { id: cohortId };
  });
}

/** @throws ApiError account-needed, not-found */
export async function declineSeat(userId: string, seatId: string, now: number): Promise<{ id: string }> {
  return (await prisma()).$transaction(async (tx) => {
    const { seat } = await holdSeat(tx, userId, seatId);
    if (seat.memberId !== null) throw notFound();
    await tx.cohortSeat.updateMany({ where: { id: seatId, declinedAt: null }, data: { declinedAt: new Date(now) } });
    return { id: seatId };
  });
}
