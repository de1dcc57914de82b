import { defineQuestions } from "@/lib/questions";
import {
  bestOverlap,
  cornerQuarter,
  fromAreas,
  giouCases,
  giouGap,
  halfShift,
  nested,
  overlapForHalf,
  sameShift,
  unionFormula,
  workedIou,
} from "./asked";

export const questions = defineQuestions([
  halfShift,

  cornerQuarter,

  overlapForHalf,

  unionFormula,

  fromAreas,

  nested,

  workedIou,

  bestOverlap,

  {
    form: "choice",
    id: "scaling",
    prompt: {
      ko: "두 상자를 그림째 두 배로 키우면 IoU는 어떻게 될까요?",
      en: "A picture is enlarged to twice its size, boxes and all. What happens to the IoU?",
    },
    options: [
      { id: "same", text: { ko: "그대로 있어요", en: "It stays the same" }, correct: true },
      { id: "double", text: { ko: "두 배가 돼요", en: "It becomes double" }, misconception: "size-matters" },
      { id: "four", text: { ko: "네 배가 돼요", en: "It becomes fourfold" }, misconception: "size-matters" },
    ],
    explanation: {
      ko: "교집합도 합집합도 네 배가 되니 비는 그대로예요. IoU는 크기에 불변이에요.",
      en: "Intersection and union both grow fourfold, so their ratio stays: IoU is scale-invariant.",
    },
  },

  sameShift,

  {
    form: "choice",
    id: "touching",
    prompt: {
      ko: "연속 좌표로 잰 두 상자가 변만 맞닿아 있어요. IoU는요?",
      en: "In continuous coordinates two boxes touch along an edge only. The IoU?",
    },
    options: [
      { id: "zero", text: { ko: "정확히 0이에요", en: "The IoU is exactly 0" }, correct: true },
      { id: "little", text: { ko: "0보다 조금 커요", en: "The IoU is above 0" }, misconception: "near-counts" },
      { id: "column", text: { ko: "한 줄만큼이에요", en: "One row of pixels" }, misconception: "plus-one" },
    ],
    explanation: {
      ko: "맞닿은 변의 넓이는 0이에요. 연속 좌표에서는 교집합이 없어요.",
      en: "An edge has area 0: with continuous coordinates there is no intersection.",
    },
  },

  {
    form: "choice",
    id: "gap-one-or-eight",
    prompt: {
      ko: "단위 정사각형 둘이 2만큼 떨어진 경우와 5만큼 떨어진 경우, IoU를 견주면요?",
      en: "Unit squares with a gap of 2, and with a gap of 5. How do the IoUs compare?",
    },
    options: [
      { id: "both-zero", text: { ko: "둘 다 0이라 같아요", en: "Equal, as both are 0" }, correct: true },
      { id: "nearer", text: { ko: "가까운 쪽이 더 커요", en: "The nearer is larger" }, misconception: "near-counts" },
      { id: "negative", text: { ko: "먼 쪽은 0보다 작아요", en: "The farther is below 0" }, misconception: "giou-is-iou" },
    ],
    explanation: {
      ko: "IoU는 겹치지 않으면 언제나 0이에요. 거리를 보려면 GIoU가 필요해요: −1/2과 −5/7.",
      en: "Without overlap IoU is always 0. To see distance one needs GIoU: −1/2 and −5/7.",
    },
  },

  giouGap,

  giouCases,

  {
    form: "choice",
    id: "giou-range",
    prompt: { ko: "GIoU가 가질 수 있는 값은요?", en: "Which values can GIoU take?" },
    options: [
      { id: "range", text: { ko: "−1 초과 1 이하", en: "Above −1, up to 1" }, correct: true },
      { id: "iou-range", text: { ko: "0 이상 1 이하", en: "From 0, up to 1" }, misconception: "giou-is-iou" },
      { id: "above-zero", text: { ko: "0 초과 1 이하", en: "Above 0, up to 1" }, misconception: "near-counts" },
    ],
    explanation: {
      ko: "두 상자가 같으면 1, 한없이 멀어지면 빈 곳의 몫이 1에 다가가서 GIoU는 −1에 다가가요.",
      en: "Equal boxes give 1; as they move apart the empty share nears 1, so GIoU nears −1.",
    },
  },

  {
    form: "choice",
    id: "giou-equals-iou",
    prompt: { ko: "겹치는 두 상자에서 GIoU와 IoU가 같아지는 것은 언제인가요?", en: "Two boxes overlap. When does GIoU equal IoU?" },
    options: [
      { id: "filled", text: { ko: "합집합이 감싼 상자를 채울 때", en: "When the union fills the enclosing box" }, correct: true },
      {
        id: "always",
        text: { ko: "두 상자가 조금이라도 겹칠 때", en: "Whenever the two boxes overlap at all" },
        misconception: "giou-is-iou",
      },
      {
        id: "equal-size",
        text: { ko: "두 상자의 크기가 서로 같을 때", en: "When the two boxes have the same size" },
        misconception: "size-matters",
      },
    ],
    explanation: {
      ko: "빼는 값은 감싼 상자의 빈 곳이에요. 크기가 같아도 대각선으로 어긋나면 빈 귀퉁이가 생겨요.",
      en: "What is subtracted is the empty part of the enclosing box. Boxes of equal size shifted diagonally leave empty corners.",
    },
  },

  {
    form: "choice",
    id: "zero-gradient",
    prompt: {
      ko: "1 − IoU를 손실로 써요. 정답과 겹치지 않는 예측에서는 무슨 일이 생길까요?",
      en: "1 − IoU is the loss. What happens to a prediction that does not overlap the right box?",
    },
    options: [
      { id: "no-gradient", text: { ko: "조금 움직여도 손실이 그대로예요", en: "Small moves leave the loss as it was" }, correct: true },
      {
        id: "pulled",
        text: { ko: "가까워질수록 손실이 조금 줄어요", en: "The loss falls a bit as it gets near" },
        misconception: "near-counts",
      },
      {
        id: "strong",
        text: { ko: "손실이 가장 커서 세게 끌려와요", en: "The loss is largest, so it pulls most" },
        misconception: "zero-is-equal",
      },
    ],
    explanation: {
      ko: "IoU는 거기서 0으로 평평해서 배울 방향이 없어요. GIoU 손실은 거리가 줄면 줄어들어서 방향을 줘요.",
      en: "IoU is flat at 0 there and gives no direction. The GIoU loss falls with distance and so gives one.",
    },
  },

  {
    form: "choice",
    id: "legacy",
    prompt: {
      ko: "(0,0,8,8)과 (4,0,12,8)의 IoU가 어떤 코드에서 0.385로 나와요. 왜일까요?",
      en: "Some code gives 0.385 as the IoU of (0,0,8,8) and (4,0,12,8). Why?",
    },
    options: [
      { id: "inclusive", text: { ko: "너비를 x2 − x1 + 1로 세요", en: "It counts widths as x2 − x1 + 1" }, correct: true },
      { id: "right", text: { ko: "두 상자의 바른 값이에요", en: "That value is the right one" }, misconception: "plus-one" },
      { id: "smaller", text: { ko: "작은 상자로 나눠요", en: "It divides by the smaller" }, misconception: "over-smaller" },
    ],
    explanation: {
      ko: "+1이면 교집합 5×9 = 45, 합집합 81 + 81 − 45 = 117이라 0.385예요. 연속 좌표로는 1/3이에요.",
      en: "With +1 the intersection is 5×9 = 45 and the union 81 + 81 − 45 = 117: 0.385. With continuous coordinates it is 1/3.",
    },
  },
]);
