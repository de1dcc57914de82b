/** node scripts/run.mjs scripts/tasks/rpn.ts   writes content/topics/rpn/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import sharp from "sharp";
import type { Looked } from "@/content/topics/rpn/looked";
import type { Recording } from "@/content/topics/rpn/recording";
import { tasks } from "@/content/topics/rpn/tasks";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { startBackend } from "../training/backend";
import { detectorContext } from "./detectors";

/** The largest whole number of 16 bits with a sign. */
const MOST = 32767;

function packed(list: ArrayLike<number>) {
  const values = Array.from(list);
  const step = Math.max(...values.map(Math.abs)) / MOST;
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => bytes.writeInt16LE(Math.round(value / step), 2 * i));
  return { step, data: bytes.toString("base64") };
}

/** An answer as it is kept: its pixels as a picture of a few kilobytes. */
export async function recordingOf({ pixels, drawing, objects, logits, deltas }: Looked): Promise<Recording> {
  const picture = await sharp(Buffer.from(pixels as Uint8Array), { raw: { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3 } })
    .webp({ quality: 90, effort: 6 })
    .toBuffer();
  return {
    pixels: `data:image/webp;base64,${picture.toString("base64")}`,
    drawing: JSON.stringify(drawing),
    objects,
    logits: packed(logits),
    deltas: packed(deltas),
  };
}

if (process.argv[1]?.endsWith("tasks/rpn.ts")) {
  await startBackend();
  const recording = await recordingOf(await tasks.look({ scene: 1 }, detectorContext()));
  writeFileSync("content/topics/rpn/recorded.json", `${JSON.stringify(recording)}\n`);
  console.log(`${JSON.stringify(recording).length} bytes`);
}
