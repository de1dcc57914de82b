import { defineQuestions } from "@/lib/questions";
import {
  backwardOrder,
  closedOrOpen,
  gradientColumns,
  localSlopes,
  nearbyValues,
  twoLayers,
  twoPaths,
  upstream,
  weightEntry,
  whereAdded,
  workedTape,
} from "./asked";

export const questions = defineQuestions([
  twoPaths,

  {
    form: "choice",
    id: "million-weights",
    prompt: {
      ko: "신경망에 가중치가 60,000개 있어요. autograd는 손실의 기울기를 그 모두에 대해 어떻게 구하나요?",
      en: "A network has 60,000 weights. How does autograd get the loss's gradient for all of them?",
    },
    options: [
      { id: "nudge", text: { ko: "가중치를 하나씩 움직여 봐요", en: "By nudging each one" }, misconception: "gradient-by-differences" },
      { id: "back", text: { ko: "테이프를 한 번 되돌아가요", en: "By one pass backward" }, correct: true },
      { id: "formula", text: { ko: "전체의 미분식을 먼저 세워요", en: "By one long formula" }, misconception: "gradient-needs-formula" },
    ],
    explanation: {
      ko: "순전파 한 번, 거슬러 한 번이면 모든 마디의 기울기가 나와요. 하나씩 움직이면 순전파가 60,000번이에요.",
      en: "Once forward and once back gives the gradient of every node. Nudging would take 60,000 forward passes.",
    },
  },

  backwardOrder,
  localSlopes,
  upstream,

  {
    form: "choice",
    id: "negative-through-relu",
    prompt: {
      ko: "순전파 때 ReLU의 입력은 5였어요. 되돌아온 기울기가 −2라면 그 아래로 무엇이 내려가나요?",
      en: "Going forward a ReLU's input was 5. On the way back −2 arrives. What goes on below it?",
    },
    options: [
      { id: "zero", text: { ko: "0이 내려가요", en: "It is 0" }, misconception: "gate-asks-the-signal" },
      { id: "one", text: { ko: "1이 내려가요", en: "It is 1" }, misconception: "upstream-forgotten" },
      { id: "same", text: { ko: "−2가 내려가요", en: "It is −2" }, correct: true },
    ],
    explanation: {
      ko: "ReLU는 순전파의 입력을 봐요. 양수였으니 열려 있고, 내려온 값이 그대로 지나가요.",
      en: "A ReLU asks its forward input. That was positive, so it is open and lets what arrives through.",
    },
  },

  closedOrOpen,
  whereAdded,

  {
    form: "choice",
    id: "where-tf-turns",
    prompt: {
      ko: "TF.js의 dense 층은 W를 in × out으로 두고 x·W를 계산해요. W가 전치되어 나오는 곱은 어느 것인가요?",
      en: "A dense layer of TF.js keeps W as in × out and computes x·W. In which product does W stand transposed?",
    },
    options: [
      { id: "both", text: { ko: "앞뒤의 모든 곱에서요", en: "In every one of them" }, misconception: "always-transpose" },
      { id: "back", text: { ko: "∂L/∂x를 구할 때예요", en: "In that of ∂L/∂x alone" }, correct: true },
      { id: "none", text: { ko: "어느 곱에도 안 나와요", en: "In no product at all" }, misconception: "never-transpose" },
    ],
    explanation: {
      ko: "앞으로 갈 때 그대로였으니 되돌아올 때 g·Wᵀ로 서요. torch에서는 거꾸로예요.",
      en: "It stood as it is going forward, so it is turned on the way back: g·Wᵀ. In torch it is the other way round.",
    },
  },

  weightEntry,

  {
    form: "choice",
    id: "torch-input-gradient",
    prompt: {
      ko: "선형층이 y = x·Wᵀ + b를 계산하고 g = ∂L/∂y예요. ∂L/∂x는 무엇인가요?",
      en: "A linear layer computes y = x·Wᵀ + b, and g = ∂L/∂y. What is ∂L/∂x?",
    },
    options: [
      { id: "turned", text: { ko: "g·Wᵀ", en: "g·Wᵀ" }, misconception: "input-gradient-transposed" },
      { id: "plain", text: { ko: "g·W", en: "g·W" }, correct: true },
      { id: "other", text: { ko: "gᵀ·x", en: "gᵀ·x" }, misconception: "weight-gradient-turned" },
    ],
    explanation: {
      ko: "앞으로 갈 때 돌린 W는 되돌아올 때 그대로예요. gᵀ·x는 W의 기울기예요.",
      en: "W was turned going forward, so it stands as it is on the way back. gᵀ·x is the gradient of W.",
    },
  },

  gradientColumns,

  {
    form: "choice",
    id: "square-sizes",
    prompt: {
      ko: "예도 4개, 입력도 4개, 출력도 4개인 층이에요. ∂L/∂x로 g·W와 g·Wᵀ 가운데 무엇이 옳은지 어떻게 알까요?",
      en: "A layer has 4 examples, 4 inputs and 4 outputs. How does one know which of g·W and g·Wᵀ is ∂L/∂x?",
    },
    options: [
      { id: "rule", text: { ko: "앞에서 한 곱을 보고 정해요", en: "By the forward product" }, correct: true },
      { id: "shape", text: { ko: "모양이 맞는 쪽을 골라요", en: "By the shape that fits" }, misconception: "shapes-fit-so-right" },
      { id: "always", text: { ko: "늘 전치하는 쪽을 골라요", en: "By turning it anyway" }, misconception: "always-transpose" },
    ],
    explanation: {
      ko: "정사각형은 무엇을 곱해도 모양이 맞아요. 앞에서 W를 돌렸는지가 정해 줘요.",
      en: "With squares every product fits. What decides is whether W was turned going forward.",
    },
  },

  twoLayers,
  nearbyValues,
  workedTape,
]);
