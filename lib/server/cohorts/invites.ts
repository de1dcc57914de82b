/** Codes that let people into a cohort: made and revoked by instructors, used by whoever has them. */
import { lockUser, type Caller } from "../auth/users";
import { prisma, type Store, type Transaction } from "../database";
import { classAccountNeeded, tooManyCodes } from "../http/cohortErrors";
import { notFound } from "../http/errors";
import { drawCode, lookedUp, notUsedUp, spendUse } from "../invitations/codes";
import { isInCohort, joinRefusal } from "../policy";
import { Prisma, type CohortRole } from "../prisma/client";
import { instructorsOf, openPlace, placeOf } from "./join";
import { holdCohort, writeInCohort } from "./membership";
import type { joinClass as joining, readClassInvite as reading } from "@/lib/wire/classes";
import type { CohortCode, makeCohortInvite as making } from "@/lib/wire/cohorts";
import type { BodyOf, ReplyOf } from "@/lib/wire/route";

/** Codes of a cohort that can be used at a time. */
export const MOST_CODES = 10;
const DAY_MS = 86_400_000;

const NAMES = { INSTRUCTOR: "instructor", STUDENT: "student" } as const satisfies Record<CohortRole, string>;
const ROLES = { instructor: "INSTRUCTOR", student: "STUDENT" } as const;

const usable = (now: number): Prisma.Sql =>
  Prisma.sql`${notUsedUp(now)} AND EXISTS (SELECT 1 FROM "Cohort" c WHERE c."id" = "cohortId" AND c."archivedAt" IS NULL)`;

interface InviteRow {
  readonly id: string;
  readonly cohortId: string;
  readonly code: string;
  readonly role: CohortRole;
  readonly expiresAt: Date;
  readonly uses: number;
  readonly maxUses: number;
}

const usableOf = (store: Store, where: Prisma.Sql, now: number): Promise<InviteRow[]> =>
  store.$queryRaw(
    Prisma.sql`SELECT "id", "cohortId", "code", "role"::text AS "role", "expiresAt", "uses", "maxUses" FROM "CohortInvite"
      WHERE ${where} AND ${usable(now)} ORDER BY "createdAt", "id"`,
  );

/** The codes of a cohort that can still be used. */
export async function codesOf(store: Store, cohortId: string, now: number): Promise<CohortCode[]> {
  const rows = await usableOf(store, Prisma.sql`"cohortId" = ${cohortId}`, now);
  return rows.map(({ id, code, role, expiresAt, uses, maxUses }) => ({
    id,
    code,
    as: NAMES[role],
    expiresAt: expiresAt.toISOString(),
    uses,
    maxUses,
  }));
}

/** @throws ApiError not-found, forbidden, cohort-archived, too-many-invites */
export function makeCode(userId: string, cohortId: string, body: BodyOf<typeof making>, now: number): Promise<ReplyOf<typeof making>> {
  return writeInCohort(userId, cohortId, async (tx, { place }) => {
    if ((await codesOf(tx, cohortId, now)).length >= MOST_CODES) throw tooManyCodes(MOST_CODES);
    const made = await tx.cohortInvite.create({
      data: {
        cohortId,
        memberId: place.memberId,
        code: drawCode(),
        role: ROLES[body.as],
        maxUses: body.maxUses,
        createdAt: new Date(now),
        expiresAt: new Date(now + body.days * DAY_MS),
      },
      select: { id: true, code: true, expiresAt: true },
    });
    return { ...made, expiresAt: made.expiresAt.toISOString() };
  });
}

/** @throws ApiError not-found, forbidden, cohort-archived */
export function revokeCode(
  userId: string,
  { id: cohortId, invite }: { readonly id: string; readonly invite: string },
  now: number,
): Promise<{ id: string }> {
  return writeInCohort(userId, cohortId, async (tx) => {
    const known = await tx.cohortInvite.findFirst({ where: { id: invite, cohortId }, select: { id: true } });
    if (known === null) throw notFound();
    await tx.cohortInvite.updateMany({ where: { id: invite, revokedAt: null }, data: { revokedAt: new Date(now) } });
    return { id: invite };
  });
}

/** @throws ApiError not-found, rate-limited */
export function readCode(
  userId: string | null,
  typed: string,
  { address, now }: Pick<Caller, "address" | "now">,
): Promise<ReplyOf<typeof reading>> {
  return lookedUp(typed, address, async (code) => {
    const store = await prisma();
    const [invite] = await usableOf(store, Prisma.sql`"code" = ${code}`, now);
    if (!invite) return null;
    const place = userId === null ? null : await placeOf(store, invite.cohortId, userId);
    if (place?.removed) return null;
    const cohort = await store.cohort.findUnique({ where: { id: invite.cohortId }, select: { name: true } });
    const joined = isInCohort(place) ? { id: invite.cohortId, as: NAMES[place.role] } : null;
    const instructors = (await instructorsOf(store, [invite.cohortId]))(invite.cohortId);
    return cohort && { cohort: { ...cohort, instructors }, as: NAMES[invite.role], joined };
  });
}

/** @throws ApiError account-needed, not-found, consent-changed, cohort-full, too-many-cohorts, rate-limited */
export function joinByCode(
  userId: string,
  typed: string,
  body: BodyOf<typeof joining>,
  { address, now }: Pick<Caller, "address" | "now">,
): Promise<ReplyOf<typeof joining>> {
  return lookedUp(typed, address, async (code) =>
    (await prisma()).$transaction(async (tx) => {
      const user = await lockUser(tx, userId);
      // Before anything is looked up: the answer says nothing of the code.
      if (joinRefusal(user, null) === "guest") throw classAccountNeeded();
      const [invite] = await usableOf(tx, Prisma.sql`"code" = ${code}`, now);
      if (!invite) return null;
      await holdCohort(tx, invite.cohortId);
      return enter(tx, user, invite, body.consent, now);
    }),
  );
}

/** Lets the holder of a code in, whose row and cohort are held; null where it lets them in no more. */
async function enter(
  tx: Transaction,
  user: { readonly id: string; readonly guest: boolean },
  invite: InviteRow,
  consent: number | null,
  now: number,
): Promise<ReplyOf<typeof joining> | null> {
  const before = await placeOf(tx, invite.cohortId, user.id);
  if (joinRefusal(user, before) !== null) return null;
  if (isInCohort(before)) return { id: invite.cohortId, as: NAMES[before.role] };
  await openPlace(tx, { userId: user.id, cohortId: invite.cohortId, role: invite.role, consent }, now);
  if (!(await spendUse(tx, "CohortInvite", invite.id, usable(now)))) throw notFound();
  return { id: invite.cohortId, as: NAMES[invite.role] };
}
