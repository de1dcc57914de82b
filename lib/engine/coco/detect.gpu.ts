/** The 80-class COCO detector: detections, heat maps, and the reasons for one detection. */
import * as tf from "@tensorflow/tfjs-core";
import type { BoxXYXY } from "../boxes/types";
import { EngineInputError } from "../errors";
import type { Tensor } from "../nets";
import { COCO_CLASSES } from "./classes";
import {
  DEFAULT_LAYER,
  explainPass,
  readTarget,
  requireTarget,
  EXPLAINED,
  targetOutput,
  type CocoExplanation,
  type CocoMethod,
  type CocoTarget,
} from "./explain.gpu";
import { featureLayers, type FeatureLayer } from "./feature-layers";
import { parseGraph } from "./graph";
import {
  boxOfSides,
  findPeaks,
  INPUT_SIDE,
  mapSideOf,
  type Cell,
  type CocoOptions,
  type Peak,
  type PeakOptions,
  type Sides,
} from "./peaks";
import { batchedNms } from "../suppress";
import { createRunner, type GraphPass } from "./run.gpu";

/** RGB in 0–255, channels last: side · side · 3 numbers, 512 · 512 · 3 unless the model was loaded for another side. See `letterboxPixels`. */
export type CocoPixels = ArrayLike<number>;

export interface CocoDetection {
  /** Index into COCO_CLASSES. */
  readonly label: number;
  readonly score: number;
  /** Pixels of the 512 × 512 square, clipped to it. */
  readonly box: BoxXYXY;
  /** The cell of the 128 × 128 maps. */
  readonly peak: Cell;
}

export interface CocoAnswer {
  /** Best first. */
  readonly detections: readonly CocoDetection[];
  /** One class's heat map [128, 128], values in [0, 1]. */
  heatmap(label: number): Tensor;
  /** The peaks of one class at any threshold, to be drawn on its heat map. */
  peaks(label: number, options?: Partial<PeakOptions>): readonly Peak[];
  /** The box that the model draws at any cell, peak or not. */
  boxAt(cell: Cell): BoxXYXY;
}

/** One forward pass kept for several questions; dispose it. */
export interface CocoInspection {
  readonly answer: CocoAnswer;
  /** @param layer one that the pass kept: the default one, or one that the reverse pass reads as well */
  explain(target: CocoTarget, method: CocoMethod, layer?: string): Promise<CocoExplanation>;
  dispose(): void;
}

export interface CocoModel {
  readonly featureLayers: readonly FeatureLayer[];
  detect(pixels: CocoPixels, options?: Partial<CocoOptions>): Promise<CocoAnswer>;
  /** Keeps what explanations read (about 127 MB) until disposed. */
  inspect(pixels: CocoPixels, options?: Partial<CocoOptions>): Promise<CocoInspection>;
  /** `inspect`, one question, `dispose`. */
  explain(pixels: CocoPixels, target: CocoTarget, method: CocoMethod, layer?: string): Promise<CocoExplanation>;
  /** The target's value in each of several pictures (occlusion, random masks): a logit, or pixels. */
  measure(pictures: readonly CocoPixels[], target: CocoTarget): Promise<number[]>;
  dispose(): void;
}

/** What is shown when nothing else is asked for. Large objects often have two or three peaks a few cells apart, hence the overlap. */
const COCO_DEFAULTS: CocoOptions = { score: 0.3, topK: 50, overlap: 0.6 };

const KEYPOINTS = "tower_0/keypoints";
const SIDES = "tower_0/wh";

/**
 * Puts the model on the current backend.
 * @param json parsed centernet.json  @param weightsBytes centernet.bin
 * @param side of the square that it sees, a multiple of 32: the network is convolutional, so a smaller one needs less time and memory and
 * finds small things less well. Boxes are in its pixels, maps have a quarter of its side.
 * @throws EngineInputError when the files are damaged or another model's
 */
export function loadCoco(json: unknown, weightsBytes: Uint8Array, side = INPUT_SIDE): CocoModel {
  const graph = parseGraph(json, weightsBytes, [KEYPOINTS, SIDES], side);
  const layers = featureLayers(graph);
  const runner = createRunner(graph);

  /** What explanations on a layer read besides what the reverse pass does; an unknown layer is refused by the explanation. */
  const readOn = (layer?: string) => [
    graph.input,
    KEYPOINTS,
    ...EXPLAINED,
    ...layers.filter(({ name }) => name === (layer ?? DEFAULT_LAYER)).map(({ node }) => node),
  ];
  const forward = (pixels: CocoPixels, keep: readonly string[], reversibleFrom?: readonly string[]): GraphPass => {
    if (pixels.length !== side * side * 3) throw new EngineInputError("pixels", `must have length ${side} · ${side} · 3`, pixels.length);
    const picture = tf.tensor4d(pixels instanceof Float32Array ? pixels : Float32Array.from(pixels), [1, side, side, 3]);
    try {
      return runner.run(picture, keep, reversibleFrom);
    } finally {
      picture.dispose();
    }
  };
  const inspect: CocoModel["inspect"] = async (pixels, options) => {
    const pass = forward(pixels, readOn(), EXPLAINED);
    const answer = await read(pass, side, options);
    // Its numbers are in the answer now.
    pass.forget(KEYPOINTS);
    return {
      answer,
      explain: (target, method, layer) => explainPass(pass, graph.input, layers, target, method, layer),
      dispose: () => pass.dispose(),
    };
  };
  return {
    featureLayers: layers,
    inspect,
    async detect(pixels, options) {
      const pass = forward(pixels, [KEYPOINTS, SIDES]);
      try {
        return await read(pass, side, options);
      } finally {
        pass.dispose();
      }
    },
    async explain(pixels, target, method, layer) {
      const pass = forward(pixels, readOn(layer), EXPLAINED);
      try {
        return await explainPass(pass, graph.input, layers, target, method, layer);
      } finally {
        pass.dispose();
      }
    },
    async measure(pictures, target) {
      requireTarget(target, mapSideOf(side));
      const values: number[] = [];
      // One at a time: a batch is no faster on WASM and needs that many times the memory.
      for (const pixels of pictures) {
        const pass = forward(pixels, [targetOutput(target)]);
        try {
          values.push(await readTarget(pass, target));
        } finally {
          pass.dispose();
        }
      }
      return values;
    },
    dispose: () => runner.dispose(),
  };
}

async function read(pass: GraphPass, side: number, options: Partial<CocoOptions> = {}): Promise<CocoAnswer> {
  const cells = mapSideOf(side);
  const [maps, sides] = await Promise.all([pass.value(KEYPOINTS).data<"float32">(), pass.value(SIDES).data<"float32">()]);
  const classes = COCO_CLASSES.length;
  const box = ({ x, y }: Cell) => {
    const at = (y * cells + x) * 4;
    return boxOfSides({ x, y }, [sides[at], sides[at + 1], sides[at + 2], sides[at + 3]] satisfies Sides, side);
  };
  const heatmap = (label: number): Tensor => {
    if (!(Number.isInteger(label) && label >= 0 && label < classes))
      throw new EngineInputError("label", `must be in 0..${classes - 1}`, label);
    return { shape: [cells, cells], data: Float64Array.from({ length: cells * cells }, (_, i) => maps[i * classes + label]) };
  };
  const wanted = { ...COCO_DEFAULTS, ...options };
  const found = findPeaks(maps, cells, classes, wanted).map(({ x, y, label, score }): CocoDetection => ({
    label,
    score,
    box: box({ x, y }),
    peak: { x, y },
  }));
  const kept =
    wanted.overlap >= 1 || found.length === 0
      ? found.keys()
      : batchedNms(
          found.flatMap((d) => [...d.box]),
          found.map((d) => d.score),
          found.map((d) => d.label),
          wanted.overlap,
        );
  return {
    detections: Array.from(kept, (i) => found[i]),
    heatmap,
    peaks: (label, asked) => findPeaks(heatmap(label).data, cells, 1, { ...COCO_DEFAULTS, ...asked }).map((peak) => ({ ...peak, label })),
    boxAt: box,
  };
}
