import { defineRivals } from "@/lib/challenges/rivals";
import { beliefs, constants, startingBox, tracing } from "./boxes";
import type { Answer, View } from "./task";

export const rivals = defineRivals<View, Answer>({
  beliefs,
  blind: {
    constants,
    commonest: tracing,
    quota: { notPlayable: "one box, nothing to hand out" },
    startingValues: startingBox,
  },
});
