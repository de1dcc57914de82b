/**
 * npm run bench:notes   milliseconds of reading notes: the learner's own note, the first time and again, and a megabyte of it; and of laying
 * out notes that were written to hurt, as multiples of a plain one of the same length.
 * The first reading includes the compiling of the patterns; CPU time is printed beside, since a busy machine stretches the clock.
 */
import { readFileSync } from "node:fs";
import { layOut } from "@/lib/markdown/parse";
import { readNote } from "@/lib/notes";
import { BEYOND, LONGEST } from "@/tests/notes/hostile";

const NOTE = readFileSync("tests/notes/fixtures/00-review-note.ko.txt", "utf8");

function measured(text: string, act: (text: string) => unknown = readNote): { clock: number; cpu: number } {
  const before = process.cpuUsage();
  const start = performance.now();
  act(text);
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { clock, cpu: (user + system) / 1000 };
}

function row(name: string, { clock, cpu }: { clock: number; cpu: number }): void {
  console.log(`${name.padEnd(34)} ${clock.toFixed(1).padStart(9)} ms   ${cpu.toFixed(1).padStart(9)} ms CPU`);
}

const median = (list: readonly { clock: number; cpu: number }[]): { clock: number; cpu: number } =>
  [...list].sort((a, b) => a.clock - b.clock)[Math.floor(list.length / 2)];

row("the note, the first time", measured(NOTE));
row("the note, median of 30", median(Array.from({ length: 30 }, () => measured(NOTE))));
for (const megabytes of [0.25, 0.5, 1]) {
  row(`the note over and over, ${megabytes} MB`, measured(NOTE.repeat(Math.ceil((megabytes * 1_048_576) / Buffer.byteLength(NOTE)))));
}

const plain = median(Array.from({ length: 9 }, () => measured(NOTE.repeat(20).slice(0, 21_000), layOut)));
row("a plain note of 64 kB, laid out", plain);
const hostile = [...Object.entries(LONGEST), ...Object.entries(BEYOND).map(([name, [text]]) => [name, text] as const)];
const costs = hostile.map(([name, text]) => ({ name, ...median(Array.from({ length: 3 }, () => measured(text, layOut))) }));
for (const { name, ...cost } of costs.sort((a, b) => b.cpu - a.cpu).slice(0, 8))
  row(`${(cost.cpu / plain.cpu).toFixed(1)} × ${name}`, cost);
