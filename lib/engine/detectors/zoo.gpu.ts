/** Every detector of the zoo behind one interface, on whatever TF.js backend is set. */
import { CENTERNET } from "./centernet/detect.gpu";
import { DETR } from "./detr/detect.gpu";
import { isDetectorName, type DetectorName } from "./detector";
import { FASTER_RCNN } from "./faster-rcnn/detect.gpu";
import { FAST_RCNN, FAST_RCNN_MAX } from "./fast-rcnn/detect.gpu";
import { HOG_SVM } from "./hog-svm/detect.gpu";
import type { DetectorKind, LoadedDetector } from "./loaded.gpu";
import { RCNN } from "./rcnn/detect.gpu";
import { RETINANET } from "./retinanet/detect.gpu";
import { SSD } from "./ssd/detect.gpu";
import { YOLO } from "./yolo/detect.gpu";

export type { DetectorKind, LoadedDetector };

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

/** Detectors trained another way, which a topic holds against the zoo's own; the race and the Lab leave them out. */
const VARIANTS: Readonly<Partial<Record<string, DetectorKind>>> = { "fast-rcnn-max": FAST_RCNN_MAX };

/** @param name a folder of public/models  @throws Error for a name that is no detector's */
export function kindOf(name: string): DetectorKind {
  const kind = isDetectorName(name) ? ZOO[name] : Object.hasOwn(VARIANTS, name) ? VARIANTS[name] : undefined;
  if (!kind) throw new Error(`there is no detector "${name}"`);
  return kind;
}
