/**
 * npm run centernet-report
 * What the lesson on CenterNet says of our own: where the strongest cell lies, what the 3×3 comparison leaves without an NMS, and what a
 * box is worth whose offset and size are read beside the peak. Writes bench/centernet-report.json and the topics' figures.json.
 */
import { writeFileSync } from "node:fs";
import { decodeCenter, encodeCenter, iou } from "@/lib/engine/boxes";
import { CENTERNET_STRIDE } from "@/lib/engine/detectors/centernet/layers";
import { decodeCenterNet, type CenterNetMaps } from "@/lib/engine/detectors/centernet/maps";
import { sigmoid } from "@/lib/engine/losses";
import { gaussianRadius } from "@/lib/engine/match";
import { emojiScene } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import type { CenterNetReport } from "./figures/centernet";
import { mean } from "./numbers";
import { detectorContext } from "./tasks/detectors";
import { startBackend } from "./training/backend";

const SCENES = 200;
/** A score from which a detection is shown, a box that is right, and how far beside the peak the heads are read. */
const [SHOWN, HIT, BESIDE] = [0.3, 0.5, 4] as const;

await startBackend();
const { models, pictures } = detectorContext();
const [detector, atlases] = await Promise.all([models.detector("centernet"), pictures.atlases(false)]);

const seen = { objects: 0, sure: 0, near: 0, hot: 0, peaks: 0 };
const blind: number[] = [];
const beside = Array.from({ length: BESIDE }, (): number[] => []);
const middles: number[] = [];
const twice = { without: 0, with: 0 };
const shown = { without: 0, with: 0 };

for (let n = 0; n < SCENES; n++) {
  const scene = emojiScene(`briefs/${n}`, { atlases });
  const [{ parts }] = await detector.detect([scene.pixels]);
  const maps = parts as unknown as CenterNetMaps;
  const [, rows, columns] = maps.heatmap.shape;
  const cells = rows * columns;
  const scores = Array.from(maps.heatmap.data, sigmoid);
  seen.hot += scores.filter((score) => score >= SHOWN).length;
  const found = {
    without: decodeCenterNet(maps, { score: SHOWN, overlap: 1, topK: 100 }),
    with: decodeCenterNet(maps, { score: SHOWN, topK: 100 }),
  };
  for (const how of ["without", "with"] as const) shown[how] += found[how].length;
  seen.peaks += found.without.length;
  for (const { label, box } of scene.objects) {
    seen.objects++;
    for (const how of ["without", "with"] as const)
      if (found[how].filter((each) => each.label === label && iou(each.box, box) >= HIT).length > 1) twice[how]++;
    const code = encodeCenter(box, CENTERNET_STRIDE);
    const inside = (x: number, y: number) =>
      (x + 0.5) * CENTERNET_STRIDE >= box[0] &&
      (x + 0.5) * CENTERNET_STRIDE < box[2] &&
      (y + 0.5) * CENTERNET_STRIDE >= box[1] &&
      (y + 0.5) * CENTERNET_STRIDE < box[3];
    const own = Array.from({ length: cells }, (_, cell) => cell).filter((cell) => inside(cell % columns, Math.floor(cell / columns)));
    const top = own.reduce((best, cell) => (scores[label * cells + cell] > scores[label * cells + best] ? cell : best));
    if (scores[label * cells + top] < SHOWN) continue;
    seen.sure++;
    const near = (cell: number) => Math.max(Math.abs((cell % columns) - code.x), Math.abs(Math.floor(cell / columns) - code.y)) <= 1;
    if (near(top)) seen.near++;
    blind.push(mean(own.map((cell) => Number(near(cell)))));
    // The heads read at the true centre and beside it in four directions; the box stands where that cell says.
    const read = (x: number, y: number, middle = false) => {
      const cell = y * columns + x;
      const at = (data: ArrayLike<number>, k: number) => data[k * cells + cell];
      return decodeCenter(
        {
          x,
          y,
          offset: middle ? [0.5, 0.5] : [at(maps.offset.data, 0), at(maps.offset.data, 1)],
          size: [Math.exp(Math.min(4, at(maps.size.data, 0))), Math.exp(Math.min(4, at(maps.size.data, 1)))],
        },
        CENTERNET_STRIDE,
      );
    };
    middles.push(iou(read(code.x, code.y, true), box));
    for (let by = 0; by < BESIDE; by++)
      for (const [dx, dy] of by === 0
        ? [[0, 0]]
        : [
            [by, 0],
            [-by, 0],
            [0, by],
            [0, -by],
          ]) {
        const [x, y] = [code.x + dx, code.y + dy];
        if (x >= 0 && y >= 0 && x < columns && y < rows) beside[by].push(iou(read(x, y), box));
      }
  }
}

/** The worst IoU of a 40 × 40 box whose corners stray by a radius: both inwards. */
const worst = (radius: number) => ((40 - 2 * radius) / 40) ** 2;
const report: CenterNetReport = {
  scenes: SCENES,
  seeds: "briefs/0 …",
  objects: seen.objects,
  sure: seen.sure,
  near: seen.near / seen.sure,
  blind: mean(blind),
  hot: seen.hot / SCENES,
  peaks: seen.peaks / SCENES,
  twice: { without: twice.without / seen.objects, with: twice.with / seen.objects },
  shown: { without: shown.without / SCENES, with: shown.with / SCENES },
  beside: beside.map(mean),
  middle: mean(middles),
  radii: [10, 40, 64].map((side) => ({ side, right: gaussianRadius(side, side), released: gaussianRadius(side, side, 0.7, "released") })),
  worst: { right: worst(gaussianRadius(40, 40)), released: worst(gaussianRadius(40, 40, 0.7, "released")) },
};
writeFileSync("bench/centernet-report.json", `${JSON.stringify(report, null, 2)}\n`);
writeFigures();
console.log(report);
