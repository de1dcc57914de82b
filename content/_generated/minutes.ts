// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { Locale } from "@/lib/challenges/text";

/** How long each lesson takes, in minutes: computed from its text and its plays. For the server, which hands on what a page shows. */
export const minutes: Readonly<Record<string, Readonly<Record<Locale, number>>>> = {
  "anchor-boxes": {
    "ko": 12,
    "en": 13
  },
  "autograd": {
    "ko": 11,
    "en": 11
  },
  "cam": {
    "ko": 18,
    "en": 20
  },
  "detr": {
    "ko": 11,
    "en": 12
  },
  "fast-r-cnn": {
    "ko": 16,
    "en": 18
  },
  "filter-weights": {
    "ko": 11,
    "en": 12
  },
  "focal-loss": {
    "ko": 17,
    "en": 18
  },
  "fpn": {
    "ko": 12,
    "en": 13
  },
  "grad-cam": {
    "ko": 20,
    "en": 23
  },
  "guided-backprop": {
    "ko": 13,
    "en": 15
  },
  "hog-svm": {
    "ko": 13,
    "en": 15
  },
  "iou": {
    "ko": 12,
    "en": 14
  },
  "nms": {
    "ko": 14,
    "en": 15
  },
  "object-detection": {
    "ko": 14,
    "en": 16
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
    "ko": 13,
    "en": 14
  },
  "r-cnn": {
    "ko": 12,
    "en": 13
  },
  "r-cnn-family": {
    "ko": 15,
    "en": 16
  },
  "retinanet": {
    "ko": 14,
    "en": 16
  },
  "rpn": {
    "ko": 17,
    "en": 18
  },
  "saliency-backprop": {
    "ko": 11,
    "en": 12
  },
  "selective-search": {
    "ko": 12,
    "en": 14
  },
  "ssd": {
    "ko": 12,
    "en": 13
  },
  "yolo": {
    "ko": 16,
    "en": 18
  }
};
