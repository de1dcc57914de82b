import { RECORDED } from "./recorded";
import { bytesOf, unpackScenes, type BankScene } from "./recording";

/** EmojiVOC scenes and what was really proposed on them. Scene i's picture is public/race/<i>.webp. */
export const SCENES: readonly BankScene[] = unpackScenes(bytesOf(RECORDED));
