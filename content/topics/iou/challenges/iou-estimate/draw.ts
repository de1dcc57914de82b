import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { PASS_SCORE, scoreOf, starsOf } from "@/lib/challenges/score";
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

const scoreOfAnswer = (view: View, answer: Answer): number =>
  scoreOf({ earned: pointsOf(view, answer).reduce((sum, p) => sum + p, 0), total: FULL * view.pairs.length });

/** Nobody who holds one of the level's wrong ideas passes, and no number that is said of all pairs earns anything. */
function fair(view: View, level: Level): boolean {
  if ([startingValues(view), ...constants(view)].some((answer) => starsOf(scoreOfAnswer(view, answer)) > 0)) return false;
  return rivals.beliefs
    .filter(({ levels }) => levels.includes(level))
    .every(({ play }) => {
      const answer = play(view, level);
      return answer === null || scoreOfAnswer(view, answer) < PASS_SCORE;
    });
}

export function generate(seed: string, level: Level): View {
  return redraw({
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
    // Whole numbers compared with whole numbers: nothing can flip.
    slack: () => Infinity,
    margin: 1,
    accept: (view) => fair(view, level),
  });
}
