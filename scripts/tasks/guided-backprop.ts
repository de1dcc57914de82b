/** node scripts/run.mjs scripts/tasks/guided-backprop.ts   writes content/topics/guided-backprop/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import { RECORDED, type Recording, type TwoMaps } from "@/content/topics/guided-backprop/question";
import { tasks } from "@/content/topics/guided-backprop/tasks";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { nodeContext } from "./context";

const HALF = SCENE_SIDE / 2;

/** Means over 2 × 2 places, rounded to bytes; `values` has `channels` numbers a place, 0 … 255. */
function halved(values: ArrayLike<number>, channels: number): string {
  const bytes = Uint8Array.from({ length: HALF * HALF * channels }, (_, i) => {
    const [place, channel] = [Math.floor(i / channels), i % channels];
    const [top, left] = [2 * Math.floor(place / HALF), 2 * (place % HALF)];
    const at = (dy: number, dx: number) => values[((top + dy) * SCENE_SIDE + left + dx) * channels + channel];
    return Math.round((at(0, 0) + at(0, 1) + at(1, 0) + at(1, 1)) / 4);
  });
  return Buffer.from(bytes).toString("base64");
}

export function recordingOf({ pixels, drawing, maps, labels, likeness }: TwoMaps): Recording {
  return {
    ...RECORDED,
    labels,
    likeness,
    drawing: JSON.stringify(drawing),
    pixels: halved(pixels, 3),
    maps: maps.map((map) =>
      halved(
        map.map((v) => v * 255),
        1,
      ),
    ),
  };
}

if (process.argv[1]?.endsWith("tasks/guided-backprop.ts")) {
  const recording = recordingOf(await tasks.twoMaps(RECORDED, nodeContext()));
  writeFileSync("content/topics/guided-backprop/recorded.json", `${JSON.stringify(recording)}\n`);
}
