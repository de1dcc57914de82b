/** node scripts/run.mjs scripts/tasks/fpn.ts   writes content/topics/fpn/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import { WAYS, type Looked } from "@/content/topics/fpn/looked";
import type { Recording } from "@/content/topics/fpn/recording";
import { tasks } from "@/content/topics/fpn/tasks";
import { startBackend } from "../training/backend";
import { detectorContext } from "./detectors";
import { addressOf } from "./picture";

/** A byte each, from the least number to the largest. */
function bytes(list: ArrayLike<number>) {
  const values = Array.from(list);
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const step = Number(((high - low) / 255).toPrecision(6));
  const offset = Number((low + 128 * step).toPrecision(6));
  const data = Int8Array.from(values, (value) => Math.min(127, Math.max(-128, Math.round((value - offset) / step))));
  return { step, offset, data: Buffer.from(data.buffer).toString("base64") };
}

const round = (list: ArrayLike<number>, digits = 2) => Array.from(list, (value) => Number(value.toFixed(digits)));
const byWay = <T>(make: (way: (typeof WAYS)[number]) => T) =>
  Object.fromEntries(WAYS.map((way) => [way, make(way)])) as Record<(typeof WAYS)[number], T>;

export async function recordingOf({ seen, drawing, objects, read, weight, bias, coarse, p3, p4, p5, found }: Looked): Promise<Recording> {
  return {
    seen: typeof seen === "string" ? seen : await addressOf(seen),
    drawing: JSON.stringify(drawing),
    objects,
    read: bytes(read),
    weight: bytes(weight),
    bias: bytes(bias),
    coarse: bytes(coarse),
    p3: byWay((way) => round(p3[way])),
    p4: round(p4),
    p5: round(p5),
    found: byWay((way) =>
      found[way].map(({ label, score, box, level }) => ({
        label,
        score: Number(score.toFixed(3)),
        box: round(box, 1) as unknown as typeof box,
        level,
      })),
    ),
  };
}

if (process.argv[1]?.endsWith("tasks/fpn.ts")) {
  await startBackend();
  const recording = await recordingOf(await tasks.look({ scene: 1, side: 40 }, detectorContext()));
  writeFileSync("content/topics/fpn/recorded.json", `${JSON.stringify(recording)}\n`);
}
