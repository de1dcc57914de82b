import { labelling } from "@/lib/challenges/answers";
import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { letter } from "@/lib/words";
import { drawInstance, MARGIN } from "./draw";
import { hints } from "./hints";
import {
  LABELS,
  MOST_BOXES,
  optionsOf,
  overlapsOf,
  PENALTY,
  pointsOf,
  slackOf,
  truthOf,
  type Answer,
  type Label,
  type Overlap,
  type View,
} from "./instance";
import { beliefs } from "./rivals";
import { both, reasonOf, ruleOf } from "./words";

export type { Answer, View } from "./instance";

/** A box on the ruler, with its label in each stage that is asked. */
export interface Step extends Overlap {
  readonly box: number;
  readonly labels: readonly Label[];
}

const OPEN = { ko: "이름표가 그림과 맞지 않아요", en: "The labels do not fit the picture" };

/** Label boxes for the three trainings of R-CNN, each by its own rule. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "rcnn-labels",
  topic: "r-cnn",
  version: 1,
  title: { ko: "세 번의 학습, 세 가지 규칙", en: "Three trainings, three rules" },
  skill: { ko: "R-CNN의 세 학습에서 상자를 양성, 배경, 제외로 나눠요", en: "Label boxes for the three trainings of R-CNN" },
  band: { measure: { ko: "상자 수", en: "boxes" }, of: ({ view }) => countBand(view.boxes.length, 2) },
  answerSchema: z.strictObject({
    labels: z
      .array(labelling.schema(z.enum(LABELS), MOST_BOXES))
      .min(1)
      .max(3)
      .readonly(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawInstance(seed, level), truth: null }),
  prompt(view) {
    const { boxes, cls, other, stages, table } = view;
    const name = CLASS_NAMES[cls];
    const measured: Text = table
      ? { ko: "", en: "" }
      : { ko: " IoU는 두 상자를 골라 재요.", en: " Choose two boxes to measure their IoU." };
    // With several trainings the board states the rule of the one that is looked at.
    if (stages.length === 1) {
      const rule = ruleOf(view, stages[0]);
      return {
        ko: `R-CNN이 ${name.ko} 검출을 배워요. 상자 ${boxes.length}개에 이름표를 붙여 보세요. ${rule.ko} 틀린 이름표 하나는 맞은 이름표 ${PENALTY}개를 지워요.`,
        en: `R-CNN learns to detect a ${name.en}. Label these ${boxes.length} boxes. ${rule.en} A wrong label takes ${PENALTY} right ones away.`,
      };
    }
    const beside: Text =
      other === null
        ? { ko: "", en: "" }
        : {
            ko: ` 그림에는 ${CLASS_NAMES[other].ko}도 있어요.`,
            en: ` There is a ${CLASS_NAMES[other].en} in the picture as well.`,
          };
    return {
      ko: `R-CNN이 ${name.ko} 검출을 배워요.${beside.ko} 상자 ${boxes.length}개에 세 학습의 이름표를 붙여 보세요. 셋이 모두 맞아야 상자 하나가 맞아요.${measured.ko}`,
      en: `R-CNN learns to detect a ${name.en}.${beside.en} Label these ${boxes.length} boxes for each of its three trainings. A box is right when all three labels are.${measured.en}`,
    };
  },
  empty: ({ stages, boxes }) => ({ labels: stages.map(() => labelling.empty(boxes.length)) }),
  hints,
  solve: ({ view }) => ({ labels: truthOf(view) }),
  check(view, { labels }) {
    if (labels.length !== view.stages.length) return { ready: false, missing: OPEN };
    const each = view.stages.map((stage, s) =>
      labelling.check(view.boxes.length, labels[s], (label) => optionsOf(view, stage).includes(label)),
    );
    const open = labels.flat().filter((label) => label === null).length;
    if (each.every(({ ready }) => ready)) return { ready: true };
    const misfits = view.stages.some(
      (stage, s) =>
        labels[s].length !== view.boxes.length || labels[s].some((label) => label !== null && !optionsOf(view, stage).includes(label)),
    );
    return { ready: false, missing: misfits ? OPEN : { ko: `이름표 ${open}개를 더 붙여요`, en: `Label ${open} more` } };
  },
  grade({ view }, answer) {
    const truth = truthOf(view);
    const overlaps = overlapsOf(view);
    const right = (stage: number, box: number) => answer.labels[stage]?.[box] === truth[stage][box];
    const parts = view.boxes.map((_, box): Part => {
      const wrong = view.stages.filter((_stage, s) => !right(s, box));
      return {
        id: letter(box),
        label: { ko: `상자 ${letter(box)}`, en: `Box ${letter(box)}` },
        correct: wrong.length === 0,
        earned: view.stages.length - wrong.length,
        total: view.stages.length,
        note: wrong.length === 0 ? undefined : both(wrong.map((stage) => reasonOf(view, stage, overlaps[box]))),
      };
    });
    const points = pointsOf(truth, answer);
    const same = (other: Answer) => JSON.stringify(other.labels) === JSON.stringify(answer.labels);
    return {
      ...points,
      parts,
      steps: overlaps.map((overlap, box) => ({ ...overlap, box, labels: truth.map((list) => list[box]) })),
      misconceptions: same({ labels: truth }) ? [] : believersOf(beliefs, view, same),
      summary: summaryOf(parts, points),
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence: ({ view: { objects, boxes } }) => ({ a: objects.flatMap(({ box }) => [...box]), b: boxes.flatMap((box) => [...box]) }),
});

/** What was right, and what points that makes. */
function summaryOf(parts: readonly Part[], { earned, total }: { readonly earned: number; readonly total: number }): Text {
  const n = parts.length;
  const whole = parts.filter(({ correct }) => correct).length;
  if (parts[0].total > 1) {
    const [labels, all] = [parts.reduce((sum, part) => sum + part.earned, 0), parts.reduce((sum, part) => sum + part.total, 0)];
    const points = Math.round((100 * earned) / total);
    return {
      ko: `상자 ${n}개 가운데 ${whole}개는 세 이름표가 모두 맞았어요. 이름표로 세면 ${all}개 가운데 ${labels}개예요. 온전히 맞은 상자가 70점, 절반을 넘는 이름표가 30점까지 줘서 ${points}점이에요.`,
      en: `All three labels are right for ${whole} of ${n} boxes, and ${labels} of ${all} labels in all. Whole boxes give up to 70 points, labels above a half up to 30: ${points} points.`,
    };
  }
  const right = { ko: `${n}개 가운데 ${whole}개를 맞혔어요.`, en: `${whole} of ${n} right.` };
  if (whole === n) return right;
  return {
    ko: `${right.ko} 틀린 이름표 하나가 맞은 이름표 ${PENALTY}개를 지워서 ${earned > 0 ? `${earned}개만 점수가 돼요` : "점수가 남지 않아요"}.`,
    en: `${right.en} Each wrong label takes ${PENALTY} right ones away, so ${earned > 0 ? `only ${earned} of ${n} ${earned === 1 ? "counts" : "count"}` : "no points are left"}.`,
  };
}
