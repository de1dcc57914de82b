import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldNote, foundLines, gramsOf, wordsOf } from "./search";

const marked = (title: string, text: string, question: string): string[] =>
  foundLines(title, text, wordsOf(question) ?? []).map(
    ({ line, pieces }) => `${line}: ${pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("")}`,
  );

/** As the server looks: all pairs of the question among the note's, then each word in it. */
function finds(title: string, text: string, question: string): boolean {
  const folded = foldNote(title, text);
  const grams = new Set(gramsOf(folded));
  const words = wordsOf(question);
  return words !== null && words.every((word) => gramsOf(word).every((gram) => grams.has(gram)) && folded.includes(word));
}

describe("a search", () => {
  it.each([
    ["특징맵을 본다", "특징 맵", true],
    ["특징 맵을 본다", "특징맵", true],
    ["피처맵", "특징맵", false],
    ["Focal-Loss와", "focal loss", true],
    ["ＦＯＣＡＬ　ＬＯＳＳ", "focalloss", true],
    ["**IoU**는 겹침", "IoU는", true],
    ["겹침".normalize("NFD"), "겹침", true],
    ["겹침", "겹침".normalize("NFD"), true],
    ["겹치면 버린다", "겹침", false],
    ["a\nb", "ab", false],
    ["상자", "상", false],
    ["상자", "상 상자", true],
    ["하나 둘", "둘 하나", true],
    ["하나 둘", "하나 셋", false],
    ["Straße İstanbul", "straße i̇stanbul", true],
    ["😀😀", "😀", true],
  ])("in %j for %j: %s", (text, question, found) => {
    expect(finds("", text, question)).toBe(found);
  });

  it("asks for something", () => {
    for (const nothing of ["", " ", "가", "a b", "**", "-"]) expect(wordsOf(nothing)).toBeNull();
  });

  it("looks into the title", () => {
    expect(finds("11월 26일 노트", "", "26일")).toBe(true);
    expect(marked("11월 26일 노트", "", "26일")).toEqual(["0: 11월 [26일] 노트"]);
  });

  it("marks what was found, as it stands in the note", () => {
    expect(marked("", "하나\n특징 맵과 특징맵\n- NMS", "특징맵 nms")).toEqual(["2: [특징 맵]과 [특징맵]", "3: - [NMS]"]);
    expect(marked("", "겹침".normalize("NFD"), "겹침")).toEqual(["1: [겹침]"]);
  });

  it("cuts long lines round the first hit", () => {
    const [line] = marked("", `${"가".repeat(500)}겹침${"나".repeat(500)}`, "겹침");
    expect(line).toBe(`1: …${"가".repeat(40)}[겹침]${"나".repeat(118)}…`);
  });

  it("prefers lines with more of the words", () => {
    expect(marked("", "상자\n상자\n상자\n상자 점수", "상자 점수")).toEqual(["1: [상자]", "2: [상자]", "4: [상자] [점수]"]);
  });

  it("finds every stretch of two signs or more of any line, and shows where", () => {
    const line = fc.string({ unit: fc.constantFrom(..."가각힣abcABC 12*_-\u1112\u1161ＡﬁÉ😀"), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), fc.nat(), (lines, which, from, length) => {
        const [one] = [lines[which % lines.length].normalize("NFC")];
        const start = from % one.length;
        const part = one.slice(start, start + 2 + (length % 8));
        fc.pre(part.isWellFormed() && wordsOf(part) !== null);
        expect(finds("", lines.join("\n"), part)).toBe(true);
        expect(foundLines("", lines.join("\n"), wordsOf(part) ?? []).length).toBeGreaterThan(0);
      }),
    );
  });

  it("has no more pairs than signs", () => {
    expect(gramsOf("iou")).toHaveLength(2);
    expect(gramsOf("aaaa")).toHaveLength(1);
    expect(gramsOf("a\nb")).toHaveLength(0);
    expect(gramsOf("힣힣")[0]).toBeGreaterThanOrEqual(-(2 ** 31));
  });
});
