/** node scripts/run.mjs scripts/tasks/guided-backprop.ts   writes content/topics/guided-backprop/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import { RECORDED, type Recording, type TwoMaps } from "@/content/topics/guided-backprop/question";
import { tasks } from "@/content/topics/guided-backprop/tasks";
import { nodeContext } from "./context";
import { halved } from "./halved";

export function recordingOf({ pixels, maps, labels, likeness }: TwoMaps): Recording {
  return {
    ...RECORDED,
    labels,
    likeness,
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
