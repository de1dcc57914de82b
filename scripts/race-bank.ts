/**
 * node scripts/run.mjs scripts/race-bank.ts [--scenes 260]
 * Writes the bank of the `detector-race` challenge: EmojiVOC scenes with what selective search and the RPN propose on them, the pictures
 * (public/race/<place>.webp), and what each shipped detector costs. Also counts, over the same scenes, how many objects detectors find
 * that their proposals cover and how many they find of the others: bench/race-report.json, for the lesson's figures. Run it again
 * whenever a model changes, raise the challenge's version, and run scripts/race-drawings.ts and `npm run figures`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { COVERS, coverAmong } from "@/content/topics/one-vs-two-stage/challenges/detector-race/proposals";
import {
  packScene,
  SOURCES,
  type BankScene,
  type ProposalList,
  type Ranked,
  type SceneObject,
  type Source,
} from "@/content/topics/one-vs-two-stage/challenges/detector-race/recording";
import type { BankModel } from "@/content/topics/one-vs-two-stage/raceModels";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { DETECTORS, unpackModel, type DetectorAnswer, type DetectorName, type ModelFile } from "@/lib/engine/detectors";
import { ZOO, type DetectorKind, type LoadedDetector } from "@/lib/engine/detectors/zoo.gpu";
import { errorSplit } from "@/lib/engine/evaluate";
import { SCENE_SIDE, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { raceScene } from "./race-drawings";
import { startBackend } from "./training/backend";
import { loadSources } from "./training/data";

const TOPIC = "content/topics/one-vs-two-stage";
const PICTURES = "public/race";
/** Fewer objects are no race. */
const FEWEST_OBJECTS = 3;

interface Runner {
  readonly name: DetectorName;
  readonly kind: DetectorKind;
  readonly detector: LoadedDetector;
  readonly card: { readonly test: { readonly seen: { readonly map50: number }; readonly held: { readonly map50: number } } };
}

function loadRunners(): Runner[] {
  return DETECTORS.flatMap((name) => {
    const kind = ZOO[name];
    const folder = `public/models/${name}`;
    if (!kind || !existsSync(`${folder}/card.json`)) return [];
    const stored = unpackModel(
      JSON.parse(readFileSync(`${folder}/model.json`, "utf8")) as ModelFile,
      readFileSync(`${folder}/weights.bin`),
    );
    return [{ name, kind, detector: kind.load(stored), card: JSON.parse(readFileSync(`${folder}/card.json`, "utf8")) as Runner["card"] }];
  });
}

const whole = (box: ArrayLike<number>) => Array.from(box, Math.round) as unknown as BoxXYXY;

/** The proposals, in their order, that overlap an object more than all before them. */
function recordsOf(boxes: readonly BoxXYXY[], object: BoxXYXY): Ranked[] {
  let most = 0;
  return boxes.flatMap((box, i) => {
    const overlap = iou(box, object);
    if (overlap <= most) return [];
    most = overlap;
    return [{ rank: i + 1, box }];
  });
}

function listOf({ parts: { proposals } }: DetectorAnswer, objects: readonly SceneObject[]): ProposalList {
  const count = proposals.shape[0];
  const boxes = Array.from({ length: count }, (_, i) => whole(Array.from(proposals.data).slice(4 * i, 4 * i + 4)));
  return { count, records: objects.map(({ box }) => recordsOf(boxes, box)) };
}

/** Whether each object was found: right class, IoU ≥ .5, above the detector's score. */
function foundOf({ detections }: DetectorAnswer, objects: readonly SceneObject[]): boolean[] {
  const split = errorSplit(
    objects.map(({ label, box }) => ({ image: 0, label, box })),
    detections.map(({ label, score, box }) => ({ image: 0, label, score, box })),
  );
  const found = new Set(split.detections.flatMap(({ type, object }) => (type === "true positive" ? [object] : [])));
  return objects.map((_, i) => found.has(i));
}

/** How many objects there were and how many of them were found. */
interface Tally {
  objects: number;
  found: number;
}

const tenth = (v: number) => Math.round(v * 10) / 10;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scenes: { type: "string", default: "260" } } });
  const wanted = Number(values.scenes);
  await startBackend();
  const { train } = await loadSources();
  const runners = loadRunners();
  const detect = async (name: DetectorName, scene: EmojiScene) => {
    const runner = runners.find((one) => one.name === name);
    if (!runner) throw new Error(`${name} has no model`);
    return (await runner.detector.detect([scene.pixels], { score: runner.kind.shown }))[0];
  };
  const scenes: BankScene[] = [];
  // Covered and uncovered objects, by whose list it is and who looks.
  const report: Record<string, { covered: Tally; uncovered: Tally }> = {};
  const count = (name: string, covered: readonly boolean[], found: readonly boolean[]) => {
    const row = (report[name] ??= { covered: { objects: 0, found: 0 }, uncovered: { objects: 0, found: 0 } });
    covered.forEach((isCovered, i) => {
      const tally = isCovered ? row.covered : row.uncovered;
      tally.objects++;
      if (found[i]) tally.found++;
    });
  };
  const began = performance.now();
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  let number = 0;
  for (; scenes.length < wanted; number++) {
    const scene = raceScene(number, train);
    if (scene.objects.length < FEWEST_OBJECTS) continue;
    const objects = scene.objects.map(({ label, box }): SceneObject => ({ label, box: whole(box) }));
    const answers = { search: await detect("fast-rcnn", scene), rpn: await detect("faster-rcnn", scene) };
    const oneStage = foundOf(await detect("ssd", scene), objects);
    const lists = { search: listOf(answers.search, objects), rpn: listOf(answers.rpn, objects) };
    for (const source of SOURCES) {
      const covered = objects.map(({ box }, i) => coverAmong(box, lists[source].records[i], lists[source].count) >= COVERS);
      count(source, covered, foundOf(answers[source], objects));
      count(`${source}-ssd`, covered, oneStage);
    }
    await sharp(Buffer.from(scene.pixels), { raw: { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3 } })
      .webp({ quality: 90, effort: 6 })
      .toFile(`${PICTURES}/${scenes.length}.webp`);
    scenes.push({ number, objects, lists });
    if (scenes.length % 20 === 0) console.log(`${scenes.length} of ${wanted}, ${Math.round((performance.now() - began) / 1000)} s`);
  }
  const meanCount = (source: Source) => Math.round(scenes.reduce((sum, { lists }) => sum + lists[source].count, 0) / scenes.length);
  const models = runners.map(({ name, detector: { cost }, card }): BankModel => ({
    name,
    fixed: tenth(cost.fixed / 1e6),
    each: Math.round(cost.each / 1e4) / 100,
    candidates: cost.each > 0 ? meanCount(name === "faster-rcnn" ? "rpn" : "search") : cost.candidates,
    seen: card.test.seen.map50,
    held: card.test.held.map50,
  }));
  writeFileSync(
    `${TOPIC}/recordedModels.ts`,
    `import type { BankModel } from "./raceModels";\n\n/** Written by scripts/race-bank.ts. */\nexport const RECORDED_MODELS: readonly BankModel[] = ${JSON.stringify(models)};\n`,
  );
  const bytes = Buffer.from(scenes.flatMap(packScene));
  writeFileSync(
    `${TOPIC}/challenges/detector-race/recorded.ts`,
    `/** The scenes, packed by recording.ts, in base64; written by scripts/race-bank.ts. */\nexport const RECORDED =\n  "${bytes.toString("base64")}";\n`,
  );
  const objects = scenes.reduce((sum, scene) => sum + scene.objects.length, 0);
  writeFileSync(
    "bench/race-report.json",
    `${JSON.stringify({ seeds: `race/0–${number - 1}`, scenes: scenes.length, objects, report }, null, 2)}\n`,
  );
  console.log(`${scenes.length} scenes of ${number}, ${bytes.length} bytes, ${Math.round((performance.now() - began) / 1000)} s`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
