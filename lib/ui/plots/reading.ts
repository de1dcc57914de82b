/** Something on a plot that can be read: a point, a bar. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  /** What is said and written of it. */
  readonly text: string;
}

/** Where the reader is: a row of marks (a series) and a mark in it. */
export interface Reading {
  readonly row: number;
  readonly mark: number;
}

/**
 * The mark that a key leads to: left and right along a row, up and down to the nearest one of the next row, Home and End to its ends,
 * Page keys by ten. Null for any other key and where there is nothing to read. Before anything was read, any of these begins.
 */
export function nextReading(rows: readonly (readonly Mark[])[], at: Reading | null, key: string): Reading | null {
  const by: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity };
  const filled = rows.flatMap((marks, row) => (marks.length > 0 ? [row] : []));
  if ((by[key] === undefined && key !== "ArrowUp" && key !== "ArrowDown") || filled.length === 0) return null;
  if (at === null || (rows[at.row]?.length ?? 0) === 0) return { row: filled[0], mark: key === "End" ? rows[filled[0]].length - 1 : 0 };
  if (by[key] !== undefined) return { row: at.row, mark: Math.min(rows[at.row].length - 1, Math.max(0, at.mark + by[key])) };
  const place = filled.indexOf(at.row) + (key === "ArrowDown" ? 1 : -1);
  const row = filled[(place + filled.length) % filled.length];
  const { x } = rows[at.row][Math.min(at.mark, rows[at.row].length - 1)];
  return { row, mark: nearestIn(rows[row], ({ x: other }) => Math.abs(other - x)) };
}

/** The mark nearest to a point of the plot, CSS pixels; null where there is none within `reach`. */
export function readingAt(rows: readonly (readonly Mark[])[], x: number, y: number, reach: number): Reading | null {
  let found: Reading | null = null;
  let least = reach;
  rows.forEach((marks, row) =>
    marks.forEach((mark, i) => {
      const off = Math.hypot(mark.x - x, mark.y - y);
      if (off <= least) [found, least] = [{ row, mark: i }, off];
    }),
  );
  return found;
}

function nearestIn(marks: readonly Mark[], distance: (mark: Mark) => number): number {
  return marks.reduce((best, mark, i) => (distance(mark) < distance(marks[best]) ? i : best), 0);
}
