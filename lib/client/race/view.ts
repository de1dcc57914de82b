/** From a detector's intermediate tensors to what the race draws of them. */
import type { DetectorAnswer } from "@/lib/engine/detectors";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import type { RaceView } from "./race";

/** The boxes of proposals or queries, the heat map of centres and the grid, where a detector has them. */
export function viewOf({ proposals, queryBoxes, heatmap, grid }: DetectorAnswer["parts"]): RaceView {
  const boxes = proposals ?? queryBoxes;
  return {
    boxes: boxes
      ? Array.from(
          { length: boxes.shape[0] },
          (_, i) => [boxes.data[i * 4], boxes.data[i * 4 + 1], boxes.data[i * 4 + 2], boxes.data[i * 4 + 3]] as const,
        )
      : [],
    heat: heatmap ? largest(heatmap) : null,
    cells: grid ? grid.shape[2] : 0,
  };
}

/** The largest probability over the classes at each place of a map of logits [classes, rows, columns], as large as the scene. */
function largest({ shape: [classes, rows, columns], data }: DetectorAnswer["parts"][string]): Float32Array {
  const out = new Float32Array(SCENE_SIDE * SCENE_SIDE);
  for (let y = 0; y < SCENE_SIDE; y++) {
    for (let x = 0; x < SCENE_SIDE; x++) {
      const at = Math.floor((y * rows) / SCENE_SIDE) * columns + Math.floor((x * columns) / SCENE_SIDE);
      let logit = -Infinity;
      for (let c = 0; c < classes; c++) logit = Math.max(logit, data[c * rows * columns + at]);
      out[y * SCENE_SIDE + x] = 1 / (1 + Math.exp(-logit));
    }
  }
  return out;
}
