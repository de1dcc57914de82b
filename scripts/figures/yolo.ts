import type { Figure, Figures } from "@/lib/challenges/figures";
import type { Text } from "@/lib/words";

/** The detectors that two objects in one cell are shown to, and how many cells apart the centres are. */
export const RACED = ["yolo", "ssd", "centernet", "faster-rcnn"] as const;
export const APART = [0, 1, 2] as const;
const NAMES = { yolo: "YOLO", ssd: "SSD", centernet: "CenterNet", "faster-rcnn": "Faster R-CNN" } as const;
const DISTANCES: readonly Text[] = [
  { ko: "가운데가 한 칸에 있을 때", en: "with both centres in one cell" },
  { ko: "가운데가 한 칸 떨어져 있을 때", en: "with centres one cell apart" },
  { ko: "가운데가 두 칸 떨어져 있을 때", en: "with centres two cells apart" },
];

/** What scripts/yolo-report.ts measured. */
export interface YoloReport {
  readonly scenes: number;
  readonly seeds: string;
  readonly objects: number;
  /** Shares of objects that their centre's cell finds, that only another cell finds, and that none does. Together 1. */
  readonly own: number;
  readonly neighbour: number;
  readonly missed: number;
  /** The chance that a random cell of those an object covers is its centre's. */
  readonly blind: number;
  /** Share of objects whose class is the largest of their cell. */
  readonly named: number;
  /** Cells that hold a centre. */
  readonly cells: number;
  /** A cell's higher confidence, on average: in these cells, and in all others. */
  readonly confidence: { readonly object: number; readonly empty: number };
  /** Boxes that answer for an object. */
  readonly answering: number;
  /** Of their confidences with their IoUs, Pearson's r. */
  readonly correlation: number;
  /** Share of objects that the first of the two boxes answers for, and the mean size of either where it does, √(w·h) in pixels. */
  readonly first: number;
  readonly sizes: readonly [number, number];
  /** How often an object's size, or shape, tells which box answers, and how often "the first one" is right; on the second half of the scenes. */
  readonly guessed: { readonly tried: number; readonly size: number; readonly shape: number; readonly always: number };
  readonly pairs: number;
  /** Share of pairs of which both are found, by the distance of their centres. */
  readonly shared: Readonly<Record<(typeof RACED)[number], readonly number[]>>;
}

export function yolo(report: YoloReport): Figures {
  const script = "npm run yolo-report";
  const { seeds, scenes } = report;
  const onObjects = { n: report.objects, of: { ko: "물체", en: "object" }, seeds, script, unit: "%", digits: 0 } as const;
  const condition = {
    ko: `장면 ${scenes}개, 점수 0.15 이상, NMS 전, 클래스가 맞고 IoU 0.5 이상`,
    en: `${scenes} scenes, score 0.15 or more, before NMS, right class and an IoU of 0.5 or more`,
  };
  const found = (value: number, ko: string, en: string): Figure => ({
    ...onObjects,
    value,
    conditions: { ko: `${ko} 물체의 몫이에요(${condition.ko}).`, en: `Objects that ${en} (${condition.en}).` },
  });
  const onBoxes = { n: report.answering, of: { ko: "상자", en: "box" }, seeds, script } as const;
  const guessed = (value: number, ko: string, en: string): Figure => ({
    ...onObjects,
    n: report.guessed.tried,
    value,
    baseline: { value: report.guessed.always, of: { ko: "늘 첫 번째 상자라고 답한 때예요.", en: "Always naming the first box." } },
    conditions: {
      ko: `${ko}만 보고 칸의 두 상자 가운데 어느 쪽이 답하는지 맞힌 몫이에요. 경계는 장면의 앞 절반에서 고르고 뒤 절반에서 시험했어요.`,
      en: `How often an object's ${en} alone tells which of the two boxes answers. The bound was chosen on one half of the scenes and tried on the other.`,
    },
  });
  const shared = RACED.flatMap((name) =>
    APART.map((apart, i): [string, Figure] => [
      `shared-${name}-${apart}`,
      {
        value: report.shared[name][i],
        unit: "%",
        digits: 0,
        n: report.pairs,
        of: { ko: "그림", en: "picture" },
        seeds: "yolo-report/shared/0 …",
        script,
        conditions: {
          ko: `큰 그림(56–72픽셀) 위에 작은 그림(26–32픽셀)을 놓고 ${DISTANCES[i].ko} 우리 ${NAMES[name]}에서 둘 다 찾은 몫이에요(클래스가 맞고 IoU 0.5 이상).`,
          en: `A small drawing (26–32 pixels) on a large one (56–72), ${DISTANCES[i].en}: how often our ${NAMES[name]} finds both (right class, IoU 0.5 or more).`,
        },
      },
    ]),
  );
  return {
    own: {
      ...found(report.own, "가운데가 놓인 칸의 상자가 찾아낸", "a box of their centre's cell finds"),
      baseline: {
        value: report.blind,
        of: {
          ko: "물체가 덮은 칸 가운데 아무 칸이나 골라 가운데의 칸을 맞힐 확률이에요.",
          en: "A random cell of those it covers is its centre's.",
        },
      },
    },
    neighbour: found(report.neighbour, "다른 칸의 상자만 찾아낸", "only a box of another cell finds"),
    missed: found(report.missed, "어느 칸도 찾지 못한", "no cell finds"),
    named: {
      ...onObjects,
      value: report.named,
      baseline: { value: 1 / 20, of: { ko: "스무 클래스 가운데 아무거나 고른 때예요.", en: "One of 20 classes at random." } },
      conditions: {
        ko: `가운데가 놓인 칸에서 물체의 클래스 값이 가장 큰 물체의 몫이에요. 장면 ${scenes}개.`,
        en: `Objects whose class has the largest value of their centre's cell, in ${scenes} scenes.`,
      },
    },
    confidence: {
      value: report.confidence.object,
      digits: 2,
      n: report.cells,
      of: { ko: "칸", en: "cell" },
      seeds,
      script,
      baseline: {
        value: report.confidence.empty,
        of: { ko: "물체의 가운데가 없는 칸의 평균이에요.", en: "The mean of cells without a centre." },
      },
      conditions: {
        ko: `물체의 가운데가 있는 칸에서 두 확신값 가운데 높은 것의 평균이에요. 장면 ${scenes}개.`,
        en: `Mean of the higher of the two confidences in cells that hold a centre, in ${scenes} scenes.`,
      },
    },
    correlation: {
      ...onBoxes,
      value: report.correlation,
      digits: 2,
      baseline: { value: 0, of: { ko: "확신값이 IoU와 아무 상관도 없을 때예요.", en: "Confidence that has nothing to do with the IoU." } },
      conditions: {
        ko: `물체에 답하는 상자의 확신값과, 그 상자와 물체의 IoU 사이의 상관(피어슨 r)이에요. 장면 ${scenes}개.`,
        en: `Pearson's r between the confidence of the box that answers for an object and its IoU with it, in ${scenes} scenes.`,
      },
    },
    first: {
      ...onObjects,
      n: report.answering,
      value: report.first,
      baseline: { value: 0.5, of: { ko: "두 상자가 번갈아 답할 때예요.", en: "Both boxes answering equally often." } },
      conditions: {
        ko: `칸의 두 상자 가운데 첫 번째가 답하는 물체의 몫이에요. 장면 ${scenes}개.`,
        en: `Objects that the first of a cell's two boxes answers for, in ${scenes} scenes.`,
      },
    },
    "guessed-size": guessed(report.guessed.size, "물체의 크기", "size"),
    ...Object.fromEntries(shared),
  };
}
