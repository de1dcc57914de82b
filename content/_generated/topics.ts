// Written by `npm run gen` from the folders of content/topics. Do not edit.
import type { Topic } from "@/lib/challenges/topic";
import { topic as nms } from "@/content/topics/nms/topic";

const all: readonly Topic[] = [nms];

/** Every topic, by track and place on the map. */
export const topics: readonly Topic[] = [...all].sort((a, b) => (a.track === b.track ? a.order - b.order : a.track < b.track ? -1 : 1));

/** Challenge kinds of each topic. */
export const kindsOfTopic: Readonly<Record<string, readonly string[]>> = {
  "nms": [
    "nms-survivors",
    "nms-threshold"
  ]
};
