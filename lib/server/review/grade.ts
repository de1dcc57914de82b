/** Grading a review, and taking the last one back. */
import { createHash } from "node:crypto";
import { PASS_SCORE } from "@/lib/challenges/score";
import { cardSeed, drawQuestion, gradeQuestion, known, versionOf } from "@/lib/questions";
import { QUESTION_XP, reviewed, type Rating, type Schedule } from "@/lib/review";
import { lockUser, type LockedUser } from "../auth/users";
import { questionOf, type Catalog } from "../catalog";
import { prisma, type Store, type Transaction } from "../database";
import { cardGone, cardMismatch, keyReused, notAnAnswer, notFound, nothingToUndo, questionChanged } from "../http/errors";
import { answeredMoment, VOUCHED_MS } from "../learn/answered";
import { bookXp, markDay, momentOf, totalsFor, type Moment } from "../learn/record";
import { canRateBy, canReviewCard } from "../policy";
import { NEWEST, scheduleColumns, scheduleOf } from "./cards";
import { shownAt } from "./stamp";
import type { ReviewAnswer, ReviewGrade, ReviewUndo } from "@/lib/wire/review";
import type { Card, Prisma, ReviewLog } from "../prisma/client";

const AGAIN: Rating = 1;

/**
 * Grades one card. The server decides right or wrong; a wrong answer counts as "again" whatever it felt like.
 * @param answeredAt when it was rated, by the browser's clock: believed from the moment that the body's stamp vouches for
 */
export async function gradeReview(
  catalog: Catalog,
  userId: string,
  key: string,
  body: ReviewAnswer,
  now: number,
  answeredAt = now,
): Promise<ReviewGrade> {
  const requestHash = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  return (await prisma()).$transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    const before = await tx.reviewLog.findUnique({ where: { userId_idempotencyKey: { userId: user.id, idempotencyKey: key } } });
    if (before) return repeat(tx, before, requestHash, now);
    const card = await tx.card.findUnique({ where: { id: body.cardId } });
    if (!card || !canReviewCard(user, { ownerId: card.userId })) throw notFound();
    const at = momentOf(user.timeZone, answeredMoment(answeredAt, shownAt(body.stamp, user.id), now));
    const { correct, xp } =
      "answer" in body ? await judgeQuestion(tx, catalog, user, card, body, at) : await judgeSkill(tx, user, card, body.attemptId);
    const rating = correct ? (body.rating as Rating) : AGAIN;
    const schedule = scheduleOf(card);
    const next = reviewed(schedule, rating, at.now);
    await tx.card.update({ where: { id: card.id }, data: scheduleColumns(next) });
    await markDay(tx, user, xp, at);
    await tx.reviewLog.create({
      data: {
        userId: user.id,
        cardId: card.id,
        idempotencyKey: key,
        requestHash,
        rating,
        correct,
        ...("answer" in body && { answer: body.answer as Prisma.InputJsonValue, draw: body.draw }),
        attemptId: "attemptId" in body ? body.attemptId : null,
        before: { ...schedule },
        due: new Date(next.due),
        xp,
        localDate: at.localDate,
        timeZone: at.timeZone,
        answeredAt: new Date(at.now),
        createdAt: new Date(now),
      },
    });
    return {
      cardId: card.id,
      correct,
      rating,
      due: new Date(next.due).toISOString(),
      xp,
      ...(await totalsFor(tx, user.id, at.timeZone, now)),
      repeated: false,
    };
  });
}

async function judgeQuestion(
  tx: Transaction,
  catalog: Catalog,
  user: LockedUser,
  card: Card,
  { answer, draw, version }: Extract<ReviewAnswer, { readonly answer: unknown }>,
  at: Moment,
): Promise<{ correct: boolean; xp: number }> {
  if (card.type !== "QUESTION") throw cardMismatch();
  const question = questionOf(catalog, card.topic, card.item);
  if (!question) throw cardGone();
  if (version !== versionOf(question)) throw questionChanged();
  // An answer that arrives late may be to an earlier draw of its card; to one that was not shown yet there is none.
  if (draw > card.reps) throw notAnAnswer();
  const grade = gradeQuestion(drawQuestion(question, cardSeed(card.id, draw)), answer);
  if (!grade) throw notAnAnswer();
  const correct = known(grade);
  // The day's first answer to a card decides, so that taking it back and choosing again earns nothing.
  const xp = await bookXp(tx, user, `review:${card.topic}/${card.item}:${at.localDate}`, correct ? QUESTION_XP : 0, at);
  return { correct, xp };
}

/** The attempt must be this learner's, drawn for this card, made since its last review and not used for a review yet. */
async function judgeSkill(tx: Transaction, user: LockedUser, card: Card, attemptId: string): Promise<{ correct: boolean; xp: number }> {
  if (card.type !== "SKILL") throw cardMismatch();
  const attempt = await tx.attempt.findUnique({
    where: { id: attemptId },
    select: { userId: true, cardId: true, score: true, credited: true, createdAt: true, reviewLog: { select: { id: true } } },
  });
  if (!attempt || !canRateBy(user, { ownerId: attempt.userId })) throw notFound();
  const fresh = card.lastReview === null || attempt.createdAt >= card.lastReview;
  // By the server's clock as well: a review that claims to be older than it is makes no older attempt fresh.
  const since = await tx.reviewLog.count({ where: { cardId: card.id, undoneAt: null, createdAt: { gt: attempt.createdAt } } });
  if (attempt.cardId !== card.id || !fresh || since > 0 || attempt.reviewLog !== null) throw cardMismatch();
  // What was sent after the solution was shown says nothing about the skill.
  return { correct: attempt.credited && attempt.score >= PASS_SCORE, xp: 0 };
}

async function repeat(store: Store, log: ReviewLog, requestHash: string, now: number): Promise<ReviewGrade> {
  if (log.requestHash !== requestHash) throw keyReused();
  return {
    cardId: log.cardId,
    correct: log.correct,
    rating: log.rating,
    due: log.due.toISOString(),
    xp: log.xp,
    ...(await totalsFor(store, log.userId, log.timeZone, now)),
    repeated: true,
  };
}

interface UndoWish {
  readonly review?: string;
  readonly answeredAt?: number;
}

/**
 * Takes back the latest review of the learner's day: the card becomes exactly what it was. The snapshot is used rather than
 * ts-fsrs's rollback, which restores the time of the review in place of the date the card was due.
 * @param wish what arrives late names the review it takes back, and when it did so by the browser's clock
 */
export async function undoReview(userId: string, key: string, now: number, wish: UndoWish = {}): Promise<ReviewUndo> {
  return (await prisma()).$transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    const at = momentOf(user.timeZone, now);
    const done = await tx.reviewLog.findUnique({ where: { userId_undoKey: { userId: user.id, undoKey: key } } });
    const log =
      done ??
      (wish.review === undefined
        ? await tx.reviewLog.findFirst({ where: { userId: user.id, undoneAt: null, localDate: at.localDate }, orderBy: NEWEST })
        : await named(tx, user, wish.review, answeredMoment(wish.answeredAt ?? now, now - VOUCHED_MS + 1, now)));
    if (!log) throw nothingToUndo();
    const before = log.before as unknown as Schedule;
    if (!done) {
      await tx.card.update({ where: { id: log.cardId }, data: scheduleColumns(before) });
      // The attempt is free again, to be rated anew.
      await tx.reviewLog.update({ where: { id: log.id }, data: { undoneAt: new Date(now), undoKey: key, attemptId: null } });
    }
    return {
      cardId: log.cardId,
      due: new Date(before.due).toISOString(),
      ...(await totalsFor(tx, user.id, at.timeZone, now)),
      repeated: done !== null,
    };
  });
}

/** The review `id` of the learner's day at `moment`, unless it was taken back or its card has been reviewed since. */
async function named(tx: Transaction, user: LockedUser, id: string, moment: number): Promise<ReviewLog | null> {
  const { localDate } = momentOf(user.timeZone, moment);
  const log = await tx.reviewLog.findFirst({ where: { id, userId: user.id, undoneAt: null, localDate } });
  if (!log) return null;
  const latest = await tx.reviewLog.findFirst({ where: { cardId: log.cardId, undoneAt: null }, orderBy: NEWEST, select: { id: true } });
  return latest?.id === log.id ? log : null;
}
