import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { CHOICES, START, type Answer, type View } from "./instance";

/** What somebody picks who takes a high threshold for one that drops more, and one who takes a low one for the careful one. */
export const HIGH = 90;
export const LOW = 5;

export const rivals = defineRivals<View, Answer>({
  beliefs: [
    { misconception: "higher-drops-more", levels: LEVELS, play: () => ({ hundredths: HIGH }) },
    { misconception: "lower-is-safer", levels: LEVELS, play: () => ({ hundredths: LOW }) },
    { misconception: "always-half", levels: LEVELS, play: () => ({ hundredths: 50 }) },
  ],
  blind: {
    constants: () => CHOICES.map((hundredths) => ({ hundredths })),
    commonest: () => ({ hundredths: 40 }),
    quota: { notPlayable: "one number, nothing to hand out" },
    startingValues: () => ({ hundredths: START }),
  },
});
