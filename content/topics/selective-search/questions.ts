import { defineQuestions } from "@/lib/questions";
import { colourOverlap, fillOfTwo, howManyRegions, rankPairs, workedWay } from "./asked";

export const questions = defineQuestions([
  howManyRegions,
  colourOverlap,
  fillOfTwo,
  rankPairs,
  workedWay,
  {
    form: "choice",
    id: "which-boxes",
    prompt: { ko: "어떤 영역의 상자가 후보가 되나요?", en: "Which regions give a proposal?" },
    options: [
      { id: "all", text: { ko: "그동안 있었던 모든 영역", en: "Every region that ever existed" }, correct: true },
      { id: "last", text: { ko: "다 합치고 끝에 남은 영역", en: "The regions left at the end" }, misconception: "left-over-regions" },
      { id: "known", text: { ko: "물체라고 알아본 영역들", en: "Only those seen as objects" }, misconception: "knows-objects" },
    ],
    explanation: {
      ko: "작은 물체는 처음 조각이거나 일찍 생기고, 큰 물체는 나중에 생겨요. 그래서 모든 단계를 남겨요.",
      en: "Small objects are segments or early merges, large ones come late, so every stage is kept.",
    },
  },
  {
    form: "choice",
    id: "twins-apart",
    prompt: {
      ko: "같은 빨강인 두 영역이 그림의 양 끝에 있어요. 이 둘은 바로 합쳐질 수 있나요?",
      en: "Two regions of the same red lie at opposite ends of a picture. Can they merge right away?",
    },
    options: [
      { id: "no", text: { ko: "아니요, 서로 닿지 않아서요", en: "No, since they do not touch" }, correct: true },
      { id: "yes", text: { ko: "네, 가장 비슷한 짝이니까요", en: "Yes, as the most alike pair" }, misconception: "alike-anywhere" },
      { id: "colour", text: { ko: "네, 색이 정확히 같으니까요", en: "Yes, since the colour is equal" }, misconception: "colour-is-enough" },
    ],
    explanation: { ko: "견주는 것은 닿아 있는 짝뿐이에요.", en: "Only pairs that touch are ever compared." },
  },
  {
    form: "choice",
    id: "why-size",
    prompt: { ko: "크기를 합에 넣는 까닭은 무엇인가요?", en: "Why is size part of the sum?" },
    options: [
      { id: "even", text: { ko: "큰 영역이 이웃을 다 삼키지 않게", en: "So that no giant swallows all" }, correct: true },
      { id: "always", text: { ko: "작은 둘이 언제나 먼저 합쳐지게", en: "So that small ones always lead" }, misconception: "small-first" },
      {
        id: "objects",
        text: { ko: "물체의 크기를 미리 알아맞히게", en: "So that object sizes are known" },
        misconception: "knows-objects",
      },
    ],
    explanation: {
      ko: "크기 값은 작은 둘에게 높아서, 그림 곳곳의 영역이 고르게 자라요.",
      en: "It is high for two small regions, so that regions grow evenly all over the picture.",
    },
  },
  {
    form: "choice",
    id: "hole",
    prompt: {
      ko: "바퀴 안의 작은 축처럼 한 영역이 다른 영역에 둘러싸여 있어요. 어느 값이 높아지나요?",
      en: "One region lies inside another, like a hub in a wheel. Which measure is raised by that?",
    },
    options: [
      { id: "fill", text: { ko: "채움, 상자가 커지지 않아서", en: "Fill: the box does not grow" }, correct: true },
      { id: "colour", text: { ko: "색, 안과 밖이 늘 같아서", en: "Colour: inside equals outside" }, misconception: "colour-is-enough" },
      { id: "none", text: { ko: "없어요, 색과 크기만 보니까", en: "None: colour and size decide" }, misconception: "fill-is-forgotten" },
    ],
    explanation: {
      ko: "둘을 함께 두른 상자가 바깥 영역의 상자 그대로라 빈 곳이 오히려 줄어요.",
      en: "The box around both is the outer one's own, and the inner region fills part of it.",
    },
  },
  {
    form: "choice",
    id: "after-merge",
    prompt: { ko: "두 영역이 합쳐진 다음에는 무엇을 하나요?", en: "Two regions have merged. What comes next?" },
    options: [
      { id: "renew", text: { ko: "새 영역과 이웃의 값을 다시 재요", en: "Measure the new one's neighbours" }, correct: true },
      { id: "list", text: { ko: "처음 목록의 다음 짝을 합쳐요", en: "Merge the next pair of the list" }, misconception: "list-made-once" },
      { id: "class", text: { ko: "새 영역의 클래스를 알아봐요", en: "Find the class of the new region" }, misconception: "knows-objects" },
    ],
    explanation: {
      ko: "새 영역은 크기도 색도 달라졌으니, 닿은 이웃과의 유사도를 새로 재요.",
      en: "Its size and colours are others by now, so its similarities are worked out anew.",
    },
  },
  {
    form: "choice",
    id: "first-box",
    prompt: {
      ko: "선택적 탐색이 첫 번째로 내놓은 상자에는 무엇이 들어 있을까요?",
      en: "What is in the box that selective search ranks first?",
    },
    options: [
      { id: "unknown", text: { ko: "아무도 몰라요, 순서에 운이 섞여요", en: "Nobody knows: luck is in the order" }, correct: true },
      {
        id: "sure",
        text: { ko: "가장 물체 같다고 계산된 것이에요", en: "What was judged the likeliest object" },
        misconception: "order-is-confidence",
      },
      {
        id: "class",
        text: { ko: "가장 잘 알아본 클래스의 물체예요", en: "The object that it recognised best" },
        misconception: "knows-objects",
      },
    ],
    explanation: {
      ko: "순서는 단계의 번호 × 무작위 수예요. 물체다움을 매기지 않아요.",
      en: "The order is the place in the hierarchy times a random number. No score for being an object exists.",
    },
  },
  {
    form: "choice",
    id: "two-coloured",
    prompt: {
      ko: "흰 셔츠에 검은 바지를 입은 사람이 하늘 앞에 서 있어요. 사람 전체의 상자는 어떻게 생길 수 있나요?",
      en: "Somebody in a white shirt and black trousers stands before the sky. How can a box for the whole person come about?",
    },
    options: [
      { id: "merge", text: { ko: "크기와 채움 덕분에 둘이 합쳐져요", en: "Size and fill can bring both together" }, correct: true },
      {
        id: "colour",
        text: { ko: "색이 달라서 전혀 생길 수 없어요", en: "It cannot, since the colours differ" },
        misconception: "colour-is-enough",
      },
      {
        id: "knows",
        text: { ko: "사람인 것을 알아보고 합쳐 줘요", en: "The person is recognised and merged" },
        misconception: "knows-objects",
      },
    ],
    explanation: {
      ko: "색은 다르지만 둘 다 작고 맞닿아 상자를 잘 채워서, 넓은 하늘과 합쳐지기 전에 만날 수 있어요.",
      en: "Their colours differ, but both are small and fill their common box, so they may meet before the wide sky takes either.",
    },
  },
  {
    form: "choice",
    id: "training",
    prompt: {
      ko: "새로운 클래스 “코끼리”를 찾으려고 해요. 선택적 탐색은 무엇을 다시 해야 하나요?",
      en: "A new class, “elephant”, is to be found. What has to be redone in selective search?",
    },
    options: [
      { id: "nothing", text: { ko: "없어요, 클래스를 묻지 않아요", en: "Nothing: it asks for no class" }, correct: true },
      { id: "train", text: { ko: "코끼리 사진으로 다시 배워요", en: "Train it on elephant pictures" }, misconception: "knows-objects" },
      { id: "rank", text: { ko: "코끼리를 앞에 놓게 고쳐요", en: "Make it rank elephants first" }, misconception: "order-is-confidence" },
    ],
    explanation: {
      ko: "배우는 것도 클래스도 없어요. 다시 배우는 것은 상자를 알아보는 다음 단계예요.",
      en: "It learns nothing and knows no class. What is trained again is the stage that looks into the boxes.",
    },
  },
]);
