import { census, HEIGHT, WIDTH } from "@/content/topics/anchor-boxes/world";
import type { Figure, Figures } from "@/lib/challenges/figures";
import { josa } from "@/lib/words";

/** The figures of the topic anchor-boxes, counted by the engine. */
export function anchorBoxes(): Figures {
  const { total, crossing } = census({ stride: 16, scales: [128, 256, 512], ratios: [0.5, 1, 2] }, false);
  return {
    "inside-anchors": {
      value: total - crossing,
      digits: 0,
      n: total,
      of: { ko: "앵커", en: "anchor" },
      seeds: `${WIDTH}×${HEIGHT}`,
      conditions: {
        ko: "보폭 16, 크기 셋, 비율 셋으로 깐 앵커 가운데 사진의 테두리를 넘지 않는 것의 수예요. torchvision의 앵커도 이 격자에서 수가 같아요.",
        en: "Anchors of stride 16, three scales and three ratios that do not cross the border of the picture; torchvision's anchors give the same number on this grid.",
      },
      script: "npm run figures",
    },
  };
}

/** What bench/nms-report.json holds: survivors of one list of boxes under the two readings of the threshold. */
export interface NmsReport {
  readonly boxes: number;
  readonly threshold: number;
  readonly seed: string;
  /** Dropped where IoU > t, by the engine's NMS (torchvision's rule). */
  readonly above: number;
  /** Dropped where IoU ≥ t, by TF.js's own function. */
  readonly atLeast: number;
}

/** The figures of the topic nms. */
export function nms({ boxes, threshold, seed, above, atLeast }: NmsReport): Figures {
  const kept = (value: number, rule: Figure["conditions"]): Figure => ({
    value,
    digits: 0,
    n: boxes,
    of: { ko: "상자", en: "box" },
    seeds: seed,
    conditions: {
      ko: `좌표가 4분의 1 픽셀 단위인 상자에서 ${rule.ko} NMS를 임계값 ${josa(threshold, "으로/로")} 돌려 남은 수예요.`,
      en: `Boxes left by NMS ${rule.en} at ${threshold}; coordinates in quarters of a pixel.`,
    },
    script: "npm run nms-report",
  });
  return {
    "kept-above": kept(above, {
      ko: "IoU가 임계값보다 클 때 지우는(torchvision의 규칙)",
      en: "that drops above the threshold (torchvision's rule)",
    }),
    "kept-at-least": kept(atLeast, {
      ko: "IoU가 임계값 이상일 때 지우는(TF.js의 함수)",
      en: "that drops from the threshold on (TF.js's function)",
    }),
  };
}
