import { prisma } from "../database";
import { badBody, notFound } from "../http/errors";
import { attemptJson } from "./submit";
import type { AttemptDetail, AttemptFilter, AttemptList } from "@/lib/wire/play";
import type { SessionUser } from "../auth/session";
import type { Prisma } from "../prisma/client";

const PAGE = 50;

/** The learner's own attempts, newest first, a page at a time. */
export async function listAttempts(userId: string, { kind, cursor }: AttemptFilter): Promise<AttemptList> {
  const store = await prisma();
  const from =
    cursor === undefined ? null : await store.attempt.findFirst({ where: { id: cursor, userId }, select: { id: true, createdAt: true } });
  if (cursor !== undefined && from === null) throw badBody("cursor", "is not one that was given out");
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

/** One attempt with its answer: for its owner, and for instructors and admins. For anybody else it does not exist. */
export async function readAttempt(viewer: SessionUser, id: string): Promise<AttemptDetail> {
  const owned = viewer.role === "STUDENT" ? { userId: viewer.id } : {};
  const row = await (await prisma()).attempt.findFirst({ where: { id, user: { deletedAt: null }, ...owned } });
  if (!row) throw notFound();
  return { ...attemptJson(row), version: row.version, answer: row.answer };
}
