/** An attempt: graded again on the server, then written with everything that follows from it, in one transaction. */
import { createHash, randomUUID } from "node:crypto";
import { countedMarks, type Marks } from "@/lib/challenges/judging";
import { hintsOf, PASS_SCORE } from "@/lib/challenges/score";
import { lockUser } from "../auth/users";
import { prisma, type Store, type Transaction } from "../database";
import { badAnswer, brokenInstance, keyReused, notReady, staleVersion } from "../http/errors";
import { answeredMoment } from "../learn/answered";
import { bookXp, markDay, momentOf, totalsFor } from "../learn/record";
import { Prisma, type Attempt } from "../prisma/client";
import { fileCrash } from "../reports/crash";
import { canonical, sha256 } from "./hash";
import { levelOf } from "./level";
import { closeWork, hintsFor, isClosed, openIssued, type Issued } from "./issued";
import type { Services } from "../catalog";
import type { AttemptResult } from "@/lib/wire/play";

export interface Submission {
  readonly userId: string;
  readonly key: string;
  readonly token: string;
  readonly answer: unknown;
  /** Hints that the page says it opened. */
  readonly hints?: number;
  readonly now: number;
  /** When it was answered, by the browser's clock; now where it does not say. */
  readonly answeredAt?: number;
}

/**
 * Takes an answer. The same key again answers the stored attempt (`repeated`); a different request under a used key is refused;
 * the same answer to the same instance under another key is the attempt that it was (`duplicate`).
 * Hints cap what counts of it, before anything is written. XP comes once for each exact instance, whatever its first score, and never after its solution was shown.
 */
export async function submitAttempt({ catalog, grader }: Services, submission: Submission): Promise<AttemptResult> {
  const { userId, key, token, answer, hints = 0, now, answeredAt } = submission;
  const store = await prisma();
  const requestHash = createHash("sha256")
    .update(`${token}\n`)
    .update(JSON.stringify(answer) ?? "")
    // Nothing for none, as in requests from before there were hints.
    .update(hints > 0 ? `\n${hints}` : "")
    .digest("hex");
  const before = await findByKey(store, userId, key);
  if (before) return repeat(store, before, requestHash, now);

  const issued = await openIssued(store, catalog, token, userId, now, answeredAt);
  // Grading takes a worker's time, so it happens before any row is locked.
  const judged = await grader.judge({ ...issued.ref, answer });
  switch (judged.status) {
    case "malformed":
      throw badAnswer(judged.field, judged.problem);
    case "unready":
      throw notReady(judged.missing);
    case "stale":
      throw staleVersion();
    case "crashed":
      await fileCrash(store, { ...issued.ref, userId, seed: issued.seed, workId: issued.workId, answer, crash: judged, now });
      throw brokenInstance();
    case "graded":
      return store.$transaction((tx) => write(tx, submission, issued, judged, requestHash));
  }
}

async function write(
  tx: Transaction,
  { userId, key, answer, hints: told = 0, now, answeredAt = now }: Submission,
  issued: Issued,
  graded: Marks,
  requestHash: string,
): Promise<AttemptResult> {
  const user = await lockUser(tx, userId);
  // Holding the row, look again: the same request may have been written since.
  const before = await findByKey(tx, user.id, key);
  if (before) return repeat(tx, before, requestHash, now);
  const answerHash = sha256(issued.reason, issued.cardId ?? "", canonical(answer));
  const twin = await tx.attempt.findUnique({ where: { userId_answerHash: { userId: user.id, answerHash } } });
  // It was paid for once already: nothing is written, and what it brought then it does not bring again.
  if (twin) return { ...(await resultOf(tx, twin, now)), xp: 0, duplicate: true };

  const at = momentOf(user, answeredMoment(answeredAt, issued.shown, now));
  const { kind, version, level } = issued.ref;
  const { topic, seed, cardId, workId, reason } = issued;
  // Its own record knows of other tabs, the page of what was opened without a network.
  const hints = hintsOf(Math.max(told, await hintsFor(tx, user.id, reason)));
  const marks = countedMarks(graded, hints, level);
  const { score, stars, earned, total } = marks;
  const credited = !issued.chosen && !(await isClosed(tx, user.id, issued));
  const id = randomUUID().replaceAll("-", "");
  const xp = credited ? await bookXp(tx, user, reason, marks.xp, at, id) : 0;
  await markDay(tx, user, xp, at);
  const attempt = await tx.attempt.create({
    data: {
      id,
      userId: user.id,
      idempotencyKey: key,
      requestHash,
      answerHash,
      topic,
      kind,
      version,
      seed,
      level,
      answer: answer === null ? Prisma.JsonNull : (answer as Prisma.InputJsonValue),
      score,
      stars,
      earned,
      total,
      parts: marks.parts.map((part) => ({ ...part })),
      misconceptions: [...marks.misconceptions],
      xp,
      hints,
      credited,
      chosen: issued.chosen,
      localDate: at.localDate,
      timeZone: at.timeZone,
      cardId,
      workId,
      answeredAt: new Date(at.now),
      createdAt: new Date(now),
    },
  });
  // Its truth is in the answer to this request.
  if (workId !== null) await closeWork(tx, workId, now);
  if (score < PASS_SCORE && cardId === null) await missed(tx, user.id, topic, kind, now);
  return resultOf(tx, attempt, now);
}

/** A missed challenge becomes a skill card; one that waits for later comes due now, its memory state untouched. */
async function missed(tx: Transaction, userId: string, topic: string, kind: string, now: number): Promise<void> {
  const due = new Date(now);
  await tx.card.createMany({ data: [{ userId, type: "SKILL", topic, item: kind, due, createdAt: due }], skipDuplicates: true });
  await tx.card.updateMany({
    where: { userId, type: "SKILL", topic, item: kind, due: { gt: due } },
    data: { due, version: { increment: 1 } },
  });
}

const findByKey = (store: Store, userId: string, idempotencyKey: string): Promise<Attempt | null> =>
  store.attempt.findUnique({ where: { userId_idempotencyKey: { userId, idempotencyKey } } });

async function repeat(store: Store, attempt: Attempt, requestHash: string, now: number): Promise<AttemptResult> {
  if (attempt.requestHash !== requestHash) throw keyReused();
  return { ...(await resultOf(store, attempt, now)), repeated: true };
}

async function resultOf(store: Store, attempt: Attempt, now: number): Promise<AttemptResult> {
  const instance = await instanceOf(store, attempt);
  return {
    ...attemptJson(attempt),
    ...(await totalsFor(store, attempt.userId, now)),
    repeated: false,
    duplicate: false,
    reveal: instance === null ? null : { instance },
  };
}

/** The instance of graded work, truth and all: for its owner, once it has been answered. Null for practice, drawn from the seed. */
export async function instanceOf(store: Store, { workId }: Pick<Attempt, "workId">): Promise<unknown> {
  if (workId === null) return null;
  const work = await store.issuedWork.findUnique({ where: { id: workId }, select: { instance: true } });
  return work === null ? null : JSON.parse(work.instance);
}

/** An attempt as the wire shows it, without the learner's totals. */
export function attemptJson(attempt: Attempt): Omit<AttemptResult, "xpTotal" | "streak" | "repeated" | "duplicate" | "reveal"> {
  return {
    id: attempt.id,
    kind: attempt.kind,
    level: levelOf(attempt.level),
    seed: attempt.workId === null ? attempt.seed : null,
    score: attempt.score,
    stars: attempt.stars,
    earned: attempt.earned,
    total: attempt.total,
    parts: attempt.parts as AttemptResult["parts"],
    misconceptions: attempt.misconceptions,
    hints: attempt.hints,
    xp: attempt.xp,
    credited: attempt.credited,
    chosen: attempt.chosen,
    createdAt: attempt.createdAt.toISOString(),
  };
}
