/** What every detector of the zoo offers, on whatever TF.js backend is set. */
import type { GpuNetwork } from "../nets/network.gpu";
import type { DetectOptions, DetectorAnswer, DetectorName } from "./detector";
import type { StoredModel } from "./files/weights";
import type { Pixels } from "./outputs.gpu";

/** Multiplications of one picture: fixed + each · proposals. */
export interface DetectorCost {
  readonly fixed: number;
  /** For every proposal that is looked at; 0 where there are none. */
  readonly each: number;
  /** Places or boxes that get a score; for detectors with proposals 0: the answer's parts.proposals has them. */
  readonly candidates: number;
}

/** A detector with its weights on the backend. Call `dispose` when done. */
export interface LoadedDetector {
  /** The networks by their names in the model file: "main" is the one that reads the whole picture. */
  readonly networks: Readonly<Record<string, GpuNetwork>>;
  /** What one picture costs. */
  readonly cost: DetectorCost;
  /** @param pictures RGB bytes of the network's input size  @returns one answer a picture */
  detect(pictures: readonly Pixels[], options?: DetectOptions): Promise<DetectorAnswer[]>;
  dispose(): void;
}

export interface DetectorKind {
  readonly name: DetectorName;
  /** The least score shown by default. */
  readonly shown: number;
  /** The least score kept when a precision–recall curve is drawn. */
  readonly evaluated: number;
  /** @throws EngineInputError when the file is another model's */
  load(stored: StoredModel): LoadedDetector;
}
