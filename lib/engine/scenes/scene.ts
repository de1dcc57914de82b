import { EngineInputError } from "../errors";
import type { Random } from "../random";
import { iou } from "../boxes/overlap";
import type { BoxXYXY } from "../boxes/types";
import { SPRITE_ASPECT, VOC_CLASSES, type VocClass } from "./classes";

/** One object of a drawn scene. Its box is tight on the drawing's visible pixels. */
export interface SceneObject {
  readonly cls: VocClass;
  /** Whole pixels. */
  readonly box: BoxXYXY;
  readonly flip: boolean;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly objects: readonly SceneObject[];
}

export interface SceneOptions {
  readonly width: number;
  readonly height: number;
  /** How many objects, both ends included. Fewer come out where no more fit. */
  readonly objects: readonly [number, number];
  /** Height of an object as a share of the picture's height. Default [0.25, 0.55]. */
  readonly size?: readonly [number, number];
  /** Largest IoU between two objects. Default 0.1: crowding is asked for by a larger number. */
  readonly overlap?: number;
  /** Classes to draw from. Default: all twenty. */
  readonly classes?: readonly VocClass[];
  /** How much width/height may differ from the drawing's own, as a factor. Default 1.15. */
  readonly stretch?: number;
}

/** Tries per object before the scene is left as it is. */
const TRIES = 40;

/**
 * Draws a scene: objects of known classes at whole-pixel places, each inside the picture, overlapping at most as asked.
 * The same random state gives the same scene everywhere.
 * @throws EngineInputError when the picture is smaller than 32 pixels a side, or no class is given
 */
export function drawScene(random: Random, options: SceneOptions): Scene {
  const { width, height, objects: range, size = [0.25, 0.55], overlap = 0.1, classes = VOC_CLASSES, stretch = 1.15 } = options;
  if (!(width >= 32 && height >= 32)) throw new EngineInputError("width, height", "must be at least 32", `${width}×${height}`);
  if (classes.length === 0) throw new EngineInputError("classes", "must name at least one class", "length 0");
  const wanted = random.int(range[0], range[1]);
  const objects: SceneObject[] = [];
  for (let n = 0; n < wanted; n++) {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const cls = random.pick(classes);
      const h = Math.round(height * random.between(size[0], size[1]));
      const aspect = SPRITE_ASPECT[cls] * random.between(1 / stretch, stretch);
      const w = Math.round(h * aspect);
      const flip = random.chance(0.5);
      if (w > width * 0.9 || w < 12 || h > height - 2) continue;
      const x = random.int(1, width - w - 1);
      const y = random.int(1, height - h - 1);
      const box: BoxXYXY = [x, y, x + w, y + h];
      if (objects.some((o) => iou(o.box, box) > overlap)) continue;
      objects.push({ cls, box, flip });
      break;
    }
  }
  return { width, height, objects };
}
