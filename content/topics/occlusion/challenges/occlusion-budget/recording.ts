/** The bank's scenes: scores in whole hundredths of a logit, so that nothing can flip on any machine. */

/** Places along a side at stride 8 and at stride 16, for a patch of 16 pixels on a picture of 112. */
export const [FINE, COARSE] = [13, 7] as const;
/** Strongest places whose joint scores are recorded. */
export const STRONG = 8;

/** What the patch may show besides grey. */
export const FILLS = ["black", "white", "mean"] as const;
export type Fill = "grey" | (typeof FILLS)[number];

export interface BankScene {
  /** Which scene of the bank: `bankScene` of the topic draws its picture. */
  readonly number: number;
  /** Index into VOC_CLASSES: the class whose logit is read. */
  readonly label: number;
  /** Without a patch. */
  readonly value: number;
  /** Under a grey patch, stride 8, FINE × FINE. */
  readonly fine: readonly number[];
  /** The second colour, and the scores under it, stride 16, COARSE × COARSE. */
  readonly other: (typeof FILLS)[number];
  readonly coarse: readonly number[];
  /** The strongest places under grey, as cells of COARSE × COARSE, strongest first; then scores with two and with three patches at once. */
  readonly strong: readonly number[];
  readonly pairs: readonly number[];
  readonly triples: readonly number[];
}

/** Every choice of `size` of 0 … count − 1, in rising order. @example choices(3, 2) → [[0, 1], [0, 2], [1, 2]] */
export function choices(count: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: Math.max(0, count - from) }, (_, i) => from + i).flatMap((first) =>
    choices(count, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
/** Two digits of base 64 hold −2,048 … 2,047. */
const pack = (list: readonly number[]) => list.map((v) => DIGITS[(v + 2048) >> 6] + DIGITS[(v + 2048) & 63]).join("");
const unpack = (text: string) =>
  Array.from({ length: text.length / 2 }, (_, i) => DIGITS.indexOf(text[2 * i]) * 64 + DIGITS.indexOf(text[2 * i + 1]) - 2048);

/** A scene as a line. */
export const packScene = ({ number, label, value, fine, other, coarse, strong, pairs, triples }: BankScene): string =>
  [number, label, value, FILLS.indexOf(other), ...[fine, coarse, strong, pairs, triples].map(pack)].join(" ");

/** Reads a line back. */
export function unpackScene(line: string): BankScene {
  const [number, label, value, other, ...lists] = line.split(" ");
  const [fine, coarse, strong, pairs, triples] = lists.map(unpack);
  return {
    number: Number(number),
    label: Number(label),
    value: Number(value),
    fine,
    other: FILLS[Number(other)],
    coarse,
    strong,
    pairs,
    triples,
  };
}
