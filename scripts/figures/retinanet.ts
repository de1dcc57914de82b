import type { Figure, Figures } from "@/lib/challenges/figures";

type Sums = Readonly<Record<"easy" | "hard" | "object", number>>;

/** What scripts/retinanet-report.ts measured. */
export interface RetinaNetReport {
  readonly scenes: number;
  readonly seeds: string;
  /** Anchors a picture, and pairs of anchor and class. */
  readonly anchors: number;
  readonly pairs: number;
  /** Ignored anchors a scene. */
  readonly ignored: number;
  /** Pairs of all scenes by who they are, what they pay by cross-entropy, and by focal loss (γ 2, α 0.25). */
  readonly count: Sums;
  readonly entropy: Sums;
  readonly focal: Sums;
  /** Pairs a scene with a probability of .05 or more. */
  readonly low: number;
  /** Anchors with a class at .35 or more, and those with two, in all scenes. */
  readonly hotAnchors: number;
  readonly twice: number;
  /** Detections a scene with NMS over all levels, and within each. */
  readonly over: number;
  readonly within: number;
  readonly objects: number;
  readonly found: number;
  /** Found objects whose class is the highest of its anchor. */
  readonly byBest: number;
  /** [√(wh) below 32, below 60, above][p3, p4, p5]: found objects. */
  readonly levels: readonly (readonly number[])[];
}

const total = ({ easy, hard, object }: Sums) => easy + hard + object;

export function retinaNet(report: RetinaNetReport): Figures {
  const { scenes, seeds, count, entropy, focal } = report;
  const script = "npm run retinanet-report";
  const SCENE = { ko: "장면", en: "scene" } as const;
  const onScenes = { n: scenes, of: SCENE, seeds, script } as const;
  const share = (sums: Sums, who: "easy" | "object", ko: string, en: string): Figure => ({
    ...onScenes,
    value: sums[who] / total(sums),
    unit: "%",
    digits: 1,
    ...(sums === count
      ? {}
      : {
          baseline: {
            value: count[who] / total(count),
            of: { ko: "모든 짝이 똑같이 낼 때의 몫이에요.", en: "The share if every pair paid alike." },
          },
        }),
    conditions: {
      ko: `학습이 끝난 우리 RetinaNet: 앵커와 클래스의 짝 ${total(count)}개 가운데 ${ko}`,
      en: `Our trained RetinaNet, ${total(count)} pairs of anchor and class: ${en}`,
    },
  });
  const easy = { ko: "쉬운 배경(p < 0.1)", en: "easy background (p < 0.1)" };
  const level = (size: number, on: number, ko: string, en: string): Figure => {
    const all = report.levels[size].reduce((sum, each) => sum + each, 0);
    return {
      value: report.levels[size][on] / all,
      unit: "%",
      digits: 0,
      n: all,
      of: { ko: "찾은 물체", en: "found object" },
      seeds,
      script,
      baseline: {
        value: report.levels.reduce((sum, row) => sum + row[on], 0) / report.found,
        of: { ko: "크기를 가리지 않은 모든 물체의 몫이에요.", en: "The share among objects of all sizes." },
      },
      conditions: {
        ko: `우리 RetinaNet이 찾은 물체 가운데 ${ko} 것을 P${on + 3}에서 찾은 몫이에요. 장면 ${scenes}개, 임계값 0.35, IoU 0.5.`,
        en: `Of the objects ${en} that our RetinaNet finds, the share found on P${on + 3}; ${scenes} scenes, cut 0.35, IoU 0.5.`,
      },
    };
  };
  return {
    anchors: {
      ...onScenes,
      value: report.anchors,
      digits: 0,
      conditions: {
        ko: "우리 RetinaNet의 앵커예요. 칸 196 + 49 + 16개에 아홉 개씩.",
        en: "Anchors of our RetinaNet: nine for each of 196 + 49 + 16 cells.",
      },
    },
    pairs: {
      ...onScenes,
      value: report.pairs,
      digits: 0,
      conditions: { ko: "앵커마다 클래스 20가지를 물어요.", en: "20 classes are asked about at each anchor." },
    },
    ignored: {
      ...onScenes,
      value: report.ignored,
      digits: 1,
      baseline: { value: report.anchors, of: { ko: "모든 앵커예요.", en: "All anchors." } },
      conditions: {
        ko: "가장 잘 겹치는 물체와의 IoU가 0.4 이상 0.5 미만이라 손실에서 빠지는 앵커의 평균이에요.",
        en: "Mean number of anchors whose best IoU with an object is from 0.4 to 0.5: they stay out of the loss.",
      },
    },
    "easy-count": share(count, "easy", `${easy.ko}의 몫이에요.`, `the share of ${easy.en}.`),
    "easy-entropy": share(
      entropy,
      "easy",
      `교차 엔트로피의 합에서 ${easy.ko}의 몫이에요.`,
      `the share of ${easy.en} in the summed cross-entropy.`,
    ),
    "easy-focal": share(
      focal,
      "easy",
      `focal loss(γ 2, α 0.25)의 합에서 ${easy.ko}의 몫이에요.`,
      `the share of ${easy.en} in the summed focal loss (γ 2, α 0.25).`,
    ),
    "object-entropy": share(
      entropy,
      "object",
      "교차 엔트로피의 합에서 물체의 몫이에요.",
      "the share of objects in the summed cross-entropy.",
    ),
    "object-focal": share(
      focal,
      "object",
      "focal loss(γ 2, α 0.25)의 합에서 물체의 몫이에요.",
      "the share of objects in the summed focal loss (γ 2, α 0.25).",
    ),
    low: {
      ...onScenes,
      value: report.low,
      digits: 0,
      baseline: { value: report.pairs, of: { ko: "모든 짝이에요.", en: "All pairs." } },
      conditions: { ko: "확률이 0.05 이상인 짝의 평균이에요.", en: "Mean number of pairs with a probability of 0.05 or more." },
    },
    hot: {
      ...onScenes,
      value: report.hotAnchors / scenes,
      digits: 0,
      baseline: { value: report.anchors, of: { ko: "모든 앵커예요.", en: "All anchors." } },
      conditions: {
        ko: "어느 클래스든 확률이 0.35 이상인 앵커의 평균이에요.",
        en: "Mean number of anchors with a class at 0.35 or more.",
      },
    },
    twice: {
      value: report.twice / report.hotAnchors,
      unit: "%",
      digits: 1,
      n: report.hotAnchors,
      of: { ko: "앵커", en: "anchor" },
      seeds,
      script,
      conditions: {
        ko: "한 클래스라도 0.35 이상인 앵커 가운데 두 클래스 이상이 그런 것의 몫이에요.",
        en: "Of the anchors with a class at 0.35 or more, the share that has two or more such classes.",
      },
    },
    within: {
      ...onScenes,
      value: report.within,
      digits: 1,
      baseline: { value: report.over, of: { ko: "모든 레벨을 함께 NMS 했을 때예요.", en: "NMS over all levels together." } },
      conditions: {
        ko: "NMS를 레벨마다 따로 했을 때 장면 하나의 검출 수예요(임계값 0.35, IoU 0.5).",
        en: "Detections a scene when NMS runs within each level (cut 0.35, IoU 0.5).",
      },
    },
    "small-p3": level(0, 0, "√(wh)가 32픽셀보다 작은", "below 32 pixels (√(wh))"),
    "middle-p4": level(1, 1, "√(wh)가 32픽셀 이상 60픽셀 미만인", "from 32 to 60 pixels (√(wh))"),
  };
}
