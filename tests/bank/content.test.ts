import { describe, expect, it } from "vitest";
import {
  blank,
  doubtsOf,
  evenCredits,
  faultsOf,
  filled,
  isEven,
  KINDS,
  LIMITS,
  missingLanguages,
  slipsOf,
  tidy,
  toQuestion,
} from "@/lib/bank";
import { contentSchema, type Content, type ContentOf } from "@/lib/bank/content";
import { readCsv } from "@/lib/bank/csv/read";
import { drawQuestion } from "@/lib/questions";

const both = (text: string) => ({ ko: text, en: text });
const single = (more: Partial<ContentOf<"single">> = {}): ContentOf<"single"> => {
  const content = blank("single") as ContentOf<"single">;
  return { ...content, prompt: both("?"), options: content.options.map((option, i) => ({ ...option, text: both("abc"[i]) })), ...more };
};
const said = (content: Content) => faultsOf(content).map(({ field, text }) => [field, text.ko, text.en]);

describe("a question that begins", () => {
  it.each(KINDS)("%s: has the shape of its kind, and says what is missing", (kind) => {
    expect(contentSchema.safeParse(blank(kind)).success).toBe(true);
    expect(faultsOf(blank(kind)).map(({ field }) => field)).toContain("prompt");
  });
});

describe("faults", () => {
  it("name the field and the limit in both languages", () => {
    expect(said(single({ prompt: { ko: "가".repeat(LIMITS.prompt + 1), en: "" } }))).toEqual([
      ["prompt.ko", "문제: 8,000자까지 쓸 수 있어요.", "Question: has a limit of 8,000 characters."],
    ]);
    expect(said(single({ options: single().options.slice(0, 1) }))).toContainEqual([
      "options",
      "보기: 2개부터 10개까지 둘 수 있어요.",
      "Option: there can be 2 to 10 of them.",
    ]);
    expect(said(single({ options: single().options.map((option) => ({ ...option, text: both("same") })) }))).toContainEqual([
      "options.1.text",
      "보기 2 글: 1번째와 똑같아요.",
      "Option 2 text: is the same as number 1.",
    ]);
    expect(said(single())).toEqual([]);
  });

  it("are as strict as what is kept: nothing without one is refused by the schema", () => {
    expect(contentSchema.safeParse(tidy(single())).success).toBe(true);
  });
});

describe("languages", () => {
  it("are missing where the other one is written", () => {
    expect(missingLanguages(single())).toEqual([]);
    expect(missingLanguages(single({ explanation: { ko: "왜냐하면", en: "" } }))).toEqual(["en"]);
    expect(missingLanguages(single({ prompt: { ko: "", en: "?" }, explanation: { ko: "왜냐하면", en: "" } }))).toEqual(["ko", "en"]);
    expect(filled({ ko: "", en: "box" })).toEqual(both("box"));
  });
});

describe("points of several right options", () => {
  it("are shared out so that choosing everything earns nothing", () => {
    expect(evenCredits([true, true, false])).toEqual([50, 50, -100]);
    expect(evenCredits([true, true, true, false, false])).toEqual([33.33333, 33.33333, 33.33333, -50, -50]);
    expect(evenCredits([false, false])).toEqual([0, 0]);
    expect([isEven([50, 50, -100]), isEven([60, 40, -100])]).toEqual([true, false]);
  });

  it("are doubted where they do not", () => {
    const several = (credits: readonly number[]): Content => ({
      ...(blank("multiple") as ContentOf<"multiple">),
      options: credits.map((credit, i) => ({ text: both(String(i)), credit, misconception: null, feedback: both("") })),
    });
    expect(doubtsOf(several([50, 50, 0])).map(({ field }) => field)).toEqual(["options"]);
    expect(doubtsOf(several([50, 50, -1]))).toEqual([]);
  });
});

describe("a question made of data", () => {
  it("tells nothing by the names of its things", () => {
    const pairs = {
      ...(blank("match") as ContentOf<"match">),
      prompt: both("?"),
      pairs: ["a", "b", "c"].map((text) => ({ left: both(text), right: both(`${text}!`) })),
    };
    const turned = { ...pairs, pairs: [...pairs.pairs].reverse() };
    const idsOf = (content: Content) => {
      const question = toQuestion(content, { id: "q" });
      if (question?.form !== "match" || typeof question.asks === "function") throw new Error("no pairs");
      return question.asks.rights.map(({ id, text }) => [text.en, id]);
    };
    expect(idsOf(turned).reverse()).toEqual(idsOf(pairs));
    const drawn = JSON.stringify(drawQuestion(toQuestion(single(), { id: "q" }) as never, "seed").view);
    expect(drawn).not.toMatch(/option-1|correct|credit/);
  });

  it("names its misconceptions, each once", () => {
    const options = single().options.map((option) => ({ ...option, misconception: "nms/only-the-best" }));
    expect(slipsOf(single({ options }))).toEqual(["nms/only-the-best"]);
  });
});

describe("CSV that somebody else wrote", () => {
  it("is read with semicolons, other columns and blank rows", () => {
    const rows = readCsv(
      "kind;prompt_en;item_1_en;item_1_points;item_2_en;note\r\nsingle;Which?;a;100;b;x\r\n;;;;;\r\nsingel;Which?;a;100;b;x\r\n",
    );
    expect(rows.map(({ line, content }) => [line, content?.kind])).toEqual([
      [2, "single"],
      [4, undefined],
    ]);
    expect(rows[1].faults[0].text.en).toMatch(/^kind: there is no “singel”/);
    expect(rows[0].ignored, "what nobody reads is named").toEqual(["note"]);
  });

  it("is given up at the first row too many, however many blank ones stand between", () => {
    const head = "kind,prompt_en,item_1_en,item_1_points,item_2_en\n";
    const rows = (n: number) => "single,Which?,a,100,b\n,,,,\n".repeat(n);
    expect(
      readCsv(head + rows(500), 500)
        ?.map(({ line }) => line)
        .slice(-1),
    ).toEqual([1000]);
    // What is behind cannot be read as a table, and nobody gets there.
    expect(readCsv(`${head}${rows(501)}single,"x`, 500)).toBeNull();
    expect(readCsv(`${head}${rows(500)}single,"x`, 500)).toMatchObject([{ content: null }]);
  });

  it.each([
    ["no head", "a,b\n1,2", 1],
    ["a number that is none", "kind,prompt_en,item_1_value\nnumeric,x,two", 2],
    ["a quote without its partner", 'kind,prompt_en\nsingle,"x\nmore', 3],
    ["a misconception that is none", "kind,prompt_en,item_1_en,item_1_points,item_2_en,item_2_slip\nsingle,x,a,100,b,not one", 2],
  ])("is told with its line: %s", (_, file, line) => {
    expect(readCsv(file).map(({ content, faults }) => [content, faults[0].line])).toEqual([[null, line]]);
  });
});
