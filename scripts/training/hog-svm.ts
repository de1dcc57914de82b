import { clipBox, pairwiseIou, type BoxXYXY } from "@/lib/engine/boxes";
import { HOG_SVM } from "@/lib/engine/detectors/hog-svm/detect.gpu";
import {
  hogPyramid,
  objectFeatures,
  pictureImage,
  placesOf,
  scoreMap,
  templateLength,
  templateOf,
  TEMPLATES,
  windowBox,
  windowFeatures,
  type HogLevel,
} from "@/lib/engine/detectors/hog-svm/templates";
import { plattScaling } from "@/lib/engine/detectors/region/platt";
import { trainLinearSvm, type LinearModel } from "@/lib/engine/propose";
import { seeded } from "@/lib/engine/random";
import { SCENE_SIDE, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { DETECTOR_TRAINING, trainingScene, type Sources } from "./data";
import { detectorFigures } from "./detector";
import type { FitTask } from "./task";

const CLASSES = VOC_CLASSES.length;
/** Scenes whose objects are examples. */
const SCENES = 2000;
/** The first of them also give windows, at random and then the hardest. */
const SCANNED = 250;
/** The next set the logistics. */
const HELD = 120;
const WINDOWS_A_SCENE = 8;
const HARD_A_SCENE = 8;
const OTHERS = 2000;
const SVM = { C: 0.01, loss: "squared_hinge", tolerance: 0.02, maxEpochs: 25 } as const;

interface Example {
  readonly features: Float64Array;
  readonly label: number;
}

/** IoU of a box with the nearest object of a class. */
function nearness(box: BoxXYXY, { objects }: EmojiScene, label: number): number {
  const truth = objects.filter((object) => object.label === label).flatMap((object) => [...object.box]);
  return truth.length === 0 ? 0 : Math.max(...pairwiseIou([...box], truth));
}

const clipped = (level: HogLevel, template: number, row: number, column: number) =>
  clipBox(windowBox(level, TEMPLATES[template], row, column), SCENE_SIDE, SCENE_SIDE);

/** The best windows of a scene under a model, each with its nearness to the class. */
function hardest(scene: EmojiScene, levels: readonly HogLevel[], model: LinearModel, label: number, count: number) {
  const template = templateOf(label);
  const all = levels.flatMap((level) => {
    const [, columns] = placesOf(level, TEMPLATES[template]);
    return Array.from(scoreMap(level, TEMPLATES[template], model.weights, model.bias), (score, at) => ({
      level,
      score,
      row: Math.floor(at / columns),
      column: at % columns,
    }));
  });
  all.sort((a, b) => b.score - a.score);
  return all
    .slice(0, count)
    .map((place) => ({ ...place, near: nearness(clipped(place.level, template, place.row, place.column), scene, label) }));
}

function train(positives: readonly Float64Array[], negatives: readonly Float64Array[], seed: number): LinearModel {
  const d = positives[0].length;
  const rows = [...positives, ...negatives];
  const data = new Float32Array(rows.length * d);
  rows.forEach((row, i) => data.set(row, i * d));
  return trainLinearSvm(
    { shape: [rows.length, d], data },
    rows.map((_, i) => (i < positives.length ? 1 : -1)),
    { ...SVM, seed },
  );
}

interface Scanned {
  readonly scene: EmojiScene;
  readonly levels: readonly HogLevel[];
}

function fitClass(label: number, examples: readonly Example[], scanned: readonly Scanned[], held: readonly Scanned[], seed: string) {
  const random = seeded(`hog-svm/${seed}/${label}`);
  const template = templateOf(label);
  const positives = examples.filter((example) => example.label === label).map(({ features }) => features);
  const negatives = random
    .shuffle(examples.filter((example) => example.label !== label))
    .slice(0, OTHERS)
    .map(({ features }) => features);
  for (const { scene, levels } of scanned) {
    for (let i = 0; i < WINDOWS_A_SCENE; i++) {
      const level = random.pick(levels.filter((other) => Math.min(...placesOf(other, TEMPLATES[template])) > 0));
      const [rows, columns] = placesOf(level, TEMPLATES[template]);
      const [row, column] = [random.int(0, rows - 1), random.int(0, columns - 1)];
      if (nearness(clipped(level, template, row, column), scene, label) < 0.3)
        negatives.push(windowFeatures(level, TEMPLATES[template], row, column));
    }
  }
  const first = train(positives, negatives, label);
  let hard = 0;
  for (const { scene, levels } of scanned) {
    for (const { level, score, row, column, near } of hardest(scene, levels, first, label, HARD_A_SCENE)) {
      if (near >= 0.3 || score < -1) continue;
      negatives.push(windowFeatures(level, TEMPLATES[template], row, column));
      hard++;
    }
  }
  const model = train(positives, negatives, label);
  const places = held
    .flatMap(({ scene, levels }) => hardest(scene, levels, model, label, 20))
    .filter(({ near }) => near < 0.3 || near >= 0.5);
  const platt = plattScaling(
    places.map(({ score }) => score),
    places.map(({ near }) => near >= 0.5),
  );
  return { model, platt, positives: positives.length, hard };
}

function collect(sources: Sources, seed: string, report: (line: string) => void) {
  const examples: Example[][] = TEMPLATES.map(() => []);
  const scanned: Scanned[] = [];
  for (let index = 0; index < SCENES; index++) {
    const scene = trainingScene(sources, DETECTOR_TRAINING, seed, index);
    const image = pictureImage(scene.pixels);
    for (const { label, box } of scene.objects) {
      TEMPLATES.forEach((template, t) => {
        examples[t].push({ label, features: objectFeatures(image, box, template) });
        if (templateOf(label) === t) examples[t].push({ label, features: objectFeatures(image, box, template, true) });
      });
    }
    if (index < SCANNED + HELD) scanned.push({ scene, levels: hogPyramid(image) });
    if ((index + 1) % 250 === 0) report(`${index + 1} scenes, ${examples[0].length} square examples`);
  }
  return { examples, scanned: scanned.slice(0, SCANNED), held: scanned.slice(SCANNED) };
}

export const hogSvm: FitTask = {
  name: "hog-svm",
  scenes: 300,
  async fit(sources, seed, _base, report) {
    const { examples, scanned, held } = collect(sources, seed, report);
    const bias = new Float64Array(CLASSES);
    const platts = new Float64Array(2 * CLASSES);
    const machines = VOC_CLASSES.map((name, label) => {
      const { model, platt, positives, hard } = fitClass(label, examples[templateOf(label)], scanned, held, seed);
      bias[label] = model.bias;
      platts.set([platt.a, platt.b], 2 * label);
      report(`${name}: ${positives} positives, ${hard} hard negatives`);
      return [`svm/${name}`, { shape: [templateLength(TEMPLATES[templateOf(label)])], data: model.weights }] as const;
    });
    const tensors = {
      ...Object.fromEntries(machines),
      "svm/bias": { shape: [CLASSES], data: bias },
      "svm/platt": { shape: [CLASSES, 2], data: platts },
    };
    return { parts: { networks: {}, tensors }, images: SCENES };
  },
  evaluate: detectorFigures(HOG_SVM),
};
