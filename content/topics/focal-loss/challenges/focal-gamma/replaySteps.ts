import type { Locale } from "@/lib/challenges/text";
import { josa } from "@/lib/words";
import { brokenBy, budgetOf, outside, solve, type Answer, type Budget, type LimitId, type View } from "./instance";
import { alphaText, gammaText, LIMIT_WORDS, shareText } from "./words";

/** The budget at one γ and α on the way from none to the learner's, and on to a right one. */
export interface Step {
  /** Tenths. */
  readonly gamma: number;
  /** Hundredths; null while it is off. */
  readonly alpha: number | null;
  /** Each group's share of the whole, in the view's order. */
  readonly shares: readonly number[];
  /** The share that each limit is about. */
  readonly at: Readonly<Record<LimitId, number>>;
  readonly broken: readonly LimitId[];
  readonly place: "start" | "way" | "yours" | "right";
}

/** Stops between two γs at most. */
const STOPS = 8;

/** From after `from` to `to`, in at most `STOPS` equal jumps of whole tenths. */
function way(from: number, to: number): number[] {
  const jump = Math.max(1, Math.ceil(Math.abs(to - from) / STOPS)) * Math.sign(to - from);
  const stops: number[] = [];
  for (let at = from + jump; jump !== 0 && (to - at) * jump > 0; at += jump) stops.push(at);
  return to === from ? [] : [...stops, to];
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function stepAt(view: View, gamma: number, alpha: number | null, place: Step["place"]): Step {
  const { shares, objects, ...budget }: Budget = budgetOf(view, gamma, alpha);
  const off = view.limits.objects !== null && alpha !== null && outside(view.limits.objects, objects) > 0;
  return {
    ...{ gamma, alpha, place },
    shares: shares.map(rounded),
    at: { easy: rounded(budget.easy), keep: rounded(budget.keep), wrong: rounded(budget.wrong), objects: rounded(objects) },
    broken: [...brokenBy(view, budget), ...(off ? (["objects"] as const) : [])],
  };
}

/** γ runs from 0 to the learner's and on to a right one, α off; then α goes to the learner's and to a right one. */
export function stepsOf(view: View, answer: Answer): Step[] {
  const right = solve(view);
  const target = right.gamma ?? 0;
  const mine = answer.gamma ?? 0;
  const ask = view.limits.objects !== null;
  const steps = [stepAt(view, 0, null, answer.gamma === 0 && !ask ? "yours" : "start")];
  for (const gamma of way(0, mine)) steps.push(stepAt(view, gamma, null, gamma === mine && !ask ? "yours" : "way"));
  if (ask && answer.alpha !== null) steps.push(stepAt(view, mine, answer.alpha, "yours"));
  const alpha = ask ? answer.alpha : null;
  for (const gamma of way(mine, target)) steps.push(stepAt(view, gamma, alpha, gamma === target && !ask ? "right" : "way"));
  if (ask) steps.push(stepAt(view, target, right.alpha, "right"));
  return steps;
}

/** What one step shows: where γ stands, what the easy background has, and the limit that breaks. @param own whether "yours" is the learner's */
export function captionOf(view: View, { gamma, alpha, at, broken, place }: Step, own: boolean, locale: Locale): string {
  const ko = locale === "ko";
  const who = {
    start: { ko: "교차 엔트로피", en: "cross-entropy" },
    way: { ko: "", en: "" },
    yours: { ko: "내 답", en: "your answer" },
    right: { ko: "맞는 답", en: "a right answer" },
  }[place === "yours" && !own ? "right" : place][locale];
  const head = `${gammaText(gamma)}${alpha === null ? "" : `, ${alphaText(alpha)}`}${who === "" ? "" : ` (${who})`}`;
  const [first] = broken;
  if (first) return `${head}: ${LIMIT_WORDS[first].breaks(view, at)[locale]}`;
  const easy = shareText(at.easy);
  return ko
    ? `${head}: 한도를 모두 지켜요. 쉬운 배경은 배경의 ${josa(easy, "이에요/예요")}.`
    : `${head}: every limit holds. Easy background has ${easy} of the background.`;
}

/** The place of the learner's own step. */
export const mineOf = (steps: readonly Step[]): number =>
  Math.max(
    0,
    steps.findIndex(({ place }) => place === "yours"),
  );
