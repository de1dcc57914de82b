/**
 * node scripts/run.mjs scripts/race-drawings.ts   writes how each scene of the race bank was composed, for its picture at the screen's
 * resolution. Run it after scripts/race-bank.ts.
 */
import { SCENES } from "@/content/topics/one-vs-two-stage/challenges/detector-race/bank";
import { emojiScene, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { writeDrawings } from "./drawings";
import { loadSources } from "./training/data";

/** The scene of a number. */
export const raceScene = (number: number, atlases: readonly Atlas[]): EmojiScene =>
  emojiScene(`race/${number}`, { atlases, objects: [2, 5] });

if (process.argv[1]?.endsWith("race-drawings.ts")) {
  const { train } = await loadSources();
  writeDrawings(
    "content/topics/one-vs-two-stage/challenges/detector-race/drawings",
    SCENES.flatMap(({ number }) => raceScene(number, train).drawing ?? []),
    "scripts/race-drawings.ts",
  );
}
