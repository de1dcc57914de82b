/** The Lab's work in the worker: an 80-class detector on a photo, its heat maps, and why it said what it said. */
import type { TaskContext } from "@/lib/challenges/task";
import { fetchWithin } from "@/lib/client/browser/fetchWithin";
import { ModelLoadError } from "@/lib/client/models/fault";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { COCO_CLASSES, letterbox, letterboxPixels } from "@/lib/engine/coco";
import { loadCoco, type CocoInspection, type CocoModel } from "@/lib/engine/coco/detect.gpu";
import { EngineInputError } from "@/lib/engine/errors";
import { resizeBilinear, toUnitRange } from "@/lib/engine/explain";
import { occlusionPlan } from "@/lib/engine/explain/occlusion";
import { inBatches } from "@/lib/engine/explain/long-run";
import type { Tensor } from "@/lib/engine/nets";
import {
  LARGE_SIDE,
  PHOTO_LEAST,
  SMALL_SIDE,
  type LabMap,
  type LabPicture,
  type PhotoAnswer,
  type PhotoDetection,
  type PhotoHeat,
  type PhotoMethod,
  type PhotoSide,
  type PhotoTarget,
} from "./lab";
import { longRun } from "./longRun";

const FILES = { graph: "/coco/centernet.json", weights: "/coco/centernet.bin" };

async function get(url: string): Promise<Response> {
  const response = await fetchWithin(url).catch(() => {
    throw new ModelLoadError("coco", "network");
  });
  if (!response.ok) throw new ModelLoadError("coco", response.status === 404 ? "missing" : "network");
  return response;
}

async function load(side: PhotoSide): Promise<CocoModel> {
  const [graph, weights] = await Promise.all([
    get(FILES.graph).then((response) => response.json() as Promise<unknown>),
    get(FILES.weights).then((response) => response.arrayBuffer()),
  ]);
  try {
    return loadCoco(graph, new Uint8Array(weights), side);
  } catch (error) {
    throw error instanceof EngineInputError ? new ModelLoadError("coco", "format") : error;
  }
}

let model: { readonly side: PhotoSide; readonly loaded: Promise<CocoModel> } | null = null;
function modelOf(side: PhotoSide): Promise<CocoModel> {
  if (model?.side === side) return model.loaded;
  const before = model?.loaded;
  const loaded = load(side);
  const mine = { side, loaded };
  model = mine;
  before?.then((other) => other.dispose()).catch(() => undefined);
  loaded.catch(() => {
    if (model === mine) model = null;
  });
  return loaded;
}

/** Which photo is asked about: the number it was opened under. */
interface OfPhoto {
  readonly photo: number;
}

interface Open extends OfPhoto {
  readonly side: PhotoSide;
  readonly pixels: Float32Array;
  readonly inspection: CocoInspection;
}
let open: Open | null = null;

/** One call after the other: what is looked at must not be closed under a question. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}

/** @throws Error when another photo was opened since, or none is open: an answer about the wrong picture is worse than none */
function opened(photo: number): Open {
  if (open?.photo !== photo) throw new Error(`photo ${photo} is not open`);
  return open;
}

/** Lets go of what was computed for a photo, where it is still the open one. */
export const photoClose = ({ photo }: OfPhoto): Promise<void> =>
  inTurn(async () => {
    if (open?.photo !== photo) return;
    open.inspection.dispose();
    open = null;
  });

/** What the detector sees. A gallery scene has 112 × 112 pixels only and is drawn larger. */
function squareOf({ pixels, large }: LabPicture, side: PhotoSide): Float32Array {
  if (large && side === LARGE_SIDE) return Float32Array.from(large);
  const from = large ? LARGE_SIDE : SMALL_SIDE;
  return letterboxPixels(large ?? pixels, letterbox(from, from, side), 3);
}

/** A box of what the detector saw, in pixels of the large square. */
const inLarge = (side: PhotoSide, box: BoxXYXY): PhotoDetection["box"] => {
  const by = LARGE_SIDE / side;
  return [box[0] * by, box[1] * by, box[2] * by, box[3] * by];
};

interface Opening extends OfPhoto {
  readonly picture: LabPicture;
  readonly side: PhotoSide;
}

/** Runs the detector and keeps what it computed for the questions to come, until the next photo. @throws ModelLoadError named "coco" */
export const photoOpen = ({ photo, picture, side }: Opening, { signal }: TaskContext): Promise<PhotoAnswer> =>
  inTurn(async () => {
    const coco = await modelOf(side);
    // Another photo was chosen while this one waited for its turn.
    signal.throwIfAborted();
    open?.inspection.dispose();
    open = null;
    const pixels = squareOf(picture, side);
    const begun = performance.now();
    const inspection = await coco.inspect(pixels, { score: PHOTO_LEAST });
    const ms = performance.now() - begun;
    open = { photo, side, pixels, inspection };
    const { answer } = inspection;
    return {
      ms,
      detections: answer.detections.map(({ label, score, box, peak }) => ({ label, score, peak, box: inLarge(side, box) })),
      highest: COCO_CLASSES.map((_, label) => answer.heatmap(label).data.reduce((a, b) => Math.max(a, b), 0)),
    };
  });

/** One class's heat map and its peaks, the boxes the model draws there beside them. */
export const photoHeat = ({ photo, label, least }: OfPhoto & { readonly label: number; readonly least: number }): Promise<PhotoHeat> =>
  inTurn(async () => {
    const { side, inspection } = opened(photo);
    const { answer } = inspection;
    const { data, shape } = answer.heatmap(label);
    const peaks = answer.peaks(label, { score: least, topK: 20 }).map(({ x, y, score }) => {
      return { x, y, score, box: inLarge(side, answer.boxAt({ x, y })) };
    });
    return { values: Float32Array.from(data), side: shape[0], peaks };
  });

function shown(map: Tensor, ms: number): LabMap {
  const size = { shape: map.shape, data: map.data.map((v) => Math.max(v, 0)) };
  return { values: Float32Array.from(toUnitRange(resizeBilinear(size, LARGE_SIDE, LARGE_SIDE)).data), side: LARGE_SIDE, ms };
}

/** One method's map for one number of one detection. */
export const photoMap = (
  { photo, target, method }: OfPhoto & { readonly target: PhotoTarget; readonly method: PhotoMethod },
  { signal }: TaskContext,
): Promise<LabMap> =>
  inTurn(async () => {
    signal.throwIfAborted();
    const begun = performance.now();
    const { map } = await opened(photo).inspection.explain(target, method);
    const signless = target.of !== "score" && method === "gradient-input" ? { shape: map.shape, data: map.data.map(Math.abs) } : map;
    return shown(signless, performance.now() - begun);
  });

/** A fifth of the square, moved by an eighth: 49 looks. */
const PATCH = 104 / LARGE_SIDE;
const STRIDE = 68 / LARGE_SIDE;

/** How far the number moves when a patch is hidden under grey: a drop of the score, any move of a box's number. */
export const photoOcclusion = ({ photo, target }: OfPhoto & { readonly target: PhotoTarget }, context: TaskContext): Promise<LabMap> =>
  inTurn(async () => {
    const { pixels, side } = opened(photo);
    const coco = await modelOf(side);
    const begun = performance.now();
    const size = { patch: Math.round(PATCH * side), stride: Math.round(STRIDE * side) };
    const { rows, columns, patch, stride, finish } = occlusionPlan([3, side, side], size);
    const [value] = await coco.measure([pixels], target);
    const scores = new Float64Array(rows * columns);
    await inBatches(scores.length, 1, longRun(context), async (place) => {
      const hidden = pixels.slice();
      const [top, left] = [Math.floor(place / columns) * stride, (place % columns) * stride];
      for (let y = top; y < top + patch; y++) hidden.fill(127.5, (y * side + left) * 3, (y * side + left + patch) * 3);
      const [score] = await coco.measure([hidden], target);
      scores[place] = target.of === "score" ? score : value - Math.abs(score - value);
    });
    return shown(finish(value, scores).map, performance.now() - begun);
  });
