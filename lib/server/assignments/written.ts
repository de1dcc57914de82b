/** An answer to an item, written with all that follows from it: the one place that does so, in the transaction of whatever it answers. */
import { recountWorks } from "./recount";
import { graded } from "../insight/answers";
import { recordItem } from "../insight/rollup";
import type { AssignmentWithParts } from "./rows";
import { Prisma, type AssignedItem } from "../prisma/client";
import type { Transaction } from "../database";

export interface Answered {
  readonly answer: unknown;
  readonly answeredAt: number;
  /** When it came, by the server's clock; left out where it came before. */
  readonly arrivedAt?: number;
  /** Null for what is graded once the work is handed in. */
  readonly marks: { readonly score: number; readonly misconceptions: readonly string[] } | null;
  readonly attemptId?: string;
  readonly key?: string;
}

/** The caller holds the work. */
export async function writeAnswer(
  tx: Transaction,
  assignment: AssignmentWithParts,
  item: Pick<AssignedItem, "id" | "workId" | "firstScore">,
  { answer, answeredAt, arrivedAt, marks, attemptId, key }: Answered,
): Promise<void> {
  const row = await tx.assignedItem.update({
    where: { id: item.id },
    data: {
      answer: answer === null ? Prisma.JsonNull : (answer as Prisma.InputJsonValue),
      answeredAt: new Date(answeredAt),
      ...(arrivedAt === undefined ? {} : { arrivedAt: new Date(arrivedAt) }),
      ...(marks && { score: marks.score, firstScore: item.firstScore ?? marks.score, misconceptions: [...marks.misconceptions] }),
      ...(attemptId === undefined ? {} : { attemptId }),
      ...(key === undefined ? {} : { idempotencyKey: key }),
    },
  });
  await recountWorks(tx, assignment, [item.workId]);
  // What was voided between being found and being held counts for nobody.
  if (marks !== null && row.voidedAt === null) await recordItem(tx, { ...graded(row), cohortId: row.cohortId });
}
