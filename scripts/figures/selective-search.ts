import type { Figure, Figures } from "@/lib/challenges/figures";
import type { Text } from "@/lib/words";

/** How many boxes of a ranked list are kept, where recall is measured. */
export const COUNTS = [1, 2, 5, 10, 25, 50, 75, 100, 150, 200] as const;

/** What bench/selective-search-report.json holds. Shares are of objects; a box finds one from IoU .5 on, in `alone` from .7 on. */
export interface SelectiveSearchReport {
  readonly scenes: number;
  readonly objects: number;
  readonly seeds: string;
  /** Means a scene. */
  readonly segments: number;
  readonly boxes: Readonly<Record<"one" | "fast" | "fine" | "same" | "sameFine", number>>;
  readonly stages: Readonly<
    Record<
      | "segments"
      | "hierarchy"
      | "calm"
      | "clutter"
      | "lastFive"
      | "randomFive"
      | "randomSegments"
      | "bestIsSegment"
      | "bestInFirstHalf"
      | "bestInSecondHalf",
      number
    >
  >;
  /** One share for each of COUNTS. */
  readonly recall: Readonly<Record<"fast" | "one" | "random", readonly number[]>>;
  readonly all: Readonly<Record<"fast" | "random" | "randomThousand" | "overlap", number>>;
  readonly sameCount: Readonly<Record<"one" | "eight" | "random" | "fine" | "eightAsFine" | "randomAsFine", number>>;
  readonly orders: Readonly<Record<"ranked" | "top" | "chance", number>>;
  readonly alone: Readonly<Record<"colour" | "texture" | "size" | "fill" | "together" | "random", number>>;
}

const SCRIPT = "node scripts/run.mjs scripts/selective-search-report.ts";
const OBJECT = { ko: "물체", en: "object" };
const SCENE = { ko: "장면", en: "scene" };
const RANDOM: Text = { ko: "아무 데나 놓은 같은 수의 상자", en: "as many boxes put anywhere" };

/** The figures of the topic selective-search. */
export function selectiveSearch({
  scenes,
  objects,
  seeds,
  segments,
  boxes,
  stages,
  all,
  sameCount,
  orders,
  alone,
  recall,
}: SelectiveSearchReport): Figures {
  const mean = (value: number, conditions: Text): Figure => ({ value, digits: 0, n: scenes, of: SCENE, seeds, conditions, script: SCRIPT });
  const share = (value: number, conditions: Text, blind?: number, of: Text = RANDOM): Figure => ({
    value,
    unit: "%",
    digits: 0,
    n: objects,
    of: OBJECT,
    seeds,
    ...(blind === undefined ? {} : { baseline: { value: blind, of } }),
    conditions,
    script: SCRIPT,
  });
  const ten = COUNTS.indexOf(10);
  const covered = (ko: string, en: string): Text => ({
    ko: `${ko} IoU 0.5 이상으로 덮인 물체의 비율이에요. 그림은 112픽셀이에요.`,
    en: `Share of objects covered with IoU 0.5 or more by ${en}; pictures of 112 pixels.`,
  });
  const tight = (name: Text): Text => ({
    ko: `${name.ko} 한 번 묶었을 때 IoU 0.7 이상으로 덮인 물체의 비율이에요. HSV, k = 100이에요.`,
    en: `Share of objects covered with IoU 0.7 or more by one grouping by ${name.en}; HSV, k = 100.`,
  });
  const best = (ko: string, en: string): Text => ({
    ko: `한 번의 묶기로 덮인 물체 가운데 가장 잘 맞는 상자가 ${ko}에서 나온 비율이에요.`,
    en: `Of the objects that one grouping covers, the share whose best box comes from ${en}.`,
  });
  const order = (ko: string, en: string): Text =>
    covered(`한 번 묶은 상자를 ${ko} 줄 세운 앞의 10개로`, `the first 10 boxes of one grouping, ordered ${en}`);
  return {
    "segments-mean": mean(segments, {
      ko: "한 그림의 처음 조각 수의 평균이에요. HSV, k = 100이에요.",
      en: "Mean number of first segments; HSV, k = 100.",
    }),
    "boxes-one": mean(boxes.one, {
      ko: "한 번 묶었을 때 서로 다른 상자 수의 평균이에요.",
      en: "Mean number of different boxes of one grouping.",
    }),
    "boxes-fast": mean(boxes.fast, {
      ko: "빠른 방식으로 여덟 번 묶었을 때 서로 다른 상자 수의 평균이에요.",
      en: "Mean number of different boxes of the eight groupings of fast mode.",
    }),
    "boxes-fine": mean(boxes.sameFine, {
      ko: "k = 10으로 한 번 묶기와 여덟 번 묶기에서 같은 수로 견준 상자 수의 평균이에요.",
      en: "Mean number of boxes at which one grouping with k = 10 and eight groupings were compared.",
    }),
    "covered-segments": share(
      stages.segments,
      covered("한 번의 묶기에서 처음 조각만으로", "the first segments of one grouping alone"),
      stages.randomSegments,
    ),
    "covered-hierarchy": share(
      stages.hierarchy,
      covered("한 번의 묶기에서 나온 모든 영역으로", "all regions of one grouping"),
      sameCount.random,
    ),
    "covered-last": share(
      stages.lastFive,
      covered("마지막에 남은 영역 다섯 개로", "the last five regions of one grouping"),
      stages.randomFive,
    ),
    "covered-calm": share(
      stages.calm,
      covered("잔잔한 바탕에서 한 번의 묶기로", "one grouping on calm grounds (flat, gradient, paper)"),
      sameCount.random,
    ),
    "covered-clutter": share(
      stages.clutter,
      covered("어수선한 바탕에서 한 번의 묶기로", "one grouping on cluttered grounds"),
      sameCount.random,
    ),
    "best-segment": share(stages.bestIsSegment, best("처음 조각", "a first segment")),
    "best-first-half": share(stages.bestInFirstHalf, best("합치기의 앞 절반", "the first half of the merges")),
    "best-second-half": share(stages.bestInSecondHalf, best("합치기의 뒤 절반", "the second half of the merges")),
    "covered-fast": share(all.fast, covered("빠른 방식의 모든 상자로", "all boxes of fast mode"), all.random),
    "same-one": share(sameCount.one, covered("한 번의 묶기가 낸 상자 전부로", "all boxes of one grouping"), sameCount.random),
    "same-eight": share(
      sameCount.eight,
      covered("여덟 번의 묶기에서 같은 수만 남긴 상자로", "as many boxes of eight groupings, best ranked first"),
      sameCount.random,
    ),
    "fine-one": share(
      sameCount.fine,
      covered(
        "k = 10으로 한 번 묶은 상자를 여덟 번과 같은 수만 남겨서",
        "one grouping with k = 10, cut to as many boxes as eight groupings have",
      ),
      sameCount.randomAsFine,
    ),
    "fine-eight": share(
      sameCount.eightAsFine,
      covered("여덟 번의 묶기로, k = 10인 한 번과 같은 수의 상자로", "eight groupings, at as many boxes as one with k = 10"),
      sameCount.randomAsFine,
    ),
    "order-ranked": share(orders.ranked, order("단계 × 무작위 수의 순서로", "by place times a random number"), recall.random[ten]),
    "order-top": share(orders.top, order("큰 것부터 단계의 순서로만", "strictly from the whole picture down"), recall.random[ten]),
    "order-chance": share(orders.chance, order("제비뽑기로만", "by chance alone"), recall.random[ten]),
    "alone-colour": share(alone.colour, tight({ ko: "색만 보고", en: "colour alone" }), alone.random),
    "alone-texture": share(alone.texture, tight({ ko: "질감만 보고", en: "texture alone" }), alone.random),
    "alone-size": share(alone.size, tight({ ko: "크기만 보고", en: "size alone" }), alone.random),
    "alone-fill": share(alone.fill, tight({ ko: "채움만 보고", en: "fill alone" }), alone.random),
    "measures-together": share(alone.together, tight({ ko: "넷을 더해서", en: "the sum of all four" }), alone.random),
  };
}
