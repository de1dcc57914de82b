import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { anchorOf, findAnchor, findQuote, firstLineOf } from "./anchors";

const LINES = [
  "# 강의 복습 내용",
  "- NMS는 점수가 높은 상자부터 남긴다",
  "- 4번 상자는 왜 살아남을까?",
  "",
  "- IoU는 겹친 넓이의 비율",
  "끝",
];

function note(lines: readonly string[] = LINES): Y.Text {
  const doc = new Y.Doc();
  const text = doc.getText("text");
  text.insert(0, lines.join("\n"));
  return text;
}
const startOf = (text: Y.Text, line: number): number =>
  text
    .toString()
    .split("\n")
    .slice(0, line)
    .reduce((sum, each) => sum + each.length + 1, 0);
/** The same document as another browser has it: what one knows of undone deletions does not travel. */
function elsewhere(text: Y.Text): Y.Text {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(text.doc as Y.Doc));
  return doc.getText("text");
}
const lineOf = (text: Y.Text, line: number): string => text.toString().split("\n")[line];

describe("an anchor in a note", () => {
  it("stays with its line whatever is written before, behind and inside it", () => {
    const text = note();
    const anchor = anchorOf(text, 2);
    text.insert(0, "새 첫 줄\n둘째 줄\n");
    text.insert(startOf(text, 4) + 2, "그런데 ");
    text.insert(text.length, "\n더");
    expect(findAnchor(elsewhere(text), anchor)).toEqual({ line: 4, by: "letters" });
    expect(lineOf(text, 4)).toBe("- 그런데 4번 상자는 왜 살아남을까?");
  });

  it("is found by its words once the line was deleted and came back by an undo", () => {
    const text = note();
    const manager = new Y.UndoManager(text);
    const anchor = anchorOf(text, 2);
    text.delete(startOf(text, 2), LINES[2].length + 1);
    expect(findAnchor(elsewhere(text), anchor)).toEqual({ line: 2, by: "place" });
    manager.undo();
    text.insert(0, "위에 한 줄\n");
    expect(text.toString().split("\n").slice(1)).toEqual(LINES);
    expect(findAnchor(elsewhere(text), anchor)).toEqual({ line: 3, by: "words" });
  });

  it("is found again when an older version is restored as a whole", () => {
    const text = note();
    const before = text.toString();
    const anchor = anchorOf(text, 4);
    text.delete(0, text.length);
    text.insert(0, "모두 지웠다");
    expect(findAnchor(text, anchor).by).toBe("place");
    text.delete(0, text.length);
    text.insert(0, before);
    expect(findAnchor(elsewhere(text), anchor)).toEqual({ line: 4, by: "words" });
  });

  it("of several lines with the same words finds the one nearest to where it was", () => {
    const text = note(["a", "same", "b", "c", "d", "same", "e"]);
    const anchor = anchorOf(text, 5);
    text.delete(startOf(text, 5), 5);
    text.insert(startOf(text, 5), "same\n");
    expect(findAnchor(elsewhere(text), anchor)).toEqual({ line: 5, by: "words" });
  });

  it("says that a line is gone, and where it was", () => {
    const text = note();
    const anchor = anchorOf(text, 2);
    text.delete(startOf(text, 2), LINES[2].length + 1);
    expect(findAnchor(text, anchor)).toEqual({ line: 2, by: "place" });
    text.delete(0, text.length);
    expect(findAnchor(text, anchor)).toEqual({ line: 0, by: "place" });
  });

  it("is a short text, and none where nothing stands", () => {
    const text = note(["x".repeat(5000)]);
    const { anchor, quote } = anchorOf(text, 0);
    expect(anchor.length).toBeLessThanOrEqual(512);
    expect(anchor).toMatch(/^[A-Za-z0-9.,]+$/);
    expect(quote.length).toBeLessThanOrEqual(300);
    expect(firstLineOf(anchorOf(note(), 4))).toBe(4);
    expect(() => anchorOf(note(), 3)).toThrow(RangeError);
    expect(() => anchorOf(note(), 99)).toThrow(RangeError);
  });

  it("that is any text at all finds some line", () => {
    const places = fc.array(fc.tuple(fc.integer(), fc.integer()), { maxLength: 6 });
    const made = places.map((pairs) => ["0", ...pairs.map(([client, clock]) => `${client.toString(36)}.${clock.toString(36)}`)].join(","));
    fc.assert(
      fc.property(fc.oneof(fc.string(), made), fc.string(), fc.nat(20), (anchor, quote, near) => {
        const text = note();
        const { line } = findAnchor(text, { anchor, quote });
        expect(line).toBeGreaterThanOrEqual(0);
        expect(line).toBeLessThan(LINES.length);
        expect(findQuote(text.toString(), quote, near).line).toBeLessThan(LINES.length);
      }),
    );
  });

  it("that names letters outside of the document finds some line", () => {
    const text = note();
    for (const clock of [-2, -1, 0, 5_000]) {
      const anchor = `0,${text.doc?.clientID.toString(36) ?? ""}.${clock.toString(36)}`;
      expect(findAnchor(text, { anchor, quote: "" }).line).toBeLessThan(LINES.length);
    }
  });

  /** Edits of two writers that leave one line alone; each as a share of the text before or behind it. */
  const edits = fc.array(
    fc.record({
      writer: fc.nat(1),
      behind: fc.boolean(),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      what: fc.oneof(
        fc.record({ insert: fc.constantFrom("x", "가나", "\n", "줄\n", "\n- 새 줄\n") }),
        fc.record({ remove: fc.integer({ min: 1, max: 12 }) }),
        fc.constantFrom({ undo: true as const }),
      ),
    }),
    { maxLength: 40 },
  );

  it("stays with its line through random edits of two writers, undone and restored ones too", () => {
    fc.assert(
      fc.property(edits, fc.boolean(), fc.boolean(), (list, cut, restored) => {
        const mark = "표시한 줄: 4번 상자는 왜 살아남을까?";
        const text = note([...LINES.slice(0, 2), mark, ...LINES.slice(3)]);
        const other = elsewhere(text);
        const manager = new Y.UndoManager(text);
        const anchor = anchorOf(text, 2);
        const sync = () => {
          Y.applyUpdate(text.doc as Y.Doc, Y.encodeStateAsUpdate(other.doc as Y.Doc), "remote");
          Y.applyUpdate(other.doc as Y.Doc, Y.encodeStateAsUpdate(text.doc as Y.Doc), "remote");
        };
        for (const { writer, behind, at, what } of list) {
          const mine = writer === 0 ? text : other;
          const words = mine.toString();
          const from = words.indexOf(mark);
          if ("undo" in what) {
            manager.undo();
            sync();
            continue;
          }
          // Before the line's own line break, or behind the one that ends it.
          const [low, high] = behind ? [from + mark.length + 1, words.length] : [0, Math.max(0, from - 1)];
          const place = low + Math.floor(at * Math.max(0, high - low));
          if (place > high) continue;
          if ("insert" in what) mine.insert(place, what.insert);
          else mine.delete(place, Math.min(what.remove, high - place));
          sync();
        }
        const before = text.toString();
        if (cut) {
          manager.stopCapturing();
          text.delete(before.indexOf(mark), mark.length);
          manager.undo();
        }
        if (restored) {
          text.delete(0, text.length);
          text.insert(0, before);
        }
        sync();
        expect(text.toString()).toBe(before);
        const line = before.split("\n").findIndex((each) => each.includes(mark));
        expect(findAnchor(elsewhere(other), anchor).line).toBe(line);
      }),
      { numRuns: 200 },
    );
  });
});
