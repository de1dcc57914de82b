/** The page of truths.spec.ts: instances of five kinds on a TF.js backend, as the plain code has them and as the backend's numbers have them. */
import * as tf from "@tensorflow/tfjs-core";
import { kinds } from "@/content/_generated/kinds";
import type { Instance, Level } from "@/lib/challenges";
import { createGpuNetwork } from "@/lib/engine/nets/network.gpu";
import type { Backend } from "@/lib/engine/tensor/backends";
import { classifier, drawings, learntDrawings, start } from "../onBackend";
import { camMixer } from "./camMixer";
import { focalGamma } from "./focalGamma";
import { gradcamLayer } from "./gradcamLayer";
import { gradcamRegions } from "./gradcamRegions";
import { saidPlainly, type ReckonedKind } from "./plain";
import { prCurve } from "./prCurve";
import type { Material, Reckoned } from "./reckoned";

type Reckon<V, T> = (view: V, truth: T, material: Material) => Promise<Reckoned>;
/** Instances are drawn by the very kind they are given to. */
const sealed =
  <V, T>(reckon: Reckon<V, T>) =>
  ({ view, truth }: Instance<unknown, unknown>, material: Material) =>
    reckon(view as V, truth as T, material);

const RECKON = {
  "pr-curve": sealed(prCurve),
  "focal-gamma": sealed(focalGamma),
  "cam-mixer": sealed<Parameters<typeof camMixer>[0], null>((view, _, material) => camMixer(view, material)),
  "gradcam-regions": sealed(gradcamRegions),
  "gradcam-layer": sealed(gradcamLayer),
} as const satisfies Record<ReckonedKind, unknown>;

/** One instance on a backend. */
export interface Seen {
  readonly level: Level;
  readonly seed: string;
  /** What the plain code says while the backend has begun. */
  readonly plainly: string;
  /** Whether the backend's own numbers lead to the very truth. */
  readonly agrees: boolean;
  readonly said: string;
  readonly expected: string;
  /** What the answer that follows from the backend's numbers is given of 100; 100 where every answer is judged alike. */
  readonly score: number;
}

/** What is reckoned with, on a backend that has begun. One page asks about several kinds: its programs are compiled once. */
async function begin(backend: Backend): Promise<Material> {
  await start(backend);
  return { gpu: createGpuNetwork(await classifier()), atlases: await learntDrawings(), noto: await drawings("noto") };
}
let begun: Promise<Material> | undefined;

/** @param seeds of each level */
async function truthsOn(
  backend: Backend,
  kind: ReckonedKind,
  levels: readonly Level[],
  seeds: readonly string[],
): Promise<{ readonly backend: string; readonly seen: readonly Seen[]; readonly tensorsLeft: number }> {
  const material = await (begun ??= begin(backend));
  const before = tf.memory().numTensors;
  const seen: Seen[] = [];
  for (const level of levels) {
    for (const seed of seeds) {
      const instance = kinds[kind].instance(seed, level);
      const reckoned = await RECKON[kind](instance, material);
      const [said, expected] = [JSON.stringify(reckoned.said), JSON.stringify(reckoned.expected)];
      const verdict = "answer" in reckoned ? kinds[kind].judgeInstance(instance, level, reckoned.answer) : null;
      const score = verdict === null ? 100 : verdict.status === "graded" ? verdict.score : 0;
      seen.push({ level, seed, plainly: saidPlainly(kind, seed, level), agrees: said === expected, said, expected, score });
    }
  }
  return { backend: tf.getBackend(), seen, tensorsLeft: tf.memory().numTensors - before };
}

declare global {
  interface Window {
    truthsOn: typeof truthsOn;
  }
}
window.truthsOn = truthsOn;
