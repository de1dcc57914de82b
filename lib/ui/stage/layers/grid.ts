import type { BoxXYXY } from "@/lib/engine/boxes";

/** A picture, and the distance of the locations of a feature map laid over it, in its pixels. */
export interface StrideGrid {
  readonly width: number;
  readonly height: number;
  readonly stride: number;
}

/** ⌊width / stride⌋ columns, ⌊height / stride⌋ rows, at least one of each. */
export const gridSizeOf = ({ width, height, stride }: StrideGrid): { columns: number; rows: number } => ({
  columns: Math.max(1, Math.floor(width / stride)),
  rows: Math.max(1, Math.floor(height / stride)),
});

/** The column and row of the location whose cell holds a point; the nearest one for points outside. */
export function locationAt(grid: StrideGrid, x: number, y: number): { column: number; row: number } {
  const { columns, rows } = gridSizeOf(grid);
  const pull = (value: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(value / grid.stride)));
  return { column: pull(x, columns), row: pull(y, rows) };
}

/** The centre of a location, in pixels. */
export const centreOf = (
  { stride }: Pick<StrideGrid, "stride">,
  { column, row }: { column: number; row: number },
): readonly [number, number] => [(column + 0.5) * stride, (row + 0.5) * stride];

/** The centre of the location nearest to a point. */
export const nearestCentre = (grid: StrideGrid, x: number, y: number): readonly [number, number] => centreOf(grid, locationAt(grid, x, y));

/** The middle of a box. */
export const middleOf = (box: BoxXYXY): readonly [number, number] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
