import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { kindFacts } from "@/content/_generated/kindFacts";
import { allScripts, firstLoads, topicMarks, topicsIn, workerScripts, type FirstLoad } from "../../scripts/payload";
import { PAGES } from "./pages";

// Reads the build on disk; needs no browser.

const root = process.cwd();
const marks = topicMarks(root);
const script = (path: string) => readFileSync(join(root, ".next", path), "utf8");
const topicsOf = ({ scripts }: FirstLoad) => [...new Set(scripts.flatMap((path) => topicsIn(script(path), marks)))].sort();

/** The topic whose own page this is. The landing page's board belongs to no page at first load: it comes after the first paint. */
function ownTopic(page: string): string[] {
  const [, room, name] = page.split("/");
  if (room === "learn" && name) return [name];
  if (room === "play" && name) return [kindFacts[name].topic];
  return [];
}

test("a topic's code is told by its sentences: every topic's facts, questions and challenges are found somewhere in the build", () => {
  const all = allScripts(root).map(script);
  for (const [topic, files] of marks) {
    const found = [...files].filter(([, sentences]) => sentences.some((sentence) => all.some((text) => text.includes(sentence))));
    const names = found.map(([file]) => file);
    expect(names, topic).toContain("topic.ts");
    expect(names, topic).toContain("questions.ts");
    expect(
      names.some((file) => file.startsWith("challenges/")),
      topic,
    ).toBe(true);
  }
});

for (const locale of ["ko", "en"] as const) {
  test(`no page but its own loads a topic's code at first load, ${locale}`, () => {
    const loads = firstLoads(root, locale);
    const pages = loads.map(({ page }) => page);
    for (const page of PAGES) expect(pages).toContain(page.split("?")[0]);
    for (const load of loads) {
      const foreign = topicsOf(load).filter((topic) => !ownTopic(load.page).includes(topic));
      expect.soft(foreign, `/${locale}${load.page}`).toEqual([]);
    }
  });
}

/** Kilobytes of JavaScript under gzip that a page may load before anything is clicked: what it loads today, rounded up. */
const BOUNDS: readonly (readonly [page: RegExp, kilobytes: number])[] = [
  [/^$/, 170],
  [/^\/learn\/.+/, 169],
  [/^\/(learn|play|credits)$/, 168],
  [/^\/engine$/, 176],
  [/^\/reset$/, 183],
  [/^\/review$/, 207],
  [/^\/play\/.+/, 207],
  [/^\/inbox(\/off)?$/, 177],
  [/^\/groups$/, 178],
  [/^\/(teach|teach\/people|signin\/class)$/, 176],
  [/^\/teach\/questions$/, 179],
  [/^\/classes$/, 186],
  [/^\/signin$/, 210],
  [/^\/race$/, 217],
  [/^\/me$/, 219],
  [/^\/lab$/, 223],
];

for (const locale of ["ko", "en"] as const) {
  test(`no page grows beyond its bound, ${locale}`, () => {
    for (const { page, gzipped } of firstLoads(root, locale)) {
      const [, bound] = BOUNDS.find(([pattern]) => pattern.test(page)) ?? [null, 0];
      expect.soft(gzipped / 1000, `/${locale}${page}`).toBeLessThanOrEqual(bound);
    }
  });
}

test("the engine worker starts without any topic's code", () => {
  const scripts = workerScripts(root);
  expect(scripts.map(script).some((text) => text.includes("loseDevice"))).toBe(true);
  expect(scripts.flatMap((path) => topicsIn(script(path), marks))).toEqual([]);
});

test("no script of the build carries the schema library, and the grader's copy comes without its fifty languages", () => {
  const carriers = allScripts(root).filter((path) => /ZodError|\$ZodType|Ugyldig/.test(script(path)));
  expect(carriers).toEqual([]);
  expect(readFileSync(join(root, "dist/grader.mjs"), "utf8")).not.toContain("Ugyldig");
});
