/**
 * npm run train -- <model>                 trains (or goes on with) a model, then writes public/models/<model>/
 *   --steps N --batch N --seed S           another length, batch or seed (a seed other than 1 has its own checkpoint and writes beside it)
 *   --minutes M                            stops after M minutes with a checkpoint; the same command goes on later
 *   --fresh                                forgets the checkpoint
 *   --beside                               writes the model beside its checkpoint, whatever the seed
 *   --export                               trains nothing: writes the model as the checkpoint has it (also beside a run that goes on)
 * Ctrl-C (or SIGTERM) saves a checkpoint and stops.
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import * as tf from "@tensorflow/tfjs-core";
import { seeded } from "@/lib/engine/random";
import { MuonAdam } from "@/lib/engine/train/optimizer.gpu";
import { startBackend } from "./training/backend";
import { checkpointPath, loadCheckpoint, loadShared, readProgress, saveCheckpoint, type Progress } from "./training/checkpoint";
import { loadSources, type Sources } from "./training/data";
import { measure, writeModel } from "./training/finish";
import { loadShipped, readShipped } from "./training/shipped";
import { SHARED_RATE, trainStep } from "./training/step";
import { isFit, type FitTask, type Task } from "./training/task";
import { taskOf } from "./training/tasks";

const LINE_EVERY = 20;
const SAVE_EVERY = 250;
const VALIDATE_EVERY = 1000;
const VALIDATION_SCENES = 200;
/** Scenes on which the batch norms of a shipped backbone are set anew. */
const CALIBRATION = 32;
const clock = (seconds: number) =>
  `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, "0")}:${String(Math.floor(seconds) % 60).padStart(2, "0")}`;
const shown = (figures: Readonly<Record<string, number>>) =>
  Object.entries(figures)
    .map(([name, value]) => `${name} ${value.toFixed(3)}`)
    .join(", ");

interface Flags {
  readonly steps?: string;
  readonly batch?: string;
  readonly seed: string;
  readonly minutes?: string;
  readonly fresh?: boolean;
  readonly export?: boolean;
  readonly beside?: boolean;
}

async function fitModel(task: FitTask, seed: string, sources: Sources): Promise<void> {
  const start = performance.now();
  const base = task.startsFrom ? readShipped(task.startsFrom) : null;
  const { parts, images } = await task.fit(sources, seed, base, (line) =>
    console.log(`${clock((performance.now() - start) / 1000)}  ${line}`),
  );
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(
    `wrote ${await writeModel(task, parts, sources, { seed, finished: true, training: { images, seconds }, history: [] })}/ after ${clock(seconds)}`,
  );
}

async function trainModel(task: Task, flags: Flags, sources: Sources, backend: string): Promise<void> {
  const { seed } = flags;
  const file = checkpointPath(task.name, seed);
  const found = flags.fresh ? null : readProgress(file);
  const progress: Progress = {
    model: task.name,
    seed,
    steps: Number(flags.steps ?? found?.steps ?? task.steps),
    batch: Number(flags.batch ?? found?.batch ?? task.batch),
    step: found?.step ?? 0,
    seconds: found?.seconds ?? 0,
    count: found?.count ?? 0,
    history: found?.history ?? [],
  };
  const base = task.startsFrom ? checkpointPath(task.startsFrom, seed) : null;
  const shared = new Set<string>();
  const rateOf = (layer: string) => (!shared.has(layer) ? 1 : task.frozen?.includes(layer) ? 0 : SHARED_RATE);
  const model = task.create(seeded(`weights/${task.name}/${seed}`), rateOf);
  if (base && existsSync(base)) loadShared(base, model).forEach((layer) => shared.add(layer));
  else if (task.startsFrom) {
    const { images, targets } = task.batchTensors(sources, seed, 0, CALIBRATION);
    loadShipped(readShipped(task.startsFrom), model, images).forEach((layer) => shared.add(layer));
    tf.dispose([images, ...targets]);
    console.log(`No checkpoint of ${task.startsFrom}: the backbone starts from its shipped weights.`);
  }
  const optimizer = new MuonAdam(model.slots(), task.optimizer);
  if (found) loadCheckpoint(file, model, optimizer);
  const parameters = model.parts.reduce((sum, { variable }) => sum + variable.size, 0);
  console.log(
    `${task.name}: ${parameters} numbers, batch ${progress.batch}, step ${progress.step} of ${progress.steps}, backend ${backend}`,
  );

  let stop = flags.export ?? false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => (stop = true));
  const start = performance.now();
  const before = progress.seconds;
  let sum = 0;
  let lineAt = start;
  while (!stop && progress.step < progress.steps) {
    sum += await trainStep(task, model, optimizer, sources, progress);
    progress.step++;
    progress.seconds = before + (performance.now() - start) / 1000;
    if (progress.step % LINE_EVERY === 0) {
      const now = performance.now();
      const rate = (LINE_EVERY * progress.batch * 1000) / (now - lineAt);
      const left = ((progress.steps - progress.step) * progress.batch) / rate;
      console.log(
        `step ${progress.step}/${progress.steps}  ${((100 * progress.step) / progress.steps).toFixed(1)} %  loss ${(sum / LINE_EVERY).toFixed(4)}  ${rate.toFixed(1)} images/s  ETA ${clock(left)}`,
      );
      if (progress.step % VALIDATE_EVERY === 0) {
        const { seen, held } = await measure(task, await model.export(), sources, "validation", VALIDATION_SCENES);
        progress.history.push({ step: progress.step, seconds: Math.round(progress.seconds), loss: sum / LINE_EVERY, seen, held });
        console.log(`  validation  seen: ${shown(seen)}  held out: ${shown(held)}`);
      }
      sum = 0;
      lineAt = performance.now();
    }
    if (flags.minutes && (performance.now() - start) / 60000 >= Number(flags.minutes)) stop = true;
    if (stop || progress.step % SAVE_EVERY === 0) await saveCheckpoint(file, progress, model, optimizer);
  }
  if (progress.step < progress.steps && !flags.export)
    return console.log(`stopped at step ${progress.step}; the same command goes on from here`);
  // An export leaves the checkpoint alone: a run may be going on beside it.
  if (!flags.export) await saveCheckpoint(file, progress, model, optimizer);
  const { step, steps, batch, seconds, history } = progress;
  const training = {
    steps: step,
    plannedSteps: steps,
    images: step * batch,
    batch,
    seconds: Math.round(seconds),
    optimizer: task.optimizer,
  };
  const folder = await writeModel(task, await model.export(), sources, {
    seed,
    finished: step >= steps,
    training,
    history,
    beside: flags.beside,
  });
  console.log(`wrote ${folder}/ after ${step} steps (${clock(seconds)})`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      steps: { type: "string" },
      batch: { type: "string" },
      seed: { type: "string", default: "1" },
      minutes: { type: "string" },
      fresh: { type: "boolean" },
      export: { type: "boolean" },
      beside: { type: "boolean" },
    },
  });
  const task = taskOf(positionals[0]);
  const backend = await startBackend();
  const sources = await loadSources();
  await (isFit(task) ? fitModel(task, values.seed, sources) : trainModel(task, values, sources, backend));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
