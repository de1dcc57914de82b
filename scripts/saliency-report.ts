/**
 * npm run saliency-report [-- --scenes 40]   measures the plain gradient on the shipped classifier, in Node on WASM: whether trying a pixel
 * agrees with the way back, whether attributions add up, what the probability's gradient loses, how far maps of one class in two pictures are
 * alike, and how often the rules of `which-saliency` name the maps of scenes that nobody has chosen.
 * Writes bench/saliency-report.json and the topics' figures.json.
 */
import { writeFileSync } from "node:fs";
import { bankScene, quickReading } from "./saliency-maps";
import { boardOfReadings } from "@/content/topics/saliency-backprop/challenges/which-saliency/draw";
import { expert } from "@/content/topics/saliency-backprop/challenges/which-saliency/rivals";
import { INPUT_SCALE } from "@/lib/engine/detectors/backbone";
import { networkInput } from "@/lib/engine/detectors/input";
import { rankCorrelation } from "@/lib/engine/explain";
import { explainOnGpu, gpuSubject, gradientTimesInputGpu, integratedGradientsGpu, saliencyGpu } from "@/lib/engine/explain/gpu";
import { softmax } from "@/lib/engine/nets";
import { createGpuNetwork } from "@/lib/engine/nets/network.gpu";
import { SCENE_SIDE, emojiScene } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import type { SaliencyReport } from "./figures/saliency";
import { mean, median } from "./numbers";
import { classifierAndDrawings, scenesWanted } from "./tasks/context";
import { startBackend } from "./training/backend";

const PLANE = SCENE_SIDE * SCENE_SIDE;
/** Pixels of a map, from the largest down in equal steps of rank, at which the slope is tried. */
const TRIED = 6;
const STEPS = 32;
/** Two numbers agree that differ by less than this share of the larger one. */
const AGREES = 0.1;
/** The probability from which a scene counts as sure. */
const SURE = 0.95;

const wanted = scenesWanted(40);
const backend = await startBackend();
const { network, atlases } = await classifierAndDrawings();
const gpu = createGpuNetwork(network);
const most = (map: ArrayLike<number>) => Array.from(map).reduce((a, b) => Math.max(a, b), 0);

const agreed: boolean[] = [];
const [gapTimes, gapPath, sameClass, shrinks]: [number[], number[], number[], number[]] = [[], [], [], []];
let [named, scenes] = [0, 0];
for (let n = 0; scenes < wanted; n++) {
  // One object of a class, and the same class in another picture.
  const one = (copy: string) =>
    emojiScene(`saliency/report/${n}/${copy}`, { atlases, plan: () => ({ objects: [{ label: n % 20, side: [40, 80] as const }] }) });
  const [scene, another] = [one("a"), one("b")];
  if (scene.objects.length === 0 || another.objects.length === 0) continue;
  scenes++;
  const { label } = scene.objects[0];
  const question = { gpu, image: networkInput(scene.pixels, SCENE_SIDE), target: { logit: label } };
  const subject = gpuSubject(question);
  const { map, gradient } = await saliencyGpu(subject, {});
  const value = await subject.value();
  const order = Array.from({ length: PLANE }, (_, i) => i).sort((a, b) => map.data[b] - map.data[a]);
  for (let k = 0; k < TRIED; k++) {
    const pixel = order[k * 40];
    const colour = [0, 1, 2].reduce((a, b) =>
      Math.abs(gradient.data[b * PLANE + pixel]) > Math.abs(gradient.data[a * PLANE + pixel]) ? b : a,
    );
    const tried = async (levels: number) => {
      const data = Float64Array.from(question.image.data);
      data[colour * PLANE + pixel] += levels * INPUT_SCALE;
      return subject.valueAt({ shape: question.image.shape, data });
    };
    const slope = ((await tried(1)) - (await tried(-1))) / (2 * INPUT_SCALE);
    const back = gradient.data[colour * PLANE + pixel];
    agreed.push(Math.abs(slope - back) <= AGREES * Math.max(Math.abs(slope), Math.abs(back)));
  }
  const times = (await gradientTimesInputGpu(subject, {})).map.data.reduce((a, b) => a + b, 0);
  const logits = Array.from(await subject.pass.activations.logits.data());
  subject.dispose();
  const path = await explainOnGpu(integratedGradientsGpu, question, { steps: STEPS });
  const difference = value - path.baselineValue;
  gapTimes.push(Math.abs(times - difference) / Math.abs(difference));
  gapPath.push(Math.abs(path.sum - difference) / Math.abs(difference));
  const p = softmax(logits)[label];
  const sure = await explainOnGpu(saliencyGpu, { ...question, target: { probability: label } }, {});
  if (p > SURE) shrinks.push(most(sure.map.data) / most(map.data));
  const other = await explainOnGpu(saliencyGpu, { ...question, image: networkInput(another.pixels, SCENE_SIDE) }, {});
  sameClass.push(rankCorrelation(map.data, other.map.data));
}
let boards = 0;
for (let n = 0; boards < wanted; n++) {
  const readings = await quickReading(gpu, bankScene(100_000 + n, atlases), n % 2);
  if (!readings) continue;
  boards++;
  const { view, truth } = boardOfReadings(readings, 2);
  if (expert(view).names.join() === truth.names.join()) named++;
}

const report: SaliencyReport = {
  backend,
  scenes: wanted,
  tried: agreed.length,
  agrees: mean(agreed.map(Number)),
  gapTimesInput: median(gapTimes),
  gapIntegrated: median(gapPath),
  steps: STEPS,
  sure: shrinks.length,
  probabilityShrinks: shrinks.length > 0 ? median(shrinks) : 1,
  sameClass: mean(sameClass),
  named: named / wanted,
};
writeFileSync("bench/saliency-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(report);
writeFigures();
