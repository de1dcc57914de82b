import { describe, expect, it } from "vitest";
import { argumentsOf, EDGES } from "@/tests/engines/arguments";
import { ARGUMENTS, digestExact } from "@/tests/engines/exactDigest";
import * as reference from "@/tests/engines/highPrecision";
import { FRACTION_BITS, HALF_PI, HALF_PI_BITS, TWO_OVER_PI } from "./reduce";
import * as exact from ".";

const XS = [...EDGES, ...argumentsOf("bounds", 6_000)].filter(Number.isFinite);
const YS = argumentsOf("bounds, second", XS.length);
const { ulpsOff, big } = reference;

/** Name, the function, its truth, the bound that its docstring states, and where the truth is worth computing. */
const ONE_ARGUMENT = [
  ["exp", exact.exp, (x: number) => reference.bigExp(big(x)), 1, (x: number) => x > -746 && x < 709.78],
  ["expm1", exact.expm1, reference.bigExpm1, 1, (x: number) => x > -746 && x < 709.78],
  ["log", exact.log, (x: number) => reference.bigLog(big(x)), 1, (x: number) => x > 0 && x !== 1],
  ["log1p", exact.log1p, reference.bigLog1p, 1, (x: number) => x > -1],
  ["log2", exact.log2, reference.bigLog2, 1, (x: number) => x > 0 && x !== 1],
  ["sin", exact.sin, reference.bigSin, 1, () => true],
  ["cos", exact.cos, reference.bigCos, 1, () => true],
  ["tanh", exact.tanh, reference.bigTanh, 2.5, (x: number) => Math.abs(x) < 400],
  ["sigmoid", exact.sigmoid, reference.bigSigmoid, 2.5, (x: number) => Math.abs(x) < 746],
  ["atan", exact.atan, (x: number) => reference.bigAtan2(x, 1, exact.atan(x)), 1, () => true],
] as const;

describe("against the truth to 300 bits", () => {
  it.each(ONE_ARGUMENT)("%s stays within its bound", (_, f, truth, bound, where) => {
    const inside = XS.filter(where);
    expect(inside.length).toBeGreaterThan(1_500);
    const worst = inside.reduce((most, x) => Math.max(most, ulpsOff(f(x), truth(x))), 0);
    expect(worst).toBeLessThan(bound);
    // A bound that nothing comes near says nothing.
    expect(worst).toBeGreaterThan(0.49);
  });

  it("pow stays within its bound, subnormal results included", () => {
    const pairs = XS.map((x, i) => [Math.abs(x), YS[i]] as const)
      .concat(XS.map((x, i) => [Math.abs(YS[i]), Math.round(x) % 40] as const))
      .concat(Array.from({ length: 200 }, (_, i) => [2 + i / 8192, -1030] as const))
      .filter(([x, y]) => x > 0 && x !== 1 && Number.isFinite(exact.pow(x, y)) && exact.pow(x, y) > 0);
    expect(pairs.length).toBeGreaterThan(4_000);
    expect(pairs.filter(([x, y]) => exact.pow(x, y) < 2 ** -1022).length).toBeGreaterThan(150);
    expect(pairs.reduce((most, [x, y]) => Math.max(most, ulpsOff(exact.pow(x, y), reference.bigPow(x, y))), 0)).toBeLessThan(1);
  });

  it("atan2 stays within its bound", () => {
    const pairs = XS.map((x, i) => [YS[i], x] as const).filter(([y, x]) => y !== 0 && exact.atan2(y, x) !== 0);
    expect(pairs.length).toBeGreaterThan(5_000);
    const off = ([y, x]: readonly [number, number]) => ulpsOff(exact.atan2(y, x), reference.bigAtan2(y, x, exact.atan2(y, x)));
    expect(pairs.reduce((most, pair) => Math.max(most, off(pair)), 0)).toBeLessThan(1.5);
  });

  it("keeps π as it is", () => {
    expect(TWO_OVER_PI).toBe(reference.twoOverPi(Number(FRACTION_BITS)));
    expect(HALF_PI).toBe(reference.halfPi(Number(HALF_PI_BITS)));
  });

  it("knows the sine next to a multiple of π/2 and of the largest doubles", () => {
    // The double nearest to a multiple of π/2 of them all: 6381956970095103 · 2^797 (Kahan).
    for (const x of [6381956970095103 * 2 ** 797, 1.7976931348623157e308, 2 ** 1023, 1647099.3291652858, 1647099.3291652855, 11]) {
      expect(ulpsOff(exact.sin(x), reference.bigSin(x))).toBeLessThan(1);
      expect(ulpsOff(exact.cos(x), reference.bigCos(x))).toBeLessThan(1);
      expect(exact.sin(-x)).toBe(-exact.sin(x));
      expect(exact.cos(-x)).toBe(exact.cos(x));
    }
  });
});

describe("worked numbers", () => {
  it.each([
    [exact.exp(1), 2.718281828459045],
    [exact.expm1(1e-10), 1.00000000005e-10],
    [exact.tanh(0.5), 0.46211715726000974],
    [exact.sigmoid(2), 0.8807970779778823],
    [exact.log(10), 2.302585092994046],
    [exact.log2(10), 3.321928094887362],
    [exact.log1p(1e-10), 9.999999999500001e-11],
    [exact.pow(2, 0.5), 1.4142135623730951],
    [exact.pow(10, 22), 1e22],
    [exact.sin(1), 0.8414709848078965],
    [exact.sin(1e22), -0.8522008497671888],
    [exact.cos(1), 0.5403023058681398],
    [exact.cos(1e22), 0.523214785395139],
    [exact.atan(1), 0.7853981633974483],
    [exact.atan2(1, -1), 2.356194490192345],
  ])("%d is %d, as the docstring says", (computed, said) => {
    expect(computed).toBe(said);
  });

  it("gives whole powers of whole numbers and whole logarithms of powers of two exactly", () => {
    for (let k = -1074; k <= 1023; k++) {
      const power = k < -1022 ? 2 ** -1022 * 2 ** (k + 1022) : 2 ** k;
      expect(exact.pow(2, k)).toBe(power);
      expect(exact.log2(power)).toBe(k);
    }
    for (let base = 2; base <= 40; base++)
      for (let [k, product] = [1, base]; product * base <= 2 ** 53; k++, product *= base) expect(exact.pow(base, k)).toBe(product);
  });
});

describe("where numbers end", () => {
  it("agrees with the language's own functions at zeros, infinities and NaN", () => {
    const special = [0, -0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 2 ** 53, -(2 ** 53), 5e-324, -5e-324, Infinity, -Infinity, NaN];
    const names = ["exp", "expm1", "log", "log1p", "log2", "sin", "cos", "tanh", "atan"] as const;
    const defined = (x: number) => !Number.isFinite(x) || x === 0;
    let seen = 0;
    for (const x of special)
      for (const name of names) {
        const said = Math[name](x);
        expect(defined(exact[name](x)), `${name}(${x})`).toBe(defined(said));
        seen += Number(defined(said) && Object.is(exact[name](x), said));
        expect(!defined(said) || Object.is(exact[name](x), said), `${name}(${x})`).toBe(true);
      }
    for (const x of special)
      for (const y of special)
        for (const name of ["pow", "atan2"] as const) {
          const said = Math[name](x, y);
          seen += 1;
          expect(defined(exact[name](x, y)), `${name}(${x}, ${y})`).toBe(defined(said));
          expect(!defined(said) || Object.is(exact[name](x, y), said), `${name}(${x}, ${y})`).toBe(true);
        }
    expect(seen).toBeGreaterThan(600);
    expect([exact.sigmoid(-Infinity), exact.sigmoid(0), exact.sigmoid(Infinity), exact.sigmoid(NaN)]).toEqual([0, 0.5, 1, NaN]);
  });

  it("overflows and underflows at the right double", () => {
    expect(exact.exp(709.782712893384)).toBe(1.7976931348622732e308);
    expect(exact.exp(709.7827128933841)).toBe(Infinity);
    expect(exact.exp(-745.1332191019411)).toBe(5e-324);
    expect(exact.exp(-745.1332191019412)).toBe(0);
    expect(exact.expm1(709.7827128933841)).toBe(Infinity);
    expect(exact.expm1(-40)).toBe(-1);
    expect(exact.pow(2, 1024)).toBe(Infinity);
    expect(exact.pow(-2, 1025)).toBe(-Infinity);
    expect(exact.pow(2, -1075)).toBe(0);
    expect(Object.is(exact.pow(-2, -1077), -0)).toBe(true);
    expect(exact.pow(1.7976931348623157e308, 1 + 2 ** -52)).toBe(Infinity);
  });

  it("odd functions are odd, to the bit", () => {
    for (const f of [exact.sin, exact.tanh, exact.atan]) for (const x of XS) expect(f(-x)).toBe(-f(x));
  });
});

describe("order", () => {
  const view = new DataView(new ArrayBuffer(8));
  /** `count` neighbouring doubles around x > 0, rising. */
  function neighbours(x: number, count: number): number[] {
    view.setFloat64(0, x);
    const middle = view.getBigInt64(0);
    return Array.from({ length: count }, (_, i) => {
      view.setBigInt64(0, middle + BigInt(i - count / 2));
      return view.getFloat64(0);
    });
  }

  it.each([
    ["exp", exact.exp],
    ["expm1", exact.expm1],
    ["log1p", exact.log1p],
    ["sin", exact.sin],
    ["tanh", exact.tanh],
    ["atan", exact.atan],
    ["sigmoid", exact.sigmoid],
  ])("%s never falls around 0, where its formula changes", (_, f) => {
    const rising = [1e-320, 2 ** -1022, 2 ** -60, 2 ** -54, 2 ** -29, 2 ** -28, 2 ** -27, 2 ** -20, 2 ** -8]
      .flatMap((x) => neighbours(x, 1_000))
      .sort((a, b) => a - b);
    const through = [...rising.map((x) => -x).reverse(), -0, 0, ...rising];
    expect(through.filter((x, i) => i > 0 && f(x) < f(through[i - 1]))).toEqual([]);
  });

  it("log and log2 never fall around 1", () => {
    const around = neighbours(1, 4_000);
    for (const f of [exact.log, exact.log2]) expect(around.filter((x, i) => i > 0 && f(x) < f(around[i - 1]))).toEqual([]);
  });
});

describe("the same bits", () => {
  it("as ever, over more than 200,000 arguments", () => {
    const digests = digestExact();
    expect(Object.keys(digests).length * ARGUMENTS).toBeGreaterThan(200_000);
    expect(digests).toEqual({
      atan: "0d3f9dc7",
      atan2: "85a780a7",
      cos: "f52e6900",
      exp: "bfa432bd",
      expm1: "85bc7e6a",
      log: "b48c9360",
      log1p: "5987fbfe",
      log2: "14b59a98",
      pow: "6e33bbeb",
      sigmoid: "1360fe61",
      sin: "53956e0a",
      tanh: "9f97c3cf",
    });
  });
});
