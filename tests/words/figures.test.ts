import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { figures as loaders } from "@/content/_generated/figures";
import { topics } from "@/content/_generated/topics";
import { figureIn, printed, sampleOf, type Figures } from "@/lib/challenges/figures";
import { LOCALES } from "@/lib/words";
import { figuresFile, figuresOfTopics, fileText } from "@/scripts/figures";
import { BY_HAND } from "./templates";
import { pieces } from "./texts";

const text = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) });
const schema = z.record(
  z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/),
  z.strictObject({
    value: z.number(),
    unit: z.literal("%").optional(),
    digits: z.int().min(0).max(6),
    n: z.int().min(1),
    of: text.extend({ plural: z.string().optional() }),
    seeds: z.string().min(1),
    baseline: z.strictObject({ value: z.number(), of: text }).optional(),
    conditions: text,
    script: z.string().regex(/^(npm run |node )/),
  }),
);

const reported = figuresOfTopics();
const all: [string, Figures][] = topics
  .filter(({ id }) => existsSync(figuresFile(id)))
  .map(({ id }) => [id, JSON.parse(readFileSync(figuresFile(id), "utf8")) as Figures]);
const lesson = (topic: string, locale: string) => readFileSync(`content/topics/${topic}/lesson.${locale}.mdx`, "utf8");
const idsIn = (mdx: string) => [...mdx.matchAll(/<Figure [^>]*?id="([^"]+)"/g)].map(([, id]) => id);
const sourcesOf = (topic: string) =>
  readdirSync(`content/topics/${topic}`, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => readFileSync(`content/topics/${topic}/${file}`, "utf8"))
    .join("\n");

/** Numbers in a text as they stand there: "−0.34", "86%", "8,732". A figure printed as "86%" is not typed by "86". */
const numbersIn = (written: string) =>
  [...written.matchAll(/(?<![\w.,:/-])[−-]?\d[\d,]*(?:\.\d+)?%?(?![\w]|[.,]\d)/g)].map(([number]) =>
    number.replace(/^-/, "−").replace(/,$/, ""),
  );

/** What may not be typed: a figure's print where it has two digits or more, and its sample. */
const taken = (figures: Figures) =>
  new Set(
    Object.values(figures)
      .flatMap((figure) => [printed(figure), String(figure.n), sampleOf(figure).en.split(" ")[0]])
      .filter((s) => s.replace(/\D/g, "").length > 1),
  );

describe("a figure", () => {
  it("prints its value with its digits, its unit and a true minus sign", () => {
    expect([
      printed({ value: -0.34302, digits: 2 }),
      printed({ value: 0.85667, digits: 0, unit: "%" }),
      printed({ value: 707231, digits: 0 }),
    ]).toEqual(["−0.34", "86%", "707,231"]);
    expect(sampleOf({ n: 20646, of: { ko: "앵커", en: "anchor" } })).toEqual({ ko: "앵커 20,646개", en: "20,646 anchors" });
    const figure = figureIn({
      half: {
        value: 0.5,
        digits: 1,
        n: 1,
        of: { ko: "장면", en: "scene" },
        seeds: "s",
        conditions: { ko: "k", en: "e" },
        script: "npm run x",
      },
    });
    expect(figure("half")).toBe("0.5");
  });

  it("is found where it is typed by hand", () => {
    expect(numbersIn("0.92, −0.34 and -0.27; 86% of 8,732 boxes, arXiv:1412.6806, VGG16, 1/3, 12.")).toEqual([
      "0.92",
      "−0.34",
      "−0.27",
      "86%",
      "8,732",
      "1",
      "12",
    ]);
  });
});

describe("every topic's figures.json", () => {
  it("is what its reports give: npm run figures writes it", () => {
    expect(all.map(([topic]) => topic).sort()).toEqual(Object.keys(reported).sort());
    for (const [topic] of all)
      expect(readFileSync(figuresFile(topic), "utf8"), `${figuresFile(topic)} is stale; run npm run figures`).toBe(
        fileText(reported[topic]),
      );
  });

  it("stands in the index that pages load from", () => {
    expect(Object.keys(loaders).sort()).toEqual(all.map(([topic]) => topic).sort());
  });

  it.each(all)("of %s names value, sample, seeds, conditions and command of each figure", (_, figures) => {
    expect(schema.parse(figures)).toEqual(figures);
  });

  it.each(all)("of %s holds nothing that no text shows", (topic, figures) => {
    const shown = new Set([
      ...LOCALES.flatMap((locale) => idsIn(lesson(topic, locale))),
      ...[...sourcesOf(topic).matchAll(/figure\("([^"]+)"\)/g)].map(([, id]) => id),
    ]);
    expect(Object.keys(figures).filter((id) => !shown.has(id))).toEqual([]);
  });
});

describe.each(topics.map(({ id }) => id))("the lessons of %s", (topic) => {
  const figures = all.find(([id]) => id === topic)?.[1] ?? {};

  it("show figures that exist, the same ones in both languages", () => {
    const [ko, en] = [idsIn(lesson(topic, "ko")), idsIn(lesson(topic, "en"))];
    expect(ko.filter((id) => !(id in figures))).toEqual([]);
    expect([...ko].sort()).toEqual([...en].sort());
  });

  it("choose the particle behind a figure by its number", () => {
    const behind = [...lesson(topic, "ko").matchAll(/<Figure [^>]*\/>/g)].map(
      (tag) =>
        lesson(topic, "ko")
          .slice(tag.index + tag[0].length)
          .split("\n")[0],
    );
    expect(behind.filter((rest) => BY_HAND.test(rest))).toEqual([]);
    expect(lesson(topic, "en")).not.toMatch(/<Figure [^>]*josa=/);
  });

  it("and its other texts type none of its measured numbers by hand", () => {
    const used = taken(figures);
    const typed = pieces()
      .filter(({ file }) => file.startsWith(`content/topics/${topic}/`) && !file.includes("/challenges/"))
      .flatMap(({ file, at, text: written }) =>
        numbersIn(written)
          .filter((number) => used.has(number))
          .map((number) => `${file}:${at} ${number}`),
      );
    expect(typed).toEqual([]);
  });
});
