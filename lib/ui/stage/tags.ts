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

/** A place that was found for a tag: room for it whatever its state, and where in that room the tag stands while it is narrower. */
export interface TagRoom extends TagPlace {
  /** 0 at the left end … 1 at the right end: the end that is at the tag's own box. */
  readonly align: number;
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
export function tagAsDrawn(item: Pick<StageBox, "state" | "label">, room: TagRoom, scale: number): TagPlace {
  const size = tagSize(tagText(item), scale);
  return { x: room.x + room.align * (room.width - size.width), y: room.y, ...size };
}

/** The tag of a box that stands alone, as it is drawn: above its left corner where there is room, inside the picture. Null without a label. */
export function loneTag(
  item: Pick<StageBox, "box" | "state" | "label">,
  bounds: { readonly width: number; readonly height: number },
  scale: number,
): TagPlace | null {
  if (item.label === "") return null;
  const { width, height } = roomFor(item.label, scale);
  const [x, y] = item.box;
  const place = {
    width,
    height,
    align: 0,
    x: Math.min(Math.max(0, x), Math.max(0, bounds.width - width)),
    y: y >= height ? y - height : y,
  };
  return tagAsDrawn(item, place, scale);
}

const overlap = (a: TagPlace, b: TagPlace) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

const areaOf = ([x1, y1, x2, y2]: BoxXYXY): TagPlace => ({ x: x1, y: y1, width: x2 - x1, height: y2 - y1 });

/** Where along an edge a tag may stand: at its ends first. */
const SLOTS = [0, 1, 0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875] as const;

type Spot = readonly [x: number, y: number, align: number];

/**
 * The places at a box where a tag of w × h may stand, the best first: above it, below it, inside along its upper and lower edge, then
 * beside it and inside along its sides. All touch the box, so that a tag's own box can be told.
 */
function spotsAt([x1, y1, x2, y2]: BoxXYXY, w: number, h: number): Spot[] {
  const along = (y: number): Spot[] => SLOTS.map((slot) => [x1 + slot * (x2 - w - x1), y, slot]);
  const down = ([x, align]: readonly [number, number]): Spot[] => SLOTS.map((slot) => [x, y1 + slot * (y2 - h - y1), align]);
  const beside = [
    [x1 - w, 1],
    [x2, 0],
    [x1, 0],
    [x2 - w, 1],
  ] as const;
  return [y1 - h, y2, y1, y2 - h].flatMap(along).concat(beside.flatMap(down));
}

/** How often every tag may move once more in view of all the others. */
const ROUNDS = 6;
/** What a place on somebody else's box costs, of the area that lies there. */
const ASTRAY = 0.2;
/** How much dearer a stretch of another tag that is covered is than the same stretch by which the tag was pushed from its place. */
const COVERED = 40;

/**
 * Finds a place for every tag at its box so that tags cover each other as little as possible: best-scored box first, outside the box
 * before inside it, always inside the picture; then each again in view of all others. Depends on boxes and labels alone, so that nothing
 * jumps when a state changes.
 */
export function placeTags(
  items: readonly { readonly id: string; readonly box: BoxXYXY; readonly label: string; readonly score?: number }[],
  bounds: { readonly width: number; readonly height: number },
  scale: number,
): Map<string, TagRoom> {
  const order = items
    .map((item, i) => ({ ...item, i }))
    .filter(({ label }) => label !== "")
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || a.i - b.i);
  const known = new Map(
    order.map(({ id, box, label }) => {
      const others = items.flatMap((other) => (other.id === id ? [] : [areaOf(other.box)]));
      return [id, choicesAt(box, label, others, bounds, scale)];
    }),
  );
  const ids = order.map(({ id }) => id);
  const first = settled(ids, known, ASTRAY);
  if (!piled(first)) return first;
  // Where there is no room for that as well, the tags are kept clear of each other first.
  const crowded = settled(ids, known, 0);
  return piled(crowded) ? first : crowded;
}

/** Whether a tag covers another one. */
function piled(placed: ReadonlyMap<string, TagRoom>): boolean {
  const rooms = [...placed.values()];
  return rooms.some((room, i) => rooms.slice(0, i).some((other) => overlap(room, other) > 0));
}

/** Each tag at its cheapest place in view of the others, round after round. @param astray the price of `Choice.astray`, per area */
function settled(ids: readonly string[], known: ReadonlyMap<string, readonly Choice[]>, astray: number): Map<string, TagRoom> {
  const placed = new Map<string, TagRoom>();
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const id of ids) {
      const others = [...placed].flatMap(([other, place]) => (other === id ? [] : [place]));
      const best = cheapest(known.get(id) ?? [], others, astray);
      moved ||= placed.get(id) !== best;
      if (best) placed.set(id, best);
    }
    if (!moved) break;
  }
  return placed;
}

interface Choice {
  readonly place: TagRoom;
  /** What the place alone costs. */
  readonly price: number;
  /** How much of it, in area, lies on another box and not on the tag's own: there it reads as that one's. */
  readonly astray: number;
}

/** The places for one tag, pushed into the picture. */
function choicesAt(
  box: BoxXYXY,
  label: string,
  others: readonly TagPlace[],
  bounds: { readonly width: number; readonly height: number },
  scale: number,
): Choice[] {
  const size = roomFor(label, scale);
  const { width: w, height: h } = size;
  return spotsAt(box, w, h).map(([x, y, align], rank) => {
    const place = {
      ...size,
      align,
      x: Math.min(Math.max(0, x), Math.max(0, bounds.width - w)),
      y: Math.min(Math.max(0, y), Math.max(0, bounds.height - h)),
    };
    const moved = Math.abs(place.x - x) + Math.abs(place.y - y);
    const own = overlap(place, areaOf(box));
    const astray = Math.max(0, ...others.map((other) => overlap(place, other) - own));
    return { place, price: 0.01 * w * h * rank + moved * h * 0.2, astray };
  });
}

function cheapest(choices: readonly Choice[], others: readonly TagPlace[], dear: number): TagRoom | undefined {
  let best: TagRoom | undefined;
  let least = Infinity;
  for (const { place, price, astray } of choices) {
    // Even a touch costs more than the last of the places that are free.
    const touch = place.width * place.height;
    let cost = price + dear * astray;
    for (const other of others) {
      const covered = overlap(place, other);
      if (covered > 0) cost += touch + COVERED * covered;
      if (cost >= least) break;
    }
    if (cost < least) [best, least] = [place, cost];
  }
  return best;
}
