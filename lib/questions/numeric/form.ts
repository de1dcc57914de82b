import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { num } from "@/lib/words";
import {
  feedbackOn,
  heldBy,
  type Belief,
  type Form,
  type QuestionBase,
  type QuestionGrade,
  type QuestionTruth,
  type QuestionView,
  type Remark,
} from "../contract";
import { drawnUntil, randomOf } from "../draw";
import type { Random } from "@/lib/engine/random";

/** One draw of a computation. */
export interface NumericAsk {
  readonly prompt: Text;
  readonly value: number;
  /** What wrong formulas give with these very numbers. */
  readonly wrong: readonly Belief<number>[];
  /** Other numbers that earn something. Of several that an answer fits, the best counts. */
  readonly others?: readonly NumericOther[];
  /** What is said of an answer, by what it lies within; the value itself among them. The first that fits. */
  readonly remarks?: readonly Remark<Band>[];
  /** What is said of every other answer. */
  readonly otherwise?: Text;
  readonly explanation: Text;
}

export interface Band {
  readonly value: number;
  readonly tolerance: number;
}

export interface NumericOther extends Band {
  /** Points of 100. */
  readonly credit: number;
}

/** A number to work out, with fresh numbers at each review. */
export interface NumericQuestion extends QuestionBase<"numeric"> {
  readonly asks: (random: Random) => NumericAsk;
  /** Everything within this of the value is right: 0 for counts, half a hundredth and a little for "two decimals". Stated on the card. */
  readonly tolerance: number;
  /** The field's range and its step; wide enough to give nothing away. */
  readonly range: { readonly min: number; readonly max: number; readonly step: number };
  /** Behind the field; null for a bare number. */
  readonly unit: Text | null;
  /** How far off a wrong formula has to be; default three tolerances and at least a step. */
  readonly apart?: number;
}

export interface NumericView extends QuestionView<"numeric"> {
  readonly tolerance: number;
  readonly range: NumericQuestion["range"];
  readonly unit: Text | null;
}

export interface NumericTruth extends QuestionTruth {
  readonly value: number;
  readonly wrong: readonly Belief<number>[];
  readonly others?: NumericAsk["others"];
  readonly remarks?: NumericAsk["remarks"];
  readonly otherwise?: Text;
}

export interface NumericAnswer {
  readonly value: number | null;
}

/** Two thousandths of a billionth: decimals typed by hand are not the doubles that a formula gives. */
const LAST_BIT = 1e-9;
/** An exact value is printed to as many decimals as it has, up to these: the last bits of a double are not part of it. */
const EXACT_DIGITS = 8;
/** A wrong formula stands at least this many tolerances away, and at least a step: its answer is never taken for the right one. */
const APART = 3;

const within = (said: number, value: number, tolerance: number) => Math.abs(said - value) <= tolerance + LAST_BIT;

/** All or nothing: 100 within the tolerance that the card states, otherwise 0. Nearness earns nothing, as a guess is near. */
export const numeric: Form<NumericQuestion, NumericView, NumericTruth, NumericAnswer> = {
  form: "numeric",
  schema: z.strictObject({ value: z.number().min(-1e12).max(1e12).nullable() }),
  draw({ asks, tolerance, range, unit, apart = Math.max(APART * tolerance, range.step) }, seed) {
    const { prompt, value, wrong, explanation, others, remarks, otherwise } = drawnUntil(
      randomOf(seed, "asks"),
      asks,
      (draft) =>
        draft.value >= range.min &&
        draft.value <= range.max &&
        draft.wrong.every(({ said }) => Math.abs(said - draft.value) >= apart - LAST_BIT),
    );
    return { view: { form: "numeric", prompt, tolerance, range, unit }, truth: { value, wrong, explanation, others, remarks, otherwise } };
  },
  empty: () => ({ value: null }),
  check: ({ range }, { value }) =>
    value !== null && value >= range.min && value <= range.max
      ? { ready: true }
      : { ready: false, missing: { ko: "값을 적어요", en: "Enter a number" } },
  solve: ({ truth }) => ({ value: truth.value }),
  grade({ view, truth }, { value }) {
    const right = value !== null && within(value, truth.value, view.tolerance);
    const fits = ({ value: other, tolerance }: Band) => value !== null && within(value, other, tolerance);
    const partly = (truth.others ?? []).filter(fits).map(({ credit }) => credit);
    return {
      score: right ? 100 : Math.round(Math.max(0, ...partly)),
      ...remarkOn(truth, fits),
      misconceptions: right || value === null ? [] : heldBy(truth.wrong, (said) => within(value, said, view.tolerance)),
    };
  },
  reveal({ view, truth }) {
    const shown = shownValue(truth.value, view);
    return { ko: `${shown}${view.unit?.ko ?? ""}`, en: `${shown}${view.unit?.en ?? ""}` };
  },
};

function remarkOn({ remarks = [], otherwise }: NumericTruth, fits: (band: Band) => boolean): Pick<QuestionGrade, "feedback"> {
  const first = remarks.find(({ on }) => fits(on));
  if (first !== undefined) return feedbackOn([first], () => true);
  return otherwise === undefined ? {} : { feedback: [otherwise] };
}

/**
 * The right number as the page prints it: exactly where an exact answer is asked for, else to the field's step; without zeros at
 * the end. What is printed is itself a right answer.
 * @example shownValue(-4.5, { tolerance: 0, range: { min: -50, max: 50, step: 0.5 } }) → "−4.5"
 */
function shownValue(value: number, { tolerance, range }: Pick<NumericView, "tolerance" | "range">): string {
  const finest = tolerance === 0 ? EXACT_DIGITS : decimalsOf(range.step);
  return num(value, decimalsOf(Number(value.toFixed(finest))));
}

/** Decimals that a step needs. @example decimalsOf(0.01) → 2 */
export const decimalsOf = (step: number): number => String(step).split(".")[1]?.length ?? 0;
