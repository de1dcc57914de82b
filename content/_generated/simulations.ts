// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { NoTasks } from "@/lib/challenges/task";
import { simulationOf, type PlacedSimulation } from "@/lib/ui/play/simulation";

/** Loads a topic's simulation on demand. */
export const simulations: Readonly<Record<string, () => Promise<PlacedSimulation>>> = {
  "anchor-boxes": async () => {
    const { Simulation } = await import("@/content/topics/anchor-boxes/Simulation");
    return simulationOf<NoTasks>("anchor-boxes", Simulation);
  },
  "autograd": async () => {
    const { Simulation } = await import("@/content/topics/autograd/Simulation");
    return simulationOf<typeof import("@/content/topics/autograd/tasks").tasks>("autograd", Simulation);
  },
  "cam": async () => {
    const { Simulation } = await import("@/content/topics/cam/Simulation");
    return simulationOf<typeof import("@/content/topics/cam/tasks").tasks>("cam", Simulation);
  },
  "detr": async () => {
    const { Simulation } = await import("@/content/topics/detr/Simulation");
    return simulationOf<typeof import("@/content/topics/detr/tasks").tasks>("detr", Simulation);
  },
  "fast-r-cnn": async () => {
    const { Simulation } = await import("@/content/topics/fast-r-cnn/Simulation");
    return simulationOf<typeof import("@/content/topics/fast-r-cnn/tasks").tasks>("fast-r-cnn", Simulation);
  },
  "filter-weights": async () => {
    const { Simulation } = await import("@/content/topics/filter-weights/Simulation");
    return simulationOf<typeof import("@/content/topics/filter-weights/tasks").tasks>("filter-weights", Simulation);
  },
  "focal-loss": async () => {
    const { Simulation } = await import("@/content/topics/focal-loss/Simulation");
    return simulationOf<typeof import("@/content/topics/focal-loss/tasks").tasks>("focal-loss", Simulation);
  },
  "fpn": async () => {
    const { Simulation } = await import("@/content/topics/fpn/Simulation");
    return simulationOf<typeof import("@/content/topics/fpn/tasks").tasks>("fpn", Simulation);
  },
  "grad-cam": async () => {
    const { Simulation } = await import("@/content/topics/grad-cam/Simulation");
    return simulationOf<typeof import("@/content/topics/grad-cam/tasks").tasks>("grad-cam", Simulation);
  },
  "guided-backprop": async () => {
    const { Simulation } = await import("@/content/topics/guided-backprop/Simulation");
    return simulationOf<typeof import("@/content/topics/guided-backprop/tasks").tasks>("guided-backprop", Simulation);
  },
  "hog-svm": async () => {
    const { Simulation } = await import("@/content/topics/hog-svm/Simulation");
    return simulationOf<typeof import("@/content/topics/hog-svm/tasks").tasks>("hog-svm", Simulation);
  },
  "iou": async () => {
    const { Simulation } = await import("@/content/topics/iou/Simulation");
    return simulationOf<NoTasks>("iou", Simulation);
  },
  "nms": async () => {
    const { Simulation } = await import("@/content/topics/nms/Simulation");
    return simulationOf<NoTasks>("nms", Simulation);
  },
  "object-detection": async () => {
    const { Simulation } = await import("@/content/topics/object-detection/Simulation");
    return simulationOf<typeof import("@/content/topics/object-detection/tasks").tasks>("object-detection", Simulation);
  },
  "objects-as-points": async () => {
    const { Simulation } = await import("@/content/topics/objects-as-points/Simulation");
    return simulationOf<typeof import("@/content/topics/objects-as-points/tasks").tasks>("objects-as-points", Simulation);
  },
  "occlusion": async () => {
    const { Simulation } = await import("@/content/topics/occlusion/Simulation");
    return simulationOf<typeof import("@/content/topics/occlusion/tasks").tasks>("occlusion", Simulation);
  },
  "one-vs-two-stage": async () => {
    const { Simulation } = await import("@/content/topics/one-vs-two-stage/Simulation");
    return simulationOf<NoTasks>("one-vs-two-stage", Simulation);
  },
  "r-cnn": async () => {
    const { Simulation } = await import("@/content/topics/r-cnn/Simulation");
    return simulationOf<typeof import("@/content/topics/r-cnn/tasks").tasks>("r-cnn", Simulation);
  },
  "r-cnn-family": async () => {
    const { Simulation } = await import("@/content/topics/r-cnn-family/Simulation");
    return simulationOf<typeof import("@/content/topics/r-cnn-family/tasks").tasks>("r-cnn-family", Simulation);
  },
  "retinanet": async () => {
    const { Simulation } = await import("@/content/topics/retinanet/Simulation");
    return simulationOf<typeof import("@/content/topics/retinanet/tasks").tasks>("retinanet", Simulation);
  },
  "rpn": async () => {
    const { Simulation } = await import("@/content/topics/rpn/Simulation");
    return simulationOf<typeof import("@/content/topics/rpn/tasks").tasks>("rpn", Simulation);
  },
  "saliency-backprop": async () => {
    const { Simulation } = await import("@/content/topics/saliency-backprop/Simulation");
    return simulationOf<typeof import("@/content/topics/saliency-backprop/tasks").tasks>("saliency-backprop", Simulation);
  },
  "selective-search": async () => {
    const { Simulation } = await import("@/content/topics/selective-search/Simulation");
    return simulationOf<typeof import("@/content/topics/selective-search/tasks").tasks>("selective-search", Simulation);
  },
  "ssd": async () => {
    const { Simulation } = await import("@/content/topics/ssd/Simulation");
    return simulationOf<typeof import("@/content/topics/ssd/tasks").tasks>("ssd", Simulation);
  },
  "yolo": async () => {
    const { Simulation } = await import("@/content/topics/yolo/Simulation");
    return simulationOf<typeof import("@/content/topics/yolo/tasks").tasks>("yolo", Simulation);
  },
};
