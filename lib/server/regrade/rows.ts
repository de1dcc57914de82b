/** Reading attempts for a regrade, and writing what it changes. */
import { followAttempts } from "../assignments/follow";
import { levelOf } from "../attempts/level";
import { hintsOf } from "@/lib/challenges/score";
import { Prisma } from "../prisma/client";
import type { Store, Transaction } from "../database";
import type { Change, Standing } from "./plan";
import type { Judgement } from "@/lib/challenges/judging";

export interface Row {
  readonly standing: Standing;
  readonly task: Judgement;
}

interface RawRow {
  id: string;
  userId: string;
  kind: string;
  version: number;
  seed: string;
  level: number;
  answer: unknown;
  score: number;
  stars: number;
  earned: number;
  total: number;
  parts: unknown;
  misconceptions: string[];
  hints: number;
  stored: string | null;
  entryId: string | null;
  points: number | null;
  entryDate: string | null;
}

// The entry is found by its cause, which has an index, and is the attempt's own only if it names it.
const SELECT = Prisma.sql`SELECT a."id", a."userId", a."kind", a."version", a."seed", a."level", a."answer", a."score", a."stars", a."earned", a."total",
    a."parts", a."misconceptions", a."hints", w."instance" AS "stored", e."id" AS "entryId", e."points", e."localDate" AS "entryDate"
  FROM "Attempt" a LEFT JOIN "IssuedWork" w ON w."id" = a."workId"
  LEFT JOIN "XpEntry" e ON e."userId" = a."userId" AND e."attemptId" = a."id" AND e."reason" = CASE
    WHEN a."workId" IS NULL THEN 'attempt:' || a."kind" || ':' || a."version" || ':' || a."seed" || ':' || a."level" ELSE 'work:' || a."workId" END`;

const ids = (list: readonly string[]): Prisma.Sql => Prisma.sql`(SELECT jsonb_array_elements_text(${JSON.stringify(list)}::jsonb))`;

/** The next `size` attempts of `kind` after the id `after`. */
export async function readPage(store: Store, kind: string, after: string, size: number): Promise<Row[]> {
  const page = Prisma.sql`${SELECT} WHERE a."kind" = ${kind} AND a."id" > ${after} ORDER BY a."id" LIMIT ${size}`;
  return (await store.$queryRaw<RawRow[]>(page)).map(rowOf);
}

/** The attempts of these ids. */
export async function readAttempts(store: Store, attempts: readonly string[]): Promise<Row[]> {
  const rows = await store.$queryRaw<RawRow[]>(Prisma.sql`${SELECT} WHERE a."id" IN ${ids(attempts)} ORDER BY a."id"`);
  return rows.map(rowOf);
}

/**
 * Locks the learners of `changes` until the transaction ends and reads their attempts again: a merge may have moved some, another
 * regrade may have changed some. Those that moved to somebody who is not locked are left out.
 */
export async function readLocked(tx: Transaction, changes: readonly Change[]): Promise<Standing[]> {
  const owners = [...new Set(changes.map((c) => c.standing.userId))];
  // In one order for everybody, so that two cannot wait for each other.
  await tx.$queryRaw(Prisma.sql`SELECT "id" FROM "User" WHERE "id" IN ${ids(owners)} ORDER BY "id" FOR UPDATE`);
  const rows = await tx.$queryRaw<RawRow[]>(Prisma.sql`${SELECT} WHERE a."id" IN ${ids(changes.map((c) => c.standing.id))}`);
  const locked = new Set(owners);
  return rows.map((raw) => rowOf(raw).standing).filter((standing) => locked.has(standing.userId));
}

/** Writes new marks, the ledger's points, and the sums over them by their difference, as every reward does. */
export async function writeChanges(tx: Transaction, changes: readonly Change[]): Promise<void> {
  const attempts = changes.map(({ standing, marks, points }) => ({
    id: standing.id,
    score: marks.score,
    stars: marks.stars,
    earned: marks.earned,
    total: marks.total,
    parts: marks.parts,
    misconceptions: marks.misconceptions,
    points,
  }));
  await tx.$executeRaw(Prisma.sql`UPDATE "Attempt" a SET "score" = n."score", "stars" = n."stars", "earned" = n."earned", "total" = n."total", "parts" = n."parts",
      "misconceptions" = ARRAY(SELECT jsonb_array_elements_text(n."misconceptions")), "xp" = COALESCE(n."points", a."xp")
    FROM jsonb_to_recordset(${JSON.stringify(attempts)}::jsonb) AS n("id" text, "score" int, "stars" int, "earned" int, "total" int, "parts" jsonb, "misconceptions" jsonb, "points" int)
    WHERE a."id" = n."id"`);
  await followAttempts(tx, attempts);
  const booked = changes.flatMap(({ standing: { userId, entry }, points }) =>
    entry === null || points === null || points === entry.points ? [] : [{ ...entry, userId, points, delta: points - entry.points }],
  );
  if (booked.length === 0) return;
  const entries = Prisma.sql`jsonb_to_recordset(${JSON.stringify(booked)}::jsonb) AS n("id" text, "userId" text, "localDate" text, "points" int, "delta" int)`;
  await tx.$executeRaw(Prisma.sql`UPDATE "XpEntry" e SET "points" = n."points" FROM ${entries} WHERE e."id" = n."id"`);
  await tx.$executeRaw(Prisma.sql`UPDATE "ActiveDay" d SET "xp" = d."xp" + s."delta"
    FROM (SELECT "userId", "localDate", SUM("delta")::int AS "delta" FROM ${entries} GROUP BY 1, 2) s
    WHERE d."userId" = s."userId" AND d."localDate" = s."localDate"`);
  await tx.$executeRaw(Prisma.sql`UPDATE "User" u SET "xp" = u."xp" + s."delta"
    FROM (SELECT "userId", SUM("delta")::int AS "delta" FROM ${entries} GROUP BY 1) s WHERE u."id" = s."userId"`);
}

function rowOf(raw: RawRow): Row {
  const { id, userId, kind, version, seed, answer, score, stars, earned, total, parts, misconceptions, stored } = raw;
  const { entryId, points, entryDate } = raw;
  return {
    standing: {
      id,
      userId,
      version,
      level: levelOf(raw.level),
      hints: hintsOf(raw.hints),
      score,
      stars,
      earned,
      total,
      parts,
      misconceptions,
      entry: entryId === null || points === null || entryDate === null ? null : { id: entryId, points, localDate: entryDate },
    },
    task: { kind, version, level: levelOf(raw.level), from: stored === null ? { seed } : { stored }, answer },
  };
}
