/**
 * node scripts/run.mjs scripts/cam-bank.ts [--scenes 240]
 * Writes the bank of the `cam-mixer` challenge from the shipped classifier: for each EmojiVOC scene seven of the channels before global
 * average pooling that weigh most for the class of its object, averaged to 7 × 7 and scaled to whole numbers 0 … 9. Run it again when the
 * classifier changes, and raise the challenge's version.
 */
import { writeFileSync } from "node:fs";
import { KEPT, packScene, tileOf, type BankScene, type Tile } from "@/content/topics/cam/challenges/cam-mixer/recording";
import { networkInput } from "@/lib/engine/detectors/input";
import { camHead } from "@/lib/engine/explain/cam";
import { forward } from "@/lib/engine/nets";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { bankScene } from "@/content/topics/cam/scene";
import { nodeContext, scenesWanted } from "./tasks/context";

/** A tile with fewer cells that are not 0 says too little, one with more is all but flat. */
const [FEWEST, MOST] = [8, 44];
/** Two tiles likelier than this (cosine) cannot be told apart on a board. */
const ALIKE = 0.96;

function likeness(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, v, i) => sum + v * y[i], 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

const wanted = scenesWanted(240);
const { models, pictures } = nodeContext();
const [network, atlas] = await Promise.all([models.network("classifier"), pictures.atlas("noto")]);
const scenes: BankScene[] = [];
let number = 0;
for (; scenes.length < wanted; number++) {
  const { pixels, objects } = bankScene(number, atlas);
  const [{ label }] = objects;
  const { layer, weights } = camHead(network, label);
  const { shape, data } = forward(network, networkInput(pixels, SCENE_SIDE)).activations[layer];
  const [channels, height, width] = shape;
  const plane = height * width;
  const strength = Array.from(weights, (w, k) => Math.abs(w * data.subarray(k * plane, (k + 1) * plane).reduce((sum, v) => sum + v, 0)));
  const order = Array.from({ length: channels }, (_, k) => k).sort((a, b) => strength[b] - strength[a]);
  const tiles: Tile[] = [];
  for (const channel of order) {
    const tile = tileOf(data.subarray(channel * plane, (channel + 1) * plane), width);
    if (tile === null) continue;
    const lit = tile.filter((v) => v > 0).length;
    if (lit < FEWEST || lit > MOST || tiles.some((other) => likeness(other.values, tile) > ALIKE)) continue;
    tiles.push({ channel, values: tile });
    if (tiles.length === KEPT) break;
  }
  if (tiles.length === KEPT) scenes.push({ number, label, tiles });
}
writeFileSync(
  "content/topics/cam/challenges/cam-mixer/recorded.ts",
  `/** The scenes, a line each (recording.ts); written by scripts/cam-bank.ts. */\nexport const RECORDED: readonly string[] = ${JSON.stringify(scenes.map(packScene), null, 1)};\n`,
);
console.log(`${scenes.length} scenes of ${number}`);
