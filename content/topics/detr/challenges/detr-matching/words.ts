/** How costs and matchings are said. */
import type { Text } from "@/lib/challenges/text";
import { josa, letter, num, signed } from "@/lib/words";
import { costOf, costsOf, partsOf, totalOf, truthOf, type Answer, type View } from "./instance";

/** Hundredths as they are printed: 1.52, −0.34. */
export const shown = (hundredths: number): string => num(hundredths / 100, 2);
export const queryName = (query: number): Text => ({ ko: `질의 ${query + 1}`, en: `query ${query + 1}` });

export const RULE: Text = {
  ko: "비용 = −p + 5·L1 − 2·GIoU (p는 그 물체의 클래스일 확률, L1은 가운데와 크기를 그림의 몇 분의 몇으로 적은 네 수의 차이를 더한 것)",
  en: "cost = −p + 5·L1 − 2·GIoU (p: probability of the object's class; L1: differences of centre and size, as fractions of the picture, added up)",
};

/** "−0.62 + 5 × 0.18 − 2 × 0.41" */
export function sumText(view: View, query: number, object: number): string {
  const { p, l1, giou } = partsOf(view, query, object);
  return `−${shown(p)} + 5 × ${shown(l1)} ${giou < 0 ? "+" : "−"} 2 × ${shown(Math.abs(giou))}`;
}

/** "A 1.21 + B −0.34 = 0.87", of the objects that have a query. */
export function totalText(view: View, { query }: Answer): string {
  const costs = costsOf(view);
  const terms = query.flatMap((q, object) => (q === null ? [] : [costs[object][q]]));
  if (terms.length === 0) return "";
  const sum = terms.map((cost, i) => (i === 0 ? shown(cost) : signed(cost / 100, 2).replace(/^([+−])/, "$1 "))).join(" ");
  return `${sum} = ${shown(terms.reduce((a, b) => a + b, 0))}`;
}

/** Why an object's query is what it is: its own cheapest one, or what taking that would cost the others. */
export function reasonOf(view: View, object: number): Text {
  const truth = truthOf(view);
  const costs = costsOf(view);
  const right = truth[object];
  const wish = costs[object].indexOf(Math.min(...costs[object]));
  const name = letter(object);
  const sum = { own: shown(costs[object][right]), wish: shown(costs[object][wish]) };
  if (wish === right)
    return {
      ko: `${name}의 짝은 질의 ${right + 1}. 비용 ${josa(sum.own, "은/는")} ${name}에게도 가장 작아요.`,
      en: `${name} is matched to query ${right + 1}; its cost, ${sum.own}, is ${name}'s least as well.`,
    };
  const holder = truth.indexOf(wish);
  const best = totalOf(costs, truth);
  const swapped = truth.map((q, i) => (i === object ? wish : i === holder ? right : q));
  const more = shown(totalOf(costs, swapped) - best);
  if (holder < 0)
    return {
      ko: `${name}의 짝은 질의 ${right + 1}(${sum.own})이에요.`,
      en: `${name} is matched to query ${right + 1} (${sum.own}).`,
    };
  return {
    ko: `${name}에게는 질의 ${wish + 1}(${sum.wish})이 더 싸지만, ${letter(holder)}에게 더 필요해요. 둘이 바꾸면 합이 ${more}만큼 커져요. ${name}의 짝은 질의 ${right + 1}(${sum.own}).`,
    en: `Query ${wish + 1} (${sum.wish}) would be cheaper for ${name}, but ${letter(holder)} needs it more: if the two swapped, the total would grow by ${more}. ${name} is matched to query ${right + 1} (${sum.own}).`,
  };
}

/** What stands in a cell of the parts' table, for a screen reader. */
export const partsSaid = (view: View, query: number, object: number): string => {
  const { p, l1, giou } = partsOf(view, query, object);
  return `p ${shown(p)}, L1 ${shown(l1)}, GIoU ${shown(giou)}`;
};

export const costSaid = (view: View, query: number, object: number): string => shown(costOf(partsOf(view, query, object)));
