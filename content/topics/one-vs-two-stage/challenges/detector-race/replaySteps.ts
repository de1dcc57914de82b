import type { Grade } from "@/lib/challenges/contract";
import { josa, LARGE_UNIT, num, type Locale } from "@/lib/words";
import { answerOf, askedSources, ENGINE, type Step, type View } from "./instance";
import { sourceOf, titleOf } from "./runners";
import { inUnits, multiplications, numbersOf } from "./words";

/** The sum that a runner's cost is, where it is one: "55.5 + 0.23 × 20 = 60.1 million". */
export function sumOf({ runners }: Pick<View, "runners">, { runner: name, cost }: Pick<Step, "runner" | "cost">, locale: Locale): string {
  const whole = multiplications(cost, locale);
  const runner = runners.find((one) => one.name === name);
  if (!runner || runner.each === 0) return whole;
  // English names the million once, at the end; a Korean number carries its 만 and 억 with it.
  const say = locale === "ko" ? multiplications : inUnits;
  const sum = `${runner.fixed > 0 ? `${say(runner.fixed, locale)} + ` : ""}${say(runner.each, locale, "each")} × ${num(runner.boxes)}`;
  return `${sum} = ${locale === "ko" ? whole : `${inUnits(cost, locale)} ${LARGE_UNIT.en.word}`}`;
}

/** "3 out of reach"; nothing where every object is in reach. */
export const outOfReach = ({ length }: readonly number[], locale: Locale): string =>
  length === 0 ? "" : { ko: `${length}개에 닿지 못함`, en: `${length} out of reach` }[locale];

/** Whether the lists asked about say what a runner reaches. */
export const isAsked = (view: View, runner: string): boolean => {
  const source = sourceOf(runner);
  return askedSources(view).length > 0 && (source === null || view.shown[source] !== undefined);
};

export function captionOf(view: View, step: Step, locale: Locale): string {
  const { runner, lost } = step;
  const sum = `${titleOf(runner)}: ${sumOf(view, step, locale)}${locale === "ko" ? " 번" : ""}.`;
  if (!isAsked(view, runner)) return sum;
  const numbers = numbersOf(lost, locale);
  if (lost.length > 0)
    return locale === "ko"
      ? `${sum} 물체 ${josa(numbers, "은/는")} 덮는 후보가 없어요.`
      : `${sum} No proposal covers ${lost.length === 1 ? "object" : "objects"} ${numbers}.`;
  if (sourceOf(runner) === null)
    return locale === "ko" ? `${sum} 후보와 상관없이 모든 자리를 봐요.` : `${sum} It looks everywhere, without proposals.`;
  return locale === "ko" ? `${sum} 모든 물체를 덮는 후보가 있어요.` : `${sum} Its proposals cover every object.`;
}

/** A wrong part of an answer, as the replay's frame takes it. */
interface Misstep {
  readonly id: string;
  /** The step that settles it. */
  readonly at: number;
  readonly label: string;
  readonly spoken: string;
}

/** Where each wrong part of an answer is settled: the runner that was right, or one that shows what reaches the object. */
export function misstepsOf(view: View, { parts, steps }: Pick<Grade<Step>, "parts" | "steps">, locale: Locale): Misstep[] {
  const truth = answerOf(view, ENGINE);
  const placeOf = (index: number | null) => steps.findIndex(({ runner }) => index !== null && runner === view.runners[index].name);
  const settled = (id: string): number => {
    if (id === "cheapest") return placeOf(truth.cheapest);
    if (id === "dearest") return placeOf(truth.dearest);
    const object = Number(id.slice("object-".length));
    const losing = steps.findIndex(({ lost }) => lost.includes(object));
    return losing >= 0 ? losing : steps.findIndex(({ runner }) => sourceOf(runner) !== null && isAsked(view, runner));
  };
  return parts
    .filter(({ correct }) => !correct)
    .map(({ id, label, note }) => ({ id, at: Math.max(0, settled(id)), label: `✗ ${label[locale]}`, spoken: note?.[locale] ?? "" }))
    .sort((a, b) => a.at - b.at);
}
