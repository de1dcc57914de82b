import { describe, expect, it } from "vitest";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { LEVELS } from "@/lib/challenges";
import { BANK } from "./bank";
import { challenge, type Instance } from "./challenge";
import { COST_LEAD, MARGIN } from "./draw";
import { judge, results, slackOf } from "./instance";

const box = (...corners: [number, number, number, number]) => corners as unknown as BoxXYXY;

/**
 * Worked by hand: a dog at 0–40 and a cat at 60–100. SSD finds both. YOLO's cat lies 20 too far to the right (IoU 20/60 = .33: a poor
 * box) and the dog is missed by R-CNN, which also calls the cat a dog.
 */
const instance: Instance = {
  scene: 0,
  seed: "hand",
  objects: [
    { label: 11, box: box(0, 0, 40, 40) },
    { label: 7, box: box(60, 0, 100, 40) },
  ],
  runners: [
    { name: "rcnn", passes: 90, cost: 1300, found: [{ label: 11, score: 0.8, box: box(60, 0, 100, 40) }] },
    {
      name: "yolo",
      passes: 1,
      cost: 60,
      found: [
        { label: 11, score: 0.9, box: box(0, 0, 40, 40) },
        { label: 7, score: 0.7, box: box(80, 0, 120, 40) },
      ],
    },
    {
      name: "ssd",
      passes: 1,
      cost: 80,
      found: [
        { label: 11, score: 0.9, box: box(0, 0, 40, 40) },
        { label: 7, score: 0.8, box: box(60, 0, 100, 40) },
      ],
    },
  ],
  asksErrors: true,
};

const halves = {
  view: { scene: 0, seed: "hand", objects: 2, runners: ["rcnn", "yolo", "ssd"], asksErrors: true },
  truth: { objects: instance.objects, runners: instance.runners },
};

describe("detector-race", () => {
  it("counts hits and names errors as worked by hand, the cheapest first", () => {
    const steps = results(instance);
    expect(steps.map(({ runner, hits }) => [runner, hits])).toEqual([
      ["yolo", 1],
      ["ssd", 2],
      ["rcnn", 0],
    ]);
    expect(judge(instance, instance.runners[1]).kinds).toEqual(["hit", "box"]);
    expect(judge(instance, instance.runners[2]).main).toEqual(["none"]);
    expect(judge(instance, instance.runners[0]).kinds).toEqual(["class"]);
    expect(slackOf(instance)).toBeCloseTo(0.1, 9);
  });

  it("earns everything with the right bets and loses three points with a wrong one", () => {
    const right = challenge.solve(halves);
    expect(right.most).toBe(2);
    expect(right.cheapest).toBe(1);
    const full = challenge.grade(halves, right);
    expect(full.earned).toBe(full.total);
    expect(challenge.grade(halves, { ...right, most: 0 }).earned).toBe(full.total - 3);
  });

  it("sees who bets on two stages because they are two", () => {
    expect(challenge.grade(halves, { ...challenge.solve(halves), most: 0 }).misconceptions).toContain("two-stage-always-better");
  });

  it("draws races with a winner, a clear cheapest and no verdict near an edge, at every level", () => {
    for (const level of LEVELS) {
      for (let seed = 0; seed < 40; seed++) {
        const { view, truth } = challenge.generate(`race-${seed}`, level);
        const drawn: Instance = { ...view, ...truth };
        const steps = results(drawn);
        expect(steps[1].cost).toBeGreaterThanOrEqual(steps[0].cost * COST_LEAD);
        expect(slackOf(drawn)).toBeGreaterThanOrEqual(MARGIN);
        expect(Math.min(...steps.map(({ hits }) => hits))).toBeLessThan(Math.max(...steps.map(({ hits }) => hits)));
      }
    }
  });

  it("has a bank in which every scene was run by every detector of it", () => {
    const names = BANK.models.map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(6);
    for (const { runs } of BANK.scenes) expect(runs.map(({ model }) => model)).toEqual(names);
  });
});
