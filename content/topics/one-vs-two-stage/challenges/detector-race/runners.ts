import type { Text } from "@/lib/challenges/text";
import type { Source } from "./recording";

export interface RunnerFacts {
  readonly title: string;
  readonly year: number;
  /** Whose proposals it looks at one by one (crops or pooled features); null where it looks at all places at once. */
  readonly source: Source | null;
  readonly how: Text;
}

/** Who runs: names, years of the papers, and how each looks for objects. */
export const RUNNERS: Readonly<Record<string, RunnerFacts>> = {
  "hog-svm": {
    title: "HOG + SVM",
    year: 2005,
    source: null,
    how: { ko: "창을 밀며 기울기 히스토그램을 SVM으로 채점", en: "slides a window, scores gradient histograms with SVMs" },
  },
  rcnn: {
    title: "R-CNN",
    year: 2014,
    source: "search",
    how: { ko: "후보 영역마다 잘라서 CNN을 한 번씩", en: "crops every proposal, one CNN pass each" },
  },
  "fast-rcnn": {
    title: "Fast R-CNN",
    year: 2015,
    source: "search",
    how: { ko: "CNN은 한 번, 후보마다 RoI 풀링", en: "one CNN pass, RoI pooling per proposal" },
  },
  "faster-rcnn": {
    title: "Faster R-CNN",
    year: 2015,
    source: "rpn",
    how: { ko: "RPN이 후보를 내고 RoI마다 다시 판단", en: "an RPN proposes, a second stage decides per RoI" },
  },
  yolo: {
    title: "YOLOv1",
    year: 2016,
    source: null,
    how: { ko: "7×7 칸이 상자와 클래스를 바로 예측", en: "a 7×7 grid predicts boxes and classes directly" },
  },
  ssd: {
    title: "SSD",
    year: 2016,
    source: null,
    how: { ko: "여러 크기의 지도에서 기본 상자를 보정", en: "default boxes on maps of several sizes" },
  },
  retinanet: {
    title: "RetinaNet",
    year: 2017,
    source: null,
    how: { ko: "FPN과 focal loss로 배운 촘촘한 앵커", en: "dense anchors on an FPN, trained with focal loss" },
  },
  centernet: {
    title: "CenterNet",
    year: 2019,
    source: null,
    how: { ko: "물체의 중심을 히트맵의 봉우리로", en: "objects as peaks of a centre heat map" },
  },
  detr: {
    title: "DETR",
    year: 2020,
    source: null,
    how: { ko: "질의 몇 개가 물체를 하나씩 맡음", en: "a set of queries, one object each" },
  },
};

export const titleOf = (name: string): string => RUNNERS[name]?.title ?? name;

/** The list a detector looks at; null where it has none. */
export const sourceOf = (name: string): Source | null => RUNNERS[name]?.source ?? null;
