import { defineQuestions } from "@/lib/questions";
import { count, fromAnchor, labels, rescuedAnchor, severalPositives, smallObject, strideHalved, widthOfAnchor, workedCount } from "./asked";

export const questions = defineQuestions([
  count,

  strideHalved,

  workedCount,

  widthOfAnchor,

  {
    form: "choice",
    id: "area-of-ratio",
    prompt: {
      ko: "크기는 두고 비율만 1:1에서 2:1로 바꾸면 앵커의 넓이는요?",
      en: "The scale stays, the ratio goes from 1:1 to 2:1. What happens to the anchor's area?",
    },
    options: [
      { id: "same", text: { ko: "그대로예요", en: "It is as before" }, correct: true },
      { id: "double", text: { ko: "두 배가 돼요", en: "It is doubled" }, misconception: "scale-is-width" },
      { id: "half", text: { ko: "절반이 돼요", en: "It is halved" }, misconception: "scale-is-width" },
    ],
    explanation: {
      ko: "w · h = (s/√r)(s·√r) = s². 비율은 넓이를 바꾸지 않아요.",
      en: "w · h = (s/√r)(s·√r) = s²: the ratio does not change the area.",
    },
  },

  {
    form: "choice",
    id: "person-ratio",
    prompt: {
      ko: "너비 40, 높이 110으로 서 있는 사람에게 가장 잘 맞는 비율(높이:너비)은요?",
      en: "A standing person is 40 wide and 110 tall. Which ratio (height:width) fits best?",
    },
    options: [
      { id: "three", text: { ko: "3:1", en: "3:1" }, correct: true },
      { id: "one-third", text: { ko: "1:3", en: "1:3" }, misconception: "ratio-upside-down" },
      { id: "one", text: { ko: "1:1", en: "1:1" }, misconception: "square-fits-all" },
    ],
    explanation: {
      ko: "110 ÷ 40 = 2.75니까 3:1에 가장 가까워요. 높이가 먼저예요.",
      en: "110 ÷ 40 = 2.75, closest to 3:1. Height comes first.",
    },
  },

  labels,

  {
    form: "choice",
    id: "label-best-0-45",
    prompt: {
      ko: "어떤 물체와 가장 많이 겹치는 앵커의 IoU가 0.35예요. Faster R-CNN의 RPN에서 이 앵커는요?",
      en: "The anchor that overlaps some object most has an IoU of 0.35 with it. In Faster R-CNN's RPN this anchor is…",
    },
    options: [
      { id: "positive", text: { ko: "양성이에요", en: "positive" }, correct: true },
      { id: "ignored", text: { ko: "무시돼요", en: "ignored" }, misconception: "forgets-rescue" },
      { id: "negative", text: { ko: "음성이에요", en: "negative" }, misconception: "forgets-ignored" },
    ],
    explanation: {
      ko: "물체마다 최고인 앵커는 값이 낮아도 양성이에요. 안 그러면 이 물체를 가르칠 앵커가 없어요.",
      en: "An object's best anchor is positive however low: otherwise nothing would teach this object.",
    },
  },

  severalPositives,

  rescuedAnchor,

  fromAnchor,

  {
    form: "choice",
    id: "tie",
    prompt: {
      ko: "어떤 물체의 최고 IoU 0.4를 앵커 둘이 똑같이 가져요. torchvision에서 양성은요?",
      en: "Two anchors share an object's best IoU of exactly 0.4. Which are positive in torchvision?",
    },
    options: [
      { id: "both", text: { ko: "둘 다예요", en: "Both of them" }, correct: true },
      { id: "first", text: { ko: "첫째뿐이에요", en: "The first one" }, misconception: "one-anchor-one-object" },
      { id: "neither", text: { ko: "없어요", en: "None of them" }, misconception: "forgets-rescue" },
    ],
    explanation: { ko: "torchvision은 최고와 같은 값이면 모두 구제해요.", en: "torchvision rescues every anchor that ties for the best." },
  },

  {
    form: "choice",
    id: "owner",
    prompt: {
      ko: "앵커 F는 물체 2에게 최고(IoU 0.4)지만 물체 3과는 0.6만큼 겹쳐요. torchvision에서 F는 어느 물체의 양성일까요?",
      en: "Anchor F is object 2's best (IoU 0.4) but overlaps object 3 by 0.6. Whose positive is F in torchvision?",
    },
    options: [
      { id: "three", text: { ko: "물체 3", en: "Object 3's" }, correct: true },
      { id: "two", text: { ko: "물체 2", en: "Object 2's" }, misconception: "rescuer-owns" },
      { id: "none", text: { ko: "양성 아님", en: "Nobody's" }, misconception: "forgets-rescue" },
    ],
    explanation: {
      ko: "구제는 양성으로 만들 뿐이고, 맡는 물체는 F가 가장 많이 겹치는 쪽이에요.",
      en: "The rescue only makes it positive; it goes to the object that it overlaps most itself.",
    },
  },

  {
    form: "choice",
    id: "why-ignore",
    prompt: {
      ko: "IoU가 0.5인 앵커를 음성으로 두면 무엇이 나쁠까요?",
      en: "What is bad about calling an anchor with an IoU of 0.5 negative?",
    },
    options: [
      { id: "confusing", text: { ko: "물체 담긴 상자를 배경이라 배워요", en: "An object is taught as background" }, correct: true },
      {
        id: "nothing",
        text: { ko: "나쁠 것 없어요. 양성은 아니니까요", en: "Nothing: it is not positive anyway" },
        misconception: "forgets-ignored",
      },
      {
        id: "output",
        text: { ko: "그 앵커가 예측 상자로 나오게 돼요", en: "The anchor comes out as a result" },
        misconception: "anchor-is-output",
      },
    ],
    explanation: {
      ko: "IoU가 0.5면 물체의 적어도 절반이 그 상자 안에 있어요. 그런 상자를 배경이라 하면 모델이 헷갈려요.",
      en: "At an IoU of 0.5 at least half of the object lies in the box; calling that background would confuse the model.",
    },
  },

  {
    form: "choice",
    id: "what-is-output",
    prompt: { ko: "RPN이 앵커마다 내놓는 것은요?", en: "What does an RPN output for each anchor?" },
    options: [
      { id: "deltas", text: { ko: "점수와 앵커를 고칠 델타 4개", en: "A score and 4 deltas for the anchor" }, correct: true },
      {
        id: "itself",
        text: { ko: "앵커 자신의 좌표 4개 그대로", en: "Just the anchor's own 4 coordinates" },
        misconception: "anchor-is-output",
      },
      {
        id: "learnt",
        text: { ko: "그림에 맞춰 새로 만든 앵커 1개", en: "1 new anchor made for this picture" },
        misconception: "depends-on-picture",
      },
    ],
    explanation: {
      ko: "앵커는 고정된 출발점이고, 예측은 물체일 점수와 거기서 얼마나 옮기고 늘릴지예요.",
      en: "The anchor is a fixed start; the prediction is a score and how far to shift and stretch it.",
    },
  },

  {
    form: "choice",
    id: "blank-wall",
    prompt: { ko: "물체가 하나도 없는 벽 그림에는 앵커가 몇 개 깔릴까요?", en: "How many anchors lie over a picture of a bare wall?" },
    options: [
      { id: "same", text: { ko: "같은 크기 그림과 같은 수예요", en: "As many as on any of its size" }, correct: true },
      { id: "zero", text: { ko: "물체가 없으니 하나도 없어요", en: "None, since it has no objects" }, misconception: "depends-on-picture" },
      { id: "few", text: { ko: "무늬가 보이는 곳에만 깔려요", en: "A few, where it shows texture" }, misconception: "depends-on-picture" },
    ],
    explanation: {
      ko: "앵커는 그림 크기, 보폭, 크기, 비율만으로 정해져요. 내용은 보지 않아요.",
      en: "They follow from picture size, stride, scales and ratios alone.",
    },
  },

  smallObject,

  {
    form: "choice",
    id: "one-square",
    prompt: {
      ko: "예산을 아끼려고 128² 정사각형 하나만 썼어요. 무엇이 문제일까요?",
      en: "To save budget, only a 128² square is used. What goes wrong?",
    },
    options: [
      { id: "no-positives", text: { ko: "작거나 길쭉한 물체와 잘 안 맞아요", en: "Small and long objects fit it badly" }, correct: true },
      {
        id: "nothing",
        text: { ko: "모델이 고쳐 주니 문제될 것 없어요", en: "Nothing: the model corrects the box" },
        misconception: "one-size",
      },
      {
        id: "no-count",
        text: { ko: "그림마다 앵커가 한 개뿐이게 돼요", en: "Each picture has just one anchor left" },
        misconception: "per-picture-count",
      },
    ],
    explanation: {
      ko: "구제 규칙 덕에 하나씩은 양성이 되지만, 출발점이 멀어 고치기 어렵고 재현율이 떨어져요.",
      en: "The rescue rule leaves each object one positive, but from so far off that it is hard to correct and recall falls.",
    },
  },

  {
    form: "choice",
    id: "border",
    prompt: {
      ko: "Faster R-CNN은 학습할 때 그림 테두리를 넘는 앵커를 어떻게 할까요?",
      en: "What does Faster R-CNN do in training with anchors that cross the picture's border?",
    },
    options: [
      { id: "drop", text: { ko: "손실에서 모두 빼요", en: "It leaves them all out" }, correct: true },
      { id: "negative", text: { ko: "모두 음성으로 둬요", en: "It calls them negative" }, misconception: "forgets-ignored" },
      { id: "move", text: { ko: "그림 안으로 옮겨요", en: "It moves them inside" }, misconception: "depends-on-picture" },
    ],
    explanation: {
      ko: "논문 3.3절: 테두리를 넘는 앵커를 넣으면 고치기 어려운 큰 오차가 생겨 학습이 수렴하지 않아요.",
      en: "§3.3 of the paper: with them, large errors that are hard to correct keep the training from converging.",
    },
  },
]);
