import { clipBox } from "../../boxes";
import type { Tensor } from "../../nets";
import { VOC_CLASSES } from "../../scenes/classes";
import { batchedNms } from "../../suppress";
import { INPUT_SHAPE } from "../backbone";
import type { ZooDetection } from "../detector";
import { storedTensor } from "../region/linear";
import type { DetectorKind } from "../loaded.gpu";
import {
  hogPyramid,
  pictureImage,
  placesOf,
  scoreMap,
  templateLength,
  templateOf,
  TEMPLATES,
  templateWeights,
  windowBox,
  type HogLevel,
} from "./templates";

const OVERLAP = 0.3;
/** Windows of a class kept before NMS, the best ones. */
const CANDIDATES = 100;

/** A class's template as trained: w, b, and the logistic's a, b. */
interface Machine {
  readonly template: number;
  readonly weights: Float64Array;
  readonly bias: number;
  readonly a: number;
  readonly b: number;
}

interface Found extends ZooDetection {
  readonly level: number;
}

function scan(levels: readonly HogLevel[], machine: Machine, label: number, least: number): { found: Found[]; maps: Float64Array[] } {
  const template = TEMPLATES[machine.template];
  const [, height, width] = INPUT_SHAPE;
  const found: Found[] = [];
  const maps = levels.map((level, index) => {
    const map = scoreMap(level, template, machine.weights, machine.bias);
    const [, columns] = placesOf(level, template);
    map.forEach((s, at) => {
      const score = 1 / (1 + Math.exp(-(machine.a * s + machine.b)));
      if (score < least) return;
      const box = clipBox(windowBox(level, template, Math.floor(at / columns), at % columns), width, height);
      found.push({ label, score, box, level: index });
    });
    return map;
  });
  found.sort((p, q) => q.score - p.score);
  return { found: found.slice(0, CANDIDATES), maps };
}

/**
 * HOG and linear support vector machines (Dalal and Triggs, CVPR 2005): one rigid template a class slides over every size of the picture.
 * No network. Parts: cells [9, 28, 28] (orientations of the picture itself), scales [levels], and of the class that scored best level0,
 * level1 … its score maps, [1, rows, columns], and template [9, rows, columns], the weights that speak for it, cell by cell.
 */
export const HOG_SVM: DetectorKind = {
  name: "hog-svm",
  shown: 0.3,
  evaluated: 0.01,
  load({ tensors }) {
    const bias = storedTensor(tensors, "svm/bias", [VOC_CLASSES.length]).data;
    const platt = storedTensor(tensors, "svm/platt", [VOC_CLASSES.length, 2]).data;
    const machines = VOC_CLASSES.map((name, label): Machine => {
      const template = templateOf(label);
      const weights = storedTensor(tensors, `svm/${name}`, [templateLength(TEMPLATES[template])]).data;
      return { template, weights, bias: bias[label], a: platt[2 * label], b: platt[2 * label + 1] };
    });
    const blank = hogPyramid(pictureImage(new Uint8Array(INPUT_SHAPE[0] * INPUT_SHAPE[1] * INPUT_SHAPE[2])));
    const counts = machines.map(({ template }) =>
      blank.reduce((sum, level) => sum + placesOf(level, TEMPLATES[template]).reduce((a, b) => a * b), 0),
    );
    return {
      networks: {},
      cost: {
        fixed: counts.reduce((sum, count, label) => sum + count * machines[label].weights.length, 0),
        each: 0,
        candidates: counts.reduce((a, b) => a + b, 0),
      },
      dispose: () => undefined,
      async detect(pictures, { score = HOG_SVM.shown } = {}) {
        return pictures.map((pixels) => {
          const levels = hogPyramid(pictureImage(pixels));
          const scans = machines.map((machine, label) => scan(levels, machine, label, score));
          const found = scans.flatMap((entry) => entry.found);
          const kept = batchedNms(
            found.flatMap(({ box }) => [...box]),
            found.map((entry) => entry.score),
            found.map(({ label }) => label),
            OVERLAP,
          );
          const detections = kept.slice(0, 100).map((i) => ({ label: found[i].label, score: found[i].score, box: found[i].box }));
          const peak = scans.map(({ maps }, label) =>
            maps.reduce((top, map) => map.reduce((a, s) => Math.max(a, machines[label].a * s + machines[label].b), top), -Infinity),
          );
          const best = peak.indexOf(Math.max(...peak));
          return { detections, passes: 0, parts: viewParts(levels, scans[best].maps, machines[best], best) };
        });
      },
    };
  },
};

function viewParts(levels: readonly HogLevel[], maps: readonly Float64Array[], machine: Machine, label: number): Record<string, Tensor> {
  const template = TEMPLATES[machine.template];
  const [first] = levels;
  const [rows, columns] = [first.rows + 1, first.columns + 1];
  const cells = new Float64Array(first.cells.length);
  for (let p = 0; p < rows * columns; p++) for (let k = 0; k < 9; k++) cells[k * rows * columns + p] = first.cells[p * 9 + k];
  const parts: Record<string, Tensor> = {
    cells: { shape: [9, rows, columns], data: cells },
    scales: { shape: [levels.length], data: Float64Array.from(levels, ({ scaleX }) => scaleX) },
    label: { shape: [1], data: Float64Array.of(label) },
    template: { shape: [9, template.rows, template.columns], data: templateWeights(template, machine.weights) },
  };
  levels.forEach((level, i) => {
    const places = placesOf(level, template);
    if (places[0] > 0 && places[1] > 0) parts[`level${i}`] = { shape: [1, ...places], data: maps[i] };
  });
  return parts;
}
