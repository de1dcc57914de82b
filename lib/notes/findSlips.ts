import type { Term } from "./findTerms";
import type { NoteLine, SlipFound } from "./model";
import { neededBy } from "./needed";
import type { Place } from "./outline";
import type { Exchange } from "./questions";
import { SLIPS, type SlipRule } from "./slips";
import { TERMS } from "./terms";
import { asStatement, statementsOf, type Statement } from "./statements";

interface Note {
  readonly lines: readonly NoteLine[];
  readonly terms: readonly (readonly Term[])[];
  readonly places: readonly Place[];
  readonly exchanges: readonly Exchange[];
  readonly find: (text: string) => readonly Term[];
}

/** A set of topics as bits: there are 32 of them. */
type Topics = number;

const BIT: ReadonlyMap<string, number> = new Map(TERMS.map(({ topic }, index) => [topic, 1 << index]));
const setOf = (topics: readonly string[]): Topics => topics.reduce((set, topic) => set | (BIT.get(topic) ?? 0), 0);

/** A pattern with the words of which it needs one. */
interface Look {
  readonly pattern: RegExp;
  readonly needs: readonly string[] | null;
}

/** A rule made ready: topics as bits, every saying as the patterns that must all be found. */
interface Ready {
  readonly rule: SlipRule;
  readonly about: Topics;
  readonly notAbout: Topics;
  readonly ko: readonly (readonly Look[])[];
  readonly en: readonly (readonly Look[])[];
}

const looks = (sayings: SlipRule["ko"]): (readonly Look[])[] =>
  (sayings ?? []).map((saying) => (saying instanceof RegExp ? [saying] : saying).map((pattern) => ({ pattern, needs: neededBy(pattern) })));

const RULES: readonly Ready[] = SLIPS.map((rule) => ({
  rule,
  about: setOf(rule.about ?? [rule.topic]),
  notAbout: setOf(rule.notAbout ?? []),
  ko: looks(rule.ko),
  en: looks(rule.en),
}));

/** Statements that contradict the curriculum. A line is flagged once for each topic. */
export function findSlips(note: Note): SlipFound[] {
  const { lines, places, terms, exchanges } = note;
  const named = terms.map((found) => setOf(found.map(({ topic }) => topic)));
  const questionOf = new Map<number, number>();
  for (const { question, answers } of exchanges) for (const index of [question, ...answers]) questionOf.set(index, question);
  return lines.flatMap((line, index) => {
    if (line.text === "" || line.marker === "heading" || places[index].section === "look-up") return [];
    const question = questionOf.get(index);
    // What one sentence of a line names, the next may speak of.
    const around = [named[index], ...surroundings(lines, places[index], named, index, question)];
    if (around.every((level) => level === 0)) return [];
    const found = new Map<string, SlipFound>();
    for (const statement of claims(note, index, question)) {
      const inside = note.find(statement.text);
      const own = setOf(inside.map(({ topic }) => topic));
      const subjects = setOf(inside.filter(({ from, to }) => !PART.test(statement.text.slice(from, to))).map(({ topic }) => topic));
      for (const ready of RULES) {
        const { about, notAbout } = ready;
        const { topic, misconception, correction } = ready.rule;
        if (found.has(topic) || !speaksOf(about, notAbout, own, subjects, around) || !says(ready, statement)) continue;
        found.set(topic, { line: line.no, topic, misconception, correction });
      }
    }
    return [...found.values()];
  });
}

const BECOMES = /\s(?:어떻게\s?(?:되|돼|하|처리)\S{0,6}|(?:무엇|뭐|뭘로|무엇으로)\S{0,3}\s?(?:되|돼|하|학습)\S{0,6})\s?\??$/;

/** "0.3과 0.7 사이는 어떻게 되나요?" with "음성으로 학습한다": what was asked about is what the answer speaks of. */
function completed(question: string, answer: Statement | undefined): Statement | null {
  if (answer === undefined || answer.reply !== null || !BECOMES.test(question)) return null;
  return asStatement(`${question.replace(BECOMES, "")} ${answer.text}`);
}

/** What a line states; to a "yes" belongs what was asked. Words in quotation marks in a list of corrections are other people's. */
function claims({ lines, places }: Note, index: number, question: number | undefined): Statement[] {
  const line = lines[index];
  const text = places[index].section === "corrections" ? line.text.replace(/["“”'‘’][^"“”'‘’]{1,200}["“”'‘’]/g, " ") : line.text;
  // What an arrow leads away from is the mistake that is put right.
  const found = statementsOf(places[index].section === "corrections" ? (text.split(/→|->|=>/).at(-1) ?? text) : text);
  const asked = question === undefined || found[0]?.reply !== "yes" ? null : lines[question].text.slice(0, 400).split(/(?<=\?)/)[0];
  const whole = question === undefined || question === index ? null : completed(lines[question].text.slice(0, 200), found[0]);
  return [...found, ...(asked ? [asStatement(asked)] : []), ...(whole ? [whole] : [])].filter(({ text: said }) => said !== "");
}

/** Topics from the nearest to the farthest: the question's, those of the lines above in the outline, of the name and of the lines before. */
function surroundings(
  lines: readonly NoteLine[],
  place: Place,
  named: readonly Topics[],
  index: number,
  question: number | undefined,
): Topics[] {
  const before: number[] = [];
  for (let at = index - 1; at >= 0 && index - at <= 6 && before.length < 3 && lines[at].marker !== "heading"; at--) {
    if (lines[at].text !== "") before.push(at);
  }
  const parents = [...place.above, ...(place.named >= 0 ? [place.named] : [])].sort((a, b) => b - a);
  return [...(question === undefined || question === index ? [] : [question]), ...parents, ...before].map((at) => named[at]);
}

/** A part of a network is no method: who speaks of GAP need not speak of CAM. */
const PART = /^(?:gap|global average pooling|전역 ?평균 ?풀링|글로벌 ?평균 ?풀링)$/i;

/** Who is named nearest decides; where a statement itself names both sides, nobody can tell. */
function speaksOf(about: Topics, notAbout: Topics, own: Topics, subjects: Topics, around: readonly Topics[]): boolean {
  if ((subjects & notAbout) !== 0) return false;
  if ((own & about) !== 0) return true;
  for (const level of around) {
    if ((level & about) !== 0) return true;
    if ((level & notAbout) !== 0) return false;
  }
  return false;
}

const DENIED =
  /지(는|도|가)?(않|못)|아니(다|에|야|며|고|었|죠|지|라|$|\.)|아닌|아님|아닙|없(다|음|어|습|는|이다|고|$|\.)|(?<!잘)못(한|하|함|해|쓴|쓰)|(?<!제)안(된|되|됨|돼|한다|함|쓴|쓰|써)|불가|금지|틀(렸(?!을)|린다|림)|말아야|(^|[^a-z])(not|no|never|none|cannot|neither|nor|without|isn't|aren't|doesn't|don't|didn't|can't|won't|shouldn't|needn't|wasn't)(?![a-z])/;

function says({ rule, ko, en }: Ready, statement: Statement): boolean {
  const { english, korean } = statement;
  const at = korean === "" ? -1 : firstAt(ko, korean);
  if (at < 0 && (statement.mostlyKorean || firstAt(en, english) < 0)) return false;
  if (rule.denies !== true && DENIED.test(at < 0 ? english : korean.slice(at))) return false;
  return !rule.unless || !(rule.unless.test(english) || rule.unless.test(korean));
}

/** Where the first saying that fits begins, or −1. */
function firstAt(sayings: readonly (readonly Look[])[], text: string): number {
  for (const saying of sayings) {
    const at = allAt(saying, text);
    if (at >= 0) return at;
  }
  return -1;
}

function allAt(saying: readonly Look[], text: string): number {
  if (saying.some(({ needs }) => needs !== null && !needs.some((word) => text.includes(word)))) return -1;
  let first = Infinity;
  for (const { pattern } of saying) {
    const at = text.search(pattern);
    if (at < 0) return -1;
    first = Math.min(first, at);
  }
  return first;
}
