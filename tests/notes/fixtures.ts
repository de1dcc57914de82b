import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AttendanceFound, FollowUpFound, NoteReading, QuestionFound } from "@/lib/notes";

/** What a reader should find in a note; the fields are those of tests/notes/README.md. */
export interface Expected {
  readonly file: string;
  readonly topics: readonly string[];
  readonly noContent: readonly number[];
  readonly slips: readonly { readonly line: number; readonly topic: string }[];
  readonly noSlip: readonly number[];
  readonly roles: NoteReading["roles"];
  readonly attendance: readonly Pick<AttendanceFound, "name" | "status">[];
  readonly followUps: readonly Pick<FollowUpFound, "line" | "assignee">[];
  readonly questions: readonly QuestionFound[];
  readonly date?: string;
}

const FOLDER = fileURLToPath(new URL("./fixtures/", import.meta.url));

export const textOf = (file: string): string => readFileSync(FOLDER + file, "utf8");

/** Every note of the folder with what is to be found in it. */
export const NOTES: readonly Expected[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".expected.json"))
  .sort()
  .map((name) => JSON.parse(textOf(name)) as Expected);
