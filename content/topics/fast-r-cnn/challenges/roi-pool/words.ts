import type { Text } from "@/lib/challenges/text";
import { binsOf, isBack, winnersOf, type Range, type View } from "./instance";

/** A cell by its two numbers, from 0, as they stand at the map's edges. @example "x 3, y 5" */
export const cellAt = (cell: number, columns: number): string => `x ${cell % columns}, y ${Math.floor(cell / columns)}`;

const span = (name: string, [first, end]: Range) => (end - first <= 1 ? `${name} ${first}` : `${name} ${first}–${end - 1}`);
/** The cells of a bin, or of a whole RoI. @example "x 2–4, y 1–3" */
export const cellsAt = ({ xs, ys }: { readonly xs: Range; readonly ys: Range }): string => `${span("x", xs)}, ${span("y", ys)}`;

/** @example "(12, 30)–(57, 82)" */
export const roiAt = ([x1, y1, x2, y2]: readonly number[]): string => `(${x1}, ${y1})–(${x2}, ${y2})`;

const LETTERS = ["A", "B"];
/** What a RoI is called where there are two. */
export const roiName = (view: View, roi: number): Text =>
  view.rois.length === 1 ? { ko: "RoI", en: "RoI" } : { ko: `RoI ${LETTERS[roi]}`, en: `RoI ${LETTERS[roi]}` };

/** A number of the pooled grid. @example "A 1행 2열" */
export const binName = (view: View, roi: number, bin: number): Text => {
  const [row, column] = [Math.floor(bin / view.bins) + 1, (bin % view.bins) + 1];
  const of = view.rois.length === 1 ? "" : `${LETTERS[roi]} `;
  return { ko: `${of}${row}행 ${column}열`, en: `${of}row ${row}, column ${column}` };
};

/** What a cell receives, term by term: the gradients of the bins it won. */
export function receivedBy(view: View, cell: number): { readonly roi: number; readonly bin: number; readonly gradient: number }[] {
  if (!isBack(view)) return [];
  return winnersOf(view).flatMap((winners, roi) =>
    winners.flatMap((winner, bin) => (winner === cell ? [{ roi, bin, gradient: view.gradients[roi][bin] }] : [])),
  );
}

/** @example "3 + 5 = 8", "4" */
export const sumWords = (terms: readonly number[]): string =>
  terms.length < 2 ? terms.join("") : `${terms.join(" + ")} = ${terms.reduce((a, b) => a + b, 0)}`;

export const binAt = (view: View, roi: number, bin: number): string => cellsAt(binsOf(view, view.rois[roi])[bin]);

export const WORDS = {
  map: { ko: "지도: 기울기를 받는 칸을 골라요", en: "The map: mark the cells that receive a gradient" },
  notes: { ko: "지도: 눌러서 표시해 둘 수 있어요 (답은 아니에요)", en: "The map: mark cells as notes (no part of the answer)" },
} satisfies Record<string, Text>;
