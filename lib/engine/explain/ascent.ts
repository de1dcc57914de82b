import { EngineInputError } from "../errors";
import type { Tensor } from "../nets";
import { seeded } from "../random";
import { gaussianBlur } from "./maps";
import type { Explanation, Method } from "./subject";

export interface AscentOptions {
  readonly steps: number;
  readonly learningRate: number;
  /** λ of the penalty λ‖x‖². Default 0. */
  readonly lambda?: number;
  /** Weight of the total variation Σ (differences between neighbouring pixels)². Default 0. */
  readonly totalVariation?: number;
  /** Largest shift in pixels: each step looks at a rolled copy. Default 0. Needs `seed`. */
  readonly jitter?: number;
  readonly seed?: string | number;
  /** Gaussian blur of this σ after every `blurEvery` steps. */
  readonly blur?: number;
  readonly blurEvery?: number;
  /** Keeps pixel values inside [low, high]. */
  readonly range?: readonly [number, number];
  /** Copies of the image after these numbers of steps. */
  readonly keep?: readonly number[];
}
export interface Ascent extends Explanation {
  /** J before each step. */
  readonly objective: readonly number[];
  readonly objectiveAfter: number;
  /** By number of steps taken. */
  readonly kept: Readonly<Record<number, Tensor>>;
}

/** What a climb asks for: the explained number and its derivative at an image; at the end the number alone. */
export interface Height {
  readonly value: number;
  readonly gradient: Float64Array;
}

/**
 * The climb itself, whoever finds the gradients: it yields the image at which it needs one, `steps` times, and at last the
 * image it has reached, where only the value is read.
 */
export function* climb(start: Tensor, options: AscentOptions): Generator<Tensor, Ascent, Height> {
  const { steps, learningRate, lambda = 0, totalVariation = 0, jitter = 0, seed, blur = 0, blurEvery = 1, range, keep = [] } = options;
  if (!Number.isInteger(steps) || steps < 0) throw new EngineInputError("steps", "must be a whole number", steps);
  if (!Number.isInteger(jitter) || jitter < 0) throw new EngineInputError("jitter", "must be a whole number of pixels", jitter);
  if (jitter > 0 && seed === undefined) throw new EngineInputError("seed", "is needed for jitter", seed);
  const { shape } = start;
  const random = seeded(seed ?? 0);
  let x: Float64Array = start.data.slice();
  const objective: number[] = [];
  const kept: Record<number, Tensor> = {};
  if (keep.includes(0)) kept[0] = { shape, data: x.slice() };
  for (let step = 1; step <= steps; step++) {
    const dy = jitter > 0 ? random.int(-jitter, jitter) : 0;
    const dx = jitter > 0 ? random.int(-jitter, jitter) : 0;
    const { value, gradient } = yield { shape, data: roll(x, shape, dy, dx) };
    const back = roll(gradient, shape, -dy, -dx);
    const variation = variationOf(x, shape);
    objective.push(value - lambda * squareSum(x) - totalVariation * variation.value);
    for (let i = 0; i < x.length; i++) x[i] += learningRate * (back[i] - 2 * lambda * x[i] - totalVariation * variation.gradient[i]);
    if (blur > 0 && step % blurEvery === 0) x = gaussianBlur({ shape, data: x }, blur).data;
    if (range) for (let i = 0; i < x.length; i++) x[i] = Math.min(Math.max(x[i], range[0]), range[1]);
    if (keep.includes(step)) kept[step] = { shape, data: x.slice() };
  }
  const map = { shape, data: x };
  const { value } = yield map;
  const objectiveAfter = value - lambda * squareSum(x) - totalVariation * variationOf(x, shape).value;
  return { map, objective, objectiveAfter, kept };
}

/**
 * Class visualization by gradient ascent on the input; weights stay fixed, the image changes:
 * x ← x + η · ∂/∂x (S(x) − λ‖x‖² − τ·TV(x)) (Simonyan et al., arXiv:1312.6034, section 2; TV: Mahendran & Vedaldi,
 * arXiv:1412.0035, β = 2). The subject's image is the start; `map` is the image at the end.
 */
export const ascent: Method<AscentOptions, Ascent> = (subject, options) => {
  const path = climb(subject.image, options);
  let next = path.next();
  for (let step = 0; !next.done; step++) {
    next = path.next(
      step < options.steps ? subject.gradientAt(next.value) : { value: subject.valueAt(next.value), gradient: new Float64Array(0) },
    );
  }
  return next.value;
};

function squareSum(x: Float64Array): number {
  return x.reduce((sum, v) => sum + v * v, 0);
}

/** The image shifted by (dy, dx); what leaves on one side enters on the other. */
function roll(x: Float64Array, [channels, h, w]: readonly number[], dy: number, dx: number): Float64Array {
  if (dy === 0 && dx === 0) return x;
  const out = new Float64Array(x.length);
  for (let c = 0; c < channels; c++) {
    for (let row = 0; row < h; row++) {
      const to = (c * h + ((row + dy + h * Math.abs(dy)) % h)) * w;
      for (let i = 0; i < w; i++) out[to + ((i + dx + w * Math.abs(dx)) % w)] = x[(c * h + row) * w + i];
    }
  }
  return out;
}

/** TV(x) = Σ (right − here)² + (below − here)² in every channel, and its derivative. */
function variationOf(x: Float64Array, [channels, h, w]: readonly number[]): { value: number; gradient: Float64Array } {
  const gradient = new Float64Array(x.length);
  let value = 0;
  const pair = (a: number, b: number) => {
    const d = x[b] - x[a];
    value += d * d;
    gradient[b] += 2 * d;
    gradient[a] -= 2 * d;
  };
  for (let c = 0, i = 0; c < channels; c++) {
    for (let row = 0; row < h; row++) {
      for (let column = 0; column < w; column++, i++) {
        if (column + 1 < w) pair(i, i + 1);
        if (row + 1 < h) pair(i, i + w);
      }
    }
  }
  return { value, gradient };
}
