import { describe, expect, it } from "vitest";
import type { Tensor } from "../../nets";
import { boxAt, iou, type BoxXYXY } from "../../boxes";
import { RETINANET_ANCHORS, RETINANET_LEVELS, RETINANET_PER_CELL } from "../retinanet/layers";
import { decodeRetinaNet } from "../retinanet/detect.gpu";
import { retinanetTarget } from "../retinanet/targets";
import { SSD_BOXES, SSD_CLASSES, SSD_LEVELS, SSD_PER_CELL } from "../ssd/layers";
import { decodeSsd } from "../ssd/detect.gpu";
import { ssdTarget } from "../ssd/targets";
import { rpnProposals, rpnTarget } from "../faster-rcnn/proposals";
import { RPN_ANCHORS } from "../faster-rcnn/layers";
import { seeded } from "../../random";
import { anchorRows } from "./rows";
import { decodeAnchors } from "./decode";
import { foregroundScores } from "./scores";

const boxes: BoxXYXY[] = [
  [10, 12, 50, 40],
  [60, 30, 100, 110],
  [3, 80, 21, 99],
];
const labels = [11, 14, 2];
const flat = boxes.flatMap((box) => [...box]);

/** Rows of all levels back into the maps of one output, [A·k, h, w] each. */
function asMaps(rows: ArrayLike<number>, each: number, perCell: number, sides: readonly number[]): Tensor[] {
  let from = 0;
  return sides.map((side) => {
    const channels = each * perCell;
    const data = new Float64Array(channels * side * side);
    for (let p = 0; p < side * side; p++) for (let c = 0; c < channels; c++) data[c * side * side + p] = rows[from + p * channels + c];
    from += channels * side * side;
    return { shape: [channels, side, side], data };
  });
}

function expectTheBoxes(found: readonly { label: number; box: BoxXYXY }[]): void {
  expect(new Set(found.map(({ label }) => label))).toEqual(new Set(labels));
  for (const { label, box } of found) expect(iou(box, boxes[labels.indexOf(label)])).toBeGreaterThan(0.999);
}

describe("anchorRows", () => {
  it("brings the numbers of each anchor together, cell by cell", () => {
    const data = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...anchorRows({ shape: [4, 1, 2], data }, 2)]).toEqual([1, 3, 5, 7, 2, 4, 6, 8]);
    expect(() => anchorRows({ shape: [4, 1, 2], data }, 3)).toThrow("channels");
  });
});

describe("foregroundScores", () => {
  it("is a softmax without the background's column", () => {
    expect([...foregroundScores([0, 0, 0], 3, 0)]).toEqual([1 / 3, 1 / 3]);
    const [a, b] = foregroundScores([5, 1, 1000], 3, 2);
    expect(a + b).toBe(0);
  });
});

describe("decodeAnchors", () => {
  it("keeps the better of two boxes of one class, both of two classes, and clips to the picture", () => {
    const anchors = [10, 10, 30, 30, 11, 10, 31, 30, 100, 100, 130, 130];
    const found = decodeAnchors(
      { scores: [0.9, 0, 0.8, 0.7, 0.6, 0], deltas: new Float64Array(12), anchors },
      { weights: [1, 1, 1, 1], score: 0.5, overlap: 0.5 },
    );
    expect(found.map(({ label, score }) => [label, score])).toEqual([
      [0, 0.9],
      [1, 0.7],
      [0, 0.6],
    ]);
    expect([...found[2].box]).toEqual([100, 100, 112, 112]);
  });

  it("looks at no more than the candidates and keeps no more than the limit, the best ones: 300 and 100 when none are stated", () => {
    // 400 small boxes that never touch, the later the better.
    const rows = Array.from({ length: 400 }, (_, i) => [5 * (i % 20), 5 * Math.floor(i / 20)]).map(([x, y]) => [x, y, x + 4, y + 4]);
    const scores = rows.map((_, i) => (i + 1) / 500);
    const found = (options: { limit?: number; candidates?: number }) =>
      decodeAnchors(
        { scores, deltas: new Float64Array(1600), anchors: rows.flat() },
        { weights: [1, 1, 1, 1], score: 0, overlap: 0.5, ...options },
      );
    expect(found({ limit: 2 }).map(({ box }) => box)).toEqual([rows[399], rows[398]]);
    expect(found({ candidates: 3 }).map(({ box }) => box)).toEqual([rows[399], rows[398], rows[397]]);
    expect(found({})).toHaveLength(100);
    expect(found({ limit: 1000 })).toHaveLength(300);
  });
});

describe("targets and decoding are each other's reverse", () => {
  it("SSD: maps that say the target decode to the objects and nothing else", () => {
    const target = ssdTarget(flat, labels);
    const logits = new Float64Array((SSD_BOXES.length / 4) * SSD_CLASSES);
    target.labels.forEach((label, a) => (logits[a * SSD_CLASSES + label] = 20));
    const sides = SSD_LEVELS.map(({ side }) => side);
    const [cls, box] = [asMaps(logits, SSD_CLASSES, SSD_PER_CELL, sides), asMaps(target.deltas, 4, SSD_PER_CELL, sides)];
    expectTheBoxes(
      decodeSsd(
        Object.fromEntries(
          SSD_LEVELS.flatMap(({ name }, i) => [
            [`${name}/cls`, cls[i]],
            [`${name}/box`, box[i]],
          ]),
        ),
        0.5,
      ),
    );
  });

  it("RetinaNet: the same, with the ignored anchors between", () => {
    const target = retinanetTarget(flat, labels);
    expect(target.counted.reduce((sum, v) => sum + v, 0)).toBeLessThan(RETINANET_ANCHORS.length / 4);
    const sides = RETINANET_LEVELS.map(({ side }) => side);
    const [cls, box] = [
      asMaps(
        target.classes.map((v) => (v > 0 ? 10 : -10)),
        20,
        RETINANET_PER_CELL,
        sides,
      ),
      asMaps(target.deltas, 4, RETINANET_PER_CELL, sides),
    ];
    expectTheBoxes(
      decodeRetinaNet(
        Object.fromEntries(
          RETINANET_LEVELS.flatMap(({ name }, i) => [
            [`${name}/cls`, cls[i]],
            [`${name}/box`, box[i]],
          ]),
        ),
        0.5,
      ),
    );
  });

  it("RPN: the anchors of the target propose every object", () => {
    const target = rpnTarget(flat, seeded("test"));
    expect(target.counted.reduce((sum, v) => sum + v, 0)).toBe(64);
    const { boxes: proposed, scores } = rpnProposals(
      target.objects.map((v) => (v > 0 ? 10 : -10)),
      target.deltas,
    );
    const found = Array.from({ length: scores.length }, (_, i) => boxAt(proposed, i)).filter((_, i) => scores[i] > 0.5);
    for (const object of boxes) expect(found.some((box) => iou(box, object) > 0.999)).toBe(true);
  });
});

describe("anchors", () => {
  it("SSD has 1,016 default boxes, RetinaNet 2,349 anchors, the RPN 1,764", () => {
    expect([SSD_BOXES, RETINANET_ANCHORS, RPN_ANCHORS].map((list) => list.length / 4)).toEqual([1016, 2349, 1764]);
  });

  it("an object as small and one as large as scenes have them is covered", () => {
    for (const anchors of [RETINANET_ANCHORS, RPN_ANCHORS]) {
      for (const side of [16, 30, 70]) {
        const box: BoxXYXY = [20, 20, 20 + side, 20 + side];
        let best = 0;
        for (let a = 0; a < anchors.length / 4; a++) best = Math.max(best, iou(box, boxAt(anchors, a)));
        expect(best).toBeGreaterThan(0.5);
      }
    }
  });
});
