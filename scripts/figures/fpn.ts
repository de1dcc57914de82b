import type { Figure, Figures } from "@/lib/challenges/figures";

type Ways = "full" | "noLateral" | "noTopDown" | "neither";

/** What scripts/fpn-report.ts measured. */
export interface FpnReport {
  readonly scenes: number;
  readonly seeds: string;
  /** Bounds of the sizes, √(wh) in pixels: below the first, between two, from the last on. */
  readonly sizes: readonly number[];
  /** Objects of each size. */
  readonly objects: readonly number[];
  /** Of these found, by which parts of P3's sum are there. */
  readonly found: Readonly<Record<Ways, readonly number[]>>;
  /** [size][p3, p4, p5]: on which level the whole network finds them. */
  readonly levels: readonly (readonly number[])[];
}

const total = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0);

export function fpn({ scenes, seeds, sizes, objects, found, levels }: FpnReport): Figures {
  const script = "npm run fpn-report";
  const said = (size: number) =>
    size === 0
      ? { ko: `${sizes[0]}픽셀보다 작은`, en: `below ${sizes[0]} pixels` }
      : size === sizes.length
        ? { ko: `${sizes[size - 1]}픽셀 이상인`, en: `from ${sizes[size - 1]} pixels on` }
        : { ko: `${sizes[size - 1]}픽셀 이상 ${sizes[size]}픽셀 미만인`, en: `from ${sizes[size - 1]} to ${sizes[size]} pixels` };
  const conditions = {
    ko: `장면 ${scenes}개, 크기는 √(wh), 임계값 0.35, IoU 0.5.`,
    en: `${scenes} scenes, size √(wh), cut 0.35, IoU 0.5.`,
  };
  const of = { ko: "물체", en: "object" } as const;
  /** @param way what is left of P3's sum */
  const share = (size: number, way: Ways, ko: string, en: string): Figure => ({
    value: found[way][size] / objects[size],
    unit: "%",
    digits: 0,
    n: objects[size],
    of,
    seeds,
    script,
    baseline:
      way === "full"
        ? { value: found.neither[size] / objects[size], of: { ko: "P3에 아무것도 넣지 않았을 때예요.", en: "With nothing put into P3." } }
        : { value: found.full[size] / objects[size], of: { ko: "온전한 신경망일 때예요.", en: "With the network whole." } },
    conditions: {
      ko: `우리 피라미드가 ${said(size).ko} 물체 가운데 찾은 몫, ${ko}. ${conditions.ko} 다시 학습하지는 않았어요.`,
      en: `Share of the objects ${said(size).en} that our pyramid finds, ${en}. ${conditions.en} Nothing was trained anew.`,
    },
  });
  const level = (size: number, on: number): Figure => ({
    value: levels[size][on] / total(levels[size]),
    unit: "%",
    digits: 0,
    n: total(levels[size]),
    of: { ko: "찾은 물체", en: "found object" },
    seeds,
    script,
    baseline: {
      value: total(levels.map((row) => row[on])) / total(levels.map(total)),
      of: { ko: "크기를 가리지 않은 모든 물체의 몫이에요.", en: "The share among objects of all sizes." },
    },
    conditions: {
      ko: `찾은 ${said(size).ko} 물체 가운데 P${on + 3}에서 찾은 몫이에요. ${conditions.ko}`,
      en: `Of the found objects ${said(size).en}, the share found on P${on + 3}. ${conditions.en}`,
    },
  });
  const [small, large] = [0, sizes.length];
  const without = {
    noLateral: ["옆의 지도 없이", "without the lateral map"],
    noTopDown: ["내려온 지도 없이", "without what comes down"],
  } as const;
  return {
    "small-p3": level(small, 0),
    "middle-p4": level(2, 1),
    "large-p5": level(large, 2),
    "small-full": share(small, "full", "온전할 때", "whole"),
    "small-no-lateral": share(small, "noLateral", ...without.noLateral),
    "small-no-top-down": share(small, "noTopDown", ...without.noTopDown),
    "next-full": share(1, "full", "온전할 때", "whole"),
    "next-no-lateral": share(1, "noLateral", ...without.noLateral),
    "next-no-top-down": share(1, "noTopDown", ...without.noTopDown),
    "middle-full": share(2, "full", "온전할 때", "whole"),
    "middle-no-lateral": share(2, "noLateral", ...without.noLateral),
    "middle-no-top-down": share(2, "noTopDown", ...without.noTopDown),
    "large-full": share(large, "full", "온전할 때", "whole"),
    "large-no-lateral": share(large, "noLateral", ...without.noLateral),
    "large-no-top-down": share(large, "noTopDown", ...without.noTopDown),
  };
}
