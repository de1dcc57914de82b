import { describe, expect, it } from "vitest";
import { describeContract } from "@/tests/contract/describeContract";
import { scoreOf } from "@/lib/challenges";
import { topic } from "../../topic";
import { SCENES } from "./bank";
import { against, best, CELLS, holding, inBox, pointsFor, positive } from "./cells";
import { challenge } from "./challenge";
import golden from "./golden.json";
import { alphaOf, type Answer, type OpenChannel, type Truth, type View } from "./instance";
import { expert, rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/** Forty-nine cells, all `rest` but those that are named. */
const cells = (named: Readonly<Record<number, number>>, rest = 0) => Array.from({ length: CELLS }, (_, cell) => named[cell] ?? rest);
const blank: Omit<View, "hot" | "cold" | "channels"> = {
  set: "three",
  place: 0,
  objects: [{ label: 0, box: [96, 96, 112, 112] }],
  asked: null,
  edges: cells({}),
};
const channel = (tile: readonly number[], alpha: number | null, gradients: readonly number[] | null = null): OpenChannel => ({
  tile,
  alpha,
  gradients,
});
const play = (id: string, view: View): Answer | null =>
  rivals.beliefs.find(({ misconception }) => misconception === id)?.play(view) ?? null;

describe("cells", () => {
  it("are as many as hold the share asked for, the fullest first and of equal ones the first", () => {
    expect(holding([6, 3, 1], 60)).toBe(1);
    expect(holding([6, 3, 1], 61)).toBe(2);
    expect(holding([0, 0], 70)).toBe(0);
    expect(best([2, 5, 5, 1], 2)).toEqual([1, 2]);
    expect(best([5, 5, 5], 2)).toEqual([0, 1]);
  });

  it("give no point at 35 % of what there was to catch, all from 90 % on, and evenly between", () => {
    // 35, 62.5, 89 and 90 of 100 in one cell.
    const at = (held: number) => pointsFor([100, held], [1], 1, 100);
    expect([at(35), at(62.5), at(89), at(90), at(100)]).toEqual([0, 50, 98, 100, 100]);
    expect(pointsFor([0, 0], [1], 1, 100)).toBe(0);
    // One cell too few, and all cells instead of one: the emptiest counts.
    expect(pointsFor([50, 50, 0], [0], 2, 100)).toBe(27);
    expect(pointsFor([50, 50, 0], [0, 1, 2], 1, 100)).toBe(0);
  });

  it("know how much of each lies in a box", () => {
    // 8 pixels of the first cell and 4 of its right neighbour in each of two rows.
    const inside = inBox([8, 0, 20, 2]);
    expect([inside[0], inside[1], inside[2], inside[7]]).toEqual([16, 8, 0, 0]);
  });

  it("are for or against, never both", () => {
    expect(positive([3, -2, 0])).toEqual([3, 0, 0]);
    expect(against([3, -2, 0])).toEqual([0, 2, 0]);
  });
});

describe("a map reckoned by hand", () => {
  // Cell 0: 2 · 9 − 1 · 8 = 10; cell 1: 2 · 8 = 16; cell 2: −1 · 9 = −9; cell 3: 2 · 3 = 6.
  const [a, b] = [cells({ 0: 9, 1: 8, 3: 3 }), cells({ 0: 8, 2: 9 })];
  const view: View = { ...blank, hot: 2, cold: 0, channels: [channel(a, 2), channel(b, -1)] };
  const map = cells({ 0: 10, 1: 16, 2: -9, 3: 6 });
  const truth: Truth = { map, shares: [], others: 0 };

  it("is what an expert reckons, and what is asked for", () => {
    expect(expert(view).hot).toEqual([0, 1]);
    expect(challenge.solve({ view, truth }).hot).toEqual([0, 1]);
    expect(scoreOf(challenge.grade({ view, truth }, { hot: [0, 1], cold: [] }))).toBe(100);
    // 16 + 6 of 26: 84.6 %.
    expect(scoreOf(challenge.grade({ view, truth }, { hot: [1, 3], cold: [] }))).toBe(90);
  });

  it("tempts each belief with other cells", () => {
    // Without signs cell 0 has 26 and cells 1 and 2 have 16 and 9; unweighted it is 17, 8, 9; the strongest channel alone likes 0 and 1.
    expect(play("relu-is-cosmetic", view)?.hot).toEqual([0, 1]);
    expect(play("any-class-same-map", view)?.hot).toEqual([0, 2]);
    expect(play("one-channel-decides", view)?.hot).toEqual([0, 1]);
    expect(play("alpha-is-the-peak", view)).toBeNull();
    expect(play("cell-by-cell", view)).toBeNull();
  });

  it("averages gradients at level 5: neither the largest nor the quarter's own is α", () => {
    const one = channel(a, null, [8, -2, -1, -1]);
    expect(alphaOf(one)).toBe(1);
    const two = channel(cells({ 0: 1, 6: 9 }), null, [0, 0, 12, 0]);
    const averaging: View = { ...view, channels: [one, two] };
    // 1 · A1 + 3 · A2: cell 0: 9 + 3 = 12, cell 1: 8, cell 6: 27.
    expect(expert(averaging).hot).toEqual([0, 6]);
    // 8 · A1 + 12 · A2: cell 0: 84, cell 1: 64, cell 6: 108. Quarter by quarter cell 6 has gradient 0.
    expect(play("alpha-is-the-peak", averaging)?.hot).toEqual([0, 6]);
    expect(play("cell-by-cell", averaging)?.hot).toEqual([0, 1]);
  });

  it("tells who did not pass where the heat was, and nobody else", () => {
    const said = (hot: number[], of: View = view) => challenge.grade({ view: of, truth }, { hot, cold: [] }).summary.en;
    expect(said([2, 5])).toContain("The hottest is row 1, column 2, where Σ α·A is 16.");
    expect(said([0, 1])).not.toContain("hottest is");
    // The box covers cell 1 and half of cell 0: 16 + 5 of 32.
    const asked: View = { ...view, channels: [], asked: 0, objects: [{ label: 0, box: [8, 0, 32, 16] }] };
    expect(said([2, 5], asked)).toContain("Of the map's heat, 66% lay in the box of the");
  });

  it("names a belief for its very answer alone, and not where it passes", () => {
    const graded = (hot: number[]) => challenge.grade({ view, truth }, { hot, cold: [] }).misconceptions;
    expect(graded([0, 2])).toEqual(["any-class-same-map"]);
    expect(graded([2, 3])).toEqual([]);
    expect(graded([0, 1])).toEqual([]);
  });

  it("is shown channel by channel, then without its cold cells, then with what was marked", () => {
    const shares = [
      { index: 0, alpha: 2, adds: a.map((v) => 2 * v) },
      { index: 1, alpha: -1, adds: b.map((v) => -v) },
    ];
    const { steps } = challenge.grade({ view, truth: { ...truth, shares } }, { hot: [1, 3], cold: [] });
    expect(steps.map(({ type }) => type)).toEqual(["start", "channel", "channel", "relu", "mine"]);
    expect(steps.map(({ map: now }) => now.slice(0, 4))).toEqual([
      [0, 0, 0, 0],
      [18, 16, 0, 6],
      [10, 16, -9, 6],
      [10, 16, 0, 6],
      [10, 16, 0, 6],
    ]);
  });
});

describe("an answer", () => {
  const { view } = challenge.generate("ready", 3);

  it("needs as many cells as asked for, on both sides, none of them twice", () => {
    const first = (count: number, from = 0) => Array.from({ length: count }, (_, i) => from + i);
    const ready = (hot: number[], cold: number[]) => challenge.check(view, { hot, cold });
    expect(ready(first(view.hot), first(view.cold, 20))).toEqual({ ready: true });
    expect(ready(first(view.hot - 1), first(view.cold, 20))).toMatchObject({ ready: false, missing: { en: "Mark 1 more hot" } });
    expect(ready(first(view.hot), first(view.cold + 1, 20))).toMatchObject({ ready: false, missing: { en: "Take 1 cold back" } });
    expect(ready(first(view.hot), first(view.cold)).ready).toBe(false);
    expect(ready([...first(view.hot - 1), 0], first(view.cold, 20)).ready).toBe(false);
  });

  it("earns half for each side at level 3", () => {
    const instance = challenge.generate("halves", 3);
    const { hot, cold } = challenge.solve(instance);
    const empty = instance.truth.map.flatMap((v, cell) => (v === 0 || (v > 0 && !hot.includes(cell)) ? [cell] : [])).slice(0, cold.length);
    expect(challenge.grade(instance, { hot, cold: empty }).earned).toBe(50);
  });
});

describe("the bank", () => {
  it("has at least 200 scenes of each set, of every class, and asks for any of three objects", () => {
    for (const records of Object.values(SCENES)) {
      expect(records.length).toBeGreaterThanOrEqual(200);
      expect(new Set(records.map(({ objects, asked }) => objects[asked].label)).size).toBe(20);
    }
    expect([...new Set(SCENES.three.map(({ asked }) => asked))].sort()).toEqual([0, 1, 2]);
  });
});
