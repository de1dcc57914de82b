import { defineQuestions } from "@/lib/questions";
import { apOfList, evaluationSteps, meanOfClasses, recallAtCut, whatWentWrong, whichIsRight, workedEvaluation } from "./asked";

export const questions = defineQuestions([
  {
    form: "choice",
    id: "what-it-answers",
    prompt: {
      ko: "물체가 몇 개인지 모르는 그림을 검출기에 넣어요. 무엇이 나오나요?",
      en: "A detector gets a picture, and nobody knows how many objects are in it. What comes out?",
    },
    options: [
      {
        id: "single",
        text: { ko: "그림마다 클래스 하나와 상자 하나", en: "One class and one box for the whole picture" },
        misconception: "one-box-per-picture",
      },
      { id: "many", text: { ko: "있는 만큼의 클래스, 상자, 점수", en: "Any number of classes, boxes and scores" }, correct: true },
      {
        id: "each",
        text: { ko: "클래스마다 상자와 점수 하나씩", en: "One box and one score for every class" },
        misconception: "one-box-per-picture",
      },
    ],
    explanation: {
      ko: "검출기는 (클래스, 상자, 점수)를 물체가 있는 만큼 답해요. 한 클래스가 여럿일 수도, 하나도 없을 수도 있어요.",
      en: "A detector answers with a (class, box, score) for each object it sees: several of one class, or none at all.",
    },
  },

  evaluationSteps,

  recallAtCut,

  {
    form: "choice",
    id: "found-twice",
    prompt: {
      ko: "강아지 한 마리에 검출이 둘이에요. 점수 .9는 IoU .6, 점수 .7은 IoU .9예요. 기준 IoU가 .5면요?",
      en: "One dog, two detections: score .9 with IoU .6, and score .7 with IoU .9. The match IoU is .5. Which is right?",
    },
    options: [
      { id: "both", text: { ko: "둘 다 참 양성이에요", en: "Both are true positives" }, misconception: "duplicates-count" },
      { id: "fit", text: { ko: ".7만 참 양성이에요", en: "Only .7 is a true positive" }, misconception: "best-fit-wins" },
      { id: "score", text: { ko: ".9만 참 양성이에요", en: "Only .9 is a true positive" }, correct: true },
    ],
    explanation: {
      ko: "점수 순서로 판정하니까 .9가 먼저 강아지를 차지해요. 뒤에 온 검출은 더 꼭 맞아도 중복이에요.",
      en: "Judged by falling score, .9 takes the dog first. The later one is a duplicate, however well it fits.",
    },
  },

  whichIsRight,

  {
    form: "choice",
    id: "on-the-cat",
    prompt: {
      ko: "고양이와 IoU .95인 검출이 ‘강아지’라고 답했어요. 그림에 강아지는 없어요. 이 검출은?",
      en: "A detection with IoU .95 on a cat says “dog”. There is no dog in the picture. What is it?",
    },
    options: [
      { id: "tp", text: { ko: "강아지의 참 양성", en: "True positive of class dog" }, misconception: "class-does-not-matter" },
      { id: "fp", text: { ko: "강아지의 거짓 양성", en: "False positive of class dog" }, correct: true },
      { id: "cat", text: { ko: "고양이의 참 양성", en: "True positive of class cat" }, misconception: "class-does-not-matter" },
    ],
    explanation: {
      ko: "짝짓기는 클래스마다 따로예요. 강아지의 순위에서는 아무것도 찾지 못한 검출이고, 고양이는 놓친 채로 남아요.",
      en: "Classes are matched separately. In the ranking of dogs it finds nothing, and the cat remains missed.",
    },
  },

  {
    form: "choice",
    id: "difficult",
    prompt: {
      ko: "‘어려움’ 표시가 있는 버스를 검출이 IoU .8로 찾았어요. 버스의 AP에서 어떻게 되나요?",
      en: "A detection finds a bus that is marked difficult, with IoU .8. What happens in the AP of buses?",
    },
    options: [
      { id: "fp", text: { ko: "거짓 양성이 하나 늘어나요", en: "One more false positive is counted" }, misconception: "ignored-is-false" },
      { id: "tp", text: { ko: "참 양성이 하나 늘어나요", en: "One more true positive is counted" }, misconception: "difficult-counts" },
      { id: "none", text: { ko: "어느 쪽으로도 세지 않아요", en: "It is not counted in either way" }, correct: true },
    ],
    explanation: {
      ko: "어려운 물체는 찾아야 할 수에 들어가지 않고, 그것을 찾은 검출은 순위에서 빠진 것과 같아요.",
      en: "A difficult object does not count among those to be found, and a detection that finds it is left out of the ranking.",
    },
  },

  apOfList,

  {
    form: "choice",
    id: "slide-the-cut",
    prompt: {
      ko: "검출을 모두 넘겨 잰 AP가 있어요. 화면에 보일 점수 임계값을 .3에서 .6으로 올리면 이 AP는?",
      en: "An AP was measured from all detections. The score threshold for what is shown goes up from .3 to .6. What does this AP do?",
    },
    options: [
      { id: "stays", text: { ko: "전혀 움직이지 않아요", en: "It does not move at all" }, correct: true },
      { id: "rises", text: { ko: "오답이 줄어 올라가요", en: "It rises: fewer errors" }, misconception: "ap-moves-with-the-cut" },
      { id: "falls", text: { ko: "재현율을 따라 내려가요", en: "It falls with the recall" }, misconception: "score-cut-first" },
    ],
    explanation: {
      ko: "임계값은 이미 그려진 곡선 위의 한 점을 고를 뿐이에요.",
      en: "The threshold picks a point of a curve that is already drawn.",
    },
  },

  {
    form: "choice",
    id: "hand-in-less",
    prompt: {
      ko: "점수 .5 아래를 버리고 평가했더니 AP가 그대로예요. 무엇을 알 수 있나요? (AP는 포락선 아래 넓이)",
      en: "Everything below .5 was dropped before the evaluation, and the AP is the same (area under the envelope). What follows?",
    },
    options: [
      {
        id: "rule",
        text: { ko: ".5 아래는 원래 세지 않아요", en: "Below .5 nothing is ever counted" },
        misconception: "score-cut-first",
      },
      { id: "no-tp", text: { ko: ".5 아래에 참 양성이 없어요", en: "Below .5 there was no true positive" }, correct: true },
      {
        id: "always",
        text: { ko: "버린 만큼 정밀도가 올랐어요", en: "The precision rose just as much" },
        misconception: "ap-moves-with-the-cut",
      },
    ],
    explanation: {
      ko: "꼬리에 있는 거짓 양성은 앞의 곡선을 바꾸지 못해요. 참 양성이 하나라도 잘려 나갔다면 AP는 내려가요.",
      en: "False positives in the tail change nothing before them. Had there been a true positive among them, the AP would have fallen.",
    },
  },

  {
    form: "choice",
    id: "swap-two",
    prompt: {
      ko: "순위가 T F인데 두 점수를 맞바꿔 F T가 되었어요. 물체는 하나예요. AP는?",
      en: "A ranking reads T F. Two scores change places and it reads F T. There is one object. What happens to the AP?",
    },
    options: [
      { id: "same", text: { ko: "상자가 같으니 1 그대로", en: "It stays at 1: same boxes" }, misconception: "order-does-not-matter" },
      { id: "half", text: { ko: "1에서 절반으로 줄어요", en: "It falls from 1 to a half" }, correct: true },
      { id: "both", text: { ko: "두 번 다 절반이에요", en: "It is a half both times" }, misconception: "ap-is-final-precision" },
    ],
    explanation: {
      ko: "T F면 첫 검출에서 재현율 1에 정밀도 1, F T면 재현율 1에서 정밀도가 2분의 1이에요.",
      en: "With T F recall 1 is reached at precision 1, with F T at precision one half.",
    },
  },

  whatWentWrong,

  {
    form: "choice",
    id: "stricter-match",
    prompt: {
      ko: "검출은 그대로 두고 기준 IoU만 .5에서 .75로 올려요. IoU가 .6인 참 양성 하나는 어떻게 되나요?",
      en: "The detections stay, and the match IoU goes up from .5 to .75. What becomes of a true positive with IoU .6?",
    },
    options: [
      { id: "fp", text: { ko: "FP가 되고 물체는 놓쳐요", en: "An FP, and its object is missed" }, correct: true },
      { id: "tp", text: { ko: ".5를 넘으니 그대로 TP예요", en: "Still a TP, since it is above .5" }, misconception: "always-half" },
      { id: "free", text: { ko: "FP일 뿐, 놓친 것은 안 세요", en: "An FP, and a miss costs nothing" }, misconception: "misses-are-free" },
    ],
    explanation: {
      ko: "기준에 못 미치니 거짓 양성이 되고, 다른 검출이 찾지 못하면 물체는 놓친 것이 돼요. 한 번에 둘을 잃어요.",
      en: "It falls short and becomes a false positive, and unless another finds it, its object is missed: two losses at once.",
    },
  },

  meanOfClasses,

  workedEvaluation,

  {
    form: "choice",
    id: "never-found",
    prompt: {
      ko: "물체는 4개이고 점수 순서로 판정한 순위는 T T F예요. 포락선 아래 넓이로 잰 AP는?",
      en: "There are 4 objects, and the ranking reads T T F. What is the AP as the area under the envelope?",
    },
    options: [
      { id: "one", text: { ko: "1: 놓친 건 안 세요", en: "1: misses do not count" }, misconception: "misses-are-free" },
      { id: "half", text: { ko: "1/2: 절반을 놓쳤어요", en: "1/2: half were missed" }, correct: true },
      { id: "thirds", text: { ko: "2/3: 셋 중 둘 맞아요", en: "2/3: two of three hit" }, misconception: "ap-is-final-precision" },
    ],
    explanation: {
      ko: "재현율 1/2까지는 정밀도가 1이고, 닿지 못한 나머지는 0이에요. 꼬리의 거짓 양성은 넓이를 바꾸지 않아요.",
      en: "Precision is 1 up to recall 1/2; what is never reached counts 0. The false positive in the tail changes nothing.",
    },
  },
]);
