import type { Figure, Figures } from "@/lib/challenges/figures";
import type { Text } from "@/lib/challenges/text";

/** Lengths of a list of proposals at which recall is measured. */
export const RECALL_COUNTS = [1, 2, 3, 5, 10, 20, 40] as const;

/** What scripts/rpn-report.ts measured. */
export interface RpnReport {
  readonly scenes: number;
  readonly seeds: string;
  readonly objects: number;
  /** Objects covered by the first so many boxes: the RPN with NMS and without, anchors at random, selective search. */
  readonly recall: Readonly<Record<"nms" | "raw" | "random" | "search", readonly number[]>>;
  /** Anchors of a scene that score above .5. */
  readonly hot: number;
  /** Those of them that overlap an object by a half at least; their mean IoU with it before and after the deltas, the share that gains. */
  readonly pairs: number;
  readonly before: number;
  readonly after: number;
  readonly better: number;
  /** Root mean squares of tx, ty, tw, th of these. */
  readonly spread: readonly number[];
}

export function rpn({ scenes, seeds, objects, recall, hot, pairs, before, after, better, spread }: RpnReport): Figures {
  const script = "npm run rpn-report";
  const onObjects = { n: objects, of: { ko: "물체", en: "object" }, seeds, script, unit: "%", digits: 0 } as const;
  const onPairs = { n: pairs, of: { ko: "앵커", en: "anchor" }, seeds, script } as const;
  const blind: Text = { ko: "아무 앵커나 같은 수만큼 뽑았을 때예요.", en: "As many anchors taken at random." };
  const share = (list: "nms" | "raw" | "search", count: (typeof RECALL_COUNTS)[number], ko: string, en: string): Figure => {
    const at = RECALL_COUNTS.indexOf(count);
    return {
      ...onObjects,
      // Of a long list nearly all is covered: there a whole per cent would say "all".
      digits: count > 10 ? 1 : 0,
      value: recall[list][at],
      baseline: { value: recall.random[at], of: blind },
      conditions: {
        ko: `${ko} 앞에서부터 ${count}개 가운데 하나라도 IoU 0.5 이상으로 덮은 물체의 몫이에요. 장면 ${scenes}개.`,
        en: `Share of objects that one of the first ${count} ${en} covers with an IoU of 0.5 or more, in ${scenes} scenes.`,
      },
    };
  };
  const many = (list: "nms" | "raw" | "search", ko: string, en: string) =>
    Object.fromEntries(([3, 40] as const).map((count) => [`${list}-${count}`, share(list, count, ko, en)]));
  const root = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
  const size = (name: string, value: number, ko: string, en: string): Figures => ({
    [name]: {
      ...onPairs,
      value,
      digits: 2,
      conditions: {
        ko: `점수가 0.5를 넘고 물체와 IoU 0.5 이상 겹치는 앵커에서 ${ko}의 제곱평균제곱근이에요. 장면 ${scenes}개.`,
        en: `Root mean square of ${en}, over anchors that score above 0.5 and overlap an object by 0.5 or more, in ${scenes} scenes.`,
      },
    },
  });
  return {
    ...many("nms", "우리 RPN의 후보", "proposals of our RPN"),
    ...many("raw", "NMS 없이 점수 순으로 늘어놓은 우리 RPN의 상자", "boxes of our RPN by score, without NMS,"),
    "search-40": share("search", 40, "우리 선택적 탐색의 후보", "proposals of our selective search"),
    hot: {
      n: scenes,
      of: { ko: "장면", en: "scene" },
      seeds,
      script,
      value: hot,
      digits: 0,
      baseline: { value: objects / scenes, of: { ko: "장면에 있는 물체의 수예요.", en: "Objects in a scene." } },
      conditions: {
        ko: "앵커 1,764개 가운데 물체 점수가 0.5를 넘는 것의 장면당 평균이에요.",
        en: "Mean number of the 1,764 anchors of a scene that score above 0.5.",
      },
    },
    moved: {
      ...onPairs,
      value: after,
      digits: 2,
      baseline: { value: before, of: { ko: "옮기지 않은 앵커 그대로의 평균 IoU예요.", en: "The anchors as they stand." } },
      conditions: {
        ko: `점수가 0.5를 넘고 물체와 IoU 0.5 이상 겹치는 앵커가 델타를 따라 옮겨 간 뒤, 그 물체와의 평균 IoU예요. 장면 ${scenes}개.`,
        en: `Mean IoU with their object of decoded boxes, for anchors that score above 0.5 and overlap one by 0.5 or more, in ${scenes} scenes.`,
      },
    },
    better: {
      ...onPairs,
      value: better,
      unit: "%",
      digits: 0,
      baseline: { value: 0.5, of: { ko: "옮기기가 제비뽑기라면 절반이에요.", en: "If moving were a toss of a coin." } },
      conditions: {
        ko: "그런 앵커 가운데 옮겨 간 뒤 IoU가 커진 것의 몫이에요.",
        en: "Share of these anchors whose IoU grew.",
      },
    },
    ...size("spread-shift", root(spread.slice(0, 2)), "tx와 ty", "tx and ty"),
    ...size("spread-size", root(spread.slice(2)), "tw와 th", "tw and th"),
  };
}
