import { labelling } from "@/lib/challenges/answers";
import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part as GradePart } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { josa, num } from "@/lib/words";
import { PART_NAMES, type Part } from "../../pipeline";
import { drawInstance } from "./draw";
import { hints } from "./hints";
import { LABELS, MOST_PARTS, optionsOf, PENALTY, pointsOf, truthOf, type Answer, type Label, type View } from "./instance";
import { beliefs } from "./rivals";
import { columnName, reasonOf } from "./words";

export type { Answer, View } from "./instance";

/** A part on its way into the lanes, with its label on each sheet. */
export interface Step {
  readonly part: Part;
  readonly labels: readonly Label[];
}

const MISFIT: Text = { ko: "이름표가 부품과 맞지 않아요", en: "The labels do not fit the parts" };

/** Which part works how often, and which is learnt, in the detectors of the family and in mixtures of their pieces. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "family-tree",
  topic: "r-cnn-family",
  version: 1,
  title: { ko: "무엇이 몇 번 일할까요", en: "What runs how often" },
  skill: {
    ko: "R-CNN 계열의 부품이 그림마다 일하는지 후보마다 일하는지 가려요",
    en: "Tell what runs once a picture from what runs once a proposal in the R-CNN family",
  },
  band: { measure: { ko: "부품 수", en: "parts" }, of: ({ view }) => countBand(view.parts.length, 2) },
  answerSchema: z.strictObject({
    labels: z
      .array(labelling.schema(z.enum(LABELS), MOST_PARTS))
      .min(1)
      .max(2)
      .readonly(),
  }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawInstance(seed, level), truth: null }),
  prompt(view) {
    const { columns, sheets, batch } = view;
    const rule: Text = {
      ko: ` 틀린 줄 하나는 맞은 줄 ${PENALTY}개를 지워요.`,
      en: ` A wrong line takes ${PENALTY} right ones away.`,
    };
    if (batch) {
      const { pictures, proposals } = batch;
      return {
        ko: `그림 ${pictures}장을 보고, 그림마다 후보 ${num(proposals)}개를 살펴요. 두 검출기에서 부품마다 모두 몇 번 일할까요?${rule.ko}`,
        en: `${pictures} pictures are looked at, each with ${num(proposals)} proposals. How often does each part work in all, in both detectors?${rule.en}`,
      };
    }
    const names = columns.map((_, at) => columnName(view, at));
    if (columns.length > 1)
      return {
        ko: `학습이 끝난 ${names[0].ko}, ${josa(names[1].ko, "이/가")} 그림 한 장을 봐요. 부품마다 몇 번 일할까요? 두 검출기에서 다 맞아야 한 줄이 맞아요.${rule.ko}`,
        en: `${names[0].en} and ${names[1].en}, both trained, look at one picture. How often does each part work? A line is right when it is in both.${rule.en}`,
      };
    if (sheets.length > 1)
      return {
        ko: `학습이 끝난 ${josa(names[0].ko, "이/가")} 그림 한 장을 봐요. 부품마다 몇 번 일하고, 학습할 때 무엇을 배웠나요? 둘 다 맞아야 한 줄이 맞아요.${rule.ko}`,
        en: `${names[0].en}, trained, looks at one picture. How often does each part work, and has it learnt anything? A line is right when both are.${rule.en}`,
      };
    return {
      ko: `학습이 끝난 ${josa(names[0].ko, "이/가")} 그림 한 장을 봐요. 부품마다 몇 번 일할까요? 없는 부품도 섞여 있어요.${rule.ko}`,
      en: `${names[0].en}, trained, looks at one picture. How often does each part work? Some are not there at all.${rule.en}`,
    };
  },
  empty: ({ sheets, parts }) => ({ labels: sheets.map(() => labelling.empty(parts.length)) }),
  hints,
  solve: ({ view }) => ({ labels: truthOf(view) }),
  check(view, { labels }) {
    if (labels.length !== view.sheets.length) return { ready: false, missing: MISFIT };
    const fits = view.sheets.every(
      ({ asks }, at) =>
        labels[at].length === view.parts.length && labels[at].every((label) => label === null || optionsOf(view, asks).includes(label)),
    );
    if (!fits) return { ready: false, missing: MISFIT };
    const open = labels.flat().filter((label) => label === null).length;
    return open === 0 ? { ready: true } : { ready: false, missing: { ko: `${open}개를 더 골라요`, en: `Choose ${open} more` } };
  },
  grade({ view }, answer) {
    const truth = truthOf(view);
    const right = (part: number) => truth.every((list, sheet) => answer.labels[sheet]?.[part] === list[part]);
    const parts = view.parts.map((part, at): GradePart => {
      const wrongColumns = [
        ...new Set(view.sheets.flatMap(({ column }, sheet) => (answer.labels[sheet]?.[at] === truth[sheet][at] ? [] : [column]))),
      ];
      const reasons = wrongColumns.map((column) => reasonOf(view, column, part));
      return {
        id: part,
        label: PART_NAMES[part],
        correct: right(at),
        earned: right(at) ? 1 : 0,
        total: 1,
        note:
          reasons.length === 0 ? undefined : { ko: reasons.map(({ ko }) => ko).join(" · "), en: reasons.map(({ en }) => en).join(" · ") },
      };
    });
    const points = pointsOf(truth, answer);
    const same = (other: Answer) => JSON.stringify(other.labels) === JSON.stringify(answer.labels);
    return {
      ...points,
      parts,
      steps: view.parts.map((part, at) => ({ part, labels: truth.map((list) => list[at]) })),
      misconceptions: same({ labels: truth }) ? [] : believersOf(beliefs, view, same),
      summary: summaryOf(parts.filter(({ correct }) => correct).length, points),
    };
  },
  slack: () => Infinity,
});

/** What was right, and what the wrong lines took away. */
function summaryOf(right: number, { earned, total }: { readonly earned: number; readonly total: number }): Text {
  if (right === total) return { ko: `부품 ${total}개가 모두 제자리에 있어요.`, en: `All ${total} parts are in their places.` };
  return {
    ko: `${total}줄 가운데 ${right}줄이 맞았어요. 틀린 줄이 ${PENALTY}개씩 지워서 ${earned > 0 ? `${earned}줄만 점수가 돼요` : "점수가 남지 않아요"}.`,
    en: `${right} of ${total} lines are right. Each wrong one takes ${PENALTY} away, so ${earned > 0 ? `only ${earned} ${earned === 1 ? "counts" : "count"}` : "no points are left"}.`,
  };
}
