import type { HintLadder, HintStep } from "@/lib/challenges/contract";
import { PASS_SCORE, scoreOf } from "@/lib/challenges/score";
import type { Text } from "@/lib/challenges/text";
import { area, type BoxXYXY } from "@/lib/engine/boxes";
import { josa, num } from "@/lib/words";
import { FULL, sizeOf } from "../../measures";
import { pointsOf } from "./draw";
import { HEIGHT, WIDTH, type Answer, type Task, type View } from "./task";

const FORMULAS: Readonly<Record<"iou" | "giou", Text>> = {
  iou: {
    ko: "IoU = 겹친 넓이 ÷ 합친 넓이예요. 합친 넓이는 두 넓이를 더하고 겹친 넓이를 한 번 빼요. 더 겹치면 커지고, 겹치지 않는 곳이 늘면 작아져요.",
    en: "IoU = shared area ÷ covered area. The covered area is both areas added up, less the shared one once. More overlap raises it, more area outside the overlap lowers it.",
  },
  giou: {
    ko: "GIoU = IoU − (둘을 감싸는 상자에서 빈 넓이 ÷ 감싸는 상자의 넓이)예요. 겹치지 않으면 IoU가 0이라 음수만 남고, 멀어질수록 −1에 가까워져요.",
    en: "GIoU = IoU − (empty area of the enclosing box ÷ area of the enclosing box). Without overlap IoU is 0 and only the minus is left: the farther apart, the closer to −1.",
  },
};

const scoreFor = (task: Task, box: BoxXYXY): number =>
  scoreOf({ earned: pointsOf(task, box).reduce((sum, points) => sum + points, 0), total: FULL * task.targets.length });

/** The edges of a box in the order of its coordinates, and where one lies that is not level with another. */
const EDGES = [
  { axis: "x", ko: "왼쪽", en: "left", after: { ko: "오른쪽", en: "right of" }, before: { ko: "왼쪽", en: "left of" } },
  { axis: "y", ko: "위쪽", en: "upper", after: { ko: "아래쪽", en: "below" }, before: { ko: "위쪽", en: "above" } },
  { axis: "x", ko: "오른쪽", en: "right", after: { ko: "오른쪽", en: "right of" }, before: { ko: "왼쪽", en: "left of" } },
  { axis: "y", ko: "아래쪽", en: "lower", after: { ko: "아래쪽", en: "below" }, before: { ko: "위쪽", en: "above" } },
] as const;

/** The box as it stood at first, pushed so that its edge `i` stands where the example's does; it stays in the picture. */
function pushed({ start: [x1, y1, x2, y2], example }: Task, i: number): BoxXYXY {
  const push = (from: number, to: number, end: number) => {
    const low = i < 2 ? example[i] : Math.max(0, example[i] - (to - from));
    return [low, i < 2 ? Math.min(end, low + to - from) : example[i]] as const;
  };
  const [left, right] = EDGES[i].axis === "x" ? push(x1, x2, WIDTH) : [x1, x2];
  const [top, bottom] = EDGES[i].axis === "y" ? push(y1, y2, HEIGHT) : [y1, y2];
  return [left, top, right, bottom];
}

/** One edge of a box that hits every target: the first that would not do alone. */
function step(task: Task): HintStep<Answer> {
  const alone = EDGES.map((_, i) => scoreFor(task, pushed(task, i)));
  const first = alone.findIndex((score) => score < PASS_SCORE);
  const i = first >= 0 ? first : alone.indexOf(Math.min(...alone));
  const { axis, ko, en, after, before } = EDGES[i];
  const a = task.objects[0].box;
  const edge = task.example[i];
  const from = edge - a[i];
  const lies = from > 0 ? after : before;
  const place: Text =
    from === 0
      ? { ko: `A의 ${ko} 변과 같은 자리예요`, en: `level with A's` }
      : {
          ko: `A의 ${ko} 변에서 ${num(Math.abs(from))} px ${josa(lies.ko, "이에요/예요")}`,
          en: `${num(Math.abs(from))} px ${lies.en} A's`,
        };
  return {
    text: {
      ko: `A의 넓이는 ${sizeOf(a)} = ${josa(num(area(a)), "이에요/예요")}. 모든 조건에 맞는 상자 하나는 ${ko} 변이 ${axis} = ${edge}에 있어요. ${place.ko}.`,
      en: `A's area is ${sizeOf(a)} = ${num(area(a))}. One box that meets every target has its ${en} edge at ${axis} = ${edge}: ${place.en}.`,
    },
    answer: { box: pushed(task, i) },
  };
}

export const hints: HintLadder<View, Pick<Task, "example">, Answer> = {
  asked: ({ rule, targets }) => ({
    ko: `값이 목표와 같아질 때까지 상자를 ${rule === "move" ? "옮겨요. 크기는 바꿀 수 없어요." : "옮기거나 크기를 바꿔요."} ${targets.length > 1 ? "두 목표를 한 상자로 함께 맞춰야 해요." : "목표에 맞는 상자는 여럿이고, 어느 것이든 좋아요."}`,
    en: `${rule === "move" ? "Move the box, whose size is fixed," : "Move or resize the box"} until what is measured hits the target. ${targets.length > 1 ? "One box has to hit both targets." : "Many boxes do; any of them is right."}`,
  }),
  rule: ({ targets }) => FORMULAS[targets[0].measure],
  step: ({ view, truth }) => step({ ...view, ...truth }),
};
