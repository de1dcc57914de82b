import type { Figure, Figures } from "@/lib/challenges/figures";
import type { Text } from "@/lib/challenges/text";

/** Ways of mixing the same channels: the class's weights, the positive ones alone, all alike, the strongest channel alone. */
export type Mix = "cam" | "positive" | "alike" | "strongest";

/** What bench/cam-report.json holds of the shipped classifier. */
export interface CamReport {
  /** Two questions a scene of two objects. */
  readonly questions: number;
  /** How often the peak of a mix lies in the box of the object asked for. */
  readonly pointing: Readonly<Record<Mix, number>>;
  /** The same for a pixel picked blindly. */
  readonly anyPixel: number;
  /** Mean share of negative products in all that makes a score. */
  readonly against: number;
  /** Boxes around the map of scenes with one object: how often IoU ≥ 0.5. */
  readonly box: {
    readonly scenes: number;
    readonly tuning: number;
    /** The share of the maximum above which a pixel belongs to the box, chosen on the tuning scenes. */
    readonly share: number;
    readonly cam: number;
    /** The same for one square in the middle, whose side was chosen on the tuning scenes. */
    readonly constant: number;
  };
}

const SCRIPT = "npm run cam-report";
const QUESTION = { ko: "질문", en: "question" };
const SCENE = { ko: "장면", en: "scene" };
const MIXES: Readonly<Record<Mix, Text>> = {
  cam: { ko: "클래스의 가중치로 섞은 맵(CAM)", en: "the map mixed by the class's weights (CAM)" },
  positive: { ko: "음수 가중치를 0으로 바꿔 섞은 맵", en: "the map mixed with negative weights set to 0" },
  alike: { ko: "모든 채널을 똑같이 더한 맵", en: "the map with every channel added alike" },
  strongest: { ko: "점수에 가장 크게 보탠 채널 하나만의 맵", en: "the map of the one channel that adds most to the score" },
};

/** The figures of the topic cam. */
export function cam({ questions, pointing, anyPixel, against, box }: CamReport): Figures {
  const blind = { value: anyPixel, of: { ko: "아무 픽셀이나 고르기", en: "any pixel, picked blindly" } };
  const rows = (Object.keys(MIXES) as Mix[]).map((mix): [string, Figure] => [
    `pointing-${mix}`,
    {
      value: pointing[mix],
      unit: "%",
      digits: 0,
      n: questions,
      of: QUESTION,
      seeds: "cam/test/0 …",
      baseline: blind,
      conditions: {
        ko: `물체가 둘인 새 장면에서 물체마다 그 클래스의 맵을 그렸을 때, ${MIXES[mix].ko}에서 가장 높은 픽셀이 보려는 물체의 상자 안에 있던 비율이에요.`,
        en: `How often the highest pixel of ${MIXES[mix].en} lies in the box of the object asked for, on new scenes with two objects, each asked for once.`,
      },
      script: SCRIPT,
    },
  ]);
  return {
    ...Object.fromEntries(rows),
    "pointing-any-pixel": {
      value: anyPixel,
      unit: "%",
      digits: 0,
      n: questions,
      of: QUESTION,
      seeds: "cam/test/0 …",
      conditions: {
        ko: "보려는 물체의 상자가 그림에서 차지하는 넓이의 평균, 곧 아무 픽셀이나 골랐을 때 맞을 비율이에요.",
        en: "Mean share of the picture that the box of the object asked for fills: how often a pixel picked blindly is right.",
      },
      script: SCRIPT,
    },
    "evidence-against": {
      value: against,
      unit: "%",
      digits: 0,
      n: questions,
      of: QUESTION,
      seeds: "cam/test/0 …",
      baseline: { value: 0, of: { ko: "가중치가 모두 양수일 때", en: "a network with positive weights alone" } },
      conditions: {
        ko: "채널마다 가중치와 평균을 곱한 값의 크기를 모두 더했을 때, 음수인 것이 차지하는 몫의 평균이에요.",
        en: "Mean share of the negative products of weight and channel mean in the sizes of all of them.",
      },
      script: SCRIPT,
    },
    "box-constant": {
      value: box.constant,
      unit: "%",
      digits: 0,
      n: box.scenes,
      of: SCENE,
      seeds: "cam/box/1 …",
      conditions: {
        ko: `한가운데에 놓은 똑같은 정사각형이 참 상자와 IoU 0.5 이상인 비율이에요. 그 크기는 다른 장면 ${box.tuning}개에서 가장 잘 맞는 것으로 골랐어요.`,
        en: `How often one square in the middle has an IoU of at least 0.5 with the true box; its size is the best one of ${box.tuning} other scenes.`,
      },
      script: SCRIPT,
    },
    "box-found": {
      value: box.cam,
      unit: "%",
      digits: 0,
      n: box.scenes,
      of: SCENE,
      seeds: "cam/box/1 …",
      baseline: { value: box.constant, of: { ko: "한가운데의 똑같은 정사각형", en: "one square in the middle" } },
      conditions: {
        ko: `물체가 하나인 장면에서 그 클래스의 맵을 최댓값의 ${Math.round(100 * box.share)}%에서 자르고 가장 큰 덩어리에 두른 상자가 참 상자와 IoU 0.5 이상인 비율이에요. 자를 높이와 견줄 정사각형의 크기는 다른 장면 ${box.tuning}개에서 골랐어요.`,
        en: `How often the box around the largest region of the class's map above ${Math.round(100 * box.share)}% of its maximum has an IoU of at least 0.5 with the true box, on scenes with one object. That height and the size of the square were chosen on ${box.tuning} other scenes.`,
      },
      script: SCRIPT,
    },
  };
}
