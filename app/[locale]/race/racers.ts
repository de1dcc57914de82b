import type { DetectorName } from "@/lib/engine/detectors";

/** Names and years of the papers. */
export const RACER_FACTS: Readonly<Record<DetectorName, { readonly title: string; readonly year: number }>> = {
  "hog-svm": { title: "HOG + SVM", year: 2005 },
  rcnn: { title: "R-CNN", year: 2014 },
  "fast-rcnn": { title: "Fast R-CNN", year: 2015 },
  "faster-rcnn": { title: "Faster R-CNN", year: 2015 },
  yolo: { title: "YOLOv1", year: 2016 },
  ssd: { title: "SSD", year: 2016 },
  retinanet: { title: "RetinaNet", year: 2017 },
  centernet: { title: "CenterNet", year: 2019 },
  detr: { title: "DETR", year: 2020 },
};
