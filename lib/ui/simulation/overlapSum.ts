import { area, enclosing, giou, intersection, iou, iouLegacy, unionArea, type BoxXYXY } from "@/lib/engine/boxes";
import type { Locale, Text } from "@/lib/challenges/text";
import type { Lit } from "../stage/layers/OverlapLayer";
import { num } from "@/lib/words";
import type { SumLine } from "./Sum";

const WORDS = {
  shared: { ko: "교집합", en: "intersection" },
  none: { ko: "겹치지 않음", en: "no overlap" },
  union: { ko: "합집합", en: "union" },
  hull: { ko: "둘을 감싼 상자", en: "enclosing box" },
  legacy: { ko: "옛 +1 방식", en: "legacy +1" },
} satisfies Record<string, Text>;

/** "120 × 80": a box's width and height. */
export const sidesOf = (box: BoxXYXY): string => `${box[2] - box[0]} × ${box[3] - box[1]}`;

export interface OverlapSum {
  readonly a: BoxXYXY;
  readonly b: BoxXYXY;
  /** What the two are called on the picture. Default A and B. */
  readonly names?: readonly [string, string];
  /** How far it is worked out: the areas, ∩, ∪ with IoU, or C with GIoU. */
  readonly upTo: Lit;
  /** Adds the IoU that counts a box's last pixel twice. */
  readonly legacy?: boolean;
  readonly locale: Locale;
}

/** The lines behind IoU and GIoU of two boxes, for `Sum`. @example a = [0,0,10,10], b = [5,0,15,10] → … IoU: ∩ / ∪ = 50 / 150 = 0.3333 */
export function overlapSum({ a, b, names: [first, second] = ["A", "B"], upTo, legacy = false, locale }: OverlapSum): SumLine[] {
  const shared = intersection(a, b);
  const hull = enclosing(a, b);
  const [both, union, all] = [shared ? area(shared) : 0, unionArea(a, b), area(hull)];
  const depth = { areas: 0, shared: 1, union: 2, hull: 3 }[upTo];
  const lines: SumLine[][] = [
    [
      { name: `|${first}|`, sum: `${sidesOf(a)} = ${num(area(a))}` },
      { name: `|${second}|`, sum: `${sidesOf(b)} = ${num(area(b))}` },
    ],
    [{ name: "∩", word: WORDS.shared[locale], sum: shared ? `${sidesOf(shared)} = ${num(both)}` : `0 (${WORDS.none[locale]})` }],
    [
      {
        name: "∪",
        word: WORDS.union[locale],
        sum: `|${first}| + |${second}| − ∩ = ${num(area(a))} + ${num(area(b))} − ${num(both)} = ${num(union)}`,
      },
      { name: "IoU", sum: `∩ / ∪ = ${num(both)} / ${num(union)} = ${num(iou(a, b), 4)}`, result: true },
      ...(legacy ? [{ name: "IoU₊₁", word: WORDS.legacy[locale], sum: num(iouLegacy(a, b), 4) }] : []),
    ],
    [
      { name: "|C|", word: WORDS.hull[locale], sum: `${sidesOf(hull)} = ${num(all)}` },
      {
        name: "GIoU",
        sum: `IoU − (|C| − ∪) / |C| = ${num(iou(a, b), 4)} − ${num(all - union)} / ${num(all)} = ${num(giou(a, b), 4)}`,
        result: true,
      },
    ],
  ];
  return lines.slice(0, depth + 1).flat();
}
