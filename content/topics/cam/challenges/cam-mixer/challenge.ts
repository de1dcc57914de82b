import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { josa, letter, list, num, percent } from "@/lib/words";
import { generate, MARGIN, secondBest } from "./draw";
import { alone, aloneAt, hints } from "./hints";
import {
  FAR,
  farOff,
  hundredths,
  mix,
  MOST,
  pointsOf,
  SCORE_BAND,
  scoreFits,
  scoreTimesCells,
  solution,
  stepsOf,
  type Answer,
  type Step,
  type View,
} from "./mix";
import { rivals } from "./rivals";

export type { Answer, Step, View } from "./mix";

/** The largest score that can be typed, in hundredths: beyond what five tiles of nines give. */
export const MOST_SCORE = 20_000;

const tileName = (k: number): Text => ({ ko: `타일 ${letter(k)}`, en: `Tile ${letter(k)}` });
const SCORE: Text = { ko: "점수 S", en: "Score S" };

function whyTile(view: View, k: number): Text {
  const cell = aloneAt(view, k);
  if (cell !== null) return alone(view, k, cell);
  const weight = solution(view)[k];
  if (weight === 0) return { ko: "이 타일은 T에 들어 있지 않아요. 가중치는 0이에요.", en: "This tile has no part in T: its weight is 0." };
  return weight < 0
    ? {
        ko: `이 타일은 켜진 곳에서 T를 낮춰요. 가중치는 ${josa(num(weight), "이에요/예요")}.`,
        en: `This tile lowers T where it is on: its weight is ${num(weight)}.`,
      }
    : {
        ko: `이 타일은 켜진 곳에서 T를 높여요. 가중치는 ${josa(num(weight), "이에요/예요")}.`,
        en: `This tile raises T where it is on: its weight is ${num(weight)}.`,
      };
}

/** The score of the right mix, as it is printed. */
const rightScore = (view: View, bias: number) => num(hundredths(scoreTimesCells(mix(view.tiles, solution(view)), bias)) / 100, 2);

/** How far the mix is from T, and what that is worth. @param far a share of T's own size */
function mixLine(far: number): Text {
  if (far === 0) return { ko: "내가 섞은 맵이 T와 똑같아요.", en: "Your mix is T." };
  const [off, none] = [percent(far), percent(FAR)];
  return {
    ko: `내가 섞은 맵은 T의 크기에 견주어 ${off} 벗어났어요(똑같으면 만점, ${none} 이상이면 0점).`,
    en: `Your mix is off by ${off} of T's size (none is full marks, ${none} or more is 0).`,
  };
}

/** The weights that make T, a sentence for the verdict. */
function rightLine(right: readonly number[]): Text {
  const said = right.map((weight, k) => `${letter(k)} ${num(weight)}`).join(", ");
  return { ko: ` 정답 가중치: ${said}.`, en: ` The right weights: ${said}.` };
}

/** The score that was asked for beside the learner's, a sentence for the verdict. */
function scoreLine(view: View, bias: number, typed: number): Text {
  const [right, mine] = [rightScore(view, bias), num(typed / 100, 2)];
  return scoreFits(view, typed)
    ? { ko: ` 점수 S도 맞았어요: ${right}.`, en: ` The score S is right as well: ${right}.` }
    : { ko: ` 점수 S의 정답은 ${right}, 내 답은 ${josa(mine, "이에요/예요")}.`, en: ` The score S is ${right}; you said ${mine}.` };
}

function whyScore(view: View, bias: number): Text {
  const right = rightScore(view, bias);
  return {
    ko: `가중치를 곱한 평균을 모두 더하고 편향까지 더하면 ${josa(right, "이에요/예요")}. ReLU를 하기 전 맵의 평균에 편향을 더해도 같아요.`,
    en: `The means times their weights, plus the bias, give ${right}. So does the mean of the map before the ReLU, plus the bias.`,
  };
}

/** Which weights mix these channels into this map? */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "cam-mixer",
  topic: "cam",
  version: 1,
  title: { ko: "CAM 믹서", en: "CAM mixer" },
  skill: { ko: "맵을 만든 채널의 가중치를 찾아요", en: "Find the channel weights behind a class activation map" },
  answerSchema: z.strictObject({
    weights: z.array(z.number().int().min(-MOST).max(MOST)).min(2).max(5).readonly(),
    score: z.number().int().min(-MOST_SCORE).max(MOST_SCORE).nullable(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: ({ tiles, least, relu, bias }) => {
    const [low, high] = [num(least), num(MOST)];
    return {
      ko:
        `T는 타일 ${tiles.length}장에 정수 가중치(${low}부터 ${high}까지)를 하나씩 곱해 더한 맵이에요.` +
        (relu ? " 합이 음수인 칸은 0으로 보여요." : "") +
        " 가중치를 찾아 페이더를 맞춰 보세요." +
        (bias === null ? "" : ` 그런 다음 클래스의 점수 S도 적어 보세요. ${num(SCORE_BAND / 100, 1)}까지는 어긋나도 돼요.`),
      en:
        `T is the sum of ${tiles.length} tiles, each times a whole-number weight from ${low} to ${high}.` +
        (relu ? " Where the sum is negative, 0 is shown." : "") +
        " Find the weights and set the faders." +
        (bias === null ? "" : ` Then type the class's score S as well; it may be off by up to ${num(SCORE_BAND / 100, 1)}.`),
    };
  },
  empty: ({ tiles }) => ({ weights: tiles.map(() => 0), score: null }),
  hints,
  solve: ({ view }) => ({
    weights: solution(view),
    score: view.bias === null ? null : hundredths(scoreTimesCells(mix(view.tiles, solution(view)), view.bias)),
  }),
  check: ({ tiles, least, bias }, { weights, score }) => {
    if (weights.length !== tiles.length || weights.some((w) => w < Math.min(0, least)) || (bias === null && score !== null))
      return { ready: false, missing: { ko: "타일마다 가중치가 하나씩 필요해요", en: "One weight for each tile" } };
    const open = least > 0 ? weights.flatMap((w, k) => (w === 0 ? [k] : [])) : [];
    if (open.length > 0) {
      const names = (locale: keyof Text) =>
        list(
          open.map((k) => letter(k)),
          locale,
        );
      return { ready: false, missing: { ko: `${names("ko")}의 페이더를 올려요`, en: `Move the fader of ${names("en")}` } };
    }
    if (weights.every((w) => w === 0)) return { ready: false, missing: { ko: "페이더를 움직여요", en: "Move a fader" } };
    return bias !== null && score === null ? { ready: false, missing: { ko: "점수를 적어요", en: "Type the score" } } : { ready: true };
  },
  grade({ view }, answer) {
    const right = solution(view);
    const points = pointsOf(view, answer);
    const fits = scoreFits(view, answer.score);
    const tiles = right.map((weight, k): Part => {
      const correct = answer.weights[k] === weight;
      const { ko, en } = tileName(k);
      return {
        id: `tile-${k}`,
        label: { ko: `${ko}의 가중치`, en: `${en}: weight` },
        correct,
        earned: correct ? 1 : 0,
        total: 1,
        note: correct ? undefined : whyTile(view, k),
      };
    });
    const typed: Part[] =
      view.bias === null
        ? []
        : [
            {
              id: "score",
              label: SCORE,
              correct: fits,
              earned: fits ? 1 : 0,
              total: 1,
              note: fits ? undefined : whyScore(view, view.bias),
            },
          ];
    const wrong = tiles.some(({ correct }) => !correct) || (view.bias !== null && !fits);
    const { weights, score } = answer;
    const same = (played: Answer) =>
      played.weights.every((w, k) => w === weights[k]) &&
      (played.score === null || (score !== null && Math.abs(played.score - score) <= SCORE_BAND));
    const matched = tiles.filter(({ correct }) => correct).length;
    const far = farOff(view, weights);
    const shown: Text = matched === tiles.length ? { ko: "", en: "" } : rightLine(right);
    const scored: Text = view.bias === null || score === null ? { ko: "", en: "" } : scoreLine(view, view.bias, score);
    return {
      earned: points.map + points.score,
      total: 100,
      parts: [...tiles, ...typed],
      steps: stepsOf(view, answer),
      misconceptions: wrong ? believersOf(rivals.beliefs, view, same) : [],
      summary: {
        ko: `가중치 ${tiles.length}개 가운데 ${matched}개가 맞았어요. ${mixLine(far).ko}${shown.ko}${scored.ko}`,
        en: `${matched} of ${tiles.length} weights ${matched === 1 ? "is" : "are"} right. ${mixLine(far).en}${shown.en}${scored.en}`,
      },
    };
  },
  slack: ({ view }) => Math.sqrt(secondBest(view)),
});
