/** Hints on demand: each takes a star out of reach for what is answered afterwards. */
import { hintsOf, RUNGS } from "@/lib/challenges/score";
import { lockUser } from "../auth/users";
import { prisma, type Store, type Transaction } from "../database";
import { brokenInstance, staleVersion } from "../http/errors";
import { fileCrash } from "../reports/crash";
import { hintsFor, recallIssued, type Issued } from "./issued";
import type { Services } from "../catalog";
import type { HintTaken } from "@/lib/wire/play";

export interface HintWish {
  readonly userId: string;
  readonly token: string;
  /** 1 to 3; the lower ones count as opened too. */
  readonly rung: number;
  readonly now: number;
}

/**
 * Notes that a hint was opened, and answers the third one of graded work. It waits for the learner's row, as an attempt does: of a
 * hint and a submission that race one comes first, and the hint costs only what comes after it. The token may have expired, since what
 * was opened offline arrives late.
 */
export async function takeHint({ catalog, grader }: Services, { userId, token, rung, now }: HintWish): Promise<HintTaken> {
  const store = await prisma();
  const issued = await recallIssued(store, catalog, token, userId);
  // Before it is noted: one that cannot be given costs nothing.
  const step = rung === RUNGS.length && issued.workId !== null ? await stepOf(store, grader, userId, issued, now) : null;
  const hints = await store.$transaction((tx) => note(tx, userId, issued, rung, now));
  return { hints, step };
}

/** Answers the highest hint opened for the instance. */
async function note(tx: Transaction, userId: string, { reason: instance }: Issued, rung: number, now: number): Promise<number> {
  const user = await lockUser(tx, userId);
  const hints = Math.max(rung, await hintsFor(tx, user.id, instance));
  await tx.hint.upsert({
    where: { userId_instance: { userId: user.id, instance } },
    create: { userId: user.id, instance, rung: hints, createdAt: new Date(now) },
    update: { rung: hints },
  });
  return hintsOf(hints);
}

async function stepOf(store: Store, grader: Services["grader"], userId: string, { ref, seed, workId }: Issued, now: number) {
  const hinted = await grader.hint(ref);
  if (hinted.status === "stale") throw staleVersion();
  if (hinted.status === "crashed") {
    await fileCrash(store, { ...ref, userId, seed, workId, answer: undefined, crash: hinted, now });
    throw brokenInstance();
  }
  return hinted.step;
}
