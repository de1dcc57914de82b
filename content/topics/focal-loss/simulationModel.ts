import { sigmoid } from "@/lib/engine/losses";
import { log1p, pow, exp } from "@/lib/engine/exact";
import { PLACE_LEVELS, PLACE_WIDTH, PLACE_ZERO, WIDTH, type Moment, type PackedPlaces } from "./recording";

export type Quantity = "value" | "gradient";

export interface Loss {
  readonly gamma: number;
  /** Negative: off. */
  readonly alpha: number;
}
export const CROSS_ENTROPY: Loss = { gamma: 0, alpha: -1 };

/** From this pₜ on a place of the background counts as easy, here as in the challenge. */
const EASY = 0.9;

/** What one place adds, from z with pₜ = σ(z): the loss, or the size of its slope on the logit. Equal to `sigmoidFocalLoss`'s (tested). */
export function weightAt(z: number, object: boolean, { gamma, alpha }: Loss, quantity: Quantity): number {
  const q = sigmoid(-z);
  const entropy = z >= 0 ? log1p(exp(-z)) : log1p(exp(z)) - z;
  const weight = alpha < 0 ? 1 : object ? alpha : 1 - alpha;
  const focus = weight * (gamma === 0 ? 1 : pow(q, gamma));
  return quantity === "value" ? focus * entropy : focus * (q + gamma * sigmoid(z) * entropy);
}

/** One bin of a moment's histogram. */
interface Bin {
  readonly z: number;
  readonly pt: number;
  readonly count: number;
  readonly object: boolean;
}

export const binsOfMoment = ({ object, background }: Moment): Bin[] =>
  [object, background].flatMap(({ first, counts }, i) =>
    counts.flatMap((count, k) => {
      const z = (first + k + 0.5) * WIDTH;
      return count > 0 ? [{ z, pt: sigmoid(z), count, object: i === 0 }] : [];
    }),
  );

export const WHO = ["easy", "hard", "object"] as const;
export type Who = (typeof WHO)[number];

const whoIs = ({ pt, object }: Pick<Bin, "pt" | "object">): Who => (object ? "object" : pt >= EASY ? "easy" : "hard");

/** Sums over a moment by who they belong to. */
export type Sums = Readonly<Record<Who, number>>;

export function sumsOf(bins: readonly Bin[], loss: Loss, quantity: Quantity | "count"): Sums {
  const sums = { easy: 0, hard: 0, object: 0 };
  for (const bin of bins) sums[whoIs(bin)] += bin.count * (quantity === "count" ? 1 : weightAt(bin.z, bin.object, loss, quantity));
  return sums;
}

export const totalOf = (sums: Sums): number => sums.easy + sums.hard + sums.object;

/** Shares of the whole, 0 … 1. Printed they are rounded each for itself, as the lesson's figures are, and may miss 100 % by a tenth. */
export function sharesOf(sums: Sums): Sums {
  const total = totalOf(sums);
  return { easy: sums.easy / total, hard: sums.hard / total, object: sums.object / total };
}

/** Stretches of pₜ that the second depth shows as rows: fine where the flood is. */
const EDGES = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999, 1] as const;

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly objects: number;
  /** Shares of the whole. */
  readonly entropy: number;
  readonly focal: number;
}

export function stretchesOf(bins: readonly Bin[], loss: Loss, quantity: Quantity): Stretch[] {
  const [entropy, focal] = [CROSS_ENTROPY, loss].map((each) => totalOf(sumsOf(bins, each, quantity)));
  return EDGES.slice(1).map((to, i) => {
    const from = EDGES[i];
    const inside = bins.filter(({ pt }) => pt >= from && (pt < to || to === 1));
    const sum = (each: Loss) => inside.reduce((all, { z, object, count }) => all + count * weightAt(z, object, each, quantity), 0);
    return {
      ...{ from, to },
      count: inside.reduce((all, { count }) => all + count, 0),
      objects: inside.reduce((all, { count, object }) => (object ? all + count : all), 0),
      entropy: sum(CROSS_ENTROPY) / entropy,
      focal: sum(loss) / focal,
    };
  });
}

/** A logit of one place: its z and how many alike there are. */
export interface Entry {
  readonly z: number;
  readonly count: number;
  readonly object: boolean;
}

/** The logits of every place, level after level, cell after cell. */
export function entriesOf({ background, object }: PackedPlaces): Entry[][] {
  const bytes = Uint8Array.from(atob(background), (letter) => letter.charCodeAt(0));
  const places: Entry[][] = [];
  for (let at = 0; at < bytes.length;) {
    const bins = bytes[at++];
    const entries: Entry[] = [];
    for (let k = 0; k < bins; k++, at += 2)
      entries.push({ z: (bytes[at] - PLACE_ZERO + 0.5) * PLACE_WIDTH, count: bytes[at + 1], object: false });
    places.push(entries);
  }
  for (const [place, z] of object) places[place].push({ z, count: 1, object: true });
  return places;
}

export const MAP_SIDE = PLACE_LEVELS[0].side;

/** For each cell of the finest level, the places of all levels that lie over it. */
const OVER: readonly (readonly { readonly place: number; readonly part: number }[])[] = Array.from(
  { length: MAP_SIDE * MAP_SIDE },
  (_, cell) => {
    const [row, column] = [Math.floor(cell / MAP_SIDE), cell % MAP_SIDE];
    let begin = 0;
    return PLACE_LEVELS.map(({ side, stride }) => {
      const times = stride / PLACE_LEVELS[0].stride;
      const place = begin + Math.floor(row / times) * side + Math.floor(column / times);
      begin += side * side;
      return { place, part: 1 / (times * times) };
    });
  },
);

/** What each cell of the picture carries: a coarse place's loss is spread evenly over what it covers. */
export function carriedOf(places: readonly (readonly Entry[])[], loss: Loss, quantity: Quantity): Float64Array {
  const sums = places.map((entries) => entries.reduce((all, { z, count, object }) => all + count * weightAt(z, object, loss, quantity), 0));
  return Float64Array.from(OVER, (over) => over.reduce((all, { place, part }) => all + sums[place] * part, 0));
}

/** The entry of a cell that adds the most, each for itself: the object's own if one is there. */
export function loudestAt(places: readonly (readonly Entry[])[], cell: number, loss: Loss, quantity: Quantity): Entry | null {
  const entries = OVER[cell].flatMap(({ place }) => places[place]);
  const weight = ({ z, object }: Entry) => weightAt(z, object, loss, quantity);
  return entries.reduce<Entry | null>((best, entry) => (best === null || weight(entry) > weight(best) ? entry : best), null);
}

/** 0 … 1 of the largest, for a heat map. */
export function relative(values: Float64Array): Float64Array {
  const top = values.reduce((most, value) => Math.max(most, value), 0);
  return top === 0 ? values : values.map((value) => value / top);
}
