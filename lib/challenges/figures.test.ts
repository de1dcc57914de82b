import { describe, expect, it } from "vitest";
import { figureIn, printed, sampleOf } from "./figures";

const boats = { ko: "배", en: "boat" };
const figure = (value: number, digits: number, unit?: string) => ({
  value,
  digits,
  unit,
  n: 300,
  of: boats,
  seeds: "0 … 299",
  conditions: { ko: "모든 배를 셌어요.", en: "All boats, counted." },
  script: "npm run figures",
});

describe("a figure in a text", () => {
  it("is a share of a hundred where its unit is %, and the number itself anywhere else", () => {
    expect([printed(figure(0.857, 0, "%")), printed(figure(0.857, 1, "%"))]).toEqual(["86%", "85.7%"]);
    expect([printed(figure(0.857, 2)), printed(figure(0.857, 2, "px")), printed(figure(1200, 0))]).toEqual(["0.86", "0.86", "1,200"]);
  });

  it("has a sample that is counted in both languages", () => {
    expect(sampleOf(figure(1, 0))).toEqual({ ko: "배 300척", en: "300 boats" });
  });

  it("is found by its id among a topic's", () => {
    const print = figureIn({ "boats-found": figure(0.5, 0, "%"), "boats-lost": figure(7, 0) });
    expect([print("boats-found"), print("boats-lost")]).toEqual(["50%", "7"]);
  });
});
