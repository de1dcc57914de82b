/**
 * npm run retinanet-report
 * What the lesson on RetinaNet says of our own scenes: how many of its answers are easy, who pays the loss, how many pairs pass a cut,
 * what NMS over all levels saves, and which level finds objects of which size. Writes bench/retinanet-report.json and the topics' figures.json.
 */
import { writeFileSync } from "node:fs";
import { ANCHORS, CLASSES, IGNORED } from "@/content/topics/retinanet/looked";
import {
  billOf,
  CROSS_ENTROPY,
  detectionsOf,
  hotPairs,
  LEVELS,
  placeOf,
  WHO,
  type Decoding,
  type Sums,
} from "@/content/topics/retinanet/simulationModel";
import { lookedOf } from "@/content/topics/retinanet/tasks";
import { iou } from "@/lib/engine/boxes";
import { emojiScene } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import type { RetinaNetReport } from "./figures/retinanet";
import { detectorContext } from "./tasks/detectors";
import { startBackend } from "./training/backend";

const SCENES = 100;
const ON = [true, true, true];
const SHOWN: Decoding = { cut: 0.35, top: 1000, overlap: 0.5, on: ON, cls: null };
/** The paper's cut before NMS (section 4.1). */
const LOW = 0.05;
const PAPER = { gamma: 2, alpha: 0.25 };
/** Ends of the sizes that the levels are told by: √(wh) in pixels. */
const SIZES = [32, 60] as const;

await startBackend();
const { models, pictures } = detectorContext();
const [detector, atlases] = await Promise.all([models.detector("retinanet"), pictures.atlases(false)]);

const zero = () => ({ easy: 0, hard: 0, object: 0 });
const [count, entropy, focal] = [zero(), zero(), zero()];
const add = (to: Record<(typeof WHO)[number], number>, sums: Sums) => WHO.forEach((who) => (to[who] += sums[who]));
let [low, hotAnchors, twice, over, within, ignored, objects, found, byBest] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
/** [small, middle, large][p3, p4, p5]: which level an object was found on. */
const levels = SIZES.concat().map(() => [0, 0, 0]);
levels.push([0, 0, 0]);

for (let n = 0; n < SCENES; n++) {
  const scene = emojiScene(`retinanet-report/${n}`, { atlases });
  const [{ parts }] = await detector.detect([scene.pixels]);
  const looked = lookedOf(scene, parts);
  const bill = billOf(looked, PAPER);
  add(count, bill.count);
  add(focal, bill.paid);
  add(entropy, billOf(looked, CROSS_ENTROPY).paid);
  ignored += Array.from(looked.taught).filter((taught) => taught === IGNORED).length;
  low += hotPairs(looked, { ...SHOWN, cut: LOW }).flat().length;
  const hot = hotPairs(looked, SHOWN).flat();
  const anchors = new Set(hot.map(({ anchor }) => anchor));
  hotAnchors += anchors.size;
  twice += [...anchors].filter((anchor) => hot.filter((pair) => pair.anchor === anchor).length > 1).length;
  const detections = detectionsOf(looked, SHOWN);
  over += detections.length;
  within += LEVELS.reduce((sum, _, level) => sum + detectionsOf(looked, { ...SHOWN, on: ON.map((_on, i) => i === level) }).length, 0);
  objects += scene.objects.length;
  for (const { label, box } of scene.objects) {
    const right = detections.find((each) => each.k === label && iou(each.box, box) >= 0.5);
    if (!right) continue;
    found++;
    const side = Math.sqrt((box[2] - box[0]) * (box[3] - box[1]));
    levels[side < SIZES[0] ? 0 : side < SIZES[1] ? 1 : 2][placeOf(right.anchor).level]++;
    // Whether the class that found it is its anchor's best one.
    const own = Array.from({ length: CLASSES }, (_, k) => looked.logits[right.anchor * CLASSES + k]);
    if (own.indexOf(Math.max(...own)) === right.k) byBest++;
  }
}

const report: RetinaNetReport = {
  scenes: SCENES,
  seeds: "retinanet-report/0 …",
  anchors: ANCHORS,
  pairs: ANCHORS * CLASSES,
  ignored: ignored / SCENES,
  count,
  entropy,
  focal,
  low: low / SCENES,
  hotAnchors,
  twice,
  over: over / SCENES,
  within: within / SCENES,
  objects,
  found,
  byBest,
  levels,
};
writeFileSync("bench/retinanet-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(report);
writeFigures();
