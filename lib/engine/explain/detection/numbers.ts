import type { ZooDetection } from "../../detectors/detector";

/** What can be explained of one detection: its score, or where one of its four sides lies. */
export const BOX_SIDES = ["x1", "y1", "x2", "y2"] as const;
export const DETECTION_NUMBERS = ["score", ...BOX_SIDES] as const;
export type DetectionNumber = (typeof DETECTION_NUMBERS)[number];

/** A detector as black box: RGB pictures in, detections of each out. Let it answer weak ones too: masks lower scores. */
export type Detect = (pictures: readonly Uint8Array[]) => Promise<readonly (readonly ZooDetection[])[]>;

/** Grey of hidden places: 0 in the networks' units. */
export const HIDDEN = 127.5;
