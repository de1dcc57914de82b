import { EngineInputError, requireLength } from "../errors";
import { hog, hogLength, type HogOptions } from "./hog";
import type { LinearModel } from "./svm";
import type { WindowScorer, WindowSize } from "./windows";

/**
 * A linear HOG detector for `scanPyramid`: the level's blocks are computed once and each window reads its own
 * (Dalal and Triggs's dense scan). Windows must lie on the cell grid, so the stride must be a multiple of the cell.
 * At a window's edge the level's own pixels are used where a cropped window would have gradient 0.
 * @throws EngineInputError when the weights do not fit the window, or a window is off the grid
 */
export function hogScorer(model: LinearModel, window: WindowSize, options: HogOptions = {}): WindowScorer {
  const { pixelsPerCell = [8, 8], cellsPerBlock = [2, 2] } = options;
  requireLength("model.weights", model.weights, hogLength(window.width, window.height, options));
  const rows = Math.floor(window.height / pixelsPerCell[0]) - cellsPerBlock[0] + 1;
  const columns = Math.floor(window.width / pixelsPerCell[1]) - cellsPerBlock[1] + 1;
  return ({ image }, windows) => {
    const scores = new Float64Array(windows.length / 4);
    if (scores.length === 0) return scores;
    const { features, shape } = hog(image, options);
    const block = shape[2] * shape[3] * shape[4];
    for (let i = 0; i < scores.length; i++) {
      const left = windows[4 * i] / pixelsPerCell[1];
      const top = windows[4 * i + 1] / pixelsPerCell[0];
      if (!Number.isInteger(left) || !Number.isInteger(top)) {
        throw new EngineInputError("windows", "must lie on the cell grid", `corner ${windows[4 * i]}, ${windows[4 * i + 1]}`);
      }
      let sum = model.bias;
      for (let r = 0, w = 0; r < rows; r++) {
        let at = ((top + r) * shape[1] + left) * block;
        for (let k = 0; k < columns * block; k++) sum += model.weights[w++] * features[at++];
      }
      scores[i] = sum;
    }
    return scores;
  };
}
