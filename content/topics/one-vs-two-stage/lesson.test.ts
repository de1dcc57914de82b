import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "@/lib/words";
import { costAt, proposalsAt } from "./costModel";
import { RECORDED_MODELS } from "./recordedModels";

const lesson = (locale: Locale) => readFileSync(`content/topics/one-vs-two-stage/lesson.${locale}.mdx`, "utf8");

/** The table of the papers, cell by cell: its head and one row for each detector. */
function papers(locale: Locale): string[][] {
  const rows = lesson(locale)
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const head = rows.findIndex((cells) => /속도|speed/.test(cells.join()) && /배치, 장치|batch, hardware/.test(cells.join()));
  return head < 0 ? [] : [rows[head], ...rows.slice(head + 2)];
}

describe("the table of the papers", () => {
  it.each(LOCALES)("says in %s what each detector was trained and tested on, at which batch and on which hardware", (locale) => {
    const [head, ...rows] = papers(locale);
    expect(head).toHaveLength(6);
    expect(rows).toHaveLength(8);
    for (const cells of rows)
      expect(
        cells.filter((cell) => cell.length > 0),
        cells[0],
      ).toHaveLength(6);
    const of = (name: string) => rows.find(([detector]) => detector.startsWith(name)) ?? [];
    for (const cells of rows) expect(cells[5], cells[0]).toMatch(/^(?:\d+|–), (?:K40|M40|Titan Xp?|–)$/);
    expect(of("SSD300")).toEqual(expect.arrayContaining(["VOC07+12", "VOC07 test", "8, Titan X"]));
    expect(of("SSD300").join()).toMatch(/59 fps.*46/);
    expect(of("Fast R-CNN").join()).toMatch(/VOC07\+12.*70\.0.*0\.32/);
    expect(of("DETR").join()).toContain("28 fps");
  });

  it("has the same numbers in both languages", () => {
    const numbers = (locale: Locale) =>
      papers(locale).map((cells) =>
        cells
          .join()
          .match(/\d+(?:\.\d+)?/g)
          ?.sort(),
      );
    expect(numbers("ko")).toEqual(numbers("en"));
  });
});

describe("what the lesson asks the reader to try", () => {
  it("can be seen inside the slider: at its fewest proposals R-CNN still multiplies more than whoever needs none", () => {
    const fewest = proposalsAt(0);
    const cost = (name: string) => costAt(RECORDED_MODELS.find((model) => model.name === name) ?? { fixed: NaN, each: NaN }, fewest);
    const without = RECORDED_MODELS.filter(({ each }) => each === 0).map((model) => costAt(model, fewest));
    expect(cost("rcnn")).toBeGreaterThan(Math.max(...without));
    for (const locale of LOCALES) expect(lesson(locale)).not.toMatch(/at which point does R-CNN|어디쯤에서 R-CNN/);
  });
});

describe("numbers from the papers", () => {
  it("carry their conditions: the proposals' time and number, and the share of objects as a hyperparameter", () => {
    for (const locale of LOCALES) {
      const paragraphs = lesson(locale).split("\n");
      expect(paragraphs.find((p) => p.includes("10 ms"))).toMatch(/VGG-16.*K40/);
      expect(paragraphs.find((p) => p.includes("25%"))).toMatch(/hyperparameter|하이퍼파라미터/);
      expect(paragraphs.find((p) => p.includes("34.0 AP"))).toMatch(/ResNet-50.*600.*trainval35k.*minival.*31\.1 AP/);
      expect(paragraphs.find((p) => p.includes("198 ms"))).toMatch(/800.*trainval35k.*test-dev.*39\.1 AP.*37\.8.*M40/);
    }
  });
});
