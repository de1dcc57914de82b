import { defineQuestions } from "@/lib/questions";
import { firstStep, keptCount, softGaussian, softLinear, strongOverlap, whatIsCompared, workedNms } from "./asked";

export const questions = defineQuestions([
  firstStep,

  whatIsCompared,

  keptCount,

  {
    form: "choice",
    id: "raise-threshold",
    prompt: {
      ko: "같은 상자에서 임계값을 0.4에서 0.7로 올려요. 대개 어떻게 되나요?",
      en: "The threshold goes up from 0.4 to 0.7 on the same boxes. What usually happens?",
    },
    options: [
      { id: "more", text: { ko: "남는 상자가 늘어요", en: "More boxes are kept" }, correct: true },
      { id: "fewer", text: { ko: "남는 상자가 줄어요", en: "Fewer boxes are kept" }, misconception: "higher-drops-more" },
      { id: "strong", text: { ko: "점수가 0.7 넘는 것만 남아요", en: "Scores above 0.7 stay" }, misconception: "threshold-is-score" },
    ],
    explanation: {
      ko: "0.7보다 더 겹쳐야 지워지니까 중복이 남기 쉬워요.",
      en: "A box must now overlap by more than 0.7 to fall, so duplicates survive more easily.",
    },
  },

  {
    form: "choice",
    id: "too-low",
    prompt: {
      ko: "바짝 붙어 선 두 사람의 상자가 IoU 0.3으로 겹쳐요. 임계값이 0.1이면 어떻게 되나요?",
      en: "Two people stand close together; their boxes overlap with IoU 0.3. What happens at a threshold of 0.1?",
    },
    options: [
      { id: "lost", text: { ko: "한 사람의 상자가 지워져요", en: "One person's box falls" }, correct: true },
      { id: "clean", text: { ko: "사람마다 중복만 사라져요", en: "Only duplicates vanish" }, misconception: "lower-is-safer" },
      { id: "double", text: { ko: "두 사람 다 중복이 남아요", en: "Both keep duplicates" }, misconception: "higher-drops-more" },
    ],
    explanation: {
      ko: "조금만 겹쳐도 지우니까 진짜 이웃까지 사라져요.",
      en: "Even a small overlap now suppresses, so a real neighbour disappears.",
    },
  },

  {
    form: "choice",
    id: "chain",
    version: 2,
    prompt: {
      ko: "클래스가 같은 상자 셋이 있어요. A(.95)가 B(.85)를 지웠어요. C(.7)는 B와 IoU .6, A와 IoU .3이에요. t = .5면 C는 어떻게 되나요?",
      en: "Three boxes of one class. A (.95) dropped B (.85). C (.7) has IoU .6 with B and .3 with A. With t = .5, what becomes of C?",
    },
    options: [
      { id: "stays", text: { ko: "끝까지 살아남아요", en: "It survives in the end" }, correct: true },
      { id: "by-b", text: { ko: "B 때문에 지워져요", en: "It falls because of B" }, misconception: "fallen-still-suppress" },
      { id: "low", text: { ko: "점수가 낮아 지워져요", en: "It falls for its score" }, misconception: "high-score-survives" },
    ],
    explanation: {
      ko: "B는 이미 지워져서 아무도 지우지 못해요. A와의 IoU는 .3뿐이에요.",
      en: "B is gone and drops nobody; with A the IoU is only .3.",
    },
  },

  {
    form: "choice",
    id: "rider",
    prompt: {
      ko: "말(.9), 그 위의 사람(.8), 멀리 있는 다른 말(.4)이 있어요. 사람과 앞의 말은 IoU .6으로 겹쳐요. 클래스별 NMS에서 t = .5면 무엇이 남나요?",
      en: "A horse (.9), its rider (.8) and another horse (.4) far away. Rider and first horse overlap with IoU .6. What is left by NMS for each class with t = .5?",
    },
    options: [
      { id: "all", text: { ko: "세 상자 모두", en: "All the boxes" }, correct: true },
      { id: "horses", text: { ko: "말 상자 둘만", en: "The two horses" }, misconception: "across-classes" },
      { id: "first", text: { ko: "앞의 말 하나만", en: "The first horse" }, misconception: "only-the-best" },
    ],
    explanation: {
      ko: "클래스가 다르면 서로 비교하지 않고, 두 말은 서로 겹치지 않아요.",
      en: "Boxes of different classes are never compared, and the two horses do not overlap.",
    },
  },

  {
    form: "choice",
    id: "high-score-falls",
    prompt: {
      ko: "클래스가 같은 상자 가운데 점수 .93은 지워지고 .27은 남았어요. 그럴 수 있나요?",
      en: "Of the boxes of one class, one scoring .93 fell and one scoring .27 stayed. Can that be?",
    },
    options: [
      { id: "yes", text: { ko: "네, 더 좋은 상자와 겹쳤다면요", en: "Yes, if a better box overlapped it" }, correct: true },
      {
        id: "no",
        text: { ko: "아니요, 높은 점수는 늘 남아요", en: "No, since a higher score always stays" },
        misconception: "high-score-survives",
      },
      {
        id: "score",
        text: { ko: "임계값이 .27보다 낮을 때만요", en: "Only if the threshold is below .27" },
        misconception: "threshold-is-score",
      },
    ],
    explanation: {
      ko: "누구와 겹치느냐가 중요해요. 점수는 비교하는 순서를 정해요.",
      en: "What matters is whom a box overlaps; scores set the order of comparison.",
    },
  },

  {
    form: "choice",
    id: "greedy",
    prompt: { ko: "NMS를 “탐욕적”이라고 부르는 까닭은 무엇인가요?", en: "Why is NMS called greedy?" },
    options: [
      { id: "moment", text: { ko: "그때그때 고르고 되돌아보지 않아서", en: "It takes the best and never looks back" }, correct: true },
      {
        id: "optimal",
        text: { ko: "점수의 합이 가장 큰 묶음을 찾아서", en: "It finds the set with the highest total" },
        misconception: "greedy-is-optimal",
      },
      {
        id: "one",
        text: { ko: "그림에서 상자를 하나만 남겨 둬서", en: "It leaves only one box in the picture" },
        misconception: "only-the-best",
      },
    ],
    explanation: {
      ko: "되돌아보지 않으니 전체로 보면 최적이 아닐 수 있어요.",
      en: "It never revises a choice, so the kept set need not be the best overall.",
    },
  },

  {
    form: "choice",
    id: "soft-what",
    prompt: { ko: "Soft-NMS는 겹치는 상자를 어떻게 하나요?", en: "What does Soft-NMS do to an overlapping box?" },
    options: [
      { id: "decay", text: { ko: "겹친 만큼 점수를 낮춰요", en: "It lowers the box's score" }, correct: true },
      { id: "drop", text: { ko: "지우되 절반만 지워요", en: "It drops half of such boxes" }, misconception: "soft-drops" },
      { id: "raise", text: { ko: "임계값을 올려 더 지워요", en: "It raises the threshold" }, misconception: "higher-drops-more" },
    ],
    explanation: {
      ko: "지우지 않고 점수를 깎은 뒤, 다시 가장 높은 것부터 골라요.",
      en: "Nothing is dropped at once: scores decay by the overlap, and the best remaining box is taken next.",
    },
  },

  softLinear,

  softGaussian,

  {
    form: "choice",
    id: "strictly-greater",
    prompt: {
      ko: "먼저 남긴 상자와의 IoU가 정확히 0.6인 상자가 있고 t = 0.6이에요. torchvision의 nms는 이 상자를 어떻게 하나요?",
      en: "A box has an IoU of exactly 0.6 with a kept box, and t = 0.6. What does torchvision's nms do with it?",
    },
    options: [
      { id: "keeps", text: { ko: "남겨요. 더 커야 지우니까요", en: "It keeps it: at t no box falls" }, correct: true },
      {
        id: "drops",
        text: { ko: "지워요. t가 높아 더 지워요", en: "It drops it: a high t drops more" },
        misconception: "higher-drops-more",
      },
      {
        id: "score",
        text: { ko: "점수가 0.6을 넘어야 남겨요", en: "It keeps it if it scores above 0.6" },
        misconception: "threshold-is-score",
      },
    ],
    explanation: {
      ko: "torchvision은 “초과”일 때 지우고, TF.js의 nonMaxSuppression은 “이상”일 때 지워요. 구현마다 달라요.",
      en: "torchvision drops above t; TF.js's nonMaxSuppression drops at or above it. Implementations differ.",
    },
  },

  {
    form: "choice",
    id: "when-done",
    prompt: { ko: "NMS는 언제 끝나나요?", en: "When does NMS stop?" },
    options: [
      { id: "empty", text: { ko: "모든 상자가 남거나 지워졌을 때", en: "When every box was kept or dropped" }, correct: true },
      {
        id: "first",
        text: { ko: "첫 상자를 남긴 바로 다음이에요", en: "Right after the first box was kept" },
        misconception: "only-the-best",
      },
      {
        id: "below",
        text: { ko: "점수가 임계값보다 낮아졌을 때", en: "When a score is below the threshold" },
        misconception: "threshold-is-score",
      },
    ],
    explanation: {
      ko: "가장 좋은 것을 남기고 지우는 일을 상자가 다 정해질 때까지 되풀이해요.",
      en: "Keep the best, drop its overlaps, repeat until every box is decided.",
    },
  },

  {
    form: "choice",
    id: "order-matters",
    version: 2,
    prompt: {
      ko: "클래스가 같은 A, B, C가 있어요. A와 B, B와 C의 IoU는 .6이고 A와 C의 IoU는 .3이에요. 점수는 B > A > C, t = .5예요. 무엇이 남나요?",
      en: "A, B and C are of one class. A and B, and B and C, have IoU .6; A and C have .3. Scores B > A > C, t = .5. What is left?",
    },
    options: [
      { id: "one", text: { ko: "B 하나", en: "Only B" }, correct: true },
      { id: "two", text: { ko: "A와 C", en: "A and C" }, misconception: "greedy-is-optimal" },
      { id: "three", text: { ko: "셋 다", en: "All three" }, misconception: "high-score-survives" },
    ],
    explanation: {
      ko: "B가 먼저 뽑혀 A와 C를 모두 지워요. A와 C를 함께 남기는 쪽은 고려하지 않아요.",
      en: "B is taken first and drops both; that A and C together might be better is never considered.",
    },
  },

  strongOverlap,

  workedNms,

  {
    form: "choice",
    id: "false-alarm",
    prompt: {
      ko: "아무것도 없는 자리에 점수 .15인 상자가 혼자 있어요. t = .5로 NMS만 돌리면요?",
      en: "A box scoring .15 stands alone where nothing is. What does NMS alone do with it, at t = .5?",
    },
    options: [
      { id: "keeps", text: { ko: "남겨요. 겹치는 것이 없어서요", en: "It keeps it: nothing overlaps it" }, correct: true },
      {
        id: "object",
        text: { ko: "지워요. 아무 물체도 없어서요", en: "It drops it: no object is there" },
        misconception: "one-per-object",
      },
      {
        id: "score",
        text: { ko: "지워요. 점수가 t보다 낮아서요", en: "It drops it: its score is below t" },
        misconception: "threshold-is-score",
      },
    ],
    explanation: {
      ko: "NMS는 그림을 보지 않고 겹침만 봐요. 이런 상자를 거르는 것은 점수 임계값이에요.",
      en: "NMS never looks at the picture, only at overlaps. The score threshold is what removes such a box.",
    },
  },

  {
    form: "choice",
    id: "which-threshold",
    prompt: {
      ko: "클래스가 같은 상자 둘이 IoU .6으로 겹쳐요. 점수가 낮은 쪽은 t가 .5일 때와 .7일 때 어떻게 되나요?",
      en: "Two boxes of one class overlap with IoU .6. What becomes of the lower-scored one at t = .5 and at t = .7?",
    },
    options: [
      { id: "depends", text: { ko: ".5면 지워지고 .7이면 남아요", en: "It falls at .5 and stays at .7" }, correct: true },
      { id: "falls", text: { ko: ".5에서도 .7에서도 지워져요", en: "It falls at .5 and also at .7" }, misconception: "always-half" },
      {
        id: "reverse",
        text: { ko: ".5면 남고 .7이면 지워져요", en: "It stays at .5 and falls at .7" },
        misconception: "higher-drops-more",
      },
    ],
    explanation: {
      ko: "IoU가 임계값보다 커야 지워요. 임계값은 고르는 값이에요.",
      en: "It falls only where its IoU exceeds the threshold, and the threshold is a choice.",
    },
  },
]);
