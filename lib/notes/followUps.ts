import type { Term } from "./findTerms";
import type { FollowUpFound, NoteLine } from "./model";
import { honoured, nameIn } from "./names";
import type { Place } from "./outline";
import type { People } from "./people";
import { PUT_OFF, type Exchange } from "./questions";
import { labelledIn, labelOf } from "./labels";

interface Note {
  readonly lines: readonly NoteLine[];
  readonly places: readonly Place[];
  readonly terms: readonly (readonly Term[])[];
  readonly people: People;
  readonly exchanges: readonly Exchange[];
}

/** Work said to be done: "… 찾아보기", "… 준비해 오기", "TODO: …", "Gaon will prepare …". */
const PLEDGE =
  /(?:찾아|알아|읽어|풀어|돌려|해)\s?(?:보기|오기|올\s?것|봐야\s?(?:함|한다|할\s?듯))\W{0,3}$|(?:조사|공부|정리|준비|구현|실험|복습|발표|공유)\s?(?:해\s?)?(?:오기|하기로|해야\s?함|할\s?것|해\s?올\s?것)(?:\s?함)?\W{0,3}$|하기로\s?(?:함|했|하였)|(?:추후|나중에|다음에|내일)\s?(?:다시\s?)?(?:확인|논의|조사|이야기|정리)(?:하기|할|해|하자|$)|^(?:todo|to-do|action)\s?[:\-]|\b(?:need|needs) to (?:check|read|look|find|ask|clarify)\b|\blook (?:it |this |that )?(?:up|into)\b|\bto be (?:checked|discussed|clarified)\b|\bfollow up (?:on|with)\b/i;
const WILL =
  /^([A-Z][a-z'-]{1,19}) (?:will|to|should|is going to) (?:prepare|present|check|read|look|write|bring|summari[sz]e|review|try|implement|find|share|send|fix|explain|ask)\b/;
const FINISHED = /\((?:완료|끝|done|finished)\)|(?:완료|끝냄|했음|done)[.!\s]*$|^(?:완료|done)\s?[:\-]/i;

/** Open work of a note: unchecked tasks, what stands under "look up" and "to do", pledges, and questions put off. */
export function followUpsOf(note: Note): FollowUpFound[] {
  const { lines, exchanges } = note;
  const open = new Set(exchanges.filter(({ answered }) => !answered).map(({ question }) => question));
  const settled = new Set(exchanges.flatMap(({ question, answers, answered }) => (answered ? [question] : [question, ...answers])));
  const found: FollowUpFound[] = [];
  let parent = Infinity;
  lines.forEach((line, index) => {
    if (line.text === "") return;
    const inside = line.depth > parent && line.marker !== "open-task";
    if (!inside) parent = Infinity;
    if (open.has(index)) found.push(work(note, index, true));
    else if (!settled.has(index) && isWork(note, index, inside)) {
      found.push(work(note, index));
      parent = Math.min(parent, line.depth);
    } else if (!open.has(index) && settled.has(index)) return;
  });
  return found;
}

function isWork({ lines, places, people, terms }: Note, index: number, inside: boolean): boolean {
  const { text, marker, cells } = lines[index];
  const { section, title } = places[index];
  if (marker === "done-task" || FINISHED.test(text) || people.lines.has(index) || isOffice(text)) return false;
  if (marker === "open-task") return true;
  if (cells?.some((cell) => OPEN_CELL.test(cell))) return true;
  if (title || marker === "heading" || marker === "label" || cells) return false;
  if (section === "look-up" || section === "to-do") return !inside && (terms[index].length > 0 || /[가-힣a-z]{2}/i.test(text));
  if (section === "retrospect" || section === "done") return false;
  return PLEDGE.test(text) || WILL.test(text) || (section === "peer" && PUT_OFF.test(text) && honoured(text).length > 0);
}

/** "영희님은 내일 모더레이터" */
const OFFICE_OF =
  /^(?:내일|다음\s?\S{0,4})?\s?[가-힣]{1,5}\s?(?:님|씨)?(?:은|는|이|가)?\s(?:내일|다음\s?(?:시간|주|회의|세션|번)?|다음날)?\s?(?:모더레이터|모더|진행자?|사회자?|서기|회의록|기록자?)(?:입니다|이에요|예요|임|맡음|담당)?[.!\s]*$/;

/** "내일 모더는 효연" */
const OFFICE_IS =
  /^(?:내일|다음\s?(?:시간|주|회의|세션|번)?)\s?(?:모더레이터|모더|진행자?|사회자?|서기|회의록|기록자?)\s?(?:은|는)?\s?[가-힣]{1,4}\s?(?:님|씨)?[.!\s]*$/;

/** "다음 진행: 리아" hands out an office and is no work. */
const isOffice = (text: string): boolean => {
  if (OFFICE_OF.test(text) || OFFICE_IS.test(text)) return true;
  const office = text.replace(/^(?:다음|내일|next)\s?(?:시간|주|회의|week'?s?|session'?s?)?\s?/i, "");
  return labelledIn(text).length > 0 || labelledIn(office).length > 0 || labelOf(office.split(/[:：]| - /)[0]) !== null;
};

/** An empty box, alone in a table's cell. */
const OPEN_CELL = /^(?:[☐⬜🔲□]|\[\s?\])$/u;

/** Words that stand where a name might. */
const NO_NAMES =
  /^(?:공통|전체|모두|각자|논문|코드|과제|강의|실습|정리|발표|공부|질문|필수|선택|내일|오늘|기타|중요|완료|진행|미정|미해결|미답|미완|보류|해결|추가|복습|예습|참고|월요일|화요일|수요일|목요일|금요일|주말|오전|오후|심화|기본|TODO|Paper|Read|Code|Optional|Urgent|Todo|Fix|Note|Review)$/;

/** "| 최유진 | SmoothGrad 구현 | ☐ |": a row of a table of tasks. */
function rowOf(line: number, cells: readonly string[]): FollowUpFound {
  const said = cells.filter((cell) => cell !== "" && !OPEN_CELL.test(cell));
  const at = said.length < 2 ? -1 : said.findIndex((cell) => nameIn(cell) !== null);
  const text = said.filter((_, other) => other !== at).join(" · ");
  const assignee = at < 0 ? null : nameIn(said[at]);
  return assignee === null ? { line, text } : { line, text, assignee };
}

/** `asked`: a question; a name in front of it is who asked. */
function work({ lines, terms, people }: Note, index: number, asked = false): FollowUpFound {
  const { no, cells } = lines[index];
  if (cells?.some((cell) => OPEN_CELL.test(cell))) return rowOf(no, cells);
  const text = cells?.find((cell) => cell !== "") ?? lines[index].text;
  const isPerson = (word: string | undefined, sure: boolean): string | null => {
    const name = word === undefined ? null : nameIn(word);
    if (name === null) return null;
    if (people.names.has(name)) return name;
    const named = terms[index].some(({ from, to }) => text.slice(from, to).includes(name));
    return sure || (!NO_NAMES.test(name) && !named && /^(?:[가-힣]{2,3}|[A-Z][a-z]+)$/.test(name)) ? name : null;
  };
  const forms: readonly (readonly [RegExp, boolean])[] = [
    [/@([A-Za-z가-힣][A-Za-z가-힣.-]{0,19})\s?/, true],
    [/(?:담당|담당자|owner|assignee|by)\s?[:：]\s?([가-힣]{1,5}(?:님|씨)?|[A-Z][a-z'-]{1,19})/, true],
    [/^([가-힣]{1,5}(?:\s?(?:님|씨))?|[A-Z][a-z'-]{1,19})\s?(?:[:：]|\s[-–—]\s|→|->|=>)\s?/, false],
    [/^([가-힣]{2,4}(?:\s?(?:님|씨))?|[A-Z][a-z'-]{1,19})\s\/\s/, false],
    [/^\[([가-힣]{1,5}(?:님|씨)?|[A-Z][a-z'-]{1,19})\]\s?/, false],
    [/^\(([가-힣]{1,5}\s?(?:님|씨)?|[A-Z][a-z'-]{1,19})\)\s?/, false],
    [/\s?\(([가-힣]{1,5}\s?(?:님|씨)?|[A-Z][a-z'-]{1,19})\)\W{0,3}$/, false],
    [/\s?(?:[-–→]|->)\s?([가-힣]{1,5}\s?(?:님|씨)?|[A-Z][a-z'-]{1,19})\W{0,3}$/, false],
  ];
  for (const [form, sure] of forms) {
    if (asked && !sure && form.source.startsWith("^")) continue;
    const match = form.exec(text);
    const assignee = isPerson(match?.[1], sure);
    if (match && assignee !== null) return { line: no, text: text.replace(match[0], " ").trim() || text, assignee };
  }
  const will = WILL.exec(text)?.[1];
  const assignee = (will === undefined ? null : nameIn(will)) ?? honoured(text)[0] ?? null;
  return assignee === null ? { line: no, text } : { line: no, text, assignee };
}
