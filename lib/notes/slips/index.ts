import { anchorFree } from "./anchorFree";
import { boxes } from "./boxes";
import { decisions } from "./decisions";
import { models } from "./models";
import { oneStage } from "./oneStage";
import { hog } from "./hog";
import { proposals } from "./proposals";
import type { SlipRule } from "./rule";

/** Every statement that the reader knows to contradict the curriculum. */
export const SLIPS: readonly SlipRule[] = [...boxes, ...hog, ...proposals, ...oneStage, ...anchorFree, ...models, ...decisions];
export type { SlipRule, Saying } from "./rule";
