/** What the simulation asks the engine for, and what comes back. */
import type { BoxXYXY } from "@/lib/engine/boxes";
import type { PixelImage } from "@/lib/engine/propose";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";

export const SCENES = 8;

/** A picture and how it is described. */
export interface Question {
  /** 1 … SCENES. */
  readonly scene: number;
  /** Pixels along a cell's side; SCENE_SIDE is a multiple of it. */
  readonly cell: number;
  readonly bins: number;
  readonly signed: boolean;
  readonly shared: boolean;
  readonly norm: "none" | "L2" | "L2-Hys";
  /** What is left of the distance from middle grey, 0 … 1. */
  readonly contrast: number;
  readonly invert: boolean;
  /** A quarter turn clockwise. */
  readonly turned: boolean;
}

/** A scene with its histograms. */
export interface Described {
  /** RGB as drawn, before contrast, negative and turn. */
  readonly pixels: Uint8Array;
  readonly drawing: SceneDrawing | null;
  /** Rows and columns of cells: as many as fit along a side. */
  readonly side: number;
  /** side × side × bins. */
  readonly cells: Float32Array;
  /** How far the descriptor is from that of the picture as drawn (equally turned): ‖d − d₀‖ / ‖d₀‖. */
  readonly changed: number;
}

/** One size of the pyramid: w · x + b for every window of the class. */
export interface ScoreLevel {
  readonly scale: number;
  readonly rows: number;
  readonly columns: number;
  readonly scores: Float32Array;
}

export interface Scanned {
  readonly pixels: Uint8Array;
  readonly drawing: SceneDrawing | null;
  readonly objects: number;
  /** Objects that a detection of their class covers with IoU ≥ 0.5. */
  readonly found: number;
  /** The class whose template answered best, an index into VOC_CLASSES. */
  readonly label: number;
  readonly levels: readonly ScoreLevel[];
  /** The weights that speak for the class: rows × columns × 9. */
  readonly template: { readonly rows: number; readonly columns: number; readonly cells: Float32Array };
}

/** Pixels of the detector's cells. */
export const SCAN_CELL = 4;

/** The picture that is described, with fractions of a brightness: contrast towards middle grey, then the negative, then the turn. */
export function changedImage(
  pixels: Uint8Array,
  { contrast, invert, turned }: Pick<Question, "contrast" | "invert" | "turned">,
): PixelImage {
  const side = SCENE_SIDE;
  const data = new Float64Array(pixels.length);
  for (let y = 0, at = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const from = 3 * (turned ? (side - 1 - x) * side + y : y * side + x);
      for (let c = 0; c < 3; c++, at++) {
        const value = 127.5 + contrast * (pixels[from + c] - 127.5);
        data[at] = invert ? 255 - value : value;
      }
    }
  }
  return { width: side, height: side, channels: 3, data };
}

/** A cell with a pixel all around it, so that its own gradients are the picture's. Beyond the picture's edge there is nothing to look at. */
export function cropOf(
  { data, width, height, channels }: PixelImage,
  [x1, y1, x2, y2]: BoxXYXY,
): { readonly image: PixelImage; readonly left: number; readonly top: number } {
  const [left, top, right, bottom] = [Math.max(0, x1 - 1), Math.max(0, y1 - 1), Math.min(width, x2 + 1), Math.min(height, y2 + 1)];
  const cut: number[] = [];
  for (let y = top; y < bottom; y++) for (let i = (y * width + left) * channels; i < (y * width + right) * channels; i++) cut.push(data[i]);
  return { image: { width: right - left, height: bottom - top, channels, data: cut }, left: x1 - left, top: y1 - top };
}
