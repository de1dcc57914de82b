/** Assigned items follow the attempts that answered them where these are judged again; what was graded first stays beside it. */
import { tellWork } from "../inbox/tellWork";
import { recountMembers } from "../insight/rollup";
import { holdTerms, holdWork } from "./hold";
import { recountWorks } from "./recount";
import { changedSince, sumsOf } from "./sums";
import { Prisma } from "../prisma/client";
import type { Transaction } from "../database";

interface Judged {
  readonly id: string;
  readonly score: number;
  readonly misconceptions: readonly string[];
}

/** @param attempts as they are now; their learners are held */
export async function followAttempts(tx: Transaction, attempts: readonly Judged[]): Promise<void> {
  const items = await tx.assignedItem.findMany({
    where: { attemptId: { in: attempts.map(({ id }) => id) } },
    select: { id: true, attemptId: true },
  });
  const judged = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  await rescore(
    tx,
    items.flatMap(({ id, attemptId }) => {
      const attempt = judged.get(attemptId ?? "");
      return attempt === undefined ? [] : [{ id, score: attempt.score, misconceptions: attempt.misconceptions }];
    }),
  );
}

/** Writes new scores of items, and the sums that follow; whose points change is told. */
export async function rescore(tx: Transaction, items: readonly Judged[], now = Date.now()): Promise<void> {
  if (items.length === 0) return;
  const works = await tx.assignedItem.findMany({
    where: { id: { in: items.map(({ id }) => id) } },
    select: { workId: true, assignmentId: true, memberId: true, cohortId: true },
    distinct: ["workId"],
    orderBy: [{ assignmentId: "asc" }, { workId: "asc" }],
  });
  const assignments = [...new Set(works.map(({ assignmentId }) => assignmentId))];
  for (const id of assignments) await holdTerms(tx, id);
  for (const { workId } of works) await holdWork(tx, workId);
  await tx.$executeRaw(Prisma.sql`UPDATE "AssignedItem" i SET "score" = n."score", "misconceptions" = ARRAY(SELECT jsonb_array_elements_text(n."misconceptions"))
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS n("id" text, "score" int, "misconceptions" jsonb) WHERE i."id" = n."id"`);
  for (const id of assignments) {
    const assignment = await tx.assignment.findUniqueOrThrow({ where: { id }, include: { parts: true } });
    const ids = works.filter(({ assignmentId }) => assignmentId === id).map(({ workId }) => workId);
    const among = { assignmentId: id, id: { in: ids } };
    const before = await sumsOf(tx, among);
    await recountWorks(tx, assignment, ids);
    const changed = changedSince(before, await sumsOf(tx, among));
    await tellWork(tx, { assignmentId: id, cause: "REGRADED", note: null, now }, changed);
  }
  for (const cohort of new Set(works.map(({ cohortId }) => cohortId)))
    await recountMembers(
      tx,
      cohort,
      works.filter(({ cohortId }) => cohortId === cohort).map(({ memberId }) => memberId),
    );
}
