/** An answer to an item, written with all that follows from it: the one place that does so, in the transaction of whatever it answers. */
import { recountWorks } from "./recount";
import { graded } from "../insight/answers";
import { countingItem, withTouched, type Touched } from "../insight/rollup";
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
  item: Pick<AssignedItem, "id" | "workId">,
  { answer, answeredAt, arrivedAt, marks, attemptId, key }: Answered,
): Promise<void> {
  const columns = [
    Prisma.sql`"answer" = ${JSON.stringify(answer)}::jsonb`,
    Prisma.sql`"answeredAt" = ${new Date(answeredAt)}`,
    ...(arrivedAt === undefined ? [] : [Prisma.sql`"arrivedAt" = ${new Date(arrivedAt)}`]),
    ...(attemptId === undefined ? [] : [Prisma.sql`"attemptId" = ${attemptId}`]),
    ...(key === undefined ? [] : [Prisma.sql`"idempotencyKey" = ${key}`]),
    ...(marks === null
      ? []
      : [
          Prisma.sql`"score" = ${marks.score}`,
          Prisma.sql`"firstScore" = COALESCE("firstScore", ${marks.score})`,
          Prisma.sql`"misconceptions" = ${[...marks.misconceptions]}::text[]`,
        ]),
  ];
  const written = Prisma.sql`UPDATE "AssignedItem" SET ${Prisma.join(columns)} WHERE "id" = ${item.id} RETURNING *`;
  if (marks === null) await tx.$executeRaw(written);
  const [row] = marks === null ? [] : await tx.$queryRaw<(AssignedItem & { readonly touched: Touched | null })[]>(withTouched(written));
  // What was voided between being found and being held counts for nobody.
  const counting = row?.voidedAt === null ? await countingItem(tx, { ...graded(row), cohortId: row.cohortId }, row.touched) : null;
  await recountWorks(tx, assignment, [item.workId], counting);
}
