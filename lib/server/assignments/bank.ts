/** The door to questions that instructors wrote: nothing stands behind it yet, and an assignment that names one is refused. */
import { noBank } from "../http/assignmentErrors";
import type { Store } from "../database";
import type { Question } from "@/lib/questions";

/** A question in the version that was pinned when it was put into an assignment. */
export interface BankRef {
  readonly bank: string;
  readonly version: number;
}

export interface BankQuestion extends BankRef {
  readonly question: Question;
  /** The topic it is about; null where it is of none. */
  readonly topic: string | null;
}

/** The questions that `refs` pin, each as it was then; those that are not there, or not `userId`'s to use, are left out. */
export async function bankQuestions(_store: Store, _userId: string | null, refs: readonly BankRef[]): Promise<readonly BankQuestion[]> {
  if (refs.length > 0) throw noBank();
  return [];
}
