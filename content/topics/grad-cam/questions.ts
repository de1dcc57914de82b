import { defineQuestions } from "@/lib/questions";
import { alphaMean, cellValue, channelOrder, formulas, gapWeight, hottestCell, reluFirst } from "./asked";

export const questions = defineQuestions([
  alphaMean,

  cellValue,

  hottestCell,

  channelOrder,

  formulas,

  reluFirst,

  gapWeight,

  {
    form: "choice",
    id: "what-changes",
    prompt: {
      ko: "그림은 그대로 두고 보려는 클래스만 바꿨어요. Grad-CAM의 식에서 무엇이 달라지나요?",
      en: "The picture stays, only the class asked for changes. What changes in Grad-CAM's formula?",
    },
    options: [
      { id: "alpha", text: { ko: "채널마다 곱하는 α", en: "The α of each channel" }, correct: true },
      { id: "maps", text: { ko: "채널들의 값 A", en: "The channels' values A" }, misconception: "any-class-same-map" },
      { id: "none", text: { ko: "바뀌는 것이 없어요", en: "Nothing at all changes" }, misconception: "any-class-same-map" },
    ],
    explanation: {
      ko: "순전파는 클래스를 모르니 A는 그대로예요. 어느 점수에서 기울기를 보내는지만 달라져 α가 바뀌어요.",
      en: "The forward pass knows no class, so A stays. The gradient starts from another score, which gives another α.",
    },
  },

  {
    form: "choice",
    id: "empty-map",
    prompt: {
      ko: "어떤 클래스의 Grad-CAM 맵이 온통 0이에요. 무슨 뜻일까요?",
      en: "Asked for some class, the Grad-CAM map is 0 everywhere. What does that mean?",
    },
    options: [
      { id: "against", text: { ko: "찬성이 이긴 칸이 없어요", en: "No cell is in favour" }, correct: true },
      { id: "gradient", text: { ko: "기울기가 모두 사라졌어요", en: "All gradients vanish" }, misconception: "relu-is-cosmetic" },
      { id: "empty", text: { ko: "그림에 아무것도 없어요", en: "The picture is empty" }, misconception: "cold-is-empty" },
    ],
    explanation: {
      ko: "합이 0 이하인 칸은 ReLU가 모두 0으로 만들어요. ReLU를 끄고 보면 반대하는 증거가 그대로 보여요.",
      en: "The ReLU turns every sum of 0 or less to 0. Switch it off and the evidence against is there to be seen.",
    },
  },

  {
    form: "choice",
    id: "heat-beside",
    prompt: {
      ko: "‘강아지’의 맵을 그렸는데 열기가 강아지 옆에 선 사람 위에 모여요. 무엇을 의심해야 할까요?",
      en: "Asked for “dog”, the heat gathers on the person beside the dog. What should one suspect?",
    },
    options: [
      { id: "cue", text: { ko: "사람을 단서로 배웠을 거예요", en: "It learnt the person as a cue" }, correct: true },
      { id: "bug", text: { ko: "맵을 잘못 계산했을 거예요", en: "The map has been miscomputed" }, misconception: "finds-the-object" },
      { id: "bold", text: { ko: "사람의 윤곽이 굵을 거예요", en: "The person has bolder lines" }, misconception: "bold-is-hot" },
    ],
    explanation: {
      ko: "맵은 물체가 아니라 신경망이 쓴 증거를 보여 줘요. 늘 함께 나온 것은 단서가 돼요. 확인하려면 사람을 뺀 그림을 넣어 봐요.",
      en: "A map shows the evidence that was used, not the object. What always comes along becomes a cue. To check, try pictures without the person.",
    },
  },

  {
    form: "choice",
    id: "cold-cell",
    prompt: {
      ko: "ReLU를 씌우기 전의 맵에서 한 칸이 크게 음수예요. 그 칸은 어떤 곳일까요?",
      en: "Before the ReLU some cell is strongly negative. What kind of place is it?",
    },
    options: [
      { id: "other", text: { ko: "다른 클래스의 증거가 있어요", en: "It shows another class's evidence" }, correct: true },
      { id: "empty", text: { ko: "볼 것이 하나도 없는 곳이에요", en: "It has nothing whatever to see" }, misconception: "cold-is-empty" },
      { id: "faint", text: { ko: "윤곽이 아주 흐린 곳이에요", en: "Its lines are particularly faint" }, misconception: "bold-is-hot" },
    ],
    explanation: {
      ko: "음수가 되려면 α가 음수인 채널이 켜져 있어야 해요. 아무 채널도 켜지지 않은 칸은 0이에요.",
      en: "To be below 0 a channel with a negative α must be on there. A cell where no channel is on has 0.",
    },
  },

  {
    form: "choice",
    id: "which-layer",
    prompt: {
      ko: "두 물체를 서로 가려내는 맵을 얻고 싶어요. 어느 층에서 그릴까요?",
      en: "You want a map that tells two objects apart. At which layer do you draw it?",
    },
    options: [
      { id: "last", text: { ko: "마지막 합성곱 층에서", en: "At the last convolution" }, correct: true },
      { id: "first", text: { ko: "칸이 잔 첫 합성곱 층에서", en: "At the first, finest layer" }, misconception: "map-is-pixels" },
      { id: "any", text: { ko: "가장 또렷해 보이는 층에서", en: "At whichever looks crisp" }, misconception: "crisp-proves-it" },
    ],
    explanation: {
      ko: "깊은 층의 채널은 클래스에 가까운 것에 반응하면서도 아직 자리를 기억해요. 앞쪽 채널은 윤곽과 색에 반응해 두 물체에서 함께 켜져요.",
      en: "Channels of deep layers react to what is close to a class and still know where. Early ones react to edges and colours, which both objects have.",
    },
  },

  {
    form: "choice",
    id: "thin-object",
    prompt: {
      ko: "가느다란 물체의 맵을 그렸더니 얼룩이 물체보다 훨씬 굵어요. 왜일까요?",
      en: "Asked for a thin object, the map shows a blob much wider than it. Why?",
    },
    options: [
      { id: "cells", text: { ko: "굵은 칸을 늘려 그려서", en: "Coarse cells are enlarged" }, correct: true },
      { id: "wrong", text: { ko: "물체를 잘못 찾아내서", en: "It found a wrong object" }, misconception: "finds-the-object" },
      { id: "train", text: { ko: "학습이 아직 모자라서", en: "It needs more training" }, misconception: "needs-retraining" },
    ],
    explanation: {
      ko: "계산한 것은 특징 지도의 칸들뿐이에요. 칸 하나가 여러 픽셀을 덮고, 그 칸이 본 영역은 더 넓어요.",
      en: "Only the cells of the feature map were computed. One covers many pixels, and the part of the picture it has seen is wider still.",
    },
  },

  {
    form: "choice",
    id: "what-it-needs",
    prompt: {
      ko: "이미 학습한 분류기에 완전 연결층이 셋 있어요. Grad-CAM을 쓰려면 무엇을 해야 하나요?",
      en: "A trained classifier ends in three dense layers. What does it need for Grad-CAM?",
    },
    options: [
      { id: "nothing", text: { ko: "기울기만 구하면 돼요", en: "One gradient, nothing more" }, correct: true },
      { id: "gap", text: { ko: "머리를 바꿔 학습해요", en: "Another head, then training" }, misconception: "needs-retraining" },
      { id: "weight", text: { ko: "층 하나의 가중치를 써요", en: "The weights of one layer" }, misconception: "alpha-is-the-fc-weight" },
    ],
    explanation: {
      ko: "미분할 수 있는 층이면 무엇이 뒤에 와도 기울기를 구할 수 있어요. 머리를 바꿔야 하는 것은 CAM이에요.",
      en: "Whatever differentiable layers follow, the gradient can be had. It is CAM that needs another head.",
    },
  },

  {
    form: "choice",
    id: "product",
    prompt: {
      ko: "Guided Grad-CAM의 그림이 아주 또렷해요. 이 또렷함은 무엇을 말해 주나요?",
      en: "A Guided Grad-CAM picture is very crisp. What does the crispness say?",
    },
    options: [
      { id: "guided", text: { ko: "guided 맵이 또렷하다는 것만", en: "That the guided map is crisp" }, correct: true },
      { id: "proof", text: { ko: "그 픽셀들이 진짜 까닭이라고요", en: "That these pixels decided it" }, misconception: "crisp-proves-it" },
      { id: "fine", text: { ko: "Grad-CAM의 칸이 잘다고요", en: "That Grad-CAM's cells are fine" }, misconception: "map-is-pixels" },
    ],
    explanation: {
      ko: "자리는 Grad-CAM에서, 세밀함은 guided backprop에서 와요. guided 맵은 위층의 가중치를 버려도 거의 그대로예요.",
      en: "The place comes from Grad-CAM, the detail from guided backprop, whose map hardly changes even when the top layer's weights are thrown away.",
    },
  },

  {
    form: "choice",
    id: "when-equal",
    prompt: {
      ko: "Grad-CAM과 HiResCAM의 맵이 같아지는 것은 언제인가요?",
      en: "When do Grad-CAM and HiResCAM give the same map?",
    },
    options: [
      { id: "constant", text: { ko: "채널 안에서 기울기가 고를 때", en: "When gradients are even in each map" }, correct: true },
      {
        id: "always",
        text: { ko: "식이 같으니까 언제나 같아요", en: "Always, for the formula is the same" },
        misconception: "cell-by-cell",
      },
      {
        id: "single",
        text: { ko: "한 채널이 맵을 혼자 정할 때", en: "When one channel decides it alone" },
        misconception: "one-channel-decides",
      },
    ],
    explanation: {
      ko: "칸마다 기울기가 같으면 평균하든 칸마다 곱하든 같아요. 평균해서 점수를 내는 신경망의 마지막 층이 그래요.",
      en: "Where every cell of a map has the same gradient, averaging first makes no difference. The last layer of a network that averages it is such a place.",
    },
  },

  {
    form: "choice",
    id: "deeper-map",
    prompt: {
      ko: "물체가 둘인 그림에서 한 물체의 클래스를 골랐어요. 두 층의 Grad-CAM 가운데 더 깊은 층의 맵일 가능성이 큰 쪽은 어느 것일까요?",
      en: "A picture shows two objects and one is asked for. Of the Grad-CAM maps of two layers, which is more likely the deeper layer's?",
    },
    options: [
      { id: "apart", text: { ko: "다른 물체가 덜 뜨거운 쪽", en: "The one with less heat on the other" }, correct: true },
      { id: "wide", text: { ko: "뜨거운 얼룩이 더 넓은 쪽", en: "The one whose hot spot is the wider" }, misconception: "wider-is-deeper" },
      { id: "fine", text: { ko: "맵의 무늬가 더 자잘한 쪽", en: "The one whose pattern is the finer" }, misconception: "deeper-is-finer" },
    ],
    explanation: {
      ko: "깊은 층의 채널은 클래스를 가려요. 그래서 고른 물체에는 열기가 남고 다른 물체에서는 빠져요. 얼룩의 크기는 어느 쪽으로든 달라져요.",
      en: "The channels of a deep layer tell classes apart: heat stays on the object asked for and leaves the other one. The size of the spot may go either way.",
    },
  },

  {
    form: "choice",
    id: "random-head",
    prompt: {
      ko: "배운 신경망에서 마지막 완전 연결층의 가중치만 무작위로 바꿨어요. 마지막 합성곱 층의 Grad-CAM은 어떻게 보일까요?",
      en: "In a trained network only the weights of the last, dense layer are made random. What does Grad-CAM at the last convolution look like?",
    },
    options: [
      { id: "smooth", text: { ko: "매끈해도 물체를 못 가려요", en: "Smooth, but it fits no class" }, correct: true },
      { id: "noise", text: { ko: "칸마다 튀는 잡음 같아요", en: "Noise that jumps cell by cell" }, misconception: "random-is-noise" },
      { id: "same", text: { ko: "배운 맵과 똑같이 보여요", en: "Just like the map of before" }, misconception: "finds-the-object" },
    ],
    explanation: {
      ko: "특징 지도는 배운 그대로라 매끈해요. 달라진 것은 α뿐이고, 그 α는 이제 클래스와 상관없는 채널을 골라요.",
      en: "The feature maps are the learnt ones, so the map is smooth. Only α has changed, and it now picks channels that have nothing to do with the class.",
    },
  },
]);
