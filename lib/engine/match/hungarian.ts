import { EngineInputError, requireLength } from "../errors";
import { requireCount } from "../boxes/shape";
import type { BoxArray } from "../boxes/types";

export interface Assignment {
  /** Assigned rows, ascending; min(rows, columns) of them. */
  rows: Int32Array;
  /** cols[i] is the column of rows[i]. */
  cols: Int32Array;
  /** Sum of the chosen costs, added in row order. */
  total: number;
}

/**
 * The linear assignment problem: pairs every row with its own column (or the other way round where there are fewer
 * columns) so that the sum of costs is as small as possible. Optimal; O(n² m), n ≤ m.
 * Among several optimal assignments the one returned is fixed by the algorithm, but not otherwise special.
 * Source: Jonker and Volgenant 1987 (column reduction, augmenting row reduction, shortest augmenting paths); Kuhn 1955.
 * @param cost [rows, columns] row-major; +Infinity forbids a pair
 * @param options.maximize look for the largest sum (−Infinity then forbids a pair)
 * @example assign([4,5,12, 5,12,12, 12,4,5], 3, 3) → cols [1, 0, 2], total 15 (taking each row's cheapest in turn gives 21)
 * @throws EngineInputError when the size is not rows · columns, a cost is NaN, or forbidden pairs leave no assignment
 */
export function assign(cost: BoxArray, rows: number, columns: number, options: { maximize?: boolean } = {}): Assignment {
  const { n, m, table, transposed, anyForbidden } = prepare(cost, rows, columns, options.maximize ?? false);
  const { columnOf, rowOf } = solve(table, n, m, anyForbidden);
  return collect(cost, columns, columnOf, rowOf, transposed);
}

/** The costs with n ≤ m, minimising, as a Float64Array: the caller's own where nothing has to change (it is only read). */
export function prepare(cost: BoxArray, rows: number, columns: number, maximize: boolean) {
  requireCount("rows", rows);
  requireCount("columns", columns);
  requireLength("cost", cost, rows * columns);
  const transposed = rows > columns;
  const n = transposed ? columns : rows;
  const m = transposed ? rows : columns;
  const source = cost instanceof Float64Array ? cost : Float64Array.from(cost);
  const upright = transposed ? turned(source, rows, columns) : source;
  const table = maximize ? negated(upright) : upright;
  return { n, m, table, transposed, anyForbidden: !allFinite(table) && requireForbidden(table, m, transposed) };
}

/** Whether no number is infinite or NaN. Four sums: one would wait for each addition before the next. */
function allFinite(table: Float64Array): boolean {
  const whole = table.length & ~3;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let k = 0; k < whole; k += 4) {
    a += table[k] - table[k];
    b += table[k + 1] - table[k + 1];
    c += table[k + 2] - table[k + 2];
    d += table[k + 3] - table[k + 3];
  }
  for (let k = whole; k < table.length; k++) a += table[k] - table[k];
  return a + b + c + d === 0;
}

/** Throws at the first number that is neither finite nor forbids its pair; true, for a table that holds one that does. */
function requireForbidden(table: Float64Array, m: number, transposed: boolean): true {
  const k = table.findIndex((value) => value - value !== 0 && value !== Infinity);
  if (k < 0) return true;
  const [r, c] = transposed ? [k % m, Math.floor(k / m)] : [Math.floor(k / m), k % m];
  throw new EngineInputError(`cost[${r}][${c}]`, "must be a number; only the worst infinity forbids a pair", table[k]);
}

/** [columns, rows] of [rows, columns], four columns at a time. */
function turned(source: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(rows * columns);
  const whole = columns & ~3;
  for (let c = 0; c < whole; c += 4) {
    for (let r = 0, from = c, to = c * rows; r < rows; r++, to++, from += columns) {
      out[to] = source[from];
      out[to + rows] = source[from + 1];
      out[to + 2 * rows] = source[from + 2];
      out[to + 3 * rows] = source[from + 3];
    }
  }
  for (let c = whole; c < columns; c++) for (let r = 0, from = c; r < rows; r++, from += columns) out[c * rows + r] = source[from];
  return out;
}

function negated(source: Float64Array): Float64Array {
  const out = new Float64Array(source.length);
  for (let k = 0; k < out.length; k++) out[k] = -source[k];
  return out;
}

/** The pairs by rising row of the caller's table, with their sum. */
function collect(cost: BoxArray, columns: number, columnOf: Int32Array, rowOf: Int32Array, transposed: boolean): Assignment {
  const n = columnOf.length;
  const rows = new Int32Array(n);
  const cols = new Int32Array(n);
  if (transposed) {
    for (let r = 0, k = 0; r < rowOf.length; r++) {
      if (rowOf[r] < 0) continue;
      rows[k] = r;
      cols[k++] = rowOf[r];
    }
  } else {
    for (let i = 0; i < n; i++) {
      rows[i] = i;
      cols[i] = columnOf[i];
    }
  }
  let total = 0;
  for (let k = 0; k < n; k++) total += cost[rows[k] * columns + cols[k]];
  return { rows, cols, total };
}

function solve(cost: Float64Array, n: number, m: number, anyForbidden: boolean) {
  const columnOf = new Int32Array(n).fill(-1);
  const rowOf = new Int32Array(m).fill(-1);
  const v = new Float64Array(m); // column duals
  const free = new Int32Array(n);
  for (let i = 0; i < n; i++) free[i] = i;
  let freeCount = n;
  if (m > 1 && !anyForbidden) {
    // A rectangular table must start from duals of 0: columns that stay free have to keep it.
    if (n === m) freeCount = reduceColumns(cost, n, columnOf, rowOf, v, free);
    freeCount = reduceRows(cost, n, m, columnOf, rowOf, v, free, freeCount);
  }
  if (freeCount > 0) augment(cost, m, columnOf, rowOf, v, free, freeCount);
  return { columnOf, rowOf };
}

/**
 * Column reduction of a square table: each column's dual is its least cost, its row takes it if still free; then a row with
 * one column hands its slack to that column's dual. Leaves the rows without a column in `free`.
 */
function reduceColumns(cost: Float64Array, n: number, columnOf: Int32Array, rowOf: Int32Array, v: Float64Array, free: Int32Array): number {
  const leastRow = new Int32Array(n);
  v.set(cost.subarray(0, n));
  for (let i = 1, k = n; i < n; i++) {
    for (let j = 0; j < n; j++, k++) {
      if (cost[k] < v[j]) {
        v[j] = cost[k];
        leastRow[j] = i;
      }
    }
  }
  const wanted = new Int32Array(n);
  for (let j = n - 1; j >= 0; j--) {
    const row = leastRow[j];
    if (wanted[row]++ > 0) continue;
    columnOf[row] = j;
    rowOf[j] = row;
  }
  let freeCount = 0;
  for (let i = 0; i < n; i++) {
    if (wanted[i] === 0) free[freeCount++] = i;
    else if (wanted[i] === 1) {
      const own = columnOf[i];
      let slack = Infinity;
      for (let j = 0, k = i * n; j < n; j++, k++) if (j !== own && cost[k] - v[j] < slack) slack = cost[k] - v[j];
      v[own] -= slack;
    }
  }
  return freeCount;
}

/**
 * Augmenting row reduction: each free row takes its cheapest column and lowers that column's dual until the second
 * cheapest is as good; a row pushed out looks again at once. Leaves the rows it could not place in `free`.
 */
function reduceRows(
  cost: Float64Array,
  n: number,
  m: number,
  columnOf: Int32Array,
  rowOf: Int32Array,
  v: Float64Array,
  free: Int32Array,
  freeCount: number,
): number {
  let left = 0;
  let at = 0;
  // Two rows may push each other out many times (with rounding, for ever); past 2n times augmenting is quicker.
  let patience = 2 * n;
  while (at < freeCount) {
    const row = free[at++];
    const base = row * m;
    let least = cost[base] - v[0];
    let column = 0;
    let second = Infinity;
    let secondColumn = 0;
    for (let j = 1; j < m; j++) {
      const reduced = cost[base + j] - v[j];
      if (reduced >= second) continue;
      if (reduced >= least) {
        second = reduced;
        secondColumn = j;
      } else {
        second = least;
        secondColumn = column;
        least = reduced;
        column = j;
      }
    }
    let displaced = rowOf[column];
    const strict = least < second;
    if (strict) v[column] -= second - least;
    else if (displaced >= 0) {
      column = secondColumn;
      displaced = rowOf[column];
    }
    columnOf[row] = column;
    rowOf[column] = row;
    if (displaced < 0) continue;
    columnOf[displaced] = -1;
    if (strict && patience-- > 0) free[--at] = displaced;
    else free[left++] = displaced;
  }
  return left;
}

/** Shortest augmenting paths (Dijkstra on reduced costs) for the rows still free. */
function augment(
  cost: Float64Array,
  m: number,
  columnOf: Int32Array,
  rowOf: Int32Array,
  v: Float64Array,
  free: Int32Array,
  freeCount: number,
): void {
  const distance = new Float64Array(m);
  const before = new Int32Array(m);
  const columns = new Int32Array(m); // [0, scanned) final, [scanned, found) at the current distance, then the rest
  for (let f = 0; f < freeCount; f++) {
    const start = free[f];
    for (let j = 0; j < m; j++) {
      distance[j] = cost[start * m + j] - v[j];
      before[j] = start;
      columns[j] = j;
    }
    let scanned = 0;
    let found = 0;
    let settled = 0;
    let reached = 0;
    let end = -1;
    while (end < 0) {
      if (scanned === found) {
        settled = scanned;
        reached = distance[columns[found++]];
        for (let k = found; k < m; k++) {
          const j = columns[k];
          const d = distance[j];
          if (d > reached) continue;
          if (d < reached) {
            found = scanned;
            reached = d;
          }
          columns[k] = columns[found];
          columns[found++] = j;
        }
        if (reached === Infinity) throw new EngineInputError("cost", "leaves no assignment: too many pairs are forbidden", "Infinity");
        for (let k = scanned; k < found; k++) {
          if (rowOf[columns[k]] < 0) {
            end = columns[k];
            break;
          }
        }
        if (end >= 0) break;
      }
      const column = columns[scanned++];
      const row = rowOf[column];
      const base = row * m;
      const offset = cost[base + column] - v[column] - reached;
      for (let k = found; k < m; k++) {
        const j = columns[k];
        const through = cost[base + j] - v[j] - offset;
        if (through >= distance[j]) continue;
        distance[j] = through;
        before[j] = row;
        if (through > reached) continue;
        if (rowOf[j] < 0) {
          end = j;
          break;
        }
        columns[k] = columns[found];
        columns[found++] = j;
      }
    }
    for (let k = 0; k < settled; k++) v[columns[k]] += distance[columns[k]] - reached;
    for (let column = end; ;) {
      const row = before[column];
      rowOf[column] = row;
      const next = columnOf[row];
      columnOf[row] = column;
      if (row === start) break;
      column = next;
    }
  }
}
