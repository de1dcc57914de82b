import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayName } from "./scalars";
import { visibleLines, visibleText } from "./visible";

const takes = (name: string): boolean => displayName.safeParse(name).success;

describe("names", () => {
  it.each([
    "민지",
    "Min-ji O'Neill",
    "José",
    "Jose\u0301",
    "Nguyễn Thị",
    "नमस्ते",
    "مريم",
    "ㅋㅋ",
    "👩‍🚀 Ada",
    "❤️",
    "👍🏽",
    "김 민 지",
    "x²",
    "a.b",
  ])("are taken as they are written: %s", (name) => expect([takes(name), visibleText(name)]).toEqual([true, name]));

  it.each([
    ["zero width space", "mi\u200bna"],
    ["joiner", "mi\u200dna"],
    ["non-joiner", "mi\u200cna"],
    ["soft hyphen", "mi\u00adna"],
    ["byte order mark", "mina\ufeffx"],
    ["left-to-right override", "a\u202eb"],
    ["isolate", "a\u2066b\u2069"],
    ["right-to-left mark", "a\u200fb"],
    ["Arabic letter mark", "a\u061cb"],
    ["Hangul filler", "\u3164"],
    ["Hangul jamo filler", "\u115f\u1160"],
    ["halfwidth filler", "\uffa0a"],
    ["blank braille", "\u2800"],
    ["no-break space", "a\u00a0b"],
    ["ideographic space", "a\u3000b"],
    ["line separator", "a\u2028b"],
    ["tags", "a\u{e0061}\u{e007f}"],
    ["variation selector", "a\ufe0e"],
    ["private use", "a\ue000b"],
    ["private use alone", "\ue000"],
    ["unassigned", "a\u{e0fff}"],
    ["tab", "a\tb"],
    ["a heap of marks", `z${"\u0337".repeat(12)}`],
    ["a mark without a letter", "\u0301"],
    ["nothing", ""],
    ["only spaces", "   "],
  ])("with what cannot be seen are not: %s", (_, name) => expect(takes(name)).toBe(false));

  it("made visible stay as they are, and are taken where anything is left", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        const seen = visibleText(text);
        expect(visibleText(seen)).toBe(seen);
        expect(takes(seen)).toBe(seen.length >= 1 && seen.length <= 40);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("visibleLines", () => {
  it.each([
    [" a\u202e\r\n\n\n\n  b \n", " a\n\n  b"],
    ["\n\n- a\n\t- b\u200b\n", "- a\n  - b"],
    ["a\u2028b", "a\nb"],
    ["\u200b\n \n\u202e", ""],
    ["한 줄", "한 줄"],
  ])("leaves of %j what can be seen: %j", (text, seen) => {
    expect(visibleLines(text)).toBe(seen);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const once = visibleLines(text);
        expect(visibleLines(once)).toBe(once);
      }),
    );
  });
});
