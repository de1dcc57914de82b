import type { Text } from "@/lib/challenges/text";
import { iou } from "@/lib/engine/boxes";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { josa, particle } from "@/lib/words";
import { matchesOf, type Mark, type View } from "./judging";

/** What a detection can be, in the order in which the board offers it. */
export const MARK_NAMES: Readonly<Record<Mark, Text>> = {
  tp: { ko: "참 양성 (TP)", en: "true positive" },
  fp: { ko: "거짓 양성 (FP)", en: "false positive" },
  ignored: { ko: "세지 않음", en: "not counted" },
};
/** Short enough for a row on a phone. */
export const MARK_TAGS: Readonly<Record<Mark, Text>> = {
  tp: { ko: "TP", en: "TP" },
  fp: { ko: "FP", en: "FP" },
  ignored: { ko: "제외", en: "ignore" },
};

/** The marks that a picture asks for: "ignored" where there is something to ignore. */
export const marksOf = ({ objects }: Pick<View, "objects">): Mark[] =>
  objects.some(({ difficult }) => difficult) ? ["tp", "fp", "ignored"] : ["tp", "fp"];

/** Why a detection is what it is. */
export function reasonOf(view: View, index: number): Text {
  const found = view.detections[index];
  const asked = CLASS_NAMES[view.cls];
  if (found.cls !== view.cls) {
    const own = CLASS_NAMES[found.cls];
    return {
      ko: `클래스가 ${josa(own.ko, "이라/라")} ${asked.ko}의 AP에는 들어가지 않아요.`,
      en: `its class is ${own.en}, so it takes no part in the AP of ${asked.en}.`,
    };
  }
  const { ranked } = matchesOf(view);
  const at = ranked.findIndex(({ detection }) => detection === index);
  const { verdict, object, iou: overlap } = ranked[at];
  const value = overlap.toFixed(2);
  const name = object === null ? "" : `${object + 1}`;
  if (verdict === "ignored")
    return {
      ko: `물체 ${name}(IoU ${value})의 것인데, 어려운 물체라 맞아도 틀려도 세지 않아요.`,
      en: `it finds object ${name} (IoU ${value}), which is difficult: it counts neither way.`,
    };
  if (verdict === "true positive")
    return {
      ko: `물체 ${name}${particle(name, "과/와")} IoU ${value} ≥ ${view.match}, 더 높은 점수로 찾은 검출이 없어요. TP예요.`,
      en: `IoU ${value} ≥ ${view.match} with object ${name}, which nothing with a better score has found: TP.`,
    };
  const taker = ranked.slice(0, at).find((one) => one.verdict === "true positive" && one.object === object);
  if (overlap >= view.match && taker) {
    const by = view.detections[taker.detection].id;
    return {
      ko: `물체 ${josa(name, "은/는")} 점수가 더 높은 ${josa(by, "이/가")} 먼저 찾았어요. 두 번째 검출이라 FP예요.`,
      en: `${by}, which scores better, has found object ${name} before. A second detection is an FP.`,
    };
  }
  const other = view.objects
    .map((thing, i) => ({ i, cls: thing.cls, overlap: iou(thing.box, found.box) }))
    .filter((thing) => thing.cls !== view.cls)
    .reduce<{ i: number; cls: View["cls"]; overlap: number } | null>((a, b) => (a === null || b.overlap > a.overlap ? b : a), null);
  if (other && other.overlap >= view.match && other.overlap > overlap) {
    const thing = CLASS_NAMES[other.cls];
    return {
      ko: `물체 ${other.i + 1} 위에 있지만 그 물체는 ${josa(thing.ko, "이에요/예요")}. 클래스가 달라서 FP예요.`,
      en: `it lies on object ${other.i + 1}, but that is a ${thing.en}. The class is wrong: FP.`.replace("a aero", "an aero"),
    };
  }
  return object === null
    ? { ko: `겹치는 ${asked.ko} 물체가 없어서 FP예요.`, en: `it overlaps no ${asked.en} at all: FP.` }
    : {
        ko: `가장 많이 겹치는 물체 ${name}${particle(name, "과/와")}도 IoU ${value} < ${view.match}, 그래서 FP예요.`,
        en: `its best overlap is IoU ${value} < ${view.match} (object ${name}): FP.`,
      };
}
