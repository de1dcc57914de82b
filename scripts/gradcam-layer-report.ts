/**
 * node scripts/run.mjs scripts/gradcam-layer-report.ts [--scenes 300]
 * What Grad-CAM maps of different layers show on unselected scenes with two objects (the recipe of the `gradcam-layer` challenge), and how
 * many pairs of them one orders rightly by looking. Writes bench/gradcam-layer-report.json and content/topics/grad-cam/figures.json.
 */
import { writeFileSync } from "node:fs";
import { shownOf } from "@/content/topics/grad-cam/challenges/gradcam-layer/draw";
import { heatIn } from "@/content/topics/grad-cam/challenges/gradcam-layer/heat";
import type { Answer, Truth, View } from "@/content/topics/grad-cam/challenges/gradcam-layer/instance";
import { DEPTHS } from "@/content/topics/grad-cam/challenges/gradcam-layer/recording";
import { expert, rivals } from "@/content/topics/grad-cam/challenges/gradcam-layer/rivals";
import { plainLayers } from "@/content/topics/grad-cam/layerRecord";
import { writeFigures } from "./figures";
import type { GradCamLayerReport } from "./figures/gradcam-layer";
import { classifierAndDrawings, scenesWanted } from "./tasks/context";

const wanted = scenesWanted(300);
const { network, atlases } = await classifierAndDrawings();

const believer = (id: string) => (view: View) => rivals.beliefs.find(({ misconception }) => misconception === id)?.play(view) ?? null;
const players: Readonly<Record<string, (view: View) => Answer | null>> = {
  expert,
  "wider-is-deeper": believer("wider-is-deeper"),
  "deeper-is-finer": believer("deeper-is-finer"),
};
/** The share of pairs of maps that stand in their order. */
function pairsRight({ order }: Truth, answer: Answer): number {
  let [right, all] = [0, 0];
  for (const [i, first] of order.entries())
    for (const second of order.slice(i + 1)) {
      all++;
      if (answer.order.indexOf(first) < answer.order.indexOf(second)) right++;
    }
  return right / all;
}

const contrast = DEPTHS.map(() => 0);
const pairs = Object.fromEntries(Object.keys(players).map((name) => [name, 0]));
let [scenes, number, wholly] = [0, 0, 0];
for (; scenes < wanted; number++) {
  const record = plainLayers(network, number, atlases);
  if (record === null) continue;
  scenes++;
  const { objects, asked, own } = record;
  own.forEach((map, depth) => (contrast[depth] += heatIn(map, objects[asked].box) - heatIn(map, objects[1 - asked].box)));
  const { view, truth } = shownOf(0, record, [...DEPTHS.keys()], [], (list) => list);
  for (const [name, play] of Object.entries(players)) {
    const answer = play(view);
    if (answer) pairs[name] += pairsRight(truth, answer);
  }
  if (pairsRight(truth, expert(view)) === 1) wholly++;
}
const mean = (sum: number) => sum / scenes;
const report: GradCamLayerReport = {
  scenes,
  seeds: `grad-cam/two/0–${number - 1}`,
  contrast: Object.fromEntries(DEPTHS.map((layer, depth) => [layer.split("/")[0], mean(contrast[depth])])),
  pairs: Object.fromEntries(Object.entries(pairs).map(([name, sum]) => [name, mean(sum)])),
  wholly: mean(wholly),
};
console.log(JSON.stringify(report));
writeFileSync("bench/gradcam-layer-report.json", `${JSON.stringify(report, null, 2)}\n`);
writeFigures();
