/** Making a cohort, and the list of those one teaches. */
import { canonicalTimeZone } from "@/lib/review";
import { lockUser } from "../auth/users";
import { prisma, type Transaction } from "../database";
import { onceColumns, sameAsBefore } from "../groups/once";
import { tooManyCohorts } from "../http/cohortErrors";
import { badTimeZone, forbidden } from "../http/errors";
import { drawCode } from "../invitations/codes";
import { mayMakeCohort } from "../policy";
import { Prisma } from "../prisma/client";
import type { SessionUser } from "../auth/session";
import type { CohortList, createCohort as route } from "@/lib/wire/cohorts";
import type { BodyOf, ReplyOf } from "@/lib/wire/route";

/** Cohorts that a person can teach at a time. */
const MOST_COHORTS = 200;

/** @throws ApiError forbidden, bad-time-zone, too-many-cohorts, key-reused */
export async function createCohort(userId: string, key: string, body: BodyOf<typeof route>, now: number): Promise<ReplyOf<typeof route>> {
  return (await prisma()).$transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    // As it stands under the lock: an office that was taken away a moment ago makes nothing.
    const { role } = await tx.user.findUniqueOrThrow({ where: { id: user.id }, select: { role: true } });
    if (!mayMakeCohort({ guest: user.guest, role })) throw forbidden();
    const once = onceColumns(user.id, key, body);
    const before = await tx.cohort.findUnique({ where: { createKey: once.createKey }, select: { id: true, requestHash: true } });
    if (sameAsBefore(before, once.requestHash) !== null && before) return { id: before.id, repeated: true };
    const timeZone = canonicalTimeZone(body.timeZone ?? user.timeZone);
    if (timeZone === null) throw badTimeZone();
    await refuseOneTooMany(tx, user.id);
    const { id } = await tx.cohort.create({
      data: {
        ...once,
        name: body.name,
        timeZone,
        classCode: drawCode(),
        createdAt: new Date(now),
        members: { create: { userId: user.id, role: "INSTRUCTOR", joinedAt: new Date(now) } },
      },
      select: { id: true },
    });
    return { id, repeated: false };
  });
}

/** Refuses one who teaches as many cohorts as one can. The caller holds their row. */
export async function refuseOneTooMany(tx: Transaction, userId: string): Promise<void> {
  if ((await tx.cohortMember.count({ where: { userId, role: "INSTRUCTOR", leftAt: null } })) >= MOST_COHORTS)
    throw tooManyCohorts(MOST_COHORTS);
}

/** The cohorts that somebody teaches: those in use first, then by name. */
export async function listCohorts(user: Pick<SessionUser, "id" | "guest" | "role">): Promise<CohortList> {
  const cohorts = await (
    await prisma()
  ).$queryRaw<CohortList["cohorts"]>(
    Prisma.sql`SELECT c."id", c."name", c."archivedAt" IS NOT NULL AS "archived",
        (SELECT count(*)::int FROM "CohortMember" s WHERE s."cohortId" = c."id" AND s."role" = 'STUDENT' AND s."leftAt" IS NULL) AS "students",
        (SELECT count(*)::int FROM "CohortSeat" w WHERE w."cohortId" = c."id" AND w."memberId" IS NULL) AS "waiting"
      FROM "CohortMember" m JOIN "Cohort" c ON c."id" = m."cohortId"
      WHERE m."userId" = ${user.id} AND m."role" = 'INSTRUCTOR' AND m."leftAt" IS NULL ORDER BY "archived", c."name", c."id"`,
  );
  return { mayMake: mayMakeCohort(user), cohorts: [...cohorts] };
}
