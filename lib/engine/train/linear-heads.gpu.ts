/** Linear heads on fixed features, each under its own loss: many learn side by side on the same products. */
import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError } from "../errors";
import { sigmoidFocalLossTensor } from "../losses/gpu";
import type { HeadLoss, HeadsState } from "./linear-heads";

export interface HeadsOptions {
  /** [rows, features]. Kept until `dispose`. */
  readonly features: Float32Array;
  /** [rows], 0 or 1. */
  readonly targets: Float32Array;
  readonly losses: readonly HeadLoss[];
  /** Adam's learning rate. */
  readonly rate: number;
}

/** As in `MuonAdam`: a short memory, since the first gradients are far larger than the later ones. */
const BETAS = [0.9, 0.98] as const;

/**
 * Full-batch Adam (arXiv:1412.6980) on the sum of each head's losses divided by the positives, as RetinaNet divides.
 * The step of Adam is plain arithmetic on few numbers; products and losses run on the backend.
 */
export class LinearHeads {
  private readonly rows: number;
  private readonly width: number;
  private readonly x: tf.Tensor2D;
  /** Transposed once: the WASM product is slow with a transpose flag. */
  private readonly xt: tf.Tensor2D;
  private readonly t: tf.Tensor2D;
  private readonly positives: number;

  constructor(private readonly options: HeadsOptions) {
    const { features, targets } = options;
    this.rows = targets.length;
    const columns = features.length / this.rows;
    if (!Number.isInteger(columns)) throw new EngineInputError("features", "must be a whole number of columns a row", features.length);
    this.width = columns + 1;
    // A column of ones stands for the bias.
    const padded = new Float32Array(this.rows * this.width).fill(1);
    for (let r = 0; r < this.rows; r++) padded.set(features.subarray(r * columns, (r + 1) * columns), r * this.width);
    this.x = tf.tensor2d(padded, [this.rows, this.width]);
    this.xt = tf.tidy(() => tf.transpose(this.x));
    this.t = tf.tensor2d(targets, [this.rows, 1]);
    this.positives = Math.max(
      1,
      targets.reduce((sum, value) => sum + value, 0),
    );
  }

  /** One step of every head. @returns the next state, and each head's loss before the step */
  async step({ step, weights, first, second }: HeadsState): Promise<{ state: HeadsState; losses: number[] }> {
    const { losses, rate } = this.options;
    const heads = losses.length;
    const [value, slope] = tf.tidy(() => {
      const w = tf.tensor2d(weights, [this.width, heads]);
      const logits = tf.split(tf.matMul(this.x, w), heads, 1);
      const each = logits.map((z, h) =>
        tf.valueAndGrad((x) => sigmoidFocalLossTensor(x, this.t, { ...losses[h], reduction: "sum" }) as tf.Scalar)(z),
      );
      return [
        tf.stack(each.map((one) => one.value)),
        tf.matMul(
          this.xt,
          tf.concat(
            each.map((one) => one.grad as tf.Tensor2D),
            1,
          ),
        ),
      ];
    });
    const [sums, gradient] = await Promise.all([value.data(), slope.data()]);
    tf.dispose([value, slope]);
    const [b1, b2] = BETAS;
    const next = { step: step + 1, weights: weights.slice(), first: first.slice(), second: second.slice() };
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i] / this.positives;
      next.first[i] = b1 * first[i] + (1 - b1) * g;
      next.second[i] = b2 * second[i] + (1 - b2) * g * g;
      const top = next.first[i] / (1 - Math.pow(b1, next.step));
      const below = Math.sqrt(next.second[i] / (1 - Math.pow(b2, next.step))) + 1e-8;
      next.weights[i] = weights[i] - (rate * top) / below;
    }
    return { state: next, losses: Array.from(sums, (sum) => sum / this.positives) };
  }

  dispose(): void {
    tf.dispose([this.x, this.xt, this.t]);
  }
}
