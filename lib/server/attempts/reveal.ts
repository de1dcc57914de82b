/** The solution on demand. It closes the instance: what is sent afterwards is feedback only. */
import { lockUser } from "../auth/users";
import { prisma, type Store, type Transaction } from "../database";
import { solutionLater } from "../http/assignmentErrors";
import { brokenInstance, keyReused, staleVersion } from "../http/errors";
import { bookXp, momentOf } from "../learn/record";
import { fileCrash } from "../reports/crash";
import { sha256 } from "./hash";
import { closeWork, openIssued, type Issued } from "./issued";
import type { Services } from "../catalog";
import type { RevealedInstance } from "@/lib/wire/play";

export interface RevealRequest {
  readonly userId: string;
  readonly key: string;
  readonly token: string;
  readonly now: number;
}

/**
 * Closes the instance of `token` and answers its solution. Both wait for the learner's row, as an attempt does, so of a reveal
 * and a submission that race one comes first: credit is only for what was written before the reveal.
 */
export async function revealInstance({ catalog, grader }: Services, request: RevealRequest): Promise<RevealedInstance> {
  const { userId, token, now } = request;
  const store = await prisma();
  const issued = await openIssued(store, catalog, token, userId, now);
  if (issued.workId !== null) await refuseOpenTry(store, issued.workId);
  const solved = await grader.solve(issued.ref);
  if (solved.status === "stale") throw staleVersion();
  if (solved.status === "crashed") {
    await fileCrash(store, { ...issued.ref, userId, seed: issued.seed, workId: issued.workId, answer: undefined, crash: solved, now });
    throw brokenInstance();
  }
  const repeated = await store.$transaction((tx) => close(tx, request, issued, sha256(token)));
  return { kind: issued.ref.kind, version: issued.ref.version, instance: solved.instance, solution: solved.solution, repeated };
}

/** What is assigned is answered first: then its verdict shows the solution, and nothing can be gained by it any more. @throws ApiError assigned */
async function refuseOpenTry(store: Store, workId: string): Promise<void> {
  const where = { issuedId: workId, answeredAt: null, voidedAt: null, work: { closedAt: null } };
  if ((await store.assignedItem.count({ where })) > 0) throw solutionLater();
}

/** Answers whether the instance had been revealed before. */
async function close(tx: Transaction, { userId, key, now }: RevealRequest, issued: Issued, requestHash: string): Promise<boolean> {
  const user = await lockUser(tx, userId);
  const before = await findReveal(tx, user.id, key);
  if (before && before.requestHash !== requestHash) throw keyReused();
  const { count } = await tx.reveal.createMany({
    data: [{ userId: user.id, idempotencyKey: key, requestHash, instance: issued.reason, createdAt: new Date(now) }],
    skipDuplicates: true,
  });
  if (issued.workId !== null) await closeWork(tx, issued.workId, now);
  // Nothing, booked under the instance's reason: whatever comes later finds it taken.
  await bookXp(tx, user, issued.reason, 0, momentOf(user, now));
  return count === 0;
}

const findReveal = (store: Store, userId: string, idempotencyKey: string) =>
  store.reveal.findUnique({ where: { userId_idempotencyKey: { userId, idempotencyKey } }, select: { requestHash: true } });
