/** Sixty learners with what they are like and what was planted in them. The same seed makes the same class. */
import type { Random } from "../../lib/engine/random";
import { around, type Learner, type Planted } from "./learner";

/** Wrong ideas that are planted, and in what share of the class. All of them can be shown by what the class is given. */
const IDEAS: readonly { readonly topic: string; readonly misconception: string; readonly share: number }[] = [
  { topic: "iou", misconception: "over-smaller", share: 0.2 },
  { topic: "iou", misconception: "near-counts", share: 0.12 },
  { topic: "nms", misconception: "fallen-still-suppress", share: 0.3 },
  { topic: "nms", misconception: "threshold-is-score", share: 0.18 },
  { topic: "anchor-boxes", misconception: "forgets-rescue", share: 0.25 },
  { topic: "object-detection", misconception: "duplicates-count", share: 0.22 },
  { topic: "focal-loss", misconception: "more-focus-is-better", share: 0.15 },
];

/** @param mean how much of what is taught they take in, on average */
export function learnersOf(n: number, random: Random, mean = 0.62): Learner[] {
  return Array.from({ length: n }, () => {
    const ability = around(random, mean, 0.18);
    const ideas = IDEAS.flatMap(({ topic, misconception, share }): Planted[] => {
      // The able hold fewer of them.
      if (!random.chance(share * (1.5 - ability))) return [];
      return [{ topic, misconception, from: 0, until: random.chance(0.3) ? random.int(5, 13) : null }];
    }).slice(0, 3);
    return { ability, diligence: around(random, 0.85, 0.15), ideas, memory: new Map() };
  });
}
