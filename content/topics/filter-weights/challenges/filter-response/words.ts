import type { Text } from "@/lib/challenges/text";
import { cellName, josa, letter, num } from "@/lib/words";
import { answerOf, dot, equationsOf, patchAt, slidTo, type View } from "./instance";

/** A patch's name: a letter, or a number where letters are weights. */
export const patchName = ({ task }: View, i: number): string => (task === "weights" ? num(i + 1) : letter(i));

/** A part of an answer: a patch, a cell of what comes out, a weight. */
export function itemName(view: View, i: number): Text {
  if (view.task === "pick" || view.task === "rank") return { ko: `조각 ${letter(i)}`, en: `Patch ${letter(i)}` };
  const { ko, en } = cellName(view.asked[i], 3);
  return { ko: `${letter(i)}: ${ko}`, en: `${letter(i)}: ${en.toLowerCase()}` };
}

/** "2·3 − 4·1": products with their signs, those of a weight 0 left out. */
export function productsSaid(kernel: View["kernel"], patch: readonly (readonly number[])[]): string {
  const terms = kernel.flatMap((nine, c) => nine.flatMap((weight, i) => (weight ? [{ weight, pixel: patch[c][i] }] : [])));
  return terms
    .map(({ weight, pixel }, i) => {
      const sign = weight < 0 ? (i === 0 ? "−" : " − ") : i === 0 ? "" : " + ";
      return `${sign}${num(Math.abs(weight))}·${num(pixel)}`;
    })
    .join("");
}

const plus = (value: number): string => `${value < 0 ? "−" : "+"} ${num(Math.abs(value))}`;

/** Per weight that is asked for, how it is found: the patch that tells it, and the sum that is left for it. */
export function findings(view: View) {
  const values = answerOf(view)?.values ?? [];
  const known = new Set<number>();
  const rows = equationsOf(view);
  const found: { readonly weight: number; readonly patch: number; readonly rest: number; readonly factor: number }[] = [];
  while (known.size < view.asked.length) {
    const patch = rows.findIndex(({ factors }) => factors.filter((factor, i) => factor !== 0 && !known.has(i)).length === 1);
    if (patch < 0) break;
    const { factors, rest } = rows[patch];
    const weight = factors.findIndex((factor, i) => factor !== 0 && !known.has(i));
    const others = factors.reduce((sum, factor, i) => sum + (known.has(i) ? factor * (values[i] ?? 0) : 0), 0);
    found.push({ weight, patch, rest: rest - others, factor: factors[weight] });
    known.add(weight);
  }
  return found;
}

/** Where the number of a part comes from. */
export function reasonOf(view: View, i: number): Text {
  if (view.task === "weights") {
    const { patch, rest, factor } = findings(view).find(({ weight }) => weight === i) ?? { patch: 0, rest: 0, factor: 1 };
    const said = `${num(rest)} ÷ ${num(factor)} = ${num(rest / factor)}`;
    return {
      ko: `조각 ${patchName(view, patch)}의 반응에서 편향과 아는 곱을 빼면 ${josa(num(rest), "이/가")} 남아요. ${letter(i)} = ${said}.`,
      en: `Patch ${patchName(view, patch)}'s response less the bias and the known products leaves ${num(rest)}: ${letter(i)} = ${said}.`,
    };
  }
  if (view.task === "slide") {
    const [sum, raw] = [slidTo(view, view.asked[i]), dot(view.kernel, [patchAt(view, view.asked[i])])];
    const line = `${num(raw)} ${plus(view.bias)} = ${num(sum)}`;
    return sum < 0
      ? { ko: `${line}, 음수라 ReLU가 0으로 만들어요.`, en: `${line}: negative, so the ReLU makes it 0.` }
      : { ko: `${line}, 양수라 그대로예요.`, en: `${line}: positive, so it stays.` };
  }
  const line = `${productsSaid(view.kernel, view.patches[i])} = ${num(dot(view.kernel, view.patches[i]))}`;
  return { ko: `${line}.`, en: `${line}.` };
}
