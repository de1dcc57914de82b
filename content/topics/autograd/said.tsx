/** The arithmetic of the way back, in words and as sums. */
import type { BackwardStep } from "@/lib/engine/autograd";
import type { Locale, Text } from "@/lib/challenges/text";
import type { SumLine } from "@/lib/ui/simulation";
import { equality, josa, num, scientific } from "@/lib/words";
import { ruleOf, type GraphNode } from "./expression";

/** Whole numbers whole, others to three digits; from a thousand million on with a power of ten. */
export const short = (value: number, most = 3): string =>
  Math.abs(value) < 1e9 ? num(value, Number.isInteger(value) ? 0 : most) : scientific(value, 1);
const wrapped = (value: number): string => (value < 0 ? `(${short(value)})` : short(value));
const printed = (value: number): number => (Number.isInteger(value) ? value : Number(value.toFixed(3)));
const labelOf = ({ name, value }: GraphNode): string => name || short(value);

/** "4 × (−1) = −4". */
const productOf = ({ upstream, local, contribution }: BackwardStep): string =>
  `${short(upstream)} × ${wrapped(local)} ${equality(printed(upstream) * printed(local), contribution, 3)} ${short(contribution)}`;

/** One arrow of the way back. */
export function stepSaid(nodes: readonly GraphNode[], step: BackwardStep): Text {
  const arrow = `${labelOf(nodes[step.from])} → ${labelOf(nodes[step.to])}: ${productOf(step)}.`;
  const total = short(step.total);
  return { ko: `${arrow} 지금까지 모인 값은 ${josa(total, "이에요/예요")}.`, en: `${arrow} Gathered so far: ${total}.` };
}

/** What has arrived at a node, arrow by arrow. */
export function arrivals(
  nodes: readonly GraphNode[],
  done: readonly BackwardStep[],
  node: number,
  add: boolean,
  locale: Locale,
): SumLine[] {
  const own = done.filter(({ to }) => to === node);
  const name = `∂L/∂${labelOf(nodes[node])}`;
  if (own.length === 0)
    return [{ name, sum: node === nodes.length - 1 ? "1" : locale === "ko" ? "아직 닿은 것이 없어요" : "nothing has arrived yet" }];
  const total = own[own.length - 1].total;
  const list = own.map(({ contribution }) => wrapped(contribution)).join(add ? " + " : " → ");
  return [
    ...own.map((step, i): SumLine => ({ name: `${i + 1}. ${nodes[step.from].name}`, sum: productOf(step) })),
    { name, sum: own.length === 1 ? short(total) : `${list} ${add ? "=" : "⇒"} ${short(total)}`, result: true },
  ];
}

/** One arrow in full: the operation, its slope, the product, and what becomes of the sum. */
export function arithmeticOf(nodes: readonly GraphNode[], step: BackwardStep, add: boolean, locale: Locale): SumLine[] {
  const [from, to] = [nodes[step.from], nodes[step.to]];
  const [f, t] = [labelOf(from), labelOf(to)];
  const before = step.total - step.contribution;
  return [
    { name: f, sum: `${ruleOf(nodes, from)} = ${short(from.value)}` },
    { name: `∂L/∂${f}`, sum: `${short(step.upstream)} (${locale === "ko" ? "위에서" : "from above"})` },
    { name: `∂${f}/∂${t}`, sum: `${short(step.local)} (${locale === "ko" ? "국소 기울기" : "local slope"})` },
    { name: f === t ? "×" : `${f} → ${t}`, sum: productOf(step) },
    {
      name: `∂L/∂${t}`,
      sum: add ? `${short(before)} + ${wrapped(step.contribution)} = ${short(step.total)}` : `= ${short(step.total)}`,
      result: true,
    },
  ];
}
