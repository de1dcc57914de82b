import { EngineInputError } from "../../errors";
import { seeded } from "../../random";
import { VOC_CLASSES } from "../classes";
import type { Atlas, Sprite } from "./atlas";
import { BACKGROUNDS, drawBackground, type Background } from "./background";
import { addNoise, Board, LEAST_SIDE, SCENE_SIDE, solidBox, solidPixels, type EmojiScene } from "./board";
import { drawnSprite } from "./drawing";
import { drawSprite, mipsOf } from "./paint";
import type { EmojiStyle } from "./styles";
import { turnOf } from "./turn";

/** The most drawings that a placed scene holds. */
export const MOST_PLACED = 12;
/** A drawing's longer side in pixels, both ends included. */
export const PLACED_SIZE = [LEAST_SIDE, SCENE_SIDE] as const;

/** One drawing where somebody put it. */
export interface PlacedItem {
  /** Index into VOC_CLASSES. */
  readonly label: number;
  /** The drawing: its name in its set, or its index among the class's drawings there. */
  readonly sprite: number | string;
  /** Default: the style of the first atlas. */
  readonly style?: EmojiStyle;
  /** Centre in pixels, 0 … 112: half of it may hang over the border at most. */
  readonly cx: number;
  readonly cy: number;
  /** Longer side of the drawing in pixels before it is tilted, 6 … 112. */
  readonly size: number;
  /** Mirrored. Default false. */
  readonly flip?: boolean;
  /** Tilt as tan(half the angle), −1 … 1 (a quarter turn either way). Default 0. */
  readonly tilt?: number;
}

export interface PlacedOptions {
  readonly atlases: readonly Atlas[];
  readonly background: Background;
  /** Of the background's colours and of the noise. */
  readonly seed: string | number;
  /** Largest amount of noise, 0 … 255. Default 10, as in emojiScene. */
  readonly noise?: number;
}

/** A scene and, for each of its objects, the index of the item it comes from. */
export interface PlacedScene extends EmojiScene {
  readonly items: readonly number[];
}

/**
 * Composes the scene of drawings that somebody placed, later ones on top, with the same integer arithmetic as `emojiScene`:
 * the same items, seed and atlases give the same pixels everywhere. Boxes are tight on visible pixels; an item that is
 * hidden, or whose visible box is under 6 pixels on its longer side, is drawn but is no object.
 * @param items at most 12
 * @throws EngineInputError naming the field and its limit, as in `items[2].size`
 * @example one item { label: 6, sprite: 0, cx: 56, cy: 56, size: 64 } is the car of the first atlas at its own 64 pixels
 */
export function placedScene(items: readonly PlacedItem[], options: PlacedOptions): PlacedScene {
  const { atlases, background, seed, noise = 10 } = options;
  if (atlases.length === 0) throw new EngineInputError("atlases", "must not be empty", atlases);
  if (!BACKGROUNDS.includes(background))
    throw new EngineInputError("background", `must be one of ${BACKGROUNDS.join(", ")}`, String(background));
  if (items.length > MOST_PLACED) throw new EngineInputError("items", `must be at most ${MOST_PLACED}`, items);
  const chosen = items.map((item, index) => ({ item, ...drawingOf(item, `items[${index}]`, atlases) }));

  const random = seeded(`emojivoc placed/${seed}`);
  const board = new Board(SCENE_SIDE);
  const ground = drawBackground(random, board.rgb, SCENE_SIDE, background, "any");
  chosen.forEach(({ item, sprite, atlas }, planned) => {
    const { cx, cy, size, flip = false, tilt = 0 } = item;
    const scale = size / Math.max(sprite.width, sprite.height);
    const place = { scaleX: scale, scaleY: scale, turn: turnOf(tilt), flip };
    const mips = mipsOf(sprite);
    const layer = drawSprite(mips, { cx, cy, ...place }, SCENE_SIDE);
    const box = solidBox(layer);
    if (!box) return;
    // The same drawing with room on all sides: what the border cuts off counts as hidden.
    const whole = solidPixels(drawSprite(mips, { cx: cx + SCENE_SIDE, cy: cy + SCENE_SIDE, ...place }, 3 * SCENE_SIDE));
    const drawn = drawnSprite(atlas.style, sprite.name, sprite, { cx, cy, ...place });
    board.lay(layer, { planned, sprite, style: atlas.style, whole, box, drawn });
  });
  addNoise(random, board.rgb, random.int(0, noise));

  const seen = board.placed.flatMap(({ planned, sprite, style, whole }, index) => {
    const found = board.box(index);
    if (!found || Math.max(found.box[2] - found.box[0], found.box[3] - found.box[1]) < LEAST_SIDE) return [];
    const object = {
      cls: VOC_CLASSES[sprite.label],
      label: sprite.label,
      box: found.box,
      visible: Math.min(1, found.pixels / whole),
      style,
      sprite: sprite.name,
    };
    return [{ planned, object }];
  });
  return {
    side: SCENE_SIDE,
    pixels: board.rgb,
    objects: seen.map(({ object }) => object),
    background,
    drawing: board.drawing(ground),
    items: seen.map(({ planned }) => planned),
  };
}

/** Checks an item and finds its drawing. */
function drawingOf(item: PlacedItem, at: string, atlases: readonly Atlas[]): { sprite: Sprite; atlas: Atlas } {
  const within = (field: "cx" | "cy" | "size" | "tilt", low: number, high: number, value: number) => {
    if (!(value >= low && value <= high)) throw new EngineInputError(`${at}.${field}`, `must be in [${low}, ${high}]`, value);
  };
  within("cx", 0, SCENE_SIDE, item.cx);
  within("cy", 0, SCENE_SIDE, item.cy);
  within("size", ...PLACED_SIZE, item.size);
  within("tilt", -1, 1, item.tilt ?? 0);
  const atlas = item.style === undefined ? atlases[0] : atlases.find(({ style }) => style === item.style);
  if (!atlas) throw new EngineInputError(`${at}.style`, "has no atlas here", String(item.style));
  const drawings = atlas.byLabel[item.label];
  if (!drawings) throw new EngineInputError(`${at}.label`, `must be a whole number in [0, ${VOC_CLASSES.length - 1}]`, item.label);
  const sprite = typeof item.sprite === "string" ? drawings.find(({ name }) => name === item.sprite) : drawings[item.sprite];
  if (!sprite)
    throw new EngineInputError(
      `${at}.sprite`,
      `must be one of the ${drawings.length} drawings of "${VOC_CLASSES[item.label]}" in ${atlas.style}`,
      item.sprite,
    );
  return { sprite, atlas };
}
