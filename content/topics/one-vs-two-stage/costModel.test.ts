import { describe, expect, it } from "vitest";
import { costAt, proposalsAt, STEPS } from "./costModel";

describe("the cost of a picture", () => {
  it("is fixed + each · proposals", () => {
    expect(costAt({ fixed: 100, each: 1 }, 2000)).toBe(2100);
    expect(costAt({ fixed: 0, each: 100 }, 2000)).toBe(200_000);
    expect(costAt({ fixed: 100, each: 0 }, 2000)).toBe(100);
  });

  it("has stops from 10 to 2,000 that rise and are round", () => {
    const stops = Array.from({ length: STEPS + 1 }, (_, step) => proposalsAt(step));
    expect([stops[0], stops[STEPS]]).toEqual([10, 2000]);
    stops.slice(1).forEach((n, i) => expect(n).toBeGreaterThan(stops[i]));
    for (const n of stops) expect(Number.isInteger(n)).toBe(true);
  });
});
