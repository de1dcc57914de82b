/** Grading a review, and taking the last one back. */
import { createHash } from "node:crypto";
import { PASS_SCORE } from "@/lib/challenges/score";
import { cardSeed, drawQuestion, gradeQuestion, known, versionOf } from "@/lib/questions";
import { isDue, LEARN_AHEAD_MS, QUESTION_XP, reviewed, type Rating, type Schedule } from "@/lib/review";
import { lockUser, type LockedUser } from "../auth/users";
import { questionOf, type Catalog } from "../catalog";
import { prisma, type Store, type Transaction } from "../database";
import {
  cardGone,
  cardMismatch,
  cardMoved,
  cardNotDue,
  keyReused,
  notAnAnswer,
  notFound,
  nothingToUndo,
  questionChanged,
} from "../http/errors";
import { answeredMoment, VOUCHED_MS } from "../learn/answered";
import { bookXp, markDay, momentOf, totalsFor, type Moment } from "../learn/record";
import { canRateBy, canReviewCard } from "../policy";
import { deckFromOf, NEWEST, scheduleColumns, scheduleOf, takenOfLimit } from "./cards";
import { shownAt } from "./stamp";
import type { ReviewAnswer, ReviewGrade, ReviewUndo } from "@/lib/wire/review";
import type { Card, Prisma, ReviewLog } from "../prisma/client";

const AGAIN: Rating = 1;
/** A card brings XP no sooner than this after the last time. */
const APART_MS = 12 * 3_600_000;

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
    const shown = shownAt(body.stamp, user.id);
    const at = momentOf(user, answeredMoment(answeredAt, shown, now));
    await refuseUnlessDue(tx, user, card, at, shown);
    const judged =
      "answer" in body ? await judgeQuestion(tx, catalog, user, card, body, at) : await judgeSkill(tx, user, card, body.attemptId);
    const { correct, xp } = judged;
    const version = card.version + 1;
    const rating = correct ? (body.rating as Rating) : AGAIN;
    const schedule = scheduleOf(card);
    const next = reviewed(schedule, rating, at.now, at);
    await tx.card.update({ where: { id: card.id }, data: { ...scheduleColumns(next), version } });
    const totals = await markDay(tx, user, xp, at, now);
    await tx.reviewLog.create({
      data: {
        userId: user.id,
        cardId: card.id,
        idempotencyKey: key,
        requestHash,
        rating,
        correct,
        ...("answer" in body && { answer: body.answer as Prisma.InputJsonValue, draw: body.draw }),
        attemptId: judged.attemptId,
        before: { ...schedule },
        cardVersion: version,
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
      ...totals,
      repeated: false,
    };
  });
}

/**
 * A card is reviewed when it is due, and once each time it was shown: a second tab, or ten requests at once, find it moved.
 * @param shown when the learner was shown the queue; without proof of that no card comes early
 */
async function refuseUnlessDue(tx: Transaction, user: LockedUser, card: Card, at: Moment, shown: number | null): Promise<void> {
  if (shown !== null) {
    const since = await tx.reviewLog.count({ where: { cardId: card.id, undoneAt: null, createdAt: { gt: new Date(shown) } } });
    if (since > 0) throw cardMoved();
  }
  const taken = await takenOfLimit(tx, user.id, at);
  if (!isDue({ ...scheduleOf(card), ...deckFromOf(card) }, taken, at.now, at, shown === null ? 0 : LEARN_AHEAD_MS)) throw cardNotDue();
}

async function judgeQuestion(
  tx: Transaction,
  catalog: Catalog,
  user: LockedUser,
  card: Card,
  { answer, draw, version }: Extract<ReviewAnswer, { readonly answer: unknown }>,
  at: Moment,
): Promise<{ correct: boolean; xp: number; attemptId: null }> {
  if (card.type !== "QUESTION") throw cardMismatch();
  const question = questionOf(catalog, card.topic, card.item);
  if (!question) throw cardGone();
  if (version !== versionOf(question)) throw questionChanged();
  // Of the draws there is one at a time: otherwise the same one would be answered at each review.
  if (draw !== card.reps) throw cardMoved();
  const grade = gradeQuestion(drawQuestion(question, cardSeed(card.id, draw)), answer);
  if (!grade) throw notAnAnswer();
  const correct = known(grade);
  // The day's first answer to a card decides, so that taking it back and choosing again earns nothing; nor does another date, of another
  // zone or in a guest's hands, that comes within hours.
  const reason = `review:${card.topic}/${card.item}:`;
  const lately = await tx.xpEntry.count({
    where: { userId: user.id, reason: { startsWith: reason }, createdAt: { gt: new Date(at.now - APART_MS) } },
  });
  const xp = await bookXp(tx, user, `${reason}${at.localDate}`, correct && lately === 0 ? QUESTION_XP : 0, at);
  return { correct, xp, attemptId: null };
}

/**
 * The attempt must be this learner's, drawn for this card, made since its last review and not used for a review yet. The first one
 * decides, whichever is named: otherwise the best of several would.
 */
async function judgeSkill(
  tx: Transaction,
  user: LockedUser,
  card: Card,
  attemptId: string,
): Promise<{ correct: boolean; xp: number; attemptId: string }> {
  if (card.type !== "SKILL") throw cardMismatch();
  const named = await tx.attempt.findUnique({ where: { id: attemptId }, select: { userId: true, cardId: true, createdAt: true } });
  if (!named || !canRateBy(user, { ownerId: named.userId })) throw notFound();
  // By the server's clock as well: a review that claims to be older than it is makes no older attempt fresh.
  const last = await tx.reviewLog.findFirst({
    where: { cardId: card.id, undoneAt: null },
    orderBy: NEWEST,
    select: { createdAt: true, attemptId: true },
  });
  const since = Math.max(card.lastReview?.getTime() ?? 0, last?.createdAt.getTime() ?? 0);
  if (named.cardId !== card.id || named.createdAt.getTime() < since || last?.attemptId === attemptId) throw cardMismatch();
  const first = await tx.attempt.findFirstOrThrow({
    where: { userId: user.id, cardId: card.id, createdAt: { gte: new Date(since) }, reviewLog: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, score: true, credited: true },
  });
  // What was sent after the solution was shown says nothing about the skill.
  return { correct: first.credited && first.score >= PASS_SCORE, xp: 0, attemptId: first.id };
}

async function repeat(store: Store, log: ReviewLog, requestHash: string, now: number): Promise<ReviewGrade> {
  if (log.requestHash !== requestHash) throw keyReused();
  return {
    cardId: log.cardId,
    correct: log.correct,
    rating: log.rating,
    due: log.due.toISOString(),
    xp: log.xp,
    ...(await totalsFor(store, log.userId, now)),
    repeated: true,
  };
}

interface UndoRequest {
  readonly review?: string;
  readonly answeredAt?: number;
}

/**
 * Takes back the latest review of the learner's day: the card becomes exactly what it was. The snapshot is used rather than
 * ts-fsrs's rollback, which restores the time of the review in place of the date the card was due. A card that has moved on since
 * (reviewed, brought forward by a miss, joined with a guest's) is left as it is.
 * @param request what arrives late names the review it takes back, and when it did so by the browser's clock
 */
export async function undoReview(userId: string, key: string, now: number, request: UndoRequest = {}): Promise<ReviewUndo> {
  return (await prisma()).$transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    const done = await tx.reviewLog.findUnique({ where: { userId_undoKey: { userId: user.id, undoKey: key } } });
    const moment = request.review === undefined ? now : answeredMoment(request.answeredAt ?? now, now - VOUCHED_MS + 1, now);
    const log = done ?? (await undoable(tx, user, momentOf(user, moment), request.review));
    if (!log) throw nothingToUndo();
    const before = log.before as unknown as Schedule;
    if (!done) {
      const version = log.cardVersion === null ? { increment: 1 } : log.cardVersion - 1;
      await tx.card.update({ where: { id: log.cardId }, data: { ...scheduleColumns(before), version } });
      // The attempt is free again, to be rated anew.
      await tx.reviewLog.update({ where: { id: log.id }, data: { undoneAt: new Date(now), undoKey: key, attemptId: null } });
    }
    return {
      cardId: log.cardId,
      due: new Date(before.due).toISOString(),
      ...(await totalsFor(tx, user.id, now)),
      repeated: done !== null,
    };
  });
}

/**
 * The review of `userId`'s day at `at` that can be taken back: the latest, or the one named `id`; null where its card has moved on since.
 */
export async function undoable(
  store: Store,
  { id: userId }: { readonly id: string },
  { localDate }: Moment,
  id?: string,
): Promise<ReviewLog | null> {
  const found = await store.reviewLog.findFirst({
    where: { userId, undoneAt: null, localDate, ...(id === undefined ? {} : { id }) },
    orderBy: NEWEST,
    include: { card: { select: { version: true } } },
  });
  if (!found) return null;
  const { card, ...log } = found;
  if (log.cardVersion !== null) return log.cardVersion === card.version ? log : null;
  const latest = await store.reviewLog.findFirst({ where: { cardId: log.cardId, undoneAt: null }, orderBy: NEWEST, select: { id: true } });
  return latest?.id === log.id ? log : null;
}
