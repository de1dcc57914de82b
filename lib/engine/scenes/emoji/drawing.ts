/**
 * What a scene is, apart from any resolution: its ground and its drawings in the order in which they were laid, in the scene's own
 * pixels. The network sees this painted at `side` pixels and with noise; a page may paint the same at the screen's resolution.
 */
import type { Picture } from "./atlas";
import type { Ground } from "./background";
import type { Tint } from "./colour";
import type { Placement } from "./paint";
import type { EmojiStyle } from "./styles";

/** One drawing where it was laid. Its vector is public/emojivoc/<style>/<sprite>.svg. */
export interface DrawnSprite {
  readonly style: EmojiStyle;
  /** The drawing's name in its set. */
  readonly sprite: string;
  /** Centre in pixels of the scene. */
  readonly cx: number;
  readonly cy: number;
  /** Size in pixels along its own axes, before it is tilted. */
  readonly width: number;
  readonly height: number;
  /** Cosine and sine of its tilt, clockwise. */
  readonly turn: readonly [cos: number, sin: number];
  /** Mirrored left to right, before it is tilted. */
  readonly flip: boolean;
  /** Its change of colour; absent: none. */
  readonly tint?: Tint;
}

/** Plain data: goes through workers, JSON and records. About 100 bytes a drawing. */
export interface SceneDrawing {
  readonly side: number;
  readonly ground: Ground;
  readonly sprites: readonly DrawnSprite[];
}

/**
 * What brings one drawing of a bank whose drawings lie `each` to a chunk, in the order of the bank: its chunk comes when it is asked for.
 * @param chunks bring their drawings
 */
export const drawingLoader =
  (chunks: readonly (() => Promise<{ readonly DRAWINGS: readonly SceneDrawing[] }>)[], each: number) =>
  async (scene: number): Promise<SceneDrawing> =>
    (await chunks[Math.floor(scene / each)]()).DRAWINGS[scene % each];

/** A thousandth of a pixel: nothing that an eye could tell, and short in a record. Never −0, which no record would keep. */
const short = (value: number) => Math.round(value * 1e3) / 1e3 + 0;

/** The record of one drawing that was painted at a place. @param picture its pixels at scale 1 */
export function drawnSprite(
  style: EmojiStyle,
  sprite: string,
  { width, height }: Pick<Picture, "width" | "height">,
  { cx, cy, scaleX, scaleY, turn, flip }: Placement,
  tint?: Tint,
): DrawnSprite {
  return {
    style,
    sprite,
    cx: short(cx),
    cy: short(cy),
    width: short(width * scaleX),
    height: short(height * scaleY),
    turn: [short(turn.cos), short(turn.sin)],
    flip,
    ...(tint ? { tint: [short(tint[0]), short(tint[1]), short(tint[2])] as const } : {}),
  };
}
