import type { Text } from "@/lib/challenges/text";
import { letter, num, signed } from "@/lib/words";
import type { Bill, Roi, View } from "./instance";

/** Background, then the classes. */
export const NAMES: readonly Text[] = [
  { ko: "배경", en: "background" },
  { ko: "강아지", en: "dog" },
  { ko: "고양이", en: "cat" },
];

export const roiName = (roi: number): string => letter(roi);

/** Thousandths: two digits, three where they are not 0. @example 125 → "0.125", 80 → "0.08" */
export const thousandths = (value: number): string => num(value / 1000, value % 10 === 0 ? 2 : 3);
export const tenths = (value: number): string => signed(value / 10, 1);

/** The sum behind a RoI's loss, with this RoI's numbers. @example "0.36 + 3 × (0.08 + 1.1) = 3.90" */
export function sumOf({ asked, lambda }: View, roi: Roi, { cls, errors, box, due }: Bill): string {
  const inside = errors.length > 0 ? errors.map(thousandths).join(" + ") : thousandths(box);
  if (asked === "box") return box === 0 ? "0" : `${inside} = ${thousandths(due)}`;
  if (cls === null) return "0";
  if (box === 0) return thousandths(cls);
  const weighed = lambda === 1 ? inside : `${lambda} × ${errors.length > 1 ? `(${inside})` : inside}`;
  return `${thousandths(cls)} + ${weighed} = ${thousandths(due)}`;
}

/** What a RoI pays and why. */
export function billWords(view: View, roi: Roi, bill: Bill): Text {
  const sum = sumOf(view, roi, bill);
  if (bill.role === "out")
    return { ko: "IoU가 0.1보다 작아서 뽑지 않아요. 손실은 0이에요.", en: "Its IoU is below 0.1: it is not drawn, and its loss is 0." };
  const from =
    roi.iou === null
      ? { ko: "", en: "" }
      : bill.role === "object"
        ? { ko: "IoU가 0.5 이상이라 물체예요. ", en: "Its IoU is 0.5 or more, so it is an object. " }
        : { ko: "IoU가 0.5보다 작아서 배경이에요. ", en: "Its IoU is below 0.5, so it is background. " };
  if (bill.role === "background")
    return view.asked === "box"
      ? { ko: "배경이라 상자 손실은 0이에요.", en: "It is background, so its box loss is 0." }
      : {
          ko: `${from.ko}클래스 손실만 내요: −log ${num(roi.probabilities[0] / 10, 1)} = ${sum}.`,
          en: `${from.en}Background pays for its class alone: −log ${num(roi.probabilities[0] / 10, 1)} = ${sum}.`,
        };
  if (view.asked === "box")
    return { ko: `${NAMES[bill.taught].ko}의 상자 손실은 ${sum}.`, en: `A ${NAMES[bill.taught].en}, whose box loss is ${sum}.` };
  const p = num(roi.probabilities[bill.taught] / 10, 1);
  return {
    ko: `${from.ko}${NAMES[bill.taught].ko}의 확률은 ${p}, 손실은 ${sum}.`,
    en: `${from.en}The ${NAMES[bill.taught].en} has probability ${p}; the loss is ${sum}.`,
  };
}
