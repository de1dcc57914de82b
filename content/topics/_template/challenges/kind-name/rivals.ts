import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import type { Answer, View } from "./challenge";

export const rivals = defineRivals<View, Answer>({
  beliefs: [{ misconception: "off-by-one", levels: LEVELS, play: ({ boxes }) => ({ count: boxes.length + 1 }) }],
  blind: {
    constants: () => Array.from({ length: 20 }, (_, count) => ({ count })),
    commonest: () => ({ count: 8 }),
    quota: { notPlayable: "one number, no parts to rank" },
    startingValues: () => ({ count: 0 }),
  },
});
