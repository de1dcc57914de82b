/**
 * What a note may hold to be laid out. Looked at before anything is parsed, in one walk over the text; what only the parser can tell (how
 * deep emphasis is nested, how many parts there are) it holds as well. A note beyond a limit is shown as it was typed.
 */

export const LIMITS = {
  /** Bytes of UTF-8. */
  bytes: 64 * 1024,
  /** Lists and quotes inside each other, emphasis and links included. */
  depth: 32,
  formulas: 200,
  /** UTF-16 units of one formula. */
  formula: 2048,
  /** Of one table. */
  columns: 64,
  /** Signs of quotation at the beginning of lines, in all. */
  quotes: 4096,
  /** Paragraphs, words in bold, cells …: what a page would be built of. */
  parts: 10_000,
} as const;

export type Limit = keyof typeof LIMITS;

/** Thrown by the parser where a note turns out to be beyond a limit. */
export class BeyondLimit extends Error {
  override readonly name = "BeyondLimit";
  constructor(readonly limit: Limit) {
    super(`beyond the limit of ${limit}: ${LIMITS[limit]}`);
  }
}

/** Bytes of a text in UTF-8; a surrogate without its partner counts as the sign that stands in for it. */
export function bytesOf(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x800) {
      bytes += 2;
      if ((unit & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
    } else if (unit >= 0x80) bytes += 1;
  }
  return bytes;
}

/** The first limit that a text is beyond, or null. Linear in its length. */
export function limitBroken(text: string): Limit | null {
  if (text.length > LIMITS.bytes || bytesOf(text) > LIMITS.bytes) return "bytes";
  const lines = text.split(/\r\n|\r|\n/);
  let quotes = 0;
  for (const line of lines) {
    const { depth, quoted } = prefixOf(line);
    quotes += quoted;
    if (depth > LIMITS.depth) return "depth";
    if (quotes > LIMITS.quotes) return "quotes";
    if (columnsOf(line) > LIMITS.columns) return "columns";
  }
  return formulasBroken(lines);
}

/** A mark of a list: "-", "*", "+", or up to nine digits and "." or ")", with space behind it or at the line's end. */
const MARK = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/y;

/** How deep a line's beginning nests, two columns of indentation for a level at least, and its signs of quotation. */
function prefixOf(line: string): { depth: number; quoted: number } {
  let [depth, quoted, columns, marked] = [0, 0, 0, false];
  for (let at = 0; at < line.length;) {
    const sign = line[at];
    if (sign === " " || sign === "\t") {
      columns += sign === "\t" ? 4 : 1;
      at++;
      continue;
    }
    MARK.lastIndex = at;
    const mark = sign === ">" ? 1 : (MARK.exec(line)?.[0].length ?? 0);
    if (mark === 0) break;
    if (sign === ">") quoted++;
    marked = true;
    depth++;
    at += mark;
  }
  // Indentation alone is a block of code, however far it goes.
  return { depth: marked ? depth + Math.floor(columns / 2) : 0, quoted };
}

/** Columns that a line would give to a table, where it is the line under a table's head; else 0. */
function columnsOf(line: string): number {
  if (!line.includes("|") || !line.includes("-") || /[^\s|:>-]/.test(line)) return 0;
  return line.split("|").filter((cell) => cell.includes("-")).length;
}

/** Counts formulas as math.ts finds them, fenced code left out. */
function formulasBroken(lines: readonly string[]): Limit | null {
  let formulas = 0;
  let fence = "";
  let block: number | null = null;
  for (const line of lines) {
    const [, marks = ""] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
    if (block === null && fence === "" && marks !== "") fence = marks;
    else if (fence !== "") {
      if (marks.startsWith(fence)) fence = "";
    } else {
      const signs = line.split("$$").length - 1;
      if (block !== null) block += line.length + 1;
      if (signs % 2 === 1) {
        if (block === null) formulas++;
        block = block === null ? 0 : null;
      }
      formulas += Math.floor(signs / 2) + (block === null ? inlineFormulas(line.replaceAll("$$", "")) : 0);
    }
    if (formulas > LIMITS.formulas) return "formulas";
    if (block !== null && block > LIMITS.formula) return "formula";
  }
  return null;
}

/** Of "a $x$ b $y$": 2. A sign before a digit or with space inside belongs to money. */
const inlineFormulas = (line: string): number => line.match(/\$[^\s$](?:[^$]*[^\s$])?\$(?!\d)/g)?.length ?? 0;
