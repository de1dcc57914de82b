import { EngineInputError } from "../errors";
import { requireBoxes, requireCount } from "../boxes/shape";
import type { BoxArray } from "../boxes/types";

export interface BestAnchors {
  /** [objects]: IoU with the best anchor; 0 where there are no anchors. */
  bestIou: Float64Array;
  /** [objects]: that anchor's index (the lowest among equals), −1 where there are none or none meets the object. */
  bestAnchor: Int32Array;
}

/** Overlaps of a column or a row that differ by less than this, in pixels, are looked at exactly. Far above any rounding. */
const NEARLY = 1e-6;

/** Columns, or rows, of a grid that may hold an object's best anchor: the overlap there, the anchor's own side, and which it is. */
interface Line {
  overlaps: Float64Array;
  sides: Float64Array;
  places: Int32Array;
}
const lineOf = (length: number): Line => ({
  overlaps: new Float64Array(length),
  sides: new Float64Array(length),
  places: new Int32Array(length),
});
/** Filled anew for each object. */
const wide = lineOf(64);
const high = lineOf(64);

/**
 * Fills `line` with the columns (or rows) that overlap the object's side the most, each pair of overlap and side once, by the first that
 * has it: what comes later with the same numbers gives the same IoU. Answers how many there are; none where nothing overlaps.
 * @param step between one and the next in `anchors`  @param axis 0 for x, 1 for y
 */
function linesOf(line: Line, anchors: BoxArray, length: number, step: number, axis: number, from: number, to: number): number {
  if (line.places.length < length) Object.assign(line, lineOf(length));
  const { overlaps, sides, places } = line;
  let most = 0;
  for (let k = 0, o = axis; k < length; k++, o += step) most = Math.max(most, Math.min(to, anchors[o + 2]) - Math.max(from, anchors[o]));
  let found = 0;
  for (let k = 0, o = axis; k < length; k++, o += step) {
    const overlap = Math.min(to, anchors[o + 2]) - Math.max(from, anchors[o]);
    if (!(overlap > 0) || overlap < most - NEARLY) continue;
    const side = anchors[o + 2] - anchors[o];
    let known = 0;
    while (known < found && (overlaps[known] !== overlap || sides[known] !== side)) known++;
    if (known < found) continue;
    overlaps[found] = overlap;
    sides[found] = side;
    places[found++] = k;
  }
  return found;
}

/**
 * `anchorCoverage` for the anchors of ONE shape on a grid: the same numbers to the last bit, many times sooner. Width and height of the
 * intersection depend on the column and on the row alone and IoU grows with both, so only the best columns' and rows' cells are compared.
 * @param objects [g, 4] xyxy pixels  @param anchors [rows · columns, 4], row by row, all of one size, as `gridAnchors` gives them
 * @throws EngineInputError on bad boxes, or where the anchors do not fill their rows
 */
export function gridCoverage(objects: BoxArray, anchors: BoxArray, columns: number): BestAnchors {
  const g = requireBoxes("objects", objects);
  const n = requireBoxes("anchors", anchors);
  requireCount("columns", columns, 1);
  if (n === 0 || n % columns !== 0) throw new EngineInputError("anchors", `must fill rows of ${columns}`, n);
  const bestIou = new Float64Array(g);
  const bestAnchor = new Int32Array(g).fill(-1);
  const rows = n / columns;
  // Written without lists: generators of instances call this thousands of times.
  for (let i = 0; i < g; i++) {
    const [x1, y1, x2, y2] = [objects[4 * i], objects[4 * i + 1], objects[4 * i + 2], objects[4 * i + 3]];
    const size = Math.max(0, x2 - x1) * Math.max(0, y2 - y1);
    const across = linesOf(wide, anchors, columns, 4, 0, x1, x2);
    const down = linesOf(high, anchors, rows, 4 * columns, 1, y1, y2);
    for (let r = 0; r < down; r++) {
      for (let c = 0; c < across; c++) {
        const shared = wide.overlaps[c] * high.overlaps[r];
        const overlap = shared / (size + wide.sides[c] * high.sides[r] - shared);
        if (overlap > bestIou[i]) {
          bestIou[i] = overlap;
          bestAnchor[i] = high.places[r] * columns + wide.places[c];
        }
      }
    }
  }
  return { bestIou, bestAnchor };
}
