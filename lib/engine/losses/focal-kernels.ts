/** The inner loops of the focal loss: one number at a time, or two with SIMD where there is WebAssembly. The bits are the same. */
import { compile } from "../assembly";
import { exp, log1p, pow } from "../exact";
import { requireProbabilities } from "./cross-entropy";
import { BLOCK, constants, FARTHEST, focalModule, NEAREST, PLACES } from "./focal-module";
import { requirePaired } from "./reduction";

/** Below this many numbers a call into WebAssembly gains nothing. */
export const SIMD_FROM = 64;

export interface FocalJob {
  /** [n] */
  readonly logits: ArrayLike<number>;
  /** [n] */
  readonly targets: ArrayLike<number>;
  /** Below 0: no class weights. */
  readonly alpha: number;
  readonly gamma: number;
  /** [n] each, written. */
  readonly losses: Float64Array;
  readonly gradient: Float64Array;
}

/** Throws unless every logit is finite and every target lies in [0, 1]. */
export function requireSound({ logits, targets }: FocalJob): void {
  requirePaired("logits", logits, "targets", targets);
  requireProbabilities("targets", targets);
}

/** q^γ; the usual exponents without pow, which costs as much as the rest of the loss. */
export function focusing(gamma: number): (q: number) => number {
  if (gamma === 0) return () => 1;
  if (gamma === 1) return (q) => q;
  if (gamma === 2) return (q) => q * q;
  return (q) => pow(q, gamma);
}

/** Losses and gradients of `from` … `to` − 1; only where |x| is beyond the pairs' reach, if `rest` is set. */
export function focalOneByOne(job: FocalJob, from: number, to: number, rest = false): void {
  const { logits, targets, alpha, gamma, losses, gradient } = job;
  const power = gamma === 2 ? null : focusing(gamma);
  for (let i = from; i < to; i++) {
    const x = logits[i];
    const t = targets[i];
    if (rest && isForPairs(x)) continue;
    const e = exp(-Math.abs(x));
    const near = 1 / (1 + e);
    const p = x >= 0 ? near : e * near;
    const other = x >= 0 ? e * near : near; // 1 − p
    const q = p * (1 - t) + other * t; // 1 − p_t
    const entropy = (x >= 0 ? x * (1 - t) : -x * t) + log1p(e);
    const weight = alpha < 0 ? 1 : alpha * t + (1 - alpha) * (1 - t);
    const modulation = weight * (power === null ? q * q : power(q));
    losses[i] = modulation * entropy;
    // q^{γ−1} p (1 − p) as q^γ · p (1 − p)/q: at q = 0 (a hard target, all saturated) the ratio is 1, not 0/0.
    const ratio = q > 0 ? (p * other) / q : 1;
    gradient[i] = modulation * (p * (1 - t) - other * t + entropy * gamma * (1 - 2 * t) * ratio);
  }
}

function isForPairs(x: number): boolean {
  const size = Math.abs(x);
  return size >= NEAREST && size <= FARTHEST;
}

interface Kernel {
  /** The table of constants and the four arrays, in the module's memory. */
  readonly table: Float64Array;
  readonly x: Float64Array;
  readonly t: Float64Array;
  readonly loss: Float64Array;
  readonly slope: Float64Array;
  focal(end: number): void;
}

/** undefined: not tried yet; null: there is no SIMD here. */
let kernel: Kernel | null | undefined;

function loadKernel(): Kernel | null {
  const code = compile(focalModule());
  if (code === null) return null;
  const { focal, memory } = new WebAssembly.Instance(code).exports;
  const { buffer } = memory as WebAssembly.Memory;
  const [x, t, loss, slope] = PLACES.map((at) => new Float64Array(buffer, at, BLOCK));
  return { table: new Float64Array(buffer), ...{ x, t, loss, slope }, focal: focal as Kernel["focal"] };
}

/** The same for a whole job with γ = 2, two numbers at a time; throws as `requireSound`. @returns false, with nothing written, where there is no SIMD */
export function focalInPairs(job: FocalJob): boolean {
  if (kernel === undefined) kernel = loadKernel();
  if (kernel === null) return false;
  const { logits, targets, alpha, losses, gradient } = job;
  const { table, x, t, loss, slope, focal } = kernel;
  table.set(alpha < 0 ? constants(0, 0, 1) : constants(alpha, 1 - alpha, 0));
  const n = logits.length;
  for (let from = 0; from < n; from += BLOCK) {
    const count = Math.min(BLOCK, n - from);
    let all = true;
    let sound = true;
    for (let i = 0; i < count; i++) {
      const value = logits[from + i];
      const target = targets[from + i];
      x[i] = value;
      t[i] = target;
      all &&= isForPairs(value);
      sound &&= value - value === 0 && target >= 0 && target <= 1;
    }
    if (!sound) requireSound(job);
    focal(16 * Math.ceil(count / 2));
    losses.set(count === BLOCK ? loss : loss.subarray(0, count), from);
    gradient.set(count === BLOCK ? slope : slope.subarray(0, count), from);
    if (!all) focalOneByOne(job, from, from + count, true);
  }
  return true;
}
