import { labelledIn, labelOf, type Label } from "./labels";
import type { AttendanceFound, AttendanceStatus, NoteLine, RolesFound } from "./model";
import { honoured, knownIn, nameIn, namesIn, subject } from "./names";
import type { Place } from "./outline";
import { isQuestion } from "./statements";

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
  lines.forEach((line, index) => {
    if (line.text === "") return;
    const pairs = line.cells ? rowPairs(lines, index) : labelledIn(line.text);
    for (const { label, value } of pairs) {
      // An office under "until next time" is the next session's.
      const later = places[index].section === "to-do" && (label === "moderator" || label === "scribe");
      if (!later) found.labelled(index, line.no, label, value);
    }
    if (pairs.length === 0 && !line.cells) listBelow(lines, index, found);
  });
  for (const line of lines) if (line.text !== "") honoured(line.text).forEach((name) => found.names.add(name));
  lines.forEach((line, index) => {
    if (line.text === "" || found.lines.has(index) || line.cells || line.marker === "heading" || places[index].title) return;
    if (line.marker !== "done-task") found.sentence(index, line);
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
      if (label !== "moderator" && label !== "scribe") this.add(line, name, (label === "present" && statusIn(remark)) || label);
      else this.roles[label] ??= name;
    }
  }

  /** "내일 성익님 못 오심", "Leo will be late tomorrow". */
  sentence(index: number, line: NoteLine): void {
    if (isQuestion(line.text)) return;
    const waiting = new Set<string>();
    const tomorrow = /^(?:내일|명일|다음\s?(?:시간|주|회의))/.test(line.text) || /^tomorrow\b/i.test(line.text);
    for (const part of line.text.split(/[,，;/]\s*|(?<=[.다])\s+|\s+(?:and|but)\s+(?=[A-Z])/)) {
      const called = honoured(part);
      const status = statusIn(part, tomorrow);
      const known = called.length > 0 ? called : knownIn(part, this.names);
      const first = known.length === 0 && status !== null ? (subject(`${part} `) ?? bareName(part)) : null;
      for (const name of first === null ? known : [first]) waiting.add(name);
      if (status === null) continue;
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

const STATUSES: readonly (readonly [AttendanceStatus, RegExp])[] = [
  [
    "stopped",
    /하차|퇴소|그만\s?두|탈퇴|수강\s?포기|드[랍롭]|dropped out|has (?:stopped|quit)|have (?:stopped|quit)|\bquits?\b|stopped (?:attending|coming|the (?:course|study|group))|withdrew|left the (?:course|group)/i,
  ],
  [
    "absent",
    /불참|결석|못\s?(?:오|옴|와|온|참|나오|나옴|들어)|빠짐|빠지|빠집|안\s?(?:오|옴|온|와)|(?:참석|참여)\s?(?:불가|못|어려|하지\s?못)|부재|can(?:'t|not| not) (?:come|make|attend|join|be)|(?:won't|will not|not) (?:be )?(?:come|coming|make it|attend\w{0,3}|join\w{0,3}|here|there|able|available)|(?:unable|not able) to (?:come|make|attend|join)|couldn't (?:come|make|attend|join)|\babsent\b|\bis (?:out|away)\b|\bwill be (?:out|away)\b|\bmiss(?:es|ed|ing)?\b.{0,20}(?:session|meeting|today|tomorrow)|\bout (?:sick|tomorrow|today)|no[- ]show|did(?:n't| not) (?:come|attend|show)/i,
  ],
  [
    "left-early",
    /조퇴|일찍\s?(?:가|나|퇴|감)|먼저\s?(?:가|나|퇴|감|일어)|중간에\s?(?:나|퇴|빠)|시까지만|\b(?:left|leaves?|leaving|has to leave|had to leave|must leave|needs to leave)\b.{0,14}\b(?:early|before|at)\b/i,
  ],
  [
    "late",
    /지각|늦|\d{1,2}(?::\d\d|시)\s?~|\d{1,2}\s?시.{0,6}부터|(?:오후|점심|저녁).{0,8}부터|\d\s?분\s?(?:뒤|후).{0,4}(?:참|합|들|입)|\blate\b|\bjoin(?:ed|s|ing)? (?:at|from|after|halfway)|\barriv(?:ed|es|ing) (?:at|after)/i,
  ],
  [
    "on-leave",
    /휴식|휴가|중단|병가|휴학|공가|연차|쉬(?:심|기|는|어|고|신|십)|쉼|쉽니다|on (?:sick |medical |annual )?leave|on (?:a )?(?:vacation|holiday|break)|taking (?:a|the|this) .{0,8}(?:break|week off)|\bpaused?\b|takes? (?:the|this|a) week off|\boff (?:this|all|until)\b/i,
  ],
];

const TOMORROW =
  /내일(?!\s?(?:까지|부터))|명일|익일|다음\s?(?:시간|주|회의|세션|모임|날|번)(?!\s?까지)|모레|\btomorrow\b|next (?:time|session|meeting|week|class)/i;
const NOT_SO = /아님|아니|안\s?늦|취소|늦지\s?않|not (?:be )?late|늦게까지|늦은\s?(?:밤|시간)/i;

/** What a remark says of somebody's attendance, or null. `tomorrow`: the whole sentence speaks of the next time. */
function statusIn(said: string, tomorrow = false): AttendanceStatus | null {
  // A name may hold a word: 세아님 is not 아님.
  const text = said.replace(/(?<![가-힣])[가-힣]{1,5}\s?(?:님|씨)(?:들)?/g, (name) =>
    name === "아님" ? name : name.startsWith("내일") ? "내일 " : " ",
  );
  if (NOT_SO.test(text)) return null;
  const status = STATUSES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  if (status === null || status === "on-leave" || status === "stopped" || !(tomorrow || TOMORROW.test(text))) return status;
  if (status === "absent") return "absent-tomorrow";
  return status === "late" ? "late-tomorrow" : null;
}

/** A name without honorific before a colon or the day: "가온: 내일 지각", "성익 내일 불참". */
function bareName(part: string): string | null {
  const listed = /^([가-힣]{2,4}|[A-Z][a-z'-]{1,19})\s?[:：]/.exec(part);
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
  if (who >= 0) {
    const name = cells[who] ?? "";
    for (const [at, cell] of cells.entries()) {
      const status = at === who ? null : (labelOf(cell) ?? statusIn(cell));
      if (status) return [{ label: status, value: name }];
      // "| 이름 | 지각 | …" with a mark below "지각".
      const column = at === who ? null : labelOf(titles[at] ?? "");
      if (column && /^[oOvV✓○●x1]$/.test(cell)) return [{ label: column, value: name }];
    }
    return [];
  }
  const columns = titles.map(labelOf);
  if (columns.filter((label) => label !== null).length >= Math.min(2, titles.length)) {
    return cells.flatMap((value, at) => (columns[at] ? [{ label: columns[at], value }] : []));
  }
  const label = labelOf(cells[0] ?? "");
  return label && cells.length >= 2 ? [{ label, value: cells[1] }] : labelledIn(lines[index].text);
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
