import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { resultShape, RULES, type Product } from "../../layer";
import { chosen, picksBy, rightRule, type Answer, type Rule, type View } from "./instance";

const FROM_2 = LEVELS.slice(1);
const FROM_3 = LEVELS.slice(2);
const FROM_4 = LEVELS.slice(3);

const plain = (product: Product): Product => [
  { ...product[0], turned: false },
  { ...product[1], turned: false },
];
const by =
  (rule: Rule) =>
  (view: View): Answer =>
    picksBy(view, rule);

/** W turned in every product that it stands in. */
const always: Rule = (layer, of) => {
  const [left, right] = rightRule(layer, of);
  return [left, right.block === "W" ? { ...right, turned: true } : right];
};
/** ∂L/∂x with W as it stood on the way forward. */
const asForward: Rule = (layer, of) => {
  const [left, right] = rightRule(layer, of);
  return of === "x" ? [left, { ...right, turned: rightRule(layer, "y")[1].turned }] : [left, right];
};
/** ∂L/∂W of the other layout: its transpose. */
const turnedGradient: Rule = (layer, of) => (of === "W" ? RULES[layer.layout === "out-in" ? "in-out" : "out-in"].W : rightRule(layer, of));

/** The first product, in the order in which the blocks are offered, whose inner sides and whose result fit. */
function firstThatFits(view: View): Answer {
  return {
    picks: view.asks.flatMap((ask, i) => {
      if (ask.of === "shape" || ask.of === "b") return picksBy(view, rightRule).picks.slice(2 * i, 2 * i + 2);
      const layer = view.layers[ask.layer];
      const wanted = resultShape(ask.of, layer, layer.layout).join();
      const options = ask.palette.flatMap((_, k) => [2 * k, 2 * k + 1]);
      for (const left of options)
        for (const right of options) {
          if (left >> 1 === right >> 1) continue;
          const [l, r] = [chosen(view, ask.palette, left).shape, chosen(view, ask.palette, right).shape];
          if (l[1] === r[0] && [l[0], r[1]].join() === wanted) return [left, right];
        }
      return [0, 2];
    }),
  };
}

const TORCH = "out-in";
const PROCEDURES: readonly {
  readonly misconception: string;
  readonly levels: readonly Level[];
  readonly play: (view: View) => Answer | null;
}[] = [
  { misconception: "never-transpose", levels: LEVELS, play: by((layer, of) => plain(rightRule(layer, of))) },
  { misconception: "always-transpose", levels: LEVELS, play: by(always) },
  {
    misconception: "one-layout",
    levels: LEVELS,
    play: (view) =>
      picksBy(
        view,
        (_, of) => RULES[TORCH][of],
        () => TORCH,
      ),
  },
  { misconception: "input-gradient-transposed", levels: FROM_2, play: by(asForward) },
  { misconception: "weight-gradient-turned", levels: FROM_3, play: by(turnedGradient) },
  {
    misconception: "top-gradient-everywhere",
    levels: FROM_4,
    play: (view) => (view.chained ? picksBy(view, rightRule, undefined, () => 1) : null),
  },
  { misconception: "shapes-fit-so-right", levels: [5], play: firstThatFits },
];

/** The same two options everywhere; W is as large in every picture. */
const fixed =
  (left: number, right: number) =>
  (view: View): Answer => ({
    picks: view.asks.flatMap(({ of }) => (of === "shape" ? [3, 4] : of === "b" ? [left % 3, 0] : [left, right])),
  });

export const rivals = defineRivals<View, Answer>({
  beliefs: PROCEDURES,
  blind: {
    constants: (view) => [0, 1, 2, 3].flatMap((left) => [0, 1, 2, 3].map((right) => fixed(left, right)(view))),
    // As in torch, whatever the layer.
    commonest: (view) => {
      const torch = picksBy(view, (_, of) => RULES[TORCH][of]);
      return { picks: view.asks.flatMap(({ of }, i) => (of === "shape" ? [3, 4] : torch.picks.slice(2 * i, 2 * i + 2))) };
    },
    // Options in turn.
    quota: (view) => ({
      picks: view.asks.flatMap(({ of }, i) =>
        of === "shape" ? [2 + (i % 5), 2 + ((i + 1) % 5)] : of === "b" ? [i % 3, 0] : [i % 4, (i + 2) % 4],
      ),
    }),
    startingValues: { notPlayable: "every factor is open at first, and open factors cannot be sent" },
  },
});
