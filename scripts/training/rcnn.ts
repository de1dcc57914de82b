import { encodeDeltas, ROI_HEAD_WEIGHTS } from "@/lib/engine/boxes";
import { cropFeatures, cropNetwork, RCNN_FEATURES } from "@/lib/engine/detectors/rcnn/features.gpu";
import { RCNN } from "@/lib/engine/detectors/rcnn/detect.gpu";
import { plattScaling } from "@/lib/engine/detectors/region/platt";
import { regionProposals } from "@/lib/engine/detectors/region/proposals";
import { ridgeRegression } from "@/lib/engine/detectors/region/ridge";
import { bestObjects } from "@/lib/engine/detectors/region/targets";
import { EngineInputError } from "@/lib/engine/errors";
import { trainLinearSvm, type LinearModel } from "@/lib/engine/propose";
import { seeded } from "@/lib/engine/random";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { DETECTOR_TRAINING, trainingScene, type Sources } from "./data";
import { detectorFigures } from "./detector";
import type { FitTask } from "./task";

const D = RCNN_FEATURES;
const CLASSES = VOC_CLASSES.length;
const SCENES = 700;
/** Every fifth scene is kept from the machines: it sets their logistics. */
const HELD_EVERY = 5;
const NEGATIVES = 4000;
const HARD = 2000;
const SVM = { C: 0.001, loss: "squared_hinge", tolerance: 0.02, maxEpochs: 25 } as const;
/** On standardised features and deltas in units of 1/10 and 1/5. */
const RIDGE = 1000;

/** One box of a training scene. */
interface Row {
  /** Its features are at row · D. */
  readonly row: number;
  readonly held: boolean;
  readonly truth: boolean;
  /** Class of the object it covers best (−1: none), and how well. */
  readonly label: number;
  readonly overlap: number;
  /** The greatest IoU with an object of each class. */
  readonly near: Float64Array;
  readonly deltas: Float64Array | null;
}

async function collect(sources: Sources, seed: string, network: ReturnType<typeof cropNetwork>, report: (line: string) => void) {
  const rows: Row[] = [];
  const blocks: Float32Array[] = [];
  for (let scene = 0; scene < SCENES; scene++) {
    const { pixels, objects } = trainingScene(sources, DETECTOR_TRAINING, seed, scene);
    const truth = objects.flatMap(({ box }) => [...box]);
    const boxes = Float64Array.from([...truth, ...regionProposals(pixels)]);
    blocks.push(await cropFeatures(network, pixels, boxes));
    const { best, overlap } = bestObjects(boxes, truth);
    const near = objects.map(({ box }) => bestObjects(boxes, [...box]).overlap);
    for (let i = 0; i < best.length; i++) {
      const byClass = new Float64Array(CLASSES);
      objects.forEach(({ label }, j) => (byClass[label] = Math.max(byClass[label], near[j][i])));
      const deltas = overlap[i] >= 0.6 ? encodeDeltas([...objects[best[i]].box], boxes.slice(4 * i, 4 * i + 4), ROI_HEAD_WEIGHTS) : null;
      rows.push({
        row: rows.length,
        held: scene % HELD_EVERY === 0,
        truth: i < objects.length,
        label: best[i] < 0 ? -1 : objects[best[i]].label,
        overlap: overlap[i],
        near: byClass,
        deltas,
      });
    }
    if ((scene + 1) % 100 === 0) report(`${scene + 1} scenes, ${rows.length} boxes`);
  }
  const x = new Float32Array(rows.length * D);
  blocks.reduce((at, block) => (x.set(block, at), at + block.length), 0);
  return { rows, x };
}

/** Standardises the columns in place. */
function standardise(x: Float32Array): { mean: Float64Array; scale: Float64Array } {
  const n = x.length / D;
  const mean = new Float64Array(D);
  const scale = new Float64Array(D);
  for (let i = 0; i < x.length; i++) mean[i % D] += x[i] / n;
  for (let i = 0; i < x.length; i++) scale[i % D] += (x[i] - mean[i % D]) ** 2 / n;
  for (let a = 0; a < D; a++) scale[a] = Math.sqrt(scale[a]) + 1e-3;
  for (let i = 0; i < x.length; i++) x[i] = (x[i] - mean[i % D]) / scale[i % D];
  return { mean, scale };
}

const gather = (x: Float32Array, rows: readonly Row[]) => {
  const out = new Float32Array(rows.length * D);
  rows.forEach(({ row }, i) => out.set(x.subarray(row * D, (row + 1) * D), i * D));
  return out;
};

/** One class: positives are its objects and proposals that fit well, negatives cover it with less than .3; two rounds of hard ones. */
function fitClass(x: Float32Array, rows: readonly Row[], label: number, seed: string) {
  const random = seeded(`rcnn/${seed}/${label}`);
  const mine = rows.filter((row) => !row.held);
  const positives = mine.filter((row) => row.label === label && (row.truth || row.overlap >= 0.7));
  const negatives = mine.filter((row) => row.near[label] < 0.3);
  let chosen = random.shuffle(negatives).slice(0, NEGATIVES);
  let model: LinearModel = { weights: new Float64Array(D), bias: 0 };
  const score = ({ row }: Row) => {
    let sum = model.bias;
    for (let a = 0, at = row * D; a < D; a++) sum += model.weights[a] * x[at + a];
    return sum;
  };
  for (let round = 0; round < 2; round++) {
    const examples = [...positives, ...chosen];
    const y = examples.map((_, i) => (i < positives.length ? 1 : -1));
    model = trainLinearSvm({ shape: [examples.length, D], data: gather(x, examples) }, y, { ...SVM, seed: label });
    if (round > 0) break;
    const known = new Set(chosen);
    const ranked = negatives.map((row) => ({ row, s: score(row) })).sort((a, b) => b.s - a.s);
    const hard = ranked.slice(0, HARD).map(({ row }) => row);
    // Easy ones of the first draw have done their work: a few stay.
    chosen = [
      ...hard.filter((row) => !known.has(row)),
      ...chosen.filter((row) => score(row) > -1.2),
      ...chosen.slice(0, NEGATIVES / 4).filter((row) => score(row) <= -1.2),
    ];
  }
  const held = rows.filter((row) => row.held && (row.near[label] < 0.3 || row.near[label] >= 0.5));
  const platt = plattScaling(
    held.map(score),
    held.map((row) => row.near[label] >= 0.5),
  );
  const close = rows.filter((row) => row.label === label && row.deltas !== null);
  if (close.length === 0) throw new EngineInputError("scenes", `hold no box of ${VOC_CLASSES[label]}`, SCENES);
  const ridge = ridgeRegression(
    gather(x, close),
    close.flatMap(({ deltas }) => [...(deltas ?? [])]),
    close.length,
    RIDGE,
  );
  return { model, platt, ridge, positives: positives.length, close: close.length };
}

export const rcnn: FitTask = {
  name: "rcnn",
  scenes: 300,
  startsFrom: "classifier",
  async fit(sources, seed, base, report) {
    if (!base) throw new EngineInputError("base", "must be the trained classifier", base);
    const network = cropNetwork(base.networks.main.spec);
    const { rows, x } = await collect(sources, seed, network, report);
    const { mean, scale } = standardise(x);
    const tensors = {
      "features/mean": { shape: [D], data: mean },
      "features/scale": { shape: [D], data: scale },
      "svm/weight": { shape: [CLASSES, D], data: new Float64Array(CLASSES * D) },
      "svm/bias": { shape: [CLASSES], data: new Float64Array(CLASSES) },
      "svm/platt": { shape: [CLASSES, 2], data: new Float64Array(CLASSES * 2) },
      "deltas/weight": { shape: [4 * CLASSES, D], data: new Float64Array(4 * CLASSES * D) },
      "deltas/bias": { shape: [4 * CLASSES], data: new Float64Array(4 * CLASSES) },
    };
    for (let label = 0; label < CLASSES; label++) {
      const { model, platt, ridge, positives, close } = fitClass(x, rows, label, seed);
      tensors["svm/weight"].data.set(model.weights, label * D);
      tensors["svm/bias"].data[label] = model.bias;
      tensors["svm/platt"].data.set([platt.a, platt.b], 2 * label);
      tensors["deltas/weight"].data.set(ridge.weights, 4 * label * D);
      tensors["deltas/bias"].data.set(ridge.bias, 4 * label);
      report(`${VOC_CLASSES[label]}: ${positives} positives, ${close} boxes to regress`);
    }
    const { layers, weights } = base.networks.main.spec;
    const kept = network.main.network.layers.map(({ name }) => name);
    network.main.dispose();
    const spec = {
      inputShape: network.main.network.inputShape,
      layers: layers.filter(({ name }) => kept.includes(name)),
      weights: Object.fromEntries(Object.entries(weights).filter(([name]) => kept.includes(name))),
    };
    return { parts: { networks: { main: spec }, tensors }, images: SCENES };
  },
  evaluate: detectorFigures(RCNN),
};
