import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { encodeCenterTarget, encodeYoloTarget, yoloCellLength } from "../match";
import { seeded, type Random } from "../random";
import {
  centernetFocalLoss,
  giouLoss,
  huber,
  sigmoidCrossEntropy,
  sigmoidFocalLoss,
  smoothL1,
  softmaxCrossEntropy,
  yoloLoss,
  type Loss,
  type Reduction,
} from ".";
import {
  centernetFocalLossTensor,
  giouLossTensor,
  huberTensor,
  sigmoidCrossEntropyTensor,
  sigmoidFocalLossTensor,
  smoothL1Tensor,
  softmaxCrossEntropyTensor,
  yoloLossTensor,
} from "./gpu";

const REDUCTIONS: readonly Reduction[] = ["none", "mean", "sum"];
const numbers = (n: number, draw: () => number) => Float32Array.from({ length: n }, draw);

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    expect(Math.abs(actual[i] - expected[i])).toBeLessThanOrEqual(1e-5 + 1e-3 * Math.abs(expected[i]));
  }
}

/** Loss and gradient of a twin, and that it keeps no tensor beyond the two it hands out. */
async function run<T extends tf.Tensor>(prediction: T, loss: (x: T) => tf.Tensor) {
  const before = tf.memory().numTensors;
  const alone = loss(prediction);
  expect(tf.memory().numTensors).toBe(before + 1);
  const { value, grad } = tf.valueAndGrad((x: tf.Tensor) => tf.sum(loss(x as T)))(prediction);
  const out = { losses: await alone.data(), loss: (await value.data())[0], gradient: await grad.data(), shape: alone.shape };
  tf.dispose([alone, value, grad]);
  expect(tf.memory().numTensors).toBe(before);
  return out;
}

function expectTwin(found: Awaited<ReturnType<typeof run>>, plain: Loss, reduction: Reduction): void {
  expectClose(found.losses, reduction === "none" ? plain.losses : [plain.loss]);
  expectClose([found.loss], [plain.loss]);
  expectClose(found.gradient, plain.gradient);
}

/** Gradient descent on one weight matrix or bias; the loss must fall at every tenth step, to a fraction of where it began. */
function expectTraining(variables: tf.Variable[], loss: () => tf.Scalar, rate: number, steps: number, fraction: number): void {
  const before = tf.memory().numTensors;
  const seen: number[] = [];
  for (let step = 0; step < steps; step++) {
    tf.tidy(() => {
      const { value, grads } = tf.variableGrads(loss, variables);
      for (const v of variables) v.assign(tf.sub(v, tf.mul(grads[v.name], rate)));
      if (step % Math.ceil(steps / 10) === 0 || step === steps - 1) seen.push(value.dataSync()[0]);
    });
  }
  for (let i = 1; i < seen.length; i++) expect(seen[i]).toBeLessThan(seen[i - 1]);
  expect(seen[seen.length - 1]).toBeLessThan(fraction * seen[0]);
  expect(tf.memory().numTensors).toBe(before);
  tf.dispose(variables);
}

for (const backend of ["cpu", "wasm"]) {
  describe(`the trainable losses on the ${backend} backend`, () => {
    let random: Random;
    beforeAll(async () => {
      const wasm = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm");
      if (backend === "wasm") setWasmPaths(`${path.dirname(wasm)}/`);
      expect(await tf.setBackend(backend)).toBe(true);
      random = seeded("losses");
    });

    it("agree with the plain sigmoid cross-entropy, value and gradient", async () => {
      const x = numbers(24, () => random.between(-15, 15));
      const t = numbers(24, () => random.next());
      const [logits, targets] = [tf.tensor2d(x, [4, 6]), tf.tensor2d(t, [4, 6])];
      for (const reduction of REDUCTIONS) {
        expectTwin(
          await run(logits, (v) => sigmoidCrossEntropyTensor(v, targets, { reduction })),
          sigmoidCrossEntropy(x, t, { reduction }),
          reduction,
        );
      }
      tf.dispose([logits, targets]);
    });

    it("agree with the plain softmax cross-entropy, with class weights and ignored rows", async () => {
      const x = numbers(30, () => random.between(-9, 9));
      const labels = [0, 4, -1, 2, 4, 1];
      const [logits, ids] = [tf.tensor2d(x, [6, 5]), tf.tensor1d(labels, "int32")];
      for (const reduction of REDUCTIONS) {
        for (const options of [
          { reduction, ignoreLabel: -1 },
          { reduction, ignoreLabel: -1, classWeights: [1, 2, 0.5, 1, 0.1] },
        ]) {
          expectTwin(
            await run(logits, (v) => softmaxCrossEntropyTensor(v, ids, options)),
            softmaxCrossEntropy(x, labels, 5, options),
            reduction,
          );
        }
      }
      const other = labels.map((y) => (y === -1 ? 4 : y));
      const otherIds = tf.tensor1d(other, "int32");
      expectTwin(
        await run(logits, (v) => softmaxCrossEntropyTensor(v, otherIds, { ignoreLabel: 4 })),
        softmaxCrossEntropy(x, other, 5, { ignoreLabel: 4 }),
        "mean",
      );
      tf.dispose([logits, ids, otherIds]);
    });

    it("agree with the plain focal loss for every γ, α and reduction, saturated logits included", async () => {
      const x = Float32Array.from([...numbers(20, () => random.between(-8, 8)), -120, 120, -120, 120, -30, 30]);
      const t = Float32Array.from([...numbers(20, () => random.int(0, 1)), 0, 0, 1, 1, 1, 0]);
      const [logits, targets] = [tf.tensor1d(x), tf.tensor1d(t)];
      for (const gamma of [0, 0.5, 1, 2, 5]) {
        for (const alpha of [-1, 0.25]) {
          for (const reduction of REDUCTIONS) {
            const options = { gamma, alpha, reduction };
            expectTwin(await run(logits, (v) => sigmoidFocalLossTensor(v, targets, options)), sigmoidFocalLoss(x, t, options), reduction);
          }
        }
      }
      tf.dispose([logits, targets]);
    });

    it("agree with the plain smooth L1 and Huber losses at every knee", async () => {
      const p = Float32Array.from([...numbers(18, () => random.between(-3, 3)), 1, 0.5]);
      const q = Float32Array.from([...numbers(18, () => random.between(-3, 3)), 1, 1.5]);
      const [pred, target] = [tf.tensor2d(p, [5, 4]), tf.tensor2d(q, [5, 4])];
      for (const reduction of REDUCTIONS) {
        for (const beta of [0, 0.11, 1, 2]) {
          expectTwin(
            await run(pred, (v) => smoothL1Tensor(v, target, { beta, reduction })),
            smoothL1(p, q, { beta, reduction }),
            reduction,
          );
        }
        expectTwin(
          await run(pred, (v) => huberTensor(v, target, { delta: 0.5, reduction })),
          huber(p, q, { delta: 0.5, reduction }),
          reduction,
        );
      }
      tf.dispose([pred, target]);
    });

    it("agree with the plain GIoU loss on boxes that overlap, lie apart, coincide or have no area", async () => {
      const draw = () => {
        const [x, y] = [random.grid(0, 20, 0.25), random.grid(0, 20, 0.25)];
        return [x, y, x + random.grid(0.5, 12, 0.25), y + random.grid(0.5, 12, 0.25)];
      };
      const p = Float32Array.from([...Array.from({ length: 12 }, draw).flat(), 1, 1, 5, 5, 2, 2, 2, 2, 4, 4, 1, 1]);
      const q = Float32Array.from([...Array.from({ length: 12 }, draw).flat(), 1, 1, 5, 5, 2, 2, 2, 2, 0, 0, 3, 3]);
      const [pred, target] = [tf.tensor2d(p, [15, 4]), tf.tensor2d(q, [15, 4])];
      for (const reduction of REDUCTIONS) {
        expectTwin(await run(pred, (v) => giouLossTensor(v, target, { reduction })), giouLoss(p, q, { reduction }), reduction);
      }
      tf.dispose([pred, target]);
    });

    it("agree with the plain YOLO loss, averaged over a batch, ties and sides below 0 included", async () => {
      const head = { S: 4, B: 3, C: 5, imageWidth: 128, imageHeight: 96 };
      const size = 16 * yoloCellLength(head);
      const scenes = [
        { boxes: [10, 12, 40, 30, 50, 50, 90, 80], labels: [1, 3] },
        { boxes: [100, 3, 120, 90], labels: [4] },
        { boxes: [], labels: [] },
      ];
      const x = numbers(3 * size, () => random.between(-0.1, 1));
      // The second image's cell of the object: three slots without overlap, a tie that the first one wins.
      const cell = size + (1 * 4 + 3) * yoloCellLength(head);
      for (let b = 0; b < 3; b++) x[cell + 5 * b + 2] = -0.2;
      const targets = scenes.map(({ boxes, labels }) => encodeYoloTarget(boxes, labels, head).target);
      const prediction = tf.tensor4d(x, [3, 4, 4, yoloCellLength(head)]);
      const target = tf.tensor4d(Float32Array.from(targets.flatMap((t) => [...t])), [3, 4, 4, yoloCellLength(head)]);
      const plain = scenes.map(({ boxes, labels }, i) => yoloLoss(x.subarray(i * size, (i + 1) * size), boxes, labels, head));
      expect(plain[1].responsible[0]).toMatchObject({ cell: [1, 3], box: 0, iou: 0 });
      const found = await run(prediction, (v) => yoloLossTensor(v, target, head));
      expectClose([found.loss], [plain.reduce((sum, p) => sum + p.total, 0) / 3]);
      expectClose(
        found.gradient,
        plain.flatMap((p) => [...p.gradient].map((g) => g / 3)),
      );
      tf.dispose([prediction, target]);
    });

    it("agree with the plain CenterNet loss, with and without centres", async () => {
      const { heatmap } = encodeCenterTarget([10, 12, 40, 30, 30, 20, 60, 60], [0, 1], {
        stride: 4,
        heatmapWidth: 16,
        heatmapHeight: 16,
        classes: 2,
      });
      for (const map of [heatmap, new Float64Array(512)]) {
        const x = numbers(512, () => random.between(-6, 6));
        const t = Float32Array.from(map);
        const [logits, target] = [tf.tensor4d(x, [1, 2, 16, 16]), tf.tensor4d(t, [1, 2, 16, 16])];
        for (const options of [{}, { alpha: 1, beta: 0 }, { alpha: 0, beta: 2.5 }]) {
          const plain = centernetFocalLoss(x, t, options);
          const found = await run(logits, (v) => centernetFocalLossTensor(v, target, options));
          expectClose([found.loss], [plain.loss]);
          expectClose(found.gradient, plain.gradient);
        }
        tf.dispose([logits, target]);
      }
    });

    describe("train", () => {
      /** 40 points with 3 features, labelled by a fixed plane (or one of three). */
      const points = () => {
        const draw = seeded("points");
        const x = Array.from({ length: 40 }, () => [draw.between(-1, 1), draw.between(-1, 1), 1]);
        return {
          x: tf.tensor2d(x),
          binary: tf.tensor2d(x.map(([a, b]) => [a + 2 * b > 0.2 ? 1 : 0])),
          classes: tf.tensor1d(
            x.map(([a, b]) => (a > 0.3 ? 0 : b > 0 ? 1 : 2)),
            "int32",
          ),
        };
      };

      it("a linear classifier by cross-entropy and by focal loss", () => {
        const { x, binary, classes } = points();
        const w = () => tf.variable(tf.zeros<tf.Rank.R2>([3, 1]));
        const [a, b, c] = [w(), w(), tf.variable(tf.zeros<tf.Rank.R2>([3, 3]))];
        expectTraining([a], () => sigmoidCrossEntropyTensor(tf.matMul(x, a), binary) as tf.Scalar, 1, 60, 0.4);
        expectTraining([b], () => sigmoidFocalLossTensor(tf.matMul(x, b), binary, { reduction: "mean" }) as tf.Scalar, 4, 60, 0.4);
        expectTraining([c], () => softmaxCrossEntropyTensor(tf.matMul(x, c), classes) as tf.Scalar, 1, 80, 0.4);
        tf.dispose([x, binary, classes]);
      });

      it("boxes onto their targets by smooth L1, Huber and GIoU, from where they do not meet", () => {
        const target = tf.tensor2d([
          [2, 2, 6, 5],
          [10, 1, 14, 8],
        ]);
        const start = () =>
          tf.variable(
            tf.tensor2d([
              [8, 7, 10, 9],
              [1, 9, 4, 12],
            ]),
          );
        const [a, b, c] = [start(), start(), start()];
        expectTraining([a], () => smoothL1Tensor(a, target, { reduction: "sum" }) as tf.Scalar, 0.1, 120, 0.01);
        expectTraining([b], () => huberTensor(b, target, { reduction: "sum", delta: 2 }) as tf.Scalar, 0.1, 120, 0.01);
        expectTraining([c], () => giouLossTensor(c, target, { reduction: "sum" }) as tf.Scalar, 0.5, 400, 0.5);
        tf.dispose(target);
      });

      it("a YOLO grid and a CenterNet heatmap from flat starts", () => {
        const head = { S: 3, B: 2, C: 2, imageWidth: 96, imageHeight: 96 };
        const made = encodeYoloTarget([10, 12, 40, 30, 50, 50, 90, 80], [0, 1], head).target;
        const target = tf.tensor4d(Float32Array.from(made), [1, 3, 3, 12]);
        const grid = tf.variable(tf.fill<tf.Rank.R4>([1, 3, 3, 12], 0.3));
        expectTraining([grid], () => yoloLossTensor(grid, target, head), 0.02, 200, 0.05);
        const { heatmap } = encodeCenterTarget([10, 12, 40, 30], [0], { stride: 4, heatmapWidth: 16, heatmapHeight: 16, classes: 1 });
        const peaks = tf.tensor1d(Float32Array.from(heatmap));
        const logits = tf.variable(tf.fill<tf.Rank.R1>([256], -2));
        expectTraining([logits], () => centernetFocalLossTensor(logits, peaks), 0.5, 200, 0.2);
        tf.dispose([target, peaks]);
      });
    });
  });
}

describe("input checks", () => {
  it("name the argument whose shape does not fit", () => {
    const [five, four, boxes, grid] = [tf.zeros([5]), tf.zeros([4]), tf.zeros<tf.Rank.R2>([2, 4]), tf.zeros<tf.Rank.R4>([1, 2, 2, 7])];
    expect(() => sigmoidFocalLossTensor(five, four)).toThrow("target");
    expect(() => sigmoidFocalLossTensor(five, five, { gamma: -1 })).toThrow("gamma");
    expect(() => smoothL1Tensor(five, five, { beta: -1 })).toThrow("beta");
    expect(() => huberTensor(five, five, { delta: 0 })).toThrow("delta");
    expect(() => giouLossTensor(five as unknown as tf.Tensor2D, boxes)).toThrow("pred");
    expect(() => softmaxCrossEntropyTensor(boxes, five as tf.Tensor1D)).toThrow("labels");
    expect(() => yoloLossTensor(grid, grid, { S: 2, B: 2, C: 2 })).toThrow("prediction");
    expect(() => centernetFocalLossTensor(five, four)).toThrow("target");
    tf.dispose([five, four, boxes, grid]);
  });
});
