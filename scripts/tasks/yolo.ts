/** node scripts/run.mjs scripts/tasks/yolo.ts   writes content/topics/yolo/recorded.json from the topic's own task. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Looked } from "@/content/topics/yolo/looked";
import type { Recording } from "@/content/topics/yolo/recording";
import { tasks } from "@/content/topics/yolo/tasks";
import type { TaskContext } from "@/lib/challenges/task";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { YOLO } from "@/lib/engine/detectors/yolo/detect.gpu";
import { startBackend } from "../training/backend";
import { nodeContext } from "./context";

/** The largest whole number of 16 bits with a sign. */
const MOST = 32767;

/** The task's context with the detector on whatever backend is set. */
export function detectorContext(signal?: AbortSignal): TaskContext {
  const node = nodeContext(signal);
  const file = JSON.parse(readFileSync("public/models/yolo/model.json", "utf8")) as ModelFile;
  const detector = YOLO.load(unpackModel(file, readFileSync("public/models/yolo/weights.bin")));
  return { ...node, models: { ...node.models, detector: async () => detector } };
}

/** An answer as it is kept. */
export function recordingOf({ pixels, drawing, objects, grid }: Looked): Recording {
  const values = Array.from(grid);
  const step = Math.max(...values.map(Math.abs)) / MOST;
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => bytes.writeInt16LE(Math.round(value / step), 2 * i));
  return {
    pixels: Buffer.from(pixels).toString("base64"),
    drawing: JSON.stringify(drawing),
    objects,
    step,
    grid: bytes.toString("base64"),
  };
}

if (process.argv[1]?.endsWith("tasks/yolo.ts")) {
  await startBackend();
  const recording = recordingOf(await tasks.look({ scene: 1, dx: 0, dy: 0 }, detectorContext()));
  writeFileSync("content/topics/yolo/recorded.json", `${JSON.stringify(recording)}\n`);
  console.log(recording.objects);
}
