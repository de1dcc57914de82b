// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { Locale } from "@/lib/challenges/text";

/** How long each lesson takes, in minutes: computed from its text and its plays. For the server, which hands on what a page shows. */
export const minutes: Readonly<Record<string, Readonly<Record<Locale, number>>>> = {
  "anchor-boxes": {
    "ko": 12,
    "en": 12
  },
  "autograd": {
    "ko": 11,
    "en": 11
  },
  "cam": {
    "ko": 11,
    "en": 12
  },
  "detr": {
    "ko": 11,
    "en": 12
  },
  "fast-r-cnn": {
    "ko": 11,
    "en": 12
  },
  "filter-weights": {
    "ko": 11,
    "en": 12
  },
  "focal-loss": {
    "ko": 11,
    "en": 12
  },
  "fpn": {
    "ko": 12,
    "en": 12
  },
  "grad-cam": {
    "ko": 11,
    "en": 12
  },
  "guided-backprop": {
    "ko": 11,
    "en": 12
  },
  "hog-svm": {
    "ko": 11,
    "en": 12
  },
  "iou": {
    "ko": 12,
    "en": 12
  },
  "nms": {
    "ko": 12,
    "en": 12
  },
  "object-detection": {
    "ko": 11,
    "en": 12
  },
  "objects-as-points": {
    "ko": 12,
    "en": 12
  },
  "occlusion": {
    "ko": 9,
    "en": 10
  },
  "one-vs-two-stage": {
    "ko": 11,
    "en": 12
  },
  "r-cnn": {
    "ko": 11,
    "en": 12
  },
  "r-cnn-family": {
    "ko": 11,
    "en": 12
  },
  "retinanet": {
    "ko": 11,
    "en": 12
  },
  "rpn": {
    "ko": 12,
    "en": 12
  },
  "saliency-backprop": {
    "ko": 11,
    "en": 12
  },
  "selective-search": {
    "ko": 11,
    "en": 12
  },
  "ssd": {
    "ko": 12,
    "en": 12
  },
  "yolo": {
    "ko": 12,
    "en": 12
  }
};
