import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOf } from "@/lib/bank/faults";
import { blocksOf } from "@/lib/bank/gift/blocks";
import { readGift } from "@/lib/bank/gift/read";
import { writeGift } from "@/lib/bank/gift/write";
import type { Content } from "@/lib/bank/content";
import { markdownOf } from "@/lib/server/bank/markdownOf";

const EXAMPLES = readFileSync(new URL("examples.gift", import.meta.url), "utf8");
const reading = { language: "en", toMarkdown: markdownOf } as const;
const read = (file: string) => readGift(file, reading);
const only = (file: string): Content => {
  const [row] = read(file);
  if (row.content === null) throw new Error(JSON.stringify(row.faults));
  return row.content;
};
const saidBy = (file: string) => read(file).flatMap(({ faults }) => faults.map(({ line, text }) => `${line}: ${text.en}`));

describe("the documentation's examples, written anew", () => {
  const rows = read(EXAMPLES);

  it("are all taken", () => {
    expect(rows.flatMap(({ faults }) => faults)).toEqual([]);
    const count = (kind: string) => rows.filter(({ content }) => content?.kind === kind).length;
    expect({
      single: count("single"),
      multiple: count("multiple"),
      short: count("short"),
      match: count("match"),
      numeric: count("numeric"),
      essay: count("essay"),
      description: count("description"),
    }).toEqual({ single: 19, multiple: 3, short: 6, match: 2, numeric: 6, essay: 1, description: 1 });
  });

  it("are the same after one more journey, and so is the file after the first", () => {
    const contents = rows.flatMap(({ content }) => content ?? []);
    const file = writeGift(contents, "en");
    const again = read(file).flatMap(({ content }) => content ?? []);
    expect(again).toEqual(contents);
    expect(writeGift(again, "en")).toBe(file);
  });

  it("are the same with the line ends of other systems", () => {
    const contents = rows.map(({ content }) => content);
    expect(read(EXAMPLES.replaceAll("\n", "\r\n")).map(({ content }) => content)).toEqual(contents);
  });
});

describe("a file with more questions than it may have", () => {
  const file = (questions: number) =>
    "$CATEGORY: a\n\n".concat(...Array.from({ length: questions }, (_, i) => `Is it ${i}? {=yes ~no}\n\n`));

  it("is given up at the first one too many: none is read, and what is behind is not even cut up", () => {
    let turned = 0;
    const counting = { ...reading, toMarkdown: (text: string) => (turned++, text) };
    expect(readGift(file(10_000), counting, 500)).toBeNull();
    expect(turned).toBe(0);
    expect(readGift(file(500), counting, 500)).toHaveLength(500);
    expect(turned).toBeGreaterThan(500);
    const cutUp = blocksOf(file(10_000));
    for (let i = 0; i < 3; i++) cutUp.next();
    expect(cutUp.next().value).toMatchObject({ line: 7, text: "Is it 2? {=yes ~no}" });
  });

  it("holds a blank line inside of braces together, however far its end is", () => {
    expect(read("a {=x\n\n~y}\n\nb {T}\n\nc {=x\n\n\n\n~z\n}\n\nd").map(({ line, content }) => [line, content?.kind])).toEqual([
      [1, "single"],
      [5, "single"],
      [7, "single"],
      [14, "description"],
    ]);
  });
});

describe("what GIFT says", () => {
  it("becomes categories, names, numbers of their own and tags", () => {
    expect(only("$CATEGORY: a/b\n\n// [id:q\\]7] [tag:x] [tag:y z]\n::A\\:B:: Text {T}")).toMatchObject({
      category: "a/b",
      title: "A:B",
      idNumber: "q]7",
      tags: ["x", "y z"],
      prompt: { ko: "", en: "Text" },
    });
    expect(read("$CATEGORY: a\nfirst {T}\n\n$CATEGORY:\n\nsecond {T}").map(({ content }) => content?.category)).toEqual(["a", ""]);
  });

  it("keeps weights, what is said to an answer and what is said in general", () => {
    expect(only("Q{~%-50%a#no ~%100%b#yes\nand more####In general}")).toMatchObject({
      kind: "multiple",
      explanation: { en: "In general" },
      options: [
        { text: { en: "a" }, credit: -50, feedback: { en: "no" } },
        { text: { en: "b" }, credit: 100, feedback: { en: "yes\nand more" } },
      ],
    });
  });

  it("makes an interval of a range, exactly", () => {
    expect(only("Q{#0.3..0.7}")).toMatchObject({ answers: [{ value: 0.5, tolerance: 0.2, credit: 100 }] });
    expect(only("Q{#=3.141:0.0005 =%40%*#no}")).toMatchObject({ answers: [{ value: 3.141, tolerance: 0.0005 }], otherwise: { en: "no" } });
  });

  it("leaves a gap where the answers stand inside", () => {
    expect(only("Before {=a ~b} after.").prompt.en).toBe("Before _____ after.");
  });

  it("turns HTML and plain text into Markdown, and leaves formulas", () => {
    expect(only("[html]<p>A <b>b</b> \\$x_1*y_1*z$</p>{T}").prompt.en).toBe(
      "A **b** \\$x\\_1\\*y\\_1\\*z$".replace("\\$x\\_1\\*y\\_1\\*z$", "\\\\$x_1*y_1*z$"),
    );
    expect(only("[plain]2*3*4 <b>{T}").prompt.en).toBe("2\\*3\\*4 <b>");
    expect(only("[moodle]\\\\(x_1\\\\) is<br>one{T}").prompt.en).toBe("$x_1$ is\none");
    expect(only("[html]<script>alert(1)</script>safe{T}").prompt.en).not.toContain("<script");
  });

  it("reads both languages out of marked texts", () => {
    const span = (lang: string, text: string) => `<span lang\\="${lang}" class\\="multilang">${text}</span>`;
    expect(only(`${span("ko", "상자")}${span("en", "box &lt; b")} {T}`).prompt).toEqual({ ko: "상자", en: "box < b" });
  });

  it("does not mind blank lines between braces", () => {
    expect(only("Q {\n\n=a\n\n~b\n\n}").kind).toBe("single");
  });
});

describe("what is wrong", () => {
  it.each([
    ["fine {T}\n\nopen {=a\n\nnext {T}", "3: A { has no } behind it."],
    ["close } {T}", "1: A } has no { before it."],
    ["a {=a\n~b {c}\n}", "2: A { stands inside of another; as a sign it is \\{."],
    ["a {T} b {F}", "1: A question has two sets of answers { }."],
    ["\n\n::title {T}", "3: The title has no :: at its end."],
    ["n {#\n=1\n=two}", "3: “two” could not be read as a number."],
    ["n {#5..1}", "1: A range begins with the smaller number: “5..1”."],
    ["m {\n=a -> b\n=c\n}", "3: A pair is written “=left -> right”."],
    ["o {\nx ~a =b}", "2: An answer has to begin with = or ~."],
    ["w {no sign}", "1: Answers begin with =, ~ or #, or are T or F."],
    ["s {~%60%a ~b}", "1: Option: the points of the right ones must add up to 100; they make 60."],
    ["d {=a ~a}", "1: Option 2 text: is the same as number 1."],
    ["// boxup: {\nQ {T}", "1: The line “// boxup:” could not be read."],
    ["{T}", "1: Question: write it in one language at least."],
  ])("is told with its line: %j", (file, said) => {
    expect(saidBy(file)).toContain(said);
  });

  it("does not touch the questions around it", () => {
    expect(read("a {T}\n\nb {#x}\n\nc {F}").map(({ content }) => content !== null)).toEqual([true, false, true]);
  });
});

describe("broken files", () => {
  const SIGNS = [
    "{",
    "}",
    "=",
    "~",
    "#",
    ":",
    "\\",
    "%",
    "->",
    "\n",
    "\n\n",
    "::",
    "####",
    "//",
    "[html]",
    "\u0000",
    "\ud83d",
    "$CATEGORY:",
    "// boxup: {}",
    '<span lang="ko" class="multilang">',
    "$",
    "&#x;",
  ];
  const slip = fc.record({
    at: fc.nat(9999).map((n) => n / 10_000),
    take: fc.nat(30),
    put: fc.oneof(fc.constantFrom(...SIGNS), fc.string({ maxLength: 4 })),
  });

  it("never stop the reader: each question is taken whole, or told with a line of the file", () => {
    let told = 0;
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 6 }), (slips) => {
        const file = slips.reduce((text, { at, take, put }) => {
          const from = Math.floor(at * text.length);
          return text.slice(0, from) + put + text.slice(from + take);
        }, EXAMPLES);
        const lines = file.split(/\r\n|\n|\r/).length;
        for (const { content, faults, line } of read(file)) {
          expect(content === null).toBe(faults.length > 0);
          expect(line).toBeGreaterThanOrEqual(1);
          for (const fault of faults) {
            told++;
            expect(fault.line).toBeGreaterThanOrEqual(1);
            expect(fault.line).toBeLessThanOrEqual(lines);
            expect(fault.text.ko).toMatch(/[가-힣]/);
            expect(fault.text.en).not.toBe("");
          }
          if (content !== null) expect(faultsOf(content)).toEqual([]);
        }
      }),
      { numRuns: 500, seed: 20_261_126 },
    );
    expect(told).toBeGreaterThan(500);
  });

  it("take no more than a moment, however they are made", () => {
    const hostile = [
      "{".repeat(200_000),
      "~%".repeat(100_000),
      "\\".repeat(200_000),
      "::".repeat(100_000),
      "a {=".repeat(50_000),
      "{\n\n".repeat(60_000),
      `Q {${"#".repeat(200_000)}}`,
      `[html]${"<b>".repeat(3000)}{T}`,
      `a {\n${"\n".repeat(390_000)}=b}`,
      `// ${"[tag:".repeat(78_000)}\na {T}`,
      `// ${"[tag:a\\".repeat(56_000)}\na {T}`,
      `a {${"~b".repeat(195_000)}}`,
      ...["\\(", "\\[", "<a", "<!", "$$a "].map((sign) => `[html]${sign.repeat(31_000 / sign.length)}{T}\n\n`.repeat(12)),
    ];
    for (const file of hostile) expect(read(file).length).toBeGreaterThan(0);
  });
});
