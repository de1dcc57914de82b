import type { Level } from "@/lib/challenges/contract";
import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { GROUPS } from "./groups";
import { ALPHAS, bestAlpha, GAMMAS, rightGammas, solve, type Answer, type View } from "./instance";

const WITH_ALPHA: readonly Level[] = [3, 4, 5];

const asksAlpha = ({ limits }: View): boolean => limits.objects !== null;

/** The paper's γ and α, whatever the population. */
const PAPER = { gamma: 20, alpha: 25 } as const;

/** An answer with an α only where one is asked for. */
const answerOf = (view: View, gamma: number, alpha: number | null = bestAlpha(view, gamma)): Answer => ({
  gamma,
  alpha: asksAlpha(view) ? alpha : null,
});

/** The weight that makes up for the counts: objects so much heavier as there are fewer of them. */
function alphaByCounts({ groups }: View): number {
  const sum = (object: boolean) => groups.reduce((all, { id, count }) => (GROUPS[id].object === object ? all + count : all), 0);
  const exact = (100 * sum(false)) / (sum(false) + sum(true));
  return ALPHAS.reduce((best, alpha) => (Math.abs(alpha - exact) < Math.abs(best - exact) ? alpha : best));
}

/** Somebody who takes α for the weight of the background, and so answers 1 − α. */
function mirrored(view: View): Answer | null {
  const { gamma, alpha } = solve(view);
  return alpha === null ? null : { gamma, alpha: 100 - alpha };
}

/** The middle of the γs that hold the limits of another view of the same places; where none does, the smallest that quiets the easy background. */
function asIf(view: View, other: View): Answer | null {
  const quiet = rightGammas({ ...other, limits: { ...other.limits, keep: null, wrong: null } });
  const right = rightGammas(other);
  const gamma = right.length > 0 ? right[Math.floor((right.length - 1) / 2)] : quiet[0];
  return gamma === undefined ? null : answerOf(view, gamma, bestAlpha(other, gamma));
}

/** One γ or more in every window, and every second α: a window of shares has room for two or three. */
const CONSTANTS = GAMMAS.filter((gamma) => gamma % 3 === 0);
const CONSTANT_ALPHAS = ALPHAS.filter((alpha) => alpha % 10 === 0);

export const rivals = defineRivals<View, Answer>({
  beliefs: [
    { misconception: "small-adds-nothing", levels: LEVELS, play: (view) => answerOf(view, 0) },
    { misconception: "more-focus-is-better", levels: LEVELS, play: (view) => answerOf(view, 50) },
    { misconception: "gamma-is-always-two", levels: LEVELS, play: (view) => answerOf(view, PAPER.gamma, PAPER.alpha) },
    { misconception: "alpha-lifts-the-rare", levels: WITH_ALPHA, play: mirrored },
    {
      misconception: "count-is-loss",
      levels: WITH_ALPHA,
      play: (view) => (asksAlpha(view) ? answerOf(view, solve(view).gamma ?? 0, alphaByCounts(view)) : null),
    },
    {
      misconception: "value-is-gradient",
      levels: [4, 5],
      play: (view) => (view.quantity === "gradient" ? asIf(view, { ...view, quantity: "value" }) : null),
    },
    {
      misconception: "hard-means-informative",
      levels: [5],
      play: (view) => (view.limits.wrong === null ? null : asIf(view, { ...view, limits: { ...view.limits, wrong: null } })),
    },
  ],
  blind: {
    constants: (view) =>
      asksAlpha(view)
        ? CONSTANTS.flatMap((gamma) => CONSTANT_ALPHAS.map((alpha) => ({ gamma, alpha })))
        : GAMMAS.map((gamma) => ({ gamma, alpha: null })),
    commonest: (view) => answerOf(view, 21, 35),
    quota: { notPlayable: "two numbers, nothing to hand out" },
    startingValues: (view) => answerOf(view, PAPER.gamma, 50),
  },
});
