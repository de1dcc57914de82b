/** Directions in whole degrees and the nine bins of a histogram: everything here is whole numbers, so that no two browsers differ. */

/** Bins of a histogram of oriented gradients. */
export const BINS = 9;
/** Degrees a bin. */
export const WIDTH = 20;
/** Degrees after which an unsigned direction begins again. */
export const HALF = 180;

/** tan 1° … tan 89° in hundred-thousandths: browsers' own tangents differ in the last bit. */
const TANGENTS = [
  1746, 3492, 5241, 6993, 8749, 10510, 12278, 14054, 15838, 17633, 19438, 21256, 23087, 24933, 26795, 28675, 30573, 32492, 34433, 36397,
  38386, 40403, 42447, 44523, 46631, 48773, 50953, 53171, 55431, 57735, 60086, 62487, 64941, 67451, 70021, 72654, 75355, 78129, 80978,
  83910, 86929, 90040, 93252, 96569, 100000, 103553, 107237, 111061, 115037, 119175, 123490, 127994, 132704, 137638, 142815, 148256, 153986,
  160033, 166428, 173205, 180405, 188073, 196261, 205030, 214451, 224604, 235585, 247509, 260509, 274748, 290421, 307768, 327085, 348741,
  373205, 401078, 433148, 470463, 514455, 567128, 631375, 711537, 814435, 951436, 1143005, 1430067, 1908114, 2863625, 5728996,
] as const;

/** Whole degrees of the angle between a vector with x > 0, y ≥ 0 and the x axis, rounded down. */
const firstQuarter = (x: number, y: number): number => TANGENTS.filter((tangent) => y * 100_000 >= tangent * x).length;

/**
 * The direction of a vector in whole degrees, 0 … 359, rounded down; clockwise from the right, since y runs down as in a picture.
 * @example degreesOf(3, 4) === 53 · degreesOf(-3, -4) === 233
 */
export function degreesOf(x: number, y: number): number {
  if (x > 0 && y >= 0) return firstQuarter(x, y);
  if (x <= 0 && y > 0) return 90 + firstQuarter(y, -x);
  if (x < 0) return 180 + firstQuarter(-x, -y);
  return y < 0 ? 270 + firstQuarter(-y, x) : 0;
}

/** A gradient: how strong, and where to. */
export interface Arrow {
  readonly size: number;
  /** Whole degrees, 0 … 359, clockwise from the right; from dark to bright. */
  readonly degrees: number;
}

/** A direction without its sign: 250° and 70° are one. @example fold(250) === 70 */
export const fold = (degrees: number): number => degrees % HALF;

export interface Vote {
  readonly bin: number;
  readonly amount: number;
}

/**
 * Where an arrow's size goes: whole into the bin that its direction lies in, or shared between the two bins whose middles are nearest,
 * the nearer one getting more (Dalal and Triggs).
 * @example votesOf({ size: 8, degrees: 35 }, true) → 6 for bin 1 (its middle is 30°), 2 for bin 2 (50°)
 */
export function votesOf({ size, degrees }: Arrow, shared: boolean): readonly Vote[] {
  const folded = fold(degrees);
  if (!shared) return [{ bin: Math.floor(folded / WIDTH), amount: size }];
  const fromFirst = (folded + HALF - WIDTH / 2) % HALF;
  const low = Math.floor(fromFirst / WIDTH);
  const over = (size * (fromFirst % WIDTH)) / WIDTH;
  return [
    { bin: low, amount: size - over },
    { bin: (low + 1) % BINS, amount: over },
  ].filter(({ amount }) => amount > 0);
}

/** The nine bars of some arrows. */
export function barsOf(arrows: readonly Arrow[], shared: boolean): number[] {
  const bars = new Array<number>(BINS).fill(0);
  for (const arrow of arrows) for (const { bin, amount } of votesOf(arrow, shared)) bars[bin] += amount;
  return bars;
}

/** What a bin is called: the degrees it holds. @example binName(1) === "20–40°" */
export const binName = (bin: number): string => `${WIDTH * bin}–${WIDTH * (bin + 1)}°`;

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** L2-Hys in its three stages: the length of the block, what is clipped, and the length after that. */
export interface Hysteresis {
  /** Σ v², whole. */
  readonly squares: number;
  /** √Σ v². */
  readonly length: number;
  /** Numbers of the block that were above the clip. */
  readonly clipped: number;
  /** The length of the clipped block: 1 where nothing was clipped. */
  readonly second: number;
  /** The largest number before the clip, and at the end. */
  readonly before: number;
  readonly after: number;
}

/** Where L2-Hys clips. */
export const CLIP = 0.2;

/** @param block all numbers of the block's cells; not all 0 */
export function hysteresis(block: readonly number[]): Hysteresis {
  const squares = sum(block.map((v) => v * v));
  const length = Math.sqrt(squares);
  const cut = block.map((v) => Math.min(v / length, CLIP));
  const second = Math.sqrt(sum(cut.map((v) => v * v)));
  const most = Math.max(...block) / length;
  return {
    squares,
    length,
    clipped: block.filter((v) => v / length > CLIP).length,
    second,
    before: most,
    after: Math.min(most, CLIP) / second,
  };
}
