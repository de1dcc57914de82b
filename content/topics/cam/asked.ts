/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import type { Random } from "@/lib/engine/random";
import {
  drawnUntil,
  type MatchQuestion,
  type MistakeQuestion,
  type NumericQuestion,
  type OrderQuestion,
  type PointQuestion,
} from "@/lib/questions";
import { cellName, josa, letter, num, signed } from "@/lib/words";

/** "(−2)" where a factor is negative, so that it can stand behind a sign. */
const factor = (value: number): string => (value < 0 ? `(${num(value)})` : num(value));
const row = (values: readonly number[]): string => `(${values.map((value) => num(value)).join(", ")})`;
const sum = (values: readonly number[]): number => values.reduce((all, v) => all + v, 0);
const products = (weights: readonly number[], values: readonly number[]): string =>
  weights.map((w, k) => `${factor(w)} × ${num(values[k])}`).join(" + ");
const dot = (a: readonly number[], b: readonly number[]): number => sum(a.map((v, i) => v * b[i]));

export const oneCell: NumericQuestion = {
  form: "numeric",
  id: "one-cell",
  tolerance: 0,
  range: { min: -200, max: 200, step: 1 },
  unit: null,
  asks(random) {
    const weights = random.shuffle([random.int(2, 4), -random.int(2, 4), random.int(2, 4) * (random.chance(0.5) ? 1 : -1)]);
    const values = [random.int(2, 9), random.int(2, 9), random.int(2, 9)];
    const value = dot(weights, values);
    return {
      prompt: {
        ko: `한 클래스의 가중치가 ${josa(row(weights), "이고/고")}, 어느 칸에서 세 채널의 값이 ${josa(row(values), "이에요/예요")}. CAM에서 이 칸의 값은요?`,
        en: `A class has the weights ${row(weights)}, and in one cell the three channels are ${row(values)}. What is the class activation map there?`,
      },
      value,
      wrong: [
        { misconception: "weights-are-positive", said: dot(weights.map(Math.abs), values) },
        { misconception: "channels-count-alike", said: sum(values) },
        ...(value < 0 ? [{ misconception: "relu-in-cam", said: 0 }] : []),
      ],
      explanation: {
        ko: `${products(weights, values)} = ${num(value)}. 부호째 곱하고 더해요. CAM에는 ReLU가 없어요.`,
        en: `${products(weights, values)} = ${num(value)}. Signs are kept, and there is no ReLU.`,
      },
    };
  },
};

export const scoreOfMap: NumericQuestion = {
  form: "numeric",
  id: "score-of-map",
  tolerance: 0,
  range: { min: -50, max: 50, step: 0.5 },
  unit: null,
  asks(random) {
    const { cells, bias } = drawnUntil(
      random,
      () => ({
        cells: [random.int(5, 12), random.int(3, 9), -random.int(2, 8), -random.int(2, 8)],
        bias: random.int(2, 6) * (random.chance(0.5) ? 1 : -1),
      }),
      (draft) => sum(draft.cells) % 2 === 0,
    );
    const shown = random.shuffle(cells);
    const mean = sum(cells) / 4;
    const value = mean + bias;
    const [total, average, result] = [num(sum(cells)), num(mean, 1), num(value, 1)];
    return {
      prompt: {
        ko: `칸이 4개뿐인 CAM이 ${josa(row(shown), "이고/고")} 그 클래스의 편향은 ${josa(num(bias), "이에요/예요")}. 클래스의 점수는요?`,
        en: `A class activation map of only 4 cells is ${row(shown)}, and the class's bias is ${num(bias)}. What is the class's score?`,
      },
      value,
      wrong: [
        { misconception: "bias-has-a-place", said: mean },
        { misconception: "relu-in-cam", said: sum(cells.filter((v) => v > 0)) / 4 + bias },
      ],
      explanation: {
        ko: `맵의 평균은 ${total} ÷ 4 = ${average}, 편향을 더하면 ${josa(result, "이에요/예요")}. 음수 칸도 함께 평균 내요.`,
        en: `The map's mean is ${total} ÷ 4 = ${average}; with the bias it is ${result}. Negative cells count in the mean.`,
      },
    };
  },
};

export const contributions: OrderQuestion = {
  form: "order",
  id: "contributions",
  ends: {
    first: { ko: "맨 위: 점수를 가장 많이 올려요", en: "Top: raises the score most" },
    last: { ko: "맨 아래: 점수를 가장 많이 내려요", en: "Bottom: lowers the score most" },
  },
  asks(random) {
    // Products fall from one to the next, means and sizes of products do not.
    const channels = drawnUntil(
      random,
      () => [
        { weight: random.int(3, 5), mean: random.int(4, 6) },
        { weight: random.int(1, 2), mean: random.int(3, 9) },
        { weight: 0, mean: random.int(6, 9) },
        { weight: -random.int(2, 4), mean: random.int(2, 8) },
      ],
      (draft) => {
        const shares = draft.map(({ weight, mean }) => weight * mean);
        return shares[0] > shares[1] + 2 && new Set(draft.map(({ mean }) => mean)).size === 4 && new Set(shares.map(Math.abs)).size === 4;
      },
    );
    const places = random.shuffle([0, 1, 2, 3]);
    const ids = channels.map((_, k) => letter(places[k]).toLowerCase());
    const by = (mark: (channel: { readonly weight: number; readonly mean: number }) => number) =>
      ids.map((id, k) => ({ id, mark: mark(channels[k]) })).sort((a, b) => b.mark - a.mark);
    return {
      prompt: {
        ko: "채널 넷의 가중치 w와 평균 F예요. 점수를 많이 올리는 채널부터 차례로 놓아 보세요.",
        en: "Four channels with weight w and mean F. Put first the one that raises the score most.",
      },
      items: channels.map(({ weight, mean }, k) => {
        const text = `${letter(places[k])}: w = ${num(weight)}, F = ${num(mean)}`;
        return { id: ids[k], text: { ko: text, en: text } };
      }),
      wrong: [
        { misconception: "channels-count-alike", said: by(({ mean }) => mean).map(({ id }) => id) },
        { misconception: "weights-are-positive", said: by(({ weight, mean }) => Math.abs(weight * mean)).map(({ id }) => id) },
      ],
      explanation: {
        ko: `몫은 w · F예요: ${channels.map(({ weight, mean }) => num(weight * mean)).join(", ")}. 가중치가 0이면 아무리 밝아도 몫이 없어요.`,
        en: `A channel's share is w · F: ${channels.map(({ weight, mean }) => num(weight * mean)).join(", ")}. With a weight of 0 it has none, however bright.`,
      },
    };
  },
};

export const signs: MatchQuestion = {
  form: "match",
  id: "signs",
  asks: {
    prompt: {
      ko: "채널이 밝게 켜진 칸에서 CAM이 어떻게 되는지, 가중치마다 이어 보세요.",
      en: "What does the map do in cells where a channel is bright? Match each weight.",
    },
    lefts: [
      { id: "plus", text: { ko: "양수 가중치", en: "A positive weight" } },
      { id: "zero", text: { ko: "가중치 0", en: "A weight of 0" } },
      { id: "minus", text: { ko: "음수 가중치", en: "A negative weight" } },
    ],
    rights: [
      { id: "up", text: { ko: "그 칸에서 맵이 올라가요", en: "The map rises in those cells" } },
      { id: "still", text: { ko: "그 채널은 맵을 바꾸지 않아요", en: "The channel changes nothing" } },
      { id: "down", text: { ko: "그 칸에서 맵이 내려가요", en: "The map falls in those cells" } },
      { id: "blank", text: { ko: "맵 전체가 0이 돼요", en: "The whole map becomes 0" } },
    ],
    wrong: [
      { misconception: "weights-are-positive", said: ["minus", "up"] },
      { misconception: "every-channel-speaks", said: ["zero", "up"] },
      { misconception: "relu-in-cam", said: ["minus", "still"] },
    ],
    explanation: {
      ko: "맵은 w · f의 합이에요. 음수 가중치는 반대하는 증거이고, 0이면 밝기와 상관없이 빠져요.",
      en: "The map is a sum of w · f. A negative weight is evidence against; with 0 a channel is left out, however bright.",
    },
  },
};

const COLUMNS = 3;

export const whereAlone: PointQuestion = {
  form: "point",
  id: "where-alone",
  asks(random) {
    const [a, b] = [random.int(2, 4), random.int(2, 4)];
    const both = (least: number) => ({ a: random.int(least, 8), b: random.int(1, 6) });
    const cells = random.shuffle([
      { id: "alone", a: random.int(2, 5), b: 0 },
      { id: "peak", a: 9, b: random.int(1, 6) },
      { id: "", ...both(1) },
      { id: "", ...both(1) },
      { id: "", a: 0, b: random.int(1, 9) },
      { id: "", a: 0, b: 0 },
    ]);
    const at = (id: string) => String(cells.findIndex((cell) => cell.id === id));
    return {
      prompt: {
        ko: "칸마다 ‘채널 A | 채널 B | 섞은 맵’의 값이에요. A의 가중치를 혼자서 알려 주는 칸은 어디인가요?",
        en: "Each cell shows channel A | channel B | the mixed map. Which single cell gives the weight of A?",
      },
      caption: { ko: "A | B | 맵", en: "A | B | map" },
      picture: {
        kind: "grid",
        rows: cells.length / COLUMNS,
        columns: COLUMNS,
        cells: cells.map((cell) => `${cell.a} | ${cell.b} | ${a * cell.a + b * cell.b}`),
      },
      target: at("alone"),
      wrong: [{ misconception: "peak-tells-all", said: at("peak") }],
      explanation: {
        ko: "B가 0인 칸에서는 맵이 w × A뿐이라 나누면 돼요. A가 가장 밝은 칸에는 B의 몫이 섞여 있어요.",
        en: "Where B is 0 the map is w × A alone, so one division will do. Where A is brightest, B's part is mixed in.",
      },
    };
  },
};

export const byHand: MistakeQuestion = {
  form: "mistake",
  id: "by-hand",
  asks(random) {
    const weights = [random.int(2, 4), -random.int(2, 4)];
    const cells = Array.from({ length: 4 }, () => [random.int(1, 6), random.int(1, 6)] as const);
    const slip = random.int(0, cells.length - 1);
    /** The sign of the second weight forgotten, or the weights left out. */
    const astray = random.chance(0.5)
      ? ([a, b]: readonly [number, number]) => weights[0] * a - weights[1] * b
      : ([a, b]: readonly [number, number]) => weights[0] * a + b;
    return {
      prompt: {
        ko: `두 채널을 가중치 ${josa(row(weights), "으로/로")} 섞은 풀이예요. 틀린 줄은 어디일까요?`,
        en: `Two channels are mixed by the weights ${row(weights)}. Which line is wrong?`,
      },
      lines: cells.map((cell, i) => {
        const { ko, en } = cellName(i, 2);
        const [values, result] = [row(cell), num(i === slip ? astray(cell) : dot(weights, cell))];
        return { ko: `${ko}: 값 ${values} → ${result}`, en: `${en}: values ${values} → ${result}` };
      }),
      slip,
      wrong: cells.flatMap((cell, i) => (i !== slip && dot(weights, cell) < 0 ? [{ misconception: "relu-in-cam", said: i }] : [])),
      explanation: {
        ko: `칸마다 가중치를 부호째 곱해 더하면 ${cells.map((cell) => num(dot(weights, cell))).join(", ")}.`,
        en: `Each value times its weight, with its sign, added up: ${cells.map((cell) => num(dot(weights, cell))).join(", ")}.`,
      },
    };
  },
};

export const faderDown: NumericQuestion = {
  form: "numeric",
  id: "fader-down",
  tolerance: 0,
  range: { min: -100, max: 100, step: 1 },
  unit: null,
  asks(random: Random) {
    const weight = random.int(2, 5) * (random.chance(0.5) ? 1 : -1);
    const mean = random.int(2, 6);
    const peak = mean * random.int(2, 4);
    const score = random.int(5, 20);
    const value = score - weight * mean;
    return {
      prompt: {
        ko: `어느 클래스의 점수가 ${josa(num(score), "이에요/예요")}. 가중치 ${signed(weight)}, 평균 ${mean}, 최댓값 ${peak}인 채널의 페이더를 0으로 내리면 점수는 얼마가 될까요?`,
        en: `A class has the score ${num(score)}. The fader of a channel with weight ${signed(weight)}, mean ${mean} and maximum ${peak} is pulled to 0. What is the score now?`,
      },
      value,
      wrong: [
        { misconception: "peak-tells-all", said: score - weight * peak },
        { misconception: "channels-count-alike", said: score - mean },
        ...(weight < 0 ? [{ misconception: "weights-are-positive", said: score + weight * mean }] : []),
      ],
      explanation: {
        ko: `이 채널의 몫은 ${factor(weight)} × ${mean} = ${num(weight * mean)}. 그만큼 빠지면 ${josa(num(value), "이에요/예요")}.`,
        en: `The channel's share is ${factor(weight)} × ${mean} = ${num(weight * mean)}. Without it the score is ${num(value)}.`,
      },
    };
  },
};
