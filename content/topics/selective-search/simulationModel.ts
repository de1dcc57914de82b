import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { BINS, labelsOf, MEASURES, regionsAfter, type Grown, type Measure, type PairRow } from "./question";

/** A box finds an object from here on. */
export const HIT = 0.5;

/** When the best box of an object comes to be: 0 for a first segment, then the number of the merge. */
export interface Found {
  readonly label: number;
  readonly box: BoxXYXY;
  readonly iou: number;
  readonly when: number;
}

/** For each object the best of the first boxes of a list, and its place in it. */
function bestOf(
  objects: Grown["objects"],
  boxes: readonly BoxXYXY[],
): { readonly label: number; readonly iou: number; readonly at: number; readonly box: BoxXYXY }[] {
  return objects.map(({ label, box }) => {
    const overlaps = boxes.map((other) => iou(box, other));
    const at = overlaps.indexOf(Math.max(...overlaps));
    return { label, iou: overlaps[at], at, box: boxes[at] };
  });
}

/** Each object's best box among all regions that have existed after some merges. */
export const foundAfter = ({ objects, boxes, count }: Grown, merges: number): Found[] =>
  bestOf(objects, boxes.slice(0, count + merges)).map(({ at, ...rest }) => ({ ...rest, when: Math.max(0, at - count + 1) }));

/** Each object's best box among the first of fast mode. */
export const foundInList = ({ objects, fast }: Grown, kept: number): Found[] =>
  bestOf(objects, fast.slice(0, kept)).map(({ at, ...rest }) => ({ ...rest, when: at + 1 }));

export type Stage = "segment" | "early" | "late";
/** In which part of the grouping the best box of an object comes to be. */
export const stageOf = (when: number, merges: number): Stage => (when === 0 ? "segment" : when <= merges / 2 ? "early" : "late");

/** The borders of the regions after some merges, as one path, and those of two regions apart. */
export function bordersOf(grown: Grown, merges: number, lit: readonly number[]): { readonly all: string; readonly lit: string } {
  const region = regionsAfter(grown, merges);
  const labels = labelsOf(grown);
  const paths = { all: [] as string[], lit: [] as string[] };
  const note = (a: number, b: number, path: string) => {
    const [first, second] = [region[labels[a]], region[labels[b]]];
    if (first === second) return;
    paths.all.push(path);
    if (lit.includes(first) || lit.includes(second)) paths.lit.push(path);
  };
  for (let y = 0; y < SCENE_SIDE; y++) {
    for (let x = 0; x < SCENE_SIDE; x++) {
      const at = y * SCENE_SIDE + x;
      if (x + 1 < SCENE_SIDE) note(at, at + 1, `M${x + 1} ${y}v1`);
      if (y + 1 < SCENE_SIDE) note(at, at + SCENE_SIDE, `M${x} ${y + 1}h1`);
    }
  }
  return { all: paths.all.join(""), lit: paths.lit.join("") };
}

export const valueOf = (row: PairRow, name: Measure): number => row[MEASURES.indexOf(name) + 2];

export const totalOf = (row: PairRow, measures: readonly Measure[]): number => measures.reduce((sum, name) => sum + valueOf(row, name), 0);

/** The box around two boxes. */
export const around = (a: BoxXYXY, b: BoxXYXY): BoxXYXY => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** How many of a region's pixels lie in each bin of each channel: a merged region has those of both. */
function coloursOf(grown: Grown, region: number): readonly number[] {
  const { colours, count, pairs } = grown;
  if (region < count) return colours[region];
  const [first, second] = pairs[region - count][0];
  const more = coloursOf(grown, second);
  return coloursOf(grown, first).map((pixels, bin) => pixels + more[bin]);
}

/** One channel's bins of two regions, as shares of all that is counted of each, and what they have in common. */
export interface ChannelBins {
  readonly bins: readonly { readonly a: number; readonly b: number }[];
  readonly overlap: number;
}

/** Two regions' colour histograms, channel by channel: the overlaps add up to their colour similarity. */
export function channelBins(grown: Grown, a: number, b: number): ChannelBins[] {
  const [one, other] = [coloursOf(grown, a), coloursOf(grown, b)];
  const channels = one.length / BINS;
  return Array.from({ length: channels }, (_, c) => {
    const bins = Array.from({ length: BINS }, (_, i) => ({
      a: one[c * BINS + i] / (grown.sizes[a] * channels),
      b: other[c * BINS + i] / (grown.sizes[b] * channels),
    }));
    return { bins, overlap: bins.reduce((sum, bin) => sum + Math.min(bin.a, bin.b), 0) };
  });
}

/** The pixel of a region that is nearest to its middle. */
export function middleOfRegion(grown: Grown, merges: number, region: number): readonly [number, number] {
  const belongs = regionsAfter(grown, merges);
  const places: (readonly [number, number])[] = [];
  labelsOf(grown).forEach((label, at) => {
    if (belongs[label] === region) places.push([at % SCENE_SIDE, Math.floor(at / SCENE_SIDE)]);
  });
  const [mx, my] = [0, 1].map((axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length);
  const away = ([x, y]: readonly [number, number]) => (x - mx) ** 2 + (y - my) ** 2;
  const [x, y] = places.reduce((nearest, place) => (away(place) < away(nearest) ? place : nearest));
  return [x + 0.5, y + 0.5];
}

/** Recall of the first n boxes of fast mode on this picture, as corners of a staircase: n on x. */
export function recallSteps({ objects, fast }: Grown, most: number): { readonly x: number; readonly y: number }[] {
  const found = objects
    .map(({ box }) => fast.findIndex((other) => iou(box, other) >= HIT) + 1)
    .filter((n) => n > 0 && n <= most)
    .sort((a, b) => a - b);
  const corners = found.flatMap((n, i) => [i, i + 1].map((hits) => ({ x: n, y: hits / objects.length })));
  return [{ x: 1, y: 0 }, ...corners, { x: most, y: found.length / objects.length }];
}
