/** What was planted against what the misconception board says: one function, for the script and its test. */
import { holdsOn } from "./learner";
import { DAYS } from "./plan";
import type { DemoClass } from "./run";
import { DAY_MS } from "../../lib/review";

export interface Found {
  readonly planted: number;
  readonly said: number;
  readonly both: number;
  /** Said of somebody who got over it, with too little work after that to see it: counts neither way. */
  readonly endUnseen: number;
  /** Of what is said, what was planted; of what was planted, what is said. Null where there is nothing to share. */
  readonly precision: number | null;
  readonly recall: number | null;
}

/** An idea is seen once it was shown twice, and its end once it was not shown twice (lib/insight/holding.ts): fewer chances show neither. */
const CHANCES = 2;

/**
 * @param said who holds what now, as "member topic misconception"
 * @param chances answers that could have shown an idea, given after a moment (ms), in the same words
 */
export function foundOf(
  { students, begin }: Pick<DemoClass, "students" | "begin">,
  said: ReadonlySet<string>,
  chances: (place: string, after: number) => number,
): Found {
  const ideas = students.flatMap(({ member, learner }) =>
    learner.ideas.map((idea) => ({ ...idea, place: `${member} ${idea.topic} ${idea.misconception}`, held: holdsOn(idea, DAYS) })),
  );
  const planted = ideas.filter(({ held, place }) => held && chances(place, begin) >= CHANCES).map(({ place }) => place);
  const endUnseen = new Set(
    ideas.filter(({ until, place }) => until !== null && chances(place, begin + until * DAY_MS) < CHANCES).map(({ place }) => place),
  );
  const held = new Set(ideas.flatMap((idea) => (idea.held ? [idea.place] : [])));
  const counted = [...said].filter((place) => !endUnseen.has(place));
  const both = planted.filter((place) => said.has(place)).length;
  return {
    planted: planted.length,
    said: counted.length,
    both,
    endUnseen: said.size - counted.length,
    precision: counted.length === 0 ? null : counted.filter((place) => held.has(place)).length / counted.length,
    recall: planted.length === 0 ? null : both / planted.length,
  };
}
