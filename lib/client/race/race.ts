/** What the race's page and its worker say to each other. */
import type { CardFigures } from "@/lib/client/models/loader";
import type { DetectorName, ZooDetection } from "@/lib/engine/detectors";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import type { EmojiStyle } from "@/lib/engine/scenes/emoji/styles";

export interface RaceScene {
  /** RGB, row-major, side × side × 3. */
  readonly pixels: Uint8Array;
  readonly side: number;
  readonly objects: readonly { readonly label: number; readonly box: readonly [number, number, number, number] }[];
  /** The same scene at any resolution. */
  readonly drawing: SceneDrawing | null;
}

/** A scene that was put together by hand. */
export interface PlacedRaceScene {
  readonly scene: RaceScene;
  /** Of each object, the index of the item that it is. */
  readonly items: readonly number[];
  /** Of each item, width and height of its drawing as shares of its size, the tilt included. */
  readonly frames: readonly (readonly [number, number])[];
}

/** A class's picture for the palette: the first of its drawings. */
export interface RaceStamp {
  readonly style: EmojiStyle;
  readonly sprite: string;
  /** How many drawings of the class there are. */
  readonly drawings: number;
}

export interface RaceSceneOptions {
  readonly seed: number;
  /** Objects at most, 1 … 6. */
  readonly objects: number;
  /** The drawing style that no model was trained on. */
  readonly held: boolean;
}

/** One detector of the race; `card` is null while it is not shipped. */
export interface Racer {
  readonly name: DetectorName;
  readonly card: { readonly scenes: number; readonly seen: CardFigures; readonly held: CardFigures; readonly bytes: number } | null;
}

/** What a detector looked at on its way, as far as it can be drawn over the picture. */
export interface RaceView {
  /** Proposals or queries: xyxy boxes in pixels. */
  readonly boxes: readonly (readonly [number, number, number, number])[];
  /** CenterNet's largest P(centre) over the classes, side × side, 0 … 1. */
  readonly heat: Float32Array | null;
  /** YOLO's cells on a side, or 0. */
  readonly cells: number;
}

export interface RaceResult {
  readonly name: DetectorName;
  /** Median milliseconds of `runs` warm runs. */
  readonly ms: number;
  readonly runs: number;
  /** How often a convolutional network ran. */
  readonly passes: number;
  /** The least score of a detection that is shown. */
  readonly least: number;
  /** Proposals looked at one by one, or null. */
  readonly proposals: number | null;
  readonly view: RaceView;
  readonly detections: readonly Pick<ZooDetection, "label" | "score" | "box">[];
}

/** mAP@.5 of one detector over fresh scenes. */
export interface RaceMeasure {
  readonly name: DetectorName;
  readonly map50: number;
  /** Median milliseconds a scene, after a run that warmed up. */
  readonly ms: number;
  /** CNN passes a scene, on average: R-CNN's change with its proposals. */
  readonly passes: number;
  readonly scenes: number;
}
