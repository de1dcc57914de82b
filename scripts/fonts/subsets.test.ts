import { readFileSync, statSync } from "node:fs";
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

describe("app/site-fonts.css", () => {
  it("has the syllables of the site's texts, but for a dozen of the newest; then npm run gen:fonts", () => {
    const have = new Set(said.flat());
    const lacking = [...syllablesOf(process.cwd())].filter((syllable) => !have.has(syllable));
    expect(lacking.length, lacking.join("")).toBeLessThanOrEqual(MAY_LACK);
  });

  it("names each character once, so that no page loads two files for one", () => {
    expect(said.flat().length).toBe(new Set(said.flat()).size);
  });

  it("has a file for every face, and all of them weigh less than five of Pretendard's own pieces", () => {
    const files = [...css.matchAll(/url\("\.\/(fonts\/[a-z]+\.woff2)"\)/g)].map(([, path]) => `app/${path}`);
    expect(files).toHaveLength(4);
    expect(files.reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThan(175_000);
  });
});

describe("subsetsOf", () => {
  it("keeps letters, the shell's syllables and those of topics alone apart", () => {
    const [letters, shell, topics, signs] = subsetsOf(process.cwd()).map(({ characters }) => new Set(characters));
    expect(["a", "0", "−", "한"].every((character) => letters.has(character))).toBe(true);
    expect(["시", "작"].every((character) => shell.has(character))).toBe(true);
    // 뚱 stands in a misconception of R-CNN alone.
    expect(shell.has("뚱")).toBe(false);
    expect(topics.has("뚱")).toBe(true);
    expect(signs.has("β")).toBe(true);
    expect([...topics].filter((character) => shell.has(character) || letters.has(character))).toEqual([]);
  });

  it("writes runs of code points, and a face for each subset", () => {
    expect(rangeOf(["a", "b", "c", "가"])).toBe("U+61-63, U+AC00");
    expect(render([{ name: "shell", characters: ["가", "각"] }])).toContain("unicode-range: U+AC00-AC01;");
  });
});
