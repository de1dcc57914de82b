/** Every detector of the zoo behind one interface, on whatever TF.js backend is set. */
import type { GpuNetwork } from "../nets/network.gpu";
import { CENTERNET } from "./centernet/detect.gpu";
import { DETR } from "./detr/detect.gpu";
import type { DetectOptions, DetectorAnswer, DetectorName } from "./detector";
import { FASTER_RCNN } from "./faster-rcnn/detect.gpu";
import type { StoredModel } from "./files/weights";
import type { Pixels } from "./outputs.gpu";
import { FAST_RCNN } from "./fast-rcnn/detect.gpu";
import { HOG_SVM } from "./hog-svm/detect.gpu";
import { RCNN } from "./rcnn/detect.gpu";
import { RETINANET } from "./retinanet/detect.gpu";
import { SSD } from "./ssd/detect.gpu";
import { YOLO } from "./yolo/detect.gpu";

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

export const ZOO: Readonly<Partial<Record<DetectorName, DetectorKind>>> = {
  "hog-svm": HOG_SVM,
  rcnn: RCNN,
  "fast-rcnn": FAST_RCNN,
  "faster-rcnn": FASTER_RCNN,
  yolo: YOLO,
  ssd: SSD,
  retinanet: RETINANET,
  centernet: CENTERNET,
  detr: DETR,
};
