import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { CORNERS, cornerOf, type Corner } from "./editing";
import type { TagPlace } from "./tags";

interface Pickable {
  readonly id: string;
  readonly box: BoxXYXY;
}

const areaOf = (box: BoxXYXY) => (box[2] - box[0]) * (box[3] - box[1]);

/**
 * The boxes under a point, smallest first (ties: later drawn first): the order in which clicks reach them.
 * @param reach how far outside a box still counts, in stage pixels, so that thin boxes can be hit
 */
export function boxesAt(boxes: readonly Pickable[], x: number, y: number, reach = 0): string[] {
  return boxes
    .map((b, order) => ({ ...b, order }))
    .filter(({ box }) => x >= box[0] - reach && x <= box[2] + reach && y >= box[1] - reach && y <= box[3] + reach)
    .sort((a, b) => areaOf(a.box) - areaOf(b.box) || b.order - a.order)
    .map((b) => b.id);
}

/**
 * Whose tag is under a point; null where there is none. Where tags lie on each other the nearest middle decides, so that the middle
 * of a tag always answers for its own box.
 */
export function tagAt(tags: Iterable<readonly [id: string, tag: TagPlace]>, x: number, y: number): string | null {
  let nearest: string | null = null;
  let least = Infinity;
  for (const [id, tag] of tags) {
    if (x < tag.x || x > tag.x + tag.width || y < tag.y || y > tag.y + tag.height) continue;
    const distance = Math.hypot(x - tag.x - tag.width / 2, y - tag.y - tag.height / 2);
    if (distance < least) [nearest, least] = [id, distance];
  }
  return nearest;
}

/** Which of the boxes under a click is meant: the smallest first, the next one at each further click on the same place. */
export function nextPick(
  under: readonly string[],
  last: { readonly ids: string; readonly index: number } | null,
): { ids: string; index: number } | null {
  if (under.length === 0) return null;
  const ids = under.join("\n");
  return { ids, index: last?.ids === ids ? (last.index + 1) % under.length : 0 };
}

/** Half the side of a handle as it is drawn, CSS pixels. */
export const HANDLE = 5;
/** Half the side of the square around a corner that still answers for it: CSS pixels, and at least so many of the stage's. */
const REACH = { css: 13, stage: 6 } as const;
export const handleReach = (scale: number): number => Math.max(REACH.css * scale, REACH.stage);

/** What a press gets hold of: a corner of a box, or the whole box. */
export interface Grip {
  readonly id: string;
  readonly corner: Corner | null;
}

interface Grippable extends Pickable {
  readonly tag: TagPlace | null;
  readonly resizable: boolean;
}

/** The nearest corner not further than `reach` to either side, the selected box's before all others (ties: later drawn first). */
function cornerAt(boxes: readonly Grippable[], x: number, y: number, reach: number, selected: string | null): Grip | null {
  const within = boxes.flatMap(({ id, box, resizable }, order) =>
    CORNERS.flatMap((corner) => {
      const [cx, cy] = cornerOf(box, corner);
      const [dx, dy] = [Math.abs(x - cx), Math.abs(y - cy)];
      return resizable && dx <= reach && dy <= reach ? [{ id, corner, order, distance: Math.hypot(dx, dy) }] : [];
    }),
  );
  const own = within.filter(({ id }) => id === selected);
  const [nearest] = (own.length > 0 ? own : within).sort((a, b) => a.distance - b.distance || b.order - a.order);
  return nearest ? { id: nearest.id, corner: nearest.corner } : null;
}

/**
 * What a press at a point gets hold of among boxes to move, in this order: a handle as it is drawn, a tag (of the whole box), the
 * surroundings of a handle, the smallest area; null where nothing is.
 * @param boxes in the order of drawing
 */
export function gripAt(
  boxes: readonly Grippable[],
  x: number,
  y: number,
  { scale, selected }: { readonly scale: number; readonly selected: string | null },
): Grip | null {
  const whole = (id: string | null | undefined): Grip | null => (id == null ? null : { id, corner: null });
  const tags = boxes.flatMap(({ id, tag }) => (tag ? [[id, tag] as const] : []));
  return (
    cornerAt(boxes, x, y, HANDLE * scale, selected) ??
    whole(tagAt(tags, x, y)) ??
    cornerAt(boxes, x, y, handleReach(scale), selected) ??
    whole(boxesAt(boxes, x, y)[0])
  );
}
