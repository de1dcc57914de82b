import type { Text } from "./text";

/**
 * What a cell of a grid is called, in its board and in the verdict's parts alike. Cells are numbered row by row from 0.
 * @example cellName(4, 3) → { ko: "2행 2열", en: "Row 2, column 2" }
 */
export function cellName(cell: number, columns: number): Text {
  const [row, column] = [Math.floor(cell / columns) + 1, (cell % columns) + 1];
  return { ko: `${row}행 ${column}열`, en: `Row ${row}, column ${column}` };
}
