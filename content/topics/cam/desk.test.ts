import { describe, expect, it } from "vitest";
import { LEARNT, MAP_CELLS, mapOf, mean, OBJECT, classAsked, restShare, scoreOf, shareOf, type Desk } from "./desk";
import { settingOf, DEFAULTS } from "./knobs";

const flat = (value: number) => new Float32Array(MAP_CELLS).fill(value);
/** Strip k is k + 1 everywhere, but for its first cell, which holds 197 more. */
const desk: Desk = {
  drawing: null,
  pixels: new Uint8Array(),
  labels: [4, 7],
  classIndex: 4,
  strips: Array.from({ length: 8 }, (_, k) => ({
    channel: 10 + k,
    weight: k % 2 === 0 ? 2 : -1,
    map: flat(k + 1).map((v, i) => (i === 0 ? v + 196 : v)),
  })),
  rest: flat(0.5),
  bias: 3,
};

describe("the desk", () => {
  it("adds up weights times maps, cell by cell", () => {
    // Even strips hold 1, 3, 5, 7 with weight 2; odd ones 2, 4, 6, 8 with weight −1: 32 − 20, plus 0.5 of the rest.
    expect(mapOf(desk, LEARNT)[1]).toBe(12.5);
    // The first cell has 196 more in each: 4 × 2 × 196 − 4 × 196.
    expect(mapOf(desk, LEARNT)[0]).toBe(12.5 + 4 * 196);
    expect(mapOf(desk, { gains: LEARNT.gains.map((_, k) => (k === 0 ? -2 : 0)), others: false })[1]).toBe(-4);
  });

  it("has the same score by means as by the map, wherever the faders stand", () => {
    expect(scoreOf(desk, LEARNT)).toBeCloseTo(12.5 + 4 + 3, 9);
    for (const gains of [LEARNT.gains, [0, 1.5, -2, 0.3, 1, 1, 0, 2], new Array<number>(8).fill(0)])
      for (const others of [true, false])
        expect(mean(mapOf(desk, { gains, others })) + desk.bias).toBeCloseTo(scoreOf(desk, { gains, others }), 9);
  });

  it("loses a channel's share with its fader, and the rest with the switch", () => {
    const down = { gains: LEARNT.gains.map((gain, k) => (k === 1 ? 0 : gain)), others: true };
    // Strip 1: −1 times a mean of 2 + 1.
    expect(shareOf(desk, LEARNT, 1)).toBeCloseTo(-3, 9);
    expect(scoreOf(desk, down)).toBeCloseTo(scoreOf(desk, LEARNT) + 3, 9);
    expect([restShare(desk, LEARNT), restShare(desk, { ...LEARNT, others: false })]).toEqual([0.5, 0]);
  });

  it("asks for an object of the scene, or for any class by its number", () => {
    expect([OBJECT.first, OBJECT.second, 0, 19, 20, -7, 1.5].map((asked) => classAsked(asked, [4, 7]))).toEqual([4, 7, 0, 19, 4, 4, 4]);
  });

  it("takes faders from an address within −2 … 2", () => {
    expect(settingOf({ ...DEFAULTS, g0: 9, g1: -9, g7: 0.4, others: false })).toEqual({
      gains: [2, -2, 1, 1, 1, 1, 1, 0.4],
      others: false,
    });
  });
});
