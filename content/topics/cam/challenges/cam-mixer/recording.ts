/** Cells along a tile's side: the network's 14 × 14 map, averaged two by two. */
export const SIDE = 7;
export const CELLS = SIDE * SIDE;
/** Channels kept of a scene. */
export const KEPT = 7;
/** The largest number of a tile. */
export const TOP = 9;

/** One channel before global average pooling, on one scene. */
export interface Tile {
  /** Its number in the network, 0 … 127. */
  readonly channel: number;
  /** CELLS whole numbers 0 … TOP, row by row; the largest is TOP. */
  readonly values: readonly number[];
}

/** One scene and the channels that weigh most for the class of its object. */
export interface BankScene {
  /** Which scene of the bank: `bankScene` of the topic draws its picture. */
  readonly number: number;
  /** Index into VOC_CLASSES of the scene's first object. */
  readonly label: number;
  readonly tiles: readonly Tile[];
}

/** The 14 × 14 map of a channel at half its side, in whole numbers 0 … TOP; null where it is silent. */
export function tileOf(map: ArrayLike<number>, width: number): number[] | null {
  const halved = Array.from({ length: CELLS }, (_, cell) => {
    const [top, left] = [2 * Math.floor(cell / SIDE), 2 * (cell % SIDE)];
    return (map[top * width + left] + map[top * width + left + 1] + map[(top + 1) * width + left] + map[(top + 1) * width + left + 1]) / 4;
  });
  const most = Math.max(...halved);
  return most > 0 ? halved.map((v) => Math.round((TOP * v) / most)) : null;
}

/** A scene as a line: number, class and channels, then a digit for each cell. */
export const packScene = ({ number, label, tiles }: BankScene): string =>
  [number, label, ...tiles.map(({ channel }) => channel), tiles.map(({ values }) => values.join("")).join("")].join(" ");

/** Reads a line back. */
export function unpackScene(line: string): BankScene {
  const words = line.split(" ");
  const digits = words[2 + KEPT];
  return {
    number: Number(words[0]),
    label: Number(words[1]),
    tiles: Array.from({ length: KEPT }, (_, k) => ({
      channel: Number(words[2 + k]),
      values: Array.from({ length: CELLS }, (_, cell) => Number(digits[k * CELLS + cell])),
    })),
  };
}
