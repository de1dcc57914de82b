import { countBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { letter, num } from "@/lib/words";
import { drawInstance, MARGIN } from "./draw";
import { hints } from "./hints";
import {
  judged,
  MOST_BOXES,
  MOST_OBJECTS,
  openOne,
  pointsOf,
  slackOf,
  targetsAsked,
  TARGETS,
  truthOf,
  type Answer,
  type One,
  type View,
} from "./instance";
import { beliefs } from "./rivals";
import { openIn, reasonOf, rulesOf } from "./words";

export type { Answer, View } from "./instance";

/** The replay looks at an object: where its centre lies, which box answers, what the cell's confidences are taught, or who has its cell. */
export interface Step {
  readonly object: number;
  readonly shows: "cell" | "box" | "targets" | "taken";
}

const MISFIT = { ko: "답이 그림과 맞지 않아요", en: "The answer does not fit the picture" };

/** An object without a box is taught nothing: what was said of its confidences before does not count. */
const plain = (one: One): One => (one.box === "none" ? { ...one, targets: one.targets.map(() => null) } : one);

function fits(view: View, one: One): boolean {
  const boxes = view.predicted[0]?.length ?? 0;
  return (
    (one.cell === null || one.cell < view.grid * view.grid) &&
    (one.box === null || (one.box === "none" ? view.shared : one.box < boxes)) &&
    one.targets.length === targetsAsked(view)
  );
}

function stepsOf(view: View): Step[] {
  return truthOf(view).flatMap(({ box }, object): Step[] => {
    const cell: Step = { object, shows: "cell" };
    if (view.stage === 1) return [cell];
    if (box === "none") return [cell, { object, shows: "taken" }];
    return [cell, { object, shows: "box" }, ...(view.stage === 3 ? [{ object, shows: "targets" } as const] : [])];
  });
}

/** Who answers for an object in YOLOv1: its cell, a box of that cell, and what the confidences are taught. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "yolo-responsible",
  topic: "yolo",
  version: 1,
  title: { ko: "누가 이 물체를 맡을까?", en: "Who answers for it?" },
  skill: { ko: "YOLO에서 물체를 맡는 칸과 상자를 찾아요", en: "Find the cell and the box that answer for an object in YOLO" },
  band: { measure: { ko: "물체 수", en: "objects" }, of: ({ view }) => countBand(view.objects.length, 2) },
  answerSchema: z.strictObject({
    answers: z
      .array(
        z.strictObject({
          cell: z.number().int().min(0).max(48).nullable(),
          box: z
            .union([
              z
                .number()
                .int()
                .min(0)
                .max(MOST_BOXES - 1),
              z.literal("none"),
            ])
            .nullable(),
          targets: z.array(z.enum(TARGETS).nullable()).max(MOST_BOXES).readonly(),
        }),
      )
      .min(1)
      .max(MOST_OBJECTS)
      .readonly(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: drawInstance(seed, level), truth: null }),
  prompt(view) {
    const size = `${view.grid}×${view.grid}`;
    if (view.stage === 1) {
      const { ko, en } = rulesOf(view);
      return { ko: `그림을 ${size}칸으로 나눴어요. ${ko}`, en: `The picture is divided into ${size} cells. ${en}` };
    }
    // The board states the rules beside what they decide.
    const taught = view.stage === 3;
    const shared: Text = view.shared ? { ko: " 한 칸에 두 물체가 있기도 해요.", en: " Two objects may share a cell." } : { ko: "", en: "" };
    const measured: Text = view.table ? { ko: "", en: "" } : { ko: " IoU는 직접 재요.", en: " Measure the IoUs yourself." };
    return {
      ko: `그림을 ${size}칸으로 나눴어요. 물체마다 맡는 칸과 답할 ${taught ? "상자, 확신값이 배울 값을" : "상자를"} 골라 보세요.${shared.ko}${measured.ko}`,
      en: `The picture is divided into ${size} cells. Choose for each object its cell${taught ? "," : " and"} the box that answers${taught ? " and what the confidences are taught" : ""}.${shared.en}${measured.en}`,
    };
  },
  empty: (view) => ({ answers: view.objects.map(() => openOne(targetsAsked(view))) }),
  hints,
  solve: ({ view }) => ({ answers: truthOf(view) }),
  check(view, { answers }) {
    if (answers.length !== view.objects.length || !answers.every((one) => fits(view, one))) return { ready: false, missing: MISFIT };
    const open = answers.flatMap((one, i) => (openIn(view, one) > 0 ? [letter(i)] : []));
    if (open.length === 0) return { ready: true };
    return { ready: false, missing: { ko: `아직 남은 물체: ${open.join(", ")}`, en: `Still open: ${open.join(", ")}` } };
  },
  grade({ view }, answer) {
    const truth = truthOf(view);
    const parts = judged(truth, answer).map((right, i): Part => {
      const counted = [
        right.cell,
        ...(view.stage > 1 ? [right.box] : []),
        ...(view.stage > 2 && truth[i].box !== "none" ? [right.targets] : []),
      ];
      const correct = counted.every(Boolean);
      return {
        id: letter(i),
        label: { ko: `물체 ${letter(i)}`, en: `Object ${letter(i)}` },
        correct,
        earned: counted.filter(Boolean).length,
        total: counted.length,
        note: correct ? undefined : reasonOf(view, i),
      };
    });
    const points = pointsOf(view, answer);
    const whole = parts.filter(({ correct }) => correct).length;
    const score = num(Math.round((100 * points.earned) / points.total));
    const said = JSON.stringify(answer.answers.map(plain));
    const same = (played: Answer) => JSON.stringify(played.answers.map(plain)) === said;
    return {
      ...points,
      parts,
      steps: stepsOf(view),
      misconceptions: same({ answers: truth }) ? [] : believersOf(beliefs, view, same),
      summary: {
        ko: `물체 ${parts.length}개 가운데 ${whole}개를 다 맞혔어요. ${score}점이에요.`,
        en: `${whole} of ${parts.length} objects are right throughout: ${score} points.`,
      },
    };
  },
  slack: ({ view }) => slackOf(view),
  evidence: ({ view: { objects, predicted } }) => ({
    a: objects.flatMap(({ box }) => [...box]),
    b: (predicted.length > 0 ? predicted.flat().map(({ box }) => box) : objects.map(({ box }) => box)).flatMap((box) => [...box]),
  }),
});
