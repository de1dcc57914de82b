import { labelledIn, labelOf, type Label } from "./labels";
import type { AttendanceFound, AttendanceStatus, NoteLine, RolesFound } from "./model";
import { honoured, knownIn, LATIN_NAME, nameIn, namesIn, subject } from "./names";
import type { Place } from "./outline";
import { isQuestion } from "./statements";
import { markOf, speaksOfPlace, statusIn } from "./statuses";

export interface People {
  readonly roles: RolesFound;
  readonly attendance: readonly AttendanceFound[];
  /** Everybody the note names as a person. */
  readonly names: ReadonlySet<string>;
  /** Indexes of lines that speak of nothing but people. */
  readonly lines: ReadonlySet<number>;
}

/** Who led and wrote, who was there, late, away: from labels, tables and sentences. */
export function peopleOf(lines: readonly NoteLine[], places: readonly Place[]): People {
  const found = new Found();
  const titles = new Set(lines.flatMap(({ text }, index) => (text.length <= 24 && TITLE_OF_TOMORROW.test(text) ? [index] : [])));
  /** Whether a line stands under "내일" or "Next time". */
  const isTomorrow = (index: number): boolean => titles.size > 0 && places[index].above.some((at) => titles.has(at));
  lines.forEach((line, index) => {
    if (line.text === "" || (!line.cells && found.signed(index, line, places[index].section === "attendance"))) return;
    const pairs = line.cells ? rowPairs(lines, index) : labelledIn(line.text);
    for (const { label, value } of pairs) {
      // An office under "until next time" or "tomorrow" is the next session's.
      const later = (places[index].section === "to-do" || isTomorrow(index)) && (label === "moderator" || label === "scribe");
      if (!later) found.labelled(index, line.no, label, value);
    }
    if (pairs.length === 0 && !line.cells) listBelow(lines, index, found);
  });
  for (const line of lines) if (line.text !== "") honoured(line.text).forEach((name) => found.names.add(name));
  lines.forEach((line, index) => {
    if (line.text === "" || found.lines.has(index) || line.cells || line.marker === "heading" || places[index].title) return;
    if (places[index].section === "attendance" && found.marked(index, line)) return;
    if (places[index].section === "attendance" && line.marker === "done-task" && found.ticked(index, line)) return;
    if (line.marker !== "done-task") found.sentence(index, line, isTomorrow(index));
  });
  const { roles, names } = found;
  return { roles, names, lines: found.lines, attendance: found.attendance() };
}

/** Collects what is said of people, each thing once; who came late or left early is not said to be present as well. */
class Found {
  readonly roles: { moderator?: string; scribe?: string } = {};
  readonly names = new Set<string>();
  readonly lines = new Set<number>();
  private readonly entries = new Map<string, AttendanceFound>();

  labelled(index: number, line: number, label: Label, value: string): void {
    const people = namesIn(value);
    if (people.length > 0) this.lines.add(index);
    for (const { name, remark } of people) {
      this.names.add(name);
      if (label === "moderator" || label === "scribe") this.roles[label] ??= name;
      else this.add(line, name, (label === "present" && statusIn(remark)) || label);
      // "참석: 윤아(모더), 수영(서기)"
      const office = label === "present" && remark !== "" ? labelOf(remark) : null;
      if (office === "moderator" || office === "scribe") this.roles[office] ??= name;
    }
  }

  /** "✅ 나연", "✅ 태형 - 15분 지각" below a title of attendance. */
  ticked(index: number, line: NoteLine): boolean {
    const people = namesIn(line.text);
    if (people.length !== 1) return false;
    const [{ name, remark }] = people;
    this.names.add(name);
    this.lines.add(index);
    this.add(line.no, name, statusIn(remark) ?? "present");
    return true;
  }

  /** "다온 O 라희 X 바울 O(늦음)"; `alone`: one person a line is enough, below a title of attendance. */
  signed(index: number, line: NoteLine, alone: boolean): boolean {
    const list = line.text.replace(/^[가-힣A-Za-z ]{0,16}[:：]\s?/, "");
    if (list.replace(SIGNED, "").replace(/[\s,/]+/g, "") !== "") return false;
    const entries = [...list.matchAll(SIGNED)].map(([, who, sign, remark]) => ({ name: nameIn(who), mark: markOf(sign), remark }));
    if (entries.length < (alone ? 1 : 2)) return false;
    this.lines.add(index);
    for (const { name, mark, remark } of entries) {
      if (name === null || mark === null) continue;
      this.names.add(name);
      this.add(line.no, name, (mark === "present" && remark !== undefined && statusIn(remark)) || mark);
    }
    return true;
  }

  /** "Elif - present", "가온: 지각" below a title of attendance. */
  marked(index: number, line: NoteLine): boolean {
    const [, who, word, remark] = MARKED.exec(line.text) ?? [];
    const name = who === undefined ? null : nameIn(who);
    const status = word === undefined ? null : (markOf(word) ?? labelOf(word));
    if (name === null || status === null || status === "moderator" || status === "scribe") return false;
    this.names.add(name);
    this.lines.add(index);
    this.add(line.no, name, (status === "present" && remark !== undefined && statusIn(remark)) || status);
    return true;
  }

  /** "내일 성익님 못 오심", "Leo will be late tomorrow". */
  sentence(index: number, line: NoteLine, under: boolean): void {
    if (isQuestion(line.text)) return;
    const waiting = new Set<string>();
    let tomorrow = under || /^(?:내일|명일|다음\s?(?:시간|주|회의))/.test(line.text) || /^tomorrow\b/i.test(line.text);
    for (const part of line.text.split(/[,，;/]\s*|(?<=[.다])\s+|\s+(?:and|but)\s+(?=[A-Z])/)) {
      const called = honoured(part);
      const status = statusIn(part, tomorrow);
      const known = called.length > 0 ? called : knownIn(part, this.names);
      const first = known.length === 0 && status !== null ? (subject(`${part} `) ?? bareName(part)) : null;
      for (const name of first === null ? known : [first]) waiting.add(name);
      if (status === null) {
        tomorrow ||= /내일|명일/.test(part);
        // "… will leave early tomorrow" has no word of its own, and is no work for all that.
        if (waiting.size > 0 && speaksOfPlace(part)) this.lines.add(index);
        continue;
      }
      if (waiting.size > 0) this.lines.add(index);
      for (const name of waiting) {
        this.names.add(name);
        this.add(line.no, name, status);
      }
      waiting.clear();
    }
  }

  add(line: number, name: string, status: AttendanceStatus): void {
    const today = ["late", "left-early", "absent"].map((each) => `${name} ${each}`);
    if (status === "present" && today.some((key) => this.entries.has(key))) return;
    if (today.includes(`${name} ${status}`)) this.entries.delete(`${name} present`);
    const key = `${name} ${status}`;
    if (!this.entries.has(key)) this.entries.set(key, { line, name, status });
  }

  attendance(): AttendanceFound[] {
    return [...this.entries.values()].sort((a, b) => a.line - b.line);
  }
}

/** A name, how they were there, and a remark. */
const MARKED = /^([^\s:：|()][^:：|()]{0,24}?)\s*(?:[:：→]|->|\s[-–]\s)\s*([가-힣a-z ]{1,14}|[OX○●△✓✔])\s*(?:\(([^()]{0,60})\))?$/i;

/** A name with a sign and perhaps a remark. */
const SIGNED = new RegExp(`(${LATIN_NAME}|[가-힣]{1,5}(?:\\s?(?:님|씨))?)\\s?([OX△])(?![A-Za-z])(?:\\s?\\(([^()]{0,40})\\))?`, "g");

const TITLE_OF_TOMORROW =
  /^\W{0,3}(?:내일|명일|익일|다음\s?(?:시간|주|회의|세션|모임|날|번)?|tomorrow|next (?:time|session|meeting|day))\s?(?:의|에|은|는)?\s?(?:일정|공지|출결|예정|notes?|notices?)?\W{0,3}$/i;

const LISTED = new RegExp(`^([가-힣]{2,4}|${LATIN_NAME})\\s?[:：]`);

/** A name without honorific before a colon or the day: "가온: 내일 지각", "성익 내일 불참". */
function bareName(part: string): string | null {
  const listed = LISTED.exec(part);
  if (listed) return nameIn(listed[1]);
  const match = /^(?:내일\s|오늘\s)?([가-힣]{2,3})\s+(?:내일|오늘|지각|불참|조퇴|결석|휴가|병가|못\s?옴)/.exec(part);
  return match ? nameIn(match[1]) : null;
}

/** Names in the lines below a label that stands alone. */
function listBelow(lines: readonly NoteLine[], index: number, found: Found): void {
  const { text, depth } = lines[index];
  const label = text.length <= 24 ? labelOf(text.replace(/[:：]\s*$/, "")) : null;
  if (!label) return;
  for (let at = index + 1; at < lines.length && at <= index + 30; at++) {
    const line = lines[at];
    if (line.text === "" && at === index + 1) continue;
    if (line.text === "" || line.depth <= depth || line.cells || !isList(line.text)) break;
    found.labelled(at, line.no, label, line.text);
    found.lines.add(index);
  }
}

function isList(text: string): boolean {
  const parts = text.replace(/\([^()]{0,40}\)/g, "").split(/[,、，/·]+/);
  return text.length <= 60 && parts.every((part) => nameIn(part) !== null);
}

/** A table's row: a label and its names, a column's label above the names, or a person with a status. */
function rowPairs(lines: readonly NoteLine[], index: number): { label: Label; value: string }[] {
  const cells = lines[index].cells ?? [];
  const head = headOf(lines, index);
  if (head === index) return [];
  const titles = head < 0 ? [] : (lines[head].cells ?? []);
  const who = titles.findIndex((title) => /^(?:이름|성명|성함|팀원|조원|캠퍼|name|member|who)$/i.test(title));
  if (who >= 0) return personPairs(cells, titles, who);
  const columns = titles.map(labelOf);
  if (titles.length > 0 && columns.filter((label) => label !== null).length >= Math.min(2, titles.length)) {
    return cells.flatMap((value, at) => (columns[at] ? [{ label: columns[at], value }] : []));
  }
  const label = labelOf(cells[0] ?? "");
  return label && cells.length >= 2 ? [{ label, value: cells[1] }] : labelledIn(lines[index].text);
}

/** Titles of a column of signs that say whether somebody was there. */
const ATTENDANCE_COLUMN = /^(?:출결|출석|참석|참여)(?:\s?(?:여부|현황|체크|확인))?$|^(?:status|attendance|attended|there)\??$/i;

/** Of somebody's row their office, and what it says of their being there: a remark before a sign. */
function personPairs(cells: readonly string[], titles: readonly string[], who: number): { label: Label; value: string }[] {
  const value = cells[who] ?? "";
  const columnOf = (title: string): Label | null => (ATTENDANCE_COLUMN.test(title) ? "present" : labelOf(title));
  const others = cells.map((cell, at) => ({ cell, column: columnOf(titles[at] ?? "") })).filter((_, at) => at !== who);
  const said = others.map(({ cell }) => labelOf(cell) ?? statusIn(cell));
  // "| 이름 | 지각 | …" with a mark below "지각".
  const marks = others.map(({ cell, column }) => {
    const mark = column === null ? null : markOf(cell);
    if (mark === null || column === "present") return mark;
    return mark === "late" ? null : column;
  });
  const office = [...said, ...marks].find((label) => label === "moderator" || label === "scribe");
  const status = [...said, ...marks].find((label) => label !== null && label !== "moderator" && label !== "scribe" && label !== "present");
  const there: Label | null = status ?? (said.includes("present") || marks.includes("present") ? "present" : null);
  return [office ?? null, there].flatMap((label) => (label === null ? [] : [{ label, value }]));
}

/** The row above the rule of the table a row stands in, or −1; a head that gives its first cell a name is a row like the others. */
function headOf(lines: readonly NoteLine[], index: number): number {
  for (let at = index; at >= 0 && index - at <= 200 && (lines[at].cells || lines[at].marker === "rule"); at--) {
    if (lines[at].marker !== "rule" || !lines[at - 1]?.cells) continue;
    return isHead(lines[at - 1].cells ?? []) ? at - 1 : -1;
  }
  return lines[index + 1]?.marker === "rule" && isHead(lines[index].cells ?? []) ? index : -1;
}

const isHead = (cells: readonly string[]): boolean => {
  const labels = cells.map(labelOf);
  return labels[0] === null || labels.slice(1).some((label) => label !== null) || cells.length === 1;
};
