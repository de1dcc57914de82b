import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { OVERWRITE, type Way } from "../../walk";
import { valuesBy, type Answer, type View } from "./instance";

const FROM_2 = LEVELS.slice(1);
const FROM_3 = LEVELS.slice(2);
const FROM_4 = LEVELS.slice(3);

const WAYS: readonly { readonly misconception: string; readonly levels: readonly Level[]; readonly way: Partial<Way> }[] = [
  { misconception: "upstream-forgotten", levels: LEVELS, way: { carry: (_, local) => local } },
  { misconception: "sum-along-path", levels: LEVELS, way: { carry: (upstream, local) => upstream + local } },
  {
    misconception: "mul-own-value",
    levels: LEVELS,
    way: { local: ({ op, inputs, local }, k) => (op === "mul" ? inputs[k].value : local[k]) },
  },
  { misconception: "fan-out-overwrites", levels: FROM_2, way: OVERWRITE },
  { misconception: "minus-forgotten", levels: FROM_3, way: { local: ({ op, local }, k) => (op === "sub" ? 1 : local[k]) } },
  {
    misconception: "gate-passes",
    levels: FROM_4,
    way: { local: ({ op, local }, k) => (op === "relu" || op === "max" ? 1 : local[k]) },
  },
  {
    misconception: "gate-asks-the-signal",
    levels: FROM_4,
    way: { local: ({ op, local }, k, upstream) => (op === "relu" ? (upstream > 0 ? 1 : 0) : local[k]) },
  },
];

const everywhere =
  (value: number) =>
  ({ asked }: View): Answer => ({ values: asked.map(() => value) });
/** The forward values, as they stand on the nodes. */
const forward = ({ nodes, asked }: View): Answer => ({
  values: asked.map((each) => nodes[each.of === "total" ? each.node : nodes[each.from].inputs[each.input]].value),
});
const CONSTANTS = [1, 0, -1, 2, 3, 4].map(everywhere);
/** Who answers without a look at the graph: drawn so that none earns. */
export const BLIND = [...CONSTANTS, forward];

export const rivals = defineRivals<View, Answer>({
  beliefs: WAYS.map(({ misconception, levels, way }) => ({
    misconception,
    levels,
    play: (view: View): Answer => ({ values: valuesBy(view, way) }),
  })),
  blind: {
    constants: (view) => CONSTANTS.map((play) => play(view)),
    commonest: everywhere(1),
    quota: forward,
    startingValues: { notPlayable: "every number is open at first, and open numbers cannot be sent" },
  },
});
