/**
 * Rotations without Math.sin and Math.cos, whose last bits differ between JavaScript engines.
 * With t = tan(angle / 2): cos = (1 − t²) / (1 + t²), sin = 2t / (1 + t²); every operation is exactly rounded (IEEE 754).
 */
export interface Turn {
  readonly cos: number;
  readonly sin: number;
}

/** @example turnOf(1) → { cos: 0, sin: 1 }, a quarter turn; turnOf(0.122785) is 14°. */
export function turnOf(halfTangent: number): Turn {
  const square = halfTangent * halfTangent;
  return { cos: (1 - square) / (1 + square), sin: (2 * halfTangent) / (1 + square) };
}

/** tan(7°): the largest tilt of a sprite is 14°. */
export const TILT = 0.122785;
