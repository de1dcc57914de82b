/**
 * npm run rcnn-report
 * What the lesson on R-CNN says of our own scenes: passes a picture and what they cost, how often a covered pixel is computed, how the
 * proposals lie by their best IoU, and what box regression adds. Writes bench/rcnn-report.json and the topics' figures.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { boxAt, iou } from "@/lib/engine/boxes";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { FAST_RCNN } from "@/lib/engine/detectors/fast-rcnn/detect.gpu";
import type { DetectorKind } from "@/lib/engine/detectors/loaded.gpu";
import { RCNN } from "@/lib/engine/detectors/rcnn/detect.gpu";
import { decodeRegions } from "@/lib/engine/detectors/region/decode";
import { emojiScene, SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import type { RcnnReport } from "./figures/rcnn";
import { nodeContext } from "./tasks/context";
import { startBackend } from "./training/backend";

const SCENES = 100;
/** R-CNN's own score and NMS for showing. */
const [SCORE, OVERLAP] = [0.3, 0.3];
/** The stricter IoU, which tells a box that fits from one that nearly does. */
const STRICT = 0.7;

const load = (kind: DetectorKind) => {
  const folder = `public/models/${kind.name}`;
  const file = JSON.parse(readFileSync(`${folder}/model.json`, "utf8")) as ModelFile;
  return kind.load(unpackModel(file, readFileSync(`${folder}/weights.bin`)));
};
await startBackend();
const [detector, fast] = [load(RCNN), load(FAST_RCNN)];
const atlases = await nodeContext().pictures.atlases(false);

const shares = { background: 0, grey: 0, mid: 0, near: 0 };
let [passes, objects, area, union, moved, unmoved] = [0, 0, 0, 0, 0, 0];
for (let n = 0; n < SCENES; n++) {
  const scene = emojiScene(`rcnn-report/${n}`, { atlases });
  const [{ parts, ...answer }] = await detector.detect([scene.pixels]);
  const rois = parts.proposals.data;
  passes += answer.passes;
  const covered = new Uint8Array(SCENE_SIDE * SCENE_SIDE);
  for (let i = 0; i < answer.passes; i++) {
    const box = boxAt(rois, i);
    const best = scene.objects.reduce((most, object) => Math.max(most, iou(object.box, box)), 0);
    shares[best < 0.3 ? "background" : best < 0.5 ? "grey" : best <= 0.6 ? "mid" : "near"]++;
    const [x1, y1, x2, y2] = box.map(Math.round);
    area += (x2 - x1) * (y2 - y1);
    for (let y = y1; y < y2; y++) covered.fill(1, y * SCENE_SIDE + x1, y * SCENE_SIDE + x2);
  }
  union += covered.reduce((sum, one) => sum + one, 0);
  const scores = parts.classScores.data;
  const found = (deltas?: ArrayLike<number>) => {
    const detections = decodeRegions({ scores, deltas, rois }, { score: SCORE, overlap: OVERLAP });
    return scene.objects.filter(({ label, box }) => detections.some((each) => each.label === label && iou(each.box, box) >= STRICT)).length;
  };
  objects += scene.objects.length;
  moved += found(parts.deltas.data);
  unmoved += found();
}

const report: RcnnReport = {
  scenes: SCENES,
  seeds: "rcnn-report/0 …",
  proposals: passes,
  each: detector.cost.each,
  once: fast.cost.fixed,
  shares: Object.fromEntries(Object.entries(shares).map(([name, count]) => [name, count / passes])) as unknown as RcnnReport["shares"],
  times: area / union,
  objects,
  moved: moved / objects,
  unmoved: unmoved / objects,
};
writeFileSync("bench/rcnn-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(report);
writeFigures();
