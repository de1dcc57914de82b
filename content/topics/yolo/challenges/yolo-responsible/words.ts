/** How answers are said, and why they are right. */
import type { Text } from "@/lib/challenges/text";
import { iou } from "@/lib/engine/boxes";
import { cellName, josa, letter, num } from "@/lib/words";
import { holdersOf, truthOf, type One, type Target, type View } from "./instance";

export const shown = (value: number): string => num(value, 2);
export const TARGET_NAMES: Readonly<Record<Target, string>> = { zero: "0", iou: "IoU", one: "1" };
export const NONE: Text = { ko: "없음", en: "none" };

export const boxName = (box: number): Text => ({ ko: `상자 ${box + 1}`, en: `Box ${box + 1}` });

/** The rules of a stage, in the words of the prompt. */
export function rulesOf({ stage, shared }: Pick<View, "stage" | "shared">): Text {
  const cell: Text = {
    ko: "물체의 가운데가 놓인 칸이 그 물체를 맡아요.",
    en: "The cell in which an object's centre lies is responsible for it.",
  };
  if (stage === 1) return cell;
  const box: Text = {
    ko: " 그 칸의 상자 가운데 물체와 IoU가 가장 큰 상자가 답해요.",
    en: " Of that cell's boxes the one with the highest IoU with the object answers.",
  };
  if (stage === 2) return { ko: cell.ko + box.ko, en: cell.en + box.en };
  const target: Text = {
    ko: " 답하는 상자의 확신값은 그 IoU를, 나머지 상자는 0을 배워요.",
    en: " Its confidence is taught that IoU; the cell's other boxes are taught 0.",
  };
  const lost: Text = shared
    ? {
        ko: " 한 칸에 두 물체의 가운데가 놓이면 글자가 앞선 물체만 남아요.",
        en: " Where two centres share a cell, only the object whose letter comes first is kept.",
      }
    : { ko: "", en: "" };
  return { ko: cell.ko + box.ko + target.ko + lost.ko, en: cell.en + box.en + target.en + lost.en };
}

/** "1: 0.72, 2: 0.31" */
const iousOf = (view: View, object: number): string =>
  view.predicted[object].map(({ box }, b) => `${b + 1}: ${shown(iou(box, view.objects[object].box))}`).join(", ");

/** Why an object's answer is what it is. */
export function reasonOf(view: View, object: number): Text {
  const { cell, box } = truthOf(view)[object];
  const name = letter(object);
  const place = cellName(cell ?? 0, view.grid);
  const holder = letter(holdersOf(view)[object]);
  const centre: Text = {
    ko: `${name}의 가운데는 ${place.ko}에 있어요.`,
    en: `The centre of ${name} lies in ${place.en.toLowerCase()}.`,
  };
  if (view.stage === 1) return centre;
  if (box === "none")
    return {
      ko: `${centre.ko} 그 칸은 앞선 글자 ${josa(holder, "이/가")} 벌써 차지해서 ${josa(name, "은/는")} 답할 상자가 없어요.`,
      en: `${centre.en} ${holder}, whose letter comes first, has taken that cell: ${name} gets no box.`,
    };
  const answers = boxName(Number(box));
  return {
    ko: `${centre.ko} IoU는 ${iousOf(view, object)}. ${josa(answers.ko, "이/가")} 답해요${view.stage === 3 ? ". 그 확신값은 IoU, 나머지는 0을 배워요" : ""}.`,
    en: `${centre.en} IoUs are ${iousOf(view, object)}: it is ${answers.en.toLowerCase()} that answers${view.stage === 3 ? "; its confidence is taught that IoU, the others 0" : ""}.`,
  };
}

/** What is still open of an answer, as the board's tabs count it. */
export function openIn(view: View, one: One): number {
  const cell = one.cell === null ? 1 : 0;
  if (view.stage === 1) return cell;
  const box = one.box === null ? 1 : 0;
  return cell + box + (view.stage === 3 && one.box !== "none" ? one.targets.filter((target) => target === null).length : 0);
}
