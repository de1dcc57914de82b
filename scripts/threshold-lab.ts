/**
 * node scripts/run.mjs scripts/threshold-lab.ts
 * Records what RetinaNet says of the threshold lab's scenes before its NMS: content/topics/object-detection/recorded.ts (all scenes,
 * packed by lab.ts), example.json (the lab's first picture and answers), and bench/threshold-report.json, what the lesson's figures
 * are made of. Run it again when RetinaNet's weights change, then `npm run figures`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import sharp from "sharp";
import { FIRST, FIRST_LABEL, FIRST_SCENE, type LabExample } from "@/content/topics/object-detection/question";
import {
  errorsOf,
  evaluateLab,
  mapOf,
  matchesOf,
  packScene,
  testSet,
  unpackScenes,
  type LabScene,
} from "@/content/topics/object-detection/lab";
import { LAB_SCENES, LAB_SEED, LAB_STYLES, labScene } from "@/content/topics/object-detection/labScene";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors";
import { decodeRetinaNet, RETINANET } from "@/lib/engine/detectors/retinanet/detect.gpu";
import { seeded } from "@/lib/engine/random";
import { readAtlas, SCENE_SIDE, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { startBackend } from "./training/backend";

const TOPIC = "content/topics/object-detection";
/** The least score that is recorded. */
const FLOOR = 0.1;
/** Boxes that overlap a better one of their class by more than this are not recorded: the upper end of the lab's NMS knob. */
const THINNED = 0.7;
/** The stricter match IoU of the lesson. */
const STRICT = 0.75;
/** Rankings drawn for the blind baseline. */
const SHUFFLES = 20;

async function record(): Promise<{ scenes: LabScene[]; first: EmojiScene }> {
  await startBackend();
  const folder = "public/models/retinanet";
  const model = JSON.parse(readFileSync(`${folder}/model.json`, "utf8")) as ModelFile;
  const detector = RETINANET.load(unpackModel(model, readFileSync(`${folder}/weights.bin`)));
  const atlases = await Promise.all(LAB_STYLES.map((style) => readAtlas(readFileSync(`public/emojivoc/${style}.bin`))));
  const scenes: LabScene[] = [];
  let first: EmojiScene | null = null;
  for (let number = 1; number <= LAB_SCENES; number++) {
    const scene = labScene(number, atlases);
    const { pixels, objects } = scene;
    if (number === FIRST_SCENE) first = scene;
    const [{ parts }] = await detector.detect([pixels]);
    scenes.push({
      objects: objects.map(({ label, box }) => ({ label, box })),
      detections: decodeRetinaNet(parts, FLOOR, THINNED),
    });
  }
  detector.dispose();
  if (!first) throw new Error("no scene was drawn");
  return { scenes, first };
}

/** mAP when the same boxes keep their classes and places and get each other's scores: what the boxes earn without a ranking. */
function shuffledMap(scenes: readonly LabScene[], match: number): number {
  const { objects, detections } = testSet(scenes, { nms: FIRST.nms, score: 0 });
  let sum = 0;
  for (let k = 0; k < SHUFFLES; k++) {
    const scores = seeded(`${LAB_SEED}/shuffle/${k}`).shuffle(detections.map(({ score }) => score));
    const shuffled = detections.map((detection, i) => ({ ...detection, score: scores[i] }));
    sum += mapOf(matchesOf({ objects, detections: shuffled }, match))["all-point"];
  }
  return sum / SHUFFLES;
}

const { scenes: drawn, first } = await record();
const bytes = Uint8Array.from(drawn.flatMap(packScene));
writeFileSync(
  `${TOPIC}/recorded.ts`,
  `/** The lab's scenes, packed by lab.ts, in base64; written by scripts/threshold-lab.ts. */\nexport const RECORDED =\n  "${Buffer.from(bytes).toString("base64")}";\n`,
);
// Everything below looks at what was kept, so that the page's numbers and the report's are the same.
const scenes = unpackScenes(bytes);
const picture = await sharp(Buffer.from(first.pixels), { raw: { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3 } })
  .webp({ quality: 90, effort: 6 })
  .toBuffer();
const example: LabExample = {
  picture: {
    seen: `data:image/webp;base64,${picture.toString("base64")}`,
    drawing: first.drawing,
    scene: scenes[FIRST_SCENE - 1],
  },
  answer: evaluateLab(scenes, FIRST, FIRST_LABEL),
};
writeFileSync(`${TOPIC}/example.json`, `${JSON.stringify(example)}\n`);

const at = (score: number, match: number = FIRST.match) => evaluateLab(scenes, { ...FIRST, score, match }, FIRST_LABEL);
const errors = errorsOf(scenes, FIRST);
const report = {
  seeds: `${LAB_SEED}/1–${LAB_SCENES}`,
  scenes: scenes.length,
  objects: scenes.reduce((sum, { objects }) => sum + objects.length, 0),
  detections: testSet(scenes, { nms: FIRST.nms, score: 0 }).detections.length,
  floor: FLOOR,
  nms: FIRST.nms,
  match: FIRST.match,
  cut: FIRST.score,
  map: at(FIRST.score).map,
  cutMap: at(FIRST.score).cutMap,
  strictMap: at(FIRST.score, STRICT).map,
  shuffled: shuffledMap(scenes, FIRST.match),
  strictShuffled: shuffledMap(scenes, STRICT),
  shuffles: SHUFFLES,
  errors,
};
writeFileSync("bench/threshold-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(`${scenes.length} scenes, ${report.objects} objects, ${bytes.length} bytes`, report);
