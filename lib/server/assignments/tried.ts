/** A change of scores that is tried first: the same transaction, thrown away. So what a dry run says is what a real one does. */
import { studentsSeen } from "../cohorts/seen";
import { nameOf } from "./home";
import type { Transaction } from "../database";

/** Carries the answer of a dry run out of a transaction that is rolled back. */
class NotApplied<T> extends Error {
  constructor(readonly answer: T) {
    super("not applied");
  }
}

interface Sums {
  readonly now: number;
  readonly points: number;
}
export interface ChangedStudent {
  readonly member: string;
  readonly name: string;
  readonly before: Sums;
  readonly after: Sums;
}

/** Runs `run`, whose transaction calls `end` last; where it is not applied nothing stays of it. */
export async function tried<T>(apply: boolean, run: (end: (answer: T) => T) => Promise<T>): Promise<T> {
  try {
    return await run((answer) => {
      if (!apply) throw new NotApplied(answer);
      return answer;
    });
  } catch (thrown) {
    if (thrown instanceof NotApplied) return thrown.answer as T;
    throw thrown;
  }
}

/** What `act` changes of the students' points. */
export async function changing(
  tx: Transaction,
  { cohortId, assignmentId }: { readonly cohortId: string; readonly assignmentId: string },
  act: () => Promise<void>,
): Promise<ChangedStudent[]> {
  const read = () =>
    tx.studentWork.findMany({
      where: { assignmentId, member: { leftAt: null } },
      select: { memberId: true, earnedNow: true, points: true },
      orderBy: { id: "asc" },
    });
  const before = new Map((await read()).map(({ memberId, earnedNow: now, points }) => [memberId, { now, points }]));
  await act();
  const after = await read();
  const names = new Map((await studentsSeen(tx, { cohortId })).map(({ id, seen }) => [id, nameOf(seen)]));
  return after.flatMap(({ memberId, earnedNow: now, points }) => {
    const old = before.get(memberId);
    if (old === undefined || (old.now === now && old.points === points)) return [];
    return [{ member: memberId, name: names.get(memberId) ?? "", before: old, after: { now, points } }];
  });
}
