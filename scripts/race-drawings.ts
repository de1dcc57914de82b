/**
 * node scripts/run.mjs scripts/race-drawings.ts   writes how each scene of the race bank was composed, for its picture at the screen's
 * resolution: public/race/<place>.json. scripts/race-bank.ts writes those of a new bank.
 */
import { writeFileSync } from "node:fs";
import { SCENES } from "@/content/topics/one-vs-two-stage/challenges/detector-race/bank";
import { emojiScene, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { loadSources } from "./training/data";

/** The scene of a number. */
export const raceScene = (number: number, atlases: readonly Atlas[]): EmojiScene =>
  emojiScene(`race/${number}`, { atlases, objects: [2, 5] });

export function writeDrawing(place: number, { drawing }: Pick<EmojiScene, "drawing">): void {
  writeFileSync(`public/race/${place}.json`, `${JSON.stringify(drawing)}\n`);
}

if (process.argv[1]?.endsWith("race-drawings.ts")) {
  const { train } = await loadSources();
  SCENES.forEach(({ number }, place) => writeDrawing(place, raceScene(number, train)));
}
