import { defineQuestions } from "@/lib/challenges/topic";

export const questions = defineQuestions([
  {
    id: "first-step",
    prompt: { ko: "탐욕적 NMS가 가장 먼저 하는 일은 무엇인가요?", en: "What does greedy NMS do first?" },
    options: [
      { id: "sort", text: { ko: "점수가 높은 순서로 늘어놓아요", en: "Sort the boxes by score, best first" }, correct: true },
      {
        id: "cut",
        text: { ko: "점수가 NMS 임계값보다 낮은 상자를 지워요", en: "Remove boxes whose score is below the NMS threshold" },
        misconception: "threshold-is-score",
      },
      {
        id: "best",
        text: { ko: "제일 좋은 상자 하나만 남기고 끝내요", en: "Keep the one best box and stop" },
        misconception: "only-the-best",
      },
    ],
    explanation: {
      ko: "점수로 줄을 세운 다음, 맨 앞의 상자를 남기고 그것과 많이 겹치는 상자를 지워요.",
      en: "Boxes are ranked by score; the first is kept and drops what overlaps it.",
    },
  },
  {
    id: "what-is-compared",
    prompt: { ko: "NMS 임계값 0.5는 무엇과 비교하나요?", en: "What is the NMS threshold 0.5 compared with?" },
    options: [
      { id: "iou", text: { ko: "남긴 상자와의 IoU", en: "The IoU with a kept box" }, correct: true },
      { id: "score", text: { ko: "상자의 점수", en: "The box's score" }, misconception: "threshold-is-score" },
      { id: "total", text: { ko: "남은 상자들의 점수 합", en: "The total score of the kept boxes" }, misconception: "greedy-is-optimal" },
    ],
    explanation: {
      ko: "IoU가 임계값보다 크면 지워요. 점수는 순서를 정할 뿐이에요.",
      en: "A box falls when its IoU with a kept one exceeds the threshold. Scores only set the order.",
    },
  },
  {
    id: "raise-threshold",
    prompt: { ko: "임계값을 0.5에서 0.8로 올리면 어떻게 되나요?", en: "The threshold goes up from 0.5 to 0.8. What happens?" },
    options: [
      { id: "more", text: { ko: "상자가 더 많이 남아요", en: "More boxes are kept" }, correct: true },
      { id: "fewer", text: { ko: "상자가 더 많이 지워져요", en: "More boxes are dropped" }, misconception: "higher-drops-more" },
      {
        id: "strong",
        text: { ko: "점수가 0.8보다 높은 상자만 남아요", en: "Only boxes scoring above 0.8 are kept" },
        misconception: "threshold-is-score",
      },
    ],
    explanation: {
      ko: "0.8보다 더 겹쳐야 지워지니까 중복이 남기 쉬워요.",
      en: "A box must now overlap by more than 0.8 to fall, so duplicates survive more easily.",
    },
  },
  {
    id: "too-low",
    prompt: {
      ko: "나란히 붙어 서 있는 두 사람을 찾을 때 임계값이 0.1이면 무슨 일이 생기기 쉬운가요?",
      en: "Two people stand close together and the threshold is 0.1. What tends to happen?",
    },
    options: [
      {
        id: "lost",
        text: { ko: "한 사람의 상자가 이웃 때문에 지워져요", en: "One person's box is lost to the neighbour's" },
        correct: true,
      },
      { id: "clean", text: { ko: "중복만 깨끗이 사라져요", en: "Only the duplicates vanish" }, misconception: "lower-is-safer" },
      {
        id: "double",
        text: { ko: "두 사람 모두 상자가 여러 개 남아요", en: "Both keep several boxes" },
        misconception: "higher-drops-more",
      },
    ],
    explanation: {
      ko: "조금만 겹쳐도 지우니까 진짜 이웃까지 사라져요.",
      en: "Even a small overlap now suppresses, so a real neighbour disappears.",
    },
  },
  {
    id: "chain",
    prompt: {
      ko: "A(.9)가 B(.8)를 지웠어요. C(.7)는 B와 IoU .6, A와 IoU .3이에요. t = .5면 C는?",
      en: "A (.9) dropped B (.8). C (.7) has IoU .6 with B and .3 with A. With t = .5, what becomes of C?",
    },
    options: [
      { id: "stays", text: { ko: "살아남아요", en: "It survives" }, correct: true },
      { id: "by-b", text: { ko: "B가 지워요", en: "B drops it" }, misconception: "fallen-still-suppress" },
      {
        id: "low",
        text: { ko: "점수가 제일 낮아서 지워져요", en: "It falls because its score is lowest" },
        misconception: "high-score-survives",
      },
    ],
    explanation: {
      ko: "B는 이미 지워져서 아무도 지우지 못해요. A와는 .3만 겹쳐요.",
      en: "B is gone and drops nobody; with A the overlap is only .3.",
    },
  },
  {
    id: "rider",
    prompt: {
      ko: "말(.9)과 그 위의 사람(.8)의 상자가 IoU .6으로 겹쳐요. 클래스별 NMS, t = .5면?",
      en: "A horse (.9) and its rider (.8) overlap with IoU .6. Class-wise NMS, t = .5?",
    },
    options: [
      { id: "both", text: { ko: "둘 다 남아요", en: "Both stay" }, correct: true },
      { id: "horse", text: { ko: "말만 남아요", en: "Only the horse stays" }, misconception: "across-classes" },
      {
        id: "one",
        text: { ko: "점수가 제일 높은 하나만 남아요", en: "Only the best of the picture stays" },
        misconception: "only-the-best",
      },
    ],
    explanation: { ko: "클래스가 다르면 서로 비교하지 않아요.", en: "Boxes of different classes are never compared." },
  },
  {
    id: "high-score-falls",
    prompt: {
      ko: "점수 .88인 상자가 지워지고 .31인 상자가 남았어요. 그럴 수 있나요?",
      en: "A box scoring .88 fell and one scoring .31 stayed. Can that be?",
    },
    options: [
      {
        id: "yes",
        text: {
          ko: "네, 앞의 것은 더 좋은 상자와 겹쳤고 뒤의 것은 혼자였어요",
          en: "Yes: the first overlapped a better box, the second stood alone",
        },
        correct: true,
      },
      {
        id: "no",
        text: { ko: "아니요, 점수가 높은 쪽이 언제나 남아요", en: "No: the higher score always stays" },
        misconception: "high-score-survives",
      },
      {
        id: "score",
        text: { ko: "임계값이 .31보다 낮을 때만요", en: "Only if the threshold is below .31" },
        misconception: "threshold-is-score",
      },
    ],
    explanation: {
      ko: "누구와 겹치느냐가 중요해요. 점수는 비교하는 순서를 정해요.",
      en: "What matters is whom a box overlaps; scores set the order of comparison.",
    },
  },
  {
    id: "greedy",
    prompt: { ko: "NMS를 '탐욕적'이라고 부르는 까닭은?", en: "Why is NMS called greedy?" },
    options: [
      {
        id: "moment",
        text: { ko: "매 순간 가장 좋은 상자를 집고 되돌아보지 않아서", en: "It takes the best box at each moment and never looks back" },
        correct: true,
      },
      {
        id: "optimal",
        text: { ko: "점수의 합이 가장 큰 묶음을 찾아서", en: "It finds the set with the greatest total score" },
        misconception: "greedy-is-optimal",
      },
      { id: "one", text: { ko: "상자를 하나만 남겨서", en: "It keeps only one box" }, misconception: "only-the-best" },
    ],
    explanation: {
      ko: "되돌아보지 않으니 전체로 보면 최적이 아닐 수 있어요.",
      en: "It never revises a choice, so the kept set need not be the best overall.",
    },
  },
  {
    id: "soft-what",
    prompt: { ko: "Soft-NMS는 겹치는 상자를 어떻게 하나요?", en: "What does Soft-NMS do to an overlapping box?" },
    options: [
      { id: "decay", text: { ko: "겹친 만큼 점수를 낮춰요", en: "It lowers the score by the overlap" }, correct: true },
      { id: "drop", text: { ko: "지우되 절반만 지워요", en: "It drops it, but only half of them" }, misconception: "soft-drops" },
      {
        id: "raise",
        text: { ko: "임계값을 자동으로 올려서 더 많이 지워요", en: "It raises the threshold so that more fall" },
        misconception: "higher-drops-more",
      },
    ],
    explanation: {
      ko: "지우지 않고 점수를 깎은 뒤, 다시 가장 높은 것부터 골라요.",
      en: "Nothing is dropped at once: scores decay, and the best remaining box is taken next.",
    },
  },
  {
    id: "soft-linear",
    prompt: {
      ko: "선형 Soft-NMS에서 점수 .9인 상자가 뽑힌 상자와 IoU .6이에요(Nt = .3). 새 점수는?",
      en: "Linear Soft-NMS: a box scoring .9 has IoU .6 with the picked one (Nt = .3). Its new score?",
    },
    options: [
      { id: "036", text: { ko: "0.36", en: "0.36" }, correct: true },
      { id: "000", text: { ko: "0 (지워져요)", en: "0 (it is dropped)" }, misconception: "soft-drops" },
      {
        id: "090",
        text: { ko: "0.9 그대로 (점수가 높아서)", en: "0.9 as before (its score is high)" },
        misconception: "high-score-survives",
      },
    ],
    explanation: { ko: "s·(1 − IoU) = 0.9 × 0.4 = 0.36이에요.", en: "s·(1 − IoU) = 0.9 × 0.4 = 0.36." },
  },
  {
    id: "soft-gaussian",
    prompt: {
      ko: "가우시안 Soft-NMS(σ = .5)에서 점수 .9, IoU .6이면 새 점수는?",
      en: "Gaussian Soft-NMS (σ = .5): score .9, IoU .6. The new score?",
    },
    options: [
      { id: "044", text: { ko: "약 0.438", en: "about 0.438" }, correct: true },
      { id: "000", text: { ko: "0 (지워져요)", en: "0 (it is dropped)" }, misconception: "soft-drops" },
      { id: "090", text: { ko: "0.9 그대로", en: "0.9 as before" }, misconception: "high-score-survives" },
    ],
    explanation: { ko: "0.9 × exp(−0.36 / 0.5) ≈ 0.438이에요.", en: "0.9 × exp(−0.36 / 0.5) ≈ 0.438." },
  },
  {
    id: "strictly-greater",
    prompt: {
      ko: "IoU가 정확히 0.5이고 t = 0.5예요. torchvision의 nms는 어떻게 하나요?",
      en: "The IoU is exactly 0.5 and t = 0.5. What does torchvision's nms do?",
    },
    options: [
      {
        id: "keeps",
        text: { ko: "남겨요. 0.5보다 커야 지우니까요", en: "It keeps the box: it must be greater than 0.5 to fall" },
        correct: true,
      },
      {
        id: "drops",
        text: { ko: "지워요. 임계값이 높을수록 더 지우니까요", en: "It drops it: higher thresholds drop more" },
        misconception: "higher-drops-more",
      },
      {
        id: "score",
        text: { ko: "점수가 0.5보다 높으면 남겨요", en: "It keeps it if its score is above 0.5" },
        misconception: "threshold-is-score",
      },
    ],
    explanation: {
      ko: "torchvision은 '초과'일 때 지우고, TF.js의 nonMaxSuppression은 '이상'일 때 지워요. 구현마다 달라요.",
      en: "torchvision drops above t; TF.js's nonMaxSuppression drops at or above it. Implementations differ.",
    },
  },
  {
    id: "when-done",
    prompt: { ko: "NMS는 언제 끝나나요?", en: "When does NMS stop?" },
    options: [
      { id: "empty", text: { ko: "남기거나 지우지 않은 상자가 없을 때", en: "When every box was kept or dropped" }, correct: true },
      { id: "first", text: { ko: "첫 상자를 남긴 다음", en: "After the first box was kept" }, misconception: "only-the-best" },
      {
        id: "below",
        text: { ko: "점수가 임계값보다 낮은 상자를 만났을 때", en: "At the first box whose score is below the threshold" },
        misconception: "threshold-is-score",
      },
    ],
    explanation: {
      ko: "가장 좋은 것을 남기고 지우는 일을 상자가 다 정해질 때까지 되풀이해요.",
      en: "Keep the best, drop its overlaps, repeat until every box is decided.",
    },
  },
  {
    id: "order-matters",
    prompt: {
      ko: "A와 B가 많이 겹치고 B와 C도 많이 겹치지만 A와 C는 겹치지 않아요. 점수가 B > A > C라면 몇 개가 남나요?",
      en: "A overlaps B, B overlaps C, A and C do not meet. Scores B > A > C. How many stay?",
    },
    options: [
      { id: "one", text: { ko: "1개 (B)", en: "1 (B)" }, correct: true },
      {
        id: "two",
        text: { ko: "2개 (A와 C): 합이 더 크니까요", en: "2 (A and C): their total is greater" },
        misconception: "greedy-is-optimal",
      },
      { id: "three", text: { ko: "3개: 점수가 다 높으면 남아요", en: "3: good scores stay" }, misconception: "high-score-survives" },
    ],
    explanation: {
      ko: "B가 먼저 뽑혀 A와 C를 모두 지워요. 합이 더 큰 A+C는 고려하지 않아요.",
      en: "B is taken first and drops both; that A and C together might be better is never considered.",
    },
  },
  {
    id: "strong-overlap",
    prompt: {
      ko: "가장 좋은 상자 A가 남았어요. 같은 클래스의 B는 A와 IoU .8, C는 IoU .2예요. t = .5면 누가 지워지나요?",
      en: "The best box A is kept. Of the same class, B has IoU .8 with A and C has IoU .2. With t = .5, who falls?",
    },
    options: [
      { id: "b", text: { ko: "B", en: "B" }, correct: true },
      { id: "c", text: { ko: "C: A와 별로 안 닮았으니까", en: "C: it agrees little with A" }, misconception: "overlap-survives" },
      { id: "both", text: { ko: "둘 다: 제일 좋은 하나만 남아요", en: "Both: only the best one stays" }, misconception: "only-the-best" },
    ],
    explanation: {
      ko: "많이 겹치는 B는 같은 물체를 가리키는 중복으로 보고 지워요. 조금 겹치는 C는 다른 물체일 수 있어서 남겨요.",
      en: "B overlaps so much that it counts as a duplicate. C may well be another object, so it stays.",
    },
  },
  {
    id: "false-alarm",
    prompt: {
      ko: "아무것도 없는 자리에 점수 .2인 상자가 혼자 있어요. NMS를 돌리면?",
      en: "A box scoring .2 stands alone where nothing is. What does NMS do with it?",
    },
    options: [
      { id: "keeps", text: { ko: "남겨요. 겹치는 상자가 없으니까요", en: "It keeps it: no box overlaps it" }, correct: true },
      { id: "object", text: { ko: "지워요. 물체가 없으니까요", en: "It drops it: there is no object" }, misconception: "one-per-object" },
      {
        id: "score",
        text: { ko: "지워요. 점수가 t보다 낮으니까요", en: "It drops it: its score is below t" },
        misconception: "threshold-is-score",
      },
    ],
    explanation: {
      ko: "NMS는 그림을 보지 않고 겹침만 봐요. 이런 상자를 거르는 것은 점수 임계값이에요.",
      en: "NMS never looks at the picture, only at overlaps. The score threshold is what removes such a box.",
    },
  },
  {
    id: "which-threshold",
    prompt: {
      ko: "IoU .6으로 겹치는 같은 클래스의 상자 둘이 있어요. 점수가 낮은 쪽은 어떻게 되나요?",
      en: "Two boxes of one class overlap with IoU .6. What becomes of the lower-scored one?",
    },
    options: [
      {
        id: "depends",
        text: { ko: "임계값에 달렸어요: .5면 지워지고 .7이면 남아요", en: "It depends on the threshold: it falls at .5 and stays at .7" },
        correct: true,
      },
      {
        id: "falls",
        text: { ko: "언제나 지워져요. .5를 넘으니까요", en: "It always falls: .6 is above .5" },
        misconception: "always-half",
      },
      {
        id: "reverse",
        text: { ko: ".5면 남고 .7이면 지워져요", en: "It stays at .5 and falls at .7" },
        misconception: "higher-drops-more",
      },
    ],
    explanation: {
      ko: "IoU가 임계값보다 커야 지워요. 임계값은 고르는 값이고, 0.5는 그중 하나일 뿐이에요.",
      en: "It falls only where its IoU exceeds the threshold, and the threshold is a choice; 0.5 is one of many.",
    },
  },
]);
