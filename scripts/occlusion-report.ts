/**
 * npm run occlusion-report
 * What the lesson on occlusion says of the shipped classifier: how often the hottest place survives another colour, how far three places
 * together are from the sum of three (both from the challenge's bank), and the largest drop by the size of the patch, measured anew in Node
 * on WASM. Writes bench/occlusion-report.json and the topics' figures.json.
 */
import { writeFileSync } from "node:fs";
import { choices, COARSE, FILLS, FINE, STRONG, unpackScene } from "@/content/topics/occlusion/challenges/occlusion-budget/recording";
import { RECORDED } from "@/content/topics/occlusion/challenges/occlusion-budget/recorded";
import { networkInput } from "@/lib/engine/detectors/input";
import { gpuSubject, occlusionGpu } from "@/lib/engine/explain/gpu";
import { bankScene } from "@/content/topics/occlusion/scene";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import { PATCHES, type OcclusionReport } from "./figures/occlusion";
import { mean } from "./numbers";
import { classifierContext } from "./tasks/occlusion";
import { startBackend } from "./training/backend";

const SIZED = 20;
const scenes = RECORDED.map(unpackScene);
const TRIPLES = choices(STRONG, 3);
const argMin = (list: readonly number[]) => list.indexOf(Math.min(...list));
const greyOf = ({ fine }: (typeof scenes)[number]) =>
  Array.from({ length: COARSE * COARSE }, (_, cell) => fine[2 * Math.floor(cell / COARSE) * FINE + 2 * (cell % COARSE)]);

const same = scenes.filter((scene) => argMin(greyOf(scene)) === argMin(scene.coarse)).length;
const differs = scenes.filter((scene) => argMin(scene.triples) !== 0).length;
const share = mean(
  scenes.map((scene) => {
    const grey = greyOf(scene);
    const singles = TRIPLES[0].reduce((sum, i) => sum + scene.value - grey[scene.strong[i]], 0);
    return (scene.value - scene.triples[0]) / singles;
  }),
);

await startBackend();
const { models, pictures } = classifierContext();
const [gpu, atlas] = await Promise.all([models.gpuNetwork("classifier"), pictures.atlas("noto")]);
const largest: number[][] = PATCHES.map(() => []);
for (const { number, label } of scenes.slice(0, SIZED)) {
  const subject = gpuSubject({ gpu, image: networkInput(bankScene(number, atlas).pixels, SCENE_SIDE), target: { logit: label } });
  for (const [i, patch] of PATCHES.entries()) {
    const { value, scores } = await occlusionGpu(subject, { patch, stride: 8 });
    largest[i].push(value - Math.min(...scores.data));
  }
  subject.dispose();
}

const report: OcclusionReport = {
  scenes: scenes.length,
  colours: FILLS.length,
  places: COARSE * COARSE,
  same: same / scenes.length,
  differs: differs / scenes.length,
  share,
  sized: SIZED,
  largest: largest.map(mean),
};
writeFileSync("bench/occlusion-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(report);
writeFigures();
