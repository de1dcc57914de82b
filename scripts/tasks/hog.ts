/** node scripts/run.mjs scripts/tasks/hog.ts   writes content/topics/hog-svm/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import type { Described } from "@/content/topics/hog-svm/described";
import { RECORDED, type Recording } from "@/content/topics/hog-svm/recording";
import { tasks } from "@/content/topics/hog-svm/tasks";
import { nodeContext } from "./context";

/** The largest whole number of 16 bits. */
const MOST = 65535;

export function recordingOf({ pixels, drawing, side, cells }: Described): Recording {
  const step = Math.fround(cells.reduce((most, v) => Math.max(most, v), 0) / MOST);
  const bytes = Buffer.alloc(2 * cells.length);
  cells.forEach((v, i) => bytes.writeUInt16LE(Math.min(MOST, Math.round(v / step)), 2 * i));
  return { pixels: Buffer.from(pixels).toString("base64"), drawing: JSON.stringify(drawing), side, step, cells: bytes.toString("base64") };
}

if (process.argv[1]?.endsWith("tasks/hog.ts")) {
  const recording = recordingOf(await tasks.describe(RECORDED, nodeContext()));
  writeFileSync("content/topics/hog-svm/recorded.json", `${JSON.stringify(recording)}\n`);
}
