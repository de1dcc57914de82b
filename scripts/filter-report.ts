/**
 * npm run filter-report
 * What the lesson on filter weights says of our classifier: which of its first filters even light leaves silent, whether the patch most
 * like a filter is the one it answers loudest, and how much of a deep filter's response its boldest kernel tells. Writes
 * bench/filter-report.json and the topics' figures.json.
 */
import { writeFileSync } from "node:fs";
import { LAYERS } from "@/content/topics/filter-weights/looked";
import { networkInput } from "@/lib/engine/detectors/input";
import { forward, type Network, type Tensor } from "@/lib/engine/nets";
import { seeded } from "@/lib/engine/random";
import { emojiScene, SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import { EVEN, type FilterReport } from "./figures/filter-weights";
import { correlation, mean } from "./numbers";
import { classifierAndDrawings, scenesWanted } from "./tasks/context";

const scenes = scenesWanted(24);
const RANDOM = 4000;
/** A correlation from which a part of a response stands for the whole. */
const ENOUGH = 0.9;

const { network, atlases } = await classifierAndDrawings();
const sum = (list: ArrayLike<number>) => Array.from(list).reduce((a, b) => a + b, 0);
const sizes = (list: ArrayLike<number>) => sum(Array.from(list, Math.abs));

function convOf({ layers }: Network, name: string) {
  const layer = layers.find((each) => each.name === name);
  if (layer?.type !== "conv") throw new Error(`${name} is no convolution`);
  return layer;
}

/** Sums of a filter's weights over all that it is made of: all together, and the largest of a colour, as shares of their sizes. */
function evenness(filter: ArrayLike<number>): { readonly grey: number; readonly colour: number } {
  const all = sizes(filter);
  const colours = [0, 1, 2].map((c) => Math.abs(sum(Array.from(filter).slice(c * 9, c * 9 + 9))) / all);
  return { grey: Math.abs(sum(filter)) / all, colour: Math.max(...colours) };
}
const counted = (all: readonly ReturnType<typeof evenness>[]) => ({
  grey: all.filter(({ grey }) => grey < EVEN).length,
  colour: all.filter(({ colour }) => colour < EVEN).length,
});

const first = convOf(network, "conv1");
const filters = Array.from({ length: 16 }, (_, k) => first.weight.subarray(k * 27, k * 27 + 27));
const random = seeded("filter-report/random");
const chance = Array.from({ length: RANDOM }, () => evenness(Array.from({ length: 27 }, () => random.normal())));

/** The values under the kernels at a cell, one channel: nine of them, 0 outside of the map. */
function windowOf({ stride, padTop }: ReturnType<typeof convOf>, read: Tensor, channel: number, row: number, column: number): number[] {
  const [, side] = read.shape;
  return Array.from({ length: 9 }, (_, i) => {
    const [y, x] = [row * stride - padTop + Math.floor(i / 3), column * stride - padTop + (i % 3)];
    return y < 0 || x < 0 || y >= side || x >= side ? 0 : read.data[channel * side * side + y * side + x];
  });
}

let [likest, nearest] = [0, 0];
/** By layer: inputs of every scene. */
const inputs: Tensor[][] = LAYERS.map(() => []);
for (let n = 0; n < scenes; n++) {
  const image = networkInput(emojiScene(`filter-report/${n}`, { atlases, side: [30, 80] }).pixels, SCENE_SIDE);
  const pass = forward(network, image);
  LAYERS.forEach(({ name }, i) =>
    inputs[i].push(i === 0 ? pass.input : pass.activations[network.layers[convOf(network, name).from[0]].name]),
  );
  const map = pass.activations.conv1;
  const [, side] = map.shape;
  const patches = Array.from({ length: side * side }, (_, cell) =>
    [0, 1, 2].flatMap((c) => windowOf(first, pass.input, c, Math.floor(cell / side), cell % side)),
  );
  filters.forEach((filter, k) => {
    const own = Array.from(map.data.subarray(k * side * side, (k + 1) * side * side));
    const loudest = own.indexOf(Math.max(...own));
    const length = (list: ArrayLike<number>) => Math.sqrt(sum(Array.from(list, (v) => v * v)));
    const cosines = patches.map((patch, i) => (own[i] - first.bias[k]) / (length(patch) || 1));
    // As its picture is drawn: the largest weight is as far from grey as black and white are.
    const scale = 1.5 / Math.max(...Array.from(filter, Math.abs));
    const distances = patches.map((patch) => sum(patch.map((value, i) => (value - scale * filter[i]) ** 2)));
    if (cosines[loudest] >= Math.max(...cosines) - 1e-9) likest++;
    if (distances[loudest] <= Math.min(...distances) + 1e-9) nearest++;
  });
}

const layers = LAYERS.slice(1).map(({ name, filters: count, reads }, l) => {
  const conv = convOf(network, name);
  const [, side] = conv.shape;
  const [one, any, needed, shuffled]: number[][] = [[], [], [], []];
  for (let f = 0; f < count; f++) {
    const kernels = Array.from({ length: reads }, (_, c) => conv.weight.subarray((f * reads + c) * 9, (f * reads + c) * 9 + 9));
    /** What each kernel adds, at every cell of every scene. */
    const added = kernels.map((kernel, c) =>
      inputs[l + 1].flatMap((read) =>
        // Every third cell: neighbours tell the same.
        Array.from({ length: Math.floor((side * side) / 3) }, (_, i) => {
          const values = windowOf(conv, read, c, Math.floor((3 * i) / side), (3 * i) % side);
          return values.reduce((all, value, place) => all + value * kernel[place], 0);
        }),
      ),
    );
    const whole = added[0].map((_, i) => added.reduce((all, list) => all + list[i], 0));
    const bold = kernels.map((_, c) => c).sort((a, b) => sizes(kernels[b]) - sizes(kernels[a]));
    const until = (order: readonly number[]) => {
      const part = whole.map(() => 0);
      for (const [i, c] of order.entries()) {
        added[c].forEach((value, at) => (part[at] += value));
        if (correlation(part, whole) >= ENOUGH) return i + 1;
      }
      return order.length;
    };
    one.push(correlation(added[bold[0]], whole));
    any.push(mean(added.map((list) => correlation(list, whole))));
    needed.push(until(bold));
    shuffled.push(until(random.shuffle(bold)));
  }
  return {
    name,
    filters: count,
    cells: scenes * Math.floor((side * side) / 3),
    reads,
    one: mean(one),
    any: mean(any),
    needed: mean(needed),
    shuffled: mean(shuffled),
  };
});

const report: FilterReport = {
  scenes,
  seeds: "filter-report/0 …",
  filters: 16,
  even: counted(filters.map(evenness)),
  random: { count: RANDOM, ...counted(chance) },
  asked: scenes * 16,
  places: 56 * 56,
  likest,
  nearest,
  layers,
};
writeFileSync("bench/filter-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(JSON.stringify(report));
writeFigures();
