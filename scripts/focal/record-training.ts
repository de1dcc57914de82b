/**
 * node scripts/run.mjs scripts/focal/record-training.ts
 * Runs the topic's own training task in Node and writes content/topics/focal-loss/training.json: the run that is on screen before
 * anything loads, and the sweep of γ, prior and wrong labels over several draws of training scenes.
 */
import { writeFileSync } from "node:fs";
import { tasks } from "@/content/topics/focal-loss/tasks";
import { DEFAULT_RUN, RUN_STEPS, type TrainInput, type TrainingRecord } from "@/content/topics/focal-loss/training";
import { createGpuNetwork } from "@/lib/engine/nets/network.gpu";
import { nodeContext } from "../tasks/context";
import { startBackend } from "../training/backend";

const GAMMAS = [0, 0.5, 1, 2, 5];
const SEEDS = [1, 2, 3, 4];
/** What is swept beside γ; α is off except where it is said. */
const SETTINGS = [
  { id: "plain", prior: 0.01, alpha: -1, wrong: 0 },
  { id: "no-prior", prior: 0.5, alpha: -1, wrong: 0 },
  { id: "alpha", prior: 0.01, alpha: 0.25, wrong: 0 },
  { id: "wrong", prior: 0.01, alpha: -1, wrong: 1 },
] as const;

const backend = await startBackend();
const plain = nodeContext();
const network = createGpuNetwork(await plain.models.network("classifier"));
const context = {
  ...plain,
  models: { ...plain.models, gpuNetwork: async () => network },
  backend: async () => "wasm" as const,
};
const run = (knobs: Omit<TrainInput, "steps" | "from">, steps = RUN_STEPS) => tasks.train({ ...knobs, steps, from: null }, context);
const last = <T>(list: readonly T[]): T => list[list.length - 1];
const four = (value: number) => Number(value.toPrecision(4));

const start = performance.now();
const shown = await run(DEFAULT_RUN);
const seconds = (performance.now() - start) / 1000;
console.log(
  `${backend}: ${seconds.toFixed(0)} s with the reading of the scenes; AP ${last(shown.points)
    .ap.map((ap) => ap.toFixed(3))
    .join(" and ")}`,
);

const sweep: TrainingRecord["sweep"][number][] = [];
for (const { id, ...setting } of SETTINGS) {
  for (const gamma of GAMMAS) {
    const aps: number[] = [];
    for (const seed of SEEDS) aps.push(last((await run({ ...setting, gamma, seed })).points).ap[1]);
    sweep.push({ setting: id, gamma, ap: aps.map(four) });
    console.log(`${id} γ ${gamma}: ${aps.map((ap) => ap.toFixed(3)).join(" ")}`);
  }
}

const record: TrainingRecord = {
  steps: RUN_STEPS,
  seeds: SEEDS,
  blind: four(shown.blind),
  shown: shown.points.map(({ step, loss, ap }) => ({ step, loss: [four(loss[0]), four(loss[1])], ap: [four(ap[0]), four(ap[1])] })),
  sweep,
};
writeFileSync("content/topics/focal-loss/training.json", `${JSON.stringify(record)}\n`);
