import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge } from "./challenge";
import golden from "./golden.json";
import { shareOf, supportOf, type View } from "./instance";
import { rivals } from "./rivals";
import { marginOf, strays, touching, widestGap, widthOf, type Ends } from "./street";

describeContract(challenge, { rivals, golden, topic });

const at = (x: number, y: number, object: boolean) => ({ x, y, object });
/** By hand: objects on x = 20 and 10, background from x = 60 on, where only (60, 50) stands; the street is 40 wide, its middle x = 40. */
const upright: View = { points: [at(20, 30, true), at(20, 70, true), at(10, 50, true), at(60, 50, false), at(80, 20, false)], touch: true };
const grade = (ends: Ends, support: readonly number[] = [], view = upright) =>
  challenge.grade({ view, truth: null }, { ends, support: [...support] });

describe("a street", () => {
  it("is as wide as the nearest points leave it", () => {
    expect(widthOf(widestGap(upright.points))).toBe(40);
    expect(touching(widestGap(upright.points), upright.points)).toEqual([0, 1, 3]);
    expect(marginOf([40, 0, 40, 100], upright.points)).toBe(20);
    // The same line whichever end comes first, and whatever its direction.
    expect(marginOf([30, 90, 30, 10], upright.points)).toBe(10);
    expect(marginOf([70, 90, 70, 10], upright.points)).toBe(-10);
    expect(strays([70, 90, 70, 10], upright.points)).toBe(1);
    expect(strays([0, 40, 100, 40], upright.points)).toBe(2);
  });

  it("between two points alone stands straight across them", () => {
    const pair = [at(20, 30, true), at(50, 70, false)];
    expect(widthOf(widestGap(pair))).toBe(50);
  });

  it("is nowhere wider than the widest of half a degree's directions", () => {
    for (const level of LEVELS)
      for (let seed = 0; seed < 20; seed++) {
        const { points } = challenge.generate(`scan-${seed}`, level).view;
        let widest = 0;
        for (let k = 0; k < 360; k++) {
          const [x, y] = [Math.cos((k * Math.PI) / 360), Math.sin((k * Math.PI) / 360)];
          const of = (object: boolean) => points.filter((point) => point.object === object).map((point) => x * point.x + y * point.y);
          const [a, b] = [of(true), of(false)];
          widest = Math.max(widest, Math.min(...a) - Math.max(...b), Math.min(...b) - Math.max(...a));
        }
        const best = widthOf(widestGap(points));
        expect(widest, `seed ${seed}, level ${level}`).toBeLessThanOrEqual(best + 1e-9);
        expect(widest, `seed ${seed}, level ${level}`).toBeGreaterThan(0.9 * best);
      }
  });

  it("stays when every point that does not touch it is taken away", () => {
    for (let seed = 0; seed < 30; seed++) {
      const { view } = challenge.generate(`held-${seed}`, 5);
      const held = supportOf(view);
      const left = view.points.filter((_, i) => held.includes(i));
      expect(widthOf(widestGap(left))).toBeCloseTo(widthOf(widestGap(view.points)), 9);
    }
  });
});

describe("svm-margin", () => {
  it("gives everything from 92% of the widest street on, and nothing at 30%", () => {
    const free: View = { ...upright, touch: false };
    expect(scoreOf(grade([40, 0, 40, 100], [], free))).toBe(100);
    // 19 of 20 to the nearest point.
    expect(scoreOf(grade([41, 0, 41, 100], [], free))).toBe(100);
    // 13 of 20: (0.65 − 0.3) / 0.62.
    expect(shareOf([47, 0, 47, 100], free.points)).toBe(0.65);
    expect(scoreOf(grade([47, 0, 47, 100], [], free))).toBe(56);
    expect(scoreOf(grade([54, 0, 54, 100], [], free))).toBe(0);
    expect(grade([70, 0, 70, 100], [], free).summary.en).toBe("The line does not part the clouds: 1 point is on the wrong side.");
  });

  it("asks for line and support vectors where both are asked for: neither passes alone", () => {
    expect(scoreOf(grade([40, 0, 40, 100], [0, 1, 3]))).toBe(100);
    expect(scoreOf(grade([40, 0, 40, 100], [2]))).toBe(66);
    expect(scoreOf(grade([54, 0, 54, 100], [0, 1, 3]))).toBe(34);
    // Everything chosen: three hits, two extras.
    expect(scoreOf(grade([40, 0, 40, 100], [0, 1, 2, 3, 4]))).toBe(77);
    expect(grade([40, 0, 40, 100], [0, 3, 4]).summary.en).toBe(
      "That is the widest street. You chose 2 of 3 support vectors, and 1 point that is none.",
    );
  });

  it("does not take a line without a direction, nor points that are not there", () => {
    const ready = (ends: Ends | null, support: number[] = [0]) => challenge.check(upright, { ends, support }).ready;
    expect(ready(null)).toBe(false);
    expect(ready([40, 40, 40, 60])).toBe(false);
    expect(ready([40, 30, 40, 60])).toBe(true);
    expect(ready([40, 30, 40, 60], [])).toBe(false);
    expect(ready([40, 30, 40, 60], [5])).toBe(false);
    expect(ready([40, 30, 40, 60], [1, 1])).toBe(false);
    expect(scoreOf(grade([40, 40, 40, 40]))).toBe(0);
    expect(challenge.answerSchema.safeParse({ ends: [40, 0, 40, 96], support: [] }).success).toBe(false);
  });

  it("draws two or three support vectors, from level 4 on three, well before all others", () => {
    for (const level of LEVELS)
      for (let seed = 0; seed < 40; seed++) {
        const { view } = challenge.generate(`draw-${seed}`, level);
        expect(level >= 4 ? [3] : [2, 3]).toContain(supportOf(view).length);
        expect(view.touch).toBe(level === 5);
      }
  });
});
