import { biased } from "./biased";
import { centernet } from "./centernet";
import { classifier } from "./classifier";
import { detr } from "./detr";
import { fastRcnn, fastRcnnMax } from "./fast-rcnn";
import { hogSvm } from "./hog-svm";
import { rcnn } from "./rcnn";
import { fasterRcnn } from "./faster-rcnn";
import { retinanet } from "./retinanet";
import { ssd } from "./ssd";
import { yolo } from "./yolo";
import type { AnyTask } from "./task";

/** Every model that can be trained, by name. */
export const TASKS: readonly AnyTask[] = [
  classifier,
  ...biased,
  hogSvm,
  rcnn,
  fastRcnn,
  fastRcnnMax,
  centernet,
  yolo,
  ssd,
  retinanet,
  fasterRcnn,
  detr,
];

export function taskOf(name: string | undefined): AnyTask {
  const task = TASKS.find((other) => other.name === name);
  if (!task) throw new Error(`unknown model "${name ?? ""}": one of ${TASKS.map((other) => other.name).join(", ")}`);
  return task;
}
