import { defineQuestions } from "@/lib/questions";
import { byHand, contributions, faderDown, oneCell, scoreOfMap, signs, whereAlone } from "./asked";

export const questions = defineQuestions([
  {
    form: "choice",
    id: "mend-the-note",
    prompt: {
      ko: "어느 수업 노트에 “CAM은 w와 f를 합성곱한다”고 적혀 있어요. 어떻게 고쳐야 할까요?",
      en: "A lecture note says “CAM convolves w and f”. How should it be corrected?",
    },
    options: [
      { id: "sum", text: { ko: "w를 곱한 맵들을 더해요", en: "It adds up all maps times w" }, correct: true },
      { id: "slide", text: { ko: "w를 맵 위로 밀며 더해요", en: "It slides w over each map" }, misconception: "weights-are-kernels" },
      {
        id: "best",
        text: { ko: "w가 가장 큰 맵을 골라요", en: "It takes the map of largest w" },
        misconception: "strongest-channel-decides",
      },
    ],
    explanation: {
      ko: "채널마다 가중치는 숫자 하나예요. 미는 것도 고르는 것도 아니고, 곱해서 더해요.",
      en: "Each channel has one number as its weight. Nothing slides and nothing is picked: products are added.",
    },
  },

  oneCell,

  {
    form: "choice",
    id: "which-head",
    prompt: {
      ko: "다음 가운데 CAM을 그대로 그릴 수 있는 분류기는 무엇인가요? 완전 연결층이 둘이면 그 사이에 ReLU가 있어요.",
      en: "Which of these classifiers allows CAM as it stands? Between two dense layers there is a ReLU.",
    },
    options: [
      { id: "gap", text: { ko: "합성곱 → GAP → 완전 연결층 하나", en: "Convolutions → GAP → one dense layer" }, correct: true },
      {
        id: "flatten",
        text: { ko: "합성곱 → 한 줄로 펴기 → 완전 연결층", en: "Convolutions → flatten → dense layer" },
        misconception: "needs-no-special-head",
      },
      {
        id: "two",
        text: { ko: "합성곱 → GAP → 완전 연결층 둘", en: "Convolutions → GAP → two dense layers" },
        misconception: "needs-no-special-head",
      },
    ],
    explanation: {
      ko: "채널마다 가중치가 하나여야 맵에 곱할 수 있어요. 한 줄로 펴면 칸마다 가중치가 다르고, 층이 둘이면 사이의 ReLU가 합과 평균의 자리바꿈을 막아요.",
      en: "A map can be multiplied only if its channel has one weight. After flattening every cell has its own, and with two layers the ReLU between them keeps sum and mean from trading places.",
    },
  },

  scoreOfMap,

  {
    form: "choice",
    id: "bias-grows",
    prompt: {
      ko: "한 클래스의 편향이 커졌어요. 그 클래스의 CAM과 점수는 어떻게 될까요?",
      en: "The bias of a class grows. What do the class's map and score do?",
    },
    options: [
      { id: "score", text: { ko: "맵은 그대로이고 점수만 올라요", en: "The map stays; the score rises" }, correct: true },
      {
        id: "all",
        text: { ko: "맵이 밝아지고 점수도 올라요", en: "The map brightens, the score too" },
        misconception: "bias-has-a-place",
      },
      { id: "peak", text: { ko: "맵의 꼭대기와 점수만 올라요", en: "The top cell and score rise" }, misconception: "bias-has-a-place" },
    ],
    explanation: {
      ko: "편향은 어느 채널에도, 어느 칸에도 속하지 않아요. 점수에만 더해져요.",
      en: "The bias belongs to no channel and no cell. It is added to the score alone.",
    },
  },

  contributions,

  signs,

  {
    form: "choice",
    id: "cut-negatives",
    prompt: {
      ko: "CAM에서 음수인 칸들을 0으로 바꾼 다음 평균을 내고 편향을 더했어요. 클래스의 점수와 견주면 어떤가요?",
      en: "The negative cells of a class activation map are set to 0; then the mean is taken and the bias added. How does that compare with the score?",
    },
    options: [
      { id: "above", text: { ko: "점수보다 큰 값이 나와요", en: "It comes out above the score" }, correct: true },
      { id: "same", text: { ko: "점수와 같은 값이 나와요", en: "It comes out as the score" }, misconception: "relu-in-cam" },
      { id: "bias", text: { ko: "편향의 부호에 따라 달라요", en: "It depends on the bias's sign" }, misconception: "bias-has-a-place" },
    ],
    explanation: {
      ko: "음수를 지우면 합이 커져요. 점수와 맞는 것은 음수까지 더한 평균이에요.",
      en: "Without its negative cells the sum is larger. Only the mean with them agrees with the score.",
    },
  },

  whereAlone,

  {
    form: "choice",
    id: "behind-the-relu",
    prompt: {
      ko: "채널은 A와 B뿐이고 가중치는 정수예요. ReLU를 거친 맵의 어느 칸이 0인데, 거기서 A는 3, B는 2이고 A의 가중치는 2예요. B의 가중치에 대해 무엇을 알 수 있나요?",
      en: "There are two channels, A and B, and weights are whole numbers. After a ReLU a cell of the map is 0; there A is 3, B is 2, and the weight of A is 2. What follows for the weight of B?",
    },
    options: [
      { id: "below", text: { ko: "−3이거나 더 작은 수예요", en: "It is −3 or smaller" }, correct: true },
      { id: "exact", text: { ko: "틀림없이 정확히 −3이에요", en: "It must be exactly −3" }, misconception: "zero-is-nothing" },
      { id: "none", text: { ko: "그런 가중치는 없어요", en: "No weight does that" }, misconception: "weights-are-positive" },
    ],
    explanation: {
      ko: "ReLU 뒤의 0은 합이 0이거나 음수였다는 뜻이에요. 2 × 3 + w × 2 ≤ 0이면 w는 −3 이하예요.",
      en: "A 0 after the ReLU says that the sum was zero or below. From 2 × 3 + w × 2 ≤ 0 follows that w is −3 or smaller.",
    },
  },

  {
    form: "choice",
    id: "bright-but-silent",
    prompt: {
      ko: "강아지 그림에서 아주 밝게 켜진 채널이 있는데, ‘강아지’에 대한 가중치가 0이에요. 이 채널을 끄면 무엇이 그대로일까요?",
      en: "In a picture of a dog a channel is very bright, but its weight for “dog” is 0. What stays the same if that channel is switched off?",
    },
    options: [
      { id: "both", text: { ko: "맵과 점수 둘 다예요", en: "The dog's map and score" }, correct: true },
      { id: "map", text: { ko: "맵만 그대로예요", en: "Only the map of the dog" }, misconception: "every-channel-speaks" },
      { id: "none", text: { ko: "둘 다 아니에요", en: "Neither map nor score" }, misconception: "every-channel-speaks" },
    ],
    explanation: {
      ko: "0을 곱하면 어느 칸에서도 0이에요. 다른 클래스에는 몫이 있을 수 있어요.",
      en: "Times 0 it is 0 in every cell. For another class it may still count.",
    },
  },

  {
    form: "choice",
    id: "weights-row",
    prompt: {
      ko: "마지막 층의 가중치는 클래스마다 한 줄, 채널마다 한 칸인 표예요. 한 클래스의 맵을 섞을 때 쓰는 것은 무엇인가요?",
      en: "The last layer's weights are a table with a row for each class and a column for each channel. What mixes the map of one class?",
    },
    options: [
      { id: "row", text: { ko: "그 클래스의 줄 전체", en: "The whole row of that class" }, correct: true },
      { id: "top", text: { ko: "그 줄에서 가장 큰 값", en: "The largest value of that row" }, misconception: "strongest-channel-decides" },
      { id: "alike", text: { ko: "모든 채널에 같은 값", en: "One value for every channel" }, misconception: "channels-count-alike" },
    ],
    explanation: {
      ko: "클래스마다 제 줄이 있어서, 같은 채널들로도 클래스마다 다른 맵이 나와요.",
      en: "Each class has its own row, so the same channels give another map for each class.",
    },
  },

  {
    form: "choice",
    id: "smooth-edge",
    prompt: {
      ko: "매끈하게 확대한 CAM의 가장자리가 물체의 귀를 딱 따라가는 것처럼 보여요. 무엇을 알 수 있나요?",
      en: "The edge of a smoothly enlarged map seems to follow an animal's ear exactly. What does that tell?",
    },
    options: [
      { id: "chance", text: { ko: "칸보다 작은 모양은 우연이에요", en: "Below cell size it is chance" }, correct: true },
      { id: "ear", text: { ko: "귀의 픽셀들이 증거로 쓰였어요", en: "The ear's pixels are evidence" }, misconception: "map-equals-pixels" },
      { id: "score", text: { ko: "픽셀마다 점수를 잰 것이에요", en: "Every pixel got its own score" }, misconception: "map-equals-pixels" },
    ],
    explanation: {
      ko: "칸 사이의 값은 확대하면서 채워 넣은 것이에요. 칸보다 세밀한 것은 맵에 담겨 있지 않아요.",
      en: "Values between cells are filled in by enlarging. The map holds nothing finer than its cells.",
    },
  },

  byHand,

  faderDown,

  {
    form: "choice",
    id: "gap-averages",
    prompt: {
      ko: "GAP이 평균을 내는 것은 무엇인가요?",
      en: "What does GAP average over?",
    },
    options: [
      { id: "cells", text: { ko: "한 채널 안의 모든 칸", en: "The cells of one channel" }, correct: true },
      { id: "channels", text: { ko: "한 칸에 있는 모든 채널", en: "The channels of one cell" }, misconception: "channels-count-alike" },
      { id: "classes", text: { ko: "한 채널의 클래스별 가중치", en: "One channel's class weights" }, misconception: "weights-are-kernels" },
    ],
    explanation: {
      ko: "채널마다 숫자 하나(F)가 남고, 채널들은 완전 연결층의 가중치로 더해져요.",
      en: "One number, F, is left of each channel; channels are then added up by the dense layer's weights.",
    },
  },
]);
