/**
 * npm run detr-training -- [--steps 1000]
 * A run of its own by DETR's recipe (scripts/training/detr.ts, seed 1, from the shipped CenterNet's backbone), shorter than the one that
 * ships. Keeps the network as it stands at the steps below, in .data/train/detr-steps/<step>/. `node scripts/run.mjs scripts/tasks/detr.ts` looks with
 * each of them at the lesson's first scene and records what the queries say. Ended early, it leaves the steps that it has reached.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import * as tf from "@tensorflow/tfjs-core";
import { seeded } from "@/lib/engine/random";
import { MuonAdam } from "@/lib/engine/train/optimizer.gpu";
import { startBackend } from "./training/backend";
import { checkpointPath } from "./training/checkpoint";
import { loadSources } from "./training/data";
import { detr } from "./training/detr";
import { pack } from "./training/finish";
import { loadShipped, readShipped } from "./training/shipped";
import { SHARED_RATE, trainStep } from "./training/step";

/** Close together at first, where most changes; the last is the run's length. */
const KEPT = [0, 25, 50, 100, 200, 400, 700, 1000];
const SEED = "1";
/** Scenes on which the batch norms of the shipped backbone are set anew, as in scripts/train.ts. */
const CALIBRATION = 32;

const { values } = parseArgs({ options: { steps: { type: "string", default: "1000" } } });
const steps = Number(values.steps);
await startBackend();
const sources = await loadSources();
const shared = new Set<string>();
const model = detr.create(seeded(`weights/detr/${SEED}`), (layer) =>
  !shared.has(layer) ? 1 : detr.frozen?.includes(layer) ? 0 : SHARED_RATE,
);
const { images, targets } = detr.batchTensors(sources, SEED, 0, CALIBRATION);
loadShipped(readShipped("centernet"), model, images).forEach((layer) => shared.add(layer));
tf.dispose([images, ...targets]);
const optimizer = new MuonAdam(model.slots(), detr.optimizer);

async function keep(step: number, loss: number | null): Promise<void> {
  const folder = path.join(path.dirname(checkpointPath("detr-steps", SEED)), String(step));
  const { file, bytes } = pack(detr, await model.export());
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "weights.bin"), bytes);
  writeFileSync(path.join(folder, "model.json"), `${JSON.stringify(file)}\n`);
  writeFileSync(path.join(folder, "run.json"), `${JSON.stringify({ step, steps, batch: detr.batch, seed: SEED, loss })}\n`);
}

const start = performance.now();
let recent: number[] = [];
await keep(0, null);
for (let step = 0; step < steps; step++) {
  recent.push(await trainStep(detr, model, optimizer, sources, { step, steps, batch: detr.batch, seed: SEED }));
  const done = step + 1;
  if (done % 10 === 0 || KEPT.includes(done) || done === steps) {
    const loss = recent.reduce((sum, each) => sum + each, 0) / recent.length;
    console.log(`step ${done}/${steps}  loss ${loss.toFixed(3)}  ${Math.round((performance.now() - start) / 1000)} s`);
    if (KEPT.includes(done) || done === steps) await keep(done, loss);
    if (done % 10 === 0) recent = [];
  }
}
