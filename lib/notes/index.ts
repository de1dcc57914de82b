import { dateOf } from "./dates";
import { findSlips } from "./findSlips";
import { termFinder } from "./findTerms";
import { followUpsOf } from "./followUps";
import { linesOf } from "./lines";
import type { NoteLine, NoteReading, TopicFound } from "./model";
import { outlineOf } from "./outline";
import { peopleOf } from "./people";
import { exchangesOf, questionsOf } from "./questions";
import type { Term } from "./findTerms";

export { isNoteTopic, slipRule } from "./known";
export type {
  AttendanceFound,
  AttendanceStatus,
  FollowUpFound,
  NoteReading,
  QuestionFound,
  RolesFound,
  SlipFound,
  TopicFound,
} from "./model";
export { linesOf, rawLines } from "./lines";

export interface ReadingOptions {
  /** The file's name: it may hold the date ("2026-11-03-day41.md"). */
  readonly name?: string;
  /** "2026-11-26": the year of dates that are written without one is found from it. Without it they are none. */
  readonly today?: string;
}

/**
 * Reads a review note or the minutes of a session as people write them: date, topics, statements that contradict the curriculum,
 * roles, attendance, open work and questions. Pure, never throws, linear in the note's length.
 */
export function readNote(text: string, { name = "", today }: ReadingOptions = {}): NoteReading {
  const lines = linesOf(text);
  const find = termFinder();
  const terms = lines.map((line) => (line.text === "" ? [] : find(line.text)));
  const places = outlineOf(lines, terms);
  const exchanges = exchangesOf(lines, places);
  const people = peopleOf(lines, places);
  return {
    date: dateOf(lines, name, today ?? null),
    topics: topicsOf(lines, terms),
    slips: findSlips({ lines, terms, places, exchanges, find }),
    roles: people.roles,
    attendance: people.attendance,
    followUps: followUpsOf({ lines, places, terms, people, exchanges }),
    questions: questionsOf(lines, exchanges),
    skipped: lines.filter(({ kind }) => kind !== "content" && kind !== "blank").map(({ no }) => no),
  };
}

/** Each topic once a line, by the words that name it first. */
function topicsOf(lines: readonly NoteLine[], terms: readonly (readonly Term[])[]): TopicFound[] {
  return lines.flatMap((line, index) => {
    const seen = new Set<string>();
    return terms[index].flatMap(({ topic, from, to }) => {
      if (seen.has(topic)) return [];
      seen.add(topic);
      return [{ line: line.no, topic, matched: line.text.slice(from, to) }];
    });
  });
}
