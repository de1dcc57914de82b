import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { z } from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { area, intersectionArea, unionArea } from "@/lib/engine/boxes";
import { seeded } from "@/lib/engine/random";
import { FULL, fractionOf, hundredths, isKo, near, points, shown, type Measure } from "../../measures";
import { drawPair, RECIPES, type Pair } from "./pairs";

export type { Pair } from "./pairs";

export interface Instance {
  readonly width: number;
  readonly height: number;
  readonly pairs: readonly Pair[];
  /** Full marks within this many hundredths. */
  readonly tolerance: number;
}
export type View = Instance;
export interface Answer {
  /** Hundredths, one a pair; null: not guessed yet. */
  readonly guesses: readonly (number | null)[];
}
/** The replay walks through each pair: the two areas, ∩, ∪, the enclosing box where GIoU is asked, the verdict. */
export interface Step {
  readonly pair: number;
  readonly shows: "areas" | "shared" | "union" | "hull" | "verdict";
}

const TOLERANCE = [6, 5, 5, 4, 4] as const;
const NAME: Readonly<Record<Measure, string>> = { iou: "IoU", giou: "GIoU" };

/** Which wrong idea leads to this guess, if one does. */
function misconceptionOf(pair: Pair, guess: number, tolerance: number): string | null {
  const { a, b, measure } = pair;
  const [shared, union] = [intersectionArea(a, b), unionArea(a, b)];
  const smaller = Math.min(area(a), area(b));
  const is = (top: number, bottom: number) => near(guess, { top, bottom }, tolerance);
  if (measure === "giou") {
    if (shared === 0 && guess >= 0) return "zero-is-equal";
    return is(shared, union) ? "giou-is-iou" : null;
  }
  if (shared === 0) return guess > 0 ? "near-counts" : null;
  if (shared === smaller && guess >= 95) return "inside-is-one";
  if (is(shared, smaller)) return area(a) === area(b) ? "half-overlap" : "over-smaller";
  return is(shared, area(a) + area(b)) ? "union-is-sum" : null;
}

function partOf(pair: Pair, index: number, guess: number | null, tolerance: number): Part {
  const truth = fractionOf(pair.measure, pair.a, pair.b);
  const earned = guess === null ? 0 : points(guess, truth, tolerance);
  const value = shown(hundredths(truth));
  const name = NAME[pair.measure];
  return {
    id: `pair-${index}`,
    label: { ko: `그림 ${index + 1} (${name})`, en: `Picture ${index + 1} (${name})` },
    correct: earned === FULL,
    earned,
    total: FULL,
    note:
      earned === FULL
        ? undefined
        : guess === null
          ? { ko: `${name} = ${value}.`, en: `${name} = ${value}.` }
          : { ko: `어림한 값은 ${isKo(shown(guess))}. 실제로는 ${isKo(value)}.`, en: `You said ${shown(guess)}; it is ${value}.` },
  };
}

/** Guess the IoU (later the GIoU) of three pairs of boxes by eye. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "iou-estimate",
  topic: "iou",
  version: 1,
  title: { ko: "IoU 눈대중", en: "IoU by eye" },
  skill: { ko: "두 상자의 IoU를 눈으로 어림해요", en: "Estimate the IoU of two boxes by eye" },
  answerSchema: z.strictObject({ guesses: z.array(z.number().int().min(-100).max(100).nullable()).length(3) }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate(seed, level) {
    const random = seeded(`iou-estimate/${seed}/${level}`);
    const pairs = random.shuffle(RECIPES[level]).map((recipe) => drawPair(random, recipe));
    return { view: { width: 320, height: 240, pairs, tolerance: TOLERANCE[level - 1] }, truth: null };
  },
  prompt: ({ pairs, tolerance }) => {
    const both = pairs.some(({ measure }) => measure === "giou");
    return {
      ko: `세 그림에서 두 상자의 ${both ? "IoU나 GIoU" : "IoU"}를 어림해 보세요. ${shown(tolerance)} 안이면 만점이에요.`,
      en: `Estimate the ${both ? "IoU or GIoU" : "IoU"} of the two boxes in each picture. Within ${shown(tolerance)} earns full marks.`,
    };
  },
  empty: ({ pairs }) => ({ guesses: pairs.map(() => null) }),
  solve: ({ view: { pairs } }) => ({ guesses: pairs.map(({ measure, a, b }) => hundredths(fractionOf(measure, a, b))) }),
  check(_, { guesses }) {
    const open = guesses.flatMap((guess, i) => (guess === null ? [i + 1] : []));
    if (open.length === 0) return { ready: true };
    return { ready: false, missing: { ko: `그림 ${open.join(", ")}도 어림해요`, en: `Estimate picture ${open.join(", ")} too` } };
  },
  grade({ view: { pairs, tolerance } }, { guesses }) {
    const parts = pairs.map((pair, i) => partOf(pair, i, guesses[i] ?? null, tolerance));
    const misconceptions = pairs.flatMap((pair, i) => {
      const guess = guesses[i] ?? null;
      const found = guess === null || parts[i].correct ? null : misconceptionOf(pair, guess, tolerance);
      return found === null ? [] : [found];
    });
    const steps = pairs.flatMap(({ measure }, pair): Step[] => [
      { pair, shows: "areas" },
      { pair, shows: "shared" },
      { pair, shows: "union" },
      ...(measure === "giou" ? [{ pair, shows: "hull" } as const] : []),
      { pair, shows: "verdict" },
    ]);
    const right = parts.filter(({ correct }) => correct).length;
    return {
      earned: parts.reduce((sum, { earned }) => sum + earned, 0),
      total: FULL * parts.length,
      parts,
      steps,
      misconceptions: [...new Set(misconceptions)],
      summary: summaryOf(pairs, right),
    };
  },
  // Whole numbers compared with whole numbers: nothing can flip.
  slack: () => Infinity,
  evidence: ({ view: { pairs } }) => ({ a: pairs.flatMap(({ a }) => [...a]), b: pairs.flatMap(({ b }) => [...b]) }),
});

function summaryOf(pairs: readonly Pair[], right: number): Text {
  const values = pairs.map(({ measure, a, b }) => `${NAME[measure]} ${shown(hundredths(fractionOf(measure, a, b)))}`).join(", ");
  return {
    ko: `세 그림의 값은 차례로 ${isKo(values)}. ${right === 3 ? "셋 다 만점이에요." : `만점은 ${right}개예요.`}`,
    en: `The three values are ${values}. ${right === 3 ? "All three are spot on." : `You got ${right} of them spot on.`}`,
  };
}
