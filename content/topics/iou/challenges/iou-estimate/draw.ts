import type { Level } from "@/lib/challenges/contract";
import { redrawExact } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import { FULL, fractionOf, points } from "../../measures";
import { drawPair, HEIGHT, RECIPES, WIDTH, type Answer, type View } from "./pairs";
import { constants, rivals, startingValues } from "./rivals";

const TOLERANCE = [6, 5, 5, 4, 4] as const;

/** Points of an answer, out of FULL a pair. */
const pointsOf = ({ pairs, tolerance }: View, { guesses }: Answer): readonly number[] =>
  pairs.map(({ measure, a, b }, i) => {
    const guess = guesses[i] ?? null;
    return guess === null ? 0 : points(guess, fractionOf(measure, a, b), tolerance);
  });

/** Nobody who holds one of the level's wrong ideas passes, and no number that is said of all pairs earns anything. */
function fair(view: View, level: Level): boolean {
  const score = (answer: Answer) =>
    scoreOf({ earned: pointsOf(view, answer).reduce((sum, p) => sum + p, 0), total: FULL * view.pairs.length });
  return nobodyEarns([startingValues(view), ...constants(view)], score) && nobodyPasses(rivals.beliefs, view, level, score);
}

export function generate(seed: string, level: Level): View {
  // Whole numbers compared with whole numbers: nothing can flip.
  return redrawExact({
    kind: "iou-estimate",
    seed,
    level,
    draw: ({ part, fixed }) => ({
      width: WIDTH,
      height: HEIGHT,
      pairs: fixed("order")
        .shuffle(RECIPES[level].map((recipe, i) => ({ recipe, name: `pair ${i}` })))
        .map(({ recipe, name }) => drawPair(part(name), recipe)),
      tolerance: TOLERANCE[level - 1],
    }),
    accept: (view) => fair(view, level),
  });
}
