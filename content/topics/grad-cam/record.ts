/** Scenes of the `gradcam-regions` bank and what the classifier makes of them: the same whole numbers wherever this runs. */
import { networkInput } from "@/lib/engine/detectors/input";
import { classLogit, subjectOf, type Subject } from "@/lib/engine/explain";
import { camHead } from "@/lib/engine/explain/cam";
import { weightedSum } from "@/lib/engine/explain/maps";
import { forward, type ForwardPass, type Network, type Tensor } from "@/lib/engine/nets";
import { seeded } from "@/lib/engine/random";
import { emojiScene, SCENE_SIDE, type Atlas, type Background, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { CELL, CELLS, SIDE, total } from "./challenges/gradcam-regions/cells";
import { averaged, fair, pictureOf, reckonedOf } from "./challenges/gradcam-regions/draw";
import type { Channel, Grads, SceneRecord, SceneSet } from "./challenges/gradcam-regions/recording";

/** Grounds with lines and spots of their own: on them bold lines are not the object's alone. */
const BUSY: readonly Background[] = ["stripes", "checker", "blobs", "shapes"];
const OBJECTS: Readonly<Record<SceneSet, number>> = { one: 1, three: 3 };
/** How many channels of the last layer are kept: those that add most, and those that take most. */
const KEPT: Readonly<Record<SceneSet, { readonly adding: number; readonly taking: number }>> = {
  one: { adding: 3, taking: 1 },
  three: { adding: 4, taking: 2 },
};
/** The layer whose gradients are averaged at level 5. */
export const BEFORE = "conv4b/relu";

/** Scene n of a set. @param atlases the drawings of all styles that the classifier learnt */
export function sceneOf(set: SceneSet, number: number, atlases: readonly Atlas[]): EmojiScene {
  return emojiScene(`grad-cam/${set}/${number}`, {
    atlases,
    objects: [OBJECTS[set], OBJECTS[set]],
    side: set === "one" ? [40, 60] : [30, 46],
    overlap: 0.05,
    backgrounds: BUSY,
  });
}

/** Means over the cells of the 7 × 7 grid of one plane of a 14 × 14 map. */
function pooled(data: ArrayLike<number>, plane: number): number[] {
  const across = 2 * SIDE;
  return Array.from({ length: CELLS }, (_, cell) => {
    const at = plane * across * across + 2 * Math.floor(cell / SIDE) * across + 2 * (cell % SIDE);
    return (data[at] + data[at + 1] + data[at + across] + data[at + across + 1]) / 4;
  });
}

const largest = (values: readonly number[]) => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
/** Values as whole numbers, the largest size `to`; a flat plane stays 0. */
const scaled = (values: readonly number[], to: number) => {
  const most = largest(values);
  return values.map((v) => (most > 0 ? Math.round((v * to) / most) + 0 : 0));
};

/** How much the picture changes from pixel to pixel, by cell, 0 … 99. */
function edgesOf({ pixels, side }: EmojiScene): number[] {
  const sums = Array.from({ length: CELLS }, () => 0);
  const at = (x: number, y: number) => {
    const i = (y * side + x) * 3;
    return pixels[i] + pixels[i + 1] + pixels[i + 2];
  };
  for (let y = 0; y < side - 1; y++) {
    for (let x = 0; x < side - 1; x++) {
      const step = Math.abs(at(x + 1, y) - at(x, y)) + Math.abs(at(x, y + 1) - at(x, y));
      // Small steps are noise, not lines.
      if (step > 90) sums[Math.floor(y / CELL) * SIDE + Math.floor(x / CELL)] += step;
    }
  }
  return scaled(sums, 99);
}

/** The last layer's channels that add or take most in all, the strongest first. */
function strongest(maps: Tensor, weights: ArrayLike<number>, set: SceneSet, peak: number): Channel[] {
  const channels = Array.from({ length: maps.shape[0] }, (_, index) => {
    const cells = pooled(maps.data, index);
    return { index, cells, all: weights[index] * cells.reduce((sum, v) => sum + v, 0) };
  });
  const { adding, taking } = KEPT[set];
  const by = (sign: 1 | -1, count: number) =>
    channels
      .filter(({ all }) => all * sign > 0)
      .sort((a, b) => (b.all - a.all) * sign || a.index - b.index)
      .slice(0, count);
  return [...by(1, adding), ...by(-1, taking)]
    .sort((a, b) => Math.abs(b.all) - Math.abs(a.all) || a.index - b.index)
    .map(({ index, cells }) => ({
      index,
      peak: peak > 0 ? Math.round((weights[index] * largest(cells) * 999) / peak) + 0 : 0,
      tile: scaled(cells, 9),
    }));
}

/** Means of one plane of 14 × 14 over its four quarters. */
function quarters(data: ArrayLike<number>, plane: number): number[] {
  const [side, half] = [2 * SIDE, SIDE];
  return [0, 1, 2, 3].map((q) => {
    const [top, left] = [Math.floor(q / 2) * half, (q % 2) * half];
    let sum = 0;
    for (let y = top; y < top + half; y++) for (let x = left; x < left + half; x++) sum += data[plane * side * side + y * side + x];
    return sum / (half * half);
  });
}

/** A channel as the bank keeps it: 49 cells, 0 … 9, 9 where it is strongest. @param maps [channels, 14, 14] */
export const tileIn = ({ data }: Tensor, channel: number): number[] => scaled(pooled(data, channel), 9);

/** The largest size of a gradient in whole numbers: tried one after the other, until their means are whole as well. */
const SCALES = [8, 9, 10, 11, 12];

/** The gradients of each channel's quarters in whole numbers, by scale. @param among the channels whose largest sets the scale */
export function gradientsIn({ data }: Tensor, among: readonly number[]): number[][][] {
  const exact = among.map((channel) => quarters(data, channel));
  const most = exact.reduce((m, one) => Math.max(m, largest(one)), 0);
  return most === 0 ? [] : SCALES.map((to) => exact.map((one) => one.map((g) => Math.round((g * to) / most) + 0)));
}

/** How many channels' gradients are averaged at level 5. */
const AVERAGED = 3;
/** Triples tried on a scene before it counts as having none. */
const TRIPLES = 2400;
/** A channel that is strong in hardly any cell, or in all, is nothing to reckon with: bounds for the sum of its digits. */
const BUSY_TILE = { least: 30, most: 220 };

/** The channels that are something to reckon with. @param maps [channels, 14, 14] */
export const busyIn = (maps: Tensor): number[] =>
  Array.from({ length: maps.shape[0] }, (_, channel) => channel).filter((channel) => {
    const sum = total(tileIn(maps, channel));
    return sum >= BUSY_TILE.least && sum <= BUSY_TILE.most;
  });

/**
 * Three channels of the layer before, some for and some against, for which averaging matters: `accepts` says of a triple whether
 * nobody passes who does not average. Gradients are rounded so that their means are whole numbers. Empty where no triple will do.
 */
function gradsOf(subject: Subject, seed: string, accepts: (grads: readonly Grads[]) => boolean): Grads[] {
  const maps = subject.pass.activations[BEFORE];
  const signal = subject.signal().layers[BEFORE];
  if (!signal) return [];
  const among = busyIn(maps);
  const random = seeded(seed);
  const byScale = gradientsIn(signal, among).map((scale) =>
    scale.flatMap((gradients, i): Grads[] => {
      const sum = total(gradients);
      return sum % 4 === 0 && sum !== 0 ? [{ index: among[i], tile: tileIn(maps, among[i]), gradients }] : [];
    }),
  );
  if (byScale.length === 0) return [];
  for (let tried = 0; tried < TRIPLES; tried++) {
    const from = byScale[tried % byScale.length];
    if (from.length < AVERAGED) continue;
    const triple = random.shuffle(from).slice(0, AVERAGED);
    const signs = new Set(triple.map(({ gradients }) => total(gradients) > 0));
    if (signs.size === 2 && accepts(triple)) return triple;
  }
  return [];
}

/** A scene with the pass over it, from which each of its objects can be asked for. */
interface SeenScene {
  readonly set: SceneSet;
  readonly number: number;
  readonly scene: EmojiScene;
  readonly edges: readonly number[];
  readonly pass: ForwardPass;
}

function see(network: Network, set: SceneSet, number: number, scene: EmojiScene): SeenScene {
  return { set, number, scene, edges: edgesOf(scene), pass: forward(network, networkInput(scene.pixels, SCENE_SIDE)) };
}

/** The record of the class of one object of a scene, without gradients. The head averages, so α_k = w_k / 196 needs no backward pass. */
function recordOf(network: Network, { set, number, scene, edges, pass }: SeenScene, asked: number): SceneRecord {
  const { layer, weights } = camHead(network, scene.objects[asked].label);
  const maps = pass.activations[layer];
  const mixed = weightedSum(maps, weights);
  return {
    number,
    objects: scene.objects.map(({ label, box: [x1, y1, x2, y2] }) => ({ label, box: [x1, y1, x2, y2] })),
    asked,
    map: wholeMap(mixed),
    edges,
    channels: strongest(maps, weights, set, largest(pooled(mixed.data, 0))),
    grads: [],
  };
}

/** Whether a scene has all its objects, each of a class of its own. */
const fits = (set: SceneSet, { objects }: EmojiScene) =>
  objects.length === OBJECTS[set] && new Set(objects.map(({ label }) => label)).size === objects.length;

/** Whether a record serves every level of its set: what the bank is made of. */
const serves = (set: SceneSet, record: SceneRecord) =>
  set === "one" ? fair(pictureOf(set, 0, record, 1), 1) : fair(pictureOf(set, 0, record, 2), 2) && fair(pictureOf(set, 0, record, 3), 3);

/** The record of scene n of a set as it comes, not chosen for anything: of object n modulo their number. Null where objects are missing or of one class. */
export function plainRecord(network: Network, set: SceneSet, number: number, atlases: readonly Atlas[]): SceneRecord | null {
  const scene = sceneOf(set, number, atlases);
  return fits(set, scene) ? recordOf(network, see(network, set, number, scene), number % OBJECTS[set]) : null;
}

/** The bank's record of scene n of a set: of the first object whose class will do. Null where the scene is of no use. */
export function bankRecord(network: Network, set: SceneSet, number: number, atlases: readonly Atlas[]): SceneRecord | null {
  const scene = sceneOf(set, number, atlases);
  if (!fits(set, scene)) return null;
  const seen = see(network, set, number, scene);
  for (const asked of scene.objects.keys()) {
    const record = recordOf(network, seen, asked);
    if (!serves(set, record)) continue;
    if (set === "one") return record;
    const subject = subjectOf({ network, image: seen.pass.input, target: classLogit(scene.objects[asked].label) });
    const grads = gradsOf(subject, `grad-cam/${set}/${number}/${asked}`, (triple) =>
      fair(reckonedOf(0, record, averaged({ ...record, grads: triple })), 5),
    );
    if (grads.length > 0) return { ...record, grads };
  }
  return null;
}

/** A layer's map as the bank keeps it: 49 whole numbers, the largest size 999. @param map 14 × 14 */
export const wholeMap = ({ data }: Tensor): number[] => scaled(pooled(data, 0), 999);

/** A recorded scene reckoned anew, but for its gradients, with the picture as the network takes it. */
export function recordAgain(
  network: Network,
  set: SceneSet,
  { number, asked }: SceneRecord,
  atlases: readonly Atlas[],
): { readonly record: SceneRecord; readonly image: Tensor } {
  const seen = see(network, set, number, sceneOf(set, number, atlases));
  return { record: recordOf(network, seen, asked), image: seen.pass.input };
}
