import { defineQuestions } from "@/lib/questions";
import { cheapestTotal, classLoss, pairCost, pipeline, silentQueries, whichBox, whoAnswers, workedMatching } from "./asked";

export const questions = defineQuestions([
  {
    form: "choice",
    id: "next-picture",
    prompt: {
      ko: "질의 7이 한 그림에서 강아지를 찾았어요. 다음 그림에는 강아지가 없어요. 질의 7은 무엇을 할 수 있나요?",
      en: "In one picture query 7 found a dog. There is no dog in the next one. What can query 7 do there?",
    },
    options: [
      { id: "silent", text: { ko: "강아지가 나올 때까지 쉬어요", en: "Nothing until a dog comes" }, misconception: "queries-are-classes" },
      { id: "any", text: { ko: "아무 클래스로나 새로 답해요", en: "Answer with any class" }, correct: true },
      { id: "box", text: { ko: "지난번 상자를 또 내놓아요", en: "Repeat the box it gave" }, misconception: "as-many-as-queries" },
    ],
    explanation: {
      ko: "질의는 물어보는 자리일 뿐이에요. 클래스는 그림마다 새로 정하고, 물체가 없으면 ‘물체 없음’이라고 해요.",
      en: "A query is a place that asks. It settles on a class anew for each picture, or on “no object”.",
    },
  },

  pairCost,

  {
    form: "choice",
    id: "two-boxes",
    prompt: {
      ko: "조금만 학습한 DETR이 강아지 하나에 거의 같은 상자 둘을 냈어요. 어떻게 그럴 수 있나요?",
      en: "A DETR that was trained for a short time gives two nearly equal boxes for one dog. How can that be?",
    },
    options: [
      {
        id: "never",
        text: { ko: "짝짓기가 하나를 지웠어야 하는 오류예요", en: "An error: the matching should have dropped one" },
        misconception: "duplicates-are-impossible",
      },
      {
        id: "learnt",
        text: { ko: "한 번만 답하는 법을 아직 덜 배운 거예요", en: "It has not yet learnt to answer only once" },
        correct: true,
      },
      {
        id: "nms",
        text: { ko: "끝에 한 NMS의 임계값이 높았던 거예요", en: "The NMS threshold at its end was too high" },
        misconception: "needs-nms",
      },
    ],
    explanation: {
      ko: "짝짓기는 정답을 아는 학습 때만 있고, 쓸 때는 없어요. 중복을 피하는 것은 배운 만큼만 돼요.",
      en: "The matching needs the truth and so exists in training alone. Duplicates are avoided as far as that was learnt.",
    },
  },

  cheapestTotal,

  {
    form: "choice",
    id: "order-of-objects",
    prompt: {
      ko: "한 그림의 정답 물체들을 적은 차례를 뒤집어서 다시 짝을 지어요. 가장 싼 짝짓기는 하나뿐이에요. 무엇이 달라지나요?",
      en: "A picture's true objects are listed in reverse and matched once more. There is only one cheapest matching. What changes?",
    },
    options: [
      { id: "first", text: { ko: "뒤의 물체가 먼저 골라요", en: "The last object picks first" }, misconception: "first-come" },
      { id: "same", text: { ko: "어느 짝도 달라지지 않아요", en: "Not one of the pairs does" }, correct: true },
      { id: "cheap", text: { ko: "가장 싼 짝만 그대로예요", en: "All but the cheapest pair" }, misconception: "best-pair-first" },
    ],
    explanation: {
      ko: "합이 가장 작은 짝짓기는 차례와 상관없어요. 먼저 이은 물체도 합이 줄면 자리를 옮겨요.",
      en: "The matching of least total does not depend on an order: whoever came first moves when that lowers the total.",
    },
  },

  silentQueries,
  whichBox,

  {
    form: "choice",
    id: "why-not-log",
    prompt: {
      ko: "DETR의 짝짓기 비용에서 클래스의 항은 무엇이고, 왜 그런가요?",
      en: "What is the class term in DETR's matching cost, and why?",
    },
    options: [
      {
        id: "log",
        text: { ko: "−log p. 손실의 항과 같으려고", en: "−log p, so that it equals the loss's term" },
        misconception: "cost-is-the-loss",
      },
      { id: "p", text: { ko: "−p. 상자의 항과 크기가 맞으니까", en: "−p, which is on the box terms' scale" }, correct: true },
      {
        id: "one",
        text: { ko: "없어요. 상자만 견주면 되니까", en: "None, as only boxes are to be compared" },
        misconception: "overlap-decides",
      },
    ],
    explanation: {
      ko: "−log p는 끝없이 커져서 상자의 항을 뒤덮을 수 있어요. 논문은 확률 그대로를 써서 크기를 맞췄다고 적었어요.",
      en: "−log p has no bound and may drown the box's terms. The paper takes the probability itself to keep them commensurable.",
    },
  },

  whoAnswers,

  {
    form: "choice",
    id: "left-over",
    prompt: {
      ko: "학습 그림에서 짝이 없는 질의 하나가 엉뚱한 곳에 상자를 냈어요. 이 질의는 무엇을 배우나요?",
      en: "In a training picture a query without a partner puts its box somewhere odd. What is it taught?",
    },
    options: [
      {
        id: "nothing",
        text: { ko: "배우는 것 없이 지나가요", en: "It is taught nothing here" },
        misconception: "unmatched-are-ignored",
      },
      { id: "none", text: { ko: "‘물체 없음’이라고 하는 것", en: "To say “no object” alone" }, correct: true },
      {
        id: "nearest",
        text: { ko: "가까운 물체 쪽으로 옮기는 것", en: "To move to a near object" },
        misconception: "nearest-query",
      },
    ],
    explanation: {
      ko: "짝이 없으면 클래스의 손실만 내요. 어디에 상자를 두었든 상자의 손실은 없어요.",
      en: "Without a partner it pays the class loss alone; wherever its box lies, there is no loss for it.",
    },
  },

  classLoss,
  pipeline,

  {
    form: "choice",
    id: "after-the-heads",
    prompt: {
      ko: "학습을 마친 DETR이 새 그림을 봐요. 질의들이 답한 다음에 하는 일은 무엇인가요?",
      en: "A trained DETR sees a new picture. What is done once the queries have answered?",
    },
    options: [
      {
        id: "match",
        text: { ko: "짝짓기로 답을 하나씩 추려요", en: "The matching picks some" },
        misconception: "duplicates-are-impossible",
      },
      { id: "nms", text: { ko: "NMS로 겹치는 답을 지워요", en: "NMS drops its overlaps" }, misconception: "needs-nms" },
      { id: "keep", text: { ko: "‘물체 없음’인 답만 빼요", en: "“No object” is left out" }, correct: true },
    ],
    explanation: {
      ko: "짝짓기에는 정답이 필요하니 쓸 때는 할 수 없고, NMS는 방법에 들어 있지 않아요.",
      en: "The matching would need the truth, and NMS is not part of the method.",
    },
  },

  workedMatching,
]);
