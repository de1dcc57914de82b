/** What the simulation asks of the engine worker, and the example that is on screen before an answer is there. */
import { VOC_CLASSES } from "@/lib/engine/scenes";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";
import example from "./example.json" with { type: "json" };
import type { Cuts, LabAnswer, LabScene } from "./lab";

/** One scene as it is shown. */
export interface LabPicture {
  /** What the network sees: the address of the recorded picture, or RGB pixels. */
  readonly seen: string | Uint8Array;
  /** The same scene for the eye; null where it cannot be drawn sharp. */
  readonly drawing: SceneDrawing | null;
  readonly scene: LabScene;
}

/** What is asked of all scenes. */
export interface LabQuestion extends Cuts {
  /** Index into VOC_CLASSES: the class whose curve is drawn. */
  readonly label: number;
}

export interface LabExample {
  readonly picture: LabPicture;
  readonly answer: LabAnswer;
}

/** Where the knobs stand at first. */
export const FIRST: Cuts = { nms: 0.5, match: 0.5, score: 0.5 };
export const FIRST_SCENE = 62;
export const FIRST_LABEL = VOC_CLASSES.indexOf("dog");

const RECORDED = example as unknown as LabExample;

/** The recorded picture, where it is this scene's. */
export const recordedPicture = (scene: number): LabPicture | null => (scene === FIRST_SCENE ? RECORDED.picture : null);

/** The recorded evaluation, where it answers this very question. */
export function recordedAnswer({ nms, match, score, label }: LabQuestion): LabAnswer | null {
  const same = nms === FIRST.nms && match === FIRST.match && score === FIRST.score && label === FIRST_LABEL;
  return same ? RECORDED.answer : null;
}
