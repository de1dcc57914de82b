import type { HintLadder } from "@/lib/challenges/contract";
import { billsOf, inHundredths, type Answer, type View } from "./instance";
import { billWords, roiName } from "./words";

const isDrawn = ({ rois }: View) => rois.some(({ iou }) => iou !== null);

export const hints: HintLadder<View, null, Answer> = {
  asked: (view) =>
    view.asked === "box"
      ? { ko: "RoI마다 상자 때문에 내는 손실만 적어요.", en: "For each RoI write only what it pays for its box." }
      : {
          ko: `RoI마다 내는 손실을 하나로 더해 적어요.${isDrawn(view) ? " 먼저 IoU로 무엇을 배우는 RoI인지 정해요." : ""}`,
          en: `For each RoI write one number: all that it pays.${isDrawn(view) ? " First settle by its IoU what it is taught." : ""}`,
        },
  rule: (view) => {
    const box = {
      ko: "상자 손실은 물체 RoI만 내요. 오차마다 |x| < 1이면 ½x², 아니면 |x| − ½이고, 이것을 더해요.",
      en: "Only an object's RoI pays for its box: for each error ½x² where |x| < 1, else |x| − ½, added up.",
    };
    if (view.asked === "box") return box;
    const drawn = isDrawn(view)
      ? {
          ko: "IoU가 0.5 이상이면 그 물체, 0.1 이상 0.5 미만이면 배경으로 배우고, 더 작으면 뽑지 않아 손실이 0이에요. ",
          en: "From an IoU of 0.5 on a RoI is taught its object, from 0.1 up to 0.5 background; below that it is not drawn and pays 0. ",
        }
      : { ko: "", en: "" };
    return {
      ko: `${drawn.ko}모든 RoI가 배우는 클래스의 확률 p로 −log p를 내요. ${box.ko} 상자 손실에는 λ를 곱해요.`,
      en: `${drawn.en}Every RoI pays −log p for the probability of the class that it is taught. ${box.en} The box loss is multiplied by λ.`,
    };
  },
  step({ view }) {
    const bills = billsOf(view);
    const at = bills.findIndex(({ role }) => role === "object");
    const { ko, en } = billWords(view, view.rois[at], bills[at]);
    return {
      text: { ko: `RoI ${roiName(at)}: ${ko}`, en: `RoI ${roiName(at)}: ${en}` },
      answer: { losses: bills.map(({ due }, i) => (i === at ? inHundredths(due) : null)) },
    };
  },
};
