/**
 * npm run read:note -- <file> [--json]   what the reader finds in a review note: topics, slips, people, open work, questions.
 * `--json` prints the reading alone, as docs/notes.md describes it.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { readNote, type NoteReading } from "@/lib/notes";

function summary(reading: NoteReading): string {
  const { date, topics, slips, roles, attendance, followUps, questions, skipped } = reading;
  return [
    `date        ${date ?? "none"}`,
    `topics      ${[...new Set(topics.map(({ topic }) => topic))].join(", ")}`,
    ...slips.map(({ line, topic, misconception, correction }) => `slip        ${line}: ${topic}/${misconception}: ${correction.en}`),
    ...Object.entries(roles).map(([role, name]) => `role        ${role}: ${name}`),
    ...attendance.map(({ line, name, status }) => `attendance  ${line}: ${name} ${status}`),
    ...followUps.map(({ line, text, assignee }) => `follow-up   ${line}: ${text}${assignee ? ` (${assignee})` : ""}`),
    ...questions.map(({ line, answered }) => `question    ${line}: ${answered ? "answered" : "open"}`),
    `skipped     ${skipped.join(", ") || "none"}`,
  ].join("\n");
}

function main(): void {
  const args = process.argv.slice(2);
  const file = args.find((arg) => !arg.startsWith("--"));
  if (file === undefined) {
    console.error("npm run read:note -- <file> [--json]");
    process.exitCode = 1;
    return;
  }
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    console.error(`${file} cannot be read.`);
    process.exitCode = 1;
    return;
  }
  const reading = readNote(text, { name: basename(file), today: new Date().toISOString().slice(0, 10) });
  console.log(args.includes("--json") ? JSON.stringify(reading, null, 2) : summary(reading));
}

main();
