/** A change of scores that is tried first: the same transaction, thrown away. So what a dry run says is what a real one does. */
import { studentsNamed } from "../cohorts/seen";
import { changedSince, sumsOf } from "./sums";
import type { Transaction } from "../database";
import type { ChangedWork } from "../inbox/tellWork";

/** Carries the answer of a dry run out of a transaction that is rolled back. */
class NotApplied<T> extends Error {
  constructor(readonly answer: T) {
    super("not applied");
  }
}

export interface ChangedStudent extends ChangedWork {
  readonly name: string;
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
  const before = await sumsOf(tx, { assignmentId });
  await act();
  const names = new Map((await studentsNamed(tx, cohortId)).map(({ id, name }) => [id, name]));
  return changedSince(before, await sumsOf(tx, { assignmentId })).map((each) => ({ ...each, name: names.get(each.member) ?? "" }));
}
