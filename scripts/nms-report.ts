/**
 * npm run nms-report   counts how many boxes of one list NMS leaves when a box falls above the threshold (torchvision's rule, the engine's)
 * and when it falls from the threshold on (TF.js's own function). Writes bench/nms-report.json and the topics' figures.json.
 */
import { writeFileSync } from "node:fs";
import { switchBackend, tf } from "@/bench/backends";
import { boxScene } from "@/bench/scenes";
import { nms } from "@/lib/engine/suppress";
import { writeFigures } from "./figures";
import type { NmsReport } from "./figures/boxes";

const BOXES = 8732;
const THRESHOLD = 0.5;

async function main(): Promise<void> {
  await switchBackend("cpu");
  const { boxes, scores } = boxScene(BOXES, "spread");
  // TF.js wants [y1, x1, y2, x2].
  const rows = tf.tensor2d(
    boxes.map((_, i) => boxes[(i & ~3) + [1, 0, 3, 2][i & 3]]),
    [BOXES, 4],
  );
  const kept = await tf.image.nonMaxSuppressionAsync(rows, tf.tensor1d(scores), BOXES, THRESHOLD);
  const report: NmsReport = {
    boxes: BOXES,
    threshold: THRESHOLD,
    seed: "bench/boxes/spread",
    above: nms(boxes, scores, THRESHOLD).length,
    atLeast: kept.shape[0],
  };
  writeFileSync("bench/nms-report.json", `${JSON.stringify(report, null, 2)}\n`);
  writeFigures();
  console.log(report);
}

void main();
