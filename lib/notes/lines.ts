import { cleaned, levelled } from "./clean";
import { kindsOf } from "./regions";
import type { LineKind, Marker, NoteLine } from "./model";

/** The file's lines, without their ends: "\n", "\r\n", or "\r" where a file has no other. A BOM is no part of the first. */
export function rawLines(text: string): string[] {
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  const lines = body.includes("\n") ? body.split("\n") : body.split("\r");
  return lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
}

/** A note's lines, each taken apart. There are as many as the file has, in its order. */
export function linesOf(text: string): NoteLine[] {
  const level = rawLines(text).map(levelled);
  const { kinds, bodies } = kindsOf(level);
  // Where headings are written "h2.", "#" numbers a list.
  const numbered = level.some((each) => /^h[1-6]\.\s/.test(each));
  return level.map((_, index) => line(index + 1, kinds[index], numbered ? bodies[index].replace(/^#{1,6}(?=\s)/, "1.") : bodies[index]));
}

const EMPTY = { marker: "none", depth: 7, arrow: false, cells: null, text: "" } as const;

function line(no: number, kind: LineKind, body: string): NoteLine {
  if (kind !== "content") return { no, kind, ...EMPTY };
  const { rest, marker, depth, arrow } = marked(body);
  if (marker === "rule") return { no, kind, ...EMPTY, marker };
  const cells = cellsOf(rest) ?? (marker === "none" ? tabbed(rest) : null);
  return { no, kind, marker, depth, arrow, cells, text: cells ? cells.join(" | ") : cleaned(withSigns(rest)) };
}

const RULE = /^(?:[-*_=~]\s*){3,}$|^\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$/;
const ARROW = /^(?:-{1,2}>|=>|→|⇒|↳|⤷|ㄴ>?|└[─-]*>?)\s*/;
const BULLET = /^(?:[-](?![-\d>])|[*+](?=\s|$)|[–—―ㅡ](?=\s|$)|[•‣▪▫◦●○◆◇▶►▷»∙・·※■□])\s*/;
/** Bullets that Korean minutes put before a title: what is listed below it belongs to it. */
const TITLE_SIGN = /^[■□◆◇▶▷●※]/;
const TASK = /^(?:\[\s{0,3}\]|[☐⬜🔲])\s*/u;
const DONE = /^(?:\[[xXvVoO✓✔]\]|[☑☒✅✔✓])\s*/u;
const ORDERED = /^(?:\(?\d{1,3}[.)](?=\s|[^\d\s])|[①-⑳⑴-⒇]|[가나다라마바사아자차카타파하][.)](?=\s))\s*/;
const HEADING = /^(#{1,6})\s*(?=[^#\s])|^h([1-6])\.\s+/;
/** "== Title ==" of wikis. */
const WIKI_HEADING = /^(={2,6})\s*([^=]{1,200}?)\s*={2,6}$/;
/** "[Title]", "【Title】", "<Title>" and "**Title**", alone on a line. */
const LABEL = /^(?:\[([^[\]]{1,40})\]|【([^】]{1,40})】|<([^<>a-zA-Z/!][^<>]{0,40})>|\*\*([^*]{1,40})\*\*:?)$/;

/** Takes quotes, bullets, numbers, boxes and headings off a line's beginning. Depths see NoteLine. */
function marked(body: string): { rest: string; marker: Marker; depth: number; arrow: boolean } {
  const bare = body.trim();
  if (RULE.test(bare)) return { rest: "", marker: "rule", depth: 7, arrow: false };
  let rest = body.replace(/^(?:\s{0,3}>)+ ?/, "");
  const indent = columns(rest);
  rest = rest.trim();
  const wiki = WIKI_HEADING.exec(rest);
  if (wiki) return { rest: wiki[2], marker: "heading", depth: wiki[1].length, arrow: false };
  const heading = HEADING.exec(rest);
  if (heading) {
    const title = rest.slice(heading[0].length).replace(/\s+#+$/, "");
    return { rest: title.replace(ORDERED, ""), marker: "heading", depth: heading[1]?.length ?? Number(heading[2]), arrow: false };
  }
  const label = LABEL.exec(cleanOfPictographs(rest));
  if (label && !isBox(rest)) {
    return { rest: label[1] ?? label[2] ?? label[3] ?? label[4], marker: "label", depth: 6.5, arrow: false };
  }
  return listed(rest, indent);
}

function listed(text: string, indent: number): { rest: string; marker: Marker; depth: number; arrow: boolean } {
  let rest = text;
  let marker: Marker = "none";
  let arrow = false;
  // "- -> text", "- 1. [ ] text": a few markers may follow each other.
  for (let step = 0; step < 5; step++) {
    const found = nextMarker(rest);
    if (!found) break;
    if (found.marker === "arrow") arrow = true;
    else if (marker !== "open-task" && marker !== "done-task") marker = found.marker;
    rest = rest.slice(found.length).trimStart();
  }
  const plain = marker === "none" && !arrow && indent === 0;
  const depth = plain ? 7 : TITLE_SIGN.test(text) && indent === 0 ? 7.5 : 8 + indent;
  return { rest, marker, depth, arrow };
}

function nextMarker(rest: string): { marker: Marker | "arrow"; length: number } | null {
  const kinds = [
    [ARROW, "arrow"],
    [TASK, "open-task"],
    [DONE, "done-task"],
    [BULLET, "bullet"],
    [ORDERED, "ordered"],
  ] as const;
  for (const [pattern, marker] of kinds) {
    const found = pattern.exec(rest);
    if (found && !(marker === "ordered" && isDateLike(rest))) return { marker, length: found[0].length };
  }
  return null;
}

/** "3. 15." and "11.5" are dates or numbers, not the third and the eleventh item. */
const isDateLike = (rest: string): boolean => /^\d{1,2}\.\s?\d{1,2}\.?(\s|\(|$)/.test(rest);

const isBox = (rest: string): boolean => /^\[\s{0,3}\]|^\[[xXvVoO✓✔]\]/.test(rest);

const cleanOfPictographs = (text: string): string => text.replace(/^\p{Extended_Pictographic}+\s*|\s*\p{Extended_Pictographic}+$/gu, "");

function columns(text: string): number {
  let width = 0;
  for (const sign of text) {
    if (sign === " ") width += 1;
    else if (sign === "\t") width += 4 - (width % 4);
    else break;
  }
  return width;
}

/** Cells parted by tabs, as properties and spreadsheets are pasted. */
function tabbed(text: string): string[] | null {
  const cells = text.split("\t").map(cell);
  return cells.length >= 2 && cells.every((each) => each !== "") ? cells : null;
}

/** Signs that say yes, no and half. */
const SIGNS: readonly (readonly [string, RegExp])[] = [
  ["O", /[✅☑✔⭕🟢◯〇]/u],
  ["X", /[❌✖✗✘❎🔴]/u],
  ["△", /[🔺🔼🟡▲]/u],
];
const SIGN = /[✅☑✔⭕🟢◯〇❌✖✗✘❎🔴🔺🔼🟡▲]/u;
const NAMED_SIGN = new RegExp(`(?<=[가-힣A-Za-z])\\s?(?:[:：-]\\s?)?(${SIGN.source})`, "gu");
/** A name, a sign and perhaps a remark: "서준 ✅ (10분 늦음)", "Juno: ❌". What is said to be finished has no name before it. */
const ONE_SIGNED = new RegExp(
  `^(?!완료|끝|통과|성공|해결|확인)(?:[가-힣]{2,4}|[A-Z][a-z]{1,14})\\s?(?:[:：-]\\s?)?${SIGN.source}\\s*(?:\\([^()]{0,40}\\))?\\s*$`,
  "u",
);

/** "❌ 지민 (코로나)" */
const CROSSED = /^([❌✖✗✘❎🔴🔺🔼🟡])\s?([가-힣]{2,4}|[A-Z][a-z]{1,14})(?=\s*(?:\([^()]{0,40}\))?\s*$)/u;

const letterOf = (sign: string): string => SIGNS.find(([, signs]) => signs.test(sign))?.[0] ?? sign;

/** A cell of nothing but a sign keeps it, as a letter: pictographs are no words. */
const cell = (raw: string): string => (raw.trim().length <= 2 && SIGN.test(raw) ? letterOf(raw.trim()) : cleaned(raw));

/** A line in which several words have a sign behind them keeps the signs: "다온 ✅ 마린 ❌". */
const withSigns = (raw: string): string => {
  const text = raw.replace(CROSSED, "$2 $1");
  return (text.match(NAMED_SIGN)?.length ?? 0) < 2 && !ONE_SIGNED.test(text)
    ? text
    : text.replace(NAMED_SIGN, (_, sign: string) => ` ${letterOf(sign)}`);
};

/** "| a | b |", "a | b | c", "|| a || b ||" and a row of an HTML table. */
function cellsOf(text: string): string[] | null {
  const row = /<t[dh]\b/i.test(text) ? `|${text.replace(/<\/t[dh]>/gi, "|")}` : text;
  const bars = row.split("|").length - 1;
  if (!(row.startsWith("|") && bars >= 2) && bars < 2) return null;
  // "|| a || b ||" is a wiki's row; "||a|" begins with an empty cell.
  const cells = (/^\|\|.*[^|]\|$/.test(row) ? `| ${row.slice(1)}` : row).split(/\|+/).map(cell);
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "" && cells.length > 1 && row.trimEnd().endsWith("|")) cells.pop();
  return cells;
}
