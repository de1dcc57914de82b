import type { Figure, Figures } from "@/lib/challenges/figures";

/** Ends of the sizes that the maps are told by: the longer side in pixels. */
export const SIZES = [32, 64] as const;

/** What scripts/ssd-report.ts measured. */
export interface SsdReport {
  readonly scenes: number;
  readonly seeds: string;
  /** Default boxes a picture. */
  readonly boxes: number;
  readonly objects: number;
  /** [below 32, below 64, above][map 14, 7, 3, missed]: objects. */
  readonly sizes: readonly (readonly number[])[];
  /** Objects whose best default box lies on each map. */
  readonly fits: readonly number[];
  /** Objects found on the map of their best default box. */
  readonly agree: number;
  /** Objects with positives on more than one map. */
  readonly several: number;
  /** Positives of all scenes. */
  readonly positives: number;
  /** Objects from 64 pixels on: how many, found by all maps, found without the coarsest. */
  readonly large: { readonly objects: number; readonly found: number; readonly without: number };
}

const MAPS = ["14×14", "7×7", "3×3"] as const;

export function ssd(report: SsdReport): Figures {
  const { scenes, seeds, sizes, objects, fits, large } = report;
  const script = "npm run ssd-report";
  const found = (row: readonly number[]) => row[0] + row[1] + row[2];
  const all = sizes.reduce((sum, row) => sum + found(row), 0);
  const OBJECT = { ko: "물체", en: "object" } as const;
  const onObjects = { n: objects, of: OBJECT, seeds, script } as const;
  const onScenes = { n: scenes, of: { ko: "장면", en: "scene" }, seeds, script } as const;
  const ours = { ko: `장면 ${scenes}개, 임계값 0.4, IoU 0.5.`, en: `${scenes} scenes, cut 0.4, IoU 0.5.` };
  const size = (row: number, map: number, ko: string, en: string): Figure => ({
    value: sizes[row][map] / found(sizes[row]),
    unit: "%",
    digits: 0,
    n: found(sizes[row]),
    of: { ko: "찾은 물체", en: "found object" },
    seeds,
    script,
    baseline: {
      value: sizes.reduce((sum, each) => sum + each[map], 0) / all,
      of: { ko: "크기를 가리지 않은 모든 물체의 몫이에요.", en: "The share among objects of all sizes." },
    },
    conditions: {
      ko: `우리 SSD가 찾은 물체 가운데 긴 변이 ${ko} 것을 ${MAPS[map]} 지도가 찾은 몫이에요. ${ours.ko}`,
      en: `Of the objects ${en} (longer side) that our SSD finds, the share found on the ${MAPS[map]} map; ${ours.en}`,
    },
  });
  return {
    boxes: {
      ...onScenes,
      value: report.boxes,
      digits: 0,
      conditions: {
        ko: "우리 SSD의 기본 상자예요. 칸 196 + 49 + 9개에 네 개씩.",
        en: "Default boxes of our SSD: four for each of 196 + 49 + 9 cells.",
      },
    },
    "small-14": size(0, 0, "32픽셀보다 작은", "below 32 pixels"),
    "middle-7": size(1, 1, "32픽셀 이상 64픽셀 미만인", "from 32 to 64 pixels"),
    "large-3": size(2, 2, "64픽셀 이상인", "from 64 pixels on"),
    agree: {
      ...onObjects,
      value: report.agree / objects,
      unit: "%",
      digits: 0,
      baseline: {
        value: Math.max(...fits) / objects,
        of: { ko: "언제나 가장 흔한 지도라고 할 때예요.", en: "Always saying the commonest map." },
      },
      conditions: {
        ko: `물체를 찾은 상자가, IoU가 가장 큰 기본 상자와 같은 지도에 있던 몫이에요. 놓친 물체는 틀린 것으로 셌어요. ${ours.ko}`,
        en: `How often an object is found on the map that has the default box with the highest IoU; missed objects count against it. ${ours.en}`,
      },
    },
    several: {
      ...onObjects,
      value: report.several / objects,
      unit: "%",
      digits: 0,
      conditions: {
        ko: "양성인 기본 상자가 지도 두 장 이상에 있는 물체의 몫이에요(IoU 0.5).",
        en: "The share of objects with positive default boxes on two maps or more (IoU 0.5).",
      },
    },
    positives: {
      ...onScenes,
      value: report.positives / scenes,
      digits: 0,
      baseline: { value: report.boxes, of: { ko: "모든 기본 상자예요.", en: "All default boxes." } },
      conditions: {
        ko: "장면 하나에서 양성인 기본 상자의 평균이에요(IoU 0.5와 가장 좋은 상자).",
        en: "Mean number of positive default boxes a scene (IoU 0.5, and the best).",
      },
    },
    "large-found": {
      value: large.found / large.objects,
      unit: "%",
      digits: 0,
      n: large.objects,
      of: OBJECT,
      seeds,
      script,
      conditions: {
        ko: `긴 변이 64픽셀 이상인 물체 가운데 우리 SSD가 찾은 몫이에요. ${ours.ko}`,
        en: `The share of objects from 64 pixels on (longer side) that our SSD finds; ${ours.en}`,
      },
    },
    "large-without": {
      value: large.without / large.objects,
      unit: "%",
      digits: 0,
      n: large.objects,
      of: OBJECT,
      seeds,
      script,
      baseline: { value: large.found / large.objects, of: { ko: "지도 세 장을 모두 쓸 때예요.", en: "With all three maps." } },
      conditions: {
        ko: `같은 신경망에서 3×3 지도만 빼고 찾은 몫이에요. 다시 학습하지 않았어요. ${ours.ko}`,
        en: `The same network without its 3×3 map, not trained anew; ${ours.en}`,
      },
    },
  };
}
