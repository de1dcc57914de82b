/**
 * npm run detr-report
 * What the lesson on DETR says of our own network: where queries look and answer, whether they are classes, how many objects come out
 * twice, and what NMS and the decoder's layers change. Writes bench/detr-report.json and the topics' figures.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { answersOf, hitsOf, insideOf, matchedOf, nearestReference, PAPER, type Answered } from "@/content/topics/detr/simulationModel";
import { QUERIES, type Looked } from "@/content/topics/detr/looked";
import { lookedOf } from "@/content/topics/detr/tasks";
import { challenge } from "@/content/topics/detr/challenges/detr-matching/challenge";
import { costsOf, greedyOf, truthOf } from "@/content/topics/detr/challenges/detr-matching/instance";
import { iou } from "@/lib/engine/boxes";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { emojiScene } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import type { DetrReport } from "./figures/detr";
import { detectorContext } from "./tasks/detectors";
import { startBackend } from "./training/backend";

const SCENES = 200;
const CUT = 0.5;
const NMS = 0.5;

await startBackend();
const { models, pictures } = detectorContext();
const [detector, atlases] = await Promise.all([models.detector("detr"), pictures.atlases(false)]);
const card = JSON.parse(readFileSync("public/models/detr/card.json", "utf8")) as {
  readonly training: { readonly steps: number };
  readonly test: { readonly seen: { readonly map50: number } };
};

/** Right answers: each object once, best first; all else is wrong. */
function judged(objects: readonly { label: number; box: readonly [number, number, number, number] }[], answers: readonly Answered[]) {
  const taken = new Set<number>();
  let right = 0;
  for (const { label, box, dropped } of answers) {
    if (dropped) continue;
    const hit = objects.findIndex((object, i) => !taken.has(i) && object.label === label && iou(object.box, box) >= 0.5);
    if (hit < 0) continue;
    taken.add(hit);
    right++;
  }
  return { right, given: answers.filter(({ dropped }) => !dropped).length };
}

/** Whether the cheapest pair first, and each object's cheapest query, give the cheapest matching as well. */
function easinessOf(looked: Looked) {
  const { costs, query } = matchedOf(looked, looked.layers[1], PAPER);
  const byObject = looked.objects.map((_, object) => costs.map((row) => row[object]));
  return {
    greedy: greedyOf(byObject).every((q, i) => q === query[i]),
    cheapest: byObject.every((row, i) => row.indexOf(Math.min(...row)) === query[i]),
  };
}

let [objects, speaking, attention, cells, nearest, matched, greedy, cheapest] = [0, 0, 0, 0, 0, 0, 0, 0];
const [found, twice] = [
  [0, 0],
  [0, 0],
];
const plain = { right: 0, given: 0 };
const suppressed = { right: 0, given: 0 };
const spoke = Array.from({ length: QUERIES }, () => 0);
const speaks = Array.from({ length: QUERIES }, () => VOC_CLASSES.map(() => 0));
const answersFor = Array.from({ length: QUERIES }, () => 0);

for (let n = 0; n < SCENES; n++) {
  const scene = emojiScene(`briefs/${n}`, { atlases });
  const [{ parts }] = await detector.detect([scene.pixels]);
  const looked = lookedOf(scene, parts);
  objects += looked.objects.length;
  looked.layers.forEach((said, layer) => {
    const hits = hitsOf(looked, answersOf(said, CUT));
    found[layer] += hits.filter(({ length }) => length > 0).length;
    twice[layer] += hits.filter(({ length }) => length > 1).length;
  });
  const answers = answersOf(looked.layers[1], CUT);
  for (const { query, label } of answers) {
    speaking++;
    spoke[query]++;
    speaks[query][label]++;
    const inside = insideOf(looked, query);
    attention += inside.attention;
    cells += inside.cells;
  }
  for (const [sums, overlap] of [
    [plain, 1],
    [suppressed, NMS],
  ] as const) {
    const { right, given } = judged(looked.objects, answersOf(looked.layers[1], CUT, overlap));
    sums.right += right;
    sums.given += given;
  }
  const matching = matchedOf(looked, looked.layers[1], PAPER);
  matching.query.forEach((query, object) => {
    matched++;
    answersFor[query]++;
    if (nearestReference(looked, looked.objects[object].box) === query) nearest++;
  });
  const easy = easinessOf(looked);
  if (easy.greedy) greedy++;
  if (easy.cheapest) cheapest++;
}
// The challenge's draws, beside which our scenes are easy.
const drawn = Array.from({ length: 50 }, (_, seed) => challenge.generate(String(seed), 2).view);
const drawnGreedy = drawn.filter((view) => String(greedyOf(costsOf(view))) === String(truthOf(view))).length;

const report: DetrReport = {
  scenes: SCENES,
  seeds: "briefs/0 …",
  steps: card.training.steps,
  map50: card.test.seen.map50,
  objects,
  speaking,
  attention: attention / speaking,
  cells: cells / speaking,
  matched,
  nearest,
  busiest: Math.max(...answersFor),
  classes: speaks.map((row) => row.filter((count) => count > 0).length),
  spoke,
  found,
  twice,
  plain,
  suppressed,
  greedy,
  cheapest,
  drawnGreedy: drawnGreedy / drawn.length,
};
writeFileSync("bench/detr-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(report);
writeFigures();
