/**
 * node scripts/run.mjs scripts/race-bank.ts [--scenes 64]
 * Runs every shipped detector on EmojiVOC scenes, keeps scenes on which no verdict hangs by a hair, and writes the bank of the
 * `detector-race` challenge with its pictures (public/race/<id>.png). Run it again whenever a model changes.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import sharp from "sharp";
import type { Bank, BankModel, BankRun, BankScene } from "@/content/topics/one-vs-two-stage/challenges/detector-race/recording";
import { pairwiseIou } from "@/lib/engine/boxes";
import { DETECTORS, unpackModel, type DetectorAnswer, type DetectorName, type ModelFile } from "@/lib/engine/detectors";
import { ZOO, type DetectorKind, type LoadedDetector } from "@/lib/engine/detectors/zoo.gpu";
import { emojiScene, SCENE_SIDE, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { startBackend } from "./training/backend";
import { loadSources } from "./training/data";

const FOLDER = "content/topics/one-vs-two-stage/challenges/detector-race";
const PICTURES = "public/race";
/** Distance that every overlap keeps from the IoUs that decide, and every score from the detector's threshold. */
const OVERLAP_MARGIN = 0.02;
const SCORE_MARGIN = 0.01;

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

const tenth = (v: number) => Math.round(v * 10) / 10;

function runOf({ name, detector }: Runner, { detections, passes, ...answer }: DetectorAnswer): BankRun {
  const { fixed, each } = detector.cost;
  const proposals = answer.parts.proposals ? answer.parts.proposals.shape[0] : 0;
  return {
    model: name,
    passes,
    cost: tenth((fixed + each * proposals) / 1e6),
    found: detections.flatMap(({ label, score, box }) => [label, Math.round(score * 1000) / 1000, ...box.map(tenth)]),
  };
}

/** Whether no verdict on a run hangs by a hair: no overlap near an IoU that decides, no score near the threshold. */
function safe({ found }: BankRun, objects: readonly number[], nearScore: boolean): boolean {
  if (nearScore) return false;
  const boxes = Array.from({ length: objects.length / 5 }, (_, i) => objects.slice(i * 5 + 1, i * 5 + 5)).flat();
  const own = Array.from({ length: found.length / 6 }, (_, i) => found.slice(i * 6 + 2, i * 6 + 6)).flat();
  return pairwiseIou(own, boxes).every((overlap) => [0.1, 0.5].every((edge) => Math.abs(overlap - edge) >= OVERLAP_MARGIN));
}

const pictureOf = (scene: EmojiScene) =>
  sharp(Buffer.from(scene.pixels), { raw: { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3 } })
    .png({ compressionLevel: 9, palette: false })
    .toBuffer();

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scenes: { type: "string", default: "64" } } });
  const wanted = Number(values.scenes);
  await startBackend();
  const { train } = await loadSources();
  const runners = loadRunners();
  console.log(`runners: ${runners.map(({ name }) => name).join(", ")}`);
  const scenes: BankScene[] = [];
  const candidates = new Map<string, number[]>();
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  let tried = 0;
  for (; scenes.length < wanted && tried < wanted * 60; tried++) {
    const seed = `race/${tried}`;
    const scene = emojiScene(seed, { atlases: train, objects: [2, 5] });
    const objects = scene.objects.flatMap(({ label, box }) => [label, ...box]);
    const byName = new Map<DetectorName, BankRun>();
    // The cheapest first: most scenes fall out before the dear ones have run.
    for (const runner of [...runners].sort((a, b) => a.detector.cost.each - b.detector.cost.each)) {
      const [answer] = await runner.detector.detect([scene.pixels], { score: runner.kind.shown - SCORE_MARGIN });
      const nearScore = answer.detections.some(({ score }) => Math.abs(score - runner.kind.shown) < SCORE_MARGIN);
      const run = runOf(runner, { ...answer, detections: answer.detections.filter(({ score }) => score >= runner.kind.shown) });
      if (!safe(run, objects, nearScore)) break;
      byName.set(runner.name, run);
      candidates.set(runner.name, [
        ...(candidates.get(runner.name) ?? []),
        answer.parts.proposals?.shape[0] ?? runner.detector.cost.candidates,
      ]);
    }
    const runs = runners.flatMap(({ name }) => byName.get(name) ?? []);
    if (runs.length < runners.length) continue;
    const id = scenes.length;
    writeFileSync(`${PICTURES}/${id}.png`, await pictureOf(scene));
    scenes.push({ id, seed, objects, runs });
    if (scenes.length % 8 === 0) console.log(`${scenes.length} of ${wanted} scenes after ${tried + 1} tries`);
  }
  const models = runners.map(({ name, detector, card }): BankModel => {
    const counts = candidates.get(name) ?? [];
    return {
      name,
      fixed: tenth(detector.cost.fixed / 1e6),
      each: Math.round(detector.cost.each / 1e4) / 100,
      candidates: Math.round(counts.reduce((a, b) => a + b, 0) / counts.length),
      seen: card.test.seen.map50,
      held: card.test.held.map50,
    };
  });
  const file = `${FOLDER}/recorded.ts`;
  const before = existsSync(file) ? Number(/"version":(\d+)/.exec(readFileSync(file, "utf8"))?.[1] ?? 0) : 0;
  const bank: Bank = { version: before + 1, models, scenes };
  writeFileSync(
    file,
    `import type { Bank } from "./recording";\n\n/** The races as they ran; written by scripts/race-bank.ts. */\nexport const RECORDED: Bank = ${JSON.stringify(bank)};\n`,
  );
  console.log(`wrote version ${bank.version}: ${scenes.length} scenes of ${tried} tried`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
