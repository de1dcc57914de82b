import { describe, expect, it } from "vitest";
import { GLOSSARY } from "@/content/glossary";
import type { Locale } from "@/lib/words";
import { EXCEPTIONS } from "./exceptions";
import { pieces } from "./texts";

/** Names that contain a word they do not mean. */
const NAMES: Readonly<Record<Locale, readonly string[]>> = { ko: ["박스업", "아웃박스"], en: ["gradcam-regions", "gradcam-layer"] };

const agreed = (locale: Locale) => [...GLOSSARY.map((term) => term[locale].replace(/ \(.*\)$/, "")), ...NAMES[locale]];
const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** Finds a refused word; in English with or without its hyphens. */
const finder = (word: string, locale: Locale) =>
  new RegExp(locale === "ko" ? literal(word) : `\\b${word.replace(/[-/]/g, "[- ]?")}`, locale === "ko" ? "" : "i");
/** Each refused word with the right one, and the agreed words that it is found in, longest first. */
const refused = (locale: Locale) =>
  GLOSSARY.flatMap((term) => (term.not?.[locale] ?? []).map((word) => ({ word, right: term[locale], pattern: finder(word, locale) }))).map(
    (entry) => ({
      ...entry,
      within: agreed(locale)
        .filter((one) => entry.pattern.test(one))
        .sort((a, b) => b.length - a.length)
        .map((one) => new RegExp(literal(one), "gi")),
    }),
  );
const REFUSED = { ko: refused("ko"), en: refused("en") };

/**
 * What a text says against the glossary: "박스 → 상자". Agreed words that contain a refused one are taken out first: 객체 검출 is not 객체.
 * No others, so that a refused word made of agreed ones is found: 물체 검출.
 */
function slips(text: string, locale: Locale): string[] {
  const found = REFUSED[locale].filter(({ pattern, within }) => pattern.test(within.reduce((t, one) => t.replace(one, "·"), text)));
  return [...found.map(({ word, right }) => `${word} → ${right}`), ...(/[\d}]\s+%(?![\w(])/.test(text) ? ["86 % → 86%"] : [])];
}

describe("the glossary", () => {
  it("gives every term an id, both words and a one-line meaning in both languages", () => {
    expect(GLOSSARY.length).toBeGreaterThan(100);
    expect(new Set(GLOSSARY.map(({ id }) => id)).size).toBe(GLOSSARY.length);
    for (const { id, ko, en, meaning } of GLOSSARY) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect([ko, en, meaning.ko, meaning.en].filter((text) => text.trim() === "" || text.includes("\n"))).toEqual([]);
      expect(meaning.ko).toMatch(/요\.$/);
      expect(meaning.en).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("has one word for one thing: no word stands for two terms, and none is both agreed and refused", () => {
    for (const locale of ["ko", "en"] as const) {
      const words = GLOSSARY.map((term) => term[locale]);
      expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
      expect(GLOSSARY.flatMap((term) => term.not?.[locale] ?? []).filter((word) => words.includes(word))).toEqual([]);
    }
  });

  it("keeps to itself: no meaning uses a refused word", () => {
    expect(
      GLOSSARY.flatMap(({ id, meaning }) => [...slips(meaning.ko, "ko"), ...slips(meaning.en, "en")].map((slip) => `${id}: ${slip}`)),
    ).toEqual([]);
  });

  it.each([
    ["문턱값을 넘어요", "ko", "문턱값 → 임계값"],
    ["바운딩 박스예요", "ko", "박스 → 상자"],
    ["객체 탐지를 배워요", "ko", "객체 탐지 → 객체 검출"],
    ["물체 검출을 배워요", "ko", "물체 검출 → 객체 검출"],
    ["이 도전에서는", "ko", "도전 → 문제"],
    ["86 % 맞아요", "ko", "86 % → 86%"],
    ["a non-max suppression step", "en", "non-max suppression → non-maximum suppression (NMS)"],
    ["92 % sure", "en", "86 % → 86%"],
  ] as const)("finds a second word in “%s”", (text, locale, slip) => {
    expect(slips(text, locale)).toContain(slip);
  });

  it.each([
    ["박스업에서 객체 검출을 배워요", "ko"],
    ["임계값 0.5, 86%, 문제 하나", "ko"],
    ["x % y", "en"],
  ] as const)("lets “%s” stand", (text, locale) => {
    expect(slips(text, locale)).toEqual([]);
  });
});

describe("the words of the product", () => {
  const found = pieces().flatMap(({ file, at, locale, text }) =>
    slips(text, locale).map((slip) => ({ file, line: `${file}:${at} ${slip} (${text.trim().slice(0, 60)})` })),
  );

  it("are the glossary's in every lesson, message, question and label", () => {
    expect(found.filter(({ file }) => !EXCEPTIONS.terms.includes(file)).map(({ line }) => line)).toEqual([]);
  });

  it("have a list of exceptions that only shrinks: a clean file leaves it, and only challenges stand in it", () => {
    expect(EXCEPTIONS.terms.filter((file) => !found.some((slip) => slip.file === file))).toEqual([]);
    expect(EXCEPTIONS.terms.filter((file) => !/^content\/topics\/[^/]+\/challenges\//.test(file))).toEqual([]);
  });
});
