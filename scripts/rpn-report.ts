/**
 * npm run rpn-report
 * What the lesson on the RPN says of our own scenes: how many objects the first proposals cover, with NMS and without it, beside anchors
 * taken at random and selective search on the same scenes; what deltas do to an anchor, how large they are, how many anchors score high.
 * Writes bench/rpn-report.json, the topic's recall.json and the topics' figures.json.
 */
import { writeFileSync } from "node:fs";
import { FUNNEL, ANCHOR_COUNT, type Looked } from "@/content/topics/rpn/looked";
import { anchorOf, boxOf, COVERED, deltasOf, funnelOf, scoreOf } from "@/content/topics/rpn/simulationModel";
import { boxAt, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { anchorRows } from "@/lib/engine/detectors/anchored/rows";
import { regionProposals } from "@/lib/engine/detectors/region/proposals";
import { seeded } from "@/lib/engine/random";
import { emojiScene } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import { RECALL_COUNTS, type RpnReport } from "./figures/rpn";
import { nodeContext, scenesWanted } from "./tasks/context";
import { detectorContext } from "./tasks/detectors";
import { startBackend } from "./training/backend";

const scenes = scenesWanted(250);
await startBackend();
const detector = await detectorContext().models.detector("faster-rcnn");
const atlases = await nodeContext().pictures.atlases(false);

const most = RECALL_COUNTS[RECALL_COUNTS.length - 1];
const LISTS = ["nms", "raw", "random", "search"] as const;
const covered = Object.fromEntries(LISTS.map((list) => [list, RECALL_COUNTS.map(() => 0)])) as Record<(typeof LISTS)[number], number[]>;
const squares = [0, 0, 0, 0];
let [objects, hot, pairs, before, after, better] = [0, 0, 0, 0, 0, 0];
for (let n = 0; n < scenes; n++) {
  const scene = emojiScene(`rpn-report/${n}`, { atlases });
  const [{ parts }] = await detector.detect([scene.pixels]);
  const looked: Looked = { ...scene, logits: anchorRows(parts.objectness, 1), deltas: anchorRows(parts.rpnDeltas, 4) };
  const random = seeded(`rpn-report/${n}/random`);
  const search = regionProposals(scene.pixels);
  const lists: Readonly<Record<(typeof LISTS)[number], readonly BoxXYXY[]>> = {
    nms: funnelOf(looked, FUNNEL.overlap, most).kept.map((i) => boxOf(looked, i)),
    raw: funnelOf(looked, null, most).kept.map((i) => boxOf(looked, i)),
    random: Array.from({ length: most }, () => anchorOf(random.int(0, ANCHOR_COUNT - 1))),
    search: Array.from({ length: Math.min(most, search.length / 4) }, (_, i) => boxAt(search, i)),
  };
  for (const list of LISTS) {
    for (const { box } of scene.objects) {
      const first = lists[list].findIndex((each) => iou(each, box) >= COVERED);
      RECALL_COUNTS.forEach((count, at) => (covered[list][at] += first >= 0 && first < count ? 1 : 0));
    }
  }
  objects += scene.objects.length;
  for (let i = 0; i < ANCHOR_COUNT; i++) {
    if (scoreOf(looked, i) <= 0.5) continue;
    hot++;
    // The object that the anchor overlaps most, where that is a half at least: what its deltas are to reach.
    const own = scene.objects.reduce((a, b) => (iou(b.box, anchorOf(i)) > iou(a.box, anchorOf(i)) ? b : a));
    const [from, to] = [iou(own.box, anchorOf(i)), iou(own.box, boxOf(looked, i))];
    if (from < COVERED) continue;
    pairs++;
    before += from;
    after += to;
    better += to > from ? 1 : 0;
    deltasOf(looked, i).forEach((value, k) => (squares[k] += value * value));
  }
}

const shares = (list: (typeof LISTS)[number]) => covered[list].map((count) => count / objects);
const report: RpnReport = {
  scenes,
  seeds: "rpn-report/0 …",
  objects,
  recall: { nms: shares("nms"), raw: shares("raw"), random: shares("random"), search: shares("search") },
  hot: hot / scenes,
  pairs,
  before: before / pairs,
  after: after / pairs,
  better: better / pairs,
  spread: squares.map((sum) => Math.sqrt(sum / pairs)),
};
writeFileSync("bench/rpn-report.json", `${JSON.stringify(report, null, 2)}\n`);
writeFileSync(
  "content/topics/rpn/recall.json",
  `${JSON.stringify({ scenes, objects, counts: RECALL_COUNTS, ...report.recall }, (_, value: unknown) => (typeof value === "number" ? Number(value.toFixed(4)) : value))}\n`,
);
console.log(report);
writeFigures();
