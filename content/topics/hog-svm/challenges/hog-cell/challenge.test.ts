import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { hog } from "@/lib/engine/propose";
import { describeContract } from "@/tests/contract/describeContract";
import { degreesOf, fold, hysteresis, votesOf } from "../../bins";
import { topic } from "../../topic";
import { challenge, type Answer } from "./challenge";
import golden from "./golden.json";
import { arrowsOf, blockWith, gradientsOf, neighboursOf, noBars, rightBars, type View } from "./instance";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/** By hand: 10 at 70° → bar 3; 6 at 250°, folded 70° → bar 3; 4 at 15° → bar 0; 5 at 100° → bar 5. */
const view: View = {
  arrows: [
    { size: 10, degrees: 70 },
    { size: 6, degrees: 250 },
    { size: 4, degrees: 15 },
    { size: 5, degrees: 105 },
  ],
  pixels: null,
  shared: false,
  block: null,
};
const grade = (bars: readonly number[], of: View = view, largest: number | null = null) =>
  challenge.grade({ view: of, truth: null }, { bars, largest });
const bars = (entries: Readonly<Record<number, number>>) => noBars().map((_, bin) => entries[bin] ?? 0);

describe("hog-cell", () => {
  it("adds sizes in the bar of the folded direction", () => {
    expect(rightBars(view)).toEqual(bars({ 0: 4, 3: 16, 5: 5 }));
    expect(scoreOf(grade(bars({ 0: 4, 3: 16, 5: 5 })))).toBe(100);
    // 25 in all, one bar 5 too low and another 5 too high: (25 − 10) / 25.
    expect(scoreOf(grade(bars({ 0: 4, 3: 16, 4: 5 })))).toBe(60);
    expect(grade(bars({ 3: 16 })).parts.find(({ id }) => id === "bar-0")?.note?.en).toBe("Its height is 4: C 4.");
  });

  it("shares a vote between the two nearest middles: 35° is a quarter of the way from 30° to 50°, 175° from 170° to 190°", () => {
    expect(votesOf({ size: 8, degrees: 35 }, true)).toEqual([
      { bin: 1, amount: 6 },
      { bin: 2, amount: 2 },
    ]);
    expect(votesOf({ size: 8, degrees: 355 }, true)).toEqual([
      { bin: 8, amount: 6 },
      { bin: 0, amount: 2 },
    ]);
    expect(votesOf({ size: 8, degrees: 10 }, true)).toEqual([{ bin: 0, amount: 8 }]);
    expect(votesOf({ size: 8, degrees: 0 }, true)).toEqual([
      { bin: 8, amount: 4 },
      { bin: 0, amount: 4 },
    ]);
  });

  it("names the belief whose very bars these are, and none for a mixture", () => {
    expect(grade(bars({ 3: 25 })).misconceptions).toEqual(["gradient-of-each-object"]);
    expect(grade(bars({ 0: 6, 3: 12, 5: 6 })).misconceptions).toEqual(["counts-pixels"]);
    // 70° and 250° turn to 160°, 15° to 105°, 105° to 195° and so to 15°.
    expect(grade(bars({ 0: 5, 5: 4, 8: 16 })).misconceptions).toEqual(["bars-along-the-edge"]);
    expect(grade(bars({ 0: 4, 3: 10, 5: 5 })).misconceptions).toEqual(["signed-directions"]);
    expect(grade(bars({ 0: 4, 3: 10 })).misconceptions).toEqual([]);
  });

  it("asks for both halves at level 5, and says which belief about the block gives a number", () => {
    const block: View = { ...view, shared: true, block: [bars({ 2: 8 }), bars({ 4: 6 }), bars({ 1: 3, 7: 5 })] };
    const right = challenge.solve({ view: block, truth: null });
    expect(challenge.check(block, { ...right, largest: null }).ready).toBe(false);
    expect(scoreOf(grade(right.bars, block, right.largest))).toBe(100);
    expect(scoreOf(grade(right.bars, block, 20))).toBe(60);
    expect(grade(right.bars, block, 20).misconceptions).toEqual(["clip-is-final"]);
    const plain = Math.round(100 * hysteresis(blockWith(right.bars, block.block ?? [])).before);
    expect(grade(right.bars, block, plain).misconceptions).toEqual(["strong-edge-rules"]);
  });
});

describe("its whole numbers and the engine's", () => {
  const image = (data: readonly number[], side: number) => ({ width: side, height: data.length / side, channels: 1, data });

  it("put every vector of a small grid into the same bin", () => {
    for (let x = -30; x <= 30; x++)
      for (let y = -30; y <= 30; y++) {
        if (x === 0 && y === 0) continue;
        // The middle pixel of three by three has the gradient (x, y); all others have none.
        const data = [0, 40, 0, 40, 0, 40 + x, 0, 40 + y, 0];
        const { cells } = hog(image(data, 3), { pixelsPerCell: [3, 3], cellsPerBlock: [1, 1] });
        const bin = cells.findIndex((value) => value > 0);
        expect(Math.floor(fold(degreesOf(x, y)) / 20), `${x}, ${y}`).toBe(bin);
      }
  });

  it("read the same bars from a drawn patch", () => {
    for (let seed = 0; seed < 50; seed++) {
      const { view: drawn } = challenge.generate(`engine-${seed}`, 3);
      const pixels = drawn.pixels ?? [];
      const bars = noBars();
      for (const inner of [0, 1, 2, 3]) {
        const { right, left, below, above } = neighboursOf(pixels, inner);
        const { cells } = hog(image([0, above, 0, left, 0, right, 0, below, 0], 3), { pixelsPerCell: [3, 3], cellsPerBlock: [1, 1] });
        cells.forEach((value, bin) => (bars[bin] += Math.round(9 * value)));
      }
      expect(rightBars(drawn)).toEqual(bars);
      expect(gradientsOf(pixels).every(({ size }) => size > 0)).toBe(true);
    }
  });

  it("normalise a block to the same largest number", () => {
    // Two cells side by side; the engine's own cells go through both.
    const { cells, features } = hog(image([0, 9, 2, 7, 1, 3, 8, 4, 6, 5, 0, 9, 7, 2, 4, 1, 3, 8], 6), {
      pixelsPerCell: [3, 3],
      cellsPerBlock: [1, 2],
    });
    expect(Math.max(...features)).toBeCloseTo(hysteresis([...cells]).after, 6);
  });
});

describe("a drawn cell", () => {
  const drawn = (level: (typeof LEVELS)[number]) => Array.from({ length: 60 }, (_, i) => challenge.generate(`cell-${i}`, level).view);

  it("keeps directions clear of a bin's edge where a vote is whole", () => {
    for (const level of [1, 2, 3] as const)
      for (const each of drawn(level))
        for (const { degrees } of arrowsOf(each)) {
          // Of pixels the nearest is 163.7°, which is 163 whole degrees.
          expect(fold(degrees) % 20).toBeGreaterThanOrEqual(3);
          expect(fold(degrees) % 20).toBeLessThanOrEqual(16);
        }
  });

  it("asks from level 2 on for folding, and at level 5 for a clip that shows", () => {
    for (const level of LEVELS)
      for (const each of drawn(level)) {
        expect(arrowsOf(each).some(({ degrees }) => degrees >= 180)).toBe(level >= 2);
        const { largest }: Answer = challenge.solve({ view: each, truth: null });
        if (level === 5) expect(largest).toBeGreaterThanOrEqual(25);
        else expect(largest).toBeNull();
      }
  });
});
