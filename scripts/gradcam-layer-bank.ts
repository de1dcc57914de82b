/**
 * node scripts/run.mjs scripts/gradcam-layer-bank.ts [--scenes 260]
 * Writes the bank of the `gradcam-layer` challenge: scenes whose maps tell their layer, how they are composed, and their pictures
 * (public/grad-cam-layer/<place>.webp). content/topics/grad-cam/layerRecord.test.ts reckons it anew. Run it again whenever the classifier
 * changes, and raise the challenge's version.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import sharp from "sharp";
import { packLayers, type LayerRecord } from "@/content/topics/grad-cam/challenges/gradcam-layer/recording";
import { bankLayers, layerScene } from "@/content/topics/grad-cam/layerRecord";
import { SCENE_SIDE, type SceneDrawing } from "@/lib/engine/scenes/emoji";
import { writeDrawings } from "./drawings";
import { classifierAndDrawings, scenesWanted } from "./tasks/context";

const FOLDER = "content/topics/grad-cam/challenges/gradcam-layer";
const PICTURES = "public/grad-cam-layer";

const wanted = scenesWanted(260);
const { network, atlases } = await classifierAndDrawings();
rmSync(PICTURES, { recursive: true, force: true });
mkdirSync(PICTURES, { recursive: true });
const drawings: SceneDrawing[] = [];
const records: LayerRecord[] = [];
let number = 0;
for (; records.length < wanted; number++) {
  const record = bankLayers(network, number, atlases);
  if (record === null) continue;
  const { pixels, drawing } = layerScene(number, atlases);
  if (drawing) drawings.push(drawing);
  await sharp(Buffer.from(pixels), { raw: { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3 } })
    .webp({ quality: 84, effort: 6 })
    .toFile(`${PICTURES}/${records.length}.webp`);
  records.push(record);
}
console.log(`${records.length} scenes of ${number}`);
writeDrawings(`${FOLDER}/drawings`, drawings, "scripts/gradcam-layer-bank.ts");
// A string a scene: one of all would keep whatever reads the sources busy for minutes.
const packed = records.map((record) => Buffer.from(packLayers(record)).toString("base64"));
writeFileSync(
  `${FOLDER}/recorded.ts`,
  `/** The scenes, each packed by recording.ts, in base64; written by scripts/gradcam-layer-bank.ts. */\nexport const RECORDED: readonly string[] = [\n${packed.map((scene) => `  "${scene}",\n`).join("")}];\n`,
);
