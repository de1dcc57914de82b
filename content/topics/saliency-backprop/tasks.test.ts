import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nodeContext } from "@/scripts/tasks/context";
import { recording } from "@/scripts/tasks/saliency-backprop";
import { GUESSES, heatOf, PLANE, RECORDED, recordedAnswer, recordedNudge, type Question } from "./question";
import { tasks } from "./tasks";

type Context = Parameters<typeof tasks.explained>[1];
const context = nodeContext() as Context;
const QUESTION: Question = { ...RECORDED, method: "saliency", noise: 15, samples: 2, steps: 4 };
const ask = (change: Partial<Question>, told: Partial<Context> = {}) =>
  tasks.explained({ ...QUESTION, ...change }, { ...context, ...told });

describe("one method's map", () => {
  it("is what was recorded", async () => {
    expect(JSON.parse(JSON.stringify(await recording()))).toEqual(
      JSON.parse(readFileSync("content/topics/saliency-backprop/recorded.json", "utf8")),
    );
  }, 60_000);

  it("is the largest size over the colours; squared, its square", async () => {
    const plain = await ask({});
    const squared = await ask({ method: "squared" });
    const { pixel, values } = plain.largest[0];
    expect(plain.map[pixel]).toBeCloseTo(Math.max(...values.map(Math.abs)), 6);
    expect(squared.map[pixel]).toBeCloseTo(plain.map[pixel] ** 2, 6);
    expect(plain.largest.map(({ pixel: at }) => plain.map[at])).toEqual([...plain.map].sort((a, b) => b - a).slice(0, 10));
  });

  it("without noise is the plain map, however many copies; it grows as they are averaged", async () => {
    const steps: [number, number, number][] = [];
    const smooth = await ask(
      { method: "smoothgrad", noise: 0 },
      { onProgress: (done, total, map) => steps.push([done, total, map?.length ?? 0]) },
    );
    expect(steps).toEqual([[1, 2, PLANE]]);
    const plain = await ask({});
    expect(Math.max(...smooth.map.map((v, i) => Math.abs(v - plain.map[i])))).toBeLessThan(1e-6);
    expect(smooth.likeness).toBeNull();
  });

  it("adds up along a path, and does not by one slope", async () => {
    const path = await ask({ method: "integrated", steps: 24 });
    expect(Math.abs((path.sum ?? 0) - (path.difference ?? 0))).toBeLessThan(0.1 * Math.abs(path.difference ?? 0));
    const times = await ask({ method: "times-input" });
    expect(times.difference).toBeCloseTo(path.difference ?? 0, 6);
    expect(Math.abs((times.sum ?? 0) - (times.difference ?? 0))).toBeGreaterThan(0.2 * Math.abs(times.difference ?? 0));
  });

  it("differs for the other class and for the probability, which has smaller slopes", async () => {
    const [own, other, sure] = [await ask({}), await ask({ which: 1 }), await ask({ target: "probability" })];
    expect(own.likeness).toBeLessThan(0.9);
    expect(other.value).not.toBe(own.value);
    expect(sure.value).toBeCloseTo(own.probability, 9);
    expect(Math.max(...sure.map)).toBeLessThan(Math.max(...own.map));
  });

  it("has no value a pixel where it stops at a feature map", async () => {
    const cam = await ask({ method: "grad-cam" });
    expect([cam.signed, cam.largest]).toEqual([null, []]);
  });

  it("is not computed for a question that was taken back", async () => {
    await expect(ask({}, nodeContext(AbortSignal.abort()) as Context)).rejects.toThrow(/abort/i);
  });
});

describe("a pixel that is turned", () => {
  it("moves the score as the way back says", async () => {
    const pixel = (await ask({})).largest[0].pixel;
    const { slope, up, down } = await tasks.nudged({ ...RECORDED, pixel }, context as never);
    slope.forEach((back, c) => expect((up[c] - down[c]) / 2).toBeCloseTo(back, 4));
    expect(recordedNudge(RECORDED, pixel)?.slope).toEqual(slope);
    expect(recordedNudge({ ...RECORDED, which: 1 }, pixel)).toBeNull();
  });

  it("is guessed at three places: up, nothing, down", () => {
    const [up, still, down] = GUESSES.map(({ change }) => change);
    expect(up).toBeGreaterThan(0.01);
    expect(down).toBeLessThan(-0.01);
    expect(Math.abs(still)).toBeLessThan(0.05 * Math.max(up, -down));
  });
});

describe("the recording", () => {
  it("holds four maps of one question, at the picture's size", () => {
    expect(recordedAnswer({ ...QUESTION, method: "smoothgrad" })).toBeNull();
    expect(recordedAnswer({ ...QUESTION, scene: 2 })).toBeNull();
    const recorded = recordedAnswer(QUESTION);
    expect([recorded?.map.length, recorded?.pixels.length, recorded?.signed]).toEqual([PLANE, 3 * PLANE, null]);
  });

  it("is drawn with full brightness from the value that so many percent lie below", () => {
    const heat = heatOf(Float32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), 50);
    expect([...heat.slice(0, 6)].map((v) => Number(v.toFixed(2)))).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect([...heatOf(new Float32Array(4), 99)]).toEqual([0, 0, 0, 0]);
  });
});
