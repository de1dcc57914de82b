import { EngineInputError } from "../errors";
import type { BoxArray } from "../boxes/types";
import { prepare } from "./hungarian";

/** One round of the Hungarian method: a new row (or column) enters, others move over to make room. */
export interface HungarianStep {
  /** Index of the line that enters, of the side named in the trace. */
  entering: number;
  /** Pairs [row, column] undone in this round. */
  released: [number, number][];
  /** Pairs [row, column] made in this round: the augmenting path, from the entering line to the free one. */
  matched: [number, number][];
  /** All pairs after the round, rows ascending. */
  pairs: [number, number][];
  /** Prices after the round: rowDual[r] + columnDual[c] ≤ cost[r][c], with equality on every pair (costs negated if maximising). */
  rowDual: number[];
  columnDual: number[];
  /** Cost of all pairs after the round. */
  total: number;
}

export interface HungarianTrace {
  /** Which side enters line by line: the shorter one. */
  side: "row" | "column";
  steps: HungarianStep[];
}

/**
 * The assignment problem solved line by line, each round written out for replay. The last step's total is `assign`'s.
 * A second, simpler algorithm (successive shortest paths without reductions), so the two check each other. O(n² m).
 * Source: Kuhn 1955 and Munkres 1957, in the form with potentials. Parameters and errors as `assign`.
 * @example hungarianTrace([4,5,12, 5,12,12, 12,4,5], 3, 3): the second row enters, takes column 0 from the first, total 10
 */
export function hungarianTrace(cost: BoxArray, rows: number, columns: number, options: { maximize?: boolean } = {}): HungarianTrace {
  const { n, m, table, transposed } = prepare(cost, rows, columns, options.maximize ?? false);
  const u = new Float64Array(n);
  const v = new Float64Array(m);
  const rowOf = new Int32Array(m).fill(-1);
  const steps: HungarianStep[] = [];
  const oriented = (i: number, j: number): [number, number] => (transposed ? [j, i] : [i, j]);
  for (let start = 0; start < n; start++) {
    const { end, before } = shortestPath(table, n, m, start, rowOf, u, v);
    const released: [number, number][] = [];
    const matched: [number, number][] = [];
    for (let column = end; column >= 0;) {
      const previous = before[column];
      const row = previous < 0 ? start : rowOf[previous];
      if (previous >= 0) released.unshift(oriented(row, previous));
      matched.unshift(oriented(row, column));
      rowOf[column] = row;
      column = previous;
    }
    const pairs: [number, number][] = [];
    for (let j = 0; j < m; j++) if (rowOf[j] >= 0) pairs.push(oriented(rowOf[j], j));
    pairs.sort((a, b) => a[0] - b[0]);
    const [rowDual, columnDual] = transposed ? [[...v], [...u]] : [[...u], [...v]];
    const total = pairs.reduce((sum, [r, c]) => sum + cost[r * columns + c], 0);
    steps.push({ entering: start, released, matched, pairs, rowDual, columnDual, total });
  }
  return { side: transposed ? "column" : "row", steps };
}

/** Dijkstra from a free row to a free column over reduced costs; leaves the duals feasible and tight on the path. */
function shortestPath(
  table: Float64Array,
  n: number,
  m: number,
  start: number,
  rowOf: Int32Array,
  u: Float64Array,
  v: Float64Array,
): { end: number; before: Int32Array } {
  const least = new Float64Array(m).fill(Infinity);
  const before = new Int32Array(m).fill(-1); // the column whose row led here; −1: the entering row itself
  const done = new Uint8Array(m);
  let row = start;
  let column = -1;
  for (;;) {
    let next = -1;
    let delta = Infinity;
    for (let j = 0; j < m; j++) {
      if (done[j] === 1) continue;
      const reduced = table[row * m + j] - u[row] - v[j];
      if (reduced < least[j]) {
        least[j] = reduced;
        before[j] = column;
      }
      if (least[j] < delta) {
        delta = least[j];
        next = j;
      }
    }
    if (next < 0) throw new EngineInputError("cost", "leaves no assignment: too many pairs are forbidden", "Infinity");
    u[start] += delta;
    for (let j = 0; j < m; j++) {
      if (done[j] === 1) {
        u[rowOf[j]] += delta;
        v[j] -= delta;
      } else least[j] -= delta;
    }
    if (rowOf[next] < 0) return { end: next, before };
    done[next] = 1;
    column = next;
    row = rowOf[next];
  }
}
