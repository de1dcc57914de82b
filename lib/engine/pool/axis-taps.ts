/**
 * RoIAlign along one axis. The mean of bilinear samples on a grid is a product of a row part and a column part, so each
 * output row is a weighted sum of few map rows (`cells`), and each output column of few map columns.
 */
export interface AxisTaps {
  /** [bins]: how many cells a bin reads; 0 when every sample lies outside. */
  readonly count: Int32Array;
  /** [bins, room]: those cells and their weights, which sum to at most 1 a bin. */
  cells: Int32Array;
  weights: Float64Array;
  room: number;
  /** The distinct cells of all bins, `usedCount` of them, and for each entry of `cells` its place among them. */
  readonly used: Int32Array;
  usedCount: number;
  places: Int32Array;
  /** [size]: place + 1 of each map cell, 0 when not used. */
  readonly placeOf: Int32Array;
}

/** Room for the taps of any RoI on an axis of `size` cells. */
export function axisTaps(bins: number, size: number): AxisTaps {
  const room = 8;
  return {
    count: new Int32Array(bins),
    cells: new Int32Array(bins * room),
    weights: new Float64Array(bins * room),
    room,
    used: new Int32Array(size),
    usedCount: 0,
    places: new Int32Array(bins * room),
    placeOf: new Int32Array(size),
  };
}

/** Samples come in order, so a cell met before is one of the last two entries. */
function addTap(taps: AxisTaps, at: number, count: number, cell: number, weight: number): number {
  if (weight === 0) return count;
  const { cells, weights } = taps;
  for (let k = count - 1; k >= 0 && k >= count - 2; k--) {
    if (cells[at + k] === cell) {
      weights[at + k] += weight;
      return count;
    }
  }
  cells[at + count] = cell;
  weights[at + count] = weight;
  return count + 1;
}

/**
 * Where sample `i` of a bin lies on the axis, in map cells. One expression for all who ask: a sample on the very border of what
 * counts (−1, or `size`) must not count for one and be outside for another by a rounding.
 */
export const sampleAt = (edge: number, bin: number, i: number, samples: number): number => edge + ((i + 0.5) * bin) / samples;

/**
 * Fills the taps for one RoI. Samples sit at start + bin·p + (i + ½)·bin/samples; those below −1 or above `size` count as 0,
 * those up to one cell outside read the border cell (torchvision's rule).
 * @param start first edge of the RoI in map cells (half a cell already taken off when aligned)
 * @param bin length of a bin in cells; may be 0 or negative for an inverted RoI
 * @param samples samples a bin; 0 gives no taps
 */
export function fillTaps(taps: AxisTaps, bins: number, start: number, bin: number, samples: number, size: number): void {
  const room = Math.min(2 * samples, size) + 2;
  if (room > taps.room) {
    taps.room = room;
    taps.cells = new Int32Array(bins * room);
    taps.weights = new Float64Array(bins * room);
    taps.places = new Int32Array(bins * room);
  }
  for (let p = 0; p < bins; p++) {
    const at = p * taps.room;
    const edge = start + p * bin;
    let count = 0;
    // Samples that can lie on the map, with one to spare on each side: a huge RoI has few of its many samples there.
    let from = 0;
    let to = samples;
    if (bin > 0) {
      from = Math.max(0, Math.floor(((-1 - edge) * samples) / bin) - 1);
      to = Math.min(samples, Math.ceil(((size - edge) * samples) / bin) + 1);
    }
    for (let i = from; i < to; i++) {
      const v = sampleAt(edge, bin, i, samples);
      if (v < -1 || v > size) continue;
      const position = v <= 0 ? 0 : v;
      const low = Math.floor(position);
      if (low >= size - 1) {
        count = addTap(taps, at, count, size - 1, 1 / samples);
      } else {
        const part = position - low;
        count = addTap(taps, at, count, low, (1 - part) / samples);
        count = addTap(taps, at, count, low + 1, part / samples);
      }
    }
    taps.count[p] = count;
  }
  listUsed(taps, bins);
}

function listUsed(taps: AxisTaps, bins: number): void {
  const { used, placeOf, places, cells, count, room } = taps;
  for (let k = 0; k < taps.usedCount; k++) placeOf[used[k]] = 0;
  taps.usedCount = 0;
  for (let p = 0; p < bins; p++) {
    for (let k = p * room; k < p * room + count[p]; k++) {
      const cell = cells[k];
      if (placeOf[cell] === 0) {
        used[taps.usedCount++] = cell;
        placeOf[cell] = taps.usedCount;
      }
      places[k] = placeOf[cell] - 1;
    }
  }
}
