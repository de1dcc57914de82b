import type { Figure, Figures } from "@/lib/challenges/figures";
import { mean } from "../numbers";

/** What scripts/fast-rcnn-report.ts measured. */
export interface FastRcnnReport {
  readonly scenes: number;
  readonly seeds: string;
  /** Proposals of all scenes together. */
  readonly proposals: number;
  /** Multiplications a scene: R-CNN's passes, and Fast R-CNN's one pass with its head for every proposal. */
  readonly multiplications: Readonly<Record<"rcnn" | "fast", number>>;
  readonly objects: number;
  /** Share of objects found with the right class and an IoU of .5 or more, each detector at its own score for showing. */
  readonly found: Readonly<Record<"rcnn" | "fast", number>>;
  /** Share of Fast R-CNN's time that selective search takes. */
  readonly search: number;
  /** True boxes moved to the right by 16 steps of a pixel, pooled to 3 × 3. */
  readonly steps: number;
  /** Share of steps that change nothing. */
  readonly still: Readonly<Record<"max" | "align", number>>;
  /** Mean change of a step that changes something: Σ|new − old| ÷ Σ|old|. */
  readonly change: Readonly<Record<"max" | "align", number>>;
}

/** What scripts/roi-pooling-report.ts gathered: mAP@.5 of models trained by one recipe, a number a seed. */
export interface RoiPoolingReport {
  readonly seeds: readonly string[];
  readonly steps: number;
  /** Test scenes of each. */
  readonly scenes: number;
  readonly max: Readonly<Record<"seen" | "held", readonly number[]>>;
  readonly align: Readonly<Record<"seen" | "held", readonly number[]>>;
}

const each = (values: readonly number[]) => values.map((value) => value.toFixed(3)).join(", ");

function pooled({ seeds, steps, scenes, max, align }: RoiPoolingReport): Figure {
  return {
    value: mean(max.seen),
    digits: 3,
    n: seeds.length,
    of: { ko: "번", en: "run" },
    seeds: seeds.join(", "),
    script: "npm run roi-pooling-report",
    baseline: { value: mean(align.seen), of: { ko: "같은 방법으로 학습한 RoIAlign이에요.", en: "RoIAlign, trained by the same recipe." } },
    conditions: {
      ko: `시드마다 ${steps}걸음씩 학습하고 시험 장면 ${scenes}개에서 잰 mAP@.5의 평균이에요. RoI 풀링 ${each(max.seen)}, RoIAlign ${each(align.seen)}. 학습에 없던 화풍에서는 ${each(max.held)}, ${each(align.held)}.`,
      en: `Mean mAP@.5 over seeds, each trained for ${steps} steps and tested on ${scenes} scenes: RoI pooling ${each(max.seen)}, RoIAlign ${each(align.seen)}. On a style that was not trained on: ${each(max.held)} and ${each(align.held)}.`,
    },
  };
}

export function fastRcnn(report: FastRcnnReport, pooling: RoiPoolingReport): Figures {
  const { scenes, seeds, proposals, multiplications, objects, found, search, steps, still, change } = report;
  const script = "npm run fast-rcnn-report";
  const onScenes = { n: scenes, of: { ko: "장면", en: "scene" }, seeds, script } as const;
  const onSteps = { n: steps, of: { ko: "걸음", en: "step" }, seeds, script, unit: "%", digits: 0 } as const;
  return {
    pooled: pooled(pooling),
    proposals: {
      ...onScenes,
      value: proposals / scenes,
      digits: 0,
      conditions: {
        ko: "우리 선택적 탐색이 장면 하나에서 낸 후보 수의 평균이에요(100개까지).",
        en: "Mean number of proposals of our selective search for a scene (up to 100).",
      },
    },
    cost: {
      ...onScenes,
      value: multiplications.rcnn / multiplications.fast,
      digits: 0,
      baseline: { value: 1, of: { ko: "우리 Fast R-CNN의 곱셈 수예요.", en: "The multiplications of our Fast R-CNN." } },
      conditions: {
        ko: `우리 R-CNN의 곱셈 수를 우리 Fast R-CNN의 곱셈 수(지도 한 번과 후보마다 머리 한 번)로 나눈 값이에요. 장면 ${scenes}개의 평균.`,
        en: `Multiplications of our R-CNN over those of our Fast R-CNN (one map, and the head for each proposal), on average over ${scenes} scenes.`,
      },
    },
    found: {
      value: found.fast,
      unit: "%",
      digits: 0,
      n: objects,
      of: { ko: "물체", en: "object" },
      seeds,
      script,
      baseline: { value: found.rcnn, of: { ko: "같은 장면에서 우리 R-CNN이에요.", en: "Our R-CNN on the same scenes." } },
      conditions: {
        ko: `우리 Fast R-CNN이 클래스를 맞히고 IoU 0.5 이상으로 두른 물체의 몫이에요. 장면 ${scenes}개, 보여 주는 점수 그대로.`,
        en: `Objects that our Fast R-CNN finds with the right class and an IoU of 0.5 or more in ${scenes} scenes, at its own score for showing.`,
      },
    },
    search: {
      ...onScenes,
      value: search,
      unit: "%",
      digits: 0,
      conditions: {
        ko: "우리 Fast R-CNN이 그림 한 장에 쓰는 시간 가운데 선택적 탐색의 몫이에요(WASM, CPU 하나).",
        en: "Share of the time our Fast R-CNN needs for a picture that selective search takes (WASM, one CPU).",
      },
    },
    still: {
      ...onSteps,
      value: still.max,
      baseline: { value: still.align, of: { ko: "같은 걸음에서 RoIAlign이에요.", en: "RoIAlign, in the same steps." } },
      conditions: {
        ko: `정답 상자를 RoI로 삼아 1픽셀씩 16걸음 오른쪽으로 옮길 때, RoI 풀링(3×3, 채널 128개)의 수가 하나도 바뀌지 않은 걸음의 몫이에요. 장면 ${scenes}개.`,
        en: `Steps of one pixel (16 to the right, true boxes as RoIs) in which none of RoI pooling's numbers (3×3, 128 channels) changes, in ${scenes} scenes.`,
      },
    },
    jump: {
      ...onSteps,
      value: change.max,
      baseline: { value: change.align, of: { ko: "같은 걸음에서 RoIAlign이에요.", en: "RoIAlign, in the same steps." } },
      conditions: {
        ko: "무엇인가 바뀐 걸음에서 풀링한 수가 바뀐 몫의 평균이에요: |새 수 − 옛 수|의 합 ÷ 옛 수의 합.",
        en: "Mean relative change of the pooled numbers in steps that change any: the sum of |new − old| over the sum of the old.",
      },
    },
  };
}
