import * as exact from "@/lib/engine/exact";
import { argumentsOf, EDGES } from "./arguments";

const number = new DataView(new ArrayBuffer(8));

/** FNV-1a over the 32-bit words of a result. Every NaN counts as the same one: its bits are the engine's business. */
function mixed(hash: number, x: number): number {
  number.setFloat64(0, x);
  const words = x === x ? [number.getUint32(0), number.getUint32(4)] : [0x7ff80000, 0];
  return words.reduce((h, word) => Math.imul(h ^ word, 16777619), hash);
}

const ONE_ARGUMENT = {
  atan: exact.atan,
  cos: exact.cos,
  exp: exact.exp,
  expm1: exact.expm1,
  log: exact.log,
  log1p: exact.log1p,
  log2: exact.log2,
  sigmoid: exact.sigmoid,
  sin: exact.sin,
  tanh: exact.tanh,
};
const TWO_ARGUMENTS = { atan2: exact.atan2, pow: exact.pow };

const hex = (hash: number) => (hash >>> 0).toString(16).padStart(8, "0");

/** How many arguments (or pairs of them) each function is given: edges, then seeded ones. */
export const ARGUMENTS = 18_000;

/** The bits of every exact function over the same arguments: 12 × 18,000 of them in one hash a function. */
export function digestExact(): Record<string, string> {
  const xs = [NaN, ...EDGES, ...argumentsOf("exact", ARGUMENTS - EDGES.length - 1)];
  const ys = argumentsOf("exact, second", ARGUMENTS);
  const pairs = EDGES.flatMap((x) => EDGES.map((y) => [x, y] as const))
    .concat(xs.map((x, i) => [x, ys[i]] as const))
    .slice(0, ARGUMENTS);
  const out: Record<string, string> = {};
  for (const [name, f] of Object.entries(ONE_ARGUMENT)) out[name] = hex(xs.reduce((h, x) => mixed(h, f(x)), 0x811c9dc5));
  for (const [name, f] of Object.entries(TWO_ARGUMENTS)) out[name] = hex(pairs.reduce((h, [x, y]) => mixed(h, f(x, y)), 0x811c9dc5));
  return out;
}
