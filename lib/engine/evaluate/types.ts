import { EngineInputError } from "../errors";
import type { BoxXYXY } from "../boxes/types";

/** One annotated object of a test set. */
export interface GroundTruth {
  /** Which image; any whole number. */
  image: number;
  /** Which class; any whole number. */
  label: number;
  /** xyxy pixels. */
  box: BoxXYXY;
  /** VOC's flag: not counted as an object to find, and finding it is neither right nor wrong. */
  difficult?: boolean;
}

/** One answer of a detector. */
export interface Detection {
  image: number;
  label: number;
  /** xyxy pixels. */
  box: BoxXYXY;
  /** Any finite number; only the order counts. */
  score: number;
}

/** Throws unless every entry has whole numbers for image and label and four finite coordinates. */
export function requireEntries(argument: string, entries: readonly (GroundTruth | Detection)[]): void {
  entries.forEach((entry, i) => {
    if (!Number.isInteger(entry.image)) throw new EngineInputError(`${argument}[${i}].image`, "must be a whole number", entry.image);
    if (!Number.isInteger(entry.label)) throw new EngineInputError(`${argument}[${i}].label`, "must be a whole number", entry.label);
    if (entry.box.length !== 4 || !entry.box.every(Number.isFinite)) {
      throw new EngineInputError(`${argument}[${i}].box`, "must be four finite numbers", entry.box.join(", "));
    }
    if ("score" in entry && !Number.isFinite(entry.score)) {
      throw new EngineInputError(`${argument}[${i}].score`, "must be a finite number", entry.score);
    }
  });
}
