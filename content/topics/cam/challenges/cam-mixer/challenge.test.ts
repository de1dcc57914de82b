import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge } from "./challenge";
import { MARGIN, secondBest } from "./draw";
import golden from "./golden.json";
import { apart, mix, nearest, PLAN, range, rectified, scoreTimesCells, shownMap, solution, total, type View } from "./mix";
import { RECORDED } from "./recorded";
import { CELLS, KEPT, packScene, TOP, unpackScene } from "./recording";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

const blank = () => new Array<number>(CELLS).fill(0);
const map = (cells: Readonly<Record<number, number>>) => blank().map((_, cell) => cells[cell] ?? 0);
/** Two tiles that share cell 1. With weights 2 and −1 they give (8, 3, −5) in cells 0, 1, 2. */
const TILES = [
  { channel: 3, values: map({ 0: 4, 1: 3 }) },
  { channel: 9, values: map({ 1: 3, 2: 5 }) },
];
const SUM = map({ 0: 8, 1: 3, 2: -5 });
const viewOf = (relu: boolean, bias: number | null = null): View => ({
  scene: 0,
  label: 0,
  tiles: TILES,
  target: relu ? rectified(SUM) : SUM,
  relu,
  least: -3,
  bias,
});
const graded = (view: View, weights: readonly number[], score: number | null = null) =>
  challenge.grade({ view, truth: null }, { weights, score });

describe("the sum of tiles", () => {
  it("is worked out by hand", () => {
    expect(mix(TILES, [2, -1])).toEqual(SUM);
    expect(mix(TILES, [0, 0])).toEqual(blank());
    expect(shownMap({ tiles: TILES, relu: true }, [2, -1])).toEqual(map({ 0: 8, 1: 3 }));
    expect(apart(SUM, rectified(SUM))).toBe(25);
  });

  it("has one solution, found among all mixes, with and without a ReLU", () => {
    expect(solution(viewOf(false))).toEqual([2, -1]);
    expect(nearest(viewOf(false), range(-3, 3), { not: [2, -1] })).toEqual({ weights: [1, -1], off: 16 + 9 });
    // Behind a ReLU −1 can be told from −2 and −3 only where the first tile lifts the cell above 0.
    expect(nearest(viewOf(true), range(-3, 3), { not: [2, -1] })).toEqual({ weights: [2, -3], off: 9 });
    expect(nearest(viewOf(true), range(-3, 3), { below: 9, not: [2, -1] })).toBeNull();
    expect(() => solution({ ...viewOf(false), target: map({ 0: 1 }) })).toThrow(RangeError);
  });

  it("is searched the same with and without a ReLU where nothing is negative", () => {
    const view = { ...viewOf(false), target: mix(TILES, [1, 3]) };
    for (const not of [undefined, [1, 3]])
      expect(nearest({ ...view, relu: true }, range(0, 3), { not })).toEqual(nearest(view, range(0, 3), { not }));
  });
});

describe("the verdict", () => {
  it("says how far a mix is off, and what the points are measured by", () => {
    // Off by tile 0 once: 5 of a size of √98.
    const { summary, earned } = graded(viewOf(false), [1, -1]);
    expect(summary.en).toBe(
      "1 of 2 weights is right. Your mix is off by 51% of T's size (none is full marks, 30% or more is 0). The right weights: A 2, B −1.",
    );
    expect(earned).toBe(0);
    expect(summary.ko).toContain("51% 벗어났어요(똑같으면 만점, 30% 이상이면 0점).");
    expect(graded(viewOf(false), [2, -1]).summary.en).toBe("2 of 2 weights are right. Your mix is T.");
  });
});

describe("the score", () => {
  it("is the mean of the map plus the bias, and the means times the weights plus the bias, to the last digit", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { view } = challenge.generate(String(seed), 5);
      const weights = solution(view);
      const bias = view.bias ?? 0;
      const byMeans = weights.reduce((sum, w, k) => sum + 100 * w * total(view.tiles[k].values), 0) + CELLS * 10 * bias;
      expect(scoreTimesCells(mix(view.tiles, weights), bias)).toBe(byMeans);
    }
  });

  it("counts 40 of 100 points at level 5, within a tenth", () => {
    // Sum 6, mean 6/49 = 0.1224, bias 1.5: S = 1.6224, so 1.52 is just outside.
    const view = viewOf(false, 15);
    expect(challenge.solve({ view, truth: null })).toEqual({ weights: [2, -1], score: 162 });
    const scores = [162, 172, 173, 153, 152, null].map((score) => scoreOf(graded(view, [2, -1], score)));
    expect(scores).toEqual([100, 100, 60, 100, 60, 60]);
    expect(graded(view, [2, -1], null).parts.at(-1)?.note?.en).toContain("1.62");
  });

  it("names who forgets the bias, or takes the mean of what the ReLU left", () => {
    // Without bias 0.12; with the shown map's mean 11/49 + 1.5 = 1.72.
    expect(graded(viewOf(true, 15), [2, -1], 12).misconceptions).toEqual(["bias-has-a-place"]);
    // 1.72 is within a tenth of the right 1.62 here (a drawn instance keeps them apart): nothing to name.
    expect(graded(viewOf(true, 15), [2, -1], 172).misconceptions).toEqual([]);
    const drawn = challenge.generate("0", 5);
    const { weights, score } = challenge.solve(drawn);
    const cut = scoreTimesCells(drawn.view.target, drawn.view.bias ?? 0);
    expect(challenge.grade(drawn, { weights, score: Math.round(cut / CELLS) }).misconceptions).toEqual(["relu-in-cam"]);
    expect(Math.abs(cut / CELLS - (score ?? 0))).toBeGreaterThan(29);
  });
});

describe("cam-mixer", () => {
  it("gives less the farther the map is, and nothing at three tenths of its size", () => {
    // |T|² = 98. One weight off by one: (2, 0) is √34 away, 0.59 of |T|.
    expect(scoreOf(graded(viewOf(false), [2, 0]))).toBe(0);
    // A map of nines: weight 3 for 3 is right; (3, 1) moves the small second tile alone.
    const tiles = [
      { channel: 0, values: blank().map(() => 9) },
      { channel: 1, values: map({ 0: 9 }) },
    ];
    const view = { ...viewOf(false), tiles, target: mix(tiles, [3, 0]) };
    expect(scoreOf(graded(view, [3, 0]))).toBe(100);
    // 9 / (27 · 7) = 0.0476 of |T|, of 0.3 that would earn nothing.
    expect(scoreOf(graded(view, [3, 1]))).toBe(Math.floor(100 * (1 - 9 / (0.3 * 27 * 7))));
  });

  it("says at which cell a tile stands alone", () => {
    const notes = graded(viewOf(false), [1, 0]).parts.map(({ note }) => note?.en);
    expect(notes).toEqual([
      "At row 1, column 1 only tile A is on. 4 × w = 8, so w = 2.",
      "At row 1, column 3 only tile B is on. 5 × w = −5, so w = −1.",
    ]);
    // Behind the ReLU the cell of the second tile shows 0, which says nothing.
    expect(graded(viewOf(true), [2, 0]).parts[1].note?.en).toContain("lowers T");
  });

  it("moves the wrong faders one by one after the learner's tiles are in", () => {
    expect(graded(viewOf(false), [1, -1]).steps).toEqual([
      { tiles: 1, weights: [1, -1], moved: null },
      { tiles: 2, weights: [1, -1], moved: null },
      { tiles: 2, weights: [2, -1], moved: 0 },
    ]);
    expect(graded(viewOf(false), [2, -1]).steps).toHaveLength(2);
  });

  it("says which fader has to move", () => {
    const { view } = challenge.generate("first", 1);
    expect(challenge.check(view, { weights: [0, 2], score: null })).toMatchObject({ missing: { en: "Move the fader of A" } });
    const last = challenge.generate("first", 5).view;
    expect(challenge.check(last, { weights: [1, 0, 0, 0, 0], score: null })).toMatchObject({ missing: { en: "Type the score" } });
    expect(challenge.check(view, { weights: [1, -2], score: null }).ready).toBe(false);
    expect(challenge.check(view, { weights: [1, 2], score: 3 }).ready).toBe(false);
    expect(challenge.check(view, { weights: [1, 2, 3], score: null }).ready).toBe(false);
  });
});

describe("what is drawn", () => {
  const views = LEVELS.map((level) => Array.from({ length: 60 }, (_, seed) => challenge.generate(String(seed), level).view));

  it("has the tiles, the ReLU and the question of its level, and no second mix within the margin", () => {
    LEVELS.forEach((level, i) => {
      const { tiles, relu, score } = PLAN[level];
      for (const view of views[i]) {
        expect([view.tiles.length, view.relu, view.bias !== null]).toEqual([tiles, relu, score]);
        expect(new Set(view.tiles.map(({ channel }) => channel)).size).toBe(tiles);
        expect(secondBest(view)).toBeGreaterThanOrEqual(MARGIN * MARGIN);
      }
    });
  });

  it("has unequal weights at level 1, a silent tile at most of level 2 and all of 5, and evidence against from 3 on", () => {
    const weights = views.map((level) => level.map(solution));
    expect(weights[0].every(([a, b]) => a !== b)).toBe(true);
    const silent = weights[1].filter((list) => list.includes(0)).length;
    expect([silent > 40, silent < 60]).toEqual([true, true]);
    for (const level of [2, 3, 4]) expect(weights[level].every((list) => list.some((w) => w < 0) && list.some((w) => w > 0))).toBe(true);
    expect(weights[4].every((list) => list.filter((w) => w === 0).length === 1)).toBe(true);
    // Where the silent tile stands is drawn.
    expect(new Set(weights[4].map((list) => list.indexOf(0))).size).toBe(5);
  });

  it("comes from a bank of whole numbers: at least 200 scenes of 7 channels, no two alike", () => {
    expect(RECORDED.length).toBeGreaterThanOrEqual(200);
    for (const line of RECORDED) {
      const scene = unpackScene(line);
      expect(packScene(scene)).toBe(line);
      expect(scene.tiles).toHaveLength(KEPT);
      for (const { values } of scene.tiles) {
        expect(values).toHaveLength(CELLS);
        expect([Math.max(...values), Math.min(...values) >= 0]).toEqual([TOP, true]);
      }
      expect(new Set(scene.tiles.map(({ values }) => values.join(""))).size).toBe(KEPT);
    }
  });
});
