/**
 * npm run ssd-report
 * What the lesson on SSD says of our own scenes: which map finds objects of which size, how often that is the map of the best default box,
 * what is lost without a map, and how much background stands against each positive. Writes bench/ssd-report.json and the topics' figures.json.
 */
import { writeFileSync } from "node:fs";
import { BOXES } from "@/content/topics/ssd/looked";
import { detectionsOf, finderOf, fitOf, MAPS, placeOf, scoresOf, taughtOf, type Decoding } from "@/content/topics/ssd/simulationModel";
import { lookedOf } from "@/content/topics/ssd/tasks";
import { emojiScene } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import { SIZES, type SsdReport } from "./figures/ssd";
import { detectorContext } from "./tasks/detectors";
import { startBackend } from "./training/backend";

const SCENES = 150;
const SHOWN: Decoding = { cut: 0.4, overlap: 0.45, on: [true, true, true] };

await startBackend();
const { models, pictures } = detectorContext();
const [detector, atlases] = await Promise.all([models.detector("ssd"), pictures.atlases(false)]);

/** [size][map 14, 7, 3, missed] */
const sizes = [...SIZES, Infinity].map(() => [0, 0, 0, 0]);
/** Objects whose best default box lies on each map. */
const fits = MAPS.map(() => 0);
/** Objects from 64 pixels on that are found without the coarsest map; with all of them. */
const large = { objects: 0, found: 0, without: 0 };
let [objects, agree, positives, several] = [0, 0, 0, 0];

for (let n = 0; n < SCENES; n++) {
  const scene = emojiScene(`ssd-report/${n}`, { atlases, side: [16, 110] });
  const [{ parts }] = await detector.detect([scene.pixels]);
  const looked = lookedOf(scene, parts);
  const scores = scoresOf(looked);
  const found = detectionsOf(looked, scores, SHOWN);
  const without = detectionsOf(looked, scores, { ...SHOWN, on: [true, true, false] });
  const taught = taughtOf(looked, scores, 0.5, 3);
  positives += taught.positives.length;
  for (const object of looked.objects) {
    const [x1, y1, x2, y2] = object.box;
    const size = Math.max(x2 - x1, y2 - y1);
    const map = finderOf(found, object);
    const fit = fitOf(object.box);
    objects++;
    fits[fit]++;
    if (map === fit) agree++;
    const row = SIZES.findIndex((end) => size < end);
    sizes[row < 0 ? SIZES.length : row][map ?? 3]++;
    if (size >= 64) {
      large.objects++;
      if (map !== null) large.found++;
      if (finderOf(without, object) !== null) large.without++;
    }
    const own = taughtOf({ ...looked, objects: [object] }, scores, 0.5, 0).positives;
    if (new Set(own.map((box) => placeOf(box).map)).size > 1) several++;
  }
}

const report: SsdReport = {
  scenes: SCENES,
  seeds: "ssd-report/0 …",
  boxes: BOXES,
  objects,
  sizes,
  fits,
  agree,
  several,
  positives,
  large,
};
writeFileSync("bench/ssd-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(report);
writeFigures();
