/** What the Lab's page and its worker say to each other. */
import type { BoxXYXY } from "@/lib/engine/boxes";
import type { DetectionNumber } from "@/lib/engine/explain/detection";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";

export const LAB_MODELS = [
  "classifier",
  "classifier-dog-with-person",
  "classifier-boat-on-blue",
  "classifier-bus-only-large",
  "classifier-car-only-grey",
] as const;
export type LabModel = (typeof LAB_MODELS)[number];

/** In the order in which they run: the quick ones first. */
export const LAB_METHODS = [
  "grad-cam",
  "cam",
  "saliency",
  "gradient-input",
  "guided",
  "deconvnet",
  "guided-grad-cam",
  "integrated",
  "smoothgrad",
  "occlusion",
] as const;
export type LabMethod = (typeof LAB_METHODS)[number];

/** The side of what the classifiers and detectors of the zoo see, and of what the photo detector sees. */
export const SMALL_SIDE = 112;
export const LARGE_SIDE = 512;

/** One picture in both sizes, whole, on grey where it is not square. */
export interface LabPicture {
  /** RGB, row-major, 112 × 112 × 3. */
  readonly pixels: Uint8Array;
  /** RGB, row-major, 512 × 512 × 3; null for gallery scenes, which have no more pixels. */
  readonly large: Uint8Array | null;
  readonly side: number;
  /** How a gallery scene was composed; null for a photo. */
  readonly drawing: SceneDrawing | null;
}

/** The picture for the eye: a scene's drawing, or a photo's finer pixels. */
export function sharpOf(
  picture: LabPicture | null | undefined,
): SceneDrawing | { readonly pixels: Uint8Array; readonly side: number } | null {
  if (!picture) return null;
  return picture.drawing ?? (picture.large ? { pixels: picture.large, side: LARGE_SIDE } : null);
}

/** A 112 × 112 picture as one of the classifiers sees it. */
export interface LabSight {
  readonly model: LabModel;
  readonly pixels: Uint8Array;
}

/** What is asked of a classifier: why this class, or why this class rather than another. */
export interface LabQuestion extends LabSight {
  readonly label: number;
  /** The class it is compared with; null for none. */
  readonly versus: number | null;
  /** The layer that Grad-CAM and Guided Grad-CAM read. */
  readonly layer: string;
}

export interface LabMap {
  /** side × side, 0 … 1. */
  readonly values: Float32Array;
  readonly side: number;
  /** Milliseconds for the method alone. */
  readonly ms: number;
}

/** A layer whose output is a stack of maps. */
export interface LabLayer {
  readonly name: string;
  readonly channels: number;
  readonly side: number;
  /** Pixels a unit reads, and pixels between two units. */
  readonly field: number;
  readonly jump: number;
}

/** One channel's activation over the picture. */
export interface LabActivation extends LabMap {
  /** 1 where the activation lies above the threshold, 112 × 112. */
  readonly mask: Uint8Array;
  /** The receptive field of the unit that answers most, clipped to the picture. */
  readonly field: BoxXYXY;
}

/** All channels of one layer, each side × side, scaled together to 0 … 1. */
export interface LabChannels {
  readonly side: number;
  readonly count: number;
  readonly values: Float32Array;
}

/** Weights of one layer drawn as small pictures. */
export interface LabFilters {
  readonly size: number;
  readonly count: number;
  /** RGB, [count, size, size, 3], 127.5 is a weight of 0. */
  readonly pixels: Uint8Array;
}

/** A picture on the way of gradient ascent. */
export interface LabAscentStep {
  readonly step: number;
  readonly steps: number;
  readonly logit: number;
  readonly pixels: Uint8Array;
}

/** Pixels along the side that the photo detector sees: all of the large square, or fewer where memory is short. */
export type PhotoSide = 384 | 512;

export interface PhotoDetection {
  /** Index into COCO_CLASSES. */
  readonly label: number;
  readonly score: number;
  /** Pixels of the 512 × 512 square. */
  readonly box: readonly [number, number, number, number];
  readonly peak: { readonly x: number; readonly y: number };
}

export interface PhotoAnswer {
  /** Best first, scores of at least PHOTO_LEAST. */
  readonly detections: readonly PhotoDetection[];
  /** The highest value of every class's heat map. */
  readonly highest: readonly number[];
  readonly ms: number;
}

/** The least score that the photo detector's answer holds; sliders go from here. */
export const PHOTO_LEAST = 0.1;

export interface PhotoHeat {
  /** side × side, 0 … 1, as the model gives it: a quarter of the side that it sees. */
  readonly values: Float32Array;
  readonly side: number;
  /** Cells of the map that are not below any neighbour, best first. */
  readonly peaks: readonly {
    readonly x: number;
    readonly y: number;
    readonly score: number;
    readonly box: readonly [number, number, number, number];
  }[];
}

/** Which number of one detection is to be explained. */
export interface PhotoTarget {
  readonly label: number;
  readonly peak: { readonly x: number; readonly y: number };
  readonly of: "score" | "x" | "y" | "w" | "h";
}

export const PHOTO_METHODS = ["odam", "grad-cam", "saliency", "gradient-input"] as const;
export type PhotoMethod = (typeof PHOTO_METHODS)[number];

/** One box of a zoo detector. */
export interface LabDetection {
  /** Index into VOC_CLASSES. */
  readonly label: number;
  readonly score: number;
  readonly box: readonly [number, number, number, number];
}

export interface LabDetections {
  readonly detections: readonly LabDetection[];
  readonly ms: number;
  /** Whether gradients of the score and of each side can be had; else only the two black-box methods. */
  readonly gradients: boolean;
}

export const DETECTION_METHODS = ["hirescam", "grad-cam", "saliency"] as const;
export type DetectionMethod = (typeof DETECTION_METHODS)[number];

/** Occlusion's maps for every number of one detection. */
export type LabOcclusion = Readonly<Record<DetectionNumber, Float32Array>> & { readonly ms: number };

export const SANITY_METHODS = ["grad-cam", "saliency", "gradient-input", "guided", "deconvnet"] as const;
export type SanityMethod = (typeof SANITY_METHODS)[number];

/** The maps after the named layers lost their weights, with their likeness to the trained network's. */
export interface LabSanityStep {
  readonly randomized: readonly string[];
  readonly maps: Readonly<Record<SanityMethod, { readonly values: Float32Array; readonly rank: number; readonly ssim: number }>>;
}

/** A scene for a bias: the object comes first, then its companion where there is one. */
export interface LabProbe extends LabPicture {
  readonly boxes: readonly (readonly [number, number, number, number])[];
}

/** The places of a few hundred pictures in the classifier's feature space, brought to the plane, and the ones nearest to the picture. */
export interface LabSpace {
  /** x, y of each picture, 0 … 1; the picture that was asked about comes last. */
  readonly points: Float64Array;
  /** Index into VOC_CLASSES of each known picture. */
  readonly labels: readonly number[];
  /** How much of the neighbourhoods the plane keeps, 0 … 1. */
  readonly trust: number;
  /** Nearest by cosine distance in the full space. */
  readonly neighbours: readonly {
    readonly index: number;
    readonly label: number;
    readonly distance: number;
    readonly pixels: Uint8Array;
    readonly drawing: SceneDrawing | null;
  }[];
}
