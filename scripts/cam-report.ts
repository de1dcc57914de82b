/**
 * npm run cam-report
 * What the lesson on class activation maps says of the shipped classifier: where the map's peak lies when each of two objects is asked
 * for, beside maps mixed by other weights; how much of a score is evidence against; and how well a box drawn around the map fits an object.
 * Writes bench/cam-report.json and the topics' figures.json.
 */
import { writeFileSync } from "node:fs";
import { area, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { networkInput } from "@/lib/engine/detectors/input";
import { mapPeak, resizeBilinear } from "@/lib/engine/explain";
import { camHead } from "@/lib/engine/explain/cam";
import { weightedSum } from "@/lib/engine/explain/maps";
import { forward, type Tensor } from "@/lib/engine/nets";
import { emojiScene, SCENE_SIDE, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import type { CamReport, Mix } from "./figures/cam";
import { classifierAndDrawings } from "./tasks/context";

/** Scenes with two objects, scenes with one, and scenes on which threshold and constant box are chosen. */
const [PAIRS, SINGLES, TUNING] = [300, 300, 100];

const { network, atlases } = await classifierAndDrawings();
const { layer } = camHead(network, 0);

const mapsOf = ({ pixels }: EmojiScene): Tensor => forward(network, networkInput(pixels, SCENE_SIDE)).activations[layer];
const weightsOf = (label: number) => camHead(network, label).weights;
const inside = ({ row, column }: { readonly row: number; readonly column: number }, [x1, y1, x2, y2]: BoxXYXY) =>
  column + 0.5 > x1 && column + 0.5 < x2 && row + 0.5 > y1 && row + 0.5 < y2;
const enlarged = (map: Tensor) => resizeBilinear(map, SCENE_SIDE, SCENE_SIDE);

/** The weights of a way of mixing; `sums` are the channels' sums over their cells. */
const MIXES: Readonly<Record<Mix, (weights: Float64Array, sums: readonly number[]) => Float64Array>> = {
  cam: (weights) => weights,
  positive: (weights) => weights.map((w) => Math.max(0, w)),
  alike: (weights) => weights.map(() => 1),
  strongest: (weights, sums) => {
    const shares = Array.from(weights, (w, k) => w * sums[k]);
    const best = shares.indexOf(Math.max(...shares));
    return weights.map((w, k) => (k === best ? w : 0));
  },
};

function sumsOf({ shape: [channels, height, width], data }: Tensor): number[] {
  const plane = height * width;
  return Array.from({ length: channels }, (_, k) => data.subarray(k * plane, (k + 1) * plane).reduce((sum, v) => sum + v, 0));
}

/** The box around the largest connected region of pixels above a share of the map's maximum. */
function boxAround(map: Tensor, share: number): BoxXYXY {
  const { data } = map;
  const least = share * data.reduce((most, v) => Math.max(most, v), 0);
  const seen = new Uint8Array(data.length);
  let best: { readonly size: number; readonly box: BoxXYXY } = { size: 0, box: [0, 0, SCENE_SIDE, SCENE_SIDE] };
  for (let start = 0; start < data.length; start++) {
    if (seen[start] || data[start] < least) continue;
    const region = [start];
    seen[start] = 1;
    let [x1, y1, x2, y2] = [SCENE_SIDE, SCENE_SIDE, 0, 0];
    for (let at = 0; at < region.length; at++) {
      const [x, y] = [region[at] % SCENE_SIDE, Math.floor(region[at] / SCENE_SIDE)];
      [x1, y1, x2, y2] = [Math.min(x1, x), Math.min(y1, y), Math.max(x2, x + 1), Math.max(y2, y + 1)];
      for (const [nx, ny] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ]) {
        const next = ny * SCENE_SIDE + nx;
        if (nx < 0 || ny < 0 || nx >= SCENE_SIDE || ny >= SCENE_SIDE || seen[next] || data[next] < least) continue;
        seen[next] = 1;
        region.push(next);
      }
    }
    if (region.length > best.size) best = { size: region.length, box: [x1, y1, x2, y2] };
  }
  return best.box;
}

interface Located {
  readonly map: Tensor;
  readonly box: BoxXYXY;
}
const single = (name: string, n: number): Located => {
  const scene = emojiScene(`cam/${name}/${n}`, { atlases, objects: [1, 1], side: [40, 84] });
  const [{ label, box }] = scene.objects;
  return { map: enlarged(weightedSum(mapsOf(scene), weightsOf(label))), box };
};
const found = (boxes: readonly (readonly [BoxXYXY, BoxXYXY])[]) => boxes.filter(([a, b]) => iou(a, b) >= 0.5).length / boxes.length;
/** The entry of a list with the highest mark. */
const bestOf = <T>(list: readonly T[], mark: (entry: T) => number) =>
  list.reduce((best, entry) => (mark(entry) > mark(best) ? entry : best));
const square = (side: number): BoxXYXY => [
  (SCENE_SIDE - side) / 2,
  (SCENE_SIDE - side) / 2,
  (SCENE_SIDE + side) / 2,
  (SCENE_SIDE + side) / 2,
];
const steps = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

const hits: Record<Mix, number> = { cam: 0, positive: 0, alike: 0, strongest: 0 };
let [anyPixel, against, questions] = [0, 0, 0];
let scenes = 0;
for (let n = 0; scenes < PAIRS; n++) {
  const scene = emojiScene(`cam/test/${n}`, { atlases, objects: [2, 2], side: [40, 64], overlap: 0.02 });
  if (scene.objects.length < 2 || scene.objects[0].label === scene.objects[1].label) continue;
  scenes++;
  const maps = mapsOf(scene);
  const sums = sumsOf(maps);
  for (const { label, box } of scene.objects) {
    questions++;
    const weights = weightsOf(label);
    for (const mix of Object.keys(MIXES) as Mix[])
      if (inside(mapPeak(enlarged(weightedSum(maps, MIXES[mix](weights, sums)))), box)) hits[mix]++;
    anyPixel += area(box) / (SCENE_SIDE * SCENE_SIDE);
    const shares = Array.from(weights, (w, k) => w * sums[k]);
    const [minus, all] = shares.reduce(([down, both], v) => [down + Math.max(0, -v), both + Math.abs(v)], [0, 0]);
    against += minus / all;
  }
}

const tuning = steps(TUNING).map((n) => single("tune", n));
const share = bestOf(
  steps(18).map((i) => i / 20),
  (least) => found(tuning.map(({ map, box }) => [boxAround(map, least), box])),
);
const side = bestOf(steps(SCENE_SIDE), (length) => found(tuning.map(({ box }) => [square(length), box])));
const singles = steps(SINGLES).map((n) => single("box", n));

const rate = (mix: Mix) => hits[mix] / questions;
const report: CamReport = {
  questions,
  pointing: { cam: rate("cam"), positive: rate("positive"), alike: rate("alike"), strongest: rate("strongest") },
  anyPixel: anyPixel / questions,
  against: against / questions,
  box: {
    scenes: SINGLES,
    tuning: TUNING,
    share,
    cam: found(singles.map(({ map, box }) => [boxAround(map, share), box])),
    constant: found(singles.map(({ box }) => [square(side), box])),
  },
};
writeFileSync("bench/cam-report.json", `${JSON.stringify(report, null, 2)}\n`);
writeFigures();
console.log(report);
