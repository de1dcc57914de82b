import type { Figure, Figures } from "@/lib/challenges/figures";
import type { ExplainReport } from "./explain";

/** Sides of the patch, pixels. */
export const PATCHES = [4, 8, 16, 32] as const;

/** What bench/occlusion-report.json holds of the shipped classifier. */
export interface OcclusionReport {
  readonly scenes: number;
  readonly colours: number;
  readonly places: number;
  /** Share of scenes whose hottest place under grey is the hottest under the second colour. */
  readonly same: number;
  /** Share of scenes whose worst three places together are not the three worst alone. */
  readonly differs: number;
  /** The three worst alone, hidden together: mean share of the sum of their drops. */
  readonly share: number;
  /** Scenes of the sizes, and the mean of the largest drop by size, logits. */
  readonly sized: number;
  readonly largest: readonly number[];
}

const SCENE = { ko: "그림", en: "picture" };

export function occlusion(report: OcclusionReport, { methods }: ExplainReport): Figures {
  const { scenes, places, same, differs, share, sized, largest } = report;
  const shared = { of: SCENE, seeds: "occlusion/0 …", script: "npm run occlusion-report" };
  const setting = { ko: "회색, 조각 16픽셀, 보폭 16.", en: "Grey, patch 16, stride 16." };
  const size = (i: number): Figure => ({
    ...shared,
    value: largest[i],
    digits: 1,
    n: sized,
    baseline: { value: 0, of: { ko: "조각이 아무것도 바꾸지 않는다면", en: "if the patch changed nothing" } },
    conditions: {
      ko: `${PATCHES[i]}픽셀 회색 조각을 보폭 8로 옮기며 가렸을 때, 그림마다 가장 크게 떨어진 로짓의 평균이에요.`,
      en: `The mean over pictures of the largest drop of the logit, grey patch of ${PATCHES[i]} pixels, stride 8.`,
    },
  });
  const named = { occlusion: "occlusion", "grad-cam": "Grad-CAM", saliency: "saliency" } as const;
  const points = (Object.keys(named) as (keyof typeof named)[]).map((id): [string, Figure] => {
    return [
      `pointing-${id}`,
      {
        value: methods[named[id]].pointing,
        unit: "%",
        digits: 0,
        n: 2 * methods[named[id]].scenes,
        of: { ko: "질문", en: "question" },
        seeds: "explain/test/0 …",
        script: "npm run explain-report",
        baseline: { value: methods.edges.pointing, of: { ko: "윤곽만 보는 맵", en: "a map of edges alone" } },
        conditions: {
          ko: "물체가 둘인 그림에서 한 클래스를 물을 때, 맵의 꼭대기가 그 물체의 상자 안에 있던 비율이에요.",
          en: "How often the map’s peak lies in the box of the object asked for, in pictures of two objects.",
        },
      },
    ];
  });
  return {
    "fill-same": {
      ...shared,
      value: same,
      unit: "%",
      digits: 0,
      n: scenes,
      baseline: { value: 1 / places, of: { ko: "49곳 가운데 아무 데나 고르기", en: "one of the 49 places, picked blindly" } },
      conditions: {
        ko: `회색으로 가렸을 때 가장 뜨거운 곳이 검은색, 흰색, 평균색 가운데 하나로 가렸을 때도 가장 뜨거운 비율이에요. ${setting.ko}`,
        en: `How often the hottest place under grey is also the hottest under black, white or the mean colour, one of them a picture. ${setting.en}`,
      },
    },
    "triple-differs": {
      ...shared,
      value: differs,
      unit: "%",
      digits: 0,
      n: scenes,
      baseline: { value: 0, of: { ko: "감소가 더해진다면", en: "if drops added up" } },
      conditions: {
        ko: `가장 뜨거운 8곳에서 셋을 함께 가릴 때 점수를 가장 떨어뜨리는 셋이, 하나씩 가장 뜨거운 셋이 아닌 비율이에요. ${setting.ko}`,
        en: `Of the 8 hottest places: how often the three that cost most together are not the three that cost most alone. ${setting.en}`,
      },
    },
    "joint-share": {
      ...shared,
      value: share,
      unit: "%",
      digits: 0,
      n: scenes,
      baseline: { value: 1, of: { ko: "감소가 더해진다면", en: "if drops added up" } },
      conditions: {
        ko: `하나씩 가장 뜨거운 세 곳을 함께 가렸을 때의 감소를, 하나씩 잰 감소의 합으로 나눈 값의 평균이에요. ${setting.ko}`,
        en: `The drop with the three hottest places hidden together, as a mean share of their single drops added up. ${setting.en}`,
      },
    },
    "largest-4": size(0),
    "largest-8": size(1),
    "largest-16": size(2),
    "largest-32": size(3),
    ...Object.fromEntries(points),
  };
}
