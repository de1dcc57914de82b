import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rangeOf, render, subsetsOf, syllablesOf } from "./subsets";

const css = readFileSync("app/site-fonts.css", "utf8");
/** Every character that the faces of app/site-fonts.css say they have, as often as they say it. */
const said = [...css.matchAll(/unicode-range: ([^;]+);/g)].map(([, range]) =>
  range.split(", ").flatMap((run) => {
    const [first, last = first] = run
      .slice(2)
      .split("-")
      .map((hex) => parseInt(hex, 16));
    return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
  }),
);

/** New texts may bring syllables that the cut does not have yet: each costs the page that shows it one of Pretendard's own pieces. */
const MAY_LACK = 12;
/** Of what a lesson loads: six of Pretendard's own pieces. */
const MOST_BYTES = 150_000;

describe("app/site-fonts.css", () => {
  it("has the syllables of the site's texts, but for a dozen of the newest; then npm run gen:fonts", () => {
    const have = new Set(said.flat());
    const lacking = [...syllablesOf(process.cwd())].filter((syllable) => !have.has(syllable));
    expect(lacking.length, lacking.join("")).toBeLessThanOrEqual(MAY_LACK);
  });

  it("names each character once, so that no page loads two files for one", () => {
    expect(said.flat().length).toBe(new Set(said.flat()).size);
  });

  it("has a file for every face; what a lesson loads weighs less than six of Pretendard's own pieces", () => {
    const files = [...css.matchAll(/url\("\.\/(fonts\/[a-z0-9-]+\.woff2)"\)/g)].map(([, path]) => `app/${path}`);
    expect(files).toHaveLength(said.length);
    expect(readdirSync("app/fonts").map((name) => `app/fonts/${name}`)).toEqual([...files].sort());
    const weight = (some: readonly string[]) => some.reduce((sum, path) => sum + statSync(path).size, 0);
    const own = files.filter((path) => path.includes("/of-"));
    const shared = files.filter((path) => /\/(letters|shell|topics|signs)\./.test(path));
    expect(shared).toHaveLength(4);
    expect(weight(shared) + Math.max(...own.map((path) => weight([path])))).toBeLessThan(MOST_BYTES);
  });
});

describe("subsetsOf", () => {
  it("keeps letters, the shell's syllables, those of several topics and of each one apart", () => {
    const sets = new Map(subsetsOf(process.cwd()).map(({ name, characters }) => [name, new Set(characters)]));
    const has = (name: "letters" | "shell" | "topics" | "signs" | "rare" | `of-${string}`, character: string) =>
      sets.get(name)?.has(character) ?? false;
    expect(["a", "0", "−", "한"].every((character) => has("letters", character))).toBe(true);
    expect(["시", "작"].every((character) => has("shell", character))).toBe(true);
    // 뚱 stands in a misconception of R-CNN and in a lesson, 읔 and ξ in the names of letters.
    expect([has("shell", "뚱"), has("topics", "뚱")]).toEqual([false, true]);
    expect([has("rare", "읔"), has("rare", "ξ"), has("signs", "√")]).toEqual([true, true, true]);
    const lesson = readFileSync("content/topics/r-cnn/lesson.ko.mdx", "utf8");
    expect(
      [...lesson].filter((character) =>
        [...sets.keys()].some((name) => name !== "of-r-cnn" && name.startsWith("of-") && has(name, character)),
      ),
    ).toEqual([]);
    expect([...sets.values()].reduce((sum, { size }) => sum + size, 0)).toBe(new Set([...sets.values()].flatMap((each) => [...each])).size);
  });

  it("writes runs of code points, and a face for each subset", () => {
    expect(rangeOf(["a", "b", "c", "가"])).toBe("U+61-63, U+AC00");
    expect(render([{ name: "shell", characters: ["가", "각"] }])).toContain("unicode-range: U+AC00-AC01;");
  });
});
