import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf, type Level } from "@/lib/challenges";
import { encodeYoloTarget, yoloResponsibility } from "@/lib/engine/match";
import { encodeYoloCell, iou } from "@/lib/engine/boxes";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { areaOf, holdersOf, SIDE, truthOf, type Answer, type One } from "./instance";
import { beliefs, rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/**
 * Worked by hand on 4 × 4 cells of 112 pixels. A has its centre, (300,150), in cell 6, its corner in 1, its foot in 10. B and C have their
 * centres, (170,270) and (180,280), in cell 9. A's boxes: .75 and .5 of it; B's: 40 of 70 rows and 30 of 40.
 */
const HAND: View = {
  grid: 4,
  objects: [
    { cls: "dog", box: [200, 60, 400, 240], flip: false },
    { cls: "cat", box: [150, 250, 190, 290], flip: false },
    { cls: "sofa", box: [130, 240, 230, 320], flip: false },
  ],
  predicted: [
    [
      { box: [200, 60, 400, 195], confidence: 30 },
      { box: [200, 60, 300, 240], confidence: 90 },
    ],
    [
      { box: [150, 250, 190, 320], confidence: 80 },
      { box: [150, 250, 190, 280], confidence: 20 },
    ],
    [
      { box: [150, 250, 190, 320], confidence: 80 },
      { box: [150, 250, 190, 280], confidence: 20 },
    ],
  ],
  stage: 3,
  shared: true,
  table: true,
};
const RIGHT: One[] = [
  { cell: 6, box: 0, targets: ["iou", "zero"] },
  { cell: 9, box: 1, targets: ["zero", "iou"] },
  { cell: 9, box: "none", targets: [null, null] },
];
const whole = (view: View) => ({ view, truth: null });
const belief = (id: string) => beliefs.find(({ misconception }) => misconception === id)?.play(HAND)?.answers;
const swap = (i: number, change: Partial<One>): Answer => ({ answers: RIGHT.map((one, at) => (at === i ? { ...one, ...change } : one)) });

describe("yolo-responsible on a picture worked by hand", () => {
  it("finds the cell, the box, what is taught, and who is left out", () => {
    expect(challenge.solve(whole(HAND)).answers).toEqual(RIGHT);
    expect(holdersOf(HAND)).toEqual([0, 1, 1]);
    expect(scoreOf(challenge.grade(whole(HAND), { answers: RIGHT }))).toBe(100);
  });

  it("counts .1 cells, .22 boxes, .34 taught cells and .34 shared cells", () => {
    // A wrong cell takes its box and what it is taught along: .1 · ⅔ + .22 · ⅔ + .34 · ½ + .34.
    expect(challenge.grade(whole(HAND), swap(0, { cell: 1 })).earned).toBe(Math.round(1000 * (0.32 * (2 / 3) + 0.17 + 0.34)));
    expect(challenge.grade(whole(HAND), swap(0, { targets: ["one", "zero"] })).earned).toBe(830);
    // C with a box: .1 + .22 · ⅔ + .34 + 0.
    const shared = challenge.grade(whole(HAND), swap(2, { box: 0, targets: ["iou", "zero"] }));
    expect(shared.earned).toBe(Math.round(1000 * (0.1 + 0.22 * (2 / 3) + 0.34)));
    expect(shared.parts.map(({ correct }) => correct)).toEqual([true, true, false]);
    expect(shared.parts[2].note?.en).toContain("B, whose letter comes first, has taken that cell");
  });

  it("does not count what was said of the confidences of an object without a box", () => {
    expect(scoreOf(challenge.grade(whole(HAND), swap(2, { targets: ["one", "one"] })))).toBe(100);
  });

  it.each<[string, One[]]>([
    ["corner-decides", [{ ...RIGHT[0], cell: 1 }, RIGHT[1], RIGHT[2]]],
    ["foot-decides", [{ ...RIGHT[0], cell: 10 }, RIGHT[1], RIGHT[2]]],
    ["confidence-decides", [{ cell: 6, box: 1, targets: ["zero", "iou"] }, { cell: 9, box: 0, targets: ["iou", "zero"] }, RIGHT[2]]],
    ["larger-box-decides", [RIGHT[0], { cell: 9, box: 0, targets: ["iou", "zero"] }, RIGHT[2]]],
    ["first-box-answers", [RIGHT[0], { cell: 9, box: 0, targets: ["iou", "zero"] }, RIGHT[2]]],
    ["target-is-one", [{ ...RIGHT[0], targets: ["one", "zero"] }, { ...RIGHT[1], targets: ["zero", "one"] }, RIGHT[2]]],
    ["every-box-its-iou", [{ ...RIGHT[0], targets: ["iou", "iou"] }, { ...RIGHT[1], targets: ["iou", "iou"] }, RIGHT[2]]],
    ["everybody-has-a-box", [RIGHT[0], RIGHT[1], { cell: 9, box: 0, targets: ["iou", "zero"] }]],
    ["larger-object-stays", [RIGHT[0], { ...RIGHT[2], cell: 9 }, { cell: 9, box: 0, targets: ["iou", "zero"] }]],
  ])("has %s answer so", (id, answers) => {
    expect(belief(id)).toEqual(answers);
  });

  it("says which objects are open, and refuses answers that do not fit", () => {
    const missing = (answers: readonly One[], view = HAND) => {
      const ready = challenge.check(view, { answers });
      return ready.ready ? "" : ready.missing.en;
    };
    expect(missing(challenge.empty(HAND).answers)).toBe("Still open: A, B, C");
    expect(missing(swap(1, { targets: ["iou", null] }).answers)).toBe("Still open: B");
    expect(missing(RIGHT)).toBe("");
    expect(missing(swap(0, { box: 2 }).answers)).toBe("The answer does not fit the picture");
    expect(missing(swap(0, { cell: 16 }).answers)).toBe("The answer does not fit the picture");
    expect(missing(RIGHT, { ...HAND, shared: false })).toBe("The answer does not fit the picture");
  });
});

describe.each(LEVELS)("yolo-responsible at level %i", (level: Level) => {
  const views = Array.from({ length: 60 }, (_, seed) => challenge.generate(`held ${seed}`, level).view);

  it("has the cells, boxes and lost objects of the engine's own target", () => {
    for (const view of views) {
      const head = { S: view.grid, B: Math.max(1, view.predicted[0]?.length ?? 1), C: 1, imageWidth: SIDE, imageHeight: SIDE };
      const boxes = view.objects.flatMap(({ box }) => [...box]);
      const labels = view.objects.map(() => 0);
      const { cells } = encodeYoloTarget(boxes, labels, head);
      const truth = truthOf(view);
      truth.forEach(({ cell, box }, i) => {
        const at = cells[i];
        const { row, column } = encodeYoloCell(view.objects[i].box, SIDE, SIDE, view.grid);
        expect(cell).toBe(row * view.grid + column);
        expect(box === "none").toBe(at === null);
      });
      if (view.stage === 1) continue;
      const prediction = new Float64Array(view.grid * view.grid * (5 * head.B + 1));
      view.predicted.forEach((list, i) =>
        list.forEach(({ box }, b) => {
          const { row, column } = encodeYoloCell(view.objects[i].box, SIDE, SIDE, view.grid);
          const [x1, y1, x2, y2] = box;
          const code = [
            ((x1 + x2) / 2 / SIDE) * view.grid - column,
            ((y1 + y2) / 2 / SIDE) * view.grid - row,
            (x2 - x1) / SIDE,
            (y2 - y1) / SIDE,
          ];
          prediction.set(code, (row * view.grid + column) * (5 * head.B + 1) + 5 * b);
        }),
      );
      const said = yoloResponsibility(prediction, boxes, labels, head).map(({ cell, box }) => [cell[0] * view.grid + cell[1], box]);
      const own = truth.flatMap(({ cell, box }) => (typeof box === "number" ? [[cell, box]] : [])) as number[][];
      expect(said).toEqual(own.sort((a, b) => a[0] - b[0]));
    }
  });

  it("asks for one thing more than the level before, in counts and orders that vary", () => {
    expect(new Set(views.map(({ stage }) => stage))).toEqual(new Set([Math.min(level, 3)]));
    expect(new Set(views.map(({ shared }) => shared))).toEqual(new Set([level >= 4]));
    expect(new Set(views.map(({ table }) => table))).toEqual(new Set([level < 5]));
    expect(new Set(views.map(({ objects }) => objects.length)).size).toBeGreaterThan(1);
    expect(new Set(views.map(({ grid }) => grid)).size).toBeGreaterThan(1);
    for (const view of views) {
      const lost = holdersOf(view).flatMap((holder, i) => (holder === i ? [] : [[holder, i]]));
      expect(lost.length).toBe(level >= 4 ? 2 : 0);
      const area = (i: number) => areaOf(view.objects[i].box);
      // Now the larger object comes first, now the smaller one: neither rule will do.
      expect(lost.filter(([holder, i]) => area(holder) > area(i)).length).toBe(level >= 4 ? 1 : 0);
      view.predicted.forEach((list) => list.forEach(({ box }) => expect(iou(box, [0, 0, SIDE, SIDE])).toBeGreaterThan(0)));
    }
  });
});
