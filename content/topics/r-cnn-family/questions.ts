import { defineQuestions } from "@/lib/questions";
import { batchPasses, budget, generations, howOften, replaced, savedTime, searchShare, wholeTime, workedTable } from "./asked";

export const questions = defineQuestions([
  {
    form: "choice",
    id: "same-vgg",
    prompt: {
      ko: "논문의 표에서 Fast R-CNN도 Faster R-CNN도 VGG16을 썼어요. 그런데 Faster R-CNN이 열 배쯤 빨라요. 무엇 때문인가요?",
      en: "In the papers' tables both Fast and Faster R-CNN use VGG16, and yet Faster R-CNN is about ten times as fast. Why?",
    },
    options: [
      { id: "weights", text: { ko: "VGG16을 더 잘 학습해서요", en: "Its VGG16 is trained better" }, misconception: "better-network" },
      { id: "search", text: { ko: "후보를 내는 시간이 줄어서요", en: "Proposals take less time now" }, correct: true },
      { id: "fewer", text: { ko: "신경망의 곱셈이 줄어서요", en: "The network multiplies less" }, misconception: "faster-multiplies-less" },
    ],
    explanation: {
      ko: "1.5초쯤 걸리던 선택적 탐색을 10ms의 RPN이 대신했어요. 신경망은 그대로이고 RPN만큼 더 커졌어요.",
      en: "An RPN of 10 ms took the place of a selective search of 1.5 s. The network is the same, and larger by the RPN.",
    },
  },

  replaced,

  {
    form: "choice",
    id: "why-fast",
    prompt: { ko: "Fast R-CNN이 R-CNN보다 빠른 까닭은 무엇인가요?", en: "What makes Fast R-CNN quicker than R-CNN?" },
    options: [
      {
        id: "pooling",
        text: { ko: "RoI 풀링이 누르기보다 빨라서", en: "RoI pooling beats warping in speed" },
        misconception: "fast-because-of-roi-pooling",
      },
      { id: "shared", text: { ko: "합성곱을 그림마다 한 번 해서", en: "Convolutions run once a picture" }, correct: true },
      { id: "better", text: { ko: "CNN의 층이 더 얕고 좋아서", en: "Its CNN is shallower and better" }, misconception: "better-network" },
    ],
    explanation: {
      ko: "후보 2,000개가 지도 하나를 나눠 써요. RoI 풀링은 그 지도에서 자르게 해 줄 뿐이에요.",
      en: "Two thousand proposals share one map. RoI pooling is what lets them be cut out of it.",
    },
  },

  howOften,
  wholeTime,

  {
    form: "choice",
    id: "which-seconds",
    prompt: {
      ko: "R-CNN 47초, Fast R-CNN 0.32초라고 적힌 표가 있어요. 앞의 것은 후보를 내는 시간까지, 뒤의 것은 빼고 잰 거예요. 무엇이라고 말할 수 있나요?",
      en: "A table says R-CNN 47 s and Fast R-CNN 0.32 s. The first was measured with proposals, the second without. What may be said?",
    },
    options: [
      {
        id: "ratio",
        text: { ko: "새 그림도 147배 빨리 끝나요", en: "New pictures are done 147 times sooner" },
        misconception: "seconds-without-conditions",
      },
      { id: "add", text: { ko: "새 그림은 탐색도 걸려요", en: "New pictures also take the search" }, correct: true },
      {
        id: "less",
        text: { ko: "곱셈을 147배나 적게 해요", en: "All in all it multiplies 147 times less" },
        misconception: "faster-multiplies-less",
      },
    ],
    explanation: {
      ko: "0.32초에 탐색 시간을 더해야 새 그림 한 장의 시간이에요. 조건이 같은 수끼리만 나눠요.",
      en: "A new picture takes 0.32 s and the search. Only numbers under the same conditions may be divided.",
    },
  },

  batchPasses,

  {
    form: "choice",
    id: "spp-net",
    prompt: {
      ko: "SPP-net은 온 그림의 지도에서 후보를 자르고, 후보마다 SVM이 판정해요. 그림 한 장에서 합성곱은 몇 번 도나요?",
      en: "SPP-net cuts proposals out of one map of the picture, and SVMs judge each. How often do its convolutions run for a picture?",
    },
    options: [
      { id: "once", text: { ko: "온 그림에 한 번이에요", en: "Once for the whole picture" }, correct: true },
      { id: "svm", text: { ko: "SVM이니 후보마다예요", en: "Once a proposal, by the SVMs" }, misconception: "table-by-heart" },
      { id: "always", text: { ko: "언제나 후보마다예요", en: "Always once for each crop" }, misconception: "pass-a-proposal" },
    ],
    explanation: {
      ko: "SVM이 있다고 R-CNN인 것은 아니에요. 합성곱의 횟수는 무엇을 자르는지가 정해요.",
      en: "SVMs do not make it an R-CNN. How often the convolutions run depends on what is cut.",
    },
  },

  generations,
  searchShare,

  {
    form: "choice",
    id: "what-is-still-many",
    prompt: {
      ko: "Faster R-CNN이 지도 하나로 후보 300개를 판정해요. 아직도 300번 하는 일은 무엇인가요?",
      en: "Faster R-CNN judges 300 proposals from one map. What is still done 300 times?",
    },
    options: [
      { id: "rpn", text: { ko: "RPN으로 지도 훑기", en: "A pass of the whole RPN" }, misconception: "rpn-a-proposal" },
      { id: "dense", text: { ko: "완전 연결 층 지나기", en: "The connected layers" }, correct: true },
      { id: "none", text: { ko: "이제 그런 일은 없음", en: "There is nothing left" }, misconception: "once-for-all" },
    ],
    explanation: {
      ko: "지도와 RPN은 그림마다 한 번이지만, 자른 다음의 일은 후보마다 해요. 그래서 후보 수를 줄이면 여기가 줄어요.",
      en: "Map and RPN are done once a picture; what comes after the cut is done for each proposal. Fewer proposals save time here.",
    },
  },

  workedTable,

  {
    form: "choice",
    id: "what-learns",
    prompt: {
      ko: "Faster R-CNN에서 학습하는 동안 조금도 바뀌지 않는 것은 무엇인가요?",
      en: "What does not change at all while Faster R-CNN is trained?",
    },
    options: [
      { id: "pool", text: { ko: "RoI 풀링의 셈법", en: "How RoI pooling works" }, correct: true },
      { id: "rpn", text: { ko: "후보를 내는 RPN", en: "The RPN for proposals" }, misconception: "same-parts" },
      { id: "layers", text: { ko: "그런 층은 없어요", en: "No layer is like that" }, misconception: "pooling-is-learnt" },
    ],
    explanation: {
      ko: "RoI 풀링에는 가중치가 없어요. RPN은 신경망이라 배우고, 그 점이 선택적 탐색과 달라요.",
      en: "RoI pooling has no weights. The RPN is a network and learns: that is where it differs from selective search.",
    },
  },

  savedTime,
  budget,

  {
    form: "choice",
    id: "camera",
    prompt: {
      ko: "카메라가 1초에 그림 5장을 보내요. 선택적 탐색은 한 장에 1.5초, CNN은 0.14초가 걸려요. 맞추려면 무엇을 바꿔야 하나요?",
      en: "A camera sends 5 pictures in 1 second. Selective search takes 1.5 s for each, the CNN 0.14 s. What has to be exchanged to keep up?",
    },
    options: [
      { id: "cnn", text: { ko: "두 배 빠른 CNN으로", en: "The CNN, for a faster one" }, misconception: "better-network" },
      {
        id: "pool",
        text: { ko: "더 빠른 RoI 풀링으로", en: "RoI pooling, for a quick one" },
        misconception: "fast-because-of-roi-pooling",
      },
      { id: "search", text: { ko: "후보를 내는 부품으로", en: "What gives the proposals" }, correct: true },
    ],
    explanation: {
      ko: "한 장에 0.2초 안에 끝나야 해요. 탐색이 1.5초면 다른 것을 아무리 줄여도 소용이 없어요.",
      en: "A picture has to be done in 0.2 s. With a search of 1.5 s nothing else that is saved will help.",
    },
  },
]);
