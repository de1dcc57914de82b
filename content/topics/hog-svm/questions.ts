import { defineQuestions } from "@/lib/questions";
import { barHeight, descriptorLength, gradientSize, hardNegative, pipeline, whatFor, whichBar, workedVote } from "./asked";

export const questions = defineQuestions([
  {
    form: "choice",
    id: "level-border",
    prompt: {
      ko: "위는 하늘이라 밝고 아래는 바다라 어두워요. 수평선에서 기울기는 어느 쪽을 가리키나요?",
      en: "Bright sky above, dark sea below. Where does the gradient at the horizon point?",
    },
    options: [
      { id: "up", text: { ko: "위의 밝은 하늘 쪽", en: "Up, to the bright sky" }, correct: true },
      { id: "along", text: { ko: "옆의 수평선 쪽으로", en: "Along the horizon line" }, misconception: "bars-along-the-edge" },
      { id: "none", text: { ko: "아래의 다음 픽셀 쪽", en: "Down, to the next pixel" }, misconception: "next-pixel" },
    ],
    explanation: {
      ko: "기울기는 어두운 쪽에서 밝은 쪽을 가리켜요. 경계선과 수직이에요.",
      en: "It points from dark to bright, across the border.",
    },
  },

  gradientSize,

  whichBar,

  barHeight,

  {
    form: "choice",
    id: "what-is-hog",
    prompt: { ko: "HOG가 창 하나에서 만드는 것은 무엇인가요?", en: "What does HOG make of a window?" },
    options: [
      { id: "cells", text: { ko: "칸마다 방향의 히스토그램", en: "A histogram of directions in each cell" }, correct: true },
      {
        id: "object",
        text: { ko: "물체마다 기울기 하나씩", en: "One gradient for each object it shows" },
        misconception: "gradient-of-each-object",
      },
      { id: "count", text: { ko: "방향마다 픽셀을 센 개수", en: "The count of pixels in each direction" }, misconception: "counts-pixels" },
    ],
    explanation: {
      ko: "칸마다 방향별로 기울기의 크기를 더해요. 물체를 알아보는 것은 그다음의 SVM이에요.",
      en: "In each cell, gradient sizes are added up by direction. Recognising is left to the SVM.",
    },
  },

  {
    form: "choice",
    id: "one-against-many",
    prompt: {
      ko: "한 칸에 30°를 가리키는 크기 40의 기울기 하나와, 110°를 가리키는 크기 2의 기울기 열 개가 있어요. 어느 막대가 더 높나요?",
      en: "A cell has one gradient of size 40 at 30° and ten of size 2 at 110°. Which bar is higher?",
    },
    options: [
      { id: "one", text: { ko: "30°의 막대", en: "That of 30°" }, correct: true },
      { id: "ten", text: { ko: "110°의 막대", en: "That of 110°" }, misconception: "counts-pixels" },
      { id: "sum", text: { ko: "가운데 막대", en: "One between" }, misconception: "gradient-of-each-object" },
    ],
    explanation: { ko: "크기를 더하니까 40과 20이에요.", en: "Sizes are added: 40 against 20." },
  },

  {
    form: "choice",
    id: "after-the-cut",
    prompt: {
      ko: "L2-Hys를 거친 블록에 0.31이라는 수가 있어요. 있을 수 있는 일인가요?",
      en: "A block that has been through L2-Hys holds the number 0.31. Can that be?",
    },
    options: [
      { id: "yes", text: { ko: "네, 자른 뒤에 다시 나누니까요", en: "Yes: it is divided again after the cut" }, correct: true },
      {
        id: "no",
        text: { ko: "아니요, 0.2에서 잘랐으니까요", en: "No: everything was cut at 0.2 before" },
        misconception: "clip-is-final",
      },
      {
        id: "strong",
        text: { ko: "강한 경계는 자르지 않으니까요", en: "Yes: a strong edge is never cut at all" },
        misconception: "strong-edge-rules",
      },
    ],
    explanation: {
      ko: "0.2에서 자르면 길이가 1보다 짧아져요. 그 길이로 다시 나누면 0.2보다 커져요.",
      en: "The cut leaves a length below 1. Divided by it, numbers rise above 0.2 again.",
    },
  },

  {
    form: "choice",
    id: "shared-vote",
    prompt: {
      ko: "방향이 40°인 기울기를 Dalal과 Triggs처럼 나눠 넣으면(막대 9개, 20°씩) 어떻게 되나요?",
      en: "A gradient at 40° votes as Dalal and Triggs have it (9 bars of 20°). Where does it go?",
    },
    options: [
      { id: "halves", text: { ko: "두 막대에 절반씩", en: "Half to each of two bars" }, correct: true },
      { id: "whole", text: { ko: "한 막대에 통째로", en: "All of it to a single bar" }, misconception: "whole-votes" },
      { id: "one", text: { ko: "두 막대에 하나씩", en: "A count of one to two bars" }, misconception: "counts-pixels" },
    ],
    explanation: {
      ko: "40°는 두 막대의 가운데인 30°와 50°에서 똑같이 떨어져 있어요.",
      en: "40° is equally far from the middles of its two bars, 30° and 50°.",
    },
  },

  descriptorLength,

  pipeline,

  whatFor,

  {
    form: "choice",
    id: "which-line",
    prompt: {
      ko: "두 무리를 모두 나누는 직선이 셋 있어요. 가장 가까운 점까지의 거리는 A가 2, B가 7, C가 4예요. 선형 SVM은 무엇을 고르나요?",
      en: "Three lines all part two clouds. Their nearest points are 2 away from A, 7 from B and 4 from C. Which does a linear SVM take?",
    },
    options: [
      { id: "b", text: { ko: "B: 점에서 가장 머니까", en: "B, as its street is widest" }, correct: true },
      { id: "c", text: { ko: "C: 세 거리의 가운데니까", en: "C, as it lies in the middle" }, misconception: "means-decide" },
      { id: "any", text: { ko: "셋 다: 모두 나누니까", en: "Any, as all of them separate" }, misconception: "any-separating-line" },
    ],
    explanation: {
      ko: "나누는 직선 가운데 가장 가까운 점까지의 거리가 가장 먼 것을 골라요.",
      en: "Of all that separate, it takes the one whose nearest point is furthest.",
    },
  },

  {
    form: "choice",
    id: "who-holds",
    prompt: {
      ko: "서포트 벡터가 아닌 점 하나를 지우고 다시 학습했어요. 경계는 어떻게 되나요?",
      en: "A point that is no support vector is taken away, and the SVM is trained again. What does the border do?",
    },
    options: [
      { id: "stays", text: { ko: "그대로 있어요", en: "It stays just where it was" }, correct: true },
      { id: "mean", text: { ko: "평균을 따라가요", en: "It moves along with the mean" }, misconception: "means-decide" },
      { id: "pair", text: { ko: "새 짝을 찾아가요", en: "It looks for the next pair" }, misconception: "closest-pair-decides" },
    ],
    explanation: { ko: "길은 양쪽에 닿은 점들만 붙잡고 있어요.", en: "Only the points that touch the street hold it." },
  },

  {
    form: "choice",
    id: "what-turns-it",
    prompt: {
      ko: "두 무리가 비스듬히, 길고 가늘게 누워 있어요. 둘 사이의 가장 넓은 길이 어느 방향으로 날지는 무엇이 정하나요?",
      en: "Two clouds lie aslant, long and thin. What sets the direction of the widest street between them?",
    },
    options: [
      { id: "touch", text: { ko: "길에 닿는 양쪽의 점들", en: "The points touching its sides" }, correct: true },
      { id: "means", text: { ko: "두 평균을 잇는 화살표", en: "The arrow from mean to mean" }, misconception: "means-set-direction" },
      { id: "pair", text: { ko: "가장 가까운 점 한 쌍", en: "The closest pair of points" }, misconception: "closest-pair-decides" },
    ],
    explanation: {
      ko: "방향도 자리도 길에 닿는 점들이 정해요. 무리가 길게 누워 있으면 평균을 잇는 화살표는 길과 수직이 아니에요.",
      en: "Its direction and its place are set by the points that touch it. Where clouds lie aslant, the arrow from mean to mean is not square to the street.",
    },
  },

  hardNegative,

  {
    form: "choice",
    id: "more-background",
    prompt: {
      ko: "검출기가 나뭇가지를 자꾸 사람으로 봐요. 학습에 무엇을 더하면 가장 나을까요?",
      en: "A detector keeps taking branches for people. What is best added to its training?",
    },
    options: [
      { id: "hard", text: { ko: "사람으로 잘못 본 배경 창", en: "Background windows it mistook" }, correct: true },
      {
        id: "random",
        text: { ko: "아무렇게나 자른 배경 창", en: "Background windows at random" },
        misconception: "negatives-are-all-alike",
      },
      { id: "mean", text: { ko: "사람 창을 평균한 그림", en: "The mean window of people" }, misconception: "means-decide" },
    ],
    explanation: {
      ko: "경계를 잘못 넘어온 창만 경계를 움직여요. 그것이 어려운 음성이에요.",
      en: "Only windows on the wrong side move the border: hard negatives.",
    },
  },

  {
    form: "choice",
    id: "turned-object",
    prompt: {
      ko: "똑바로 선 병으로 배운 HOG 틀에 옆으로 누운 병을 보여 줬어요. 어떻게 되나요?",
      en: "A HOG template learnt from upright bottles is shown a bottle lying on its side. What happens?",
    },
    options: [
      { id: "misses", text: { ko: "놓쳐요: 다른 막대가 높아요", en: "It misses it: other bars are high" }, correct: true },
      {
        id: "unsigned",
        text: { ko: "찾아요: 부호를 보지 않아요", en: "It finds it: the sign is dropped" },
        misconception: "signed-directions",
      },
      {
        id: "same",
        text: { ko: "찾아요: 기울기는 그대로예요", en: "It finds it: bottles keep theirs" },
        misconception: "gradient-of-each-object",
      },
    ],
    explanation: {
      ko: "90° 돌면 기울기도 90° 돌아서 다른 막대와 다른 칸에 들어가요. 부호가 없어서 같아지는 것은 180°예요.",
      en: "Turned by 90°, gradients go to other bars and other cells. What unsigned bars do not tell apart is 180°.",
    },
  },

  workedVote,
]);
