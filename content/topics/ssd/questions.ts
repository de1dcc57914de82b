import { defineQuestions } from "@/lib/questions";
import { bestBox, boxCount, hardestCell, hardestFirst, headChannels, keptNegatives, mapOrder, mapSizes, positivesCount } from "./asked";
import { notedFigure, workedMatch } from "./mistakes";

export const questions = defineQuestions([
  mapOrder,

  {
    form: "choice",
    id: "tiny-birds",
    prompt: {
      ko: "SSD가 멀리 있는 아주 작은 새를 자꾸 놓쳐요. 지도를 한 장 더한다면 어느 쪽이 도움이 될까요?",
      en: "An SSD keeps missing tiny birds far away. Which further map would help?",
    },
    options: [
      {
        id: "coarse",
        text: { ko: "칸이 더 큰, 성긴 지도예요", en: "A coarser map of larger cells" },
        misconception: "fine-map-large-objects",
      },
      { id: "fine", text: { ko: "칸이 더 작은, 촘촘한 지도예요", en: "A finer map of smaller cells" }, correct: true },
      { id: "any", text: { ko: "크기와 상관없이 아무 지도나요", en: "Any map, whatever its cells" }, misconception: "every-map-answers" },
    ],
    explanation: {
      ko: "작은 물체와 잘 겹치는 것은 작은 기본 상자이고, 그것은 칸이 촘촘한 지도에 있어요.",
      en: "Small objects are overlapped by small default boxes, and these stand on a fine map.",
    },
  },

  boxCount,

  {
    form: "choice",
    id: "long-train",
    prompt: {
      ko: "200×50픽셀인 물체가 있고, 지도마다 한가운데에 정사각형 기본 상자가 하나씩 있어요. 물체와 IoU가 가장 큰 상자는?",
      en: "An object of 200×50 pixels, and on each map one square default box about its centre. Which box has the highest IoU with it?",
    },
    options: [
      { id: "long", text: { ko: "한 변이 200인 상자예요", en: "The one of 200 pixels" }, misconception: "long-side-decides" },
      { id: "short", text: { ko: "한 변이 50인 상자예요", en: "The one of 50 pixels" }, misconception: "short-side-decides" },
      { id: "area", text: { ko: "한 변이 100인 상자예요", en: "The one of 100 pixels" }, correct: true },
    ],
    explanation: {
      ko: "100이면 5,000 ÷ 15,000 = 0.33, 200이면 10,000 ÷ 40,000 = 0.25, 50이면 2,500 ÷ 10,000 = 0.25예요. 넓이가 같은 정사각형이 가장 잘 겹쳐요.",
      en: "With 100 it is 5,000 ÷ 15,000 = 0.33; with 200, 10,000 ÷ 40,000 = 0.25; with 50, 2,500 ÷ 10,000 = 0.25. The square of the same area overlaps best.",
    },
  },

  bestBox,

  {
    form: "choice",
    id: "two-good-boxes",
    prompt: {
      ko: "학습할 때 한 고양이와 IoU가 0.62인 기본 상자와 0.55인 기본 상자가 서로 다른 지도에 있어요. 양성은 어느 것인가요?",
      en: "In training, a cat has an IoU of 0.62 with one default box and of 0.55 with another, on two different maps. Which are positive?",
    },
    options: [
      { id: "both", text: { ko: "두 상자가 모두 양성이에요", en: "Both of these boxes" }, correct: true },
      { id: "best", text: { ko: "더 큰 0.62만 양성이에요", en: "Just the higher one, 0.62" }, misconception: "one-box-an-object" },
      { id: "fine", text: { ko: "촘촘한 지도의 것만이에요", en: "The finer map's alone" }, misconception: "finest-for-all" },
    ],
    explanation: {
      ko: "IoU가 0.5를 넘는 기본 상자는 어느 지도에 있든 모두 양성이에요. 답을 배울 곳이 많아져 학습이 쉬워져요.",
      en: "All default boxes above 0.5 are positive, whatever their map. More places that may answer make learning easier.",
    },
  },

  positivesCount,

  mapSizes,

  {
    form: "choice",
    id: "bus-and-fine-map",
    prompt: {
      ko: "그림을 거의 채운 버스가 있어요. 버스 위에 놓인 가장 촘촘한 지도의 작은 기본 상자들은 무엇으로 배우나요?",
      en: "A bus nearly fills the picture. What are the finest map's small default boxes that lie on it taught?",
    },
    options: [
      { id: "bus", text: { ko: "모두 버스라고 배워요", en: "All of them are the bus" }, misconception: "every-map-answers" },
      {
        id: "middle",
        text: { ko: "한가운데만 버스예요", en: "The middle ones are it" },
        misconception: "finest-for-all",
      },
      { id: "background", text: { ko: "배경이라고 배워요", en: "They all are background" }, correct: true },
    ],
    explanation: {
      ko: "버스와의 IoU가 0.5에 한참 못 미쳐서 음성이에요. 버스는 큰 기본 상자가 있는 성긴 지도가 맡아요.",
      en: "Their IoU with the bus is far below 0.5: negatives. The bus belongs to a coarse map with large default boxes.",
    },
  },

  notedFigure,

  headChannels,

  {
    form: "choice",
    id: "passes",
    prompt: {
      ko: "SSD의 기본 상자를 두 배로 늘렸어요. 그림 한 장을 검출할 때 몸통 신경망은 몇 번 돌까요?",
      en: "The default boxes of an SSD are doubled. How often does its backbone run for one picture?",
    },
    options: [
      { id: "twice", text: { ko: "두 배로 늘어요", en: "Twice as often" }, misconception: "boxes-make-it-slow" },
      { id: "once", text: { ko: "여전히 한 번이에요", en: "Still just once" }, correct: true },
      { id: "each", text: { ko: "후보 수만큼이에요", en: "Once a proposal" }, misconception: "is-two-stage" },
    ],
    explanation: {
      ko: "늘어나는 것은 예측 층의 채널이에요. 몸통은 그림을 한 번만 지나고, 잘라서 다시 보는 후보는 없어요.",
      en: "What grows is the channels of the predictors. The backbone passes once over the picture, and nothing is cropped and looked at again.",
    },
  },

  keptNegatives,

  {
    form: "choice",
    id: "forty-hard-ones",
    prompt: {
      ko: "양성이 8개이고, 배경 가운데 손실이 1을 넘는 상자가 56개예요. 3:1로 어려운 음성을 남기면 음성은 몇 개인가요?",
      en: "There are 8 positives, and 56 boxes of background have a loss above 1. How many negatives stay at 3:1?",
    },
    options: [
      { id: "cut", text: { ko: "56개가 남아요", en: "All of the 56" }, misconception: "fixed-cut" },
      { id: "right", text: { ko: "24개가 남아요", en: "Just 24 of them" }, correct: true },
      { id: "three", text: { ko: "3개가 남아요", en: "Just 3 of them" }, misconception: "three-in-all" },
    ],
    explanation: {
      ko: "8 × 3 = 24예요. 손실의 경계가 아니라 수를 정해 두고, 손실이 큰 것부터 채워요.",
      en: "8 × 3 = 24. Not a bound on the loss is set but a number, filled from the largest loss down.",
    },
  },

  hardestFirst,

  {
    form: "choice",
    id: "why-hard",
    prompt: {
      ko: "배경 상자를 모두 배우지 않고 손실이 큰 것만 남기는 까닭은 무엇인가요?",
      en: "Why does only background with a large loss stay in training, and not all of it?",
    },
    options: [
      {
        id: "easy",
        text: { ko: "쉬운 배경부터 익혀야 물체를 배워서요", en: "Easy background has to be learnt before objects" },
        misconception: "easy-negatives",
      },
      {
        id: "drown",
        text: { ko: "배경이 너무 많아 물체의 몫을 덮어서요", en: "There is so much of it that objects would drown" },
        correct: true,
      },
      {
        id: "slow",
        text: { ko: "상자를 모두 계산하면 너무 느려져서요", en: "Computing the answers of all boxes takes too long" },
        misconception: "boxes-make-it-slow",
      },
    ],
    explanation: {
      ko: "양성은 몇 개뿐인데 배경은 수천 개예요. 3:1로 맞추면 학습이 더 빠르고 안정적이라고 논문은 말해요.",
      en: "A few positives stand against thousands of boxes of background. At 3:1 training is faster and steadier, says the paper.",
    },
  },

  hardestCell,

  {
    form: "choice",
    id: "second-look",
    prompt: {
      ko: "SSD의 기본 상자가 물체를 찾은 다음, 그 자리의 특징을 다시 잘라 분류하나요?",
      en: "Once a default box of SSD has found an object, are the features there cropped and classified again?",
    },
    options: [
      {
        id: "pool",
        text: { ko: "네, RoI 풀링으로 다시 봐요", en: "Yes, by RoI pooling" },
        misconception: "is-two-stage",
      },
      {
        id: "next",
        text: { ko: "네, 다음 지도가 다시 봐요", en: "Yes, by the next map" },
        misconception: "every-map-answers",
      },
      { id: "no", text: { ko: "아니요, 답은 처음 한 번이에요", en: "No, it answers once" }, correct: true },
    ],
    explanation: {
      ko: "기본 상자마다 클래스와 상자를 한꺼번에 답하고 끝이에요. 남은 일은 NMS뿐이에요.",
      en: "Class and box come from each default box in one go. All that is left is NMS.",
    },
  },

  workedMatch,
]);
