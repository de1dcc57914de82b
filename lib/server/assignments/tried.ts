/** A change of scores that is tried first: the same transaction, thrown away. So what a dry run says is what a real one does. */
import { studentsSeen } from "../cohorts/seen";
import { nameOf } from "./home";
import type { Transaction } from "../database";
import type { ChangedWork, Sums } from "../inbox/tellWork";

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
  const names = new Map((await studentsSeen(tx, { cohortId })).map(({ id, seen }) => [id, nameOf(seen)]));
  return changedSince(before, await sumsOf(tx, { assignmentId })).map((each) => ({ ...each, name: names.get(each.member) ?? "" }));
}

type SumsByMember = ReadonlyMap<string, Sums>;

/** What the works of current students earn and could, by their place in the class. */
export async function sumsOf(
  tx: Transaction,
  where: { readonly assignmentId: string; readonly id?: { readonly in: string[] } },
): Promise<SumsByMember> {
  const works = await tx.studentWork.findMany({
    where: { ...where, member: { leftAt: null } },
    select: { memberId: true, earnedNow: true, points: true },
    orderBy: { id: "asc" },
  });
  return new Map(works.map(({ memberId, earnedNow: now, points }) => [memberId, { now, points }]));
}

export function changedSince(before: SumsByMember, after: SumsByMember): ChangedWork[] {
  return [...after].flatMap(([member, sums]) => {
    const old = before.get(member);
    return old === undefined || (old.now === sums.now && old.points === sums.points) ? [] : [{ member, before: old, after: sums }];
  });
}
