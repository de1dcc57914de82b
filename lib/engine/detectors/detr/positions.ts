import { DETR_HEADS, DETR_QUERIES, DETR_SIDE, DETR_WIDTH } from "./layers";

/** The quickest wave makes this many turns over the picture, the slowest a twentieth of it (Conditional DETR takes 20 as well). */
const TURNS = 3;
const TEMPERATURE = 20;

/**
 * A place as waves: sin and cos of y and of x at 24 frequencies. Every head gets each axis and slow and quick waves alike, so that the
 * product of two places is largest where they coincide. Source: DETR (arXiv:2005.12872) §A.4, with other frequencies.
 * @param x in [0, 1] of the picture's width  @param y in [0, 1] of its height  @returns [96]
 * @example the product of a place with itself is 48: sin² + cos² for 24 frequencies and two axes
 */
export function placeWaves(x: number, y: number): Float32Array {
  const frequencies = DETR_WIDTH / 4;
  const perHead = frequencies / DETR_HEADS;
  const out = new Float32Array(DETR_WIDTH);
  for (let head = 0, o = 0; head < DETR_HEADS; head++) {
    for (let j = 0; j < perHead; j++, o += 4) {
      const turns = TURNS * TEMPERATURE ** (-(j * DETR_HEADS + head) / (frequencies - 1));
      out[o] = Math.sin(2 * Math.PI * turns * y);
      out[o + 1] = Math.cos(2 * Math.PI * turns * y);
      out[o + 2] = Math.sin(2 * Math.PI * turns * x);
      out[o + 3] = Math.cos(2 * Math.PI * turns * x);
    }
  }
  return out;
}

/** [49, 96]: the waves of every token's centre, row by row. */
export function tokenPlaces(): Float32Array {
  const out = new Float32Array(DETR_SIDE * DETR_SIDE * DETR_WIDTH);
  for (let row = 0, o = 0; row < DETR_SIDE; row++) {
    for (let column = 0; column < DETR_SIDE; column++, o += DETR_WIDTH)
      out.set(placeWaves((column + 0.5) / DETR_SIDE, (row + 0.5) / DETR_SIDE), o);
  }
  return out;
}

/** [20, 2]: where the queries start, x and y as fractions of the picture. */
export function queryPlaces(): [number, number][] {
  const { columns, rows } = DETR_QUERIES;
  return Array.from({ length: columns * rows }, (_, i) => [((i % columns) + 0.5) / columns, (Math.floor(i / columns) + 0.5) / rows]);
}
