import type { Level } from "@/lib/challenges/contract";
import { redrawExact } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import { giou, intersectionArea, iou, type BoxXYXY } from "@/lib/engine/boxes";
import type { Random } from "@/lib/engine/random";
import { drawScene } from "@/lib/engine/scenes";
import { FULL, fractionOf, hundredths, near, points, type Measure } from "../../measures";
import { beliefs, constants, startingBox, tracing } from "./boxes";
import { brokenRule, SMALLEST, type Rule } from "./rules";
import { HEIGHT, WIDTH, type Answer, type Target, type Task, type TaskObject, type View } from "./task";

/** Several times the same rule: that often it is drawn. */
const RULES: Readonly<Record<Level, readonly Rule[]>> = {
  1: ["free"],
  2: ["move"],
  3: ["inside", "move"],
  4: ["contain", "avoid", "avoid", "avoid", "apart"],
  5: ["pair", "pair", "pair", "pair", "pair", "apart"],
};
const TOLERANCE = [4, 4, 3, 3, 3] as const;

/** One object, or two for the rules that speak of B (for two targets they must stand near each other). */
function drawObjects(random: Random, rule: Rule): readonly TaskObject[] | null {
  const two = rule === "avoid" || rule === "pair";
  const { objects } = drawScene(random, {
    width: WIDTH,
    height: HEIGHT,
    objects: two ? [2, 2] : [1, 1],
    size: [0.36, 0.56],
    overlap: two ? 0.25 : 0,
  });
  if (objects.length !== (two ? 2 : 1)) return null;
  if (objects.some(({ box }) => box[2] - box[0] < 70)) return null;
  if (rule === "pair" && iou(objects[0].box, objects[1].box) < 0.05) return null;
  return objects;
}

/** A box of whole pixels that keeps to the rule, somewhere near A. */
function drawBox(random: Random, rule: Rule, a: BoxXYXY, level: Level): BoxXYXY {
  const [w, h] = [a[2] - a[0], a[3] - a[1]];
  const side = (length: number, low: number, high: number) => Math.max(SMALLEST, Math.round(length * random.between(low, high)));
  if (rule === "inside") {
    const [bw, bh] = [side(w, 0.5, 0.95), side(h, 0.5, 0.95)];
    const x = random.int(a[0], a[2] - bw);
    const y = random.int(a[1], a[3] - bh);
    return [x, y, x + bw, y + bh];
  }
  if (rule === "contain") return [a[0] - random.int(0, 60), a[1] - random.int(0, 50), a[2] + random.int(0, 60), a[3] + random.int(0, 50)];
  const same = rule === "move" && level === 2;
  const [bw, bh] = same ? [w, h] : [side(w, 0.6, 1.5), side(h, 0.6, 1.5)];
  const reach = rule === "apart" ? 1.6 : 0.6;
  const x = a[0] + Math.round(w * random.between(-reach, reach));
  const y = a[1] + Math.round(h * random.between(-reach, reach));
  return [x, y, x + bw, y + bh];
}

/** Where the learner's box starts: in the corner farthest from A, so that it has to be moved. */
function startOf(rule: Rule, a: BoxXYXY, example: BoxXYXY): BoxXYXY {
  const [w, h] = rule === "move" ? [example[2] - example[0], example[3] - example[1]] : [80, 60];
  const x = a[0] + a[2] > WIDTH ? 6 : WIDTH - 6 - w;
  const y = a[1] + a[3] > HEIGHT ? 6 : HEIGHT - 6 - h;
  return [x, y, x + w, y + h];
}

/** The targets that a box sets, or null when they are not worth aiming at. Single IoU targets are multiples of 0.05. */
function targetsOf(rule: Rule, objects: readonly TaskObject[], box: BoxXYXY): readonly Target[] | null {
  const [a, b] = objects.map((object) => object.box);
  if (rule === "apart") {
    if (intersectionArea(a, box) > 0 || giou(a, box) < -0.7 || giou(a, box) > -0.1) return null;
    return rounded("giou", 0, a, box);
  }
  if (rule === "pair") {
    if (Math.min(iou(a, box), iou(b, box)) < 0.2) return null;
    return [a, b].map((other, object) => ({ object, measure: "iou", hundredths: hundredths(fractionOf("iou", other, box)) }));
  }
  if (iou(a, box) < 0.2 || iou(a, box) > 0.86) return null;
  return rounded("iou", 0, a, box);
}

/** A target of whole twentieths, when the box hits it within half a hundredth. */
function rounded(measure: Measure, object: number, a: BoxXYXY, box: BoxXYXY): readonly Target[] | null {
  const exact = fractionOf(measure, a, box);
  const goal = 5 * Math.round(hundredths(exact) / 5);
  return near(goal, exact, 0.5) ? [{ object, measure, hundredths: goal }] : null;
}

/** Points of a box: FULL a target, less with distance, none where it breaks the rule. */
export function pointsOf(task: View, box: BoxXYXY): readonly number[] {
  if (brokenRule(task, box)) return task.targets.map(() => 0);
  return task.targets.map((target) =>
    points(target.hundredths, fractionOf(target.measure, task.objects[target.object].box, box), task.tolerance),
  );
}

/** Nobody who holds one of the level's wrong ideas passes, and a box that looks at no target earns nothing. */
function fair(task: Task, level: Level): boolean {
  const score = ({ box }: Answer) =>
    box === null ? 0 : scoreOf({ earned: pointsOf(task, box).reduce((sum, p) => sum + p, 0), total: FULL * task.targets.length });
  return nobodyEarns([startingBox(task), tracing(task), ...constants()], score) && nobodyPasses(beliefs, task, level, score);
}

/** One task of a level. The rule is drawn once, so that hard rules stay as frequent as easy ones. */
export function drawTask(seed: string, level: Level): Task {
  // Whole numbers compared with whole numbers: nothing can flip.
  return redrawExact({
    kind: "iou-draw",
    seed,
    level,
    draw: ({ part, fixed }): Task | null => {
      const rule = fixed("rule").pick(RULES[level]);
      const objects = drawObjects(part("objects"), rule);
      if (objects === null) return null;
      const random = part("box");
      for (let attempt = 0; attempt < 80; attempt++) {
        const example = drawBox(random, rule, objects[0].box, level);
        const start = startOf(rule, objects[0].box, example);
        const frame = { width: WIDTH, height: HEIGHT, rule, objects, start };
        if (brokenRule(frame, example)) continue;
        const targets = targetsOf(rule, objects, example);
        if (targets) return { ...frame, targets, example, tolerance: TOLERANCE[level - 1] };
      }
      return null;
    },
    accept: (task) => fair(task, level),
  });
}
