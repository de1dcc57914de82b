/** An attempt: graded again on the server, then written with everything that follows from it, in one transaction. */
import { createHash, randomUUID } from "node:crypto";
import { countedMarks, type Marks } from "@/lib/challenges/judging";
import { hintsOf, PASS_SCORE } from "@/lib/challenges/score";
import { answerAssigned, holdAssigned } from "../assignments/attempts";
import { lockUser } from "../auth/users";
import { prisma, type Store, type Transaction } from "../database";
import { mostPerMinute } from "../http/limits";
import { badAnswer, brokenInstance, keyReused, notReady, staleVersion } from "../http/errors";
import { answeredMoment } from "../learn/answered";
import { isLate, momentOf, recordOf, recountRun, totalsFor, totalsOf, type Moment } from "../learn/record";
import { fileCrash } from "../reports/crash";
import { levelOf } from "./level";
import { openIssued, type Issued } from "./issued";
import { answerHashOf, readStanding, writeAttempt, type Consequences, type Standing } from "./standing";
import type { Prisma, Attempt } from "../prisma/client";
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
  /** Assigned work is closed, and this was saved with it at `answeredAt`, by the server's own clock. */
  readonly closing?: true;
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
  let issued: Issued;
  try {
    issued = await openIssued(store, catalog, token, userId, now, answeredAt);
  } catch (refusal) {
    // Taken before the token ended: what was answered then is answered again.
    const before = await store.attempt.findUnique({ where: { userId_idempotencyKey: { userId, idempotencyKey: key } } });
    if (before === null) throw refusal;
    return repeat(store, before, requestHash, now);
  }
  const answerHash = answerHashOf(issued, answer);
  const standing = await readStanding(store, userId, issued, key, answerHash);
  if (standing?.same) return repeat(store, await attemptOf(store, standing.same), requestHash, now);

  // Grading takes a worker's time, so nothing is locked meanwhile: what it was read for is held against the row when it is written.
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
    case "graded": {
      const graded: Graded = { submission, issued, marks: judged, requestHash, answerHash };
      return (
        (standing && (await settle(store, standing, graded))) ??
        // Somebody else writes to the same record, or its days have to be counted: one at a time, then.
        store.$transaction((tx) => settleLocked(tx, graded))
      );
    }
  }
}

interface Graded {
  readonly submission: Submission;
  readonly issued: Issued;
  readonly marks: Marks;
  readonly requestHash: string;
  readonly answerHash: string;
}

async function settleLocked(tx: Transaction, graded: Graded): Promise<AttemptResult> {
  const { submission, issued, answerHash } = graded;
  const user = await lockUser(tx, submission.userId);
  const standing = await readStanding(tx, user.id, issued, submission.key, answerHash);
  const settled = standing && (await settle(tx, standing, graded, true));
  if (settled === null) throw new Error("The row that is held was changed by somebody else");
  return settled;
}

/**
 * The attempt that this was already, or the one that is written now; null where `standing` does not stand any more.
 * @param held the learner's row is locked, so that their days can be counted as well
 */
async function settle(store: Store, standing: Standing, graded: Graded, held = false): Promise<AttemptResult | null> {
  const { submission, issued, requestHash } = graded;
  const { now, answeredAt = now } = submission;
  if (standing.same !== null) return repeat(store, await attemptOf(store, standing.same), requestHash, now);
  // It was paid for once already: nothing is written, and what it brought then it does not bring again.
  if (standing.twin !== null) return { ...(await resultOf(store, await attemptOf(store, standing.twin), now)), xp: 0, duplicate: true };

  const at = momentOf(standing, submission.closing ? answeredAt : answeredMoment(answeredAt, issued.shown, now));
  const counting = standing.active && isLate(standing.run, at);
  if ((counting || standing.assigned !== null) && !held) return null;
  const assigned = standing.assigned === null ? null : await holdOf(store, standing.id, standing.assigned, submission, at);
  const { attempt, consequences } = attemptFrom(standing, graded, at);
  // A guest's answer that arrives after the merge is the account's, and so is the guest's share of a minute.
  if (standing.id !== submission.userId && (await isMinuteFull(store, standing.id, at.now))) attempt.xp = 0;
  const written = await writeAttempt(store, standing, attempt, consequences, at);
  if (written === null) return null;
  if (assigned !== null) await answerAssigned(store, assigned, attempt, submission.closing === true);
  const run = counting ? await recountRun(store, standing.id) : recordOf(standing, attempt.xp, at).run;
  const stored = issued.ref.from;
  return {
    ...attemptJson(attempt),
    ...totalsOf(written.xp, run, standing, now),
    repeated: false,
    duplicate: false,
    reveal: "stored" in stored ? { instance: JSON.parse(stored.stored) as unknown } : null,
  };
}

/** What is assigned is held until its item is written; only where the learner's row is held is there a transaction. */
const holdOf = (tx: Transaction, userId: string, item: string, { now, closing }: Pick<Submission, "now" | "closing">, at: Moment) =>
  holdAssigned(tx, userId, item, { answeredAt: at.now, now, closing: closing === true });

/** Whether the account has booked as many answers in the minute of `instant` as one learner may send. */
async function isMinuteFull(store: Store, userId: string, instant: number): Promise<boolean> {
  const from = instant - (instant % 60_000);
  const createdAt = { gte: new Date(from), lt: new Date(from + 60_000) };
  const booked = await store.xpEntry.count({ where: { userId, createdAt, NOT: { reason: { startsWith: "review:" } } } });
  return booked >= mostPerMinute("submit");
}

/** The row of an attempt that has been graded, and what is written with it. */
function attemptFrom(standing: Standing, graded: Graded, at: Moment): { attempt: Attempt; consequences: Consequences } {
  const { submission, issued, requestHash, answerHash } = graded;
  const { key, answer, hints: told = 0, now } = submission;
  const { kind, version, level } = issued.ref;
  const { topic, seed, cardId, workId, chosen } = issued;
  // Its own record knows of other tabs, the page of what was opened without a network.
  const hints = hintsOf(Math.max(told, standing.hints));
  const { score, stars, earned, total, parts, misconceptions, xp } = countedMarks(graded.marks, hints, level);
  const credited = !chosen && !standing.closed;
  const paid = credited && !standing.booked;
  return {
    attempt: {
      ...{ id: freshId(), userId: standing.id, idempotencyKey: key, requestHash, answerHash },
      ...{ topic, kind, version, seed, level, cardId, workId, hints, credited, chosen },
      ...{ score, stars, earned, total, xp: paid ? xp : 0 },
      answer: answer as Prisma.JsonValue,
      parts: parts.map((part) => ({ ...part })),
      misconceptions: [...misconceptions],
      localDate: at.localDate,
      timeZone: at.timeZone,
      answeredAt: new Date(at.now),
      createdAt: new Date(now),
    },
    // A missed challenge becomes a skill card; one that waits for later comes due now, its memory state untouched.
    consequences: { reason: paid ? issued.reason : null, missed: score < PASS_SCORE && cardId === null, newCard: freshId() },
  };
}

const freshId = (): string => randomUUID().replaceAll("-", "");

const attemptOf = (store: Store, id: string): Promise<Attempt> => store.attempt.findUniqueOrThrow({ where: { id } });

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
