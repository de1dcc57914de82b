/** node scripts/run.mjs scripts/tasks/objects-as-points.ts   writes content/topics/objects-as-points/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import type { Looked } from "@/content/topics/objects-as-points/looked";
import type { Packed, Recording } from "@/content/topics/objects-as-points/recording";
import { tasks } from "@/content/topics/objects-as-points/tasks";
import { startBackend } from "../training/backend";
import { detectorContext } from "./detectors";
import { addressOf } from "./picture";

/** The largest whole number of 16 bits with a sign. */
const MOST = 32767;

function packed(list: ArrayLike<number>): Packed {
  const step = Array.from(list).reduce((top, value) => Math.max(top, Math.abs(value)), 0) / MOST;
  const bytes = Buffer.alloc(2 * list.length);
  Array.from(list).forEach((value, i) => bytes.writeInt16LE(Math.round(value / step), 2 * i));
  return { step, data: bytes.toString("base64") };
}

/** An answer as it is kept. */
export const recordingOf = async ({ seen, drawing, objects, heatmap, offset, size }: Looked): Promise<Recording> => ({
  seen: typeof seen === "string" ? seen : await addressOf(seen),
  drawing: JSON.stringify(drawing),
  objects,
  heatmap: packed(heatmap),
  offset: packed(offset),
  size: packed(size),
});

if (process.argv[1]?.endsWith("tasks/objects-as-points.ts")) {
  await startBackend();
  const recording = await recordingOf(await tasks.look({ scene: 1 }, detectorContext()));
  writeFileSync("content/topics/objects-as-points/recorded.json", `${JSON.stringify(recording)}\n`);
  console.log(recording.objects);
}
