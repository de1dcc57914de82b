/** What was planted against what the misconception board says: one function, for the script and its test. */
import { holdsOn } from "./learner";
import { DAYS } from "./plan";
import type { DemoStudent } from "./run";

export interface Found {
  readonly planted: number;
  readonly said: number;
  readonly both: number;
  /** Of what is said, what was planted; of what was planted, what is said. Null where there is nothing to share. */
  readonly precision: number | null;
  readonly recall: number | null;
}

/** @param said who holds what now, as "member topic misconception" */
export function foundOf(
  students: readonly DemoStudent[],
  said: ReadonlySet<string>,
  counts: (place: string) => boolean = () => true,
): Found {
  const planted = new Set(
    students.flatMap(({ member, learner }) =>
      learner.ideas.filter((idea) => holdsOn(idea, DAYS)).map(({ topic, misconception }) => `${member} ${topic} ${misconception}`),
    ),
  );
  const kept = [...planted].filter(counts);
  const both = kept.filter((each) => said.has(each)).length;
  return {
    planted: kept.length,
    said: said.size,
    both,
    precision: said.size === 0 ? null : [...said].filter((each) => planted.has(each)).length / said.size,
    recall: kept.length === 0 ? null : both / kept.length,
  };
}
