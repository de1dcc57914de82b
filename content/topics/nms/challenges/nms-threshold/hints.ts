import type { HintLadder, HintStep } from "@/lib/challenges/contract";
import type { Text } from "@/lib/challenges/text";
import { iou } from "@/lib/engine/boxes";
import { josa } from "@/lib/words";
import { CHOICES, rightChoices, START, stepAt, type Answer, type Instance, type Truth, type View } from "./instance";

const two = (value: number) => value.toFixed(2);

/** A threshold that is wrong, to be tried: the middle one, or one far to either side of it. */
function wrongChoice(right: readonly number[]): number {
  const wrong = (hundredths: number) => !right.includes(hundredths);
  return [START, 80, 20].find(wrong) ?? CHOICES.find(wrong) ?? START;
}

/** Which box is lost or left over at a threshold, and by which overlap. */
function faultAt(instance: Instance, tried: number, tooLow: boolean): Text {
  const { boxes, objects } = instance;
  const { perObject, fallen, kept } = stepAt(instance, tried);
  const object = perObject.findIndex((n) => (tooLow ? n === 0 : n > 1));
  const own = boxes.filter((_, i) => objects[i] === object).sort((a, b) => b.score - a.score);
  if (tooLow) {
    const lost = fallen.find(({ id }) => id === own[0]?.id);
    return lost
      ? {
          ko: `${josa(lost.id, "은/는")} 다른 물체의 상자 ${josa(lost.by, "과/와")} 잰 IoU가 ${josa(two(lost.iou), "이라/라")} 지워지고, 그 물체에는 남는 상자가 없어요.`,
          en: `${lost.id} falls to ${lost.by}, the box of another object, at an IoU of ${two(lost.iou)}, and its own object is left without a box.`,
        }
      : { ko: "한 번도 남지 않는 물체가 있어요.", en: "Some object is left without a box." };
  }
  const [a, b] = own.filter(({ id }) => kept.includes(id));
  return a && b
    ? {
        ko: `${josa(a.id, "과/와")} ${josa(b.id, "은/는")} 같은 물체의 상자인데, 서로 잰 IoU가 ${josa(two(iou(a.box, b.box)), "이라/라")} 둘 다 남아요.`,
        en: `${a.id} and ${b.id} are boxes of one object, yet both are left, since their IoU is ${two(iou(a.box, b.box))}.`,
      }
    : { ko: "두 번 남는 물체가 있어요.", en: "Some object is kept twice." };
}

/** One threshold tried that does not work, and so in which direction the right ones lie. */
function step({ view, truth }: { readonly view: View; readonly truth: Truth }): HintStep<Answer> {
  const instance: Instance = { ...view, ...truth };
  const right = rightChoices(instance);
  const tried = wrongChoice(right);
  const tooLow = tried < right[0];
  const fault = faultAt(instance, tried, tooLow);
  return {
    text: {
      ko: `임계값 ${josa(two(tried / 100), "으로/로")} 돌려 보면, ${fault.ko} 임계값은 이보다 ${tooLow ? "높아야" : "낮아야"} 해요.`,
      en: `Try ${two(tried / 100)}: ${fault.en} The threshold must be ${tooLow ? "higher" : "lower"}.`,
    },
    answer: { hundredths: tried },
  };
}

export const hints: HintLadder<View, Truth, Answer> = {
  asked: () => ({
    ko: "임계값 하나를 골라요. 그 값으로 NMS를 돌렸을 때 물체마다 상자가 꼭 하나씩 남으면 돼요. 사라지는 물체도, 상자가 둘 남는 물체도 없어야 해요.",
    en: "Choose one threshold. When NMS has run with it, every object should have exactly one box: none is lost, none is kept twice.",
  }),
  rule: () => ({
    ko: "임계값이 이웃한 두 물체의 상자끼리 겹치는 정도보다 높아야 이웃이 살아남고, 한 물체의 상자끼리 겹치는 정도보다 낮아야 중복이 지워져요. 두 가지 IoU를 재서 그 사이의 값을 골라요.",
    en: "It must lie above the overlap of two neighbours' boxes, so that neighbours survive, and below the overlap of boxes of one object, so that duplicates fall. Measure both and choose a value in between.",
  }),
  step,
};
