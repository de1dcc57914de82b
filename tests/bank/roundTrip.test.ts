import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { contentSchema } from "@/lib/bank/content";
import { readCsv } from "@/lib/bank/csv/read";
import { writeCsv } from "@/lib/bank/csv/write";
import { readGift } from "@/lib/bank/gift/read";
import { writeGift } from "@/lib/bank/gift/write";
import { toQuestion } from "@/lib/bank/question";
import { writeMoodleXml } from "@/lib/bank/xml";
import { LOCALES, type Locale } from "@/lib/challenges/text";
import { drawQuestion, gradeQuestion, solutionOf, startOf } from "@/lib/questions";
import { markdownOf } from "@/lib/server/bank/markdownOf";
import { anyContent } from "./arbitrary";

const several = fc.array(anyContent, { minLength: 1, maxLength: 4 });
const language = fc.constantFrom<Locale>(...LOCALES);
const contentsOf = (rows: readonly { readonly content: unknown; readonly faults: unknown }[]) =>
  rows.map(({ content, faults }) => content ?? faults);

describe("any questions", () => {
  it("are what the schema takes, and can be drawn, solved and graded", () => {
    fc.assert(
      fc.property(anyContent, fc.nat(), (content, seed) => {
        expect(contentSchema.safeParse(content).success).toBe(true);
        const question = toQuestion(content, { id: "q" });
        if (question === null) return content.kind === "essay" || content.kind === "description";
        const drawn = drawQuestion(question, `seed-${seed}`);
        const start = gradeQuestion(drawn, startOf(drawn));
        return gradeQuestion(drawn, solutionOf(drawn))?.score === 100 && (start === null || start.score < 75);
      }),
      { numRuns: 200 },
    );
  });

  it("come back from GIFT as they went, and so does the file", () => {
    fc.assert(
      fc.property(several, language, (contents, locale) => {
        const file = writeGift(contents, locale);
        const read = readGift(file, { language: locale, toMarkdown: markdownOf });
        expect(contentsOf(read)).toEqual(contents);
        expect(writeGift(contents, locale)).toBe(file);
      }),
      { numRuns: 200 },
    );
  });

  it("come back from CSV as they went", () => {
    fc.assert(
      fc.property(several, (contents) => {
        expect(contentsOf(readCsv(writeCsv(contents)))).toEqual(contents);
      }),
      { numRuns: 150 },
    );
  });

  it("hold no cell that a spreadsheet would run", () => {
    fc.assert(
      fc.property(several, (contents) => {
        const cells = (parse(writeCsv(contents), { bom: true }) as string[][]).flat();
        expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("make XML that is well formed and says the same texts", () => {
    fc.assert(
      fc.property(several, language, (contents, locale) => {
        const file = writeMoodleXml(contents, locale, new Map([["abc123", "UklGRg=="]]));
        expect(XMLValidator.validate(file)).toBe(true);
        const parsed = new XMLParser({
          ignoreAttributes: false,
          attributeNamePrefix: "@",
          parseTagValue: false,
          trimValues: false,
          isArray: (name) => name === "question",
        }).parse(file) as {
          quiz: { question: readonly { "@type": string; file?: { "#text": string } }[] };
        };
        const questions = parsed.quiz.question.filter((each) => each["@type"] !== "category");
        expect(questions).toHaveLength(contents.length);
        expect(questions.filter(({ file: picture }) => picture?.["#text"] === "UklGRg==")).toHaveLength(
          contents.filter(({ kind }) => kind === "hotspot").length,
        );
      }),
      { numRuns: 80 },
    );
  });
});
