import type { Locale } from "@/lib/challenges/text";
import { area, intersection, iou } from "@/lib/engine/boxes";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import type { ScoredBox } from "../stage/scoredBoxes";
import { num } from "@/lib/words";
import { sidesOf } from "./overlapSum";
import type { SumLine } from "./Sum";

/**
 * The IoU of two named boxes in three lines, for `Sum`, compared with a threshold where one is given. Boxes of different classes say
 * that they are never compared.
 */
export function pairSum(a: ScoredBox, b: ScoredBox, locale: Locale, threshold?: number): SumLine[] {
  const shared = intersection(a.box, b.box);
  const common = shared ? area(shared) : 0;
  const [areaA, areaB] = [area(a.box), area(b.box)];
  const value = iou(a.box, b.box);
  const verdict = threshold === undefined ? "" : value > threshold ? ` > ${threshold}` : ` ≤ ${threshold}`;
  const [one, other] = [CLASS_NAMES[a.cls][locale], CLASS_NAMES[b.cls][locale]];
  const apart =
    a.cls === b.cls
      ? ""
      : locale === "ko"
        ? ` (${one}·${other}: 클래스가 달라 비교하지 않아요)`
        : ` (${one}/${other}: other class, never compared)`;
  return [
    { name: `|${a.id}∩${b.id}|`, sum: shared ? `${sidesOf(shared)} = ${num(common)}` : "0" },
    { name: `|${a.id}∪${b.id}|`, sum: `${num(areaA)} + ${num(areaB)} − ${num(common)} = ${num(areaA + areaB - common)}` },
    { name: "IoU", sum: `${value.toFixed(3)}${verdict}${apart}`, result: true },
  ];
}
