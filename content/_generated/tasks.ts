// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { TaskTable } from "@/lib/challenges/task";

/** Loads a topic's tasks on demand. For the engine worker alone: pages ask through a TaskRunner. */
export const tasks: Readonly<Record<string, () => Promise<{ readonly tasks: TaskTable }>>> = {
  "autograd": () => import("@/content/topics/autograd/tasks"),
  "cam": () => import("@/content/topics/cam/tasks"),
  "detr": () => import("@/content/topics/detr/tasks"),
  "fast-r-cnn": () => import("@/content/topics/fast-r-cnn/tasks"),
  "filter-weights": () => import("@/content/topics/filter-weights/tasks"),
  "focal-loss": () => import("@/content/topics/focal-loss/tasks"),
  "fpn": () => import("@/content/topics/fpn/tasks"),
  "grad-cam": () => import("@/content/topics/grad-cam/tasks"),
  "guided-backprop": () => import("@/content/topics/guided-backprop/tasks"),
  "hog-svm": () => import("@/content/topics/hog-svm/tasks"),
  "object-detection": () => import("@/content/topics/object-detection/tasks"),
  "objects-as-points": () => import("@/content/topics/objects-as-points/tasks"),
  "occlusion": () => import("@/content/topics/occlusion/tasks"),
  "r-cnn": () => import("@/content/topics/r-cnn/tasks"),
  "r-cnn-family": () => import("@/content/topics/r-cnn-family/tasks"),
  "retinanet": () => import("@/content/topics/retinanet/tasks"),
  "rpn": () => import("@/content/topics/rpn/tasks"),
  "saliency-backprop": () => import("@/content/topics/saliency-backprop/tasks"),
  "selective-search": () => import("@/content/topics/selective-search/tasks"),
  "ssd": () => import("@/content/topics/ssd/tasks"),
  "yolo": () => import("@/content/topics/yolo/tasks"),
};
