import type { Figure, Figures } from "@/lib/challenges/figures";

/** What scripts/rcnn-report.ts measured. */
export interface RcnnReport {
  readonly scenes: number;
  readonly seeds: string;
  /** Proposals of all scenes together: a pass of the network for each. */
  readonly proposals: number;
  /** Multiplications of one pass, and of Fast R-CNN's network over a whole picture. */
  readonly each: number;
  readonly once: number;
  /** Proposals by their best IoU: below .3, from .3, from .5, above .6. Together 1. */
  readonly shares: Readonly<Record<"background" | "grey" | "mid" | "near", number>>;
  /** The areas of all crops over the area that they cover together. */
  readonly times: number;
  readonly objects: number;
  /** Share of objects that are found with IoU ≥ .7, with box regression and without. */
  readonly moved: number;
  readonly unmoved: number;
}

export function rCnn({ scenes, seeds, proposals, each, once, shares, times, objects, moved, unmoved }: RcnnReport): Figures {
  const script = "npm run rcnn-report";
  const onScenes = { n: scenes, of: { ko: "장면", en: "scene" }, seeds, script } as const;
  const onProposals = { n: proposals, of: { ko: "후보", en: "proposal" }, seeds, script, unit: "%", digits: 0 } as const;
  const share = (name: keyof RcnnReport["shares"], ko: string, en: string): Figure => ({
    ...onProposals,
    value: shares[name],
    conditions: {
      ko: `우리 선택적 탐색의 후보 가운데 가장 잘 겹치는 물체와의 IoU가 ${ko} 것의 몫이에요. 장면 ${scenes}개.`,
      en: `Share of our selective-search proposals whose best IoU with an object is ${en}, in ${scenes} scenes.`,
    },
  });
  return {
    passes: {
      ...onScenes,
      value: proposals / scenes,
      digits: 1,
      baseline: {
        value: 1,
        of: { ko: "그림 한 장을 한 번에 보는 검출기의 횟수예요.", en: "A detector that looks at the whole picture once." },
      },
      conditions: {
        ko: "우리 R-CNN이 장면 하나에서 CNN을 돌린 횟수의 평균이에요(후보 100개까지).",
        en: "Mean passes of the network that our R-CNN needs for a scene (up to 100 proposals).",
      },
    },
    cost: {
      ...onScenes,
      value: ((proposals / scenes) * each) / once,
      digits: 0,
      baseline: {
        value: 1,
        of: { ko: "그림 전체를 한 번 지나는 Fast R-CNN의 신경망이에요.", en: "Fast R-CNN's network, which passes over the picture once." },
      },
      conditions: {
        ko: `우리 R-CNN의 곱셈 수를 우리 Fast R-CNN이 특징 지도 하나를 만드는 곱셈 수로 나눈 값이에요. 한 번에 ${(each / 1e6).toFixed(1)}백만 번 곱해요.`,
        en: `Multiplications of our R-CNN over those of our Fast R-CNN's one feature map. A pass takes ${(each / 1e6).toFixed(1)} million.`,
      },
    },
    times: {
      ...onScenes,
      value: times,
      digits: 1,
      baseline: { value: 1, of: { ko: "모든 픽셀을 한 번씩만 볼 때예요.", en: "Every pixel looked at once." } },
      conditions: {
        ko: "후보들의 넓이를 모두 더해 후보들이 덮은 곳의 넓이로 나눈 값이에요.",
        en: "The areas of all proposals added up, over the area that they cover together.",
      },
    },
    "share-background": share("background", "0.3 미만인", "below 0.3"),
    "share-grey": share("grey", "0.3 이상 0.5 미만인", "from 0.3 to 0.5"),
    "share-mid": share("mid", "0.5 이상 0.6 이하인", "from 0.5 to 0.6"),
    "share-near": share("near", "0.6을 넘는", "above 0.6"),
    moved: {
      value: moved,
      unit: "%",
      digits: 0,
      n: objects,
      of: { ko: "물체", en: "object" },
      seeds,
      script,
      baseline: { value: unmoved, of: { ko: "상자를 옮기지 않은 후보 그대로예요.", en: "Proposals as they are, without box regression." } },
      conditions: {
        ko: `우리 R-CNN이 클래스를 맞히고 IoU 0.7 이상으로 두른 물체의 몫이에요. 장면 ${scenes}개, 점수 0.3 이상, NMS 0.3.`,
        en: `Objects that our R-CNN finds with the right class and an IoU of 0.7 or more, in ${scenes} scenes, at a score of 0.3 or more, NMS at 0.3.`,
      },
    },
  };
}
