/** node scripts/run.mjs scripts/tasks/ssd.ts   writes content/topics/ssd/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import type { Looked } from "@/content/topics/ssd/looked";
import type { Recording } from "@/content/topics/ssd/recording";
import { tasks } from "@/content/topics/ssd/tasks";
import { startBackend } from "../training/backend";
import { detectorContext } from "./detectors";
import { addressOf } from "./picture";

function bytes(list: ArrayLike<number>) {
  const values = Array.from(list);
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const step = (high - low) / 255;
  const offset = low + 128 * step;
  return {
    step,
    offset,
    data: Buffer.from(Int8Array.from(values, (value) => Math.round((value - offset) / step)).buffer).toString("base64"),
  };
}

export async function recordingOf({ seen, drawing, objects, logits, deltas }: Looked): Promise<Recording> {
  return {
    seen: typeof seen === "string" ? seen : await addressOf(seen),
    drawing: JSON.stringify(drawing),
    objects,
    logits: bytes(logits),
    deltas: bytes(deltas),
  };
}

if (process.argv[1]?.endsWith("tasks/ssd.ts")) {
  await startBackend();
  const recording = await recordingOf(await tasks.look({ scene: 1, size: null }, detectorContext()));
  writeFileSync("content/topics/ssd/recorded.json", `${JSON.stringify(recording)}\n`);
}
