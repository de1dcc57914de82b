import { against, best, holding, inBox, pointsFor, positive, total, CELLS } from "./cells";
import type { SceneObject, SceneSet } from "./recording";

/** A channel whose numbers a learner reckons with. */
export interface OpenChannel {
  /** 49 cells, 0 … 9. */
  readonly tile: readonly number[];
  /** Its α as given; null where it is to be averaged from the gradients. */
  readonly alpha: number | null;
  /** Gradients of its four quarters, whose mean is a whole number; null where α is given. */
  readonly gradients: readonly number[] | null;
}

export interface View {
  readonly set: SceneSet;
  /** Place in the bank; its picture is public/grad-cam/<set>-<place>.webp. */
  readonly place: number;
  readonly objects: readonly SceneObject[];
  /** Which object's class is asked for; null where the map is reckoned from channels. */
  readonly asked: number | null;
  /** Where the picture has bold lines, as anybody sees: 49 cells, 0 … 99. */
  readonly edges: readonly number[];
  /** How many hottest cells are asked for. */
  readonly hot: number;
  /** How many coldest cells, 0 before level 3. */
  readonly cold: number;
  /** What there is to reckon with; empty where the picture has to do. */
  readonly channels: readonly OpenChannel[];
}

/** One channel's share of the map. */
export interface Share {
  /** Its place in the layer, or in the view's list where that shows them. */
  readonly index: number;
  readonly alpha: number;
  /** What it adds to each cell. */
  readonly adds: readonly number[];
}

export interface Truth {
  /** Σ α A before the ReLU, by cell, whole numbers. */
  readonly map: readonly number[];
  /** The strongest channels, in order of what they add or take in all; the rest of the map is the other channels'. */
  readonly shares: readonly Share[];
  /** How many further channels there are. */
  readonly others: number;
}

export interface Answer {
  /** Cells, numbered row by row. */
  readonly hot: readonly number[];
  readonly cold: readonly number[];
}

/** α of a channel: as given, or the mean of its gradients. */
export const alphaOf = ({ alpha, gradients }: OpenChannel): number => alpha ?? total(gradients ?? []) / (gradients?.length || 1);

/** Σ_k weights[k] · tile_k. */
export const weighed = (channels: readonly OpenChannel[], weights: readonly number[]): number[] =>
  Array.from({ length: CELLS }, (_, cell) => channels.reduce((sum, { tile }, k) => sum + weights[k] * tile[cell], 0));

/** The share of the heat that the hottest cells asked for hold, and of the cold, in percent. */
const HEAT_HELD = 70;
const COLD_HELD = 50;

/** How many cells are asked for on a map. */
export const asked = (map: readonly number[], cold: boolean) => ({
  hot: holding(positive(map), HEAT_HELD),
  cold: cold ? holding(against(map), COLD_HELD) : 0,
});

/** The cells that earn everything. */
export const perfect = ({ hot, cold }: View, { map }: Truth): Answer => ({ hot: best(positive(map), hot), cold: best(against(map), cold) });

/** Points of 100: the heat caught, and from level 3 on half for the heat and half for the cold. */
export function pointsOf(view: View, { map }: Truth, answer: Answer): { readonly hot: number; readonly cold: number } {
  const each = view.cold > 0 ? 50 : 100;
  return {
    hot: pointsFor(positive(map), answer.hot, view.hot, each),
    cold: view.cold > 0 ? pointsFor(against(map), answer.cold, view.cold, each) : 0,
  };
}

/** The share of each cell, in pixels, that lies on these objects. */
export const covered = (objects: readonly SceneObject[]): number[] =>
  objects.reduce<number[]>(
    (sum, { box }) => inBox(box).map((pixels, cell) => sum[cell] + pixels),
    Array.from({ length: CELLS }, () => 0),
  );
