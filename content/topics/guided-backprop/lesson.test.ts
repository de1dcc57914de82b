import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Figures } from "@/lib/challenges/figures";
import { LOCALES } from "@/lib/words";
import measured from "./figures.json" with { type: "json" };

const figures: Figures = measured;
const value = (id: string) => figures[id].value;
const text = (file: string) => readFileSync(`content/topics/guided-backprop/${file}`, "utf8");

describe("what the lesson measures", () => {
  it("stands beside what a map blind to the question, or to the weights, would have", () => {
    const alone = Object.entries(figures).filter(
      ([id, { baseline }]) => !id.endsWith("-edges") && id !== "pointing-any-pixel" && !baseline,
    );
    expect(alone.map(([id]) => id)).toEqual([]);
    for (const [id, { baseline }] of Object.entries(figures)) {
      if (/^(likeness|inside|random)-/.test(id) && !id.endsWith("-edges")) expect(baseline?.value, id).toBe(1);
      if (/^share-/.test(id) && !id.endsWith("-edges")) expect(baseline?.value, id).toBe(0.5);
      if (/^(pointing|absent)-/.test(id) && baseline) expect(baseline.value, id).toBe(value("pointing-edges"));
    }
  });

  it("has the edge detector as a row of the table in both languages", () => {
    for (const locale of LOCALES)
      for (const column of ["pointing", "absent", "share", "likeness", "inside"])
        expect(text(`lesson.${locale}.mdx`)).toContain(`<Figure id="${column}-edges" />`);
  });
});

describe("what the lesson says of it", () => {
  it("holds: a map blind to the class points right at most half of the time, the edge detector among them", () => {
    expect(value("pointing-edges")).toBeLessThanOrEqual(0.5);
    expect(value("absent-guided")).toBeLessThanOrEqual(0.5);
    expect([value("share-edges"), value("likeness-edges"), value("inside-edges")]).toEqual([0.5, 1, 1]);
  });

  it("holds: guided backprop's peak and heat follow the class, most of its picture does not", () => {
    expect(value("pointing-guided")).toBeGreaterThan(0.5 + 0.3);
    expect(value("share-guided")).toBeGreaterThan(0.6);
    expect(value("share-guided")).toBeLessThan(0.7);
    expect(value("towards-guided")).toBe(1);
    expect(value("likeness-guided")).toBeGreaterThan(0.9);
    expect(value("inside-guided")).toBeGreaterThan(0.7);
    expect(value("inside-guided")).toBeLessThan(value("likeness-guided"));
  });

  it("holds: the deconvnet hardly sees the class, and points worse than any pixel", () => {
    expect(Math.abs(value("share-deconvnet") - 0.5)).toBeLessThan(0.01);
    expect(value("pointing-deconvnet")).toBeLessThan(value("pointing-any-pixel"));
  });

  it("holds: the guided map outlives the top layers' weights and falls with the lower ones", () => {
    expect(value("random-2-guided")).toBeGreaterThan(0.85);
    expect(value("random-6-guided")).toBeLessThan(0.5);
    expect(value("random-2-grad-cam")).toBeLessThan(0.2);
  });

  it("nowhere calls the guided signal the gradient of nothing, or its maps all but independent of the class", () => {
    const wrong = /gradient of (?:nothing|anything)|of none|hardly (?:listens|depends)|어떤 (?:것|함수)의 기울기도|물음을 (?:거의 )?듣/i;
    const files = ["lesson.ko.mdx", "lesson.en.mdx", "topic.ts", "questions.ts", "Simulation.tsx"];
    expect(files.filter((file) => wrong.test(text(file)))).toEqual([]);
    expect(wrong.test(readFileSync("docs/explain.md", "utf8"))).toBe(false);
  });
});
