/** An attempt: graded again on the server, then written with everything that follows from it, in one transaction. */
import { createHash } from "node:crypto";
import { PASS_SCORE } from "@/lib/challenges/score";
import { lockUser } from "../auth/users";
import { kindOf, type Services } from "../catalog";
import { prisma, type Store, type Transaction } from "../database";
import { badAnswer, foreignToken, keyReused, notReady, staleVersion, unknownKind } from "../http/errors";
import { canUseInstance } from "../policy";
import { Prisma, type Attempt } from "../prisma/client";
import { bookXp, markDay, momentOf, totalsFor } from "../learn/record";
import { levelOf } from "./issue";
import { readInstance, type InstanceClaims } from "./token";
import type { Verdict } from "@/lib/challenges/seal";
import type { AttemptResult } from "@/lib/wire/api";

export interface Submission {
  readonly userId: string;
  readonly key: string;
  readonly token: string;
  readonly answer: unknown;
  readonly now: number;
}

type Graded = Extract<Verdict, { status: "graded" }>;

/**
 * Takes an answer. The same key again answers the stored attempt (`repeated`); a different request under a used key is refused.
 * XP comes once for each exact instance, whatever its first score.
 */
export async function submitAttempt({ catalog, grader }: Services, submission: Submission): Promise<AttemptResult> {
  const store = await prisma();
  const requestHash = createHash("sha256")
    .update(submission.token)
    .update("\n")
    .update(JSON.stringify(submission.answer) ?? "")
    .digest("hex");
  const before = await findByKey(store, submission.userId, submission.key);
  if (before) return repeat(store, before, requestHash, submission.now);

  const claims = readInstance(submission.token, submission.now);
  await checkOwner(store, claims, submission.userId);
  const facts = kindOf(catalog, claims.kind);
  if (!facts) throw unknownKind();
  if (facts.version !== claims.version) throw staleVersion();

  // Grading takes a worker's time, so it happens before any row is locked.
  const verdict = await grader.judge(claims.kind, claims.seed, claims.level, submission.answer);
  if (verdict.status === "malformed") throw badAnswer(verdict.field, verdict.problem);
  if (verdict.status === "unready") throw notReady(verdict.missing);
  return store.$transaction((tx) => write(tx, submission, claims, facts.topic, verdict, requestHash));
}

async function write(
  tx: Transaction,
  { userId, key, answer, now }: Submission,
  claims: InstanceClaims,
  topic: string,
  verdict: Graded,
  requestHash: string,
): Promise<AttemptResult> {
  const user = await lockUser(tx, userId);
  // Holding the row, look again: the same request may have been written since.
  const before = await findByKey(tx, user.id, key);
  if (before) return repeat(tx, before, requestHash, now);

  const at = momentOf(user.timeZone, now);
  const { kind, version, seed, level } = claims;
  const xp = await bookXp(tx, user, `attempt:${kind}:${version}:${seed}:${level}`, verdict.xp, at);
  await markDay(tx, user, xp, at);
  const attempt = await tx.attempt.create({
    data: {
      userId: user.id,
      idempotencyKey: key,
      requestHash,
      topic,
      kind,
      version,
      seed,
      level,
      answer: answer === null ? Prisma.JsonNull : (answer as Prisma.InputJsonValue),
      score: verdict.score,
      stars: verdict.stars,
      earned: verdict.grade.earned,
      total: verdict.grade.total,
      parts: verdict.grade.parts.map(({ id, correct, earned, total }) => ({ id, correct, earned, total })),
      misconceptions: [...verdict.grade.misconceptions],
      xp,
      localDate: at.localDate,
      timeZone: at.timeZone,
      cardId: claims.card ?? null,
      createdAt: new Date(now),
    },
  });
  if (verdict.score < PASS_SCORE && claims.card === undefined) await missed(tx, user.id, topic, kind, now);
  return { ...attemptJson(attempt), ...(await totalsFor(tx, user.id, at.timeZone, now)), repeated: false };
}

/** A missed challenge becomes a skill card; one that waits for later comes due now, its memory state untouched. */
async function missed(tx: Transaction, userId: string, topic: string, kind: string, now: number): Promise<void> {
  const due = new Date(now);
  await tx.card.createMany({ data: [{ userId, type: "SKILL", topic, item: kind, due, createdAt: due }], skipDuplicates: true });
  await tx.card.updateMany({ where: { userId, type: "SKILL", topic, item: kind, due: { gt: due } }, data: { due } });
}

async function checkOwner(store: Store, claims: InstanceClaims, userId: string): Promise<void> {
  const issuedTo = claims.user;
  if (canUseInstance({ id: userId }, { issuedTo, heirId: null })) return;
  const guest = await store.user.findUnique({ where: { id: issuedTo }, select: { mergedIntoId: true } });
  if (!canUseInstance({ id: userId }, { issuedTo, heirId: guest?.mergedIntoId ?? null })) throw foreignToken();
}

const findByKey = (store: Store, userId: string, idempotencyKey: string): Promise<Attempt | null> =>
  store.attempt.findUnique({ where: { userId_idempotencyKey: { userId, idempotencyKey } } });

async function repeat(store: Store, attempt: Attempt, requestHash: string, now: number): Promise<AttemptResult> {
  if (attempt.requestHash !== requestHash) throw keyReused();
  return { ...attemptJson(attempt), ...(await totalsFor(store, attempt.userId, attempt.timeZone, now)), repeated: true };
}

/** An attempt as the wire shows it, without the learner's totals. */
export function attemptJson(attempt: Attempt): Omit<AttemptResult, "xpTotal" | "streak" | "repeated"> {
  return {
    id: attempt.id,
    kind: attempt.kind,
    level: levelOf(attempt.level),
    seed: attempt.seed,
    score: attempt.score,
    stars: attempt.stars,
    earned: attempt.earned,
    total: attempt.total,
    parts: attempt.parts as AttemptResult["parts"],
    misconceptions: attempt.misconceptions,
    xp: attempt.xp,
    createdAt: attempt.createdAt.toISOString(),
  };
}
