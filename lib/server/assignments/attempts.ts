/** What an attempt at an assigned challenge writes besides: its item and the sums of its work, in the attempt's own transaction. */
import { holdItem, refuseUntakenAnswer, type Held } from "./answer";
import { writeAnswer } from "./written";
import type { Attempt } from "../prisma/client";
import type { Transaction } from "../database";

/**
 * Holds the work that an attempt would answer. The caller holds the learner's row.
 * @param closing the work is being closed: what was saved is graded whatever the time
 * @throws ApiError not-found, work-closed, voided
 */
export async function holdAssigned(
  tx: Transaction,
  userId: string,
  itemId: string,
  { answeredAt, now, closing }: { readonly answeredAt: number; readonly now: number; readonly closing: boolean },
): Promise<Held> {
  const held = await holdItem(tx, userId, itemId);
  if (!closing) refuseUntakenAnswer(held, answeredAt, now);
  return held;
}

/** The first graded answer of a try counts; what is sent after it is feedback. @param closing the work is being closed */
export async function answerAssigned(tx: Transaction, { item, given }: Held, attempt: Attempt, closing: boolean): Promise<void> {
  if (item.answeredAt !== null) return;
  const answeredAt = attempt.answeredAt?.getTime() ?? attempt.createdAt.getTime();
  await writeAnswer(tx, given.assignment, item, {
    answer: attempt.answer,
    answeredAt,
    // What was saved came as it was saved, by the server's own clock.
    arrivedAt: closing ? answeredAt : attempt.createdAt.getTime(),
    marks: { score: attempt.score, misconceptions: attempt.misconceptions },
    attemptId: attempt.id,
  });
}
