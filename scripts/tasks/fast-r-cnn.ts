/** node scripts/run.mjs scripts/tasks/fast-r-cnn.ts   writes content/topics/fast-r-cnn/recorded.json from the topic's own task. */
import { readFileSync, writeFileSync } from "node:fs";
import sharp from "sharp";
import { FIRST_ROI } from "@/content/topics/fast-r-cnn/knobs";
import { CHANNELS, SIDE, type Mapped, type Recording } from "@/content/topics/fast-r-cnn/mapped";
import { tasks } from "@/content/topics/fast-r-cnn/tasks";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import type { RegionPooling } from "@/lib/engine/detectors/region/head";
import { startBackend } from "../training/backend";
import { nodeContext } from "./context";
import { detectorContext } from "./detectors";

const CELLS = SIDE * SIDE;

/** What a model's card says of the styles that it was trained on, to four digits. */
function map50(model: string): number {
  const card = JSON.parse(readFileSync(`public/models/${model}/card.json`, "utf8")) as { test: { seen: { map50: number } } };
  return Number(card.test.seen.map50.toFixed(4));
}

/** The task's answer as it is kept: its pixels as a picture of a few kilobytes, the map in 255 steps a channel. */
export async function recordingOf({ pixels, drawing, objects, proposals, map }: Mapped, scores: Recording["scores"]): Promise<Recording> {
  const picture = await sharp(Buffer.from(pixels as Uint8Array), { raw: { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3 } })
    .webp({ quality: 90, effort: 6 })
    .toBuffer();
  const largest = Array.from({ length: CHANNELS }, (_, c) => map.subarray(c * CELLS, (c + 1) * CELLS).reduce((a, b) => Math.max(a, b), 0));
  const steps = Uint8Array.from(map, (value, i) => {
    const most = largest[Math.floor(i / CELLS)];
    return most > 0 ? Math.round((255 * value) / most) : 0;
  });
  return {
    pixels: `data:image/webp;base64,${picture.toString("base64")}`,
    drawing: JSON.stringify(drawing),
    objects,
    proposals,
    largest: largest.map((value) => Number(value.toPrecision(6))),
    map: Buffer.from(steps).toString("base64"),
    scores,
    map50: { align: map50("fast-rcnn"), max: map50("fast-rcnn-max") },
  };
}

/** The head's probabilities for the first RoI with either pooling, to four digits. */
export async function firstScores(): Promise<Recording["scores"]> {
  const of = async (way: RegionPooling) =>
    (await tasks.scored({ scene: 1, roi: FIRST_ROI[0], way }, detectorContext())).map((value) => Number(value.toFixed(4)));
  return { align: await of("align"), max: await of("max") };
}

if (process.argv[1]?.endsWith("tasks/fast-r-cnn.ts")) {
  await startBackend();
  const mapped = await tasks.mapped({ scene: 1 }, nodeContext());
  writeFileSync("content/topics/fast-r-cnn/recorded.json", `${JSON.stringify(await recordingOf(mapped, await firstScores()))}\n`);
}
