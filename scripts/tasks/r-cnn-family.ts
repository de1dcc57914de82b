/** node scripts/run.mjs scripts/tasks/r-cnn-family.ts   writes content/topics/r-cnn-family/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import sharp from "sharp";
import type { MemberName } from "@/content/topics/r-cnn-family/pipeline";
import type { Ran, Recording, Run } from "@/content/topics/r-cnn-family/ran";
import { tasks } from "@/content/topics/r-cnn-family/tasks";
import { boxAt } from "@/lib/engine/boxes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { startBackend } from "../training/backend";
import { detectorContext } from "./detectors";

const tenth = (value: number) => Math.round(10 * value) / 10;
const rounded = (box: ArrayLike<number>) => boxAt(Array.from(box, tenth), 0);

/** The task's answer as it is kept: its pixels as a picture of a few kilobytes, boxes to a tenth of a pixel, no times. */
export async function recordingOf({ pixels, drawing, objects, runs, costs }: Ran): Promise<Recording> {
  const picture = await sharp(Buffer.from(pixels as Uint8Array), { raw: { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3 } })
    .webp({ quality: 90, effort: 6 })
    .toBuffer();
  const kept = (name: MemberName): Run => {
    const { proposals, detections } = runs[name];
    return {
      proposals: proposals.map(rounded),
      detections: detections.map(({ label, score, box }) => ({ label, score: Number(score.toFixed(3)), box: rounded(box) })),
    };
  };
  return {
    pixels: `data:image/webp;base64,${picture.toString("base64")}`,
    drawing: JSON.stringify(drawing),
    objects,
    runs: { "r-cnn": kept("r-cnn"), "fast-r-cnn": kept("fast-r-cnn"), "faster-r-cnn": kept("faster-r-cnn") },
    costs,
  };
}

if (process.argv[1]?.endsWith("tasks/r-cnn-family.ts")) {
  await startBackend();
  writeFileSync(
    "content/topics/r-cnn-family/recorded.json",
    `${JSON.stringify(await recordingOf(await tasks.run({ scene: 1 }, detectorContext())))}\n`,
  );
}
