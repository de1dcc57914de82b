/**
 * An attempt is read for in one statement and written in another, without a lock between them: the second writes only where the learner's
 * row still has the number it was read with (`User.revision`), which every write to their record raises. Who comes second reads again.
 */
import { RECORD, RECORD_COLUMNS, recordOf, TRIED, type Moment, type Tried } from "../learn/record";
import { Prisma, type Attempt } from "../prisma/client";
import { canonical, sha256 } from "./hash";
import type { Issued } from "./issued";
import type { CalendarRow } from "../learn/calendar";
import type { Store } from "../database";
import type { Run } from "@/lib/review";

/** What decides what an attempt is worth, all of one moment. */
export interface Standing extends CalendarRow {
  readonly id: string;
  readonly revision: number;
  readonly run: Run | null;
  readonly tried: Tried;
  /** There are days that the run may have to be counted from. */
  readonly active: boolean;
  /** The attempt under the same key; that with the same answer to the same instance. */
  readonly same: string | null;
  readonly twin: string | null;
  /** Hints that the learner has opened for the instance. */
  readonly hints: number;
  /** The truth of the instance was shown before. */
  readonly closed: boolean;
  /** Its XP has been booked, whatever it was. */
  readonly booked: boolean;
  /** The try of assigned work that was issued with it; null for what nobody assigned. */
  readonly assigned: string | null;
}

/** What makes an answer to an instance the same one. */
export const answerHashOf = ({ reason, cardId }: Issued, answer: unknown): string => sha256(reason, cardId ?? "", canonical(answer));

/** Null where the learner is gone or was merged into another account: the lock tells which. */
export async function readStanding(
  store: Store,
  userId: string,
  { reason, workId }: Issued,
  idempotencyKey: string,
  answerHash: string,
): Promise<Standing | null> {
  const [row] = await store.$queryRaw<
    Standing[]
  >(Prisma.sql`SELECT u."id", u."revision", u."run", u."timeZone", u."dayStart", u."formerZone", u."formerStart", u."formerUntil", ${TRIED} AS "tried",
      EXISTS (SELECT 1 FROM "ActiveDay" d WHERE d."userId" = u."id") AS "active",
      (SELECT a."id" FROM "Attempt" a WHERE a."userId" = u."id" AND a."idempotencyKey" = ${idempotencyKey}) AS "same",
      (SELECT a."id" FROM "Attempt" a WHERE a."userId" = u."id" AND a."answerHash" = ${answerHash}) AS "twin",
      COALESCE((SELECT h."rung" FROM "Hint" h WHERE h."userId" = u."id" AND h."instance" = ${reason}), 0) AS "hints",
      EXISTS (SELECT 1 FROM "Reveal" r WHERE r."userId" = u."id" AND r."instance" = ${reason})
        OR EXISTS (SELECT 1 FROM "IssuedWork" w WHERE w."id" = ${workId} AND w."closedAt" IS NOT NULL) AS "closed",
      EXISTS (SELECT 1 FROM "XpEntry" e WHERE e."userId" = u."id" AND e."reason" = ${reason}) AS "booked",
      (SELECT i."id" FROM "AssignedItem" i WHERE i."issuedId" = ${workId}) AS "assigned"
    FROM "User" u WHERE u."id" = ${userId} AND u."deletedAt" IS NULL AND u."mergedIntoId" IS NULL`);
  return row ?? null;
}

/** What is written with an attempt. */
export interface Consequences {
  /** The reason under which its XP is booked; null where it brings no credit. */
  readonly reason: string | null;
  /** The kind becomes a skill card, or that card comes due. */
  readonly missed: boolean;
  /** The id of that card, if it is new. */
  readonly newCard: string;
}

const ATTEMPT_COLUMNS = Prisma.raw(
  Object.entries({
    ...{ id: "text", idempotencyKey: "text", requestHash: "text", answerHash: "text", topic: "text", kind: "text", version: "int" },
    ...{ seed: "text", level: "int", answer: "jsonb", score: "int", stars: "int", earned: "int", total: "int", parts: "jsonb" },
    ...{ misconceptions: "jsonb", hints: "int", credited: "boolean", chosen: "boolean", cardId: "text", workId: "text" },
    ...{ createdAt: "timestamptz(3)", reason: "text", missed: "boolean", newCard: "text" },
  } satisfies Record<Exclude<keyof Attempt, keyof ReturnType<typeof recordOf> | "xp" | "answeredAt"> | keyof Consequences, string>)
    .map(([name, type]) => `"${name}" ${type}`)
    .join(", "),
);

/**
 * Writes an attempt with all that follows from it: ledger, total, run and day, graded work closed, skill card. Answers the
 * learner's XP; null, and nothing is written, where somebody else has written since `standing` was read.
 */
export async function writeAttempt(
  store: Store,
  standing: Standing,
  attempt: Attempt,
  consequences: Consequences,
  at: Moment,
): Promise<{ xp: number } | null> {
  const tried = { ...standing.tried, [attempt.kind]: (standing.tried[attempt.kind] ?? 0) + 1 };
  const given = { ...attempt, ...consequences, ...recordOf(standing, attempt.xp, at, tried) };
  const [row] = await store.$queryRaw<
    { xp: number }[]
  >(Prisma.sql`WITH n AS (SELECT * FROM jsonb_to_record(${JSON.stringify(given)}::jsonb) AS r(${RECORD_COLUMNS}, ${ATTEMPT_COLUMNS})),
  ${RECORD},
  entry AS (
    INSERT INTO "XpEntry" ("id", "userId", "reason", "points", "attemptId", "localDate", "createdAt")
    SELECT n."id", n."userId", n."reason", n."points", n."id", n."localDate", n."at" FROM n, learner WHERE n."reason" IS NOT NULL),
  work AS (UPDATE "IssuedWork" w SET "closedAt" = n."createdAt" FROM n, learner WHERE w."id" = n."workId" AND w."closedAt" IS NULL),
  card AS (
    INSERT INTO "Card" AS c ("id", "userId", "type", "topic", "item", "due", "createdAt")
    SELECT n."newCard", n."userId", 'SKILL', n."topic", n."kind", n."createdAt", n."createdAt" FROM n, learner WHERE n."missed"
    ON CONFLICT ("userId", "type", "topic", "item") DO UPDATE SET "due" = EXCLUDED."due", "version" = c."version" + 1 WHERE c."due" > EXCLUDED."due"),
  written AS (
    INSERT INTO "Attempt" ("id", "userId", "idempotencyKey", "requestHash", "answerHash", "topic", "kind", "version", "seed", "level", "answer", "score", "stars",
      "earned", "total", "parts", "misconceptions", "xp", "hints", "credited", "chosen", "localDate", "timeZone", "cardId", "workId", "answeredAt", "createdAt")
    SELECT n."id", n."userId", n."idempotencyKey", n."requestHash", n."answerHash", n."topic", n."kind", n."version", n."seed", n."level", COALESCE(n."answer", 'null'), n."score", n."stars",
      n."earned", n."total", n."parts", ARRAY(SELECT jsonb_array_elements_text(n."misconceptions")), n."points", n."hints", n."credited", n."chosen", n."localDate",
      n."timeZone", n."cardId", n."workId", n."at", n."createdAt" FROM n, learner)
  SELECT "xp" FROM learner`);
  return row ?? null;
}
