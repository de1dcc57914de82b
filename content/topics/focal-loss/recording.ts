/**
 * The losses of a real detector as files hold them. A logit is kept in the sense of its target: z = x for the class of an object, −x for
 * everything else, so pₜ = σ(z): great z is easy, small z is hard.
 */
import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";

/** Counts of z in steps of `WIDTH`, from the bin `first` (z = first · WIDTH … (first + 1) · WIDTH) on. */
export interface PackedHistogram {
  readonly first: number;
  readonly counts: readonly number[];
}

export type MomentId = "no-prior" | "prior" | "early" | "late";

/** The detector at one moment of its training, over all scenes. */
export interface Moment {
  readonly id: MomentId;
  /** Training steps made. */
  readonly step: number;
  readonly object: PackedHistogram;
  readonly background: PackedHistogram;
}

export interface LossRecord {
  readonly scenes: number;
  /** Anchors that count; each has as many logits as there are classes. */
  readonly anchors: number;
  readonly moments: readonly Moment[];
}

/** For each place (cells of the three levels, one after another): its logits, and those of objects among them. */
export interface PackedPlaces {
  /** Base64 of the bins of `PLACE_WIDTH` that logits of no object fill, as `packPlaces` lays them out. */
  readonly background: string;
  /** [place, z] · n, z with two decimals, of those that are. */
  readonly object: readonly (readonly [number, number])[];
}

export interface PlacesRecord {
  readonly scenes: readonly {
    /** How the scene was composed, for the eye. */
    readonly drawing: SceneDrawing | null;
    readonly objects: readonly { readonly label: number; readonly box: readonly number[] }[];
    readonly moments: Readonly<Record<string, PackedPlaces>>;
  }[];
}

/** Width of the fine histogram's bins: a loss changes by at most a sixteenth from a bin's middle to its edge. */
export const WIDTH = 0.125;
/** Width of the bins of a place. */
export const PLACE_WIDTH = 0.5;
/** The bin of a place that z = 0 begins; bins are bytes. */
export const PLACE_ZERO = 40;
const PLACE_BINS = 120;

/** The detector's levels: cells a side, pixels a cell, anchors a cell. */
export const PLACE_LEVELS = [
  { side: 14, stride: 8 },
  { side: 7, stride: 16 },
  { side: 4, stride: 32 },
] as const;
const PER_CELL = 9;
export const PLACES = PLACE_LEVELS.reduce((sum, { side }) => sum + side * side, 0);

/** The cell that an anchor stands on: anchors come level by level, cell by cell. */
export const placeOfAnchor = (anchor: number): number => Math.floor(anchor / PER_CELL);

export function packHistogram(zs: readonly number[]): PackedHistogram {
  const bins = zs.map((z) => Math.floor(z / WIDTH));
  const first = bins.reduce((least, bin) => Math.min(least, bin), Infinity);
  const last = bins.reduce((most, bin) => Math.max(most, bin), -Infinity);
  const counts = Array<number>(last - first + 1).fill(0);
  for (const bin of bins) counts[bin - first]++;
  return { first, counts };
}

interface Entry {
  readonly z: number;
  readonly object: boolean;
  readonly place: number;
}

/** Place after place: how many bins it fills, then each bin and its count (a place has 180 logits), a byte each. */
export function packPlaces(entries: readonly Entry[]): PackedPlaces {
  const counts = new Map<number, number>();
  for (const { z, object, place } of entries) {
    if (object) continue;
    const bin = Math.min(Math.max(Math.floor(z / PLACE_WIDTH) + PLACE_ZERO, 0), PLACE_BINS - 1);
    const key = place * PLACE_BINS + bin;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const perPlace = Array.from({ length: PLACES }, (_, place) =>
    Array.from({ length: PLACE_BINS }, (_, bin) => [bin, counts.get(place * PLACE_BINS + bin) ?? 0]).filter(([, count]) => count > 0),
  );
  const bytes = perPlace.flatMap((bins) => [bins.length, ...bins.flat()]);
  return {
    background: btoa(String.fromCharCode(...bytes)),
    object: entries.filter(({ object }) => object).map(({ place, z }) => [place, Math.round(z * 100) / 100] as const),
  };
}
