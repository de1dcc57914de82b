import * as Comlink from "comlink";
import { kinds } from "@/content/_generated/kinds";
import { digestInstances } from "@/lib/challenges/digest";
import type { EngineWorker } from "./protocol";
import { labWorker } from "@/lib/client/lab/worker";
import { racePlaced, raceStamps } from "@/lib/client/race/placing";
import { raceCancel, raceField, raceMeasure, raceRun, raceScene } from "@/lib/client/race/run";
import { Tensors } from "./tensors";

const tensors = new Tensors();

function kindNamed(name: string) {
  const kind = kinds[name];
  if (!kind) throw new Error(`there is no challenge kind "${name}"`);
  return kind;
}

const api: EngineWorker = {
  start: (forced) => tensors.start(forced),
  status: async () => tensors.status(),
  async judge(name, seed, level, answer) {
    const kind = kindNamed(name);
    const begun = performance.now();
    const verdict = kind.judge(seed, level, answer);
    const gradeMs = performance.now() - begun;
    const pairs = kind.evidence(seed, level);
    const evidence = pairs === null ? null : (await tensors.iou(pairs.a, pairs.b)).evidence;
    return { verdict, gradeMs, evidence };
  },
  iouMatrix: (a, b) => tensors.iou(a, b),
  digest: async (name, first, count, level) => digestInstances(kindNamed(name), first, count, level),
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
