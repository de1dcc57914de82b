import type { HintLadder } from "@/lib/challenges/contract";
import { iou } from "@/lib/engine/boxes";
import { cellName, josa, letter, num } from "@/lib/words";
import { cellAt, middle, openOne, SIDE, targetsAsked, truthOf, type Answer, type View } from "./instance";
import { boxName, rulesOf, shown } from "./words";

export const hints: HintLadder<View, null, Answer> = {
  asked: ({ stage, shared }) => ({
    ko: `YOLO를 가르칠 때 물체마다 어느 칸이 배울지 정해요.${stage > 1 ? " 그 칸이 낸 상자 가운데 하나만 그 물체로 배워요." : ""}${stage > 2 ? " 확신값이 무엇을 배울지도 정해요." : ""}${shared ? " 아무 상자도 얻지 못하는 물체가 있어요." : ""}`,
    en: `When YOLO is trained, each object is given to a cell.${stage > 1 ? " One of the boxes that this cell has predicted learns from the object." : ""}${stage > 2 ? " Say, too, what each confidence is taught." : ""}${shared ? " Some objects get no box at all." : ""}`,
  }),
  rule: (view) => {
    const { ko, en } = rulesOf(view);
    const halves: readonly [string, string] = [
      "가운데는 상자의 왼쪽과 오른쪽, 위와 아래의 한가운데예요.",
      "The centre is halfway between left and right, and between top and bottom, of the object's box.",
    ];
    return { ko: `${ko} ${halves[0]}`, en: `${en} ${halves[1]}` };
  },
  step({ view }) {
    const truth = truthOf(view);
    // An object that keeps its cell shows most.
    const told = Math.max(
      0,
      truth.findIndex(({ box }) => box !== "none"),
    );
    const box = view.objects[told].box;
    const [x, y] = middle(box);
    const place = cellName(cellAt(view.grid, [x, y]), view.grid);
    const name = letter(told);
    const answers = truth[told].box;
    const side = num(SIDE / view.grid, 1);
    const best = typeof answers === "number" ? shown(iou(view.predicted[told][answers].box, box)) : "";
    const nameOf = typeof answers === "number" ? boxName(answers) : null;
    return {
      text: {
        ko: `${name}의 가운데는 (${num(x, 1)}, ${num(y, 1)})이고 칸의 한 변은 ${side} px라서 ${josa(place.ko, "이에요/예요")}.${nameOf ? ` IoU는 ${josa(nameOf.ko, "이/가")} ${josa(best, "으로/로")} 가장 커요.` : ""}`,
        en: `The centre of ${name} is (${num(x, 1)}, ${num(y, 1)}) and a cell is ${side} px wide: ${place.en.toLowerCase()}.${nameOf ? ` The IoU of ${nameOf.en.toLowerCase()} is the highest, ${best}.` : ""}`,
      },
      answer: { answers: truth.map((one, i) => (i === told ? one : openOne(targetsAsked(view)))) },
    };
  },
};
