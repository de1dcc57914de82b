import type { Figures } from "@/lib/challenges/figures";

/** What scripts/hog-report.ts measured. Shares from 0 to 1. */
export interface HogReport {
  readonly scenes: number;
  readonly seeds: string;
  /** ‖d − d₀‖ / ‖d₀‖ of the negative: nine unsigned bins, and eighteen signed ones. */
  readonly negative: number;
  readonly negativeSigned: number;
  /** The same at half the contrast: with L2-Hys, and without a block norm. */
  readonly contrast: number;
  readonly contrastRaw: number;
  readonly objects: number;
  readonly found: number;
  readonly blind: number;
}

export function hogSvm(report: HogReport): Figures {
  const script = "npm run hog-report";
  const moved = { unit: "%", digits: 1, n: report.scenes, of: { ko: "장면", en: "scene" }, seeds: report.seeds, script } as const;
  return {
    "negative-changed": {
      ...moved,
      value: report.negative,
      baseline: {
        value: report.negativeSigned,
        of: { ko: "부호까지 보는 막대 18개(360°)의 변화예요.", en: "What 18 signed bins (360°) change by." },
      },
      conditions: {
        ko: "그림을 음화로 바꿨을 때 기술자가 움직인 거리를 기술자의 길이로 나눈 평균이에요(부호 없는 막대 9개, L2-Hys).",
        en: "Mean distance that the descriptor moves when the picture becomes its negative, over the descriptor's length (9 unsigned bins, L2-Hys).",
      },
    },
    "contrast-changed": {
      ...moved,
      value: report.contrast,
      baseline: {
        value: report.contrastRaw,
        of: { ko: "블록 정규화를 하지 않은 기술자의 변화예요.", en: "What the descriptor changes by without a block norm." },
      },
      conditions: {
        ko: "그림의 대비를 절반으로 줄였을 때 기술자가 움직인 거리를 기술자의 길이로 나눈 평균이에요(L2-Hys).",
        en: "Mean distance that the descriptor moves at half the contrast, over the descriptor's length (L2-Hys).",
      },
    },
    found: {
      value: report.found,
      unit: "%",
      digits: 0,
      n: report.objects,
      of: { ko: "물체", en: "object" },
      seeds: report.seeds,
      script,
      baseline: {
        value: report.blind,
        of: {
          ko: "그림마다 가장 흔한 클래스의 보통 크기 상자를 한가운데에 하나 놓았을 때예요.",
          en: "One box of the usual size and the commonest class in the middle of every picture.",
        },
      },
      conditions: {
        ko: `우리 HOG + SVM이 클래스를 맞히고 IoU 0.5 이상으로 덮은 물체의 몫이에요. 장면 ${report.scenes}개, 점수 0.3 이상.`,
        en: `Objects that our HOG + SVM covers with IoU 0.5 or more and the right class, in ${report.scenes} scenes, at a score of 0.3 or more.`,
      },
    },
  };
}
