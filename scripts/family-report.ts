/**
 * npm run family-report -- [--scenes 40]
 * What the lesson on the R-CNN family says of our three detectors on the same scenes: multiplications, processor time, proposals and the
 * share of objects that they cover. Writes bench/family-report.json and the topics' figures.json.
 */
import { writeFileSync } from "node:fs";
import { MEMBERS, MEMBER_NAMES, type MemberName } from "@/content/topics/r-cnn-family/pipeline";
import { multiplicationsOf, totalOf } from "@/content/topics/r-cnn-family/cost";
import { boxAt, iou } from "@/lib/engine/boxes";
import { regionProposals } from "@/lib/engine/detectors/region/proposals";
import { emojiScene } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import type { FamilyReport } from "./figures/r-cnn-family";
import { nodeContext, scenesWanted } from "./tasks/context";
import { detectorContext } from "./tasks/detectors";
import { startBackend } from "./training/backend";

const COVERED = 0.5;
const SEED = "r-cnn-family/report";
const scenes = scenesWanted(40);
const each = <T>(value: () => T) => Object.fromEntries(MEMBER_NAMES.map((name) => [name, value()])) as Record<MemberName, T>;
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Processor time in milliseconds: what else the machine does is not in it. */
async function timed(work: () => unknown): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

await startBackend();
const atlases = await nodeContext().pictures.atlases(false);
const { models } = detectorContext();
const detectors = {
  "r-cnn": await models.detector("rcnn"),
  "fast-r-cnn": await models.detector("fast-rcnn"),
  "faster-r-cnn": await models.detector("faster-rcnn"),
};
const [crop, fast, faster] = MEMBER_NAMES.map((name) => detectors[name].cost);
const costs = { map: fast.fixed, rpn: faster.fixed - fast.fixed, crop: crop.each, head: fast.each };

const [cost, proposals, covered] = [each(() => 0), each(() => 0), each(() => 0)];
const times = each((): number[] => []);
const search: number[] = [];
let objects = 0;
// The first scene warms up.
for (let n = -1; n < scenes; n++) {
  const scene = emojiScene(`${SEED}/${n}`, { atlases });
  const searched = await timed(() => regionProposals(scene.pixels));
  if (n >= 0) search.push(searched);
  if (n >= 0) objects += scene.objects.length;
  for (const name of MEMBER_NAMES) {
    let boxes: ArrayLike<number> = [];
    const time = await timed(async () => {
      const [{ parts }] = await detectors[name].detect([scene.pixels]);
      boxes = parts.proposals.data;
    });
    if (n < 0) continue;
    times[name].push(time);
    const count = boxes.length / 4;
    proposals[name] += count;
    cost[name] += totalOf(multiplicationsOf(MEMBERS[name], count, costs));
    const all = Array.from({ length: count }, (_, i) => boxAt(Array.from(boxes), i));
    covered[name] += scene.objects.filter(({ box }) => all.some((other) => iou(other, box) >= COVERED)).length;
  }
}
const over = (sums: Record<MemberName, number>, by: number) =>
  Object.fromEntries(MEMBER_NAMES.map((name) => [name, sums[name] / by])) as Record<MemberName, number>;
const report: FamilyReport = {
  scenes,
  seeds: `${SEED}/0 …`,
  objects,
  multiplications: over(cost, scenes),
  proposals: over(proposals, scenes),
  covered: over(covered, objects),
  milliseconds: Object.fromEntries(MEMBER_NAMES.map((name) => [name, median(times[name])])) as Record<MemberName, number>,
  search: median(search),
};
writeFileSync("bench/family-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(report);
writeFigures();
