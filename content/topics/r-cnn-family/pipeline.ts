/** The family as one pipeline of exchangeable pieces, and what follows from them: what runs how often, and what is learnt. */
import type { Text } from "@/lib/challenges/text";

/** What is chosen at each place of the pipeline. */
export interface Pipeline {
  readonly proposals: "search" | "rpn";
  /** Whether the convolutions look at each cropped proposal, or once at the whole picture. */
  readonly features: "crops" | "map";
  readonly judge: "svm" | "softmax";
  /** Whether boxes are moved by regression. */
  readonly box: boolean;
}

export const MEMBER_NAMES = ["r-cnn", "fast-r-cnn", "faster-r-cnn"] as const;
export type MemberName = (typeof MEMBER_NAMES)[number];

/** The three of the papers, with box regression. */
export const MEMBERS: Readonly<Record<MemberName, Pipeline>> = {
  "r-cnn": { proposals: "search", features: "crops", judge: "svm", box: true },
  "fast-r-cnn": { proposals: "search", features: "map", judge: "softmax", box: true },
  "faster-r-cnn": { proposals: "rpn", features: "map", judge: "softmax", box: true },
};

export const TITLES: Readonly<Record<MemberName, string>> = {
  "r-cnn": "R-CNN",
  "fast-r-cnn": "Fast R-CNN",
  "faster-r-cnn": "Faster R-CNN",
};

export const PARTS = ["search", "rpn", "anchors", "warp", "conv", "pool", "dense", "svm", "softmax", "box"] as const;
export type Part = (typeof PARTS)[number];

export const PART_NAMES: Readonly<Record<Part, Text>> = {
  search: { ko: "선택적 탐색", en: "Selective search" },
  rpn: { ko: "RPN", en: "RPN" },
  anchors: { ko: "앵커 놓기", en: "Laying anchors" },
  warp: { ko: "후보를 잘라 누르기", en: "Warping a crop" },
  conv: { ko: "CNN의 합성곱", en: "The CNN's convolutions" },
  pool: { ko: "RoI 풀링", en: "RoI pooling" },
  dense: { ko: "완전 연결 층", en: "Fully connected layers" },
  svm: { ko: "SVM", en: "SVMs" },
  softmax: { ko: "소프트맥스", en: "Softmax" },
  box: { ko: "상자 회귀", en: "Box regression" },
};

/** How often a part works while one picture is looked at. */
export type Runs = "none" | "picture" | "proposal";

/** Where a part stands in a pipeline: not at all, once for the picture, or once for each proposal. */
export function runsOf({ proposals, features, judge, box }: Pipeline, part: Part): Runs {
  switch (part) {
    case "search":
      return proposals === "search" ? "picture" : "none";
    case "rpn":
    case "anchors":
      return proposals === "rpn" ? "picture" : "none";
    case "warp":
      return features === "crops" ? "proposal" : "none";
    case "pool":
      return features === "map" ? "proposal" : "none";
    case "conv":
      return features === "crops" ? "proposal" : "picture";
    case "dense":
      return "proposal";
    case "svm":
    case "softmax":
      return judge === part ? "proposal" : "none";
    case "box":
      return box ? "proposal" : "none";
  }
}

/** Parts with weights that training sets. */
export const LEARNT: Readonly<Record<Part, boolean>> = {
  search: false,
  rpn: true,
  anchors: false,
  warp: false,
  conv: true,
  pool: false,
  dense: true,
  svm: true,
  softmax: true,
  box: true,
};
