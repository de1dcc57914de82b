import { prisma, type Store } from "../database";
import { badBody, notFound } from "../http/errors";
import { canContinueFrom, canReadAttempt, membershipIn, type Membership, type Person } from "../policy";
import { attemptJson, instanceOf } from "./submit";
import type { AttemptDetail, AttemptFilter, AttemptList } from "@/lib/wire/play";
import type { Prisma } from "../prisma/client";

const PAGE = 50;

/** The learner's own attempts, newest first, a page at a time. */
export async function listAttempts(userId: string, { kind, cursor }: AttemptFilter): Promise<AttemptList> {
  const store = await prisma();
  const from =
    cursor === undefined
      ? null
      : await store.attempt.findUnique({ where: { id: cursor }, select: { id: true, userId: true, createdAt: true } });
  if (cursor !== undefined && (from === null || !canContinueFrom({ id: userId }, { ownerId: from.userId })))
    throw badBody("cursor", "서버가 준 값이 아니에요.", "is not one that was given out.");
  const older: Prisma.AttemptWhereInput =
    from === null ? {} : { OR: [{ createdAt: { lt: from.createdAt } }, { createdAt: from.createdAt, id: { lt: from.id } }] };
  const rows = await store.attempt.findMany({
    where: { userId, ...(kind === undefined ? {} : { kind }), ...older },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
  const page = rows.slice(0, PAGE);
  return { attempts: page.map(attemptJson), nextCursor: rows.length > PAGE ? page[page.length - 1].id : null };
}

/** One attempt with its answer, for whoever may read it. For anybody else it does not exist. */
export async function readAttempt(viewer: Person, id: string): Promise<AttemptDetail> {
  const store = await prisma();
  const row = await store.attempt.findUnique({
    where: { id },
    include: { user: { select: { deletedAt: true } }, assigned: { select: { cohortId: true, member: { select: { leftAt: true } } } } },
  });
  if (!row) throw notFound();
  // Who has left a class is seen there no more.
  const cohortId = row.assigned === null || row.assigned.member.leftAt !== null ? null : row.assigned.cohortId;
  const memberships = cohortId === null || viewer.id === row.userId ? [] : await membershipsOf(store, viewer.id, cohortId);
  if (!canReadAttempt(viewer, { ownerId: row.userId, ownerGone: row.user.deletedAt !== null, cohortId }, memberships)) throw notFound();
  return { ...attemptJson(row), version: row.version, answer: row.answer, instance: await instanceOf(store, row) };
}

async function membershipsOf(store: Store, userId: string, cohortId: string): Promise<Membership[]> {
  const places = await store.cohortMember.findMany({ where: { userId, cohortId, leftAt: null }, select: { role: true } });
  return places.map(({ role }) => membershipIn(cohortId, role));
}
