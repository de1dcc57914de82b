import { defineChallenge, type Part } from "@/lib/challenges/contract";
import * as z from "@/lib/challenges/schema";
import { believersOf } from "@/lib/challenges/rivals";
import { PASS_SCORE } from "@/lib/challenges/score";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { anchorsOf, EQUAL, evaluate, reachOf, type Evaluation, type Fit, type Shape } from "./coverage";
import { hints } from "./hints";
import { ratioName, shapeName } from "./names";
import { bestChange, improvementPath, shapesOf, type Choice, type Move } from "./path";
import { pointsBetween, TOTAL } from "./points";
import { beliefs } from "./rivals";
import { drawInstance, MARGIN, slackOf, type Instance } from "./scenes";

export type { Fit, Shape } from "./coverage";
export { ratioName, shapeName, SHAPES_LABEL } from "./names";
export { shapesOf, type Move } from "./path";
export type { Instance } from "./scenes";

export type View = Instance;
export type Answer = Choice;
/** One choice on the way from the learner's to the search's, with each object's best anchor. */
export interface Step {
  readonly move: Move;
  readonly shapes: readonly Shape[];
  readonly fits: readonly Fit[];
  readonly mean: number;
  readonly recall: number;
  /** 0–100 on the scale from a blind pick to the optimum. */
  readonly points: number;
}

const index = z.number().int().min(0).max(15);

/** What keeps a choice from being one: nothing chosen, something twice or unknown, too much. */
function problemOf(view: View, answer: Answer): Text | null {
  const distinct = (list: readonly number[], length: number) => new Set(list).size === list.length && list.every((i) => i < length);
  const { scales, ratios, pairs } = answer;
  const S = view.scales.length;
  const product = view.mode === "product";
  const known =
    distinct(scales, S) &&
    distinct(ratios, view.ratios.length) &&
    distinct(
      pairs.map(([s, r]) => r * S + s),
      S * view.ratios.length,
    ) &&
    pairs.every(([s]) => s < S);
  if (!known || (product ? pairs.length > 0 : scales.length + ratios.length > 0))
    return { ko: "없는 앵커가 들어 있어요", en: "The choice names unknown anchors" };
  if (product && scales.length === 0) return { ko: "크기를 하나 이상 골라요", en: "Choose a scale" };
  if (product && ratios.length === 0) return { ko: "비율을 하나 이상 골라요", en: "Choose a ratio" };
  if (!product && pairs.length === 0) return { ko: "앵커를 하나 이상 골라요", en: "Choose an anchor" };
  const over = shapesOf(view, answer).length - view.budget;
  return over > 0 ? { ko: `예산을 ${over}개 넘었어요`, en: `${over} over the budget` } : null;
}

function partOf(instance: Instance, i: number, fit: Fit, best: Fit): Part {
  const name = CLASS_NAMES[instance.objects[i].cls];
  const correct = fit.iou >= instance.threshold / 100 || fit.iou >= best.iou - EQUAL;
  const at = fit.shape ? shapeName(instance, fit.shape) : null;
  const goal = best.shape ? shapeName(instance, best.shape) : "";
  return {
    id: `object-${i}`,
    label: { ko: `${i + 1} ${name.ko}`, en: `${i + 1} ${name.en}` },
    correct,
    earned: Math.round(100 * fit.iou),
    total: 100,
    note: correct
      ? undefined
      : {
          ko: at
            ? `가장 잘 맞는 내 앵커(${at})와 IoU ${fit.iou.toFixed(2)}. 최적의 선택은 ${goal}, IoU ${best.iou.toFixed(2)}.`
            : "닿는 앵커가 없어요.",
          en: at
            ? `Your best anchor (${at}) reaches IoU ${fit.iou.toFixed(2)}; the optimum's (${goal}) ${best.iou.toFixed(2)}.`
            : "No anchor meets it.",
        },
  };
}

/** The beliefs that buy exactly these shapes. */
function misconceptionsOf(view: View, shapes: readonly Shape[]): string[] {
  const key = (list: readonly Shape[]) =>
    list
      .map(([s, r]) => r * view.scales.length + s)
      .sort((a, b) => a - b)
      .join();
  const mine = key(shapes);
  return believersOf(beliefs, view, (choice) => key(shapesOf(view, choice)) === mine);
}

/** "64 px를 96 px로 바꾸면" */
export function moveText(instance: Pick<Instance, "scales" | "ratios">, move: Move): Text {
  if (move.kind === "yours") return { ko: "내 선택이에요.", en: "Your choice." };
  if (move.kind === "search")
    return {
      ko: `한 걸음씩으로는 더 오를 곳이 없어요. 선택지 ${move.examined}가지를 모두 본 결과예요.`,
      en: `No single change helps any more; this is what looking at ${move.examined} choices finds.`,
    };
  const nameOf = (entry: number | Shape) =>
    typeof entry !== "number"
      ? shapeName(instance, entry)
      : move.axis === "scale"
        ? `${instance.scales[entry]} px`
        : ratioName(instance.ratios[entry]);
  const [out, into] = [move.out === null ? null : nameOf(move.out), move.into === null ? null : nameOf(move.into)];
  if (out === null) return { ko: `${into} 더하기`, en: `add ${into}` };
  if (into === null) return { ko: `${out} 빼기`, en: `drop ${out}` };
  return { ko: `${out} 대신 ${into}`, en: `${into} instead of ${out}` };
}

function summaryOf(instance: Instance, mine: Evaluation, points: number, gain: { move: Move; points: number } | null): Text {
  const found = mine.fits.filter(({ iou }) => iou >= instance.threshold / 100).length;
  const start = {
    ko: `물체 ${instance.objects.length}개 가운데 ${found}개를 찾았어요. 평균 IoU ${mine.mean.toFixed(2)}.`,
    en: `Found ${found} of ${instance.objects.length} objects with a mean IoU of ${mine.mean.toFixed(2)}.`,
  };
  if (points === TOTAL)
    return { ko: `${start.ko} 이 예산으로는 더 좋은 선택이 없어요.`, en: `${start.en} No choice within the budget does better.` };
  if (gain === null)
    return {
      ko: `${start.ko} 하나만 바꿔서는 나아지지 않아요. 여럿을 함께 바꿔야 해요.`,
      en: `${start.en} No single change helps; several must change together.`,
    };
  const move = moveText(instance, gain.move);
  return {
    ko: `${start.ko} 하나만 바꾼다면 “${move.ko}”: ${gain.points - points}점이 올라요.`,
    en: `${start.en} The best single change, “${move.en}”, would gain ${gain.points - points} points.`,
  };
}

/** Buy anchors under a budget so that the scene's objects are covered as well as the engine's search can. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "place-anchors",
  topic: "anchor-boxes",
  version: 2,
  title: { ko: "앵커 고르기", en: "Place the anchors" },
  skill: { ko: "예산 안에서 물체에 맞는 앵커의 크기와 비율을 골라요", en: "Choose scales and ratios that fit the objects under a budget" },
  answerSchema: z.strictObject({
    scales: z.array(index).max(8).readonly(),
    ratios: z.array(index).max(8).readonly(),
    pairs: z
      .array(z.tuple([index, index]).readonly())
      .max(24)
      .readonly(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawInstance(seed, level), truth: null }),
  prompt: ({ budget, threshold, mode, objects }) => {
    const t = (threshold / 100).toFixed(1);
    return {
      ko: `자리마다 앵커 ${budget}개까지예요. ${mode === "product" ? "크기와 비율을" : "앵커를 하나씩"} 골라 물체 ${objects.length}개의 평균 IoU와 재현율(IoU ≥ ${t})을 되도록 높여 보세요.`,
      en: `At most ${budget} anchors per location. Choose ${mode === "product" ? "scales and ratios" : "single anchors"} that give the ${objects.length} objects the highest mean IoU and recall (IoU ≥ ${t}).`,
    };
  },
  empty: () => ({ scales: [], ratios: [], pairs: [] }),
  hints,
  solve: ({ view }) => optimumOf(view, reachOf(view).most),
  check(view, answer) {
    const problem = problemOf(view, answer);
    return problem ? { ready: false, missing: problem } : { ready: true };
  },
  grade({ view: instance }, answer) {
    const { table, most, blind } = reachOf(instance);
    const optimum = optimumOf(instance, most);
    const goal = evaluate(instance, table, most.shapes);
    const problem = problemOf(instance, answer);
    const choice: Choice = problem ? { scales: [], ratios: [], pairs: [] } : answer;
    const shapes = shapesOf(instance, choice);
    const mine = evaluate(instance, table, shapes);
    const points = (score: number) => pointsBetween(score, blind, goal.score);
    const earned = points(mine.score);
    const next = problem ? null : bestChange(instance, table, choice);
    const path = problem
      ? [{ choice: optimum, move: { kind: "search", examined: most.examined } as Move, evaluation: goal }]
      : improvementPath(instance, table, choice, optimum, most.examined);
    return {
      earned,
      total: TOTAL,
      parts: mine.fits.map((fit, i) => partOf(instance, i, fit, goal.fits[i])),
      steps: path.map(({ choice: at, move, evaluation: { fits, mean, recall, score } }) => ({
        move,
        shapes: shapesOf(instance, at),
        fits,
        mean,
        recall,
        points: points(score),
      })),
      misconceptions: problem || earned >= PASS_SCORE ? [] : misconceptionsOf(instance, shapes),
      summary: problem ?? summaryOf(instance, mine, earned, next && { move: next.candidate.move, points: points(next.evaluation.score) }),
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence({ view: instance }) {
    return { a: instance.objects.flatMap(({ box }) => [...box]), b: anchorsOf(instance, reachOf(instance).most.shapes) };
  },
});

/** The search's result as an answer. */

function optimumOf(instance: Instance, most: { scales: number[]; ratios: number[]; shapes: [number, number][] }): Answer {
  return instance.mode === "product"
    ? { scales: most.scales, ratios: most.ratios, pairs: [] }
    : { scales: [], ratios: [], pairs: most.shapes };
}
