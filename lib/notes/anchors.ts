/**
 * Where in a note a comment stands. A line is held by a few of its letters, each known to Yjs by who wrote it: they are found again after
 * edits before, behind and inside the line. Letters that are deleted and come back (an undo, a version restored) are new letters to Yjs, so
 * the line's words are kept as well; and for a line that is gone for good the place where it was.
 */
import * as Y from "yjs";
import { linesQuoted, quoted } from "./quote";

/** Letters of a line that hold an anchor. */
const HOLDS = 5;

export interface Anchor {
  /** For whoever keeps it a text without meaning, of 512 characters at most. */
  readonly anchor: string;
  /** The line as it stood, as far as it is quoted. */
  readonly quote: string;
}

/** A line of a note, counted from 0, and how it was found: by its own letters, by its words, or only the place where it was. */
export interface Found {
  readonly line: number;
  readonly by: "letters" | "words" | "place";
}

/** The line in which character `at` stands. */
const lineAt = (text: string, at: number): number => text.slice(0, at).split("\n").length - 1;

/** The anchor of a line. @param line counted from 0 @throws RangeError where there is no such line, or nothing in it */
export function anchorOf(text: Y.Text, line: number): Anchor {
  const lines = text.toString().split("\n");
  const words = lines[line] as string | undefined;
  if (words === undefined || words.trim() === "") throw new RangeError(`nothing stands in line ${line}`);
  const from = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
  const last = words.length - 1;
  const places = [...new Set(Array.from({ length: HOLDS }, (_, i) => Math.round((i * last) / (HOLDS - 1))))];
  const letters = places.map((place) => {
    const item = Y.createRelativePositionFromTypeIndex(text, from + place).item;
    return item === null ? "" : `${item.client.toString(36)}.${item.clock.toString(36)}`;
  });
  return { anchor: [line.toString(36), ...letters].join(","), quote: quoted(words) };
}

interface Parsed {
  /** Where the line stood at first. */
  readonly line: number;
  readonly letters: readonly Y.ID[];
}

function parse(anchor: string): Parsed {
  const [line, ...letters] = anchor.split(",");
  const ids = letters.slice(0, HOLDS).flatMap((letter) => {
    const [client, clock] = letter.split(".").map((each) => parseInt(each, 36));
    return [client, clock].every((each) => Number.isSafeInteger(each) && each >= 0) ? [Y.createID(client, clock)] : [];
  });
  const first = parseInt(line, 36);
  return { line: Number.isSafeInteger(first) && first >= 0 ? first : 0, letters: ids };
}

/** A letter as it stands now: where, and whether it still stands or only its place is known. Null where Yjs does not know it (yet). */
function letterNow(text: Y.Text, doc: Y.Doc, id: Y.ID): { readonly at: number; readonly stands: boolean } | null {
  if (Y.getState(doc.store, id.client) <= id.clock) return null;
  const item = Y.getItem(doc.store, id);
  if (!(item instanceof Y.Item)) return null;
  const position = Y.createAbsolutePositionFromRelativePosition(new Y.RelativePosition(null, null, id), doc, false);
  return position === null || position.type !== text ? null : { at: position.index, stands: !item.deleted };
}

/** Finds an anchored line in a note as it is now. Any text that comes for an anchor finds something. */
export function findAnchor(text: Y.Text, { anchor, quote }: Anchor): Found {
  const { doc } = text;
  const words = text.toString();
  const { line: first, letters } = parse(anchor);
  const now = doc === null ? [] : letters.flatMap((id) => letterNow(text, doc, id) ?? []);
  const lines = now.filter(({ stands }) => stands).map(({ at }) => lineAt(words, at));
  const place = now.length > 0 ? lineAt(words, now[0].at) : first;
  // Most of the line is where it was: whatever was written around it, and into it.
  if (lines.length > 0 && 2 * lines.length >= letters.length) return { line: mostOf(lines), by: "letters" };
  const again = findQuote(words, quote, place);
  if (again.by === "words") return again;
  return lines.length > 0 ? { line: mostOf(lines), by: "letters" } : again;
}

/** The same where only the words of a note are at hand. @param near the line in which it is looked for first */
export function findQuote(words: string, quote: string, near: number): Found {
  const lines = words.split("\n");
  const same = linesQuoted(words, quote);
  if (same.length === 0) return { line: Math.min(Math.max(near, 0), lines.length - 1), by: "place" };
  return { line: same.reduce((best, i) => (Math.abs(i - near) < Math.abs(best - near) ? i : best)), by: "words" };
}

/** Where an anchored line stood when it was anchored: for whoever has the words alone. */
export const firstLineOf = ({ anchor }: Pick<Anchor, "anchor">): number => parse(anchor).line;

function mostOf(lines: readonly number[]): number {
  const count = (line: number) => lines.filter((each) => each === line).length;
  return lines.reduce((best, line) => (count(line) > count(best) ? line : best));
}
