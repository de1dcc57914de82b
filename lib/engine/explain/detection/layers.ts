import type { DetectorName } from "../../detectors/detector";

/** The feature map in which one detection's heat is shown: the backbone's last, which all of a detector's outputs read. */
export const DETECTION_LAYER: Readonly<Partial<Record<DetectorName, string>>> = {
  centernet: "conv4c/relu",
  yolo: "conv4c/relu",
  ssd: "conv4c/relu",
  retinanet: "conv4c/relu",
};
