/** How placements, codes and reasons are said. */
import type { Text } from "@/lib/challenges/text";
import type { RadiusRule } from "@/lib/engine/match";
import { cellName, josa, letter, num } from "@/lib/words";
import { codeOf, hillAt, radiusOf, type Hills, type Placement, type View } from "./instance";

export const PLACEMENT_NAMES: Readonly<Record<Placement, Text>> = {
  shift: { ko: "같은 쪽으로", en: "same way" },
  inside: { ko: "안으로", en: "inwards" },
  outside: { ko: "밖으로", en: "outwards" },
};

export const CODE_NAMES: Readonly<Record<RadiusRule, Text>> = {
  geometric: { ko: "바른 근", en: "right roots" },
  released: { ko: "공개된 코드", en: "released code" },
};

export const tenths = (radius: number): string => num(radius / 10, 1);
export const hundredths = (value: number): string => num(value / 100, 2);
export const overlapOf = ({ overlap }: Pick<View, "overlap">): string => hundredths(overlap);

/** What decides, in the words of the prompt. */
export function rulesOf(view: View): Text {
  const t = overlapOf(view);
  const hills: Text = view.hills
    ? {
        ko: " 그리고 같은 클래스의 두 언덕이 만나는 칸의 목표값을 적어 보세요.",
        en: " Then enter the target values of three cells in which two hills of one class meet.",
      }
    : { ko: "", en: "" };
  const codes: Text =
    view.targets.length > 0
      ? {
          ko: ` 그리고 상자 셋의 언덕이 바른 근으로 그려졌는지 공개된 코드로 그려졌는지 골라 보세요. R은 반지름에서 소수점 아래를 버린 수예요.`,
          en: ` Then say of three boxes whether their hill was drawn with the right roots or by the released code. R is the radius with its decimals dropped.`,
        }
      : { ko: "", en: "" };
  return {
    ko: `두 모서리가 어느 쪽으로 r만큼 어긋나도 IoU가 ${t} 이상인 가장 큰 r을 찾아보세요.${hills.ko}${codes.ko}`,
    en: `Find the largest r by which both corners may stray, whichever way, with an IoU of ${t} or more.${hills.en}${codes.en}`,
  };
}

/** Why the radius is what it is. */
export function radiusReason(view: View): Text {
  const r = num(radiusOf(view), 2);
  return {
    ko: `셋 가운데 안으로 들어온 상자의 IoU가 가장 먼저 ${overlapOf(view)}에 닿아요: r = ${r}.`,
    en: `Of the three, the box with both corners inwards comes down to ${overlapOf(view)} first: r = ${r}.`,
  };
}

export const askedName = ({ asked, side }: Hills, i: number): Text => {
  const place = cellName(asked[i], side);
  return { ko: `칸 ${i + 1}(${place.ko})`, en: `Cell ${i + 1} (${place.en.toLowerCase()})` };
};

export function valueReason(hills: Hills, i: number): Text {
  const [a, b] = [0, 1].map((hill) => hillAt(hills, hill, hills.asked[i]));
  const most = hundredths(Math.max(a, b));
  return {
    ko: `A의 언덕은 ${hundredths(a)}, B의 언덕은 ${josa(hundredths(b), "이에요/예요")}. 큰 쪽인 ${josa(most, "이/가")} 남아요.`,
    en: `Hill A gives ${hundredths(a)}, hill B ${hundredths(b)}: the larger one, ${most}, stays.`,
  };
}

export const targetName = (i: number): Text => ({ ko: `상자 ${letter(i)}`, en: `Box ${letter(i)}` });

export function codeReason(view: View, i: number): Text {
  const { side } = view.targets[i];
  const box = { width: side, height: side, overlap: view.overlap };
  const [right, released] = [num(radiusOf(box), 2), num(radiusOf(box, "released"), 2)];
  const code = CODE_NAMES[codeOf(view, view.targets[i])];
  return {
    ko: `${side}×${side} 상자의 반지름은 바른 근으로 ${right}, 공개된 코드로 ${josa(released, "이에요/예요")}. R = ${josa(view.targets[i].radius, "이니까/니까")} ${josa(code.ko, "이에요/예요")}.`,
    en: `For ${side}×${side} the right roots give ${right}, the released code ${released}. With R = ${view.targets[i].radius} it is ${code.en === "released code" ? "the released code" : "the right roots"}.`,
  };
}
