import { EngineInputError } from "../../errors";
import { seeded, type Random } from "../../random";
import { VOC_CLASSES, type VocClass } from "../classes";
import { mipLevels, type Atlas } from "./atlas";
import { BACKGROUNDS, drawBackground, type Background, type Palette } from "./background";
import { addNoise, Board, SCENE_SIDE, solidBox, solidPixels, type EmojiScene } from "./board";
import { colourMatrix, drawTint, MILD, recolour, type ColourRange } from "./colour";
import { drawnSprite } from "./drawing";
import { drawSprite, mipsOf } from "./paint";
import { restyle } from "./restyle";
import { TILT, turnOf } from "./turn";

/** One object to place. */
export interface PlannedObject {
  readonly label: number;
  /** The drawing's longer side in pixels, both ends included; the scene's own range where left out. */
  readonly side?: readonly [number, number];
  /** Index of an earlier planned object to stand beside: nothing is placed when that one was not. */
  readonly beside?: number;
  readonly colour?: ColourRange;
}

/** What a scene is to hold; drawn anew for each scene. */
export interface Plan {
  readonly objects: readonly PlannedObject[];
  readonly palette?: Palette;
}

export interface EmojiOptions {
  readonly atlases: readonly Atlas[];
  /** Side of the picture in pixels. Default 112. */
  readonly canvas?: number;
  /** How many objects, both ends included; fewer where no more fit. Default [1, 5]. */
  readonly objects?: readonly [number, number];
  /** A drawing's longer side in pixels before stretching. Default [16, 70]. */
  readonly side?: readonly [number, number];
  /** Classes to draw from. Default: all twenty. */
  readonly classes?: readonly VocClass[];
  /** The least share of an object that must stay visible under later ones and at the border. Default 0.75; lower crowds. */
  readonly visible?: number;
  /** The largest share of the smaller of two boxes that may lie in the other. Default 0.3; 1 lets small things stand on large ones. */
  readonly overlap?: number;
  /** The share of later objects that are put onto an earlier one on purpose. Default 0. */
  readonly crowding?: number;
  /** The share of objects that are redrawn in another hand (outline, flat tones, foreign colours). Default 0. */
  readonly restyled?: number;
  /** Largest tilt as tan(half the angle). Default 14°. */
  readonly tilt?: number;
  readonly colour?: ColourRange;
  readonly backgrounds?: readonly Background[];
  /** Largest amount of noise, 0 … 255. Default 10. */
  readonly noise?: number;
  /** Says what each scene holds; by default `objects` drawings of classes drawn evenly. */
  readonly plan?: (random: Random) => Plan;
}

const TRIES = 12;

/**
 * Composes one EmojiVOC scene. Integer and exactly rounded arithmetic only: the same seed and atlases give the same pixels
 * in every browser and in Node.
 * @param seed text or number; scenes of different seeds are independent
 * @throws EngineInputError for no atlas, no class or a canvas under 16 pixels
 */
export function emojiScene(seed: string | number, options: EmojiOptions): EmojiScene {
  const { atlases, canvas = SCENE_SIDE, backgrounds = BACKGROUNDS, noise = 10 } = options;
  if (atlases.length === 0) throw new EngineInputError("atlases", "must not be empty", atlases);
  if (!Number.isInteger(canvas) || canvas < 16) throw new EngineInputError("canvas", "must be a whole number of at least 16", canvas);
  const random = seeded(`emojivoc/${seed}`);
  const plan = (options.plan ?? evenPlan(options))(random);
  const background = random.pick(backgrounds);
  const board = new Board(canvas);
  const ground = drawBackground(random, board.rgb, canvas, background, plan.palette ?? "any");
  plan.objects.forEach((planned, index) => placeObject(random, board, planned, index, options));
  addNoise(random, board.rgb, random.int(0, noise));
  return { side: canvas, pixels: board.rgb, objects: board.objects(), background, drawing: board.drawing(ground) };
}

function evenPlan({ objects = [1, 5], classes = VOC_CLASSES }: EmojiOptions): (random: Random) => Plan {
  if (classes.length === 0) throw new EngineInputError("classes", "must name at least one class", "length 0");
  return (random) => ({
    objects: Array.from({ length: random.int(objects[0], objects[1]) }, () => ({ label: VOC_CLASSES.indexOf(random.pick(classes)) })),
  });
}

function placeObject(random: Random, board: Board, planned: PlannedObject, index: number, options: EmojiOptions): void {
  const { atlases, visible = 0.75, overlap = 0.3, crowding = 0, restyled = 0, tilt = TILT, colour = MILD } = options;
  const atlas = random.pick(atlases);
  const sprite = random.pick(atlas.byLabel[planned.label]);
  const redrawn = random.chance(restyled);
  const mips = redrawn ? mipLevels(restyle(random, sprite)) : mipsOf(sprite);
  const tint = drawTint(random, planned.colour ?? colour);
  const neighbour = planned.beside === undefined ? -1 : board.placed.findIndex((placed) => placed.planned === planned.beside);
  if (planned.beside !== undefined && neighbour < 0) return;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const [low, high] = planned.side ?? options.side ?? [16, 70];
    const scale = Math.min(random.int(low, high), board.size - 4) / Math.max(mips[0].width, mips[0].height);
    const stretch = random.between(0.9, 1.1);
    const [scaleX, scaleY] = [scale * stretch, scale / stretch];
    const turn = turnOf(random.between(-tilt, tilt));
    const flip = random.chance(0.5);
    const [halfW, halfH] = [(mips[0].width * scaleX) / 2, (mips[0].height * scaleY) / 2];
    const [cx, cy] = centre(random, board, neighbour, crowding, halfW, halfH);
    const place = { cx, cy, scaleX, scaleY, turn, flip };
    const layer = drawSprite(mips, place, board.size);
    // What the border cuts off is counted against the drawing's area as it would be in the middle.
    const middle = board.size / 2;
    const inside = cx - halfW >= 2 && cy - halfH >= 2 && cx + halfW <= board.size - 2 && cy + halfH <= board.size - 2;
    const whole = solidPixels(inside ? layer : drawSprite(mips, { ...place, cx: middle, cy: middle }, board.size));
    const box = solidBox(layer);
    if (!box || !board.accepts(layer, box, whole, visible, overlap)) continue;
    recolour(layer, colourMatrix(...tint));
    const drawn = redrawn ? null : drawnSprite(atlas.style, sprite.name, sprite, place, tint);
    board.lay(layer, { planned: index, sprite, style: atlas.style, whole, box, drawn });
    return;
  }
}

function centre(random: Random, board: Board, neighbour: number, crowding: number, halfW: number, halfH: number): [number, number] {
  const { size } = board;
  const other = neighbour >= 0 ? board.box(neighbour) : null;
  if (other) {
    const [x1, , x2, y2] = other.box;
    const side = random.chance(0.5) ? x1 - halfW - random.between(-3, 4) : x2 + halfW + random.between(-3, 4);
    return [side, y2 - halfH + random.between(-6, 6)];
  }
  if (board.placed.length > 0 && random.chance(crowding)) {
    const crowd = board.box(random.int(0, board.placed.length - 1));
    if (crowd) {
      const [x1, y1, x2, y2] = crowd.box;
      return [random.between(x1 - halfW * 0.6, x2 + halfW * 0.6), random.between(y1 - halfH * 0.6, y2 + halfH * 0.6)];
    }
  }
  // An eighth of the drawing may hang over the border; `visible` decides whether that is too much.
  const reach = (half: number) => [Math.min(size / 2, half * 0.75), Math.max(size / 2, size - half * 0.75)] as const;
  const [left, right] = reach(halfW);
  const [top, bottom] = reach(halfH);
  return [random.between(left, right), random.between(top, bottom)];
}
