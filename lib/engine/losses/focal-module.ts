import { body, END, get, I32, moduleOf, set, SIMD, text, V128 } from "../assembly";

/**
 * A WebAssembly module of one function, the focal loss with γ = 2 and its gradient, two numbers at a time:
 *
 *   focal(end): for 8i < end, from x[i] and t[i] to loss[i] and gradient[i]; `end` is a positive multiple of 16
 *
 * Memory holds a table of constants (16 bytes each, both halves alike), then x, t, loss and gradient, `BLOCK` doubles each.
 * Every step is that of `exp`, `log1p` and `sigmoidFocalLoss` in the same order, so the bits are theirs, for
 * `NEAREST` ≤ |x| ≤ `FARTHEST`: nearer to 0, and farther off, those functions take other ways.
 */
export const BLOCK = 512;
export const NEAREST = 2e-5;
export const FARTHEST = 20;

const VALUES = 1024;
/** Where each of the four arrays begins, bytes. */
export const PLACES = [0, 1, 2, 3].map((k) => VALUES + 8 * BLOCK * k) as [number, number, number, number];

/** The table; the last three are written by the caller: weights of positives, of negatives, of all. */
const TABLE = {
  one: 1,
  half: 0.5,
  two: 2,
  inverseLn2: 1.442695040888963387,
  ln2High: 6.9314718036912381649e-1,
  ln2Low: 1.90821492927058770002e-10,
  reducedFrom: 0.3465735912322998,
  /** 2^52 + 1023: added to a whole k ≥ −1022, its lowest bits are the exponent of 2^k. */
  exponent: 4503599627371519,
  p1: 1.66666666666666019037e-1,
  p2: -2.77777777770155933842e-3,
  p3: 6.61375632143793436117e-5,
  p4: -1.6533902205465251539e-6,
  p5: 4.13813679705723846039e-8,
  seriesUpTo: 0.4142136573791504,
  l1: 6.66666666666673513e-1,
  l2: 3.999999999940941908e-1,
  l3: 2.857142874366239149e-1,
  l4: 2.222219843214978396e-1,
  l5: 1.818357216161805012e-1,
  l6: 1.531383769920937332e-1,
  l7: 1.479819860511658591e-1,
  zero: 0,
  positives: 0,
  negatives: 0,
  all: 0,
};
type Constant = keyof typeof TABLE;
const NAMES = Object.keys(TABLE) as Constant[];

/** The table as it lies in memory, for these weights: t · positives + (1 − t) · negatives + all. */
export const constants = (positives: number, negatives: number, all: number): Float64Array =>
  Float64Array.from(NAMES.flatMap((name) => Array<number>(2).fill({ ...TABLE, positives, negatives, all }[name])));

type Code = number[];
const binary =
  (...opcode: number[]) =>
  (a: Code, b: Code): Code => [...a, ...b, SIMD, ...opcode];
const add = binary(0xf0, 0x01);
const sub = binary(0xf1, 0x01);
const mul = binary(0xf2, 0x01);
const div = binary(0xf3, 0x01);
const atLeast = binary(0x4c);
const and = binary(0x4e);
const abs = (a: Code): Code => [...a, SIMD, 0xec, 0x01];
const neg = (a: Code): Code => [...a, SIMD, 0xed, 0x01];
const whole = (a: Code): Code => [...a, SIMD, 0x7a];
/** a where the mask is set, b elsewhere. */
const either = (a: Code, b: Code, mask: Code): Code => [...a, ...b, ...mask, SIMD, 0x52];
const shiftLeft = (a: Code, bits: number): Code => [...a, 0x41, bits, SIMD, 0xcb, 0x01];
/** Offsets below 2^14 in two bytes. */
const load = (base: Code, offset: number): Code => [...base, SIMD, 0x00, 0x00, (offset & 0x7f) | 0x80, offset >> 7];
const store = (base: Code, offset: number, value: Code): Code => [
  ...base,
  ...value,
  ...[SIMD, 0x0b, 0x00, (offset & 0x7f) | 0x80, offset >> 7],
];
const number = (name: Constant): Code => load([0x41, 0], 16 * NAMES.indexOf(name));
/** c₁ + z·(c₂ + z·(…)). */
const polynomial = (z: Code, [first, ...rest]: readonly Constant[]): Code =>
  rest.length === 0 ? number(first) : add(number(first), mul(z, polynomial(z, rest)));

/** Three loops, each short enough for the processor to work on several rounds of it at once: e^−|x| goes where the losses will, log(1 + e^−|x|) where the gradient. */
function focalBody(): Code {
  const [end, at, ...locals] = Array.from({ length: 12 }, (_, i) => i);
  const [x, t, a, b, c, d, e, f, g, h] = locals.map(get);
  const name = (local: Code, value: Code): Code => [...value, ...set(local[1])];
  const one = number("one");
  const [logits, targets, losses, gradient] = PLACES.map((place) => load(get(at), place));

  // k in b, its multiple of ln 2 in two parts in c and d, what is left in e.
  const exponential = [
    ...name(a, neg(abs(logits))),
    ...name(b, and(whole(sub(mul(number("inverseLn2"), a), number("half"))), atLeast(neg(a), number("reducedFrom")))),
    ...[...name(c, sub(a, mul(b, number("ln2High")))), ...name(d, mul(b, number("ln2Low"))), ...name(e, sub(c, d))],
    ...[...name(f, mul(e, e)), ...name(g, sub(e, mul(f, polynomial(f, ["p1", "p2", "p3", "p4", "p5"]))))],
    ...name(h, sub(one, sub(sub(d, div(mul(e, g), sub(number("two"), g))), c))),
    ...store(get(at), PLACES[2], mul(h, shiftLeft(add(b, number("exponent")), 52))),
  ];
  // 1 + e^−|x| in b, where it is halved in c, the series' argument in d.
  const logarithm = [
    ...[...name(a, losses), ...name(b, add(one, a)), ...name(c, atLeast(a, number("seriesUpTo")))],
    ...name(d, either(sub(mul(b, number("half")), one), a, c)),
    ...[...name(e, mul(mul(number("half"), d), d)), ...name(f, div(d, add(number("two"), d))), ...name(g, mul(f, f))],
    ...name(h, mul(f, add(e, mul(g, polynomial(g, ["l1", "l2", "l3", "l4", "l5", "l6", "l7"]))))),
    ...name(h, add(h, and(add(number("ln2Low"), div(sub(a, sub(b, one)), b)), c))),
    ...store(get(at), PLACES[3], sub(and(number("ln2High"), c), sub(sub(e, h), d))),
  ];
  // 1 − t in b, p in e, 1 − p in f, 1 − p_t in g, the entropy in h, the focused weight in d.
  const loss = [
    ...[...name(x, logits), ...name(t, targets), ...name(a, atLeast(x, number("zero"))), ...name(b, sub(one, t))],
    ...[...name(e, losses), ...name(c, div(one, add(one, e))), ...name(d, mul(e, c))],
    ...[...name(e, either(c, d, a)), ...name(f, either(d, c, a))],
    ...name(g, add(mul(e, b), mul(f, t))),
    ...name(h, add(either(mul(x, b), mul(neg(x), t), a), gradient)),
    ...name(d, add(add(mul(number("positives"), t), mul(number("negatives"), b)), number("all"))),
    ...name(d, mul(d, mul(g, g))),
    ...store(get(at), PLACES[2], mul(d, h)),
    ...name(c, mul(mul(mul(h, number("two")), sub(one, mul(number("two"), t))), div(mul(e, f), g))),
    ...store(get(at), PLACES[3], mul(d, add(sub(mul(e, b), mul(f, t)), c))),
  ];
  const through = (step: Code): Code => [
    ...[0x41, 0, ...set(at), 0x03, 0x40, ...step],
    ...[...get(at), 0x41, 16, 0x6a, ...set(at), ...get(at), ...get(end), 0x49, 0x0d, 0x00, END],
  ];
  return body([1, I32, locals.length, V128], [exponential, logarithm, loss].flatMap(through));
}

/** The module's bytes: exports `focal` and `memory` (one page). */
export function focalModule(): Uint8Array<ArrayBuffer> {
  return moduleOf([
    [1, [1, 0x60, 1, I32, 0]],
    [3, [1, 0]],
    [5, [1, 0x00, 1]],
    [7, [2, ...text("focal"), 0x00, 0, ...text("memory"), 0x02, 0]],
    [10, [1, ...focalBody()]],
  ]);
}
