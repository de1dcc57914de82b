/** A guest who signs in to an account that exists already: what the guest earned moves there, exactly once. */
import { prisma, type Transaction } from "../database";
import { canTakeOver, type AccountFacts } from "../policy";
import { mostPerMinute, moveCounts } from "../http/limits";
import { countRun, runColumn } from "../learn/record";
import { Prisma } from "../prisma/client";
import { revokeAllSessions } from "./session";

/**
 * Moves everything of guest `guestId` into `accountId` in one transaction and marks the guest as merged.
 * Answers false, changing nothing, when that was done before or `guestId` is no guest.
 *
 * What both have is kept once: an instance or lesson rewarded on both sides counts once, a card keeps the longer history.
 */
export async function mergeGuest(guestId: string, accountId: string, now: number): Promise<boolean> {
  if (guestId === accountId) return false;
  const merged = await (
    await prisma()
  ).$transaction(async (tx) => {
    // Both rows, always in the same order, so that two merges cannot wait for each other.
    const rows = await tx.$queryRaw<AccountFacts[]>(
      Prisma.sql`SELECT "id", "guest", "mergedIntoId" IS NOT NULL AS "merged", "deletedAt" IS NOT NULL AS "deleted" FROM "User" WHERE "id" IN (${guestId}, ${accountId}) ORDER BY "id" FOR UPDATE`,
    );
    const guest = rows.find((r) => r.id === guestId);
    const account = rows.find((r) => r.id === accountId);
    if (!guest || !account || !canTakeOver(account, guest)) return false;
    await moveAttempts(tx, guestId, accountId);
    await moveCards(tx, guestId, accountId);
    await moveLedger(tx, guestId, accountId);
    await revokeAllSessions(tx, guestId, now);
    await tx.user.update({
      where: { id: guestId },
      data: { mergedIntoId: accountId, xp: 0, run: runColumn(null), tried: Prisma.DbNull, revision: { increment: 1 } },
    });
    return true;
  });
  // What the guest has used up of a limit the account has used up too.
  if (merged) await moveCounts(guestId, accountId);
  return merged;
}

async function moveAttempts(tx: Transaction, from: string, to: string): Promise<void> {
  // Keys are random, so a clash means the same request was sent under both names; both rows stay, under distinct keys.
  await tx.$executeRaw(Prisma.sql`UPDATE "Attempt" a SET "idempotencyKey" = a."idempotencyKey" || '~' || a."id" WHERE a."userId" = ${from}
    AND EXISTS (SELECT 1 FROM "Attempt" b WHERE b."userId" = ${to} AND b."idempotencyKey" = a."idempotencyKey")`);
  await tx.$executeRaw(Prisma.sql`UPDATE "Attempt" a SET "answerHash" = NULL WHERE a."userId" = ${from}
    AND EXISTS (SELECT 1 FROM "Attempt" b WHERE b."userId" = ${to} AND b."answerHash" = a."answerHash")`);
  await tx.$executeRaw(Prisma.sql`UPDATE "Attempt" SET "userId" = ${to} WHERE "userId" = ${from}`);
  await tx.issuedWork.updateMany({ where: { userId: from }, data: { userId: to } });
  await tx.report.updateMany({ where: { userId: from }, data: { userId: to } });
  await moveReveals(tx, from, to);
  await moveHints(tx, from, to);
  await tx.$executeRaw(Prisma.sql`UPDATE "LessonDone" l SET "userId" = ${to} WHERE l."userId" = ${from}
    AND NOT EXISTS (SELECT 1 FROM "LessonDone" m WHERE m."userId" = ${to} AND m."topic" = l."topic")`);
  await tx.lessonDone.deleteMany({ where: { userId: from } });
}

async function moveReveals(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`DELETE FROM "Reveal" a WHERE a."userId" = ${from}
    AND EXISTS (SELECT 1 FROM "Reveal" b WHERE b."userId" = ${to} AND b."instance" = a."instance")`);
  await tx.$executeRaw(Prisma.sql`UPDATE "Reveal" a SET "idempotencyKey" = a."idempotencyKey" || '~' || a."id" WHERE a."userId" = ${from}
    AND EXISTS (SELECT 1 FROM "Reveal" b WHERE b."userId" = ${to} AND b."idempotencyKey" = a."idempotencyKey")`);
  await tx.reveal.updateMany({ where: { userId: from }, data: { userId: to } });
}

/** Whoever opened more hints for an instance, as guest or in the account: that counts. */
async function moveHints(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`INSERT INTO "Hint" ("userId", "instance", "rung", "createdAt")
    SELECT ${to}, "instance", "rung", "createdAt" FROM "Hint" WHERE "userId" = ${from}
    ON CONFLICT ("userId", "instance") DO UPDATE SET "rung" = GREATEST("Hint"."rung", EXCLUDED."rung")`);
  await tx.hint.deleteMany({ where: { userId: from } });
}

async function moveCards(tx: Transaction, from: string, to: string): Promise<void> {
  const [guestCards, accountCards] = await Promise.all([
    tx.card.findMany({ where: { userId: from } }),
    tx.card.findMany({ where: { userId: to } }),
  ]);
  const nameOf = (card: { type: string; topic: string; item: string }): string => `${card.type}/${card.topic}/${card.item}`;
  const known = new Map(accountCards.map((card) => [nameOf(card), card]));
  for (const card of guestCards) {
    const twin = known.get(nameOf(card));
    if (!twin) continue;
    // Attempts drawn for the guest's card answer the surviving one from now on.
    await tx.attempt.updateMany({ where: { cardId: card.id }, data: { cardId: twin.id } });
    await tx.reviewLog.updateMany({ where: { cardId: card.id }, data: { cardId: twin.id } });
    await tx.issuedWork.updateMany({ where: { cardId: card.id }, data: { cardId: twin.id } });
    await tx.card.delete({ where: { id: card.id } });
    // Later than either: a review from before the two were one is taken back by nobody.
    const version = Math.max(card.version, twin.version) + 1;
    await tx.card.update({ where: { id: twin.id }, data: { version } });
    if (card.reps > twin.reps) {
      const { due, stability, difficulty, elapsedDays, scheduledDays, learningSteps, reps, lapses, state, lastReview } = card;
      await tx.card.update({
        where: { id: twin.id },
        data: { due, stability, difficulty, elapsedDays, scheduledDays, learningSteps, reps, lapses, state, lastReview },
      });
    }
  }
  await tx.card.updateMany({ where: { userId: from }, data: { userId: to } });
  await tx.$executeRaw(Prisma.sql`UPDATE "ReviewLog" a SET "idempotencyKey" = a."idempotencyKey" || '~' || a."id" WHERE a."userId" = ${from}
    AND EXISTS (SELECT 1 FROM "ReviewLog" b WHERE b."userId" = ${to} AND b."idempotencyKey" = a."idempotencyKey")`);
  await tx.$executeRaw(
    Prisma.sql`UPDATE "ReviewLog" SET "userId" = ${to}, "undoKey" = CASE WHEN "undoKey" IS NULL THEN NULL ELSE "undoKey" || '~' || "id" END WHERE "userId" = ${from}`,
  );
}

/** Of an entry `e`: when what it pays for was done, as the browser said; and when it arrived, by the server's clock. */
const DONE = Prisma.sql`e."createdAt"`;
const ARRIVED = Prisma.sql`COALESCE((SELECT t."createdAt" FROM "Attempt" t WHERE t."id" = e."attemptId"), e."createdAt")`;

/**
 * Takes back what the guest earned beyond what the account could have earned at that time: in no minute do both together book more
 * causes than one learner may send. Otherwise six guests at once would be a way around the limit.
 */
async function payWithinLimits(tx: Transaction, from: string, to: string): Promise<void> {
  // Both: a browser may say that it answered in another minute, and what was kept without a network arrives in a later one.
  for (const moment of [DONE, ARRIVED]) await unpayBeyond(tx, from, to, moment);
  // A card that both reviewed within hours, each on a date of their own, is paid once.
  await tx.$executeRaw(Prisma.sql`UPDATE "XpEntry" e SET "points" = 0 WHERE e."userId" = ${from} AND e."reason" LIKE 'review:%' AND EXISTS (
    SELECT 1 FROM "XpEntry" o WHERE o."userId" = ${to} AND o."points" > 0 AND regexp_replace(o."reason", ':[^:]*$', '') = regexp_replace(e."reason", ':[^:]*$', '')
      AND abs(extract(epoch FROM (o."createdAt" - e."createdAt"))) < 43200)`);
}

async function unpayBeyond(tx: Transaction, from: string, to: string, moment: Prisma.Sql): Promise<void> {
  const minute = Prisma.sql`floor(extract(epoch FROM ${moment}) / 60)`;
  const review = Prisma.sql`(e."reason" LIKE 'review:%')`;
  await tx.$executeRaw(Prisma.sql`WITH own AS (SELECT ${minute} AS "minute", ${review} AS "review", count(*) AS "booked" FROM "XpEntry" e WHERE e."userId" = ${to} GROUP BY 1, 2),
    guests AS (SELECT e."id", ${minute} AS "minute", ${review} AS "review",
      row_number() OVER (PARTITION BY ${minute}, ${review} ORDER BY e."createdAt", e."id") AS "place" FROM "XpEntry" e WHERE e."userId" = ${from}),
    beyond AS (SELECT g."id" FROM guests g LEFT JOIN own o USING ("minute", "review")
      WHERE g."place" + COALESCE(o."booked", 0) > CASE WHEN g."review" THEN ${mostPerMinute("review")}::int ELSE ${mostPerMinute("submit")}::int END),
    unpaid AS (UPDATE "XpEntry" e SET "points" = 0 FROM beyond b WHERE e."id" = b."id" RETURNING e."attemptId")
    UPDATE "Attempt" SET "xp" = 0 WHERE "id" IN (SELECT "attemptId" FROM unpaid)`);
}

async function moveLedger(tx: Transaction, from: string, to: string): Promise<void> {
  // What the account had been rewarded for already is not rewarded again: those rows go, and their attempts brought nothing.
  await tx.$executeRaw(Prisma.sql`WITH twice AS (DELETE FROM "XpEntry" a WHERE a."userId" = ${from}
    AND EXISTS (SELECT 1 FROM "XpEntry" b WHERE b."userId" = ${to} AND b."reason" = a."reason") RETURNING a."attemptId")
    UPDATE "Attempt" SET "xp" = 0 WHERE "id" IN (SELECT "attemptId" FROM twice)`);
  await payWithinLimits(tx, from, to);
  const moved = await tx.xpEntry.aggregate({ where: { userId: from }, _sum: { points: true } });
  await tx.$executeRaw(Prisma.sql`UPDATE "XpEntry" SET "userId" = ${to} WHERE "userId" = ${from}`);
  await tx.user.update({ where: { id: to }, data: { xp: { increment: moved._sum.points ?? 0 } } });
  await tx.$executeRaw(Prisma.sql`INSERT INTO "ActiveDay" ("userId", "localDate", "timeZone", "dayStart", "xp", "firstAt", "lastAt")
    SELECT ${to}, "localDate", "timeZone", "dayStart", "xp", "firstAt", "lastAt" FROM "ActiveDay" WHERE "userId" = ${from}
    ON CONFLICT ("userId", "localDate") DO UPDATE SET
      "timeZone" = CASE WHEN EXCLUDED."firstAt" < "ActiveDay"."firstAt" THEN EXCLUDED."timeZone" ELSE "ActiveDay"."timeZone" END,
      "dayStart" = CASE WHEN EXCLUDED."firstAt" < "ActiveDay"."firstAt" THEN EXCLUDED."dayStart" ELSE "ActiveDay"."dayStart" END,
      "firstAt" = LEAST("ActiveDay"."firstAt", EXCLUDED."firstAt"), "lastAt" = GREATEST("ActiveDay"."lastAt", EXCLUDED."lastAt")`);
  await tx.activeDay.deleteMany({ where: { userId: from } });
  await tx.$executeRaw(Prisma.sql`UPDATE "ActiveDay" d SET "xp" = COALESCE((SELECT SUM(e."points") FROM "XpEntry" e WHERE e."userId" = d."userId" AND e."localDate" = d."localDate"), 0)
    WHERE d."userId" = ${to}`);
  await tx.user.update({
    where: { id: to },
    data: { run: runColumn(await countRun(tx, to)), tried: Prisma.DbNull, revision: { increment: 1 } },
  });
}
