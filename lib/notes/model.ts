/** What a line is. Everything but `content` and `blank` is skipped: nothing is read out of it. */
export type LineKind = "content" | "blank" | "front-matter" | "contents" | "comment" | "code" | "formula";

export type Marker = "none" | "heading" | "label" | "bullet" | "ordered" | "open-task" | "done-task" | "rule";

/** One line of a note, taken apart. */
export interface NoteLine {
  /** Counted from 1 in the file as it is. */
  readonly no: number;
  readonly kind: LineKind;
  readonly marker: Marker;
  /** The smaller, the higher up in the outline: headings 1–6, labels 6.5, plain lines 7, "■ titles" 7.5, list items 8 and their indentation. */
  readonly depth: number;
  /** Whether it begins with an arrow ("->", "→", "ㄴ"), as answers do. */
  readonly arrow: boolean;
  /** A table row's cells, otherwise null. */
  readonly cells: readonly string[] | null;
  /** What is written, without markers, HTML, emphasis, struck words and pictures; "" where the line yields nothing. */
  readonly text: string;
}

export const ATTENDANCE_STATUSES = [
  "present",
  "late",
  "left-early",
  "absent",
  "late-tomorrow",
  "absent-tomorrow",
  "on-leave",
  "stopped",
] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

export interface TopicFound {
  readonly line: number;
  readonly topic: string;
  /** The words of the note that name the topic. */
  readonly matched: string;
}

export interface SlipFound {
  readonly line: number;
  readonly topic: string;
  /** Id of the topic's misconception. */
  readonly misconception: string;
  readonly correction: { readonly ko: string; readonly en: string };
}

export interface RolesFound {
  readonly moderator?: string;
  readonly scribe?: string;
}

export interface AttendanceFound {
  readonly line: number;
  readonly name: string;
  readonly status: AttendanceStatus;
}

export interface FollowUpFound {
  readonly line: number;
  readonly text: string;
  readonly assignee?: string;
}

export interface QuestionFound {
  readonly line: number;
  readonly answered: boolean;
}

/** What a note holds. Lines are counted from 1. */
export interface NoteReading {
  /** "2026-11-03", or null where no whole date stands in the note. */
  readonly date: string | null;
  readonly topics: readonly TopicFound[];
  readonly slips: readonly SlipFound[];
  readonly roles: RolesFound;
  readonly attendance: readonly AttendanceFound[];
  readonly followUps: readonly FollowUpFound[];
  readonly questions: readonly QuestionFound[];
  /** Lines of front matter, contents, comments, code and formulas. */
  readonly skipped: readonly number[];
}
