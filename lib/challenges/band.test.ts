import { expect, it } from "vitest";
import { countBand, shareBand } from "./band";

it("names the band that a number lies in, its lower end inside", () => {
  expect([0, 5, 6, 8, 9].map((value) => countBand(value, 3))).toEqual(["0–2", "3–5", "6–8", "6–8", "9–11"]);
  expect(countBand(4, 1)).toBe("4");
  expect([0, 39, 40, 59, 85].map((value) => shareBand(value, 20))).toEqual(["0.0–0.2", "0.2–0.4", "0.4–0.6", "0.4–0.6", "0.8–1.0"]);
  expect([-1, -73].map((value) => shareBand(value, 20))).toEqual(["−1–0", "−1–0"]);
  expect(shareBand(45, 5)).toBe("0.45–0.50");
});
