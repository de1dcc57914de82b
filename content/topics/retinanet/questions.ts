import { defineQuestions } from "@/lib/questions";
import {
  anchorCount,
  biasOfPrior,
  easyWeight,
  headChannels,
  octaveSize,
  pairsAboveCut,
  pipeline,
  taughtAs,
  whoFalls,
  workedDecode,
} from "./asked";

export const questions = defineQuestions([
  anchorCount,

  {
    form: "choice",
    id: "stages",
    prompt: {
      ko: "RetinaNet이 그림 한 장을 볼 때, 앵커가 상자가 된 다음 그 자리를 다시 들여다보나요?",
      en: "When RetinaNet looks at a picture, is an anchor's place looked at again once it has become a box?",
    },
    options: [
      {
        id: "crop",
        text: { ko: "네, 특징을 다시 잘라서 분류해요", en: "Yes, its features are cropped again" },
        misconception: "is-two-stage",
      },
      { id: "once", text: { ko: "아니요, 처음 한 번에 모두 답해요", en: "No, all is answered in that one go" }, correct: true },
      {
        id: "level",
        text: { ko: "네, 다음 레벨의 머리가 다시 봐요", en: "Yes, by the next level's own head" },
        misconception: "a-head-a-level",
      },
    ],
    explanation: {
      ko: "클래스와 상자를 앵커마다 한꺼번에 답하는 한 단계 검출기예요. 후보를 추려 다시 보는 단계가 없어요.",
      en: "Class and box come at each anchor in one go. There is no stage that picks proposals and looks again.",
    },
  },

  octaveSize,

  {
    form: "choice",
    id: "shared-head",
    prompt: {
      ko: "피라미드에 레벨을 하나 더 붙였어요. 분류 가지의 가중치는 몇 개 늘어나나요?",
      en: "One more level is added to the pyramid. How many weights does the class branch gain?",
    },
    options: [
      { id: "none", text: { ko: "하나도 늘지 않아요", en: "Not a single one" }, correct: true },
      { id: "whole", text: { ko: "가지 하나만큼 늘어요", en: "As many as a branch" }, misconception: "a-head-a-level" },
      { id: "size", text: { ko: "앵커 크기만큼 늘어요", en: "One for each size" }, misconception: "one-size-a-level" },
    ],
    explanation: {
      ko: "모든 레벨이 같은 머리를 나눠 써요. 특징 지도와 앵커만 새로 생겨요.",
      en: "All levels share one head. What is new is a feature map and its anchors.",
    },
  },

  headChannels,

  {
    form: "choice",
    id: "all-low",
    prompt: {
      ko: "어떤 앵커의 스무 확률이 모두 0.03보다 낮아요. 이것은 무슨 뜻인가요?",
      en: "All twenty probabilities of an anchor are below 0.03. What does that say?",
    },
    options: [
      {
        id: "rest",
        text: { ko: "배경 클래스가 나머지를 가졌어요", en: "The background class has the rest" },
        misconception: "background-is-a-class",
      },
      {
        id: "best",
        text: { ko: "가장 높은 클래스 하나가 답이에요", en: "The highest class is its answer" },
        misconception: "one-class-an-anchor",
      },
      { id: "no", text: { ko: "스무 가지 모두 아니라는 답이에요", en: "It says no to each of the twenty" }, correct: true },
    ],
    explanation: {
      ko: "배경은 클래스가 아니라 모든 답이 낮은 상태예요. 합이 1이 되게 나눠 갖는 것이 아니에요.",
      en: "Background is no class; it is where every answer is low. Nothing has to add up to 1.",
    },
  },

  {
    form: "choice",
    id: "rider",
    prompt: {
      ko: "사람이 말을 탔어요. 한 앵커에서 사람 0.8, 말 0.7이 나왔고 임계값은 0.5예요. 이 앵커에서 나오는 검출은?",
      en: "A person rides a horse. One anchor says person 0.8 and horse 0.7; the cut is 0.5. What detections come from it?",
    },
    options: [
      { id: "person", text: { ko: "사람 하나만 나와요", en: "The person alone" }, misconception: "one-class-an-anchor" },
      { id: "both", text: { ko: "사람과 말, 둘이 나와요", en: "Person and horse" }, correct: true },
      { id: "none", text: { ko: "합이 1을 넘어 안 나와요", en: "None: over 1 in sum" }, misconception: "background-is-a-class" },
    ],
    explanation: {
      ko: "둘 다 임계값을 넘고, NMS는 클래스가 다르면 지우지 않아요. 상자는 같은 것을 나눠 써요.",
      en: "Both are above the cut, and NMS does not compare classes. They share one box.",
    },
  },

  pairsAboveCut,

  workedDecode,

  taughtAs,

  easyWeight,

  {
    form: "choice",
    id: "what-about-easy",
    prompt: {
      ko: "학습 중인 RetinaNet에서 확률 0.001로 이미 맞힌 배경 앵커는 어떻게 다뤄지나요?",
      en: "How does RetinaNet's training treat a background anchor that is right already, with a probability of 0.001?",
    },
    options: [
      {
        id: "weight",
        text: { ko: "손실에 들어가지만 아주 가볍게 세요", en: "It is in the loss, at a tiny weight" },
        correct: true,
      },
      {
        id: "gone",
        text: { ko: "쉬운 것이라 손실에서 아예 빼 버려요", en: "It is easy, so the loss leaves it out" },
        misconception: "easy-ones-are-removed",
      },
      {
        id: "band",
        text: { ko: "물체와 얼마나 겹치든 배경으로 바꿔요", en: "It is made background at any overlap" },
        misconception: "no-ignored-band",
      },
    ],
    explanation: {
      ko: "focal loss는 고르지 않고 무게를 매겨요. 모든 앵커가 들어가고 쉬운 것은 거의 0만 내요.",
      en: "The focal loss does not choose, it weighs. Every anchor is in it, and easy ones pay almost nothing.",
    },
  },

  biasOfPrior,

  {
    form: "choice",
    id: "bad-start",
    prompt: {
      ko: "편향을 0으로 두고 학습을 시작하면 왜 촘촘한 검출기가 특히 어려움을 겪나요?",
      en: "Why is it a dense detector, of all, that suffers when training starts with a bias of 0?",
    },
    options: [
      {
        id: "same",
        text: { ko: "어차피 배우니까 겪지 않아요", en: "It does not: it learns anyway" },
        misconception: "start-does-not-matter",
      },
      { id: "sum", text: { ko: "배경의 손실이 모두를 덮어요", en: "Background's loss drowns all" }, correct: true },
      { id: "boxes", text: { ko: "상자들이 너무 멀리 움직여요", en: "Its boxes move much too far" }, misconception: "is-two-stage" },
    ],
    explanation: {
      ko: "모두 0.5에서 시작하면 배경 십만 곳이 저마다 0.69를 내요. 물체 몇 개의 손실은 그 속에서 보이지 않아요.",
      en: "At 0.5 each of a hundred thousand places of background pays 0.69. A few objects are not heard among them.",
    },
  },

  pipeline,

  whoFalls,

  {
    form: "choice",
    id: "two-levels",
    prompt: {
      ko: "크기가 P4와 P5의 사이인 버스를 두 레벨이 함께 찾았어요. NMS를 레벨마다 따로 하면 어떻게 되나요?",
      en: "A bus of a size between P4 and P5 is found on both levels. What if NMS runs within each level?",
    },
    options: [
      { id: "twice", text: { ko: "버스가 두 번 검출돼요", en: "The bus is detected twice" }, correct: true },
      { id: "right", text: { ko: "하나만 남아 똑같아요", en: "One is left, just the same" }, misconception: "nms-within-a-level" },
      { id: "none", text: { ko: "다른 클래스도 지워져요", en: "Other classes fall as well" }, misconception: "classes-suppress" },
    ],
    explanation: {
      ko: "두 레벨의 상자는 서로 만나지 못해서 둘 다 남아요. 그래서 모든 레벨을 모아서 해요.",
      en: "Boxes of two levels would never meet, so both would stay. That is why all levels are put together first.",
    },
  },

  {
    form: "choice",
    id: "neighbours",
    prompt: {
      ko: "강아지 한 마리 둘레에서 이웃한 앵커 여섯 개가 강아지 0.9라고 답했어요. 검출은 몇 개가 되어야 하나요?",
      en: "Around one dog six neighbouring anchors say dog, 0.9. How many detections should there be?",
    },
    options: [
      {
        id: "six",
        text: { ko: "여섯: 모두 임계값을 넘으니까요", en: "Six, as all are above the cut" },
        misconception: "every-hot-pair-is-found",
      },
      { id: "one", text: { ko: "하나: 겹친 나머지는 지워지니까요", en: "One, as those that overlap fall" }, correct: true },
      {
        id: "level",
        text: { ko: "레벨 수만큼: 레벨마다 남으니까요", en: "One a level, as each keeps one" },
        misconception: "nms-within-a-level",
      },
    ],
    explanation: {
      ko: "물체 하나에 예라고 답하는 앵커는 여럿이에요. 하나로 줄이는 일은 NMS가 해요.",
      en: "Several anchors say yes to one object. It is NMS that leaves one.",
    },
  },

  {
    form: "choice",
    id: "full-level",
    prompt: {
      ko: "레벨마다 80개까지만 넘기기로 했어요. P3에 임계값을 넘은 짝이 250개라면 NMS에는 P3의 짝이 몇 개 들어가나요?",
      en: "Each level passes on 80 pairs at most. P3 has 250 above the cut: how many of P3's pairs reach NMS?",
    },
    options: [
      { id: "all", text: { ko: "넘은 것은 모두 들어가요", en: "All that are above the cut" }, misconception: "no-limit-a-level" },
      { id: "share", text: { ko: "레벨의 수로 나눈 만큼요", en: "That many over all levels" }, misconception: "nms-within-a-level" },
      { id: "best", text: { ko: "그 가운데 점수 높은 80개요", en: "The best 80 of them by score" }, correct: true },
    ],
    explanation: {
      ko: "레벨마다 점수가 높은 것부터 정한 수까지만 넘겨요. NMS가 견줄 짝이 줄어서 빨라져요.",
      en: "A level passes on its best ones up to the number. NMS then has fewer pairs to compare.",
    },
  },
]);
