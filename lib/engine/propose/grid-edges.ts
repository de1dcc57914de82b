/** The edges of a picture's 8-neighbour grid, sorted by colour distance, and the memory that takes. */
import { SortRoom, stableOrder } from "./order";

/** Pictures up to this many pixels leave their working memory for the next of the same size: some 17 MB at most. */
const KEPT_PIXELS = 1 << 17;

/**
 * Edge 4p + d leaves pixel p right, down, down-right or down-left (d = 0 … 3) and ends at p + steps[d]. Down-left from the
 * right is up-right from the left: edges are listed all right ones first, then down, down-right, up-right, each by rows.
 */
class GridRoom {
  /** [height, width, channels] */
  readonly unit: Float64Array;
  readonly smooth: Float64Array;
  /** [4 · pixels]: of each edge; what would leave the picture is not read. */
  readonly weights: Float64Array;
  readonly steps: Int32Array;
  /** For the forest of segments, [pixels]. */
  readonly parent: Int32Array;
  readonly size: Int32Array;
  readonly threshold: Float64Array;
  private readonly sequence: Uint32Array;
  private readonly sorting: SortRoom;

  constructor(
    readonly width: number,
    readonly height: number,
    readonly channels: number,
  ) {
    const n = width * height;
    this.unit = new Float64Array(n * channels);
    this.smooth = new Float64Array(n * channels);
    this.weights = new Float64Array(4 * n);
    this.steps = Int32Array.of(1, width, width + 1, width - 1);
    this.parent = new Int32Array(n);
    this.size = new Int32Array(n);
    this.threshold = new Float64Array(n);
    this.sequence = new Uint32Array(height * (width - 1) + (height - 1) * width + 2 * (height - 1) * (width - 1));
    let e = 0;
    this.eachRun((direction, from, to) => {
      for (let p = from; p < to; p++) this.sequence[e++] = 4 * p + direction;
    });
    this.sorting = new SortRoom(this.sequence.length);
  }

  /** Runs of pixels `from` … `to` − 1 in a row whose edge in a direction stays inside. */
  private eachRun(visit: (direction: number, from: number, to: number) => void): void {
    for (let direction = 0; direction < 4; direction++) {
      const rows = direction === 0 ? this.height : this.height - 1;
      const first = direction === 3 ? 1 : 0;
      const last = direction === 0 || direction === 2 ? this.width - 1 : this.width;
      for (let y = 0; y < rows; y++) visit(direction, y * this.width + first, y * this.width + last);
    }
  }

  /** Edges by rising distance of the smoothed colours; equal ones as listed. */
  sortEdges(): Uint32Array {
    const { smooth, weights, steps, channels } = this;
    const weigh = channels === 3 ? weighColour : weighAny;
    this.eachRun((direction, from, to) => weigh(smooth, weights, direction, from, to, steps[direction], channels));
    return stableOrder(weights, this.sequence, this.sorting);
  }
}

function weighColour(values: Float64Array, weights: Float64Array, direction: number, from: number, to: number, step: number): void {
  for (let p = from, i = 3 * from, j = 3 * (from + step); p < to; p++, i += 3, j += 3) {
    const r = values[i] - values[j];
    const g = values[i + 1] - values[j + 1];
    const b = values[i + 2] - values[j + 2];
    weights[4 * p + direction] = Math.sqrt(r * r + g * g + b * b);
  }
}

function weighAny(
  values: Float64Array,
  weights: Float64Array,
  direction: number,
  from: number,
  to: number,
  step: number,
  channels: number,
): void {
  for (let p = from; p < to; p++) {
    let sum = 0;
    for (let c = 0, i = p * channels, j = (p + step) * channels; c < channels; c++, i++, j++) {
      const d = values[i] - values[j];
      sum += d * d;
    }
    weights[4 * p + direction] = Math.sqrt(sum);
  }
}

let kept: GridRoom | null = null;

/** Working memory for one picture, whatever it held before; good until the next call. */
export function gridRoom(width: number, height: number, channels: number): GridRoom {
  if (kept && kept.width === width && kept.height === height && kept.channels === channels) return kept;
  const made = new GridRoom(width, height, channels);
  if (width * height <= KEPT_PIXELS) kept = made;
  return made;
}
