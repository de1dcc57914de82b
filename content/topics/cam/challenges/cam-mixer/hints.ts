import type { HintLadder, HintStep, Text } from "@/lib/challenges";
import { cellName, josa, letter, num } from "@/lib/words";
import { solution, type Answer, type View } from "./mix";

/** A cell where this tile is on and no other is, and where the target shows what it gives; null where there is none. */
export function aloneAt({ tiles, target, relu }: View, k: number): number | null {
  const cells = tiles[k].values.flatMap((value, cell) =>
    value > 0 && (!relu || target[cell] > 0) && tiles.every(({ values }, j) => j === k || values[cell] === 0) ? [cell] : [],
  );
  // The brightest of them: the easiest to read.
  return cells.length > 0 ? cells.reduce((best, cell) => (tiles[k].values[cell] > tiles[k].values[best] ? cell : best)) : null;
}

/** The sum at a cell where one tile stands alone. */
export function alone(view: View, k: number, cell: number): Text {
  const [name, value, shown, weight] = [letter(k), num(view.tiles[k].values[cell]), num(view.target[cell]), num(solution(view)[k])];
  const { ko, en } = cellName(cell, 7);
  return {
    ko: `${ko}에는 타일 ${name}만 켜져 있어요. ${value} × w = ${josa(shown, "이니까/니까")} w = ${josa(weight, "이에요/예요")}.`,
    en: `At ${en.toLowerCase()} only tile ${name} is on. ${value} × w = ${shown}, so w = ${weight}.`,
  };
}

function step(view: View): HintStep<Answer> {
  const right = solution(view);
  const heard = right.flatMap((weight, k) => (weight === 0 ? [] : [k]));
  const k = heard.find((tile) => aloneAt(view, tile) !== null) ?? heard[0];
  const cell = aloneAt(view, k);
  const answer: Answer = { weights: right.map((weight, j) => (j === k ? weight : 0)), score: null };
  if (cell !== null) return { text: alone(view, k, cell), answer };
  const shown = view.target.map((v, i) => (v > 0 ? view.tiles[k].values[i] : 0));
  const bright = shown.indexOf(Math.max(...shown));
  const { ko, en } = cellName(bright, 7);
  const [name, weight, value] = [letter(k), num(right[k]), num(view.tiles[k].values[bright])];
  const [part, whole, rest] = [
    right[k] * view.tiles[k].values[bright],
    view.target[bright],
    view.target[bright] - right[k] * view.tiles[k].values[bright],
  ].map((v) => num(v));
  return {
    text: {
      ko: `타일 ${name}의 가중치는 ${josa(weight, "이에요/예요")}. ${ko}에서 ${weight} × ${value} = ${josa(part, "이고/고")} T는 ${josa(whole, "이니까/니까")}, 나머지 타일의 합은 ${josa(rest, "이에요/예요")}.`,
      en: `The weight of tile ${name} is ${weight}. At ${en.toLowerCase()} it gives ${weight} × ${value} = ${part} and T is ${whole}, so the other tiles add up to ${rest} there.`,
    },
    answer,
  };
}

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ bias }) => ({
    ko: `한 칸의 T는 타일마다 ‘가중치 × 그 칸의 값’을 더한 거예요. 값이 0인 타일은 그 칸에서 아무것도 보태지 않으니, 0인 타일이 많은 칸부터 보세요.${bias === null ? "" : " 점수 S는 가중치를 다 찾은 다음에 계산해요."}`,
    en: `In each cell T adds up “weight × the tile's number there”. A tile with 0 adds nothing in that cell, so look first at cells where most tiles have 0.${bias === null ? "" : " Leave the score S until you have all the weights."}`,
  }),
  rule: ({ relu, least, bias }) => {
    const lines: Text[] = [
      {
        ko: "타일 하나만 켜진 칸을 찾아 T를 그 칸의 값으로 나눠요. 그런 칸이 없으면 두 타일만 켜진 칸 둘을 견줘요.",
        en: "Look for a cell where a single tile is on, and divide T by its number there. Where there is none, compare two cells with two tiles on.",
      },
    ];
    if (least < 0)
      lines.push({ ko: "가중치가 음수인 타일은 켜진 곳에서 T를 낮춰요.", en: "A tile with a negative weight lowers T where it is on." });
    if (relu)
      lines.push({
        ko: "T가 0인 칸은 ‘합이 0이거나 음수’라고만 말해 줘요. T가 양수인 칸에서 풀어요.",
        en: "A cell where T is 0 only says “zero or below”. Solve where T is positive.",
      });
    if (bias !== null)
      lines.push({
        ko: "점수는 타일마다 평균에 가중치를 곱해 모두 더하고 편향을 더한 값이에요.",
        en: "For the score multiply each tile's mean by its weight, add them all up, and add the bias.",
      });
    return { ko: lines.map(({ ko }) => ko).join(" "), en: lines.map(({ en }) => en).join(" ") };
  },
  step: ({ view }) => step(view),
};
