import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf, readNote, type NoteReading } from "@/lib/notes";
import { NOTES, textOf } from "./fixtures";

const TEXTS = NOTES.map(({ file }) => textOf(file));

/** What happens to notes on their way: other line ends, another normal form, emoji, shifted and doubled lines, pasted rubbish. */
const mutation = fc.oneof(
  fc.constant((text: string) => text.replace(/\r?\n/g, "\r\n")),
  fc.constant((text: string) => text.replace(/\r?\n/g, "\r")),
  fc.constant((text: string) => text.normalize("NFD")),
  fc.constant((text: string) => `\ufeff${text}`),
  fc.constant((text: string) => text.replace(/ /g, "\u00a0")),
  fc.nat({ max: 12 }).map((width) => (text: string) => text.replace(/^/gm, " ".repeat(width))),
  fc.nat({ max: 4 }).map((width) => (text: string) => text.replace(/^/gm, "\t".repeat(width))),
  fc.nat({ max: 3 }).map((depth) => (text: string) => text.replace(/^/gm, "> ".repeat(depth))),
  fc.constantFrom("🙋", "📌", "✅", "👩‍🔬", "🇰🇷").map((sign) => (text: string) => text.replace(/^(?=.)/gm, `${sign} `)),
  fc.tuple(fc.nat(), fc.string({ unit: "binary", maxLength: 60 })).map(([at, rubbish]) => (text: string) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + rubbish + text.slice(place);
  }),
  fc
    .tuple(fc.nat(), fc.constantFrom("```\n", "<!--", "-->", "---\n", "$$\n", "| a |\n|---|\n", "<br>", "&#x110000;", "\ud800", "\0"))
    .map(([at, mark]) => (text: string) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + mark + text.slice(place);
    }),
  fc.tuple(fc.nat(), fc.nat({ max: 400 })).map(([at, length]) => (text: string) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + text.slice(place + length);
  }),
);

const mutated = fc
  .tuple(fc.constantFrom(...TEXTS), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([text, mutations]) => mutations.reduce((before, mutate) => mutate(before), text));

const countOf = (text: string): number => (text.includes("\n") ? text.split("\n").length : text.split("\r").length);

/** Lines that the reading names. */
const named = ({ topics, slips, attendance, followUps, questions, skipped }: NoteReading): number[] => [
  ...[topics, slips, attendance, followUps, questions].flatMap((list) => list.map(({ line }) => line)),
  ...skipped,
];

function keepsEveryLine(text: string): void {
  const lines = linesOf(text);
  const reading = readNote(text);
  expect(lines.map(({ no }) => no)).toEqual(Array.from({ length: countOf(text) }, (_, index) => index + 1));
  const skipped = lines.filter(({ kind }) => kind !== "content" && kind !== "blank").map(({ no }) => no);
  expect(reading.skipped).toEqual(skipped);
  expect(named(reading).filter((line) => line < 1 || line > lines.length)).toEqual([]);
  // Nothing is read out of what is skipped.
  expect(lines.filter(({ kind, text: words }) => kind !== "content" && words !== "")).toEqual([]);
}

describe("a note that went through many hands", () => {
  it("is read without an error and without losing a line, 200 times", () => {
    fc.assert(fc.property(mutated, keepsEveryLine), { numRuns: 200, seed: 20261126 });
  });

  it("is read the same in NFD, with CRLF, with a BOM and further to the right", () => {
    for (const text of TEXTS) {
      const plain = readNote(text.replace(/\r\n/g, "\n"));
      for (const other of [text.normalize("NFD"), text.replace(/\r?\n/g, "\r\n"), `\ufeff${text}`]) expect(readNote(other)).toEqual(plain);
    }
  });

  it("is read to the end, a megabyte later", () => {
    for (const filler of ["오늘은 강의가 길었다.\n", "- \n", "a".repeat(2000) + "\n", "> 왜 그럴까?\n", "|a|b|\n"]) {
      const before = filler.repeat(Math.floor(1_000_000 / filler.length));
      const text = `${before}\n# CAM\n- CAM은 아무 CNN에나 쓸 수 있다\n`;
      const reading = readNote(text);
      expect(linesOf(text)).toHaveLength(countOf(text));
      expect(reading.slips.map(({ line, topic }) => [line, topic])).toEqual([[countOf(text) - 1, "cam"]]);
    }
  });

  it("may be one endless line", () => {
    for (const piece of ["CAM은 가중치를 ", "<", "[", "`", "~", "님 ", "Q. ", "| a ", "&#", "α FC ", "not a "]) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      expect(linesOf(text)).toHaveLength(1);
      expect(named(readNote(text)).filter((line) => line !== 1)).toEqual([]);
    }
  });
});
