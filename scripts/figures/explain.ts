import type { Figure, Figures } from "@/lib/challenges/figures";
import type { Text } from "@/lib/words";
import type { ClassRow } from "../explain/classes";

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
  /** How far each method's map depends on the class; "edges" is an edge detector that sees the picture alone. */
  readonly methods: Readonly<Record<string, ClassRow>>;
  /** Some of them on a drawing style that was never trained on. */
  readonly held: Readonly<Record<string, ClassRow>>;
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
  edges: "edges",
} as const;
/** How a method's map is called in a sentence. */
const mapOf = (name: string): Text =>
  name === "edges"
    ? { ko: "그림만 보는 윤곽 검출기의 맵", en: "the map of an edge detector that sees the picture alone" }
    : { ko: `${name} 맵`, en: `the ${name} map` };
const SCENE = { ko: "장면", en: "scene" };
const QUESTION = { ko: "질문", en: "question" };
/** What a map that is the same whatever is asked, or whatever the weights are, has by definition. */
const SAME_WHATEVER_IS_ASKED = { ko: "어느 클래스를 보든 같은 맵", en: "the same map, whatever is asked" };
const SAME_WHATEVER_THE_WEIGHTS = { ko: "가중치를 보지 않는 맵", en: "a map that does not see the weights" };
const EDGES = { ko: "그림만 보는 윤곽 검출기", en: "an edge detector that sees the picture alone" };

/** The figures of one reading of every method. */
function readings(
  prefix: string,
  report: ExplainReport,
  figure: (row: ClassRow, map: Text) => Pick<Figure, "value" | "digits" | "n" | "of" | "baseline" | "conditions"> & { readonly unit?: "%" },
): [string, Figure][] {
  return Object.entries(METHODS).map(([id, name]) => {
    const { baseline, ...measured } = figure(report.methods[name], mapOf(name));
    // The edge detector is itself blind to the question.
    const blind = name === "edges" ? {} : { baseline };
    return [`${prefix}-${id}`, { ...measured, ...blind, seeds: "explain/test/0 …", script: SCRIPT }];
  });
}

/** The figures of the topic guided-backprop. */
export function guidedBackprop(report: ExplainReport): Figures {
  const blindPointing = { value: report.methods.edges.pointing, of: EDGES };
  const pointing = readings("pointing", report, (row, map) => ({
    value: row.pointing,
    unit: "%",
    digits: 0,
    n: 2 * row.scenes,
    of: QUESTION,
    baseline: blindPointing,
    conditions: {
      ko: `물체가 둘인 새 장면에서 물체마다 그 클래스의 맵을 그렸을 때, ${map.ko}의 가장 뜨거운 픽셀이 보려는 물체의 상자 안에 있던 비율이에요.`,
      en: `How often the hottest pixel of ${map.en} lies in the box of the object asked for, on new scenes with two objects, each asked for once.`,
    },
  }));
  const absent = readings("absent", report, (row, map) => ({
    value: row.absent,
    unit: "%",
    digits: 0,
    n: 2 * row.scenes,
    of: QUESTION,
    baseline: blindPointing,
    conditions: {
      ko: `장면에 없는 클래스의 ${map.ko}으로 같은 질문들에 답했을 때 맞은 비율이에요.`,
      en: `The share of the same questions answered rightly by ${map.en} for a class that the scene does not show.`,
    },
  }));
  const share = readings("share", report, (row, map) => ({
    value: row.share,
    digits: 2,
    n: 2 * row.scenes,
    of: QUESTION,
    baseline: { value: 0.5, of: SAME_WHATEVER_IS_ASKED },
    conditions: {
      ko: `${map.ko}에서 두 물체의 상자에 놓인 열기 가운데, 보려는 물체의 상자에 놓인 몫의 평균이에요.`,
      en: `Mean share of the heat of ${map.en} on the two objects' boxes that lies on the one asked for.`,
    },
  }));
  const likeness = readings("likeness", report, (row, map) => ({
    value: row.classes,
    digits: 2,
    n: row.scenes,
    of: SCENE,
    baseline: { value: 1, of: SAME_WHATEVER_IS_ASKED },
    conditions: {
      ko: `배운 그림체로 새로 만든, 물체가 둘인 장면에서 두 클래스의 두 맵(${map.ko})의 순위 상관을 그림 전체에서 평균했어요.`,
      en: `Mean rank correlation over the whole picture between ${map.en} for one class and for the other, on new two-object scenes in drawing styles seen in training.`,
    },
  }));
  const inside = readings("inside", report, (row, map) => ({
    value: row.inside,
    digits: 2,
    n: row.scenes,
    of: SCENE,
    baseline: { value: 1, of: SAME_WHATEVER_IS_ASKED },
    conditions: {
      ko: `두 클래스의 두 맵(${map.ko})의 순위 상관을 두 물체의 상자 안 픽셀에서만 재서 평균했어요.`,
      en: `Mean rank correlation between ${map.en} for one class and for the other, over the pixels of the two objects' boxes alone.`,
    },
  }));
  const towards: Figure = {
    value: report.methods[METHODS.guided].towards,
    unit: "%",
    digits: 0,
    n: report.methods[METHODS.guided].scenes,
    of: SCENE,
    seeds: "explain/test/0 …",
    baseline: { value: 0.5, of: { ko: "동전 던지기", en: "a coin" } },
    conditions: {
      ko: "guided backprop 맵에서 한 물체의 몫이, 그 물체의 클래스로 그렸을 때가 다른 클래스로 그렸을 때보다 컸던 장면의 비율이에요.",
      en: "The share of scenes in which an object's share of the guided backprop map was larger when that object was asked for than when the other one was.",
    },
    script: SCRIPT,
  };
  const anyPixel: Figure = {
    value: report.chance,
    unit: "%",
    digits: 0,
    n: 2 * report.scenes.quick,
    of: QUESTION,
    seeds: "explain/test/0 …",
    conditions: {
      ko: "보려는 물체의 상자가 그림에서 차지하는 넓이의 평균, 곧 아무 픽셀이나 골랐을 때 맞을 비율이에요.",
      en: "Mean share of the picture that the box of the object asked for fills: how often any pixel, picked blindly, is right.",
    },
    script: SCRIPT,
  };
  const random = [1, 2, 3, 6].flatMap((depth) =>
    (["grad-cam", "saliency", "guided"] as const).map((id): [string, Figure] => [
      `random-${depth}-${id}`,
      {
        value: report.sanity[depth].maps[METHODS[id]].rank,
        digits: 2,
        n: report.scenes.sanity,
        of: SCENE,
        seeds: "explain/test/10000 …, sanity/0 …",
        baseline: { value: 1, of: SAME_WHATEVER_THE_WEIGHTS },
        conditions: {
          ko: `위의 층 ${depth}개를 무작위로 바꾼 신경망과 배운 신경망의 ${METHODS[id]} 맵의 순위 상관을 평균했어요. 부호는 빼고 크기만 견줘요.`,
          en: `Mean rank correlation of the ${METHODS[id]} map with the trained network's, the top ${depth === 1 ? "layer" : `${depth} layers`} random; sizes without signs.`,
        },
        script: SCRIPT,
      },
    ]),
  );
  return Object.fromEntries([
    ...pointing,
    ...absent,
    ...share,
    ...likeness,
    ...inside,
    ["towards-guided", towards],
    ["pointing-any-pixel", anyPixel],
    ...random,
  ]);
}
