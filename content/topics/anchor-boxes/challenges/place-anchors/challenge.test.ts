import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf, type Level } from "@/lib/challenges";
import { evaluateAnchorChoice } from "@/lib/engine/anchors";
import { seeded } from "@/lib/engine/random";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, shapesOf, type Answer, type Instance } from "./challenge";
import { coverageTable, evaluate, reachOf, searchOf } from "./coverage";
import golden from "./golden.json";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

const whole = (view: Instance) => ({ view, truth: null });
const graded = (view: Instance, answer: Answer) => challenge.grade(whole(view), answer);
const solved = (view: Instance) => challenge.solve(whole(view));

/** Two squares of 64 and 128 exactly on anchor centres of a 64-pixel grid (32, 96, …), ratio 1. */
const HAND: Instance = {
  width: 256,
  height: 256,
  stride: 64,
  scales: [64, 128],
  ratios: [
    [1, 2],
    [1, 1],
    [2, 1],
  ],
  budget: 2,
  threshold: 50,
  mode: "product",
  objects: [
    { cls: "sheep", box: [0, 0, 64, 64], flip: false },
    { cls: "sofa", box: [96, 96, 224, 224], flip: false },
  ],
};

describe("place-anchors on a scene worked by hand", () => {
  it("finds both scales with the square ratio, a perfect cover", () => {
    expect(solved(HAND)).toEqual({ scales: [0, 1], ratios: [1], pairs: [] });
    const grade = graded(HAND, { scales: [0, 1], ratios: [1], pairs: [] });
    expect(scoreOf(grade)).toBe(100);
    expect(grade.steps).toHaveLength(1);
    expect(grade.steps[0]).toMatchObject({ mean: 1, recall: 1, points: 100 });
  });

  it("knows that a 64-square inside a 128-square is worth an IoU of one quarter", () => {
    const { fits } = evaluate(HAND, coverageTable(HAND), [[0, 1]]);
    expect(fits.map(({ iou }) => iou)).toEqual([1, 0.25]);
    expect(fits[1].shape).toEqual([0, 1]);
  });

  it("tells what one change would gain and plays it", () => {
    const grade = graded(HAND, { scales: [0], ratios: [1], pairs: [] });
    expect(grade.steps.map(({ move }) => move)).toEqual([{ kind: "yours" }, { kind: "change", axis: "scale", out: null, into: 1 }]);
    expect(grade.steps[1].points).toBe(100);
    expect(grade.summary.en).toContain("“add 128 px”");
    expect(grade.parts.map(({ correct }) => correct)).toEqual([true, false]);
  });

  it("names one size for everything, and ratios turned upside down, where exactly that was bought", () => {
    const single = rivals.beliefs.find(({ misconception }) => misconception === "one-size")?.play(HAND);
    if (!single) throw new Error("one size can always be bought");
    expect(graded(HAND, single).misconceptions).toEqual(["one-size"]);
    // One ratio less than that is nobody's choice.
    expect(graded(HAND, { ...single, ratios: single.ratios.slice(1) }).misconceptions).toEqual([]);
    const tall: Instance = {
      ...HAND,
      objects: [
        { cls: "person", box: [10, 20, 55, 111], flip: false },
        { cls: "person", box: [138, 84, 183, 175], flip: false },
      ],
    };
    expect(graded(tall, { scales: [0], ratios: [0], pairs: [] }).misconceptions).toContain("ratio-upside-down");
  });

  it("waits for a scale, a ratio and a choice within the budget", () => {
    const missing = (answer: Parameters<typeof challenge.check>[1]) => {
      const readiness = challenge.check(HAND, answer);
      return readiness.ready ? "" : readiness.missing.en;
    };
    expect(missing({ scales: [], ratios: [], pairs: [] })).toBe("Choose a scale");
    expect(missing({ scales: [0], ratios: [], pairs: [] })).toBe("Choose a ratio");
    expect(missing({ scales: [0, 1], ratios: [0, 1], pairs: [] })).toBe("2 over the budget");
    expect(missing({ scales: [0, 0], ratios: [1], pairs: [] })).toBe("The choice names unknown anchors");
    expect(missing({ scales: [0], ratios: [9], pairs: [] })).toBe("The choice names unknown anchors");
    expect(missing({ scales: [0, 1], ratios: [1], pairs: [] })).toBe("");
    expect(graded(HAND, { scales: [0, 1], ratios: [0, 1, 2], pairs: [] }).earned).toBe(0);
  });
});

/** A legal answer drawn at random. */
function randomAnswer(instance: Instance, seed: string): Answer {
  const random = seeded(seed);
  const some = (n: number, most: number) =>
    random.shuffle(Array.from({ length: n }, (_, i) => i)).slice(0, random.int(1, Math.max(1, most)));
  if (instance.mode === "shapes") {
    const S = instance.scales.length;
    return {
      scales: [],
      ratios: [],
      pairs: some(S * instance.ratios.length, instance.budget).map((i) => [i % S, Math.floor(i / S)] as const),
    };
  }
  const ratios = some(instance.ratios.length, Math.min(instance.budget, instance.ratios.length));
  return { scales: some(instance.scales.length, Math.floor(instance.budget / ratios.length)), ratios, pairs: [] };
}

describe.each(LEVELS)("place-anchors at level %i", (level: Level) => {
  it("judges by the engine, never above its search, the same after float32, for 100 seeds", () => {
    for (let seed = 0; seed < 100; seed++) {
      const { view: instance } = challenge.generate(String(seed), level);
      expect(challenge.slack(whole(instance))).toBeGreaterThanOrEqual(challenge.margin);
      const answer = solved(instance);
      expect(challenge.check(instance, answer).ready).toBe(true);
      const rounded: Instance = {
        ...instance,
        objects: instance.objects.map((o) => ({ ...o, box: o.box.map(Math.fround) as unknown as typeof o.box })),
      };
      expect(solved(rounded)).toEqual(answer);

      const tried = randomAnswer(instance, `answer/${seed}/${level}`);
      expect(challenge.check(instance, tried).ready).toBe(true);
      const grade = graded(instance, tried);
      const shapes = shapesOf(instance, tried);
      const table = coverageTable(instance);
      const mine = evaluate(instance, table, shapes);
      const engine = evaluateAnchorChoice(searchOf(instance), shapes);
      expect(mine.score).toBeCloseTo(engine.score, 12);
      const { most, blind } = reachOf(instance);
      expect(mine.score).toBeLessThanOrEqual(most.score + 1e-9);
      expect(most.score - blind).toBeGreaterThan(0.1);
      const points = grade.steps.map((step) => step.points);
      expect(points).toEqual([...points].sort((a, b) => a - b));
      expect(points.at(-1)).toBe(100);
    }
  });

  it("gives a blind pick little", () => {
    const scores = Array.from({ length: 100 }, (_, seed) => {
      const { view: instance } = challenge.generate(`blind-${seed}`, level);
      return scoreOf(graded(instance, randomAnswer(instance, `blind/${seed}`)));
    });
    expect(scores.reduce((a, b) => a + b) / scores.length).toBeLessThan(35);
  });
});
