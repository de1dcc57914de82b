// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { Text } from "@/lib/challenges/text";

/** What lists and links need to know of a kind without loading its code. Titles come from the challenges by `npm run gen`. */
export const kindFacts: Readonly<Record<string, { readonly topic: string; readonly version: number; readonly title: Text; readonly skill: Text }>> = {
  "nms-survivors": {
    "topic": "nms",
    "version": 1,
    "title": {
      "ko": "NMS 생존자 찾기",
      "en": "NMS survivors"
    },
    "skill": {
      "ko": "NMS에서 살아남을 상자를 골라요",
      "en": "Find the boxes that survive NMS"
    }
  },
  "nms-threshold": {
    "topic": "nms",
    "version": 1,
    "title": {
      "ko": "NMS 임계값 고르기",
      "en": "Choose the NMS threshold"
    },
    "skill": {
      "ko": "모든 물체가 한 번씩만 남는 임계값을 찾아요",
      "en": "Find the threshold that keeps every object once"
    }
  }
};
