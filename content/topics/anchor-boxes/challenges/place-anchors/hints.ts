import type { HintLadder, HintStep } from "@/lib/challenges/contract";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { josa, num } from "@/lib/words";
import { evaluate, reachOf, type Shape } from "./coverage";
import { shapeName } from "./names";
import type { Choice } from "./path";
import { pointsOf } from "./points";
import type { Instance } from "./scenes";

/** One of the search's anchors, the one that alone is worth least, and the object that it fits best. */
function step(view: Instance): HintStep<Choice> {
  const { table, most } = reachOf(view);
  const { fits } = evaluate(view, table, most.shapes);
  const isUsed = ([s, r]: Shape) => fits.some(({ shape }) => shape?.[0] === s && shape[1] === r);
  const worth = (shape: Shape) => pointsOf(view, [shape]);
  const [told] = most.shapes.filter(isUsed).sort((a, b) => worth(a) - worth(b));
  const users = view.objects.flatMap(({ cls, box }, i) => {
    const { shape, iou } = fits[i];
    return shape?.[0] === told[0] && shape[1] === told[1] ? [{ name: CLASS_NAMES[cls], i, box, iou }] : [];
  });
  const { name, i, box, iou } = users.reduce((best, next) => (next.iou > best.iou ? next : best));
  const size = `${num(box[2] - box[0])}×${num(box[3] - box[1])} px`;
  const shape = shapeName(view, told);
  return {
    text: {
      ko: `가장 좋은 선택에는 ${shape} 앵커가 들어 있어요. ${i + 1}번 ${name.ko}(너비×높이 ${size})의 상자와 IoU가 ${josa(iou.toFixed(2), "이에요/예요")}.`,
      en: `The best choice has the anchor ${shape} in it. The box of object ${i + 1} (${name.en}, width × height ${size}) reaches an IoU of ${iou.toFixed(2)} with it.`,
    },
    answer: view.mode === "product" ? { scales: [told[0]], ratios: [told[1]], pairs: [] } : { scales: [], ratios: [], pairs: [told] },
  };
}

export const hints: HintLadder<Instance, null, Choice> = {
  asked: ({ budget }) => ({
    ko: `그림의 물체마다 비슷한 크기와 모양의 앵커가 하나는 있어야 해요. 앵커는 한 자리에 ${budget}개까지라, 여러 물체에 두루 맞는 것을 골라요.`,
    en: `Every object in the picture needs an anchor of about its size and shape. A location has room for ${budget}, so choose those that serve several objects.`,
  }),
  rule: ({ threshold, mode }) => ({
    ko: `앵커의 크기는 넓이의 제곱근, 비율은 높이:너비예요. 물체의 √넓이와 높이:너비에 가까울수록 IoU가 커요. 점수의 절반은 물체마다 가장 좋은 IoU의 평균, 절반은 IoU가 ${(threshold / 100).toFixed(1)} 이상인 물체의 비율이에요.${mode === "product" ? " 크기와 비율은 곱해지니까, 크기 2개에 비율 2개면 앵커 4개예요." : ""}`,
    en: `An anchor's scale is the square root of its area, its ratio is height to width. The closer both are to the object's own, the higher the IoU. Half of the score is the mean of the objects' best IoUs, half the share of objects with at least ${(threshold / 100).toFixed(1)}.${mode === "product" ? " Scales and ratios multiply: 2 scales and 2 ratios make 4 anchors." : ""}`,
  }),
  step: ({ view }) => step(view),
};
