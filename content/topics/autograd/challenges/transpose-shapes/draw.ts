import type { Level } from "@/lib/challenges/contract";
import { redrawExact } from "@/lib/challenges/redraw";
import { nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import { LAYOUTS, type Block, type Quantity } from "../../layer";
import { pointsOf, solve, type Answer, type Ask, type LayerView, type Own, type View } from "./instance";
import { rivals } from "./rivals";

interface Rules {
  readonly products: readonly Quantity[];
  /** W's shape is asked for. */
  readonly shapes: boolean;
  readonly bias: boolean;
  readonly chained: boolean;
  /** All sizes are one: every product fits. */
  readonly square: boolean;
}
const RULES: Readonly<Record<Level, Rules>> = {
  1: { products: ["y"], shapes: true, bias: false, chained: false, square: false },
  2: { products: ["y", "x"], shapes: true, bias: false, chained: false, square: false },
  3: { products: ["y", "x", "W"], shapes: true, bias: true, chained: false, square: false },
  4: { products: ["y", "x", "W"], shapes: false, bias: true, chained: true, square: false },
  5: { products: ["y", "x", "W"], shapes: false, bias: true, chained: true, square: true },
};

/** The factors that a quantity is made of, by block. */
const FACTORS: Readonly<Record<Quantity, readonly [Block, Block]>> = { y: ["x", "W"], x: ["G", "W"], W: ["G", "x"] };

/** Two layers, one of each layout, in either order. */
export function generate(seed: string, level: Level): View {
  const rules = RULES[level];
  return redrawExact<View>({
    kind: "transpose-shapes",
    seed,
    level,
    draw: ({ part, fixed }) => {
      const layouts = fixed("layouts").shuffle(LAYOUTS);
      const random = part("sizes");
      const some = (count: number) => random.shuffle([2, 3, 4, 5, 6]).slice(0, count);
      const side = random.int(2, 5);
      const [n, inputs, between, outputs] = rules.square ? [side, side, side, side] : some(4);
      const second = rules.chained ? [n, between, outputs] : some(3);
      const layers: readonly [LayerView, LayerView] = [
        { n, inputs, outputs: between, layout: layouts[0] },
        { n: second[0], inputs: second[1], outputs: second[2], layout: layouts[1] },
      ];
      const product = (of: Quantity, layer: 0 | 1): Ask => {
        const own: Own[] = FACTORS[of].map((block) => [block, layer]);
        // Where layers are in a row, there are two gradients to choose from.
        if (rules.chained && of !== "y") own.push(["G", layer === 0 ? 1 : 0]);
        return { of, layer, palette: part(`palette-${of}-${layer}`).shuffle(own) };
      };
      const both = <T>(make: (layer: 0 | 1) => T): readonly T[] => [make(0), make(1)];
      return {
        layers,
        chained: rules.chained,
        asks: [
          ...(rules.shapes ? both((layer): Ask => ({ of: "shape", layer })) : []),
          ...rules.products.flatMap((of) => both((layer) => product(of, layer))),
          ...(rules.bias ? [{ of: "b", layer: fixed("bias").pick([0, 1] as const) } as const] : []),
        ],
      };
    },
    accept: (view) => {
      const truth = solve(view);
      const score = (answer: Answer) => {
        const points = pointsOf(view, truth, answer);
        const sum = (key: "earned" | "total") => points.reduce((all, point) => all + point[key], 0);
        return scoreOf({ earned: sum("earned"), total: sum("total") });
      };
      return nobodyPasses(rivals.beliefs, view, level, score);
    },
  });
}
