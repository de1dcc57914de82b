/** What the Lab's page and its worker say to each other. */
export const LAB_MODELS = ["classifier", "classifier-dog-with-person", "classifier-boat-on-blue", "classifier-bus-only-large", "classifier-car-only-grey"] as const;
export type LabModel = (typeof LAB_MODELS)[number];

export const LAB_METHODS = ["grad-cam", "cam", "saliency", "guided", "occlusion"] as const;
export type LabMethod = (typeof LAB_METHODS)[number];

/** RGB, row-major, side × side × 3. */
export interface LabPicture {
  readonly pixels: Uint8Array;
  readonly side: number;
}

/** Logits by class. */
export type LabScores = readonly number[];

export interface LabMap {
  /** side × side, 0 … 1. */
  readonly values: Float32Array;
  readonly side: number;
  /** Milliseconds for the method alone. */
  readonly ms: number;
}
