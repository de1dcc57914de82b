import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barLength } from "./Bars";
import { binsOf, domainOf, layAxis, plainNumber } from "./layout";

const axis = { label: "x" };
const log = { label: "x", scale: "log" } as const;

describe("domainOf", () => {
  it("rounds the ends of the data, and widens a single value", () => {
    expect(domainOf([0.03, 0.97], axis)).toEqual([0, 1]);
    const [low, high] = domainOf([5], axis);
    expect(low < 5 && high > 5).toBe(true);
    expect(domainOf([3, 700], log)).toEqual([1, 1000]);
  });

  it("keeps to given ends, and has ends where there is nothing to show", () => {
    expect(domainOf([3], { ...axis, domain: [0, 50] })).toEqual([0, 50]);
    expect(domainOf([], axis)).toEqual([0, 1]);
    expect(domainOf([NaN, Infinity], axis)).toEqual([0, 1]);
    expect(domainOf([0, -4], log)).toEqual([1, 10]);
  });
});

describe("layAxis", () => {
  it("places values linearly or by their logarithm", () => {
    const linear = layAxis({ ...axis, domain: [0, 10] }, [], [100, 200]);
    expect([0, 5, 10].map(linear.place)).toEqual([100, 150, 200]);
    const decades = layAxis({ ...log, domain: [1, 100] }, [], [0, 100]);
    expect([1, 10, 100].map(decades.place)).toEqual([0, 50, 100]);
    expect([0, -1, NaN, Infinity].map(decades.place)).toEqual([null, null, null, null]);
    expect(linear.place(NaN)).toBeNull();
  });

  it("labels the decades of a log axis, and a few round values of a linear one", () => {
    expect(layAxis({ ...log, domain: [1, 1000] }, [], [0, 1]).ticks.map(({ label }) => label)).toEqual(["1", "10", "100", "1,000"]);
    expect(layAxis({ ...axis, domain: [0, 1] }, [], [0, 1]).ticks.map(({ label }) => label)).toEqual([
      "0",
      "0.2",
      "0.4",
      "0.6",
      "0.8",
      "1",
    ]);
    expect(layAxis({ ...axis, domain: [0, 1], format: (v) => `${100 * v} %` }, [], [0, 1]).ticks[1].label).toBe("20 %");
  });

  it("puts every tick inside the range, never more than twice as many as asked for", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => (Math.abs(value) < 1e-9 ? 0 : value)),
          { minLength: 1, maxLength: 20 },
        ),
        fc.constantFrom("linear" as const, "log" as const),
        (values, scale) => {
          const laid = layAxis({ label: "x", scale }, values, [10, 300]);
          expect(laid.ticks.length).toBeLessThanOrEqual(10);
          for (const { at } of laid.ticks) expect(at >= 10 - 1e-6 && at <= 300 + 1e-6).toBe(true);
          for (const value of values.filter((v) => scale === "linear" || v > 0)) expect(laid.place(value)).not.toBeNull();
        },
      ),
    );
  });
});

describe("plainNumber", () => {
  it("writes three figures, groups and a true minus", () => {
    expect([0, 0.12345, -0.5, 12345, 1e-9].map(plainNumber)).toEqual(["0", "0.123", "−0.5", "12,300", "1e−9"]);
  });
});

describe("binsOf", () => {
  it("counts each value in range once, the upper end in the last bin", () => {
    expect(binsOf([0, 0.1, 0.5, 1], 2, [0, 1]).map(({ count }) => count)).toEqual([2, 2]);
    expect(binsOf([-1, 2, NaN], 2, [0, 1]).map(({ count }) => count)).toEqual([0, 0]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), fc.integer({ min: 1, max: 40 }), (values, count) => {
        const bins = binsOf(values, count, [0, 1]);
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(values.length);
        expect([bins[0].from, bins[count - 1].to]).toEqual([0, 1]);
      }),
    );
  });

  it("names what is wrong with its arguments", () => {
    expect(() => binsOf([], 0, [0, 1])).toThrow("received 0, 0, 1");
    expect(() => binsOf([], 2, [1, 1])).toThrow("low < high");
  });
});

describe("barLength", () => {
  it("measures from 0, so that twice as much is twice as long", () => {
    expect([2.5, 5, 10, -1].map((value) => barLength(value, [5, 10]))).toEqual([25, 50, 100, 0]);
    expect(barLength(0, [0])).toBe(0);
  });
});
