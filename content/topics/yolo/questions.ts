import { defineQuestions } from "@/lib/questions";
import { centreX, countNumbers, leftEdge, relativeTo, scoreOfBox, steps, whichCell, whoIsLost, workedBox } from "./asked";

export const questions = defineQuestions([
  {
    form: "choice",
    id: "how-often",
    prompt: {
      ko: "거리 사진에 사람 6명과 자동차 9대가 있어요. YOLO의 CNN은 이 사진에서 몇 번 도나요?",
      en: "A street photo holds 6 people and 9 cars. How often does YOLO's CNN run over it?",
    },
    options: [
      { id: "once", text: { ko: "물체가 몇이든 한 번", en: "Once, whatever it holds" }, correct: true },
      { id: "each", text: { ko: "후보가 나올 때마다 한 번", en: "Once for each proposal" }, misconception: "is-two-stage" },
      { id: "cells", text: { ko: "물체를 덮은 칸마다 한 번", en: "Once a cell with objects" }, misconception: "every-covered-cell" },
    ],
    explanation: {
      ko: "그림 전체가 CNN을 한 번 지나면 모든 칸의 수가 한꺼번에 나와요. 물체의 수는 시간을 바꾸지 않아요.",
      en: "One pass over the whole picture gives the numbers of all cells at once. How many objects there are changes nothing.",
    },
  },

  countNumbers,

  {
    form: "choice",
    id: "two-boxes-before",
    prompt: {
      ko: "YOLOv1에서 한 칸의 두 상자는 학습을 시작할 때 무엇이 다른가요?",
      en: "How do the two boxes of a YOLOv1 cell differ when training begins?",
    },
    options: [
      { id: "ratio", text: { ko: "미리 정한 가로세로 비율", en: "In a ratio that is set" }, misconception: "v1-has-anchors" },
      { id: "nothing", text: { ko: "정해 둔 것은 하나도 없음", en: "In nothing that is set" }, correct: true },
      { id: "spare", text: { ko: "하나는 쓰고 하나는 예비", en: "In that one is a spare" }, misconception: "first-box-answers" },
    ],
    explanation: {
      ko: "모양을 정해 두는 것은 v2의 앵커예요. v1의 두 상자는 처음 가중치만 다르고, 맡은 물체를 배우면서 갈라질 수 있어요.",
      en: "Shapes that are set beforehand are v2's anchors. In v1 only random weights differ; what each answers for may drive them apart.",
    },
  },

  whichCell,

  {
    form: "choice",
    id: "cells-of-a-bus",
    prompt: {
      ko: "버스의 정답 상자가 칸 12개를 덮어요. 버스로 상자의 좌표를 배우는 칸은 몇 개인가요?",
      en: "A bus's true box covers 12 cells. How many of them learn the place of a box from it?",
    },
    options: [
      { id: "all", text: { ko: "덮은 칸 모두 다", en: "All of them alike" }, misconception: "every-covered-cell" },
      { id: "one", text: { ko: "오직 한 칸뿐", en: "Just one of them" }, correct: true },
      { id: "two", text: { ko: "상자마다 한 칸", en: "One for each box" }, misconception: "v1-has-anchors" },
    ],
    explanation: {
      ko: "가운데가 놓인 칸 하나만 맡아요. 나머지 칸은 버스를 덮고 있어도 확신값 0을 배워요.",
      en: "Only the cell of the centre. The others learn a confidence of 0, though they hold parts of the bus.",
    },
  },

  {
    form: "choice",
    id: "box-of-each",
    prompt: {
      ko: "칸 하나에 강아지와 고양이의 가운데가 함께 놓였어요. 이 칸의 상자 둘이 하나는 강아지, 하나는 고양이라고 답할 수 있나요?",
      en: "The centres of a dog and a cat lie in one cell. Can one of its two boxes say dog and the other cat?",
    },
    options: [
      { id: "each", text: { ko: "네, 클래스는 상자마다 있어서", en: "Yes: each box has its class" }, misconception: "class-per-box" },
      { id: "no", text: { ko: "아니요, 클래스 값은 한 벌이라", en: "No: there is one set of values" }, correct: true },
      {
        id: "share",
        text: { ko: "네, 두 물체가 나눠 가지니까", en: "Yes: the two share the boxes" },
        misconception: "everybody-has-a-box",
      },
    ],
    explanation: {
      ko: "한 칸의 상자는 모두 같은 클래스 값을 곱해요. 어느 클래스의 값이 더 크든 두 상자에 똑같이 들어가요.",
      en: "All boxes of a cell are multiplied by the same class values: whichever class leads, it leads for both.",
    },
  },

  whoIsLost,

  {
    form: "choice",
    id: "which-box-learns",
    prompt: {
      ko: "물체를 맡은 칸의 상자 둘은 이래요. 1번: 확신값 0.9, 물체와의 IoU 0.4. 2번: 확신값 0.2, IoU 0.6. 좌표를 배우는 상자는 어느 것인가요?",
      en: "The two boxes of an object's cell: box 1 has confidence 0.9 and an IoU of 0.4 with it, box 2 confidence 0.2 and an IoU of 0.6. Which learns the object's place?",
    },
    options: [
      { id: "sure", text: { ko: "확신값이 높은 1번", en: "Box 1, surer of it" }, misconception: "confidence-decides" },
      { id: "close", text: { ko: "IoU가 더 큰 2번", en: "Box 2, closer to it" }, correct: true },
      { id: "both", text: { ko: "둘 다, IoU만큼씩", en: "Both, by their IoU" }, misconception: "every-box-its-iou" },
    ],
    explanation: {
      ko: "학습에서는 정답 상자가 있으니 IoU를 잴 수 있고, IoU가 가장 큰 상자 하나가 맡아요. 1번은 확신값 0을 배워요.",
      en: "In training the true box is known, so IoUs can be measured, and the highest decides. Box 1 is taught a confidence of 0.",
    },
  },

  {
    form: "choice",
    id: "taught-confidence",
    prompt: {
      ko: "물체를 맡은 상자가 지금 물체와 IoU 0.35로 겹쳐요. 이 상자의 확신값은 무엇을 배우나요?",
      en: "The box that answers for an object has an IoU of 0.35 with it at present. What is its confidence taught?",
    },
    options: [
      { id: "one", text: { ko: "1, 물체가 있어서", en: "1: something is there" }, misconception: "target-is-one" },
      { id: "iou", text: { ko: "0.35, 그만큼 맞아서", en: "0.35: that is the fit" }, correct: true },
      { id: "zero", text: { ko: "0, 아직 안 맞아서", en: "0: it fits too badly" }, misconception: "larger-box-decides" },
    ],
    explanation: {
      ko: "확신값은 Pr(물체) × IoU예요. 물체가 있으니 지금의 IoU를 배우고, 상자가 나아지면 배울 값도 커져요.",
      en: "Confidence is Pr(object) × IoU. As there is an object, it is taught the present IoU, which grows as the box gets better.",
    },
  },

  relativeTo,
  centreX,
  leftEdge,

  {
    form: "choice",
    id: "flock",
    prompt: {
      ko: "멀리 나는 새 떼가 몇 칸에 빽빽이 모여 있어요. YOLOv1은 왜 많이 놓치나요?",
      en: "A flock of birds far away fills a few cells densely. Why does YOLOv1 miss most of them?",
    },
    options: [
      { id: "shared", text: { ko: "한 칸이 한 물체씩만 배워서", en: "A cell learns but one object" }, correct: true },
      { id: "box", text: { ko: "칸보다 작은 상자는 못 내서", en: "Boxes are as large as cells" }, misconception: "cell-is-box" },
      { id: "propose", text: { ko: "새마다 후보가 나오지 않아서", en: "It does not propose each one" }, misconception: "is-two-stage" },
    ],
    explanation: {
      ko: "가운데가 한 칸에 모이면 하나만 남아요. 논문도 새 떼처럼 작은 물체가 모인 그림을 약점으로 들어요.",
      en: "Where centres share a cell, one is kept. The paper itself names flocks of birds as a weakness.",
    },
  },

  {
    form: "choice",
    id: "same-five-pixels",
    prompt: {
      ko: "두 상자의 너비가 똑같이 5픽셀씩 넓어요. 정답은 하나가 30픽셀, 하나가 300픽셀이에요. YOLO의 손실은 어떤가요?",
      en: "Two boxes are each 5 pixels too wide. One should be 30 pixels wide, the other 300. How do their losses in YOLO compare?",
    },
    options: [
      { id: "alike", text: { ko: "둘이 똑같아요", en: "They pay the same loss" }, misconception: "same-error-everywhere" },
      { id: "small", text: { ko: "작은 쪽이 커요", en: "The small one pays more" }, correct: true },
      { id: "large", text: { ko: "큰 쪽이 더 커요", en: "The large one pays more" }, misconception: "larger-box-decides" },
    ],
    explanation: {
      ko: "√w의 차이를 제곱하니까요. 제곱근은 큰 수에서 완만해서 같은 5픽셀이 작게 보여요.",
      en: "The difference of √w is squared, and a square root is flatter for large numbers: there the same 5 pixels weigh less.",
    },
  },

  scoreOfBox,

  {
    form: "choice",
    id: "empty-cell",
    prompt: {
      ko: "물체의 가운데가 하나도 없는 칸은 YOLO의 손실에서 무엇을 내나요?",
      en: "What does a cell without any object's centre pay in YOLO's loss?",
    },
    options: [
      { id: "nothing", text: { ko: "아무것도 안 내요", en: "Nothing whatsoever" }, misconception: "empty-cells-pay-nothing" },
      { id: "confidence", text: { ko: "확신값 몫만 내요", en: "For confidence alone" }, correct: true },
      { id: "all", text: { ko: "다섯 몫을 다 내요", en: "For all five parts" }, misconception: "every-covered-cell" },
    ],
    explanation: {
      ko: "확신값을 0으로 내려야 하니 그 몫만 내요. 견줄 상자와 클래스가 없어서 좌표와 클래스의 몫은 없어요.",
      en: "Its confidences are to be 0. There is no box and no class to compare with, so place and class do not count.",
    },
  },

  steps,
  workedBox,
]);
