/** A scene that the learner puts together, and the address that names a race: both plain data. */
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { BACKGROUNDS, type Background } from "@/lib/engine/scenes/emoji/background";
import { MOST_PLACED, PLACED_SIZE } from "@/lib/engine/scenes/emoji/placed";

/** One emoji of a drawn scene. Whole numbers, so that an address holds them. */
export interface DrawnItem {
  /** Index into VOC_CLASSES. */
  readonly label: number;
  /** Which drawing of the class, counted over all styles there are; beyond the last it starts over. */
  readonly pick: number;
  /** Centre in pixels, 0 … 112. */
  readonly x: number;
  readonly y: number;
  /** Longer side in pixels, 6 … 112. */
  readonly size: number;
  /** Degrees, −90 … 90. */
  readonly tilt: number;
  readonly flip: boolean;
}

export interface DrawnScene {
  readonly items: readonly DrawnItem[];
  readonly background: Background;
  readonly seed: number;
  readonly held: boolean;
}

/** Everything that decides a race's picture. */
export interface RaceQuery {
  readonly seed: number;
  readonly objects: number;
  readonly held: boolean;
  /** The learner's own scene instead of a seeded one. */
  readonly own: boolean;
  readonly background: Background;
  readonly items: readonly DrawnItem[];
}

export const MOST_SEED = 999_999;
export const MOST_OBJECTS = 6;
export const SIDE = 112;
export const FIRST: RaceQuery = { seed: 1, objects: 4, held: false, own: false, background: "paper", items: [] };

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(Math.round(value), low), high);

/** The item with its numbers whole and inside their limits. */
export function fitted(item: DrawnItem): DrawnItem {
  return {
    ...item,
    x: clamp(item.x, 0, SIDE),
    y: clamp(item.y, 0, SIDE),
    size: clamp(item.size, ...PLACED_SIZE),
    tilt: clamp(item.tilt, -90, 90),
  };
}

/** Items as text: "label.pick.x.y.size.tilt.flip", joined by "_". @example "6.0.56.56.40.-15.1" */
export function writeItems(items: readonly DrawnItem[]): string {
  return items.map(({ label, pick, x, y, size, tilt, flip }) => [label, pick, x, y, size, tilt, flip ? 1 : 0].join(".")).join("_");
}

/** The items of such a text; what is no item is left out, numbers outside their limits are pulled in. */
export function readItems(text: string): DrawnItem[] {
  return text
    .split("_")
    .map((part) => part.split(".").map((field) => (/^-?\d{1,4}$/.test(field) ? Number(field) : NaN)))
    .filter((fields) => fields.length === 7 && fields.every(Number.isInteger) && fields[0] in VOC_CLASSES && fields[1] >= 0)
    .slice(0, MOST_PLACED)
    .map(([label, pick, x, y, size, tilt, flip]) => fitted({ label, pick, x, y, size, tilt, flip: flip === 1 }));
}

/** What an address asks for; what it does not say, or says wrongly, is as at first. */
export function readQuery(search: string): RaceQuery {
  const asked = new URLSearchParams(search);
  const whole = (name: string, most: number, otherwise: number) => {
    const text = asked.get(name) ?? "";
    return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : otherwise;
  };
  return {
    seed: whole("seed", MOST_SEED, FIRST.seed),
    objects: whole("objects", MOST_OBJECTS, FIRST.objects),
    held: asked.get("style") === "held",
    own: asked.get("scene") === "own",
    background: BACKGROUNDS.find((name) => name === asked.get("ground")) ?? FIRST.background,
    items: readItems(asked.get("items") ?? ""),
  };
}

/** Writes a race into an address, other parameters left as they are. */
export function writeQuery(search: string, { seed, objects, held, own, background, items }: RaceQuery): string {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string | null) => (value === null ? next.delete(name) : next.set(name, value));
  put("seed", String(seed));
  put("objects", own ? null : String(objects));
  put("style", held ? "held" : "seen");
  put("scene", own ? "own" : null);
  put("ground", own ? background : null);
  put("items", items.length > 0 ? writeItems(items) : null);
  return `?${next.toString()}`;
}
