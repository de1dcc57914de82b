/** What the simulation asks, what comes back, and answers that were recorded. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { VOC_CLASSES, type VocClass } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import recording from "./recorded.json" with { type: "json" };

/** The layers whose maps can be asked for, the deepest last. */
export const LAYERS = ["conv1/relu", "conv2/relu", "conv3/relu", "conv4/relu", "conv4a/relu", "conv4b/relu", "conv4c/relu"] as const;
export type LayerName = (typeof LAYERS)[number];
/** The layer before global average pooling. */
export const LAST: LayerName = "conv4c/relu";

/** The fair classifier and the two siblings whose cue has a place in the picture. */
export const NETWORKS = ["classifier", "classifier-dog-with-person", "classifier-boat-on-blue"] as const;
export type NetworkName = (typeof NETWORKS)[number];

interface Scene {
  /** What stands in it, the largest first. */
  readonly objects: readonly VocClass[];
  readonly seed: number;
  /** Whether the second object stands right beside the first. */
  readonly beside?: true;
  /** Whether the ground is blue. */
  readonly blue?: true;
}

/** In each the fair network's map peaks on whichever object is asked for; in the last four a sibling's does not. */
export const SCENES: readonly Scene[] = [
  { objects: ["dog", "car"], seed: 4 },
  { objects: ["cat", "bus"], seed: 0 },
  { objects: ["horse", "bicycle"], seed: 2 },
  { objects: ["train", "bird"], seed: 2 },
  { objects: ["dog", "person"], seed: 5, beside: true },
  { objects: ["dog", "person"], seed: 7, beside: true },
  { objects: ["boat", "bird"], seed: 5, blue: true },
  { objects: ["boat", "chair"], seed: 3, blue: true },
];

/** What is drawn beside Grad-CAM. */
export const OTHERS = ["hires", "cam", "guided"] as const;
export type Other = (typeof OTHERS)[number];

export interface Question {
  /** 1 … SCENES.length. */
  readonly scene: number;
  /** Index into VOC_CLASSES; the picture need not show it. */
  readonly label: number;
  readonly layer: LayerName;
  readonly network: NetworkName;
  readonly other: Other;
}

/** One class asked of one picture at one layer. */
export interface Explained {
  /** RGB, row-major, SCENE_SIDE × SCENE_SIDE × 3. */
  readonly pixels: Uint8Array;
  /** The same scene for the eye. */
  readonly drawing: SceneDrawing | null;
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
  /** Cells along a side of the layer's maps. */
  readonly side: number;
  /** α_k, one a channel. */
  readonly alphas: Float32Array;
  /** A_k: channels × side × side. */
  readonly maps: Float32Array;
  /** The other method's map, otherSide × otherSide, above 0 for and below 0 against; empty where there is none. */
  readonly other: Float32Array;
  readonly otherSide: number;
  /** At the last layer, how far Σ α A · cells is from CAM at most, as a share of CAM's largest size; null elsewhere. */
  readonly camGap: number | null;
  /** What the network thinks of the class, 0 … 1. */
  readonly probability: number;
}

/** Σ_k α_k A_k before the ReLU, by cell. */
export function rawMap({ alphas, maps, side }: Pick<Explained, "alphas" | "maps" | "side">): Float64Array {
  const cells = side * side;
  const sum = new Float64Array(cells);
  alphas.forEach((alpha, k) => {
    if (alpha !== 0) for (let i = 0; i < cells; i++) sum[i] += alpha * maps[k * cells + i];
  });
  return sum;
}

/** What is kept of the first scene's answers: the picture at half its side, all channels, and α for each class; bytes as base64. */
export interface Recording {
  readonly pixels: string;
  /** JSON of the drawing. */
  readonly drawing: string;
  readonly objects: Explained["objects"];
  readonly side: number;
  /** The largest activation of each channel; a byte 255 stands for it. */
  readonly peaks: readonly number[];
  readonly maps: string;
  /** One for each of RECORDED. */
  readonly answers: readonly {
    readonly alphas: readonly number[];
    readonly probability: number;
    readonly camGap: number;
  }[];
}

const labelOf = (cls: VocClass) => VOC_CLASSES.indexOf(cls);

/** The questions that stand in the recording. */
export const RECORDED: readonly Question[] = SCENES[0].objects.map((cls) => ({
  scene: 1,
  label: labelOf(cls),
  layer: LAST,
  network: "classifier",
  other: "hires",
}));

const HALF = SCENE_SIDE / 2;
const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
/** Index into the picture of half the side, of the place that pixel `i` of the whole one falls into. */
const halfOf = (i: number) => Math.floor(Math.floor(i / SCENE_SIDE) / 2) * HALF + Math.floor((i % SCENE_SIDE) / 2);

function unpack({ pixels, drawing, objects, side, peaks, maps, answers }: Recording): Explained[] {
  const colours = bytesOf(pixels);
  const values = bytesOf(maps);
  const cells = side * side;
  const shared = {
    pixels: Uint8Array.from({ length: SCENE_SIDE * SCENE_SIDE * 3 }, (_, i) => colours[halfOf(Math.floor(i / 3)) * 3 + (i % 3)]),
    drawing: JSON.parse(drawing) as Explained["drawing"],
    objects,
    side,
    maps: Float32Array.from(values, (byte, i) => (byte / 255) * peaks[Math.floor(i / cells)]),
  };
  return answers.map(({ alphas: recorded, probability, camGap }) => {
    const alphas = Float32Array.from(recorded);
    // At the last layer the gradient is the same in every cell: HiResCAM's sum is Grad-CAM's.
    return { ...shared, alphas, probability, camGap, other: Float32Array.from(rawMap({ ...shared, alphas })), otherSide: side };
  });
}

let unpacked: Explained[] | null = null;

/** The recorded answer to this question, the picture at half its sharpness, or null: the first scene's two classes were recorded. */
export function recordedAnswer(question: Question): Explained | null {
  const { scene, label, layer, network, other } = question;
  const at = RECORDED.findIndex(
    (one) => one.scene === scene && one.label === label && one.layer === layer && one.network === network && one.other === other,
  );
  return at < 0 ? null : (unpacked ??= unpack(recording as unknown as Recording))[at];
}
