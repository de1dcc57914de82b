/**
 * The cell that a key leads to from `cell` in a grid numbered row by row: arrows one cell, stopping at the edges; Home and End to the
 * ends of the row, with Ctrl to the ends of the grid. Null for any other key.
 */
export function nextCell(cell: number, key: string, rows: number, columns: number, ctrl = false): number | null {
  const [row, column] = [Math.floor(cell / columns), cell % columns];
  const at = (r: number, c: number) => Math.min(rows - 1, Math.max(0, r)) * columns + Math.min(columns - 1, Math.max(0, c));
  switch (key) {
    case "ArrowLeft":
      return at(row, column - 1);
    case "ArrowRight":
      return at(row, column + 1);
    case "ArrowUp":
      return at(row - 1, column);
    case "ArrowDown":
      return at(row + 1, column);
    case "Home":
      return ctrl ? 0 : at(row, 0);
    case "End":
      return ctrl ? rows * columns - 1 : at(row, columns - 1);
    default:
      return null;
  }
}

/** The cell under a point given in shares of the grid's width and height; null outside. */
export function cellUnder(x: number, y: number, rows: number, columns: number): number | null {
  if (!(x >= 0 && x < 1 && y >= 0 && y < 1)) return null;
  return Math.floor(y * rows) * columns + Math.floor(x * columns);
}
