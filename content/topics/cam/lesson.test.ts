import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Figures } from "@/lib/challenges/figures";
import { LOCALES } from "@/lib/words";
import measured from "./figures.json" with { type: "json" };

const figures: Figures = measured;
const value = (id: string) => figures[id].value;
const lesson = (locale: string) => readFileSync(`content/topics/cam/lesson.${locale}.mdx`, "utf8");

describe("what the lesson measures", () => {
  it("stands beside what a blind way would have", () => {
    const blind = new Set(["pointing-any-pixel", "box-constant"]);
    for (const [id, { baseline }] of Object.entries(figures)) expect([id, baseline === undefined]).toEqual([id, blind.has(id)]);
    for (const id of ["pointing-cam", "pointing-positive", "pointing-strongest", "pointing-alike"])
      expect(figures[id].baseline?.value).toBe(value("pointing-any-pixel"));
    expect(figures["box-found"].baseline?.value).toBe(value("box-constant"));
  });

  it("prints the blind ways in both languages", () => {
    for (const locale of LOCALES)
      for (const id of ["pointing-any-pixel", "box-constant"]) expect(lesson(locale)).toContain(`<Figure id="${id}"`);
  });
});

describe("what the lesson says of it", () => {
  it("holds: the class's weights point best, without evidence against it less, one channel less still, all alike half of the time", () => {
    expect(value("pointing-cam")).toBeGreaterThan(value("pointing-positive"));
    expect(value("pointing-positive")).toBeGreaterThan(value("pointing-strongest"));
    expect(value("pointing-strongest")).toBeGreaterThan(0.8);
    expect(Math.abs(value("pointing-alike") - 0.5)).toBeLessThan(0.02);
  });

  it("holds: much of a score is evidence against, and a box for free beats the best square", () => {
    expect(value("evidence-against")).toBeGreaterThan(0.4);
    expect(value("box-found")).toBeGreaterThan(3 * value("box-constant"));
  });

  it("holds: its small example gives the same score both ways", () => {
    const [f1, f2] = [
      [8, 0, 4, 0],
      [0, 4, 4, 0],
    ];
    const mean = (map: readonly number[]) => map.reduce((sum, v) => sum + v, 0) / map.length;
    expect([mean(f1), mean(f2), 2 * mean(f1) - mean(f2) + 0.5]).toEqual([3, 2, 4.5]);
    const map = f1.map((v, i) => 2 * v - f2[i]);
    expect([map, mean(map) + 0.5]).toEqual([[16, -4, 4, 0], 4.5]);
  });
});
