import { RECORDED } from "./recorded";
import { unpackScenes, type BankScene } from "./recording";

/** EmojiVOC scenes and what was really proposed on them. Scene i's picture is public/race/<i>.webp. */
export const SCENES: readonly BankScene[] = unpackScenes(Uint8Array.from(atob(RECORDED), (byte) => byte.charCodeAt(0)));
