import type { Figure, Figures } from "@/lib/challenges/figures";

type Each = Readonly<Record<"r-cnn" | "fast-r-cnn" | "faster-r-cnn", number>>;

/** What scripts/family-report.ts measured on the same scenes. */
export interface FamilyReport {
  readonly scenes: number;
  readonly seeds: string;
  readonly objects: number;
  /** Means for a scene. */
  readonly multiplications: Each;
  readonly proposals: Each;
  /** Share of objects that a proposal covers with an IoU of .5 or more. */
  readonly covered: Each;
  /** Median processor time for a scene, and that of selective search alone. */
  readonly milliseconds: Each;
  readonly search: number;
}

export function rCnnFamily(report: FamilyReport): Figures {
  const { scenes, seeds, objects, multiplications, proposals, covered, milliseconds, search } = report;
  const onScenes = { n: scenes, of: { ko: "장면", en: "scene" }, seeds, script: "npm run family-report" } as const;
  const ratio = (name: "r-cnn" | "faster-r-cnn", title: string, digits: number): Figure => ({
    ...onScenes,
    value: multiplications[name] / multiplications["fast-r-cnn"],
    digits,
    baseline: { value: 1, of: { ko: "우리 Fast R-CNN의 곱셈 수예요.", en: "The multiplications of our Fast R-CNN." } },
    conditions: {
      ko: `우리 ${title}의 곱셈 수를 우리 Fast R-CNN의 곱셈 수로 나눈 값이에요. 장면 ${scenes}개의 평균.`,
      en: `Multiplications of our ${title} over those of our Fast R-CNN, on average over ${scenes} scenes.`,
    },
  });
  const time = (name: keyof Each, title: string): Figure => ({
    ...onScenes,
    value: milliseconds[name],
    digits: 0,
    conditions: {
      ko: `우리 ${title}이 장면 하나에 쓴 프로세서 시간(ms)의 중앙값이에요(Node, WASM, 코어 하나). 장면 ${scenes}개.`,
      en: `Median processor time in ms that our ${title} takes for a scene (Node, WASM, one core), over ${scenes} scenes.`,
    },
  });
  return {
    "cost-rcnn": ratio("r-cnn", "R-CNN", 0),
    "cost-faster": ratio("faster-r-cnn", "Faster R-CNN", 1),
    "time-rcnn": time("r-cnn", "R-CNN"),
    "time-fast": time("fast-r-cnn", "Fast R-CNN"),
    "time-faster": time("faster-r-cnn", "Faster R-CNN"),
    search: {
      ...onScenes,
      value: search / milliseconds["fast-r-cnn"],
      unit: "%",
      digits: 0,
      conditions: {
        ko: "우리 Fast R-CNN의 프로세서 시간에서 선택적 탐색의 몫이에요(중앙값의 비, Node, WASM).",
        en: "Share of selective search in our Fast R-CNN's processor time (ratio of medians, Node, WASM).",
      },
    },
    proposals: {
      ...onScenes,
      value: proposals["faster-r-cnn"],
      digits: 0,
      baseline: { value: proposals["fast-r-cnn"], of: { ko: "우리 선택적 탐색이에요.", en: "Our selective search." } },
      conditions: {
        ko: "우리 RPN이 장면 하나에서 내는 후보의 평균이에요.",
        en: "Mean number of proposals that our RPN gives for a scene.",
      },
    },
    recall: {
      value: covered["faster-r-cnn"],
      unit: "%",
      digits: 0,
      n: objects,
      of: { ko: "물체", en: "object" },
      seeds,
      script: "npm run family-report",
      baseline: { value: covered["fast-r-cnn"], of: { ko: "우리 선택적 탐색이에요.", en: "Our selective search." } },
      conditions: {
        ko: `우리 RPN의 후보 가운데 하나가 IoU 0.5 이상으로 덮는 물체의 몫이에요. 장면 ${scenes}개.`,
        en: `Share of objects that one of our RPN's proposals covers with an IoU of 0.5 or more, in ${scenes} scenes.`,
      },
    },
  };
}
