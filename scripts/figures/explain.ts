import type { Figure, Figures } from "@/lib/challenges/figures";

interface ByClassifier<T> {
  readonly biased: T;
  readonly fair: T;
}

/** A biased sibling beside the fair classifier: heat on the cue where the cue has a place, and what the cue does to the class. */
export interface BiasRow {
  readonly heat: ByClassifier<{ readonly gradCam: number; readonly occlusion: number }> | null;
  readonly effect: ByClassifier<{ readonly withCue: number; readonly withoutCue: number }>;
}

/** What bench/explain-report.json holds of the fair classifier. */
export interface ExplainReport {
  readonly backend: string;
  readonly layer: string;
  readonly scenes: {
    readonly quick: number;
    readonly slow: number;
    readonly causal: number;
    readonly sanity: number;
    readonly bias: number;
  };
  /** Mean share of the picture that the box of the object asked for fills: how often a pixel picked blindly lies in it. */
  readonly chance: number;
  readonly methods: Readonly<Record<string, { readonly scenes: number; readonly pointing: number; readonly classes: number }>>;
  readonly curves: Readonly<Record<string, { readonly deletion: number; readonly insertion: number }>>;
  readonly sanity: readonly {
    readonly layers: string;
    readonly maps: Readonly<Record<string, { readonly rank: number; readonly ssim: number }>>;
  }[];
  readonly biases: Readonly<Record<string, BiasRow>>;
}

const SCRIPT = "npm run explain-report";
const METHODS = {
  "grad-cam": "Grad-CAM",
  saliency: "saliency",
  guided: "guided backprop",
  deconvnet: "deconvnet",
  "guided-grad-cam": "Guided Grad-CAM",
} as const;
const SCENE = { ko: "장면", en: "scene" };

/** The figures of the topic guided-backprop. */
export function guidedBackprop(report: ExplainReport): Figures {
  const likeness = Object.entries(METHODS).map(([id, name]): [string, Figure] => {
    const { classes, scenes } = report.methods[name];
    return [
      `likeness-${id}`,
      {
        value: classes,
        digits: 2,
        n: scenes,
        of: SCENE,
        seeds: "explain/test/0 …",
        conditions: {
          ko: `배운 그림체로 새로 만든, 물체가 둘인 장면에서 두 클래스를 물은 ${name} 맵의 순위 상관을 평균했어요.`,
          en: `Mean rank correlation of the ${name} maps for the two classes of new two-object scenes, in drawing styles seen in training.`,
        },
        script: SCRIPT,
      },
    ];
  });
  const pointing = Object.entries(METHODS).map(([id, name]): [string, Figure] => {
    const row = report.methods[name];
    return [
      `pointing-${id}`,
      {
        value: row.pointing,
        unit: "%",
        digits: 0,
        n: 2 * row.scenes,
        of: { ko: "물음", en: "question" },
        seeds: "explain/test/0 …",
        baseline: {
          value: report.chance,
          of: { ko: "아무 픽셀이나 고르기", en: "any pixel, picked blindly" },
        },
        conditions: {
          ko: `물체가 둘인 장면에서 하나씩 물었을 때, ${name} 맵의 가장 뜨거운 픽셀이 물어본 물체의 상자 안에 있던 비율이에요.`,
          en: `How often the hottest pixel of the ${name} map lies in the box of the object asked for, on scenes with two objects.`,
        },
        script: SCRIPT,
      },
    ];
  });
  const random = [1, 2, 3].flatMap((depth) =>
    (["grad-cam", "saliency", "guided"] as const).map((id): [string, Figure] => [
      `random-${depth}-${id}`,
      {
        value: report.sanity[depth].maps[METHODS[id]].rank,
        digits: 2,
        n: report.scenes.sanity,
        of: SCENE,
        seeds: "explain/test/10000 …, sanity/0 …",
        conditions: {
          ko: `위의 층 ${depth}개를 무작위로 바꾼 신경망과 배운 신경망의 ${METHODS[id]} 맵의 순위 상관을 평균했어요. 부호는 빼고 크기만 견줘요.`,
          en: `Mean rank correlation of the ${METHODS[id]} map with the trained network's, the top ${depth === 1 ? "layer" : `${depth} layers`} random; sizes without signs.`,
        },
        script: SCRIPT,
      },
    ]),
  );
  return Object.fromEntries([...likeness, ...pointing, ...random]);
}
