import type { Figure, Figures } from "@/lib/challenges/figures";

interface Sums {
  readonly right: number;
  readonly given: number;
}

/** What scripts/detr-report.ts measured. */
export interface DetrReport {
  readonly scenes: number;
  readonly seeds: string;
  /** Of the model's card. */
  readonly steps: number;
  readonly map50: number;
  readonly objects: number;
  /** Answers of .5 and more; the share of their attention in their own box, and of the cells that it covers. */
  readonly speaking: number;
  readonly attention: number;
  readonly cells: number;
  /** Objects with a query by the matching; those whose nearest reference point is that query's; the most that one query has. */
  readonly matched: number;
  readonly nearest: number;
  readonly busiest: number;
  /** For each query: how many classes it has named, and how often it has spoken. */
  readonly classes: readonly number[];
  readonly spoke: readonly number[];
  /** [first, last decoder layer]: objects found once or more, and more than once. */
  readonly found: readonly [number, number] | readonly number[];
  readonly twice: readonly [number, number] | readonly number[];
  /** Right and given answers without NMS, and with one within the classes at .5. */
  readonly plain: Sums;
  readonly suppressed: Sums;
  /** Scenes whose matching the cheapest pair first finds as well; those where each object's cheapest query will do. */
  readonly greedy: number;
  readonly cheapest: number;
  /** The same share of the challenge's draws at level 2. */
  readonly drawnGreedy: number;
}

export function detr(report: DetrReport): Figures {
  const { scenes, seeds, objects, speaking } = report;
  const script = "npm run detr-report";
  const share = { unit: "%", seeds, script } as const;
  const ofObjects = { ...share, n: objects, of: { ko: "물체", en: "object" } } as const;
  const ofScenes = { ...share, n: scenes, of: { ko: "장면", en: "scene" } } as const;
  const ofAnswers = { ...share, n: speaking, of: { ko: "답", en: "answer" } } as const;
  const twice = (layer: 0 | 1, ko: string, en: string): Figure => ({
    ...ofObjects,
    value: report.twice[layer] / objects,
    digits: 1,
    conditions: {
      ko: `${ko} 점수 0.5 이상, 클래스가 맞고 IoU 0.5 이상인 답이 둘 이상인 물체의 몫이에요. 우리 DETR, 장면 ${scenes}개.`,
      en: `Objects with two or more answers of 0.5 and more that name the class and overlap by 0.5, ${en}; our DETR, ${scenes} scenes.`,
    },
  });
  const precision = ({ right, given }: Sums) => right / given;
  return {
    map: {
      n: 300,
      of: { ko: "장면", en: "scene" },
      seeds: "test/…",
      script: "npm run train -- detr",
      value: report.map50,
      digits: 2,
      conditions: {
        ko: `우리 DETR의 mAP@.5예요. ${report.steps}걸음 학습, 학습에 쓴 그림체의 시험 장면(모델 카드).`,
        en: `mAP@.5 of our DETR after ${report.steps} steps, on test scenes in styles it was trained on (the model's card).`,
      },
    },
    "attention-inside": {
      ...ofAnswers,
      value: report.attention,
      digits: 0,
      baseline: {
        value: report.cells,
        of: {
          ko: "그 상자(반 칸 넓힌)가 덮는 칸의 몫이에요. 고르게 보면 이만큼이에요.",
          en: "The share of cells that this box covers: what looking everywhere alike would give.",
        },
      },
      conditions: {
        ko: `점수 0.5 이상으로 답한 질의의 마지막 층 어텐션 가운데 제 상자(반 칸 넓힌) 안의 몫이에요. 장면 ${scenes}개.`,
        en: `Of the last layer's attention of queries that answer with 0.5 or more, the share inside their own box, grown by half a cell; ${scenes} scenes.`,
      },
    },
    "nearest-reference": {
      ...share,
      n: report.matched,
      of: { ko: "물체", en: "object" },
      value: report.nearest / report.matched,
      digits: 0,
      baseline: {
        value: report.busiest / report.matched,
        of: { ko: "언제나 가장 바쁜 질의라고 답할 때예요.", en: "Always naming the busiest query." },
      },
      conditions: {
        ko: `짝짓기가 고른 질의가 물체 가운데에 기준점이 가장 가까운 질의인 물체의 몫이에요. 장면 ${scenes}개.`,
        en: `Objects whose query by the matching is the one with the nearest reference point; ${scenes} scenes.`,
      },
    },
    "classes-least": {
      n: report.classes.length,
      of: { ko: "질의", en: "query" },
      seeds,
      script,
      value: Math.min(...report.classes),
      digits: 0,
      baseline: { value: 1, of: { ko: "질의가 클래스라면 이 수예요.", en: "What it would be if queries were classes." } },
      conditions: {
        ko: `질의 스물 가운데 가장 적은 클래스로 답한 질의의 클래스 수예요(점수 0.5 이상, 장면 ${scenes}개, 클래스 스무 가지).`,
        en: `The fewest classes that any of the twenty queries named, with 0.5 or more, in ${scenes} scenes of twenty classes.`,
      },
    },
    twice: twice(1, "마지막 층에서", "after the last decoder layer"),
    "twice-first": twice(0, "첫째 디코더 층에서", "after the first decoder layer"),
    "precision-nms": {
      ...ofAnswers,
      n: report.suppressed.given,
      value: precision(report.suppressed),
      digits: 0,
      baseline: { value: precision(report.plain), of: { ko: "NMS 없이예요.", en: "Without NMS." } },
      conditions: {
        ko: "클래스마다 IoU 0.5로 NMS를 한 뒤의 정밀도예요(점수 0.5 이상).",
        en: "Precision at a score of 0.5 after NMS within the classes at an IoU of 0.5.",
      },
    },
    "recall-nms": {
      ...ofObjects,
      value: report.suppressed.right / objects,
      digits: 1,
      baseline: { value: report.plain.right / objects, of: { ko: "NMS 없이예요.", en: "Without NMS." } },
      conditions: { ko: "클래스마다 IoU 0.5로 NMS를 한 뒤의 재현율이에요.", en: "Recall after NMS within the classes at an IoU of 0.5." },
    },
    "greedy-enough": {
      ...ofScenes,
      value: report.greedy / scenes,
      digits: 0,
      baseline: {
        value: report.drawnGreedy,
        of: { ko: "이 주제의 문제 2단계에서예요(그렇게 뽑았어요).", en: "In this topic's challenge at level 2, which is drawn so." },
      },
      conditions: {
        ko: "우리 DETR과 장면에서, 싼 짝부터 이어도 가장 싼 짝짓기가 되는 장면의 몫이에요.",
        en: "Scenes in which joining the cheapest pairs first gives the cheapest matching as well; our trained DETR.",
      },
    },
  };
}
