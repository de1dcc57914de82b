import type { Figure, Figures } from "@/lib/challenges/figures";
import { num } from "@/lib/words";

/** What bench/threshold-report.json holds: RetinaNet over the threshold lab's scenes. */
export interface ThresholdReport {
  readonly seeds: string;
  readonly scenes: number;
  readonly floor: number;
  readonly nms: number;
  readonly match: number;
  readonly cut: number;
  /** mAP of all detections, by definition. */
  readonly map: Readonly<Record<"11-point" | "all-point" | "101-point", number>>;
  /** Had only the detections from `cut` on been handed in. */
  readonly cutMap: ThresholdReport["map"];
  /** At a match IoU of 0.75. */
  readonly strictMap: ThresholdReport["map"];
  /** Mean mAP over `shuffles` rankings by chance. */
  readonly shuffled: number;
  readonly strictShuffled: number;
  readonly shuffles: number;
}

/** The figures of the topic object-detection. */
export function objectDetection(report: ThresholdReport): Figures {
  const { scenes, seeds, floor, nms, match, cut, map, cutMap, strictMap, shuffled, strictShuffled, shuffles } = report;
  const setting = {
    ko: `점수 ${num(floor, 1)} 이상, NMS ${num(nms, 1)}`,
    en: `scores from ${num(floor, 1)} on, NMS at ${num(nms, 1)}`,
  };
  const figure = (value: number, what: Figure["conditions"], baseline?: Figure["baseline"]): Figure => ({
    value,
    digits: 3,
    n: scenes,
    of: { ko: "장면", en: "scene" },
    seeds,
    ...(baseline && { baseline }),
    conditions: {
      ko: `우리 RetinaNet의 mAP예요(${setting.ko}). ${what.ko}`,
      en: `mAP of our RetinaNet (${setting.en}). ${what.en}`,
    },
    script: "node scripts/run.mjs scripts/threshold-lab.ts",
  });
  const chanceOf = (value: number): Figure["baseline"] => ({
    value,
    of: {
      ko: `같은 상자에 점수를 마구 섞어 나눠 준 순위(${shuffles}번의 평균)`,
      en: `the same boxes with their scores dealt out at random (mean of ${shuffles})`,
    },
  });
  const chance = chanceOf(shuffled);
  const at = { ko: `기준 IoU ${num(match, 1)}`, en: `Match IoU ${num(match, 1)}` };
  return {
    "map-eleven": figure(map["11-point"], { ko: `${at.ko}, 11점 정의.`, en: `${at.en}, 11-point definition.` }, chance),
    "map-area": figure(map["all-point"], { ko: `${at.ko}, 넓이 정의.`, en: `${at.en}, area under the envelope.` }, chance),
    "map-hundred": figure(map["101-point"], { ko: `${at.ko}, 101점 정의.`, en: `${at.en}, 101-point definition.` }, chance),
    "map-cut": figure(
      cutMap["all-point"],
      {
        ko: `${at.ko}, 넓이 정의, 점수 ${num(cut, 1)} 이상인 검출만 넘겼을 때.`,
        en: `${at.en}, area under the envelope, handing in only what scores ${num(cut, 1)} or more.`,
      },
      chance,
    ),
    "map-strict": figure(
      strictMap["all-point"],
      { ko: "기준 IoU 0.75, 넓이 정의.", en: "Match IoU 0.75, area under the envelope." },
      chanceOf(strictShuffled),
    ),
    "map-shuffled": figure(shuffled, {
      ko: `${at.ko}, 넓이 정의, 상자와 클래스는 그대로 두고 점수만 섞은 ${shuffles}번의 평균.`,
      en: `${at.en}, area under the envelope; boxes and classes as they are, scores shuffled, mean of ${shuffles}.`,
    }),
  };
}
