import type { HintLadder, HintStep } from "@/lib/challenges/contract";
import { area, enclosing, intersectionArea, unionArea } from "@/lib/engine/boxes";
import { josa, num } from "@/lib/words";
import { fractionOf, hundredths, shown, sizeOf } from "../../measures";
import type { Answer, View } from "./pairs";

/** The arithmetic of the last picture in which there is something to work out: boxes that meet, or a GIoU. */
function step({ pairs }: View): HintStep<Answer> {
  const last = pairs.findLastIndex(({ a, b, measure }) => measure === "giou" || intersectionArea(a, b) > 0);
  const { a, b, measure } = pairs[last];
  const [shared, union] = [intersectionArea(a, b), unionArea(a, b)];
  const iou = shown(hundredths({ top: shared, bottom: union }));
  const value = hundredths(fractionOf(measure, a, b));
  const answer = { guesses: pairs.map((_, i) => (i === last ? value : null)) };
  const areas = `A ${sizeOf(a)} = ${num(area(a))}, B ${sizeOf(b)} = ${num(area(b))}`;
  const sum = `∪ = ${num(area(a))} + ${num(area(b))} − ${num(shared)} = ${num(union)}`;
  const quotient = `IoU = ${num(shared)} ÷ ${num(union)} = ${iou}`;
  const hull = area(enclosing(a, b));
  const rest = measure === "giou" ? `. C = ${num(hull)}, GIoU = ${iou} − ${num(hull - union)} ÷ ${num(hull)} = ${shown(value)}` : "";
  return {
    text: {
      ko: `그림 ${josa(last + 1, "을/를")} 재 보면, ${areas}, ∩ = ${num(shared)}. ${sum}. ${josa(`${quotient}${rest}`, "이에요/예요")}.`,
      en: `Picture ${last + 1}, measured: ${areas}, ∩ = ${num(shared)}. ${sum}. ${quotient}${rest}.`,
    },
    answer,
  };
}

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ pairs, tolerance }) => {
    const both = pairs.some(({ measure }) => measure === "giou");
    return {
      ko: `그림마다 ${both ? "거기 적힌 IoU나 GIoU를 어림해 적어요" : "두 상자의 IoU를 어림해 적어요"}. 딱 맞지 않아도 ${shown(tolerance)} 안이면 만점이에요.`,
      en: `For each picture estimate ${both ? "the one that is named, IoU or GIoU" : "the IoU of its two boxes"}. It need not be exact: within ${shown(tolerance)} earns everything.`,
    };
  },
  rule: ({ pairs }) => {
    const both = pairs.some(({ measure }) => measure === "giou");
    return {
      ko: `IoU = 겹친 넓이 ÷ 합친 넓이(두 넓이를 더하고 겹친 넓이를 한 번 뺀 것)예요. 겹치지 않으면 0이에요.${both ? " GIoU는 여기서 (둘을 감싸는 상자의 빈 넓이 ÷ 감싸는 상자의 넓이)를 빼요. 그래서 음수도 나와요." : ""}`,
      en: `IoU = shared area ÷ covered area, which is both areas added up less the shared one once. No overlap: 0.${both ? " GIoU takes away from it (empty area of the enclosing box ÷ area of the enclosing box), so it can be negative." : ""}`,
    };
  },
  step: ({ view }) => step(view),
};
