import { describe, expect, it } from "vitest";
import { SENTENCES } from "@/tests/notes/sentences";
import { english, korean } from "./fold";
import { neededBy } from "./needed";
import { SLIPS } from "./slips";

describe("the words that a pattern needs", () => {
  it.each([
    [/(지워진|제거된)상자/, ["지워진", "제거된"]],
    [/점수.{0,4}임계값/, ["임계값"]],
    [/점수(임계값)?높/, ["점수"]],
    [/a?b*/, null],
    [/(?<!grad)cam/, ["cam"]],
    [/(?:(?!작).){0,9}큰/, ["큰"]],
    [/\b(any|every) cnns?\b/, [" cnn"]],
    [/concat|이어붙/, ["concat", "이어붙"]],
    [/[ab]c\.d/, ["c"]],
    [/(학습|)하/, ["하"]],
  ])("of %s are %j", (pattern, words) => {
    expect(neededBy(pattern)).toEqual(words);
  });

  it("stand in every sentence that a pattern of the slips finds", () => {
    const patterns = SLIPS.flatMap(({ ko = [], en = [] }) =>
      [...ko, ...en].flatMap((saying) => (saying instanceof RegExp ? [saying] : saying)),
    );
    const texts = SENTENCES.flatMap(([heading, sentence]) => [sentence, `${heading} ${sentence}`]).flatMap((text) => [
      english(text),
      korean(text),
    ]);
    let found = 0;
    for (const pattern of patterns) {
      const words = neededBy(pattern);
      const hits = texts.filter((text) => pattern.test(text));
      found += hits.length;
      expect(hits.filter((text) => words !== null && !words.some((word) => text.includes(word)))).toEqual([]);
    }
    expect(found).toBeGreaterThan(100);
  });
});
