// Written by `npm run gen` from the folders of content/topics. Do not edit.
import { seal, type SealedChallenge } from "@/lib/challenges/seal";
import { challenge as nmsSurvivors } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import { challenge as nmsThreshold } from "@/content/topics/nms/challenges/nms-threshold/challenge";

/** Every challenge kind by name. */
export const kinds: Readonly<Record<string, SealedChallenge>> = {
  "nms-survivors": seal(nmsSurvivors),
  "nms-threshold": seal(nmsThreshold),
};
