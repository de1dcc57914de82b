/** What the simulation asks, what comes back, and answers that were recorded. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import recording from "./recorded.json" with { type: "json" };

export const SCENES = 6;
export const PLANE = SCENE_SIDE * SCENE_SIDE;
export const METHODS = ["saliency", "squared", "times-input", "smoothgrad", "integrated", "guided", "deconvnet", "grad-cam"] as const;
export type Method = (typeof METHODS)[number];
/** The number whose slope is asked for: the class's score before the softmax, or its probability after it. */
export const TARGETS = ["logit", "probability"] as const;
export type Target = (typeof TARGETS)[number];

export interface Asked {
  /** 1 … SCENES. */
  readonly scene: number;
  /** Which of the two objects' classes. */
  readonly which: 0 | 1;
  readonly target: Target;
}
export interface Question extends Asked {
  readonly method: Method;
  /** SmoothGrad: percent of the picture's range, copies. */
  readonly noise: number;
  readonly samples: number;
  /** Integrated gradients: points on the path. */
  readonly steps: number;
}

/** A pixel, row by row, with its three signed values: red, green, blue. */
export interface PixelValues {
  readonly pixel: number;
  readonly values: readonly [number, number, number];
}

export interface Explained {
  /** RGB, row-major, SCENE_SIDE × SCENE_SIDE × 3. */
  readonly pixels: Uint8Array;
  readonly drawing: SceneDrawing | null;
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
  /** One size a pixel. */
  readonly map: Float32Array;
  /** 3 × PLANE signed values; null for Grad-CAM, which has none by pixel, and in a recording. */
  readonly signed: Float32Array | null;
  /** The ten largest of the map; none for Grad-CAM. */
  readonly largest: readonly PixelValues[];
  /** Where values are shares of a score: their sum, and the score less that of a grey picture. */
  readonly sum: number | null;
  readonly difference: number | null;
  /** Rank correlation with the map for the other class; null where that would take as long again. */
  readonly likeness: number | null;
  /** The explained number, and the class's probability. */
  readonly value: number;
  readonly probability: number;
}

/** One pixel turned: by the way back, and by trying. By colour, in score a level of 255. */
export interface Nudged {
  readonly slope: readonly number[];
  /** The explained number with that colour one level up, and one down. */
  readonly up: readonly number[];
  readonly down: readonly number[];
}

/** A guess of the beginning: a pixel, and what ten levels more in all three colours do to the score. */
export interface GuessPixel {
  readonly pixel: number;
  readonly change: number;
}

/** What is kept: picture and maps at half the side, a byte a value, as base64. */
export interface Recording {
  readonly pixels: string;
  readonly drawing: string;
  readonly objects: Explained["objects"];
  readonly value: number;
  readonly probability: number;
  readonly maps: readonly (Pick<Explained, "largest" | "sum" | "difference" | "likeness"> & {
    readonly method: Method;
    readonly most: number;
    readonly bytes: string;
  })[];
  readonly nudged: Nudged;
  readonly guesses: readonly GuessPixel[];
}

/** What stands in the recording: the first scene's first class. */
export const RECORDED: Asked = { scene: 1, which: 0, target: "logit" };
export const RECORDED_METHODS = ["saliency", "times-input", "guided", "grad-cam"] as const satisfies readonly Method[];

const kept = recording as unknown as Recording;
const HALF = SCENE_SIDE / 2;
const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const halfOf = (i: number) => Math.floor(Math.floor(i / SCENE_SIDE) / 2) * HALF + Math.floor((i % SCENE_SIDE) / 2);

const isRecorded = ({ scene, which, target }: Asked): boolean =>
  scene === RECORDED.scene && which === RECORDED.which && target === RECORDED.target;

const unpacked = new Map<Method, Explained>();

/** The recorded answer to this question at half its sharpness, or null. */
export function recordedAnswer(question: Question): Explained | null {
  const found = kept.maps.find(({ method }) => method === question.method);
  if (!isRecorded(question) || !found) return null;
  const known = unpacked.get(question.method);
  if (known) return known;
  const [colours, values] = [bytesOf(kept.pixels), bytesOf(found.bytes)];
  const answer: Explained = {
    pixels: Uint8Array.from({ length: PLANE * 3 }, (_, i) => colours[halfOf(Math.floor(i / 3)) * 3 + (i % 3)]),
    drawing: JSON.parse(kept.drawing) as SceneDrawing,
    objects: kept.objects,
    map: Float32Array.from({ length: PLANE }, (_, i) => (values[halfOf(i)] / 255) * found.most),
    signed: null,
    largest: found.largest,
    sum: found.sum,
    difference: found.difference,
    likeness: found.likeness,
    value: kept.value,
    probability: kept.probability,
  };
  unpacked.set(question.method, answer);
  return answer;
}

/** The largest pixel of the recorded saliency map, turned. */
export const recordedNudge = (asked: Asked, pixel: number): Nudged | null =>
  isRecorded(asked) && pixel === kept.maps[0].largest[0].pixel ? kept.nudged : null;

export const GUESSES: readonly GuessPixel[] = kept.guesses;

/** What a map's pixels are drawn with: 1 from the value that so many percent of them lie below. */
export function heatOf(map: Float32Array, cut: number): Float32Array {
  const rising = Float32Array.from(map).sort();
  const full = rising[Math.min(map.length - 1, Math.floor((cut / 100) * map.length))];
  return map.map((v) => (full > 0 ? Math.min(1, v / full) : 0));
}
