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

/** The place that somebody has or had in a cohort; null where they never had one. */
export async function placeOf(
  store: Store,
  cohortId: string,
  userId: string,
): Promise<(CohortPlace & { readonly removed: boolean }) | null> {
  const row = await store.cohortMember.findUnique({
    where: { cohortId_userId: { cohortId, userId } },
    select: { id: true, role: true, leftAt: true, removed: true },
  });
  return row && { memberId: row.id, role: row.role, current: row.leftAt === null, removed: row.removed };
}

/** The names of those who teach a cohort, as students see them. */
export async function instructorsOf(store: Store, cohortId: string): Promise<string[]> {
  const rows = await store.cohortMember.findMany({
    where: { cohortId, role: "INSTRUCTOR", leftAt: null, user: { name: { not: null } } },
    select: { user: { select: { name: true } } },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ user }) => user.name ?? "");
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
