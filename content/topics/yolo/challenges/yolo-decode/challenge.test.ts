import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf, type Level } from "@/lib/challenges";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { decodeYolo } from "@/lib/engine/match";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { bestOf, scoresOf, trueBox } from "./instance";
import { beliefs, rivals } from "./rivals";
import { linesOf } from "./words";

describeContract(challenge, { rivals, golden, topic });

/** 400 × 200 in 4 × 4 cells of 100 × 50: row 1, column 2, x .5, y .2, w .25, h .5 → centre (250, 60), 100 × 100. */
const HAND: View = {
  width: 400,
  height: 200,
  grid: 4,
  cells: [{ row: 1, column: 2, boxes: [{ x: 50, y: 20, w: 25, h: 50, confidence: 100 }], values: [] }],
  classes: [],
  lit: false,
  start: [6, 6, 66, 56],
};
/** The highest confidence lies in row 0, the highest class value in row 3; .8 · .7 in row 1 beats both: .9 · .4 and .4 · .9. */
const SCORED: View = {
  ...HAND,
  classes: ["dog", "cat", "car", "boat"],
  cells: [
    { row: 0, column: 1, boxes: [{ x: 50, y: 90, w: 20, h: 30, confidence: 90 }], values: [40, 0, 0, 0] },
    { ...HAND.cells[0], boxes: [{ ...HAND.cells[0].boxes[0], confidence: 80 }], values: [10, 70, 0, 0] },
    { row: 3, column: 3, boxes: [{ x: 10, y: 10, w: 20, h: 30, confidence: 40 }], values: [0, 0, 90, 0] },
  ],
};
const whole = (view: View) => ({ view, truth: null });
const played = (id: string, view: View) => beliefs.find(({ misconception }) => misconception === id)?.play(view);

describe("yolo-decode on numbers worked by hand", () => {
  it("measures the centre in the cell and the size in the picture", () => {
    expect(trueBox(HAND)).toEqual([200, 10, 300, 110]);
    expect(linesOf(HAND, bestOf(HAND)).map(({ sum }) => sum)).toEqual([
      "(2 + 0.50) × 100.0 = 250.0",
      "(1 + 0.20) × 50.0 = 60.0",
      "0.25 × 400 = 100.0",
      "0.50 × 200 = 100.0",
      "250.0 ∓ 50.0 = 200, 300",
      "60.0 ∓ 50.0 = 10, 110",
    ]);
  });

  it("gives all points from an IoU of 0.85 and none to 0.5", () => {
    const score = (box: BoxXYXY) => scoreOf(challenge.grade(whole(HAND), { box, cls: null }));
    expect(score([200, 10, 300, 110])).toBe(100);
    // 92 of 100 columns, 108 together: .85. 80 and 120: ⅔. 50 of 150: ⅓.
    expect(score([208, 10, 308, 110])).toBe(100);
    expect(score([220, 10, 320, 110])).toBe(Math.round((100 * (2 / 3 - 0.5)) / 0.35));
    expect(score([250, 10, 350, 110])).toBe(0);
  });

  it.each<[string, BoxXYXY]>([
    ["xy-of-picture", [150, 0, 250, 90]],
    ["wh-of-cell", [238, 48, 263, 73]],
    ["xy-is-corner", [250, 60, 350, 160]],
    ["cell-is-box", [200, 50, 300, 100]],
    ["row-column-swapped", [100, 60, 200, 160]],
  ])("has %s draw so, and names it", (id, box) => {
    expect(played(id, HAND)).toEqual({ box, cls: null });
    expect(challenge.grade(whole(HAND), { box, cls: null }).misconceptions).toEqual([id]);
  });

  it("takes the highest product, 60 points for its box and 40 for its class", () => {
    expect(scoresOf(SCORED).map(({ score }) => score)).toEqual([3600, 5600, 3600]);
    expect(challenge.solve(whole(SCORED))).toEqual({ box: [200, 10, 300, 110], cls: "cat" });
    const box: BoxXYXY = [200, 10, 300, 110];
    expect(challenge.grade(whole(SCORED), { box, cls: "dog" }).earned).toBe(60);
    expect(challenge.grade(whole(SCORED), { box: [6, 6, 66, 56], cls: "cat" }).earned).toBe(40);
    expect(played("confidence-is-the-score", SCORED)?.cls).toBe("dog");
    expect(played("class-value-is-the-score", SCORED)?.cls).toBe("car");
  });

  it("asks for a box in the picture and for a class where there are several", () => {
    const missing = (view: View, box: BoxXYXY | null, cls: "dog" | "sofa" | null) => {
      const ready = challenge.check(view, { box, cls });
      return ready.ready ? "" : ready.missing.en;
    };
    expect(missing(HAND, null, null)).toBe("Move the box");
    expect(missing(HAND, [10, 10, 50, 201], null)).toBe("The box leaves the picture");
    expect(missing(HAND, [10, 10, 14, 50], null)).toBe("The box is too small");
    expect(missing(HAND, [10, 10, 50, 50], "dog")).toBe("No class is asked");
    expect(missing(SCORED, [10, 10, 50, 50], null)).toBe("Choose the class");
    expect(missing(SCORED, [10, 10, 50, 50], "sofa")).toBe("That class is not in the list");
    expect(missing(SCORED, [10, 10, 50, 50], "dog")).toBe("");
  });
});

describe.each(LEVELS)("yolo-decode at level %i", (level: Level) => {
  it("means the box that the engine decodes, from counts, sizes and cells that vary", () => {
    const views = Array.from({ length: 60 }, (_, seed) => challenge.generate(`held ${seed}`, level).view);
    for (const view of views) {
      const head = {
        S: view.grid,
        B: view.cells[0].boxes.length,
        C: Math.max(1, view.classes.length),
        imageWidth: view.width,
        imageHeight: view.height,
      };
      const length = 5 * head.B + head.C;
      const grid = new Float64Array(view.grid * view.grid * length);
      for (const { row, column, boxes, values } of view.cells) {
        const base = (row * view.grid + column) * length;
        boxes.forEach(({ x, y, w, h, confidence }, b) =>
          grid.set(
            [x, y, w, h, confidence].map((value) => value / 100),
            base + 5 * b,
          ),
        );
        grid.set(view.classes.length === 0 ? [1] : values.map((value) => value / 100), base + 5 * head.B);
      }
      const [first] = decodeYolo(grid, head, { score: 0.01, nms: 1 }).detections;
      trueBox(view).forEach((value, i) => expect(value).toBeCloseTo(first.box[i], 9));
      const { cls } = challenge.solve(whole(view));
      expect(cls).toBe(view.classes.length === 0 ? null : view.classes[first.label]);
    }
    expect(new Set(views.map(({ cells }) => `${cells[0].row} ${cells[0].column}`)).size).toBeGreaterThan(8);
    expect(new Set(views.map(({ cells }) => cells.length))).toEqual(new Set([level === 5 ? 4 : 1]));
    expect(views.every(({ width, height }) => width !== height)).toBe(level === 4);
    expect(views.every(({ grid }) => grid !== 7)).toBe(level === 4);
    const small = views.filter(({ cells }) => Math.min(cells[0].boxes[0].w, cells[0].boxes[0].h) < 12);
    expect(small.length).toBe(level === 3 ? views.length : 0);
  });
});
