import { defineQuestions } from "@/lib/questions";
import { bill, leftOut, stages, stretch, svmNumbers, whoIsPositive, workedPlan } from "./asked";

export const questions = defineQuestions([
  {
    form: "choice",
    id: "tall-person",
    prompt: {
      ko: "키 큰 사람을 두른 세로로 긴 후보를 R-CNN의 CNN에 넣어요. CNN이 받는 그림에서 사람은 어떻게 보이나요?",
      en: "A tall, narrow proposal around a person goes into R-CNN's CNN. How does the person look in what the CNN gets?",
    },
    options: [
      { id: "fat", text: { ko: "가로로 퍼져서 뚱뚱해요", en: "Spread out sideways, fat" }, correct: true },
      { id: "bars", text: { ko: "양옆이 비고 그대로예요", en: "As they are, sides empty" }, misconception: "crops-keep-shape" },
      { id: "whole", text: { ko: "온 그림 속에 작게 있어요", en: "Small, in the whole photo" }, misconception: "one-pass-for-all" },
    ],
    explanation: {
      ko: "CNN은 한 가지 크기의 정사각형만 받으니까, 모양에 상관없이 그 크기로 눌러요.",
      en: "The CNN takes squares of one size, so every proposal is warped to it, whatever its shape.",
    },
  },

  stretch,

  {
    form: "choice",
    id: "who-proposes",
    prompt: { ko: "R-CNN에서 후보 상자는 어디서 나오나요?", en: "Where do R-CNN's proposals come from?" },
    options: [
      {
        id: "cnn",
        text: { ko: "학습한 CNN의 특징에서 나와요", en: "From features of the trained CNN" },
        misconception: "proposals-are-learnt",
      },
      { id: "merge", text: { ko: "배우지 않는 조각 합치기에서", en: "From merged segments, unlearnt" }, correct: true },
      {
        id: "end",
        text: { ko: "함께 학습한 마지막 층에서 나와요", en: "From a last layer, trained jointly" },
        misconception: "end-to-end",
      },
    ],
    explanation: {
      ko: "선택적 탐색은 비슷한 조각을 합칠 뿐, 아무것도 배우지 않아요. 학습이 후보를 낫게 하지도 못해요.",
      en: "Selective search merges segments that look alike. It learns nothing, and no training makes its proposals better.",
    },
  },

  stages,

  {
    form: "choice",
    id: "svm-changes-cnn",
    prompt: {
      ko: "SVM이 고양이를 자꾸 틀려서 SVM을 다시 학습했어요. CNN의 가중치는 어떻게 되나요?",
      en: "The SVMs keep getting cats wrong, so they are trained once more. What happens to the CNN's weights?",
    },
    options: [
      { id: "back", text: { ko: "오차가 흘러가서 함께 고쳐져요", en: "Errors flow back and mend them" }, misconception: "end-to-end" },
      { id: "stay", text: { ko: "SVM만 바뀌고 그대로 있어요", en: "They stay just as they were" }, correct: true },
      { id: "cat", text: { ko: "고양이의 층만 새로 고쳐져요", en: "Only the cat's layer is mended" }, misconception: "one-svm-for-all" },
    ],
    explanation: {
      ko: "SVM은 CNN이 내준 특징만 보고 따로 학습해요. 오차가 CNN까지 돌아가는 길이 없어요.",
      en: "SVMs are trained apart, on features the CNN has given out. No error finds its way back.",
    },
  },

  {
    form: "choice",
    id: "two-classes-high",
    prompt: {
      ko: "한 후보에서 강아지 SVM의 점수가 0.9, 고양이 SVM의 점수가 0.8이에요. 있을 수 있는 일인가요?",
      en: "For one proposal the dog's SVM says 0.9 and the cat's 0.8. Can that be?",
    },
    options: [
      { id: "sum", text: { ko: "아니요, 더하면 1이어야 해요", en: "No, the scores must add up to 1" }, misconception: "one-svm-for-all" },
      {
        id: "nms",
        text: { ko: "아니요, 한 물체에는 하나뿐이에요", en: "No, an object has one class only" },
        misconception: "one-positive-an-object",
      },
      { id: "yes", text: { ko: "네, SVM은 저마다 따로 답해요", en: "Yes, each SVM answers by itself" }, correct: true },
    ],
    explanation: {
      ko: "SVM마다 자기 클래스인지만 물어요. 소프트맥스가 아니라서 점수의 합은 1이 아니어도 돼요.",
      en: "Each SVM only asks whether it is of its own class. This is no softmax; scores need not add up to 1.",
    },
  },

  svmNumbers,

  {
    form: "choice",
    id: "fitting-proposal",
    prompt: {
      ko: "정답 상자는 아니지만 강아지와 IoU가 0.8인 후보가 있어요. 강아지 SVM을 학습할 때 어떻게 쓰이나요?",
      en: "A proposal is no true box but has an IoU of 0.8 with a dog. What is it for when the dog's SVM is trained?",
    },
    options: [
      { id: "positive", text: { ko: "양성으로 배워요", en: "Learnt as positive" }, misconception: "svm-positives-from-half" },
      { id: "out", text: { ko: "쓰지 않고 빼요", en: "Left out altogether" }, correct: true },
      { id: "background", text: { ko: "배경으로 배워요", en: "Learnt as background" }, misconception: "no-grey-zone" },
    ],
    explanation: {
      ko: "SVM의 양성은 정답 상자뿐이고, 배경은 IoU 0.3 미만이에요. 그 사이는 어느 쪽도 아니에요.",
      en: "Only true boxes are positive for the SVM, and background is below 0.3. What lies between is neither.",
    },
  },

  whoIsPositive,

  {
    form: "choice",
    id: "cat-for-dog",
    prompt: {
      ko: "강아지 SVM을 학습해요. 강아지와 전혀 겹치지 않는 고양이의 정답 상자는 무엇으로 쓰이나요?",
      en: "The dog's SVM is trained. What is the true box of a cat, which overlaps no dog, used for?",
    },
    options: [
      { id: "positive", text: { ko: "양성: 정답 상자니까요", en: "Positive, as a true box" }, misconception: "any-class-counts" },
      { id: "out", text: { ko: "제외: 다른 클래스니까요", en: "Left out: another class" }, misconception: "other-class-left-out" },
      { id: "background", text: { ko: "배경: 강아지가 아니니까요", en: "Background: it is no dog" }, correct: true },
    ],
    explanation: {
      ko: "강아지 SVM은 강아지인지만 물어요. 헷갈리기 쉬운 고양이야말로 쓸모 있는 배경이에요.",
      en: "The dog's SVM asks for dogs alone. Something as easy to mix up as a cat is useful background.",
    },
  },

  leftOut,

  {
    form: "choice",
    id: "why-wide-positives",
    prompt: {
      ko: "미세 조정은 왜 정답 상자만이 아니라 IoU가 0.5 이상인 후보까지 양성으로 삼나요?",
      en: "Why does fine-tuning take proposals from an IoU of 0.5 on for positive, not true boxes alone?",
    },
    options: [
      { id: "one", text: { ko: "한 물체에 하나만 남기려고", en: "One is to be left an object" }, misconception: "one-positive-an-object" },
      { id: "many", text: { ko: "예가 모자라면 외워 버려서", en: "With few, it learns by heart" }, correct: true },
      { id: "same", text: { ko: "세 학습의 규칙을 맞추려고", en: "So that all rules are alike" }, misconception: "one-threshold" },
    ],
    explanation: {
      ko: "CNN은 가중치가 많아서 정답 상자만으로는 예가 모자라요. 조금 어긋난 상자까지 넣으면 양성이 30배쯤 늘어요.",
      en: "A CNN has many weights and true boxes are few. Boxes that are a little off make about 30 times as many positives.",
    },
  },

  {
    form: "choice",
    id: "far-pair",
    prompt: {
      ko: "강아지와 IoU가 0.2인 후보를 상자 회귀의 학습에 넣으면 왜 해로울까요?",
      en: "Why would a proposal with an IoU of 0.2 with a dog harm the training of box regression?",
    },
    options: [
      { id: "unseen", text: { ko: "옮길 방향이 그림에 안 보여요", en: "It does not show where to move" }, correct: true },
      {
        id: "count",
        text: { ko: "양성이 늘어 모두 커지기만 해요", en: "More positives make boxes grow" },
        misconception: "regressor-learns-from-all",
      },
      { id: "cnn", text: { ko: "CNN의 가중치까지 흔들어 놓아요", en: "It shakes the CNN's weights, too" }, misconception: "end-to-end" },
    ],
    explanation: {
      ko: "물체가 거의 안 들어온 그림에서는 어디로 얼마나 옮길지 읽을 수 없어요. 그래서 0.6을 넘는 짝만 배워요.",
      en: "A crop that holds hardly any of the object does not tell where it lies. So only pairs above 0.6 are learnt from.",
    },
  },

  workedPlan,

  {
    form: "choice",
    id: "shared-pixels",
    prompt: {
      ko: "두 후보가 픽셀의 90%를 나눠 가져요. R-CNN은 그 픽셀의 특징을 어떻게 계산하나요?",
      en: "Two proposals share 90% of their pixels. How does R-CNN compute the features there?",
    },
    options: [
      { id: "once", text: { ko: "한 번만 하고 나눠 써요", en: "Once, and shares them" }, misconception: "one-pass-for-all" },
      { id: "best", text: { ko: "더 나은 후보만 계산해요", en: "For the better one alone" }, misconception: "one-positive-an-object" },
      { id: "twice", text: { ko: "후보마다 새로 계산해요", en: "Anew for each of the two" }, correct: true },
    ],
    explanation: {
      ko: "후보마다 눌린 그림이 다르고 CNN을 따로 지나요. 한 번 계산해 나눠 쓰는 것이 Fast R-CNN의 생각이에요.",
      en: "Each is warped by itself and passes the CNN by itself. To compute once and share is Fast R-CNN's idea.",
    },
  },

  bill,
]);
