import type { GpuNetwork } from "@/lib/engine/nets/network.gpu";
import type { Atlas } from "@/lib/engine/scenes/emoji";

/** What a backend says of an instance, beside what the plain code says; plain JSON, to be equal. */
export interface Reckoned {
  readonly said: unknown;
  readonly expected: unknown;
  /** The perfect answer that follows from the backend's numbers alone; left out where `said` judges every answer there is. */
  readonly answer?: unknown;
}

export interface Material {
  readonly gpu: GpuNetwork;
  /** The drawings of all styles that the classifier learnt. */
  readonly atlases: readonly Atlas[];
  /** Those of the style "noto". */
  readonly noto: Atlas;
}
