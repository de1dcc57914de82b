import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { fpnLevels } from "@/lib/engine/match";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { byArea, floorLevel, freeLevels, levelsOf, slackOf } from "./instance";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/**
 * Worked by hand at k0 = 4, c = 224, P2 to P5. A 112 × 448: √ = 224 → 4. B 100 × 50: √ = 70.7 = 224 ÷ 3.17 → 2. C 900 × 900: 224 × 4.02 → 6,
 * held to 5. D 40 × 40: 224 ÷ 5.6 → 1, held to 2. E 220 × 220: just under 224 → 3.
 */
const view: View = {
  width: 1344,
  height: 1120,
  boxes: [
    [0, 0, 112, 448],
    [200, 0, 300, 50],
    [0, 100, 900, 1000],
    [500, 20, 540, 60],
    [600, 600, 820, 820],
  ],
  k0: 4,
  canonical: 224,
  lowest: 2,
  highest: 5,
  formula: false,
  grid: 0,
};
const grade = (...levels: number[]) => challenge.grade({ view, truth: null }, { levels });

describe("fpn-level", () => {
  it("gives the hand-worked boxes their levels", () => {
    expect(freeLevels(view)).toEqual([4, 2, 6, 1, 3]);
    expect(levelsOf(view)).toEqual([4, 2, 5, 2, 3]);
  });

  it("compares whole numbers at the bounds: 224² is level 4, a pixel of area less is 3", () => {
    expect(floorLevel(byArea(224, 224, 224), 4)).toBe(4);
    expect(floorLevel({ area: 224 * 224 - 1, unit: 224 * 224 }, 4)).toBe(3);
    expect(floorLevel({ area: 4 * 224 * 224, unit: 224 * 224 }, 4)).toBe(5);
    expect(slackOf({ ...view, boxes: [[0, 0, 224, 448]] })).toBe(1);
  });

  it("agrees with the engine's levels in everything it draws", () => {
    for (const level of LEVELS)
      for (let seed = 0; seed < 200; seed++) {
        const { view: drawn } = challenge.generate(`oracle-${seed}`, level);
        const { k0, canonical, lowest, highest } = drawn;
        const engine = fpnLevels(Float64Array.from(drawn.boxes.flat()), {
          kMin: lowest,
          kMax: highest,
          canonicalSize: canonical,
          canonicalLevel: k0,
        });
        expect(levelsOf(drawn)).toEqual([...engine]);
      }
  });

  it("counts right boxes, and says of a wrong one between which bounds it lies", () => {
    expect(scoreOf(grade(4, 2, 5, 2, 3))).toBe(100);
    const wrong = grade(4, 2, 6, 2, 3);
    expect(wrong.earned).toBe(4);
    expect(wrong.parts[2].note?.en).toBe("√(900 × 900) = 900.0, from 896 to under 1,792: 6, which is not there, so P5.");
    expect(wrong.parts[2].note?.ko).toContain("6이지만 없는 레벨이라 P5예요.");
  });

  it("names the belief whose very answer it is", () => {
    expect(grade(4, 2, 6, 1, 3).misconceptions).toEqual(["range-does-not-bind"]);
    // 448 → 5, 100 → 2, 900 → 6, 40 → 1, 220 → 3.
    expect(grade(5, 2, 5, 2, 3).misconceptions).toEqual(["long-side-decides"]);
    expect(grade(3, 5, 2, 5, 4).misconceptions).toEqual(["large-on-the-finest"]);
  });

  it("takes levels of the board alone", () => {
    const ready = (...levels: (number | null)[]) => challenge.check(view, { levels }).ready;
    expect(ready(4, 2, 5, 2, null)).toBe(false);
    expect(ready(4, 2, 7, 2, 3)).toBe(false);
    expect(ready(4, 2, 6, 1, 3)).toBe(true);
    expect(ready(4, 2, 5)).toBe(false);
  });

  it("adds a decision a level: long boxes, ends, another reference, sides that are multiples of the grid", () => {
    const draws = (level: 1 | 2 | 3 | 4 | 5) => Array.from({ length: 60 }, (_, i) => challenge.generate(`kinds-${i}`, level).view);
    for (const { boxes } of draws(1)) for (const [x1, y1, x2, y2] of boxes) expect(x2 - x1).toBe(y2 - y1);
    for (const drawn of draws(2)) expect(freeLevels(drawn)).toEqual(levelsOf(drawn));
    for (const level of [3, 4, 5] as const)
      for (const drawn of draws(level)) {
        const free = freeLevels(drawn);
        expect(levelsOf(drawn).filter((k, i) => k !== free[i])).toHaveLength(2);
        expect(drawn.formula).toBe(false);
      }
    for (const { k0, canonical } of [...draws(4), ...draws(5)]) expect([k0 === 4, canonical === 224]).toEqual([false, false]);
    for (const { boxes, grid } of draws(5)) for (const value of boxes.flat()) expect(value % grid).toBe(0);
  });
});
