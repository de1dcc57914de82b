/** node scripts/run.mjs scripts/tasks/cam.ts   writes content/topics/cam/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import type { Desk } from "@/content/topics/cam/desk";
import { RECORDED, type PackedMap, type Recording } from "@/content/topics/cam/recording";
import { tasks } from "@/content/topics/cam/tasks";
import { nodeContext } from "./context";
import { halved } from "./halved";

/** The largest whole number of 16 bits with a sign. */
const MOST = 32767;

function packed(map: Float32Array): PackedMap {
  const step = Math.fround(map.reduce((most, v) => Math.max(most, Math.abs(v)), 0) / MOST);
  const bytes = Buffer.alloc(2 * map.length);
  map.forEach((v, i) => bytes.writeInt16LE(step === 0 ? 0 : Math.round(v / step), 2 * i));
  return { step, cells: bytes.toString("base64") };
}

export function recordingOf({ pixels, drawing, strips, rest, ...kept }: Desk): Recording {
  return {
    ...kept,
    drawing: JSON.stringify(drawing),
    pixels: halved(pixels, 3),
    strips: strips.map(({ map, ...strip }) => ({ ...strip, map: packed(map) })),
    rest: packed(rest),
  };
}

if (process.argv[1]?.endsWith("tasks/cam.ts")) {
  const recording = recordingOf(await tasks.desk(RECORDED, nodeContext()));
  writeFileSync("content/topics/cam/recorded.json", `${JSON.stringify(recording)}\n`);
}
