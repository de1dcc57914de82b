import { RECORDED } from "./recorded";
import { bytesOf, unpackScenes, type SceneRecord, type SceneSet } from "./recording";

/** EmojiVOC scenes and the network's own channels and gradients on them. Scene i's picture is public/grad-cam/<set>-<i>.webp. */
export const SCENES: Readonly<Record<SceneSet, readonly SceneRecord[]>> = {
  one: RECORDED.one.flatMap((scene) => unpackScenes(bytesOf(scene))),
  three: RECORDED.three.flatMap((scene) => unpackScenes(bytesOf(scene))),
};

/** A scene's number among all drawings (drawings/). */
export const drawingOf = (set: SceneSet, place: number): number => (set === "one" ? place : SCENES.one.length + place);

/** Where the picture of a scene stands. */
export const pictureFile = (set: SceneSet, place: number): string => `/grad-cam/${set}-${place}.webp`;
