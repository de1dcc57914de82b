import { figureIn } from "@/lib/challenges/figures";
import { defineTopic } from "@/lib/challenges/topic";
import { josa } from "@/lib/words";
import measured from "./figures.json" with { type: "json" };

const figure = figureIn(measured);

export const topic = defineTopic({
  id: "occlusion",
  version: 1,
  track: "visualization",
  group: "analyse",
  order: 290,
  title: { ko: "가리기 (occlusion)", en: "Occlusion" },
  summary: {
    ko: "그림의 한 곳을 가리고 점수가 얼마나 떨어지는지 재서, 모델이 무엇에 기대는지 기울기 없이 알아봐요.",
    en: "Hide a piece of the picture, measure how far the score falls, and learn what the model relies on without any gradient.",
  },
  prerequisites: [],
  misconceptions: [
    {
      id: "patch-does-not-matter",
      claim: { ko: "가리기 맵은 그림과 모델만으로 정해져요.", en: "An occlusion map depends on the picture and the model alone." },
      correction: {
        ko: `조각의 크기, 보폭, 색도 질문의 일부예요. 가장 뜨거운 곳조차 회색과 다른 색에서 같은 것은 ${figure("fill-same")}뿐이에요. 맵과 함께 셋을 적어요.`,
        en: `Size, stride and colour of the patch are part of the question. Even the hottest place is the same under grey and another colour in ${figure("fill-same")} of our pictures only. State all three with the map.`,
      },
    },
    {
      id: "low-score-is-cold",
      claim: { ko: "가렸을 때 점수가 낮은 곳은 맵에서도 차가워요.", en: "Where the hidden score is low, the map is cold." },
      correction: {
        ko: "맵은 감소, 곧 가리지 않은 점수 − 가린 점수예요. 가린 점수가 낮을수록 뜨거워요.",
        en: "The map shows the drop: the bare score less the hidden one. The lower the hidden score, the hotter the place.",
      },
    },
    {
      id: "needs-the-gradient",
      claim: { ko: "가리기 맵을 만들려면 기울기가 필요해요.", en: "An occlusion map needs the gradient." },
      correction: {
        ko: "가린 그림을 넣고 점수를 읽을 뿐이에요. 안을 볼 수 없는 모델에도 돼요.",
        en: "It only puts hidden pictures in and reads scores, so it works for a model that cannot be looked into.",
      },
    },
    {
      id: "places-add-up",
      claim: {
        ko: "두 곳을 함께 가리면 감소는 각각의 감소를 더한 값이에요.",
        en: "Hide two places at once, and the drop is the sum of their drops.",
      },
      correction: {
        ko: `서로를 대신하는 두 곳은 하나만 가리면 티가 안 나요. 반대로 둘 다 있어야 하는 곳은 둘을 가려도 하나만큼만 떨어져요. 우리 그림의 ${figure("triple-differs")}에서 함께 가장 아픈 셋은 하나씩 가장 아픈 셋이 아니었어요.`,
        en: `Two places that stand in for each other are hardly missed one at a time; two that are both needed cost no more than one. In ${figure("triple-differs")} of our pictures the worst three together are not the three worst alone.`,
      },
    },
    {
      id: "strongest-stays-strongest",
      claim: {
        ko: "하나씩 가렸을 때 가장 아픈 곳은 다른 곳과 함께여도 가장 아파요.",
        en: "The place that costs most alone also costs most beside others.",
      },
      correction: {
        ko: "이미 가린 곳이 무엇이냐에 따라 다음 곳의 값이 달라져요. 함께 가려 봐야 알아요.",
        en: "What a place costs depends on what is hidden already. Only hiding them together tells.",
      },
    },
    {
      id: "sum-not-mean",
      claim: { ko: "조각에 더 여러 번 덮인 픽셀일수록 더 뜨거워요.", en: "A pixel is the hotter the more patches cover it." },
      correction: {
        ko: "덮은 조각들의 감소를 더한 뒤 조각 수로 나눠요. 가장자리는 덜 덮이지만 그래서 차가워지지는 않아요.",
        en: "The drops of the patches over a pixel are added and divided by their number. Edges are covered less often, and are not colder for it.",
      },
    },
    {
      id: "patch-is-a-point",
      claim: { ko: "한 조각의 감소는 조각의 왼쪽 위 한 점에 적혀요.", en: "A patch’s drop is written where its upper left corner stands." },
      correction: {
        ko: "조각이 가린 모든 픽셀이 그 감소를 받아요. 그래서 맵은 조각의 크기만큼 번져요.",
        en: "Every pixel under the patch gets its drop, which is why a map is as blurred as the patch is wide.",
      },
    },
    {
      id: "finer-is-better",
      claim: { ko: "조각이 작을수록 더 정확한 맵이에요.", en: "The smaller the patch, the more exact the map." },
      correction: {
        ko: `너무 작은 조각은 아무것도 없애지 못해요. 가장 큰 감소의 평균이 4픽셀에서는 ${figure("largest-4")}, 32픽셀에서는 ${josa(figure("largest-32"), "이에요/예요")}(로짓).`,
        en: `A tiny patch removes nothing. Our largest drop is ${figure("largest-4")} logits on average with 4 pixels and ${figure("largest-32")} with 32.`,
      },
    },
    {
      id: "grey-is-nothing",
      claim: { ko: "회색 조각은 ‘아무것도 없음’이에요.", en: "A grey patch is “nothing”." },
      correction: {
        ko: "모델에게는 회색 사각형이 있는 그림이에요. 배운 적 없는 그림이라 그 자체로 점수를 바꿀 수 있어요.",
        en: "To the model it is a picture with a grey square in it, one that it never learnt from, and that alone may change the score.",
      },
    },
    {
      id: "average-hides",
      claim: {
        ko: "두 색의 감소를 평균 내면 어느 색으로도 뜨거운 곳을 알 수 있어요.",
        en: "The mean of two colours’ drops tells which places are hot under both.",
      },
      correction: {
        ko: "한 색에서만 아주 뜨거워도 평균은 높아요. 둘 다에서 뜨거운지는 작은 쪽이 말해 줘요.",
        en: "One very hot colour makes a high mean by itself. Hot under both is what the smaller of the two says.",
      },
    },
    {
      id: "stride-is-free",
      claim: { ko: "보폭을 반으로 줄여도 드는 시간은 비슷해요.", en: "Halving the stride costs about the same." },
      correction: {
        ko: "가로와 세로로 다 늘어나서 순전파가 네 배쯤 들어요.",
        en: "There are more places both ways: about four times as many forward passes.",
      },
    },
    {
      id: "border-covers-itself",
      claim: {
        ko: "조각이 끝까지 못 가도 남은 픽셀은 알아서 덮여요.",
        en: "If the last patch stops short of the border, the rest is covered somehow.",
      },
      correction: {
        ko: "조각은 그림 안에만 놓여요. (변 − 조각)이 보폭으로 나누어떨어지지 않으면 끝의 픽셀은 한 번도 가려지지 않아요.",
        en: "Patches lie inside the picture. Unless side less patch is a multiple of the stride, the last pixels are never hidden.",
      },
    },
    {
      id: "passes-in-a-row",
      claim: { ko: "순전파의 수는 한 변에 놓이는 조각의 수예요.", en: "There are as many passes as patches along a side." },
      correction: {
        ko: "줄마다 그만큼씩 놓이니까 그 수의 제곱이에요.",
        en: "Every row has as many, so it is that number squared.",
      },
    },
    {
      id: "probability-is-logit",
      claim: { ko: "로짓으로 재든 확률로 재든 맵은 같아요.", en: "Read by logit or by probability, the map is the same." },
      correction: {
        ko: "확률은 다른 클래스의 로짓이 변해도 움직이고, 1에 가까우면 로짓이 떨어져도 거의 그대로예요.",
        en: "A probability also moves when other classes’ logits do, and near 1 it hardly moves while the logit falls.",
      },
    },
  ],
  references: [
    {
      title: "Visualizing and Understanding Convolutional Networks",
      authors: "M. D. Zeiler, R. Fergus",
      year: 2014,
      url: "https://arxiv.org/abs/1311.2901",
    },
    {
      title: "RISE: Randomized Input Sampling for Explanation of Black-box Models",
      authors: "V. Petsiuk, A. Das, K. Saenko",
      year: 2018,
      url: "https://arxiv.org/abs/1806.07421",
    },
    {
      title: "Top-down Neural Attention by Excitation Backprop",
      authors: "J. Zhang, Z. Lin, J. Brandt, X. Shen, S. Sclaroff",
      year: 2016,
      url: "https://arxiv.org/abs/1608.00507",
    },
  ],
});
