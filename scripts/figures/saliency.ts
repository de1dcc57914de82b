import type { Figure, Figures } from "@/lib/challenges/figures";
import type { Text } from "@/lib/words";
import type { ExplainReport } from "./explain";

/** What bench/saliency-report.json holds. Shares from 0 to 1. */
export interface SaliencyReport {
  readonly backend: string;
  readonly scenes: number;
  /** Slopes tried, and how many agree with the way back. */
  readonly tried: number;
  readonly agrees: number;
  /** Median distance of a map's sum from the difference of the scores, as a share of it. */
  readonly gapTimesInput: number;
  readonly gapIntegrated: number;
  readonly steps: number;
  /** Scenes with p > 0.95, and the median of the probability's largest slope as a share of the logit's there. */
  readonly sure: number;
  readonly probabilityShrinks: number;
  /** Mean rank correlation of the maps of one class in two pictures. */
  readonly sameClass: number;
  /** Scenes that nobody chose in which the rules name all five maps. */
  readonly named: number;
}

const SCRIPT = "npm run saliency-report";
const EXPLAIN = "npm run explain-report";
const SCENE = { ko: "장면", en: "scene" };
const SAME: Text = { ko: "무엇을 보든 같은 맵", en: "the same map, whatever is asked" };
/** What the lesson compares by its likeness for two classes, and by its share of heat on the object asked for. */
const LIKENESS = { saliency: "saliency", guided: "guided backprop", deconvnet: "deconvnet", "grad-cam": "Grad-CAM" } as const;
const SHARE = { saliency: "saliency", smoothgrad: "SmoothGrad" } as const;

/** The figures of the topic saliency-backprop. */
export function saliencyBackprop(report: SaliencyReport, { methods }: ExplainReport): Figures {
  const own = { n: report.scenes, of: SCENE, seeds: "saliency/report/0 …", script: SCRIPT };
  const asked = (name: string) => ({ n: methods[name].scenes, of: SCENE, seeds: "explain/test/0 …", script: EXPLAIN });
  const each = (prefix: string, names: Readonly<Record<string, string>>, of: (name: string) => Figure) =>
    Object.entries(names).map(([id, name]) => [`${prefix}-${id}`, of(name)] as const);
  return {
    ...Object.fromEntries([
      ...each("likeness", LIKENESS, (name) => ({
        ...asked(name),
        value: methods[name].classes,
        digits: 2,
        baseline: { value: 1, of: SAME },
        conditions: {
          ko: `물체가 둘인 새 장면에서 두 클래스의 ${name} 맵의 순위 상관을 평균했어요.`,
          en: `Mean rank correlation between the ${name} maps for the two classes of new two-object scenes.`,
        },
      })),
      ...each("share", SHARE, (name) => ({
        ...asked(name),
        value: methods[name].share,
        digits: 2,
        baseline: { value: 0.5, of: SAME },
        conditions: {
          ko: `${name} 맵에서 두 물체의 상자에 놓인 열기 가운데 보려는 물체의 몫을 평균했어요.`,
          en: `Mean share of the ${name} map's heat on the two objects' boxes that lies on the one asked for.`,
        },
      })),
    ]),
    agrees: {
      ...own,
      value: report.agrees,
      unit: "%",
      digits: 0,
      n: report.tried,
      of: { ko: "기울기", en: "slope" },
      conditions: {
        ko: "맵이 큰 픽셀에서 색 하나를 한 단계 올리고 내려 본 점수의 기울기가 역전파의 것과 10% 안에서 같았던 비율이에요.",
        en: "How often one level up and one down at a pixel with a large value gave the slope of the way back to within 10%.",
      },
      baseline: { value: 0, of: { ko: "모두 0인 맵", en: "a map of zeros" } },
    },
    "gap-times-input": {
      ...own,
      value: report.gapTimesInput,
      unit: "%",
      digits: 0,
      conditions: {
        ko: "기울기 × 입력의 합이 S(x) − S(회색)과 어긋난 정도의 중앙값이에요. 차이의 크기로 나눴어요.",
        en: "Median distance of the sum of gradient × input from S(x) − S(grey), as a share of that difference.",
      },
      baseline: { value: 1, of: { ko: "모두 0인 맵", en: "a map of zeros" } },
    },
    "gap-integrated": {
      ...own,
      value: report.gapIntegrated,
      unit: "%",
      digits: 0,
      conditions: {
        ko: `점 ${report.steps}개로 구한 적분 기울기의 합이 S(x) − S(회색)과 어긋난 정도의 중앙값이에요.`,
        en: `Median distance of the sum of integrated gradients with ${report.steps} points from S(x) − S(grey), as a share of that difference.`,
      },
      baseline: { value: 1, of: { ko: "모두 0인 맵", en: "a map of zeros" } },
    },
    "probability-shrinks": {
      ...own,
      value: report.probabilityShrinks,
      unit: "%",
      digits: 1,
      n: report.sure,
      conditions: {
        ko: "확률이 0.95보다 큰 장면에서 확률의 가장 큰 기울기가 로짓의 가장 큰 기울기의 몇 %인지, 그 중앙값이에요.",
        en: "Where the probability is above 0.95: its largest slope as a share of the logit's largest slope, the median.",
      },
      baseline: { value: 1, of: { ko: "줄지 않는 기울기", en: "slopes that do not shrink" } },
    },
    "same-class": {
      ...own,
      value: report.sameClass,
      digits: 2,
      conditions: {
        ko: "같은 클래스의 물체가 하나씩 있는 두 그림에서 그 클래스의 현저성 맵의 순위 상관을 평균했어요.",
        en: "Mean rank correlation of the saliency maps of one class on two pictures that show one object of it each.",
      },
      baseline: { value: 1, of: { ko: "그림을 보지 않는 맵", en: "a map that ignores the picture" } },
    },
    named: {
      ...own,
      value: report.named,
      unit: "%",
      digits: 0,
      seeds: "saliency/two/100000 …",
      conditions: {
        ko: "고르지 않은 장면에서 2단계의 읽는 법으로 맵 다섯 장의 방법을 모두 맞힌 비율이에요.",
        en: "How often the rules of level 2 name all five maps of scenes that nobody has chosen.",
      },
      baseline: { value: 1 / 120, of: { ko: "아무렇게나 붙인 이름", en: "names given blindly" } },
    },
  };
}
