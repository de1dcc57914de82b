import recorded from "./recorded.json" with { type: "json" };
import { unpackScene, type SceneRecord } from "./recording";

/** Two-object scenes whose maps can be told apart. Scene i's picture is public/which-saliency/<i>.webp, its maps <i>-maps.webp. */
export const SCENES: readonly SceneRecord[] = recorded.map(unpackScene);

export const pictureFile = (place: number): string => `/which-saliency/${place}.webp`;
export const stripFile = (place: number): string => `/which-saliency/${place}-maps.webp`;
