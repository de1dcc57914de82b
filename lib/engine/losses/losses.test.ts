import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGradient } from "../autograd";
import { giou, pairwiseGiou, type BoxXYXY } from "../boxes";
import { encodeCenterTarget, encodeYoloTarget, yoloCellLength } from "../match";
import { seeded } from "../random";
import {
  centernetFocalLoss,
  giouLoss,
  huber,
  sigmoidCrossEntropy,
  smoothL1,
  softmaxCrossEntropy,
  softplus,
  YOLO_LEAST_SIDE,
  yoloLoss,
} from ".";

const real = fc.double({ min: -6, max: 6, noNaN: true });

describe("softmaxCrossEntropy", () => {
  it("is 0.407606 for logits 2, 1, 0 of label 0, with the gradient softmax − one-hot", () => {
    const { loss, gradient } = softmaxCrossEntropy([2, 1, 0], [0], 3);
    expect(loss).toBeCloseTo(0.407606, 6);
    [-0.334759, 0.244728, 0.0900306].forEach((g, c) => expect(gradient[c]).toBeCloseTo(g, 6));
  });

  it("has the gradient that central differences find, with class weights, an ignored label and each reduction", () => {
    const rows = fc.array(fc.tuple(fc.array(real, { minLength: 4, maxLength: 4 }), fc.integer({ min: -1, max: 3 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, fc.constantFrom("mean" as const, "sum" as const), (list, reduction) => {
        const logits = list.flatMap(([x]) => x);
        const labels = list.map(([, y]) => y);
        const options = { reduction, classWeights: [1, 0.1, 2, 0.5], ignoreLabel: -1 };
        const { gradient } = softmaxCrossEntropy(logits, labels, 4, options);
        expect(checkGradient((x) => softmaxCrossEntropy(x, labels, 4, options).loss, logits, gradient).relative).toBeLessThan(1e-6);
      }),
    );
  });

  it("does not change when a number is added to all logits of a row, however large", () => {
    expect(softmaxCrossEntropy([1002, 1001, 1000], [0], 3).loss).toBeCloseTo(softmaxCrossEntropy([2, 1, 0], [0], 3).loss, 9);
    expect(softmaxCrossEntropy([-1e4, 1e4], [0], 2).loss).toBe(2e4);
  });

  it("divides the mean by the weights of the rows that count", () => {
    const options = { classWeights: [1, 3], ignoreLabel: 9 };
    const mean = softmaxCrossEntropy([0, 0, 0, 0, 5, 5], [0, 1, 9], 2, options);
    expect(mean.loss).toBeCloseTo(Math.LN2, 12);
    expect([...mean.gradient.subarray(4)]).toEqual([0, 0]);
    expect(softmaxCrossEntropy([1, 2], [9], 2, options).loss).toBe(0);
  });

  it("names the argument that does not fit", () => {
    expect(() => softmaxCrossEntropy([1, 2], [2], 2)).toThrow("labels[0]");
    expect(() => softmaxCrossEntropy([1, 2, 3], [0], 2)).toThrow("logits");
    expect(() => softmaxCrossEntropy([1, Infinity], [0], 2)).toThrow("logits[1]");
    expect(() => softmaxCrossEntropy([1, 2], [0], 2, { classWeights: [1, -1] })).toThrow("classWeights[1]");
    expect(() => softmaxCrossEntropy([], [], 0)).toThrow("classes");
  });
});

describe("sigmoidCrossEntropy", () => {
  it("is ln 2 at logit 0 for either target and 0.0100503 at the prior 0.01's bias for a negative", () => {
    expect([...sigmoidCrossEntropy([0, 0], [0, 1]).losses]).toEqual([Math.LN2, Math.LN2]);
    expect(sigmoidCrossEntropy([-4.59512], [0]).loss).toBeCloseTo(0.0100503, 7);
  });

  it("has the gradient that central differences find", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(real, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 8 }), (list) => {
        const x = list.map(([v]) => v);
        const t = list.map(([, v]) => v);
        const { gradient } = sigmoidCrossEntropy(x, t);
        expect(checkGradient((v) => sigmoidCrossEntropy(v, t).loss, x, gradient).relative).toBeLessThan(1e-6);
      }),
    );
  });
});

describe("smoothL1 and huber", () => {
  it("bend from a parabola to a line at the knee, which belongs to the line", () => {
    expect([...smoothL1([0.5, 3, 1, -1], [0, 0, 0, 0], { reduction: "none" }).losses]).toEqual([0.125, 2.5, 0.5, 0.5]);
    expect([...smoothL1([0.5, 3, 1, -1], [0, 0, 0, 0], { reduction: "none" }).gradient]).toEqual([0.5, 1, 1, -1]);
    expect(huber([3], [0], { delta: 2 }).loss).toBe(4);
    expect(huber([3], [0], { delta: 2 }).gradient[0]).toBe(2);
  });

  it("with β 0 is L1, with gradient 0 at 0", () => {
    const { losses, gradient } = smoothL1([2, -3, 1], [0, 0, 1], { beta: 0, reduction: "sum" });
    expect([...losses]).toEqual([2, 3, 0]);
    expect([...gradient]).toEqual([1, -1, 0]);
  });

  it("differ by the factor δ, and have the gradient that central differences find", () => {
    fc.assert(
      fc.property(fc.array(real, { minLength: 1, maxLength: 8 }), fc.constantFrom(0.11, 0.5, 1, 2), (d, knee) => {
        const zero = d.map(() => 0);
        const smooth = smoothL1(d, zero, { beta: knee });
        const hub = huber(d, zero, { delta: knee });
        expect(hub.loss).toBeCloseTo(knee * smooth.loss, 10);
        // The slope is continuous, so a step over the knee costs no more than step · curvature.
        expect(checkGradient((x) => smoothL1(x, zero, { beta: knee }).loss, d, smooth.gradient).absolute).toBeLessThan(1e-3);
      }),
    );
  });

  it("refuse a knee that is none", () => {
    expect(() => smoothL1([1], [1], { beta: -1 })).toThrow("beta");
    expect(() => huber([1], [1], { delta: 0 })).toThrow("delta");
    expect(() => smoothL1([1, 2], [1])).toThrow("target");
  });
});

/** Boxes with edges on quarters plus an offset: with different offsets no two edges coincide, where the loss would have a kink. */
const boxAt = (offset: number) =>
  fc.tuple(...[-20, -20, 1, 1].map((low) => fc.integer({ min: low, max: 20 }))).map(([x, y, w, h]): BoxXYXY => {
    const [left, top] = [x / 4 + offset, y / 4 + offset];
    return [left, top, left + w / 4, top + h / 4];
  });
const boxArb = boxAt(0);
const offBoxArb = boxAt(0.11);

describe("giouLoss", () => {
  it("is 4/3 for two unit boxes a unit apart, and points the box towards its target", () => {
    const { loss, gradient } = giouLoss([0, 0, 1, 1], [2, 0, 3, 1]);
    expect(loss).toBeCloseTo(4 / 3, 12);
    // Stepping against the gradient moves the right edge to the right.
    expect(gradient[2]).toBeLessThan(0);
  });

  it("is 1 − GIoU of each pair", () => {
    fc.assert(
      fc.property(boxArb, boxArb, (a, b) => {
        expect(giouLoss([...a], [...b]).loss).toBeCloseTo(1 - pairwiseGiou([...a], [...b])[0], 10);
        expect(giouLoss([...a], [...b]).loss).toBeCloseTo(1 - giou(a, b), 10);
      }),
    );
  });

  it("has the gradient that central differences find, boxes apart or overlapping", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(boxArb, offBoxArb), { minLength: 1, maxLength: 4 }),
        fc.constantFrom("mean" as const, "sum" as const),
        (list, reduction) => {
          const pred = list.flatMap(([a]) => [...a]);
          const target = list.flatMap(([, b]) => [...b]);
          const { gradient } = giouLoss(pred, target, { reduction });
          expect(checkGradient((x) => giouLoss(x, target, { reduction }).loss, pred, gradient).relative).toBeLessThan(1e-5);
        },
      ),
    );
  });

  it("is 0 with gradient 0 for equal boxes, and finite for boxes without area", () => {
    const same = giouLoss([1, 2, 4, 6], [1, 2, 4, 6]);
    expect(same.loss).toBe(0);
    same.gradient.forEach((g) => expect(g).toBeCloseTo(0, 15));
    const empty = giouLoss([1, 1, 1, 1, 3, 3, 2, 2], [1, 1, 1, 1, 0, 0, 1, 1], { reduction: "none" });
    expect([...empty.losses, ...empty.gradient].every(Number.isFinite)).toBe(true);
  });

  it("names the argument that does not fit", () => {
    expect(() => giouLoss([1, 2, 3], [1, 2, 3])).toThrow("pred");
    expect(() => giouLoss([0, 0, 1, 1], [])).toThrow("target");
    expect(() => giouLoss([0, 0, 1, NaN], [0, 0, 1, 1])).toThrow("pred[0][3]");
  });
});

const head = { S: 3, B: 2, C: 4, imageWidth: 96, imageHeight: 96 };
const boxes = [10, 12, 40, 30, 50, 50, 90, 80];
const labels = [1, 3];

function prediction(seed: string): Float64Array {
  const random = seeded(seed);
  return Float64Array.from({ length: head.S * head.S * yoloCellLength(head) }, () => random.between(0.05, 0.95));
}

describe("yoloLoss", () => {
  it("has the gradient that central differences find, the IoU of the answering slot held constant", () => {
    for (const seed of ["a", "b", "c"]) {
      const at = prediction(seed);
      const { gradient, responsible } = yoloLoss(at, boxes, labels, head);
      // Box numbers move the IoU, a confidence's target: its square is taken out to compare, as the gradient leaves it out too.
      const withoutTarget = (x: Float64Array) => {
        const found = yoloLoss(x, boxes, labels, head);
        const confObj = responsible.reduce(
          (sum, { cell, box, iou }) => sum + (x[(cell[0] * 3 + cell[1]) * 14 + 5 * box + 4] - iou) ** 2,
          0,
        );
        return found.total - found.parts.confObj + confObj;
      };
      expect(checkGradient(withoutTarget, at, gradient).relative).toBeLessThan(1e-6);
    }
  });

  it("without objects is λ_noobj times the squared confidences", () => {
    const at = prediction("none");
    const { total, parts, responsible } = yoloLoss(at, [], [], head, { lambdaNoobj: 0.25 });
    const squares = [...at].reduce((sum, v, i) => sum + ([4, 9].includes(i % 14) ? v * v : 0), 0);
    expect(total).toBeCloseTo(0.25 * squares, 12);
    expect(parts.coord + parts.size + parts.confObj + parts.class).toBe(0);
    expect(responsible).toEqual([]);
  });

  it("is 0 on its own target, where the first slot answers and the second is silent", () => {
    const { target } = encodeYoloTarget(boxes, labels, head);
    for (let cell = 0; cell < 9; cell++) target[cell * 14 + 9] = 0;
    const { total, responsible } = yoloLoss(target, boxes, labels, head);
    expect(total).toBeCloseTo(0, 20);
    expect(responsible.map((r) => r.box)).toEqual([0, 0]);
  });

  it("goes on along the tangent where a side is 0 or below, and pushes it up", () => {
    const one = { S: 1, B: 1, C: 1, imageWidth: 1, imageHeight: 1 };
    const at = (w: number) => Float64Array.of(0.5, 0.5, w, 0.4, 0.7, 1);
    const of = (x: Float64Array) => yoloLoss(x, [0.2, 0.3, 0.8, 0.7], [0], one, { lambdaCoord: 1 });
    for (const w of [-2, 0, YOLO_LEAST_SIDE / 2]) {
      const { gradient, parts } = of(at(w));
      expect(gradient[2]).toBeLessThan(0);
      expect(parts.size).toBeGreaterThan(of(at(0.01)).parts.size);
      expect(checkGradient((x) => of(x).parts.size, at(w), Float64Array.of(0, 0, gradient[2], 0, 0, 0), 1e-6).relative).toBeLessThan(1e-6);
    }
    expect(of(at(-2)).responsible[0].iou).toBe(0);
  });

  it("counts a small box's error in size more than a large one's", () => {
    const one = { S: 1, B: 1, C: 1, imageWidth: 1, imageHeight: 1 };
    const size = (w: number, off: number) =>
      yoloLoss([0.5, 0.5, w + off, w, 1, 1], [0.5 - w / 2, 0.5 - w / 2, 0.5 + w / 2, 0.5 + w / 2], [0], one).parts.size;
    expect(size(0.1, 0.05)).toBeGreaterThan(3 * size(0.8, 0.05));
  });

  it("leaves its arguments as they were and names the one that does not fit", () => {
    const at = prediction("a");
    const copy = at.slice();
    yoloLoss(at, boxes, labels, head);
    expect([...at]).toEqual([...copy]);
    expect(() => yoloLoss(at.subarray(1), boxes, labels, head)).toThrow("prediction");
    expect(() => yoloLoss(at, boxes, [9, 9], head)).toThrow("labels[0]");
    expect(() => yoloLoss(at, boxes, labels, head, { lambdaCoord: -1 })).toThrow("lambdaCoord");
    expect(() => yoloLoss(at, [20, 10, 10, 20], [0], head)).toThrow("boxes");
  });
});

describe("centernetFocalLoss", () => {
  it("is 0.173287 for one centre and 0.0108304 for one cell at half height, both at logit 0", () => {
    expect(centernetFocalLoss([0], [1]).loss).toBeCloseTo(0.25 * Math.LN2, 12);
    expect(centernetFocalLoss([0], [0.5]).loss).toBeCloseTo(0.0625 * 0.25 * Math.LN2, 12);
    expect(0.0625 * 0.25 * Math.LN2).toBeCloseTo(0.0108304, 7);
  });

  it("has the gradient that central differences find", () => {
    const { heatmap } = encodeCenterTarget(boxes, labels, { stride: 4, heatmapWidth: 24, heatmapHeight: 24, classes: 4 });
    const target = heatmap.subarray(576, 1152);
    const random = seeded("centre");
    const logits = Float64Array.from(target, () => random.between(-5, 5));
    for (const options of [{}, { alpha: 1, beta: 2 }, { alpha: 0, beta: 0 }, { alpha: 2.5, beta: 0.5 }]) {
      const { gradient } = centernetFocalLoss(logits, target, options);
      expect(checkGradient((x) => centernetFocalLoss(x, target, options).loss, logits, gradient).relative).toBeLessThan(1e-6);
    }
  });

  it("divides by the number of centres, by 1 where there is none", () => {
    expect(centernetFocalLoss([0, 0], [1, 1])).toMatchObject({ centres: 2, loss: 0.25 * Math.LN2 });
    expect(centernetFocalLoss([0, 0], [0, 0])).toMatchObject({ centres: 0, loss: 0.5 * Math.LN2 });
  });

  it("forgives a confident cell beside a centre more than one far away", () => {
    expect(centernetFocalLoss([2], [0.9]).loss).toBeLessThan(centernetFocalLoss([2], [0]).loss / 1000);
  });

  it("stays finite at saturated logits", () => {
    const { loss, gradient } = centernetFocalLoss([-800, 800, 800, -800], [1, 1, 0, 0]);
    expect(loss).toBe(800);
    expect([...gradient].map((g) => g + 0)).toEqual([-0.5, 0, 0.5, 0]);
    expect(softplus(800)).toBe(800);
  });

  it("names the argument that does not fit", () => {
    expect(() => centernetFocalLoss([0], [1.1])).toThrow("target[0]");
    expect(() => centernetFocalLoss([0], [])).toThrow("target");
    expect(() => centernetFocalLoss([0], [1], { beta: -1 })).toThrow("beta");
  });
});

describe("the losses of this file", () => {
  it("leaves its arguments as they were, under each reduction", () => {
    const frozen = (...values: number[]) => Object.freeze(values);
    const [pred, target] = [frozen(0, 0, 3, 3), frozen(1, 1, 4, 5)];
    // A write to a frozen list throws.
    for (const reduction of ["none", "mean", "sum"] as const) {
      smoothL1(pred, target, { reduction });
      huber(pred, target, { reduction });
      giouLoss(pred, target, { reduction });
      sigmoidCrossEntropy(pred, frozen(0, 1, 0.5, 1), { reduction });
      softmaxCrossEntropy(pred, frozen(0, 1), 2, { reduction, classWeights: frozen(1, 2) });
    }
    centernetFocalLoss(pred, frozen(0, 1, 0.5, 1));
    const grid = Object.freeze([...prediction("frozen")]);
    yoloLoss(grid, frozen(...boxes), frozen(...labels), Object.freeze({ ...head }));
    expect([...grid]).toEqual([...prediction("frozen")]);
  });
});
