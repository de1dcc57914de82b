/** What was found in a note, as cards to be confirmed: each with a name that outlives edits of other lines, and what is proposed for it. */
import { likest, type Notice, type Status } from "@/lib/groups";
import type { ReadLine, ReadNote } from "@/lib/client/notes/reading";
import type { AttendanceStatus } from "@/lib/notes";
import { ANSWER_MAX, ITEM_MAX, MATCHED_MAX, NAME_MAX, READ_MAX, SOURCE_MAX, type ItemType, type Person } from "@/lib/wire/groupParts";
import type { Confirmed } from "@/lib/wire/readings";

/** In place of a member: the name stays as the note has it. */
export const AS_TEXT = "text";

interface Found {
  readonly key: string;
  readonly keep: boolean;
}
interface OnLine extends Found {
  readonly line: number;
  readonly source: string;
}
export interface SlipCard extends OnLine {
  readonly statement: string;
  readonly topic: string;
  readonly misconception: string;
  readonly correction: { readonly ko: string; readonly en: string };
  /** The earlier session that it corrects; "" for none. */
  readonly corrects: string;
  /** How that one is corrected; null for the curriculum's words. */
  readonly text: string | null;
}
export interface PersonCard extends OnLine {
  readonly name: string;
  readonly status: AttendanceStatus;
  /** A member's id, or AS_TEXT. */
  readonly member: string;
}
export interface RoleCard extends Found {
  readonly role: "moderator" | "scribe";
  readonly name: string;
  readonly member: string;
}
export interface ItemCard extends OnLine {
  readonly type: ItemType;
  readonly text: string;
  /** As the note names them; null for nobody. */
  readonly name: string | null;
  /** A member's id, AS_TEXT, or "" for nobody. */
  readonly assignee: string;
  /** What closes it; null where the note answers nothing. */
  readonly answer: string | null;
}
export interface TopicCard extends Found {
  readonly topic: string;
  readonly matched: string;
  readonly lines: readonly number[];
}

export interface Findings {
  readonly slips: readonly SlipCard[];
  readonly people: readonly PersonCard[];
  readonly roles: readonly RoleCard[];
  readonly items: readonly ItemCard[];
  readonly topics: readonly TopicCard[];
}

/** What the writer chose for a card, by its key. */
export type Choices = Readonly<Record<string, Choice>>;
export interface Choice {
  readonly keep?: boolean;
  readonly statement?: string;
  readonly corrects?: string;
  readonly text?: string;
  readonly member?: string;
  readonly type?: ItemType;
  readonly assignee?: string;
  readonly answer?: string;
}

const LINE: ReadLine = { raw: "", text: "", task: false };

/** @param people of the group @param choices lie over what is proposed */
export function findingsOf({ reading, lines }: ReadNote, people: readonly Person[], choices: Choices): Findings {
  const here = people.filter(({ state }) => state === "in");
  const at = (line: number): ReadLine => lines[line - 1] ?? LINE;
  const used = new Map<string, number>();
  /** The n-th of those that read alike: a line's number would change with every line above it. */
  const keyOf = (kind: string, what: string): string => {
    const name = `${kind}/${what}`;
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}#${count}`;
  };
  const chosen = <T extends Found>(card: T): T => ({ ...card, ...choices[card.key] });
  const memberOf = (name: string): string => likest(name, here) ?? AS_TEXT;
  const where = (line: number) => ({ line, source: at(line).raw.trim() });

  const questions = new Map(reading.questions.map((question) => [question.line, question]));
  const asked = reading.questions.map(({ line, answered }): ItemCard => {
    const answer = answered ? answerAfter(line, lines, questions) : null;
    return chosen({
      ...{ key: keyOf("question", at(line).text), ...where(line), type: "question" as const, text: questionText(at(line).text) },
      ...{ name: null, assignee: "", answer, keep: !answered || answer !== null },
    });
  });
  // A question that was put off stands among both.
  const open = reading.followUps.filter(({ line }) => !questions.has(line));
  const toDo = open.map(({ line, text, assignee }): ItemCard =>
    chosen({
      ...{ key: keyOf("item", text), ...where(line), text, keep: true, answer: null },
      type: assignee !== undefined || at(line).task ? ("task" as const) : ("look-up" as const),
      ...{ name: assignee ?? null, assignee: assignee === undefined ? "" : memberOf(assignee) },
    }),
  );
  const topics = new Map<string, { matched: string; lines: number[] }>();
  for (const { topic, line, matched } of reading.topics) {
    const known = topics.get(topic);
    if (known) known.lines.push(line);
    else topics.set(topic, { matched, lines: [line] });
  }
  return {
    slips: reading.slips.map(({ line, topic, misconception, correction }) =>
      chosen({
        ...{ key: keyOf(`slip/${topic}/${misconception}`, at(line).text), keep: true, ...where(line), statement: at(line).text },
        ...{ topic, misconception, correction, corrects: "", text: null },
      }),
    ),
    people: reading.attendance.map(({ line, name, status }) =>
      chosen({ key: keyOf(`person/${status}`, name), keep: true, ...where(line), name, status, member: memberOf(name) }),
    ),
    roles: (["moderator", "scribe"] as const).flatMap((role) => {
      const name = reading.roles[role];
      if (name === undefined) return [];
      const member = memberOf(name);
      return chosen({ key: keyOf("role", role), keep: member !== AS_TEXT, role, name, member });
    }),
    items: [...asked, ...toDo].sort((one, other) => one.line - other.line),
    topics: [...topics].map(([topic, found]) => chosen({ key: keyOf("topic", topic), keep: true, topic, ...found })),
  };
}

/** A question without what only says that it is one: "Q. …", "질문: …". */
const questionText = (text: string): string =>
  text.replace(/^(?:Q\d{0,2}\s*[.):]|질문\s*\d{0,2}\s*[:.)]|question\s*\d{0,2}\s*:)\s*/i, "") || text;

/** What stands below an answered question, as far as it is no question itself. */
function answerAfter(line: number, lines: readonly ReadLine[], questions: ReadonlyMap<number, unknown>): string | null {
  const next = lines.findIndex(({ text }, index) => index >= line && text !== "");
  if (next < 0 || next > line + 2 || questions.has(next + 1)) return null;
  return lines[next].text.replace(/^(?:A\d{0,2}\s*[.):]|답변?\s*[:.)]|answer\s*:)\s*/i, "").slice(0, ANSWER_MAX) || null;
}

/** As a mark of the session says it: how somebody was there, or what they said of the next time. */
const SAID: Readonly<Record<AttendanceStatus, { readonly status?: Status; readonly next?: Notice }>> = {
  present: { status: "present" },
  late: { status: "late" },
  "left-early": { status: "left-early" },
  absent: { status: "absent" },
  "on-leave": { status: "on-leave" },
  stopped: { status: "stopped" },
  "late-tomorrow": { next: "late" },
  "absent-tomorrow": { next: "absent" },
};

/** Whether the confirmer may write this mark: their own, or as whoever leads the session, also by a role that they take with it. */
export const mayMark = (member: string, me: string, marksAll: boolean, roles: readonly RoleCard[]): boolean =>
  member === AS_TEXT || member === me || marksAll || roles.some((role) => role.keep && role.member === me);

interface Writer {
  readonly me: string;
  readonly marksAll: boolean;
  /** "ko" or "en": a correction without words of its own is written down in this language. */
  readonly locale: "ko" | "en";
}

/** What is sent when all that is kept is confirmed. */
export function confirmedOf(findings: Findings, { me, marksAll, locale }: Writer): Confirmed {
  const kept = <T extends Found>(cards: readonly T[], most: number): readonly T[] => cards.filter(({ keep }) => keep).slice(0, most);
  const people = kept(findings.people, READ_MAX.people).filter(({ member }) => mayMark(member, me, marksAll, findings.roles));
  const marks = new Map<string, { status?: Status; next?: Notice }>();
  for (const { member, status } of people) if (member !== AS_TEXT) marks.set(member, { ...marks.get(member), ...SAID[status] });
  const roles = Object.fromEntries(
    findings.roles.filter((role) => role.keep && role.member !== AS_TEXT).map(({ role, member }) => [role, member]),
  );
  return {
    topics: kept(findings.topics, READ_MAX.topics).map(({ topic, matched }) => ({ topic, matched: matched.trim().slice(0, MATCHED_MAX) })),
    slips: kept(findings.slips, READ_MAX.slips).map(({ line, statement, topic, misconception, correction, corrects, text }) => ({
      ...{ line, topic, misconception, statement: statement.trim().slice(0, ITEM_MAX) },
      corrects: corrects === "" ? null : { session: corrects, text: (text ?? correction[locale]).trim().slice(0, ANSWER_MAX) },
    })),
    roles,
    attendance: [...marks].map(([member, said]) => ({ member, ...said })),
    others: people.flatMap(({ member, name, status }) => (member === AS_TEXT ? [{ name: name.slice(0, NAME_MAX), status }] : [])),
    items: kept(findings.items, READ_MAX.items).map(({ type, text, name, assignee, source, answer }) => ({
      type,
      // A name that is nobody's stays in the words.
      text: (assignee === AS_TEXT && name !== null && !text.includes(name) ? `${text} (${name})` : text).trim().slice(0, ITEM_MAX),
      assignee: assignee === "" || assignee === AS_TEXT ? null : assignee,
      source: source.slice(0, SOURCE_MAX),
      ...(answer === null || answer.trim() === "" ? {} : { answer: answer.trim() }),
    })),
  };
}

/** What stands in the way of sending it: texts that were emptied, by key. */
export const emptied = ({ slips, items }: Findings): readonly string[] => [
  ...slips
    .filter(({ keep, statement, corrects, text }) => keep && (statement.trim() === "" || (corrects !== "" && text?.trim() === "")))
    .map(({ key }) => key),
  ...items.filter(({ keep, text }) => keep && text.trim() === "").map(({ key }) => key),
];
