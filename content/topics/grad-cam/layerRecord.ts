/** Scenes of the `gradcam-layer` bank and the classifier's maps of them: the same whole numbers wherever this runs. */
import { networkInput } from "@/lib/engine/detectors/input";
import { classLogit, gradCam, subjectOf } from "@/lib/engine/explain";
import { randomizeLayers, type Network, type Tensor } from "@/lib/engine/nets";
import { emojiScene, SCENE_SIDE, type Atlas, type Background, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { heatIn, roughness } from "./challenges/gradcam-layer/heat";
import { CELLS, DEPTHS, HOTTEST, LAST, SIDE, type LayerRecord } from "./challenges/gradcam-layer/recording";

/** Grounds with lines and spots of their own: on them an early map has something to be hot on beside the objects. */
const BUSY: readonly Background[] = ["stripes", "checker", "blobs", "shapes"];
/** By how much the heat in the own box less that in the other one grows from map to map, at least. */
export const RISE = 0.06;
/** As rough as the map of the first of the last layers is no late map. */
const SMOOTHER = 0.8;
/** The map of the other class prefers the other object by this much at least, the one of a new head by less than half of it. */
const ELSEWHERE = 0.3;
/** Drawings of the logits layer that are tried on a scene. */
const HEADS = 12;

/** Scene n: two objects. @param atlases the drawings of all styles that the classifier learnt */
export function layerScene(number: number, atlases: readonly Atlas[]): EmojiScene {
  return emojiScene(`grad-cam/two/${number}`, { atlases, objects: [2, 2], side: [34, 52], overlap: 0.02, backgrounds: BUSY });
}

/** A layer's map as the bank keeps it: averaged to 14 × 14 cells, whole numbers up to HOTTEST. @param map [side, side], side a multiple of 14 */
export function averagedMap({ shape, data }: Tensor): number[] {
  const across = shape[1];
  const each = across / SIDE;
  const means = Array.from({ length: CELLS }, (_, cell) => {
    const from = Math.floor(cell / SIDE) * each * across + (cell % SIDE) * each;
    let sum = 0;
    for (let y = 0; y < each; y++) for (let x = 0; x < each; x++) sum += data[from + y * across + x];
    return sum / (each * each);
  });
  const most = means.reduce((m, v) => Math.max(m, v), 0);
  return means.map((v) => (most > 0 ? Math.round((v * HOTTEST) / most) : 0));
}

/** The network with its logits layer's weights drawn anew. */
export const newHead = (network: Network, number: number, head: number): Network =>
  randomizeLayers(network, ["logits"], `grad-cam/two/${number}/${head}`);

type Maps = Pick<LayerRecord, "own" | "other" | "random">;

/** The heat in the box of the object asked for less that in the other one's. */
const contrast = (map: readonly number[], { objects, asked }: Pick<LayerRecord, "objects" | "asked">) =>
  heatIn(map, objects[asked].box) - heatIn(map, objects[1 - asked].box);

/** The maps of a scene for the object asked for, one when it is asked for. */
function mapsOf(network: Network, number: number, { pixels, objects }: EmojiScene, asked: number) {
  const image = networkInput(pixels, SCENE_SIDE);
  const ask = (of: Network, object: number) => {
    const subject = subjectOf({ network: of, image, target: classLogit(objects[object].label) });
    return (layer: string) => averagedMap(gradCam(subject, { layer }).map);
  };
  return {
    own: () => DEPTHS.map(ask(network, asked)),
    other: () => ask(network, 1 - asked)(DEPTHS[LAST]),
    random: (head: number) => ask(newHead(network, number, head), asked)(DEPTHS[LAST]),
  };
}

/** Two objects, each of a class of its own. */
const fits = ({ objects }: EmojiScene) => objects.length === 2 && objects[0].label !== objects[1].label;
const asTold = ({ objects }: EmojiScene) => objects.map(({ label, box: [x1, y1, x2, y2] }) => ({ label, box: [x1, y1, x2, y2] as const }));

/** The own maps of scene n as it comes, not chosen for anything, for object n modulo 2. Null where it does not fit. */
export function plainLayers(network: Network, number: number, atlases: readonly Atlas[]): LayerRecord | null {
  const scene = layerScene(number, atlases);
  if (!fits(scene)) return null;
  const asked = number % 2;
  const maps = mapsOf(network, number, scene, asked);
  return { number, objects: asTold(scene), asked, own: maps.own(), other: maps.other(), head: 0, random: maps.random(0) };
}

/** Whether the maps tell their layer: own less other rises by RISE from each to the next. */
const rises = (own: Maps["own"], about: Pick<LayerRecord, "objects" | "asked">) =>
  own.every((map, depth) => depth === 0 || contrast(map, about) - contrast(own[depth - 1], about) >= RISE);
/** Whether the map of a new head is as smooth as a late one, but prefers the object asked for less than any of the last four layers. */
const elsewhere = (random: readonly number[], own: Maps["own"], about: Pick<LayerRecord, "objects" | "asked">) => {
  const found = contrast(random, about);
  return found <= contrast(own[1], about) - RISE && found > -ELSEWHERE / 2 && roughness(random) <= SMOOTHER * roughness(own[1]);
};

/** The bank's record of scene n, for object n modulo 2. Null where the maps do not tell their layer. */
export function bankLayers(network: Network, number: number, atlases: readonly Atlas[]): LayerRecord | null {
  const scene = layerScene(number, atlases);
  if (!fits(scene)) return null;
  const about = { objects: asTold(scene), asked: number % 2 };
  const maps = mapsOf(network, number, scene, about.asked);
  const own = maps.own();
  if (!rises(own, about)) return null;
  const other = maps.other();
  if (contrast(other, about) > -ELSEWHERE) return null;
  for (let head = 0; head < HEADS; head++) {
    const random = maps.random(head);
    if (elsewhere(random, own, about)) return { number, ...about, own, other, head, random };
  }
  return null;
}

/** A recorded scene reckoned anew, with the picture as the network takes it. */
export function layersAgain(network: Network, { number, asked, head }: LayerRecord, atlases: readonly Atlas[]): LayerRecord {
  const scene = layerScene(number, atlases);
  const maps = mapsOf(network, number, scene, asked);
  return { number, objects: asTold(scene), asked, own: maps.own(), other: maps.other(), head, random: maps.random(head) };
}
