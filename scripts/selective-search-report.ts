/**
 * node scripts/run.mjs scripts/selective-search-report.ts [--scenes 300]
 * What selective search covers on unselected scenes: one run by its stages, one run against eight at the same number of boxes, three
 * orders of the same list, each measure alone, and random boxes at the same counts. Writes bench/selective-search-report.json and
 * content/topics/selective-search/figures.json and recall.json.
 */
import { writeFileSync } from "node:fs";
import { pairwiseIou, type BoxXYXY } from "@/lib/engine/boxes";
import { selectiveSearch, selectiveSearchTrace, type PixelImage, type Similarities } from "@/lib/engine/propose";
import { seeded, type Random } from "@/lib/engine/random";
import { emojiScene, SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import { COUNTS, type SelectiveSearchReport } from "./figures/selective-search";
import { nodeContext, scenesWanted } from "./tasks/context";

const HIT = 0.5;
/** A stricter bar, where the four measures are told apart. */
const TIGHT = 0.7;
/** The last regions of a grouping, the whole picture among them. */
const LAST = 5;
const ALL: Similarities = { colour: true, texture: true, size: true, fill: true };
const scenes = scenesWanted(300);
const SEED = "selective-search/report";

/** A share of objects, counted. */
class Share {
  private hits = 0;
  private all = 0;
  add(hit: boolean): void {
    this.all++;
    if (hit) this.hits++;
  }
  get value(): number {
    return this.all === 0 ? 0 : this.hits / this.all;
  }
}

/** A list that names what it counts as it meets it. */
class Shares {
  private readonly shares = new Map<string, Share>();
  add(name: string, hit: boolean): void {
    const share = this.shares.get(name) ?? new Share();
    share.add(hit);
    this.shares.set(name, share);
  }
  of = (name: string): number => this.shares.get(name)?.value ?? 0;
}

const first = (boxes: Float64Array, count: number) => boxes.subarray(0, 4 * count);
/** Where the best box of a list stands and how well it fits; −1 and 0 for an empty list. */
function best(box: BoxXYXY, boxes: Float64Array): { readonly at: number; readonly iou: number } {
  let found = { at: -1, iou: 0 };
  pairwiseIou(box, boxes).forEach((iou, at) => {
    if (iou > found.iou) found = { at, iou };
  });
  return found;
}

/** Boxes with both sides of 12 to 80 pixels, anywhere inside: what is found without a look at the picture. */
function randomBoxes(random: Random, count: number): Float64Array {
  return Float64Array.from(
    Array.from({ length: count }, () => {
      const [w, h] = [random.int(12, 80), random.int(12, 80)];
      const [x, y] = [random.int(0, SCENE_SIDE - w), random.int(0, SCENE_SIDE - h)];
      return [x, y, x + w, y + h];
    }).flat(),
  );
}

const { pictures } = nodeContext();
const atlases = await pictures.atlases(false);
const share = new Shares();
const sums = { objects: 0, segments: 0, boxes: 0, oneRun: 0, fineRun: 0, same: 0, sameFine: 0, overlap: 0 };
const MEASURES = ["colour", "texture", "size", "fill"] as const;

for (let i = 0; i < scenes; i++) {
  const { pixels, objects, background } = emojiScene(`${SEED}/${i}`, { atlases });
  const image: PixelImage = { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3, data: pixels };
  const { boxes, segmentation, steps } = selectiveSearchTrace(image, { colourSpace: "HSV", similarities: ALL, scale: 100 });
  const fast = selectiveSearch(image, { mode: "fast", seed: `${SEED}/${i}` });
  const single = { colourSpaces: ["HSV"], similarities: [ALL], seed: `${SEED}/${i}` } as const;
  const one = selectiveSearch(image, { ...single, scales: [100] });
  // One grouping from a start so fine that it gives about as many boxes as eight do.
  const fine = selectiveSearch(image, { ...single, scales: [10], minSize: 8 });
  const alone = MEASURES.map(
    (name) => selectiveSearchTrace(image, { colourSpace: "HSV", similarities: { [name]: true }, scale: 100 }).boxes,
  );
  const random = seeded(`${SEED}/random/${i}`);
  const blind = randomBoxes(random, 1000);
  // The same boxes of the one grouping in two other orders: strictly from the top, and by chance alone.
  const rows = [
    ...new Map(
      Array.from({ length: boxes.length / 4 }, (_, row) => boxes.slice(4 * row, 4 * row + 4)).map((row) => [row.join(), row]),
    ).values(),
  ];
  const fromTop = Float64Array.from([...rows].reverse().flatMap((row) => [...row]));
  const byChance = Float64Array.from(random.shuffle(rows).flatMap((row) => [...row]));
  const same = Math.min(one.count, fast.count);
  const sameFine = Math.min(fine.count, fast.count);
  sums.segments += segmentation.count;
  sums.boxes += fast.count;
  sums.oneRun += one.count;
  sums.fineRun += fine.count;
  sums.same += same;
  sums.sameFine += sameFine;
  const hard = !["flat", "gradient", "paper"].includes(background);

  for (const { box } of objects) {
    sums.objects++;
    const whole = best(box, boxes);
    sums.overlap += best(box, fast.boxes).iou;
    share.add("segments", best(box, first(boxes, segmentation.count)).iou >= HIT);
    share.add("hierarchy", whole.iou >= HIT);
    share.add(hard ? "hierarchy clutter" : "hierarchy calm", whole.iou >= HIT);
    share.add("left over", best(box, boxes.subarray(boxes.length - 4 * LAST)).iou >= HIT);
    share.add("random, left over", best(box, first(blind, LAST)).iou >= HIT);
    share.add("random, segments", best(box, first(blind, segmentation.count)).iou >= HIT);
    if (whole.iou >= HIT) {
      const merge = whole.at - segmentation.count;
      share.add("best is a segment", merge < 0);
      share.add("best in the first half", merge >= 0 && merge < steps.length / 2);
      share.add("best in the second half", merge >= steps.length / 2);
    }
    for (const count of COUNTS) {
      share.add(`fast ${count}`, best(box, first(fast.boxes, count)).iou >= HIT);
      share.add(`random ${count}`, best(box, first(blind, count)).iou >= HIT);
      share.add(`one ${count}`, best(box, first(one.boxes, count)).iou >= HIT);
    }
    share.add("fast all", best(box, fast.boxes).iou >= HIT);
    share.add("random all", best(box, first(blind, fast.count)).iou >= HIT);
    share.add("random 1000", best(box, blind).iou >= HIT);
    share.add("one, same count", best(box, first(one.boxes, same)).iou >= HIT);
    share.add("eight, same count", best(box, first(fast.boxes, same)).iou >= HIT);
    share.add("random, same count as fine", best(box, first(blind, sameFine)).iou >= HIT);
    share.add("random, same count", best(box, first(blind, same)).iou >= HIT);
    share.add("one fine, same count", best(box, first(fine.boxes, sameFine)).iou >= HIT);
    share.add("eight, same count as fine", best(box, first(fast.boxes, sameFine)).iou >= HIT);
    for (const [name, list] of [
      ["ranked", one.boxes],
      ["from the top", fromTop],
      ["by chance", byChance],
    ] as const)
      share.add(`order ${name}`, best(box, first(list, 10)).iou >= HIT);
    MEASURES.forEach((name, k) => share.add(`alone ${name}`, best(box, alone[k]).iou >= TIGHT));
    share.add("together", whole.iou >= TIGHT);
    share.add("random, together", best(box, first(blind, same)).iou >= TIGHT);
  }
}

const counted = (name: string) => COUNTS.map((count) => share.of(`${name} ${count}`));
const report: SelectiveSearchReport = {
  scenes,
  objects: sums.objects,
  seeds: `${SEED}/0 …`,
  segments: sums.segments / scenes,
  boxes: {
    one: sums.oneRun / scenes,
    fast: sums.boxes / scenes,
    fine: sums.fineRun / scenes,
    same: sums.same / scenes,
    sameFine: sums.sameFine / scenes,
  },
  stages: {
    segments: share.of("segments"),
    hierarchy: share.of("hierarchy"),
    calm: share.of("hierarchy calm"),
    clutter: share.of("hierarchy clutter"),
    lastFive: share.of("left over"),
    randomFive: share.of("random, left over"),
    randomSegments: share.of("random, segments"),
    bestIsSegment: share.of("best is a segment"),
    bestInFirstHalf: share.of("best in the first half"),
    bestInSecondHalf: share.of("best in the second half"),
  },
  recall: { fast: counted("fast"), one: counted("one"), random: counted("random") },
  all: {
    fast: share.of("fast all"),
    random: share.of("random all"),
    randomThousand: share.of("random 1000"),
    overlap: sums.overlap / sums.objects,
  },
  sameCount: {
    one: share.of("one, same count"),
    eight: share.of("eight, same count"),
    random: share.of("random, same count"),
    randomAsFine: share.of("random, same count as fine"),
    fine: share.of("one fine, same count"),
    eightAsFine: share.of("eight, same count as fine"),
  },
  orders: { ranked: share.of("order ranked"), top: share.of("order from the top"), chance: share.of("order by chance") },
  alone: {
    colour: share.of("alone colour"),
    texture: share.of("alone texture"),
    size: share.of("alone size"),
    fill: share.of("alone fill"),
    together: share.of("together"),
    random: share.of("random, together"),
  },
};
writeFileSync("bench/selective-search-report.json", `${JSON.stringify(report, null, 2)}\n`);
writeFileSync(
  "content/topics/selective-search/recall.json",
  `${JSON.stringify({ scenes, objects: sums.objects, counts: COUNTS, ...report.recall }, (_, value: unknown) => (typeof value === "number" ? Number(value.toFixed(4)) : value))}\n`,
);
writeFigures();
console.log(report);
