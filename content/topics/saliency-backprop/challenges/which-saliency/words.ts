import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { josa, list, num, type Text } from "@/lib/words";
import type { ShownMap, View } from "./instance";
import type { Method } from "./recording";

export const NAME: Readonly<Record<Method, Text>> = {
  saliency: { ko: "현저성", en: "saliency" },
  "times-input": { ko: "기울기 × 입력", en: "gradient × input" },
  smoothgrad: { ko: "SmoothGrad", en: "SmoothGrad" },
  integrated: { ko: "적분 기울기", en: "integrated gradients" },
  "random-head": { ko: "적분 기울기(무작위 층)", en: "integrated gradients (random layer)" },
  guided: { ko: "유도 역전파", en: "guided backprop" },
  deconvnet: { ko: "deconvnet", en: "deconvnet" },
  "grad-cam": { ko: "Grad-CAM", en: "Grad-CAM" },
  "guided-grad-cam": { ko: "Guided Grad-CAM", en: "Guided Grad-CAM" },
  edges: { ko: "윤곽 검출기", en: "edge detector" },
};

/** On the board: the name that the next tapped map gets. */
export const WHICH: Text = { ko: "누른 맵의 이름", en: "A tapped map is" };

const nameOf = (label: number): Text => CLASS_NAMES[VOC_CLASSES[label]];
export const askedName = ({ objects, asked }: View): Text => nameOf(objects[asked].label);
export const otherName = ({ objects, asked }: View): Text => nameOf(objects[1 - asked].label);
export const mapName = (id: string): Text => ({ ko: `맵 ${id}`, en: `Map ${id}` });
export const namesOf = ({ names }: View): Text => ({
  ko: list(
    names.map((name) => NAME[name].ko),
    "ko",
  ),
  en: list(
    names.map((name) => NAME[name].en),
    "en",
  ),
});

const tenths = (value: number) => num(value / 10, 1);

/** A map's numbers as a level prints them under it. */
export const numbersOf = ({ passes, grey, sum }: ShownMap): readonly Text[] => [
  ...(passes === null ? [] : [{ ko: `역전파 ${passes}번`, en: `${passes} back` }]),
  ...(grey === null ? [] : [{ ko: `✚ ${grey}%`, en: `✚ ${grey}%` }]),
  ...(sum === null ? [] : [{ ko: `합 ${tenths(sum)}`, en: `sum ${tenths(sum)}` }]),
];

/** What a map shows, for who does not see it. */
export function describeMap(view: View, map: ShownMap): Text {
  const [asked, other] = [askedName(view), otherName(view)];
  const { id, rough, spread, own, twin } = map;
  const beside = {
    ko: twin ? `, ${other.ko}의 맵에서는 ${asked.ko} 상자에 ${twin.own}%, 두 맵의 닮음 ${num(twin.likeness / 100, 2)}` : "",
    en: twin ? `; asked for the ${other.en}: ${twin.own}% in the ${asked.en}'s box, likeness ${num(twin.likeness / 100, 2)}` : "",
  };
  const printed = (locale: "ko" | "en") =>
    numbersOf(map)
      .map((text) => `, ${text[locale]}`)
      .join("");
  return {
    ko: `맵 ${id}: 거칠기 ${rough}, 열기의 절반이 픽셀 ${tenths(spread)}%에, ${asked.ko} 상자에 ${own}%, ${other.ko} 상자에 ${map.other}%${beside.ko}${printed("ko")}`,
    en: `Map ${id}: roughness ${rough}, half of the heat on ${tenths(spread)}% of the pixels, ${own}% in the ${asked.en}'s box, ${map.other}% in the ${other.en}'s${beside.en}${printed("en")}`,
  };
}

/** Why a map is this method's, with its own numbers. One sentence each. */
export function reasonOf(view: View, map: ShownMap, method: Method): Text {
  const [asked, other] = [askedName(view), otherName(view)];
  const { rough, spread, own, twin, passes, grey, sum } = map;
  const difference = tenths(view.difference ?? 0);
  const half = `${tenths(spread)}%`;
  switch (method) {
    case "grad-cam":
      return {
        ko: `14 × 14칸을 키운 맵이라 픽셀마다 튀지 않아요(거칠기 ${rough}).`,
        en: `14 × 14 cells enlarged: it does not jump from pixel to pixel (roughness ${rough}).`,
      };
    case "guided-grad-cam":
      return {
        ko: `또렷한 윤곽이 ${asked.ko}에만 있어요. 열기의 ${own}%가 그 상자에, ${map.other}%가 ${other.ko} 상자에 있어요.`,
        en: `Its crisp outlines are the ${asked.en}'s alone: ${own}% of the heat in that box, ${map.other}% in the ${other.en}'s.`,
      };
    case "guided":
      return {
        ko: `두 물체의 윤곽을 모두 가늘게 그려요. 열기의 절반이 픽셀 ${half}에 모여 있어요.`,
        en: `It draws the outlines of both objects, thinly: half of the heat is on ${half} of the pixels.`,
      };
    case "deconvnet":
      return {
        ko: `바탕까지 고르게 퍼져서, 열기의 절반을 담는 데 픽셀 ${josa(half, "이/가")} 들어요.`,
        en: `It spreads over the ground as well: half of the heat takes ${half} of the pixels.`,
      };
    case "edges":
      return {
        ko: "두 클래스의 맵이 완전히 같아요. 신경망도 질문도 보지 않아요.",
        en: "Its maps for both classes are exactly the same: it sees neither network nor question.",
      };
    case "times-input":
      return {
        ko: `역전파 한 번인데 회색 픽셀 ✚에서는 ${grey}%뿐이에요. 거기서는 곱하는 입력이 0에 가까워요.`,
        en: `One pass back, and only ${grey}% at the grey pixel ✚, where the input that multiplies it is near 0.`,
      };
    case "smoothgrad":
      return {
        ko: `잡음을 섞은 그림 ${passes}장의 기울기를 평균했고, 회색 픽셀 ✚에서도 ${grey}%예요.`,
        en: `The gradients of ${passes} noisy copies, averaged; at the grey pixel ✚ there is still ${grey}%.`,
      };
    case "integrated":
      return {
        ko: `길의 ${passes}점에서 기울기를 읽어 입력과 곱했어요. 회색 픽셀 ✚에서 ${grey}%예요.${sum === null ? "" : ` 합 ${josa(tenths(sum), "이/가")} 점수 차이 ${josa(difference, "과/와")} 맞아요.`}`,
        en: `The gradient at ${passes} points of a path, times the input: ${grey}% at the grey pixel ✚.${sum === null ? "" : ` Its sum ${tenths(sum)} meets the difference ${difference}.`}`,
      };
    case "random-head":
      return {
        ko: `적분 기울기처럼 계산했지만 합 ${josa(tenths(sum ?? 0), "이/가")} 이 신경망의 점수 차이 ${josa(difference, "과/와")} 달라요.`,
        en: `Worked out like integrated gradients, but its sum ${tenths(sum ?? 0)} misses this network's difference ${difference}.`,
      };
    case "saliency":
      return passes === null
        ? {
            ko: `물체 둘레에 먼지처럼 흩어져서, 열기의 절반이 픽셀 ${half}에 있어요.${twin ? " 두 클래스의 맵이 조금 달라요." : ""}`,
            en: `Dust around the objects: half of the heat is on ${half} of the pixels${twin ? ", and the two classes' maps differ somewhat" : ""}.`,
          }
        : {
            ko: `역전파 한 번이고, 회색 픽셀 ✚에서도 ${grey}%예요. 기울기는 입력이 0이어도 남아요.`,
            en: `One pass back, and ${grey}% at the grey pixel ✚: a slope does not vanish where the input is 0.`,
          };
  }
}
