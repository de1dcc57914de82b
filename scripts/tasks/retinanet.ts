/** node scripts/run.mjs scripts/tasks/retinanet.ts   writes content/topics/retinanet/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import type { Looked } from "@/content/topics/retinanet/looked";
import type { Recording } from "@/content/topics/retinanet/recording";
import { tasks } from "@/content/topics/retinanet/tasks";
import { startBackend } from "../training/backend";
import { detectorContext } from "./detectors";
import { addressOf } from "./picture";

/** A logit in a byte: from −13 (p = 0.000002) to +5; a step changes a probability by 0.018 at most, so a recorded one is off by 0.009. */
const LOGIT = { step: 0.0714, offset: -3.9 } as const;

function bytes(list: ArrayLike<number>, { step, offset }: { readonly step: number; readonly offset: number }) {
  const values = Array.from(list, (value) => Math.min(127, Math.max(-128, Math.round((value - offset) / step))));
  return { step, offset, data: Buffer.from(Int8Array.from(values).buffer).toString("base64") };
}

export async function recordingOf({ seen, drawing, objects, logits, deltas, taught }: Looked): Promise<Recording> {
  const most = Array.from(deltas).reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  return {
    seen: typeof seen === "string" ? seen : await addressOf(seen),
    drawing: JSON.stringify(drawing),
    objects,
    logits: bytes(logits, LOGIT),
    deltas: bytes(deltas, { step: most / 127, offset: 0 }),
    taught: bytes(taught, { step: 1, offset: 0 }),
  };
}

if (process.argv[1]?.endsWith("tasks/retinanet.ts")) {
  await startBackend();
  const recording = await recordingOf(await tasks.look({ scene: 1 }, detectorContext()));
  writeFileSync("content/topics/retinanet/recorded.json", `${JSON.stringify(recording)}\n`);
}
