import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { z } from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { area, intersectionArea, type BoxXYXY } from "@/lib/engine/boxes";
import { FULL, fractionOf, hundredths, isKo, near, points, shown } from "../../measures";
import { brokenRule } from "./rules";
import { drawTask, HEIGHT, WIDTH, type Target, type Task } from "./tasks";

export { brokenRule } from "./rules";
export type { Rule, Target, TaskObject } from "./tasks";

export type View = Omit<Task, "example">;
/** One of many boxes that hit every target. */
export type Truth = Pick<Task, "example">;
export interface Answer {
  /** Whole pixels; null: the box has not been moved yet. */
  readonly box: BoxXYXY | null;
}
/** The replay measures the learner's box against each target, then shows a box that hits all of them. */
export type Step =
  | { readonly box: BoxXYXY; readonly target: number; readonly shows: "areas" | "shared" | "union" | "hull" | "verdict" }
  | { readonly box: BoxXYXY; readonly target: null; readonly shows: "example" };

const nameOf = ({ measure }: Target) => (measure === "iou" ? "IoU" : "GIoU");
const letter = (object: number) => "AB"[object];

function partOf(task: Task, target: Target, index: number, box: BoxXYXY | null, broken: Text | null): Part {
  const truth = box === null ? null : fractionOf(target.measure, task.objects[target.object].box, box);
  const earned = truth === null || broken ? 0 : points(target.hundredths, truth, task.tolerance);
  const name = nameOf(target);
  const label = { ko: `${letter(target.object)}와의 ${name}`, en: `${name} with ${letter(target.object)}` };
  const note = truth
    ? {
        ko: `목표는 ${shown(target.hundredths)}, 내 상자는 ${isKo(shown(hundredths(truth)))}.`,
        en: `The target is ${shown(target.hundredths)}; yours is ${shown(hundredths(truth))}.`,
      }
    : { ko: "상자가 아직 없어요.", en: "There is no box yet." };
  const correct = earned === FULL;
  return { id: `target-${index}`, label, correct, earned, total: FULL, note: correct ? undefined : (broken ?? note) };
}

/** Which wrong way of counting would make this box right. */
function misconceptionOf(task: Task, { object, measure, hundredths: goal }: Target, box: BoxXYXY): string | null {
  const truth = task.objects[object].box;
  const shared = intersectionArea(truth, box);
  const is = (top: number, bottom: number) => near(goal, { top, bottom }, task.tolerance);
  if (measure === "giou") return shared === 0 && hundredths(fractionOf("giou", truth, box)) < goal - 30 ? "zero-is-equal" : null;
  if (shared === 0) return "near-counts";
  if (is(shared, area(truth)) && area(truth) === area(box)) return "half-overlap";
  if (is(shared, Math.min(area(truth), area(box)))) return "over-smaller";
  return is(shared, area(truth) + area(box)) ? "union-is-sum" : null;
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
      ko: `${letter(target.object)}와의 ${nameOf(target)}는 ${isKo(value)} (목표 ${shown(target.hundredths)}).`,
      en: `${nameOf(target)} with ${letter(target.object)} is ${value} (target ${shown(target.hundredths)})`,
    };
  });
  return { ko: values.map(({ ko }) => ko).join(" "), en: `${values.map(({ en }) => en).join(", ")}.` };
}

/** Draw a box whose IoU with the given one hits a target, under a constraint. */
export const challenge = defineChallenge<View, Truth, Answer, Step>({
  kind: "iou-draw",
  topic: "iou",
  version: 1,
  title: { ko: "IoU 맞춰 그리기", en: "Draw to an IoU" },
  skill: { ko: "원하는 IoU가 되도록 상자를 놓아요", en: "Place a box so that it has a given IoU" },
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
            const found = parts[i].correct ? null : misconceptionOf(task, target, box);
            return found === null ? [] : [found];
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
  ko: `${letter(target.object)}와의 ${nameOf(target)}를 ${shown(target.hundredths)}에`,
  en: `its ${nameOf(target)} with ${letter(target.object)} is ${shown(target.hundredths)}`,
});

function promptOf(rule: Task["rule"], targets: readonly Target[], tolerance: number): Text {
  const goals = targets.map(goalOf);
  return {
    ko: `${TASKS[rule].ko} ${goals.map(({ ko }) => ko).join(", ")} 맞춰 보세요. ±${shown(tolerance)}까지 만점이에요.`,
    en: `${TASKS[rule].en} ${goals.map(({ en }) => en).join(" and ")}. Within ±${shown(tolerance)} earns full marks.`,
  };
}
