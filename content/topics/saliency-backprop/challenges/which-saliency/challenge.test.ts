import { describe, expect, it } from "vitest";
import { scoreOf, type Level } from "@/lib/challenges";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { SCENES } from "./bank";
import { challenge } from "./challenge";
import { boardOf } from "./draw";
import golden from "./golden.json";
import { NAMES, type Answer } from "./instance";
import { heatIn, roughness, SIDE, spread } from "./reading";
import { METHODS, packScene, STRIP, unpackScene, type Method } from "./recording";
import { expert, rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/** A map with these pixels, nothing elsewhere. */
function map(named: Readonly<Record<number, number>>) {
  const all = new Float64Array(SIDE * SIDE);
  for (const [at, value] of Object.entries(named)) all[Number(at)] = value;
  return all;
}

describe("what is read off a map", () => {
  it("is its roughness: all of a lonely pixel's four steps, none of a flat map's", () => {
    // Pixel (1, 1) has four neighbours: steps 4 · 8 over a sum of 8, two steps a pixel.
    expect(roughness(map({ [SIDE + 1]: 8 }))).toBe(200);
    expect(roughness(new Float64Array(SIDE * SIDE).fill(3))).toBe(0);
    expect(roughness(map({}))).toBe(0);
  });

  it("is the share of the pixels that hold half of the heat, in tenths of a percent", () => {
    expect(spread(new Float64Array(SIDE * SIDE).fill(1))).toBe(500);
    expect(spread(map({ 0: 9, 1: 1 }))).toBe(0);
  });

  it("is the heat in a box, by the middles of the pixels", () => {
    expect(heatIn(map({ 0: 3, 1: 1 }), [0, 0, 1, 1])).toBe(75);
    expect(heatIn(map({}), [0, 0, 9, 9])).toBe(0);
  });
});

describe("the bank", () => {
  it("is read back as it was packed", () => {
    for (const scene of SCENES.slice(0, 20)) expect(unpackScene(packScene(scene))).toEqual(scene);
  });

  it("holds 200 scenes, each of which can be read by who knows at every level", () => {
    expect(SCENES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(SCENES.map(({ number }) => number)).size).toBe(SCENES.length);
    for (const [place, scene] of SCENES.entries()) {
      for (const level of [1, 2, 3, 4, 5] as const) {
        const { view, truth } = boardOf(place, scene, level, NAMES[level]);
        expect(expert(view).names, `scene ${place}, level ${level}`).toEqual(truth.names);
      }
    }
  });

  it("shows maps in a place of the strip that tells nothing", () => {
    for (const { strip } of SCENES) expect([...strip].sort((a, b) => a - b)).toEqual(Array.from({ length: STRIP }, (_, i) => i));
    const first = SCENES.map(({ strip }) => strip.indexOf(0));
    for (let k = 0; k < STRIP; k++) expect(first.filter((method) => method === k).length / SCENES.length).toBeLessThan(0.2);
  });

  it("has numbers that decide: the sum of integrated gradients alone meets the difference, and only slopes stand at the grey pixel", () => {
    for (const { maps, difference } of SCENES) {
      const off = (method: Method) => Math.abs((maps[method].numbers?.sum ?? 0) - difference) / difference;
      expect(off("integrated")).toBeLessThan(0.08);
      for (const method of METHODS.slice(0, 5)) if (method !== "integrated") expect(off(method), method).toBeGreaterThan(0.2);
      const grey = (method: Method) => maps[method].numbers?.grey ?? 0;
      for (const slope of ["saliency", "smoothgrad"] as const)
        for (const product of ["times-input", "integrated", "random-head"] as const) expect(grey(slope)).toBeGreaterThan(2 * grey(product));
    }
  });
});

describe("the score", () => {
  const at = (level: Level, names: (order: readonly Method[]) => Answer["names"]) => {
    const board = boardOf(0, SCENES[0], level, NAMES[level]);
    return challenge.grade(board, { names: names(board.truth.names) });
  };

  it("is the maps named rightly less one: two taken for each other do not pass, one right is luck", () => {
    expect(scoreOf(at(1, (all) => all))).toBe(100);
    expect(scoreOf(at(1, ([a, b, c, d]) => [b, a, c, d]))).toBe(33);
    expect(scoreOf(at(2, ([a, b, c, d, e]) => [b, a, c, d, e]))).toBe(50);
    expect(scoreOf(at(1, ([a]) => [a, null, null, null]))).toBe(0);
  });

  it("names the belief that takes saliency for gradient × input", () => {
    const swapped = at(4, ([times, path, plain, smooth]) => [plain, path, times, smooth]);
    expect(swapped.misconceptions).toEqual(["saliency-is-contribution"]);
    expect(swapped.parts.filter(({ correct }) => !correct).map(({ id }) => id)).toEqual(["A", "C"]);
  });

  it("takes each name once, and only those on offer", () => {
    const { view } = boardOf(0, SCENES[0], 1, NAMES[1]);
    expect(challenge.check(view, { names: NAMES[1] }).ready).toBe(true);
    expect(challenge.check(view, { names: ["saliency", "saliency", null, null] }).ready).toBe(false);
    expect(challenge.check(view, { names: ["edges", "guided", "grad-cam", "saliency"] }).ready).toBe(false);
    expect(challenge.check(view, { names: ["guided", null, null, "saliency"] })).toMatchObject({ missing: { en: "Name 2 more" } });
  });
});

describe("the levels", () => {
  it("show pairs at 3, passes and the grey pixel from 4, sums at 5", () => {
    const shape = ([1, 2, 3, 4, 5] as const).map((level) => {
      const { view } = challenge.generate("shape", level);
      const [{ twin, passes, grey, sum }] = view.maps;
      return [view.maps.length, twin !== null, passes !== null, grey !== null, sum !== null, view.pixel !== null];
    });
    expect(shape).toEqual([
      [4, false, false, false, false, false],
      [5, false, false, false, false, false],
      [5, true, false, false, false, false],
      [4, false, true, true, false, true],
      [5, false, true, true, true, true],
    ]);
  });

  it("draw in little time", () => {
    const from = performance.now();
    for (let i = 0; i < 100; i++) challenge.generate(`time ${i}`, ((i % 5) + 1) as Level);
    expect((performance.now() - from) / 100).toBeLessThan(20);
  });
});
