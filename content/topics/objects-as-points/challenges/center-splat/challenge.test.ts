import { describe, expect, it } from "vitest";
import { LEVELS, type Level } from "@/lib/challenges";
import { iou } from "@/lib/engine/boxes";
import { splatGaussian } from "@/lib/engine/match";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type Answer, type View } from "./challenge";
import golden from "./golden.json";
import { boxOf, HILL, iouAt, PLACEMENTS, radiusOf, solutionOf, strayed } from "./instance";
import { beliefs, rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/** The paper's example: 40 × 40 cells at .7. The right radius is 3.267; the released code's 10.93 leaves an IoU of .2055. */
const SQUARE: View = { width: 40, height: 40, overlap: 70, printed: true, hills: null, targets: [] };
/** Two hills on 9 × 9 cells, R 2 at (3, 4) and R 3 at (6, 4): in (4, 4) .49 and .23, in (5, 4) .06 and .69, in (4, 5) .24 and .16. */
const MEETING: View = {
  ...SQUARE,
  printed: false,
  hills: {
    side: 9,
    hills: [
      { cell: 39, radius: 2 },
      { cell: 42, radius: 3 },
    ],
    asked: [40, 41, 49],
  },
};
/** 10 × 10 by the released code (2.73), 60 × 60 by the right roots (4.90), 24 × 24 by the right roots (1.96). */
const CODES: View = {
  ...SQUARE,
  targets: [
    { side: 10, radius: 2 },
    { side: 60, radius: 4 },
    { side: 24, radius: 1 },
  ],
};
const whole = (view: View) => ({ view, truth: null });
const play = (id: string, view: View) => beliefs.find(({ misconception }) => misconception === id)?.play(view);
const grade = (view: View, change: Partial<Answer>) => challenge.grade(whole(view), { ...solutionOf(view), ...change });

describe("center-splat worked by hand", () => {
  it("finds the radius at which the worst of three placements has the least IoU", () => {
    expect(radiusOf(SQUARE)).toBeCloseTo(3.267, 3);
    expect(iouAt(SQUARE, radiusOf(SQUARE), "inside")).toBeCloseTo(0.7, 9);
    expect(iouAt(SQUARE, radiusOf(SQUARE, "released"), "inside")).toBeCloseTo(0.2055, 4);
    expect(solutionOf(SQUARE)).toEqual({ radius: 33, values: [], codes: [] });
  });

  it("measures strayed boxes as the engine does", () => {
    for (const placement of PLACEMENTS)
      expect(iouAt(MEETING, 3, placement)).toBeCloseTo(iou(boxOf(MEETING), strayed(MEETING, 3, placement)), 12);
  });

  it("gives all within 5 % of the radius, none from 14 % on", () => {
    // 3.4 is 4.1 % off, 3.5 is 7.1 %, 3.7 is 13.3 %, 3.8 is 16.3 %.
    expect([34, 35, 37, 38].map((radius) => grade(SQUARE, { radius }).earned)).toEqual([100, 76, 8, 0]);
  });

  it("keeps the larger value where hills meet, and takes 26 for each slip", () => {
    expect(solutionOf(MEETING).values).toEqual([49, 69, 24]);
    expect(play("hills-add-up", MEETING)?.values).toEqual([72, 75, 40]);
    expect(play("later-hill-wins", MEETING)?.values).toEqual([23, 69, 16]);
    expect(grade(MEETING, { values: [49, 69, 16] }).earned).toBe(74);
    expect(grade(MEETING, { values: [23, 69, 16] })).toMatchObject({ earned: 52, misconceptions: ["later-hill-wins"] });
    expect(grade(MEETING, { radius: 109 })).toMatchObject({ earned: 48, misconceptions: ["released-roots"] });
  });

  it("tells the codes apart by each box's own radius", () => {
    expect(solutionOf(CODES).codes).toEqual(["released", "geometric", "geometric"]);
    expect(play("wider-hill-is-released", CODES)?.codes).toEqual(["geometric", "released", "geometric"]);
    const wrong = grade(CODES, { codes: ["geometric", "geometric", "geometric"] });
    expect(wrong.earned).toBe(74);
    expect(wrong.parts[1].note?.en).toContain("For 10×10 the right roots give 0.82, the released code 2.73");
  });

  it("says what is open", () => {
    const missing = (view: View, answer: Answer) => {
      const ready = challenge.check(view, answer);
      return ready.ready ? "" : ready.missing.en;
    };
    expect(missing(SQUARE, challenge.empty(SQUARE))).toBe("Set the radius");
    expect(missing(MEETING, { ...challenge.empty(MEETING), radius: 33 })).toBe("3 still open");
    expect(missing(SQUARE, { radius: 33, values: [1], codes: [] })).toBe("The answer does not fit the picture");
  });
});

describe("the table of hills", () => {
  it.each([2, 3])("is the engine's Gaussian of R %i in hundredths", (radius) => {
    const map = new Float64Array(81);
    splatGaussian(map, 9, 9, 4, 4, radius);
    map.forEach((value, cell) => {
      const [dx, dy] = [(cell % 9) - 4, Math.floor(cell / 9) - 4];
      if (Math.max(Math.abs(dx), Math.abs(dy)) <= radius) expect(HILL[radius][dx * dx + dy * dy]).toBe(Math.round(100 * value));
      else expect(value).toBe(0);
    });
  });
});

describe.each(LEVELS)("center-splat at level %i", (level: Level) => {
  const views = Array.from({ length: 60 }, (_, seed) => challenge.generate(`held ${seed}`, level).view);

  it("asks for one thing more than the level before", () => {
    expect(views.every(({ width, height }) => (width === height) === (level === 1))).toBe(true);
    expect(views.some(({ overlap }) => overlap !== 70)).toBe(level >= 3);
    expect(views.every(({ hills }) => (hills !== null) === (level === 4))).toBe(true);
    expect(views.every(({ targets }) => targets.length === (level === 5 ? 3 : 0))).toBe(true);
    expect(views.every(({ printed }) => printed === (level === 1))).toBe(true);
    for (const view of views) {
      const worst = Math.min(...PLACEMENTS.map((placement) => iouAt(view, radiusOf(view), placement)));
      expect(worst).toBeCloseTo(view.overlap / 100, 9);
    }
  });
});
