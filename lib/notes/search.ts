/**
 * How notes are searched: by pairs of signs and not by words, since Korean puts its spaces where the writer likes. Text and question are
 * brought to one spelling without spaces and marks ("Focal-Loss", "focal loss" and "ＦＯＣＡＬ ｌｏｓｓ" are one), and two signs that stand beside
 * each other are one number, which a database can keep a list of.
 */

/** What stands between words, or round them in Markdown, and is not asked for. */
const PASSED = /[\s*_`~\-‐‑\u00ad\u200b-\u200d\ufeff]/u;
/** Signs of a question, and its words. */
const MOST_ASKED = 100;
const MOST_WORDS = 8;

interface Folded {
  readonly text: string;
  /** Where each of its units stands in the line. */
  readonly at: readonly number[];
  /** Where the sign that it came from ends. */
  readonly ends: readonly number[];
}

/** One line in one spelling. @param line in NFC */
function foldLine(line: string): Folded {
  let text = "";
  const at: number[] = [];
  const ends: number[] = [];
  let place = 0;
  for (const sign of line) {
    if (!PASSED.test(sign)) {
      const plain = sign.normalize("NFKC").toLowerCase();
      for (let i = 0; i < plain.length; i++) {
        // The sign's own spelling may hold a space ("½", "¨").
        if (PASSED.test(plain[i])) continue;
        text += plain[i];
        at.push(place);
        ends.push(place + sign.length);
      }
    }
    place += sign.length;
  }
  return { text, at, ends };
}

const linesOf = (text: string): string[] => text.normalize("NFC").split(/\r\n|\r|\n/);

/** What a note is found by: its title, then its lines, each in one spelling. */
export const foldNote = (title: string, text: string): string =>
  [title, ...linesOf(text)]
    .map((line) => foldLine(line.normalize("NFC")).text)
    .filter((line) => line !== "")
    .join("\n")
    .replaceAll("\0", "");

/** Every two units that stand beside each other in a line, as one 32-bit number, each once. @example gramsOf("iou").length → 2 */
export function gramsOf(folded: string): number[] {
  const grams = new Set<number>();
  for (let i = 1; i < folded.length; i++) {
    const [a, b] = [folded.charCodeAt(i - 1), folded.charCodeAt(i)];
    if (a !== 10 && b !== 10) grams.add((a << 16) | b);
  }
  return [...grams];
}

/**
 * The words of a question in one spelling, each of which a note has to hold; null where there is nothing to look for: one of them has to
 * have two signs at least.
 */
export function wordsOf(question: string): readonly string[] | null {
  const words = question
    .slice(0, MOST_ASKED)
    .replaceAll("\0", " ")
    .normalize("NFC")
    .split(/\s+/)
    .map((word) => foldLine(word).text)
    .filter((word) => word !== "");
  const each = [...new Set(words)].slice(0, MOST_WORDS);
  return each.some((word) => word.length >= 2) ? each : null;
}

/** A line of a note in which something was found: pieces, of which every second is a hit. */
export interface FoundLine {
  /** Counted from 1; 0 is the title. */
  readonly line: number;
  readonly pieces: readonly { readonly text: string; readonly hit: boolean }[];
}

/** Characters of a line that are shown, and those before its first hit. */
const SHOWN = 160;
const BEFORE = 40;

/** The lines that hold the words, those with the most of them first, at most `most`. */
export function foundLines(title: string, text: string, words: readonly string[], most = 3): FoundLine[] {
  return [title, ...linesOf(text)]
    .map((raw, line) => ({ line, raw: raw.normalize("NFC") }))
    .flatMap(({ line, raw }) => {
      const hits = hitsIn(foldLine(raw), words);
      return hits.length === 0 ? [] : [{ line, raw, hits, kinds: new Set(hits.map(({ word }) => word)).size }];
    })
    .sort((a, b) => b.kinds - a.kinds || a.line - b.line)
    .slice(0, most)
    .sort((a, b) => a.line - b.line)
    .map(({ line, raw, hits }) => ({ line, pieces: cut(raw, hits) }));
}

interface Hit {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

function hitsIn({ text, at, ends }: Folded, words: readonly string[]): Hit[] {
  const hits: Hit[] = [];
  for (const word of words)
    for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length))
      hits.push({ from: at[from], to: ends[from + word.length - 1], word });
  return hits.sort((a, b) => a.from - b.from || b.to - a.to);
}

function cut(raw: string, hits: readonly Hit[]): FoundLine["pieces"] {
  const begin = Math.max(0, hits[0].from - BEFORE);
  const end = Math.min(raw.length, begin + SHOWN);
  const pieces: { text: string; hit: boolean }[] = [];
  const put = (text: string, hit: boolean) => {
    if (text !== "") pieces.push({ text, hit });
  };
  let at = begin;
  for (const { from, to } of hits) {
    if (to <= at || from >= end) continue;
    put(raw.slice(at, Math.max(at, from)), false);
    put(raw.slice(Math.max(at, from), Math.min(to, end)), true);
    at = Math.min(to, end);
  }
  put(raw.slice(at, end), false);
  if (begin > 0) pieces.unshift({ text: "…", hit: false });
  if (end < raw.length) pieces.push({ text: "…", hit: false });
  return pieces;
}
