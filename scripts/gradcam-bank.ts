/**
 * node scripts/run.mjs scripts/gradcam-bank.ts [--scenes 240]
 * Writes the bank of the `gradcam-regions` challenge: scenes with the classifier's own channels and gradients on them, and their pictures
 * (public/grad-cam/<set>-<place>.webp). content/topics/grad-cam/record.test.ts reckons it anew. Run it again whenever the classifier
 * changes, and raise the challenge's version.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import sharp from "sharp";
import { bankRecord, sceneOf } from "@/content/topics/grad-cam/record";
import { packScene, SETS, type SceneRecord, type SceneSet } from "@/content/topics/grad-cam/challenges/gradcam-regions/recording";
import { SCENE_SIDE, type SceneDrawing } from "@/lib/engine/scenes/emoji";
import { writeDrawings } from "./drawings";
import { classifierAndDrawings, scenesWanted } from "./tasks/context";

const FILE = "content/topics/grad-cam/challenges/gradcam-regions/recorded.ts";
const PICTURES = "public/grad-cam";

const wanted = scenesWanted(240);
const { network, atlases } = await classifierAndDrawings();
rmSync(PICTURES, { recursive: true, force: true });
mkdirSync(PICTURES, { recursive: true });
const drawings: SceneDrawing[] = [];
const packed = {} as Record<SceneSet, readonly string[]>;
for (const set of SETS) {
  const records: SceneRecord[] = [];
  let number = 0;
  for (; records.length < wanted; number++) {
    const record = bankRecord(network, set, number, atlases);
    if (record === null) continue;
    const { pixels, drawing } = sceneOf(set, number, atlases);
    if (drawing) drawings.push(drawing);
    await sharp(Buffer.from(pixels), { raw: { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3 } })
      .webp({ quality: 84, effort: 6 })
      .toFile(`${PICTURES}/${set}-${records.length}.webp`);
    records.push(record);
  }
  // A string a scene: one of all would keep whatever reads the sources busy for minutes.
  packed[set] = records.map((record) => Buffer.from(packScene(record)).toString("base64"));
  console.log(`${set}: ${records.length} scenes of ${number}`);
}
writeDrawings("content/topics/grad-cam/challenges/gradcam-regions/drawings", drawings, "scripts/gradcam-bank.ts");
writeFileSync(
  FILE,
  `/** The scenes by set, each packed by recording.ts, in base64; written by scripts/gradcam-bank.ts. */\nexport const RECORDED = {\n${SETS.map(
    (set) => `  ${set}: [\n${packed[set].map((scene) => `    "${scene}",\n`).join("")}  ],\n`,
  ).join("")}};\n`,
);
