import * as Comlink from "comlink";
import { kindLoaders } from "@/content/_generated/kindLoaders";
import { digestInstances } from "@/lib/challenges/digest";
import type { EngineWorker } from "./protocol";
import { labWorker } from "@/lib/client/lab/worker";
import { racePlaced, raceStamps } from "@/lib/client/race/placing";
import { raceCancel, raceField, raceMeasure, raceRun, raceScene } from "@/lib/client/race/run";
import { Tensors } from "./tensors";

const tensors = new Tensors();

async function kindNamed(name: string) {
  if (!Object.hasOwn(kindLoaders, name)) throw new Error(`there is no challenge kind "${name}"`);
  return kindLoaders[name]();
}

const api: EngineWorker = {
  start: (forced) => tensors.start(forced),
  status: async () => tensors.status(),
  async judge(name, seed, level, answer) {
    const kind = await kindNamed(name);
    const begun = performance.now();
    const verdict = kind.judge(seed, level, answer);
    const gradeMs = performance.now() - begun;
    const pairs = kind.evidence(seed, level);
    const evidence = pairs === null ? null : (await tensors.iou(pairs.a, pairs.b)).evidence;
    return { verdict, gradeMs, evidence };
  },
  iouMatrix: (a, b) => tensors.iou(a, b),
  digest: async (name, first, count, level) => digestInstances(await kindNamed(name), first, count, level),
  loseDevice: async () => tensors.loseDevice(),
  ...labWorker,
  raceScene,
  racePlaced,
  raceStamps,
  raceField,
  raceRun,
  raceMeasure,
  raceCancel,
};

Comlink.expose(api);
