import { describe, expect, it } from "vitest";
import { describeContract } from "@/tests/contract/describeContract";
import { scoreOf } from "@/lib/challenges";
import { topic } from "../../topic";
import { challenge } from "./challenge";
import golden from "./golden.json";
import { heatIn, roughness, spotOf, total } from "./heat";
import { scoreOfAnswer, type Answer, type Truth, type View } from "./instance";
import { CELLS } from "./recording";
import { expert, rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/** A map with these cells, nothing elsewhere. */
const map = (named: Readonly<Record<number, number>>) => Array.from({ length: CELLS }, (_, cell) => named[cell] ?? 0);
const play = (id: string, view: View): Answer | null =>
  rivals.beliefs.find(({ misconception }) => misconception === id)?.play(view) ?? null;

describe("what is read off a map", () => {
  // Cell 0 is pixels 0–8 each way, cell 1 is 8–16 across.
  it("is the share of the heat in a box, by pixels", () => {
    expect(heatIn(map({ 0: 15, 1: 5 }), [0, 0, 8, 8])).toBe(0.75);
    expect(heatIn(map({ 0: 15, 1: 5 }), [4, 0, 16, 4])).toBe((15 / 4 + 5 / 2) / 20);
    expect(heatIn(map({}), [0, 0, 112, 112])).toBe(0);
  });

  it("is the size of its spot, from half of the hottest cell on, and how strewn it is", () => {
    expect(spotOf(map({ 0: 15, 1: 8, 2: 7 }))).toBe(2);
    expect(total(map({ 0: 15, 1: 8 }))).toBe(23);
    // A corner cell has two neighbours; one that does not touch the rim has four.
    expect(roughness(map({ 0: 10 }))).toBe(2);
    expect(roughness(map({ 15: 10 }))).toBe(4);
    expect(roughness(map({ 15: 10, 16: 10 }))).toBe(3);
  });
});

describe("a board made by hand", () => {
  // The object asked for is on cells 0 and 1, the other one on cells 12 and 13.
  const objects = [
    { label: 11, box: [0, 0, 16, 8] },
    { label: 6, box: [96, 0, 112, 8] },
  ] as const;
  const view: View = {
    place: 0,
    objects,
    asked: 0,
    odd: ["other", "random"],
    maps: [
      // own .5, other .25
      { id: "A", cells: map({ 0: 10, 13: 5, 100: 5 }) },
      // own .9
      { id: "B", cells: map({ 0: 9, 50: 1 }) },
      // on the other object
      { id: "C", cells: map({ 12: 15 }) },
      // own .25, other .25
      { id: "D", cells: map({ 0: 15, 13: 15, 100: 15, 102: 15 }) },
      // own .75, other 0
      { id: "E", cells: map({ 0: 15, 1: 15, 100: 10 }) },
    ],
  };
  const truth: Truth = { order: ["A", "E", "B"], depths: [1, 2, 4], other: "C", random: "D" };

  it("is ordered by heat in the own box less that in the other one's; the odd ones have least", () => {
    expect(expert(view)).toEqual({ order: ["A", "E", "B"], other: "C", random: "D" });
    expect(scoreOf(challenge.grade({ view, truth }, expert(view)))).toBe(100);
  });

  it("counts pairs in order less pairs turned round, a flawless order, and each odd one that was named", () => {
    // Three pairs at two points, 3 for a flawless order, 4 a name: 17 in all.
    const score = (order: string[], other: string, random: string) => {
      const answer = { order, other, random };
      const { earned, total: all } = challenge.grade({ view, truth }, answer);
      expect(scoreOfAnswer(view, truth, answer)).toBe(Math.round((100 * earned) / all));
      return [earned, all];
    };
    expect(score(["A", "B", "E"], "C", "D")).toEqual([10, 17]);
    expect(score(["B", "E", "A"], "C", "D")).toEqual([8, 17]);
    expect(score(["A", "E", "B"], "D", "C")).toEqual([9, 17]);
    // D stands in the order in A's stead: of the pairs one is left.
    expect(score(["D", "E", "B"], "C", "A")).toEqual([6, 17]);
  });

  it("says of an order from the deepest layer to the earliest that it is upside down", () => {
    const said = (order: string[]) => challenge.grade({ view, truth }, { order, other: "C", random: "D" }).summary;
    expect(said(["B", "E", "A"]).en).toContain("upside down");
    expect(said(["B", "E", "A"]).en).toContain("Map A is of the earliest layer, map B of the deepest.");
    expect(said(["B", "E", "A"]).ko).toContain("거꾸로");
    // One pair is in order.
    expect(said(["E", "B", "A"]).en).not.toContain("upside down");
    expect(said(["A", "E", "B"]).en).not.toContain("upside down");
  });

  it("tempts each belief with another answer", () => {
    expect(play("any-class-same-map", view)?.other).toBe("B");
    expect(play("finds-the-object", view)).toMatchObject({ other: "D" });
    // A single cell has all its neighbours cold: more strewn than D's four.
    expect(play("random-is-noise", { ...view, maps: [...view.maps, { id: "F", cells: map({ 15: 15 }) }] })?.random).toBe("F");
    expect(play("any-class-same-map", { ...view, odd: [] })).toBeNull();
  });

  it("says what is missing, and takes no map twice", () => {
    const ready = (answer: Partial<Answer>) => challenge.check(view, { order: ["A", "E", "B"], other: "C", random: "D", ...answer });
    expect(ready({})).toEqual({ ready: true });
    expect(ready({ other: null })).toMatchObject({ missing: { en: "Name the map of the other class" } });
    expect(ready({ random: null })).toMatchObject({ missing: { en: "Name the map of the random layer" } });
    expect(ready({ order: ["A"] })).toMatchObject({ missing: { en: "Place 2 more" } });
    expect(ready({ random: "C" }).ready).toBe(false);
    expect(ready({ order: ["A", "E", "C"] }).ready).toBe(false);
    expect(challenge.check({ ...view, odd: [] }, { order: ["A", "B", "D", "E"], other: "C", random: null }).ready).toBe(false);
  });

  it("is replayed from the earliest layer on, the odd ones last", () => {
    const { steps } = challenge.grade({ view, truth }, expert(view));
    expect(steps.map(({ id, of }) => [id, of])).toEqual([
      ["A", 1],
      ["E", 2],
      ["B", 4],
      ["C", "other"],
      ["D", "random"],
    ]);
    expect(steps[0]).toMatchObject({ own: 0.5, other: 0.25 });
  });
});

describe("the levels", () => {
  it("have three, four, five maps to order, then one and two that do not belong", () => {
    const shape = ([1, 2, 3, 4, 5] as const).map((level) => {
      const { view, truth } = challenge.generate("shape", level);
      return [view.maps.length, truth.order.length, view.odd.length];
    });
    expect(shape).toEqual([
      [3, 3, 0],
      [4, 4, 0],
      [5, 5, 0],
      [5, 4, 1],
      [6, 4, 2],
    ]);
  });

  it("draw other layers and other letters", () => {
    const drawn = Array.from({ length: 60 }, (_, i) => challenge.generate(`drawn ${i}`, 4).truth);
    expect(new Set(drawn.map(({ other }) => other)).size).toBe(5);
    expect(new Set(drawn.map(({ depths }) => depths.join())).size).toBe(4);
  });
});
