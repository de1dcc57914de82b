/** node scripts/run.mjs scripts/tasks/filter-weights.ts   writes content/topics/filter-weights/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import type { Looked } from "@/content/topics/filter-weights/looked";
import { RECORDED, type Recording } from "@/content/topics/filter-weights/recording";
import { tasks } from "@/content/topics/filter-weights/tasks";
import { nodeContext } from "./context";

const round = (list: ArrayLike<number>) => Array.from(list, (value) => Number(value.toFixed(4)));

export function recordingOf({ field, stride, padded, side, first, firstBias, map }: Looked): Recording {
  const values = Array.from(map);
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const step = Number(((high - low) / 255).toPrecision(6));
  const offset = Number((low + 128 * step).toPrecision(6));
  const bytes = Int8Array.from(values, (value) => Math.min(127, Math.max(-128, Math.round((value - offset) / step))));
  return {
    field,
    stride,
    padded,
    side,
    first: round(first),
    firstBias: round(firstBias),
    map: { step, offset, data: Buffer.from(bytes.buffer).toString("base64") },
  };
}

if (process.argv[1]?.endsWith("tasks/filter-weights.ts")) {
  const recording = recordingOf(await tasks.look(RECORDED, nodeContext()));
  writeFileSync("content/topics/filter-weights/recorded.json", `${JSON.stringify(recording)}\n`);
}
