import { bytesOf } from "../gradcam-regions/recording";
import { RECORDED } from "./recorded";
import { unpackLayers, type LayerRecord } from "./recording";

/** EmojiVOC scenes with two objects and the network's own maps on them. Scene i's picture is public/grad-cam-layer/<i>.webp. */
export const SCENES: readonly LayerRecord[] = RECORDED.map((scene) => unpackLayers(bytesOf(scene)));

/** Where the picture of a scene stands. */
export const pictureFile = (place: number): string => `/grad-cam-layer/${place}.webp`;
