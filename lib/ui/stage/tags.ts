import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { STATE_LOOK } from "./tones";
import type { StageBox } from "./types";

/** Height of a tag in CSS pixels. */
const HEIGHT = 15;

/** Rough width of a tag's text at its font size: Hangul and other wide letters take more room than Latin ones. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 11.5 : 7.4), 0);

export interface TagPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The size of a tag in stage pixels. */
function tagSize(text: string, scale: number): { width: number; height: number } {
  return { width: (8 + widthOf(text)) * scale, height: HEIGHT * scale };
}

/** What stands on a tag: the badge of the box's state, and its label. */
export function tagText({ state, label }: Pick<StageBox, "state" | "label">): string {
  const { badge } = STATE_LOOK[state];
  return badge ? `${badge} ${label}` : label;
}

/** Room for a tag whatever its state: a badge may come. */
const roomFor = (label: string, scale: number) => tagSize(`✓ ${label}`, scale);

/** A tag as it is drawn at its place: as wide as what stands on it now. */
export const tagAsDrawn = (item: Pick<StageBox, "state" | "label">, { x, y }: Pick<TagPlace, "x" | "y">, scale: number): TagPlace => ({
  x,
  y,
  ...tagSize(tagText(item), scale),
});

/** The tag of a box that stands alone, as it is drawn: above its left corner where there is room, inside the picture. Null without a label. */
export function loneTag(
  item: Pick<StageBox, "box" | "state" | "label">,
  bounds: { readonly width: number; readonly height: number },
  scale: number,
): TagPlace | null {
  if (item.label === "") return null;
  const { width, height } = roomFor(item.label, scale);
  const [x, y] = item.box;
  const place = { x: Math.min(Math.max(0, x), Math.max(0, bounds.width - width)), y: y >= height ? y - height : y };
  return tagAsDrawn(item, place, scale);
}

const overlap = (a: TagPlace, b: TagPlace) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/**
 * Finds a place for every tag at one of its box's corners so that tags cover each other as little as possible: best-scored box
 * first, outside the box before inside it, always inside the picture. Depends on boxes and labels alone, so that nothing jumps
 * when a state changes.
 */
export function placeTags(
  items: readonly { readonly id: string; readonly box: BoxXYXY; readonly label: string; readonly score?: number }[],
  bounds: { readonly width: number; readonly height: number },
  scale: number,
): Map<string, TagPlace> {
  const placed = new Map<string, TagPlace>();
  const order = items.map((_, i) => i).sort((a, b) => (items[b].score ?? 0) - (items[a].score ?? 0) || a - b);
  for (const i of order) {
    const { id, box, label } = items[i];
    if (label === "") continue;
    const size = roomFor(label, scale);
    const { width: w, height: h } = size;
    const [x1, y1, x2, y2] = box;
    const corners: [number, number][] = [
      [x1, y1 - h],
      [x2 - w, y1 - h],
      [x1, y2],
      [x2 - w, y2],
      [x1, y1],
      [x2 - w, y1],
      [x1, y2 - h],
      [x2 - w, y2 - h],
      [x1 - w, y1],
      [x2, y1],
      [x1, y1 - 2 * h],
      [x1, y1 + h],
      [x2 - w, y1 + h],
      [x1, (y1 + y2 - h) / 2],
    ];
    let best: TagPlace | null = null;
    let cost = Infinity;
    corners.forEach(([x, y], rank) => {
      const place = {
        ...size,
        x: Math.min(Math.max(0, x), Math.max(0, bounds.width - w)),
        y: Math.min(Math.max(0, y), Math.max(0, bounds.height - h)),
      };
      const moved = Math.abs(place.x - x) + Math.abs(place.y - y);
      const covered = [...placed.values()].reduce((sum, other) => sum + overlap(place, other), 0);
      const price = covered + 0.02 * w * h * rank + moved * h * 0.2;
      if (price < cost) {
        cost = price;
        best = place;
      }
    });
    if (best) placed.set(id, best);
  }
  return placed;
}
