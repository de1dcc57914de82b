import type { LossRecord, MomentId } from "@/content/topics/focal-loss/recording";
import {
  binsOfMoment,
  CROSS_ENTROPY,
  sumsOf,
  totalOf,
  type Loss,
  type Quantity,
  type Who,
} from "@/content/topics/focal-loss/simulationModel";
import { TEST_SCENES, type TrainingRecord } from "@/content/topics/focal-loss/training";
import type { Figure, Figures } from "@/lib/challenges/figures";
import type { Text } from "@/lib/words";
import { mean } from "../numbers";

const PAPER: Loss = { gamma: 2, alpha: -1 };
const SCENE = { ko: "장면", en: "scene" } as const;

const MOMENTS: Readonly<Record<"no-prior" | "prior" | "late", Text>> = {
  "no-prior": { ko: "학습하기 전, π 없이", en: "untrained, without a prior" },
  prior: { ko: "학습하기 전, π = 0.01", en: "untrained, π = 0.01" },
  late: { ko: "학습이 끝난 뒤", en: "trained" },
};
const WHO: Readonly<Record<Exclude<Who, "hard">, Text>> = {
  easy: { ko: "쉬운 배경(pₜ ≥ 0.9)", en: "easy background (pₜ ≥ 0.9)" },
  object: { ko: "물체", en: "objects" },
};
const WHAT: Readonly<Record<Quantity, Text>> = {
  value: { ko: "손실 값", en: "loss value" },
  gradient: { ko: "기울기 크기", en: "gradient" },
};

/** The figures of the topic focal-loss, from the recorded losses of RetinaNet and the recorded training of small heads. */
export function focalLoss(losses: LossRecord, training: TrainingRecord): Figures {
  const binsOf = (id: MomentId) => {
    const moment = losses.moments.find((other) => other.id === id);
    if (!moment) throw new Error(`losses.json has no moment ${id}`);
    return binsOfMoment(moment);
  };
  const recorded = {
    n: losses.scenes,
    of: SCENE,
    seeds: `validation/0 … ${losses.scenes - 1}`,
    script: "node scripts/run.mjs scripts/focal/record-losses.ts",
  };
  const share = (id: "prior" | "late", who: "easy" | "object", loss: Loss, quantity: Quantity): Figure => {
    const bins = binsOf(id);
    const of = (sums: ReturnType<typeof sumsOf>) => sums[who] / totalOf(sums);
    const name =
      loss.gamma === 0 ? { ko: "교차 엔트로피", en: "cross-entropy" } : { ko: "focal loss(γ 2, α 없이)", en: "focal loss (γ 2, α off)" };
    return {
      value: of(sumsOf(bins, loss, quantity)),
      unit: "%",
      digits: 1,
      ...recorded,
      baseline: {
        value: of(sumsOf(bins, loss, "count")),
        of: { ko: "모든 곳이 똑같이 셀 때의 몫", en: "the share if every place weighed the same" },
      },
      conditions: {
        ko: `우리 RetinaNet의 모든 앵커와 클래스, ${MOMENTS[id].ko}: ${name.ko}의 ${WHAT[quantity].ko} 합에서 ${WHO[who].ko}의 몫이에요.`,
        en: `All anchors and classes of our RetinaNet, ${MOMENTS[id].en}: share of ${WHO[who].en} in the summed ${WHAT[quantity].en} of ${name.en}.`,
      },
    };
  };
  const entropy = (id: "no-prior" | "prior") => totalOf(sumsOf(binsOf(id), CROSS_ENTROPY, "value"));

  const aps = (setting: "plain" | "no-prior", gamma: number) => {
    const row = training.sweep.find((each) => each.setting === setting && each.gamma === gamma);
    if (!row) throw new Error(`training.json has no ${setting} at γ ${gamma}`);
    return row.ap;
  };
  const trained = {
    digits: 3,
    n: TEST_SCENES,
    of: SCENE,
    seeds: training.seeds.join(", "),
    script: "node scripts/run.mjs scripts/focal/record-training.ts",
    baseline: { value: training.blind, of: { ko: "아무것도 모르는 순위", en: "a ranking that knows nothing" } },
  };
  const ap = (setting: "plain" | "no-prior", gamma: number): Figure => ({
    ...trained,
    value: mean(aps(setting, gamma)),
    conditions: {
      ko: `얼린 백본 위의 작은 머리를 ${training.steps}스텝 학습한 뒤의 AP, 학습 장면 ${training.seeds.length}벌의 평균이에요(γ ${gamma}, π ${setting === "plain" ? 0.01 : 0.5}, α 없이).`,
      en: `AP of a small head on a frozen backbone after ${training.steps} steps, mean over ${training.seeds.length} draws of training scenes (γ ${gamma}, π ${setting === "plain" ? 0.01 : 0.5}, α off).`,
    },
  });
  const plain = aps("plain", 0);
  return {
    "prior-entropy-easy": share("prior", "easy", CROSS_ENTROPY, "value"),
    "prior-focal-easy": share("prior", "easy", PAPER, "value"),
    "late-entropy-easy": share("late", "easy", CROSS_ENTROPY, "value"),
    "late-entropy-object": share("late", "object", CROSS_ENTROPY, "value"),
    "late-focal-easy": share("late", "easy", PAPER, "value"),
    "late-focal-object": share("late", "object", PAPER, "value"),
    "late-focal-object-gradient": share("late", "object", PAPER, "gradient"),
    "prior-times": {
      value: entropy("no-prior") / entropy("prior"),
      digits: 0,
      ...recorded,
      baseline: { value: 1, of: { ko: "π가 아무 일도 하지 않을 때", en: "if π did nothing" } },
      conditions: {
        ko: "학습하기 전 교차 엔트로피의 합이 π 없이 시작하면 π = 0.01로 시작할 때의 몇 배인지예요.",
        en: "The untrained network's summed cross-entropy without the prior, as a multiple of that with π = 0.01.",
      },
    },
    "ap-entropy": ap("plain", 0),
    "ap-focal": ap("plain", 2),
    "ap-no-prior-entropy": ap("no-prior", 0),
    "ap-no-prior-focal": ap("no-prior", 2),
    "ap-spread": {
      ...trained,
      value: Math.max(...plain) - Math.min(...plain),
      baseline: { value: 0, of: { ko: "학습 장면이 상관없을 때", en: "if the training scenes did not matter" } },
      conditions: {
        ko: `같은 교차 엔트로피로 학습 장면만 바꿨을 때 가장 좋은 AP와 가장 나쁜 AP의 차이예요(학습 장면 ${training.seeds.length}벌).`,
        en: `Best minus worst AP of the same cross-entropy when the training scenes alone are drawn anew (${training.seeds.length} draws).`,
      },
    },
  };
}
