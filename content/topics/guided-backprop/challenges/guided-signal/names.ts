/** What the rules are called. */
import type { Text } from "@/lib/challenges/text";
import type { ReluRule } from "@/lib/engine/nets/types";

export const RULE_NAMES: Readonly<Record<ReluRule, Text>> = {
  gradient: { ko: "역전파(기울기)", en: "backprop (the gradient)" },
  deconvnet: { ko: "deconvnet", en: "the deconvnet" },
  guided: { ko: "guided backprop", en: "guided backprop" },
};
