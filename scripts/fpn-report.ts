/**
 * npm run fpn-report
 * What the lesson on feature pyramids says of our own scenes: which level finds objects of which size, and how many are found where the
 * lateral map, or what comes down, is left out of P3. Writes bench/fpn-report.json and the topics' figures.json.
 */
import { writeFileSync } from "node:fs";
import { WAYS, type Way } from "@/content/topics/fpn/looked";
import { findersOf, sizeOf } from "@/content/topics/fpn/simulationModel";
import { lookedOf } from "@/content/topics/fpn/tasks";
import { emojiScene } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import type { FpnReport } from "./figures/fpn";
import { detectorContext } from "./tasks/detectors";
import { startBackend } from "./training/backend";

const SCENES = 150;
/** Ends of the sizes: √(wh) in pixels. */
const SIZES = [28, 40, 64] as const;

await startBackend();
const { models, pictures, pause } = detectorContext();
const [detector, atlases] = await Promise.all([models.detector("retinanet"), pictures.atlases(false)]);

const zeros = (count: number) => Array.from({ length: count }, () => 0);
const objects = zeros(SIZES.length + 1);
const found = Object.fromEntries(WAYS.map((way) => [way, zeros(SIZES.length + 1)])) as Record<Way, number[]>;
const levels = objects.map(() => zeros(3));

for (let n = 0; n < SCENES; n++) {
  const scene = emojiScene(`fpn-report/${n}`, { atlases, side: [16, 110] });
  const looked = await lookedOf(scene, detector, pause);
  const sizes = looked.objects.map(({ box }) => SIZES.filter((end) => sizeOf(box) >= end).length);
  sizes.forEach((size) => objects[size]++);
  for (const way of WAYS)
    findersOf(looked, way).forEach((finder, i) => {
      if (!finder) return;
      found[way][sizes[i]]++;
      if (way === "full") levels[sizes[i]][finder.level]++;
    });
}

const report: FpnReport = { scenes: SCENES, seeds: "fpn-report/0 …", sizes: SIZES, objects, found, levels };
writeFileSync("bench/fpn-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(JSON.stringify(report));
writeFigures();
