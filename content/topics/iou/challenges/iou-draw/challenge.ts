import { shareBand } from "@/lib/challenges/band";
import { defineChallenge, type Part } from "@/lib/challenges/contract";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { intersectionArea, type BoxXYXY } from "@/lib/engine/boxes";
import { josa, letter } from "@/lib/words";
import { believed, IDEAS, type Idea } from "../../ideas";
import { FULL, fractionOf, hundredths, isKo, REACH, sameFraction, shown } from "../../measures";
import { brokenRule } from "./rules";
import { hints } from "./hints";
import { drawTask, pointsOf } from "./draw";
import { HEIGHT, nameOf, WIDTH, type Answer, type Target, type Task, type View } from "./task";

export { brokenRule } from "./rules";
export type { Rule } from "./rules";
export type { Answer, Target, TaskObject, View } from "./task";

/** One of many boxes that hit every target. */
export type Truth = Pick<Task, "example">;
/** The replay measures the learner's box against each target, then shows a box that hits all of them. */
export type Step =
  | { readonly box: BoxXYXY; readonly target: number; readonly shows: "areas" | "shared" | "union" | "hull" | "verdict" }
  | { readonly box: BoxXYXY; readonly target: null; readonly shows: "example" };

function partOf(task: Task, target: Target, index: number, box: BoxXYXY | null, broken: Text | null): Part {
  const truth = box === null ? null : fractionOf(target.measure, task.objects[target.object].box, box);
  const earned = box === null ? 0 : pointsOf(task, box)[index];
  const name = nameOf(target);
  const label = { ko: `${josa(letter(target.object), "과/와")}의 ${name}`, en: `${name} with ${letter(target.object)}` };
  const note = truth
    ? {
        ko: `목표는 ${shown(target.hundredths)}, 내 상자는 ${isKo(shown(hundredths(truth)))}.`,
        en: `The target is ${shown(target.hundredths)}; your box has ${shown(hundredths(truth))}.`,
      }
    : { ko: "상자가 아직 없어요.", en: "There is no box yet." };
  const correct = earned === FULL;
  return { id: `target-${index}`, label, correct, earned, total: FULL, note: correct ? undefined : (broken ?? note) };
}

/** Which wrong ways of counting would make this box right: those whose number lies closest to the target, all that tie. */
function misconceptionsOf(task: Task, { object, measure, hundredths: goal }: Target, box: BoxXYXY): Idea[] {
  const truth = task.objects[object].box;
  if (measure === "iou" && intersectionArea(truth, box) === 0) return ["near-counts"];
  const right = fractionOf(measure, truth, box);
  const held = IDEAS.map((idea) => ({ idea, value: believed(idea, measure, truth, box) }))
    .filter(({ value }) => !sameFraction(value, right))
    .map(({ idea, value }) => ({ idea, off: Math.abs(goal - hundredths(value)) }));
  const least = Math.min(...held.map(({ off }) => off));
  return least > task.tolerance ? [] : held.filter(({ off }) => off === least).map(({ idea }) => idea);
}

function stepsOf(task: Task, box: BoxXYXY | null): Step[] {
  const measured =
    box === null
      ? []
      : task.targets.flatMap(({ measure }, target): Step[] => [
          { box, target, shows: "areas" },
          { box, target, shows: "shared" },
          { box, target, shows: "union" },
          ...(measure === "giou" ? [{ box, target, shows: "hull" } as const] : []),
          { box, target, shows: "verdict" },
        ]);
  return [...measured, { box: task.example, target: null, shows: "example" }];
}

function summaryOf(task: Task, box: BoxXYXY | null, broken: Text | null): Text {
  if (box === null) return { ko: "상자를 아직 움직이지 않았어요.", en: "The box has not been moved yet." };
  if (broken) return broken;
  const values = task.targets.map((target) => {
    const value = shown(hundredths(fractionOf(target.measure, task.objects[target.object].box, box)));
    return {
      ko: `${josa(letter(target.object), "과/와")}의 ${josa(nameOf(target), "은/는")} ${isKo(value)} (목표 ${shown(target.hundredths)}).`,
      en: `${nameOf(target)} with ${letter(target.object)} is ${value} (target ${shown(target.hundredths)})`,
    };
  });
  return { ko: values.map(({ ko }) => ko).join(" "), en: `${values.map(({ en }) => en).join(", ")}.` };
}

/** Draw a box whose IoU with the given one hits a target, under a constraint. */
export const challenge = defineChallenge<View, Truth, Answer, Step>({
  kind: "iou-draw",
  topic: "iou",
  version: 2,
  title: { ko: "IoU 맞춰 그리기", en: "Draw to an IoU" },
  skill: { ko: "원하는 IoU가 되도록 상자를 놓아요", en: "Place a box so that it has a given IoU" },
  band: {
    measure: { ko: "가장 큰 목표", en: "largest target" },
    of: ({ view }) => shareBand(Math.max(...view.targets.map((target) => target.hundredths)), 20),
  },
  answerSchema: z.strictObject({
    box: z
      .tuple([
        z.number().int().min(0).max(WIDTH),
        z.number().int().min(0).max(HEIGHT),
        z.number().int().min(0).max(WIDTH),
        z.number().int().min(0).max(HEIGHT),
      ])
      .readonly()
      .nullable(),
  }),
  margin: 1,
  emptyScore: 0,
  needsPointer: false,

  generate(seed, level) {
    const { example, ...view } = drawTask(seed, level);
    return { view, truth: { example } };
  },
  prompt: ({ rule, targets, tolerance }) => promptOf(rule, targets, tolerance),
  empty: () => ({ box: null }),
  hints,
  solve: ({ truth: { example } }) => ({ box: example }),
  check(view, { box }) {
    if (box === null) return { ready: false, missing: { ko: "상자를 움직여 보세요", en: "Move the box" } };
    const broken = brokenRule(view, box);
    return broken ? { ready: false, missing: broken } : { ready: true };
  },
  grade({ view, truth }, { box }) {
    const task: Task = { ...view, ...truth };
    const broken = box === null ? null : brokenRule(task, box);
    const parts = task.targets.map((target, i) => partOf(task, target, i, box, broken));
    const misconceptions =
      box === null || broken
        ? []
        : task.targets.flatMap((target, i) => {
            return parts[i].correct ? [] : misconceptionsOf(task, target, box);
          });
    return {
      earned: parts.reduce((sum, { earned }) => sum + earned, 0),
      total: FULL * parts.length,
      parts,
      steps: stepsOf(task, box),
      misconceptions: [...new Set(misconceptions)],
      summary: summaryOf(task, box, broken),
    };
  },
  // Whole numbers compared with whole numbers: nothing can flip.
  slack: () => Infinity,
  evidence: ({ view: { objects }, truth: { example } }) => ({ a: objects.flatMap(({ box }) => [...box]), b: [...example] }),
});

const TASKS: Readonly<Record<Task["rule"], Text>> = {
  free: { ko: "크기와 자리를 마음대로 바꿔", en: "Place and size your box freely so that" },
  move: { ko: "크기는 그대로 두고 자리만 옮겨", en: "Keep the size and move your box so that" },
  contain: { ko: "A를 통째로 담은 채", en: "With all of A inside your box, make it so that" },
  inside: { ko: "A 안에 머문 채", en: "Staying inside A, size your box so that" },
  avoid: { ko: "B는 건드리지 않고", en: "Without touching B, place your box so that" },
  apart: { ko: "A와 겹치지 않게 두고", en: "Without overlapping A, place your box so that" },
  pair: { ko: "상자 하나로", en: "Place one box so that" },
};

/** "A와의 IoU를 0.50에" / "its IoU with A is 0.50" */
const goalOf = (target: Target): Text => ({
  ko: `${josa(letter(target.object), "과/와")}의 ${josa(nameOf(target), "을/를")} ${shown(target.hundredths)}에`,
  en: `its ${nameOf(target)} with ${letter(target.object)} is ${shown(target.hundredths)}`,
});

function promptOf(rule: Task["rule"], targets: readonly Target[], tolerance: number): Text {
  const goals = targets.map(goalOf);
  return {
    ko: `${TASKS[rule].ko} ${goals.map(({ ko }) => ko).join(", ")} 맞춰 보세요. 오차가 ${shown(tolerance)} 안이면 만점, ${shown(REACH * tolerance)}부터는 0점이에요.`,
    en: `${TASKS[rule].en} ${goals.map(({ en }) => en).join(" and ")}. Within ${shown(tolerance)} earns full marks, ${shown(REACH * tolerance)} off earns none.`,
  };
}
