import type { LineKind } from "./model";

interface Kinds {
  readonly kinds: readonly LineKind[];
  /** Each line without its comments. */
  readonly bodies: readonly string[];
}

/** Says of each line what it is: front matter, code, contents, comments and formulas are told from what is written. */
export function kindsOf(lines: readonly string[]): Kinds {
  const kinds: LineKind[] = lines.map(() => "content");
  const bodies = [...lines];
  markFrontMatter(lines, kinds);
  markCode(bodies, kinds);
  markComments(bodies, kinds);
  markFormulas(bodies, kinds);
  markContents(bodies, kinds);
  bodies.forEach((body, index) => {
    if (kinds[index] === "content" && body.trim() === "") kinds[index] = "blank";
  });
  return { kinds, bodies };
}

function mark(kinds: LineKind[], from: number, to: number, kind: LineKind): void {
  for (let index = from; index <= to; index++) kinds[index] = kind;
}

/** Between two "---" (or "+++") at the top, where at least one line is a key with its value. */
function markFrontMatter(lines: readonly string[], kinds: LineKind[]): void {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0 || !/^(---|\+\+\+)\s*$/.test(lines[first])) return;
  const end = /^\+/.test(lines[first]) ? /^\+\+\+\s*$/ : /^(---|\.\.\.)\s*$/;
  for (let index = first + 1; index < Math.min(lines.length, first + 100); index++) {
    if (!end.test(lines[index])) continue;
    const keys = lines.slice(first + 1, index).some((line) => /^[\w-]+\s*[:=]/.test(line));
    if (keys) mark(kinds, first, index, "front-matter");
    return;
  }
}

const FENCE = /^[\s>]{0,40}(?:[-*+]\s+)?(`{3,}|~{3,})/;
const WIKI_CODE = /^\s*\{(code|noformat)(:[^{}]{0,80})?\}\s*$/;
const PRE_START = /^\s*<(pre|script|style)\b/i;
const PRE_END = /<\/(pre|script|style)>/i;

/** Fenced code, wiki code and <pre>. A fence that nobody closes ends at the next empty line: a forgotten one does not swallow the note. */
function markCode(lines: readonly string[], kinds: LineKind[]): void {
  // What has no end from here on has none later either: a thousand open fences cost no more than one.
  const endless = new Set<string>();
  for (let index = 0; index < lines.length; index++) {
    const block = kinds[index] === "content" ? codeBlock(lines[index]) : null;
    if (!block) continue;
    let end = endless.has(block.name) ? -1 : indexFrom(lines, index + block.after, block.isEnd);
    if (end < 0) {
      endless.add(block.name);
      const empty = indexFrom(lines, index + 1, (line) => line.trim() === "");
      end = (empty < 0 ? lines.length : empty) - 1;
    }
    mark(kinds, index, end, "code");
    index = end;
  }
}

interface CodeBlock {
  readonly name: string;
  /** Lines after its beginning before which it cannot end. */
  readonly after: 0 | 1;
  readonly isEnd: (line: string) => boolean;
}

function codeBlock(line: string): CodeBlock | null {
  if (WIKI_CODE.test(line)) return { name: "wiki", after: 1, isEnd: (other) => WIKI_CODE.test(other) };
  if (PRE_START.test(line)) return { name: "pre", after: 0, isEnd: (other) => PRE_END.test(other) };
  const fence = FENCE.exec(line);
  if (!fence || line.slice(fence[0].length).includes(fence[1][0])) return null;
  return {
    name: fence[1],
    after: 1,
    isEnd: (other) => {
      const bare = other.replace(/^[\s>]+/, "").trimEnd();
      return bare.startsWith(fence[1]) && bare === fence[1][0].repeat(bare.length);
    },
  };
}

function indexFrom(lines: readonly string[], from: number, fits: (line: string) => boolean): number {
  for (let index = from; index < lines.length; index++) if (fits(lines[index])) return index;
  return -1;
}

/** HTML comments, inside a line and over several. One that never ends takes its own line only. */
function markComments(bodies: string[], kinds: LineKind[]): void {
  let last = bodies.length - 1;
  while (last >= 0 && !bodies[last].includes("-->")) last--;
  let open = false;
  for (let index = 0; index < bodies.length; index++) {
    if (kinds[index] !== "content") continue;
    const body = bodies[index];
    if (!open && !body.includes("<!--")) continue;
    let rest = body;
    let kept = "";
    while (rest !== "") {
      const at = rest.indexOf(open ? "-->" : "<!--");
      if (at < 0) {
        if (!open) kept += rest;
        break;
      }
      if (!open) kept += rest.slice(0, at);
      rest = rest.slice(at + (open ? 3 : 4));
      open = !open;
    }
    if (open && index >= last) open = false;
    bodies[index] = kept;
    if (/^[\s>*+-]*$/.test(kept) && body.trim() !== "") kinds[index] = "comment";
  }
}

/** "$$" to "$$" over several lines, and a line that is nothing but "$$…$$". */
function markFormulas(bodies: readonly string[], kinds: LineKind[]): void {
  const marks = bodies.flatMap((body, index) => (kinds[index] === "content" && /^\s*\$\$/.test(body) ? [index] : []));
  const isWhole = (body: string): boolean => /^\s*\$\$.+\$\$\s*$/.test(body);
  for (let at = 0; at < marks.length; at++) {
    const from = marks[at];
    if (isWhole(bodies[from])) mark(kinds, from, from, "formula");
    else if (at + 1 < marks.length && marks[at + 1] - from <= 60 && bodies[from].trim() === "$$") {
      mark(kinds, from, marks[at + 1], "formula");
      at++;
    }
  }
}

const CONTENTS_TITLE = /^[\s#*=>\d.[\]【】-]*(목차|차례|인덱스|table of contents|contents|toc|index)[\s\]】*=:]*$/i;
const CONTENTS_LINK = /^[\s\-*+\d.)(>]*\[[^[\]]{1,200}\]\(#[^()]{0,500}\)?\)?\s*$/;
const CONTENTS_MACRO = /^\s*(\[\[?_?toc_?\]?\]|\{toc[^{}]{0,80}\}|@\[toc\].{0,40}|\{:toc\})\s*$/i;
const LISTED = /^\s*([-*+•·](?![-*_])|\d{1,3}[.)]|\[)/;

/** A list under "목차" or "Contents", a line that is a link into the note, and the macros for both. */
function markContents(bodies: readonly string[], kinds: LineKind[]): void {
  let under = false;
  bodies.forEach((body, index) => {
    if (kinds[index] !== "content") return;
    const bare = body.replace(/\p{Extended_Pictographic}/gu, "");
    if (CONTENTS_MACRO.test(bare) || CONTENTS_LINK.test(bare)) kinds[index] = "contents";
    else if (CONTENTS_TITLE.test(bare)) under = true;
    else if (under && LISTED.test(bare)) kinds[index] = "contents";
    else if (bare.trim() !== "") under = false;
  });
}
