import type { NoteLine, QuestionFound } from "./model";
import type { Place } from "./outline";

/** A question with the lines that answer it. */
export interface Exchange {
  readonly question: number;
  readonly answers: readonly number[];
  readonly answered: boolean;
}

const ASKED = /^(?:q|질문|question|문)\s*\d{0,3}\s*[.:)]\s*|^q\d{1,3}\s/i;
const ANSWER = /^(?:a|답변?|answer|ans|답)\s*\d{0,3}\s*[.:)]\s*/i;
const MARK = /\?["'”’)\]]*$/;
/** "…? → no", "…? A: …" */
const INLINE =
  /\?\s*["'”’)]?\s*(?:→|-{1,2}>|=>|⇒|\/\/|:|-{1,2}\s|[–—]|a\s*[.:)]|답변?\s*[.:)]|(?=(?:yes|no|네|예|아니요|아니오|아뇨)(?:[\s,.!]|$)))\s*(.{0,400})/i;
const ASKS_KO =
  /(?:인가|는가|은가|나요|가요|까요?|은지|는지|인지|을지|뭔지|건지|쓰나|하나|되나|왜|뭐지|무엇|어디|어떻게|이유|차이점?|방법|의미|역할|여부|원리)["'”’)\]]*[.~…]*$/;
const ASKS_EN = /^(?:why|what|how|when|where|which|who|whose|is|are|does|do|did|can|could|should|would|will|was|were|has|have)\b/i;
/** Of a peer session's items those that name what was asked about, without a verb. */
const ASKED_ABOUT = /(?:부분|이유|차이점?|방법|의미|역할|여부|원리)$/;
/** "smooth L1을 쓰는 이유 : 0 근처에서 안정적", "왜 0.1인지 → ?" */
const NOUN_ANSWERED = /(?:이유|차이점?|의미|역할|방법|원리|인지|는지|은지|을지|하나|되나)\s?(?:[:：=]|→|-{1,2}>|=>)\s?(.{1,400})$/;
const isNounAnswered = ({ text }: NoteLine, { section }: Place): boolean => section === "questions" && NOUN_ANSWERED.test(text);
const STATES = /[다요음함됨죠]\.?$|\.$/;

/** "Later", "to be looked up", "nobody knows": an answer put off is none. */
export const PUT_OFF =
  /(내일|다음|추후|나중|이후|차후|조사\s?후|확인\s?후|검색\s?후).{0,16}(답|다시|이야기|논의|확인|알아|조사|질문|공유|얘기|정리|시간|주에|회의|세션|여쭤|물어|토의|설명)|^\W{0,3}(내일|다음에|나중에|추후|보류|미정|미해결|미답)\W{0,3}$|모르겠|모름|잘\s?모|(질문|문의|조사|확인|공유|논의|여쭤볼|물어볼|알아볼|찾아볼)\s?예정|(물어|여쭤)\s?(보기로|볼게|보기)|찾아\s?(보기|볼|봐|오기|올)|알아\s?(보기|볼|봐|오기|올)|더\s?조사|조사\s?(필요|예정|하기)|확인\s?(필요|예정|하기|해\s?보기)|미해결|보류|해결\s?(못|안)|답\s?(못|없)|\b(tbd|todo|tba|pending|later|unknown|unclear|unanswered|unresolved|no answer|no clue|nobody kn\w{2,3}|not sure|don't know|no idea|still open|open question|postponed|put off|to be (answered|checked|discussed|continued)|(will|should|to) (check|ask|look|find out|report|discuss|research|clarify)|look(ing)? (it )?up|next (time|session|meeting|week)|tomorrow|ask the (ta|mentor|instructor))\b/i;

const bare = (text: string): string =>
  text
    .replace(ANSWER, "")
    .replace(/^[\s(["'>:.-]+|[\s)\]"'.]+$/g, "")
    .trim();

/** Whether these words answer something, now. */
function answers(text: string): boolean {
  const said = bare(text);
  if (said === "" || said === "?") return false;
  // "Answer. Details tomorrow.": what comes first counts.
  const [first] = said.split(/(?<=[.!다요음])\s+/);
  return !PUT_OFF.test(first.length >= 10 ? first : said);
}

/** The questions of a note with what answers them, in order. */
export function exchangesOf(lines: readonly NoteLine[], places: readonly Place[]): Exchange[] {
  const found: Exchange[] = [];
  let until = -1;
  let current = -1;
  let columns: Columns | null = null;
  lines.forEach((line, index) => {
    if (lines[index + 1]?.marker === "rule" && line.cells) columns = columnsOf(line.cells);
    else if (line.cells && columns && (line.cells[columns.question] ?? "") !== "") {
      found.push({ question: index, answers: [], answered: answers(line.cells[columns.answer] ?? "") });
    } else if (!line.cells && line.marker !== "rule") columns = null;
    if (!isQuestion(lines, places, index, index <= until ? current : -1)) return;
    const inline = INLINE.exec(line.text)?.[1] ?? (isNounAnswered(line, places[index]) ? NOUN_ANSWERED.exec(line.text)?.[1] : null) ?? "";
    const below = answersBelow(lines, places, index);
    current = index;
    until = below.at(-1) ?? index;
    const answered =
      line.marker === "done-task" ||
      (inline !== "" && answers(inline)) ||
      (below.length > 0 && answers(below.map((at) => lines[at].text).join(" ")) && !(inline !== "" && PUT_OFF.test(inline)));
    found.push({ question: index, answers: below, answered });
  });
  return found;
}

interface Columns {
  readonly question: number;
  readonly answer: number;
}

/** Of a table's head the columns of questions and answers. */
function columnsOf(cells: readonly string[]): Columns | null {
  const question = cells.findIndex((cell) => /^(?:질문|question|q)s?$/i.test(cell));
  const answer = cells.findIndex((cell) => /^(?:답변?|답변\s?내용|answer|a)s?$/i.test(cell));
  return question >= 0 && answer >= 0 ? { question, answer } : null;
}

/** `within`: the question whose answer the line stands in, or −1. */
function isQuestion(lines: readonly NoteLine[], places: readonly Place[], index: number, within: number): boolean {
  const { text, marker, arrow, cells, depth } = lines[index];
  if (text === "" || cells) return false;
  // A box among questions says whether it is answered; elsewhere it is work.
  if (marker === "open-task" || marker === "done-task") return places[index].section === "questions" && /\?/.test(text);
  if (ASKED.test(text)) return bare(text.replace(ASKED, "")) !== "";
  const { section, title } = places[index];
  if (title || ANSWER.test(text) || arrow) return false;
  if (marker === "heading" || marker === "label") return section === "questions" && MARK.test(text);
  if (section === "to-do" || section === "look-up") return MARK.test(text);
  if (MARK.test(text) || INLINE.test(text)) return !/^\W*$/.test(text);
  if (within >= 0 && depth > lines[within].depth) return false;
  if (section === "questions" && marker !== "none" && (lines[index + 1]?.depth ?? 0) > depth && lines[index + 1].text !== "")
    return ASKS_KO.test(text) || !STATES.test(text);
  if (isNounAnswered(lines[index], places[index])) return true;
  if (section === "questions") return ASKS_KO.test(text) || (ASKS_EN.test(text) && !STATES.test(text));
  return section === "peer" && ASKED_ABOUT.test(text) && statesNext(lines, index);
}

const statesNext = (lines: readonly NoteLine[], index: number): boolean => {
  const next = lines[index + 1];
  return next !== undefined && next.text !== "" && next.depth >= lines[index].depth && STATES.test(next.text) && !/님|씨/.test(next.text);
};

const FAR = 40;

/** Lines below a question that belong to its answer. */
function answersBelow(lines: readonly NoteLine[], places: readonly Place[], question: number): number[] {
  const found: number[] = [];
  const { depth, marker } = lines[question];
  let gap = false;
  for (let at = question + 1; at < lines.length && at - question <= FAR; at++) {
    const line = lines[at];
    if (line.kind !== "content" && line.kind !== "blank") continue;
    if (line.text === "") {
      gap = gap || line.kind === "blank";
      continue;
    }
    if (line.marker === "heading" || line.marker === "label" || places[at].title || ASKED.test(line.text)) break;
    // Work among the answers is work; a box in a list of boxes answers the one before no more than that.
    if (line.marker === "open-task" || line.marker === "done-task") break;
    const labelled = ANSWER.test(line.text) || line.arrow;
    const inside = line.depth > depth || (line.marker === "none" && marker !== "none" && !gap);
    if (!labelled && (MARK.test(line.text) || INLINE.test(line.text) || isNounAnswered(line, places[at]))) break;
    if (!labelled && !inside && (gap || found.length > 0 || !sibling(lines, places, question, at))) break;
    if (!labelled && gap && !inside) break;
    found.push(at);
  }
  return found;
}

/** Whether the next item at the same depth answers the one before: not in numbered lists, and only when it states something. */
function sibling(lines: readonly NoteLine[], places: readonly Place[], question: number, at: number): boolean {
  const { text, marker } = lines[at];
  if (marker === "ordered" || marker === "open-task" || marker === "done-task") return false;
  return (
    !ASKS_KO.test(text) &&
    !(places[at].section === "questions" && ASKS_EN.test(text) && !STATES.test(text)) &&
    lines[at].depth === lines[question].depth
  );
}

export const questionsOf = (lines: readonly NoteLine[], exchanges: readonly Exchange[]): QuestionFound[] =>
  exchanges.map(({ question, answered }) => ({ line: lines[question].no, answered }));
