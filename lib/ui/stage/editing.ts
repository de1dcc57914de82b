import type { BoxXYXY } from "@/lib/engine/boxes/types";

export const CORNERS = ["nw", "ne", "sw", "se"] as const;
export type Corner = (typeof CORNERS)[number];

/** Where a corner of a box is. */
export const cornerOf = (box: BoxXYXY, corner: Corner): readonly [x: number, y: number] => [
  corner.endsWith("w") ? box[0] : box[2],
  corner.startsWith("n") ? box[1] : box[3],
];

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const snap = (value: number, step: number) => Math.round(value / step) * step;

/** Moves a box by (dx, dy), snapped to `step`, kept whole inside [0, width] × [0, height]. */
export function moveBox(box: BoxXYXY, dx: number, dy: number, bounds: { width: number; height: number }, step = 1): BoxXYXY {
  const [w, h] = [box[2] - box[0], box[3] - box[1]];
  const x = clamp(snap(box[0] + dx, step), 0, bounds.width - w);
  const y = clamp(snap(box[1] + dy, step), 0, bounds.height - h);
  return [x, y, x + w, y + h];
}

/** Moves one corner by (dx, dy), snapped to `step`; the box keeps at least `smallest` in width and height and stays inside. */
export function resizeBox(
  box: BoxXYXY,
  corner: Corner,
  dx: number,
  dy: number,
  bounds: { width: number; height: number },
  step = 1,
  smallest = 4,
): BoxXYXY {
  let [x1, y1, x2, y2] = box;
  if (corner.endsWith("w")) x1 = clamp(snap(x1 + dx, step), 0, x2 - smallest);
  else x2 = clamp(snap(x2 + dx, step), x1 + smallest, bounds.width);
  if (corner.startsWith("n")) y1 = clamp(snap(y1 + dy, step), 0, y2 - smallest);
  else y2 = clamp(snap(y2 + dy, step), y1 + smallest, bounds.height);
  return [x1, y1, x2, y2];
}
