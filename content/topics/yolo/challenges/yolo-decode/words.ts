/** The numbers of a cell in words, and the arithmetic that makes a box of them. */
import type { Text } from "@/lib/challenges/text";
import { num } from "@/lib/words";
import { numbersOf, type Cell, type Numbers, type Scored, type View } from "./instance";

export const hundredths = (value: number): string => num(value / 100, 2);

/** "Row 2, column 4", counted from 0 as the formula counts. */
export const placeOf = ({ row, column }: Pick<Cell, "row" | "column">): Text => ({
  ko: `행 ${row}, 열 ${column}`,
  en: `Row ${row}, column ${column}`,
});

/** A line of the arithmetic: the quantity and its sum. */
export interface Line {
  readonly name: string;
  readonly sum: string;
}

/** Centre and size of a box, and the corners, with this picture's numbers. */
export function linesOf(view: View, of: Pick<Scored, "cell" | "box">): readonly Line[] {
  const { width, height, grid, cells } = view;
  const { row, column } = cells[of.cell];
  const { x, y, w, h } = numbersOf(view, of);
  const [cx, cy] = [((column + x / 100) / grid) * width, ((row + y / 100) / grid) * height];
  const [bw, bh] = [(w / 100) * width, (h / 100) * height];
  const [across, down] = [num(width / grid, 1), num(height / grid, 1)];
  return [
    { name: "cx", sum: `(${column} + ${hundredths(x)}) × ${across} = ${num(cx, 1)}` },
    { name: "cy", sum: `(${row} + ${hundredths(y)}) × ${down} = ${num(cy, 1)}` },
    { name: "w", sum: `${hundredths(w)} × ${num(width)} = ${num(bw, 1)}` },
    { name: "h", sum: `${hundredths(h)} × ${num(height)} = ${num(bh, 1)}` },
    { name: "x1, x2", sum: `${num(cx, 1)} ∓ ${num(bw / 2, 1)} = ${num(cx - bw / 2)}, ${num(cx + bw / 2)}` },
    { name: "y1, y2", sum: `${num(cy, 1)} ∓ ${num(bh / 2, 1)} = ${num(cy - bh / 2)}, ${num(cy + bh / 2)}` },
  ];
}

/** "0.72 × 0.70 = 0.504" */
export const productOf = ({ confidence }: Pick<Numbers, "confidence">, value: number): string =>
  `${hundredths(confidence)} × ${hundredths(value)} = ${num((confidence * value) / 10_000, 3)}`;
