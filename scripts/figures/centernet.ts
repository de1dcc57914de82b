import type { Figure, Figures } from "@/lib/challenges/figures";

/** What scripts/centernet-report.ts measured. */
export interface CenterNetReport {
  readonly scenes: number;
  readonly seeds: string;
  readonly objects: number;
  /** Objects with a cell of their class at .3 or more in their box. */
  readonly sure: number;
  /** Of these, the share whose strongest cell lies within one cell of the true centre, and that of a random cell of the box. */
  readonly near: number;
  readonly blind: number;
  /** Cells at .3 or more, and peaks among them, a scene. */
  readonly hot: number;
  readonly peaks: number;
  /** Share of objects that two detections find, and detections a scene: without an NMS, and with one at .6. */
  readonly twice: { readonly without: number; readonly with: number };
  readonly shown: { readonly without: number; readonly with: number };
  /** Mean IoU of a box whose heads are read so many cells beside the true centre. */
  readonly beside: readonly number[];
  /** The same at the centre, with the cell's middle instead of the offset. */
  readonly middle: number;
  readonly radii: readonly { readonly side: number; readonly right: number; readonly released: number }[];
  readonly worst: { readonly right: number; readonly released: number };
}

export function centerNet(report: CenterNetReport): Figures {
  const script = "npm run centernet-report";
  const { seeds, scenes } = report;
  const onObjects = { of: { ko: "물체", en: "object" }, seeds, script } as const;
  const onScenes = { n: scenes, of: { ko: "장면", en: "scene" }, seeds, script } as const;
  const beside = report.beside.map((value, by): [string, Figure] => [
    `beside-${by}`,
    {
      ...onObjects,
      value,
      digits: 2,
      n: report.sure,
      baseline: { value: report.beside[0], of: { ko: "가운데 칸에서 읽은 때예요.", en: "Read at the centre's own cell." } },
      conditions: {
        ko: `가운데에서 ${by}칸 떨어진 칸(위, 아래, 왼쪽, 오른쪽)의 오프셋과 크기로 놓은 상자와 정답 상자의 평균 IoU예요. 신경망은 그대로 두었어요.`,
        en: `Mean IoU with the true box of a box placed by offset and size of a cell ${by} away from the centre (up, down, left, right). The network was not retrained.`,
      },
    },
  ]);
  return {
    near: {
      ...onObjects,
      value: report.near,
      unit: "%",
      digits: 1,
      n: report.sure,
      baseline: { value: report.blind, of: { ko: "물체의 상자에서 아무 칸이나 고른 때예요.", en: "A random cell of the object's box." } },
      conditions: {
        ko: `클래스의 히트맵에서 상자 안의 가장 뜨거운 칸이 참 가운데에서 한 칸 안에 있는 물체의 몫이에요(값이 0.3 이상인 물체, 장면 ${scenes}개).`,
        en: `Objects whose hottest cell of the class within their box lies within one cell of the true centre (those with a value of 0.3 or more, ${scenes} scenes).`,
      },
    },
    hot: {
      ...onScenes,
      value: report.hot,
      digits: 1,
      conditions: {
        ko: "0.3 이상인 칸의 수예요(스무 클래스의 히트맵을 모두 세요).",
        en: "Cells at 0.3 or more, over the heat maps of all 20 classes.",
      },
    },
    peaks: {
      ...onScenes,
      value: report.peaks,
      digits: 2,
      conditions: {
        ko: "그 가운데 3×3 비교에서 남은 봉우리의 수예요. NMS는 없어요.",
        en: "Peaks among them by the 3×3 comparison, without an NMS.",
      },
    },
    "with-nms": {
      ...onScenes,
      value: report.shown.with,
      digits: 2,
      baseline: { value: report.shown.without, of: { ko: "NMS가 없는 때예요.", en: "Without an NMS." } },
      conditions: {
        ko: "0.3 이상인 검출의 수예요. 우리 것에 딸린 IoU 0.6의 NMS까지 지났어요.",
        en: "Detections at 0.3 or more after the NMS at an IoU of 0.6 that ours is shipped with.",
      },
    },
    twice: {
      ...onObjects,
      value: report.twice.without,
      unit: "%",
      digits: 1,
      n: report.objects,
      baseline: { value: report.twice.with, of: { ko: "IoU 0.6의 NMS까지 지난 때예요.", en: "With an NMS at an IoU of 0.6 as well." } },
      conditions: {
        ko: `검출 둘 이상이 찾은 물체의 몫이에요(0.3 이상, 클래스가 맞고 IoU 0.5 이상, NMS 없이). 장면 ${scenes}개.`,
        en: `Objects that two or more detections find (0.3 or more, right class, IoU of 0.5 or more, no NMS), ${scenes} scenes.`,
      },
    },
    ...Object.fromEntries(beside),
    middle: {
      ...onObjects,
      value: report.middle,
      digits: 2,
      n: report.sure,
      baseline: { value: report.beside[0], of: { ko: "오프셋을 쓴 때예요.", en: "With the offset." } },
      conditions: {
        ko: "오프셋 대신 칸의 한가운데를 상자의 가운데로 삼은 평균 IoU예요.",
        en: "Mean IoU where the middle of the cell stands for the centre, instead of the offset.",
      },
    },
  };
}
