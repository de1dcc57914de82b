/**
 * npm run fast-rcnn-report -- [--scenes 100]
 * What the lesson on Fast R-CNN says of our own scenes: multiplications and objects found beside R-CNN's, the part of selective search in
 * the time, and how RoI pooling and RoIAlign answer to a RoI that moves pixel by pixel. Writes bench/fast-rcnn-report.json and the topics'
 * figures.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { Mapped } from "@/content/topics/fast-r-cnn/mapped";
import { MOVES, staircaseOf } from "@/content/topics/fast-r-cnn/pooling";
import { iou } from "@/lib/engine/boxes";
import { BACKBONE_TOP } from "@/lib/engine/detectors/backbone";
import { FAST_RCNN } from "@/lib/engine/detectors/fast-rcnn/detect.gpu";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import type { DetectorKind } from "@/lib/engine/detectors/loaded.gpu";
import { layerOutputs } from "@/lib/engine/detectors/outputs.gpu";
import { RCNN } from "@/lib/engine/detectors/rcnn/detect.gpu";
import { regionProposals } from "@/lib/engine/detectors/region/proposals";
import { emojiScene, SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import type { FastRcnnReport } from "./figures/fast-rcnn";
import { nodeContext, scenesWanted } from "./tasks/context";
import { startBackend } from "./training/backend";

const HIT = 0.5;
const BINS = 3;
const SEED = "fast-rcnn/report";
const scenes = scenesWanted(100);

const load = (kind: DetectorKind) => {
  const folder = `public/models/${kind.name}`;
  const file = JSON.parse(readFileSync(`${folder}/model.json`, "utf8")) as ModelFile;
  return kind.load(unpackModel(file, readFileSync(`${folder}/weights.bin`)));
};
await startBackend();
const detectors = { rcnn: load(RCNN), fast: load(FAST_RCNN) };
const atlases = await nodeContext().pictures.atlases(false);

const found = { rcnn: 0, fast: 0 };
const time = { search: 0, whole: 0 };
const still = { max: 0, align: 0 };
const changes = { max: 0, align: 0 };
let [proposals, objects, steps] = [0, 0, 0];
for (let n = 0; n < scenes; n++) {
  const scene = emojiScene(`${SEED}/${n}`, { atlases });
  objects += scene.objects.length;
  for (const name of ["rcnn", "fast"] as const) {
    const start = performance.now();
    const [{ detections, parts }] = await detectors[name].detect([scene.pixels]);
    // The first scene warms up.
    if (name === "fast" && n > 0) time.whole += performance.now() - start;
    if (name === "fast") proposals += parts.proposals.shape[0];
    found[name] += scene.objects.filter(({ label, box }) =>
      detections.some((each) => each.label === label && iou(each.box, box) >= HIT),
    ).length;
  }
  const start = performance.now();
  regionProposals(scene.pixels);
  if (n > 0) time.search += performance.now() - start;

  const [[{ data }]] = await layerOutputs(detectors.fast.networks.main, [scene.pixels], [BACKBONE_TOP]);
  const mapped: Pick<Mapped, "map"> = { map: Float32Array.from(data) };
  for (const { box } of scene.objects) {
    if (box[2] + MOVES > SCENE_SIDE) continue;
    const staircase = staircaseOf(mapped, box, BINS);
    for (const way of ["max", "align"] as const) {
      for (const change of staircase[way]) {
        if (change === 0) still[way]++;
        else changes[way] += change;
      }
    }
    steps += MOVES;
  }
}
const mean = proposals / scenes;
const { rcnn, fast } = detectors;
const report: FastRcnnReport = {
  scenes,
  seeds: `${SEED}/0 …`,
  proposals,
  multiplications: { rcnn: rcnn.cost.fixed + mean * rcnn.cost.each, fast: fast.cost.fixed + mean * fast.cost.each },
  objects,
  found: { rcnn: found.rcnn / objects, fast: found.fast / objects },
  search: time.search / time.whole,
  steps,
  still: { max: still.max / steps, align: still.align / steps },
  change: { max: changes.max / (steps - still.max), align: changes.align / (steps - still.align) },
};
writeFileSync("bench/fast-rcnn-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(report);
writeFigures();
