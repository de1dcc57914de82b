import { defineQuestions } from "@/lib/questions";
import { countPasses, halfStride, hottestPlace, makeMap, meanDrop, neverCovered, whatChanges, whatItAdds, workedPlan } from "./asked";

export const questions = defineQuestions([
  {
    form: "choice",
    id: "to-repeat-it",
    prompt: {
      ko: "누군가 보여 준 가리기 맵을 똑같이 다시 만들려면, 그림과 모델 말고 무엇이 더 있어야 하나요?",
      en: "To make somebody’s occlusion map again exactly, what is needed besides the picture and the model?",
    },
    options: [
      { id: "settings", text: { ko: "조각의 크기와 색, 보폭", en: "Patch size, stride, colour" }, correct: true },
      { id: "nothing", text: { ko: "더 필요한 것은 없어요", en: "There is nothing else to it" }, misconception: "patch-does-not-matter" },
      { id: "gradients", text: { ko: "모든 픽셀에서의 기울기", en: "The gradient at every pixel" }, misconception: "needs-the-gradient" },
    ],
    explanation: {
      ko: "무엇을 얼마나 크게, 어떤 간격으로 대신 넣었는지가 질문의 일부예요. 어떤 점수를 읽었는지도 적어요.",
      en: "What was put there, how large and how closely, is part of the question; so is which score was read.",
    },
  },
  {
    form: "choice",
    id: "only-scores",
    prompt: {
      ko: "어느 서비스는 그림을 보내면 클래스의 점수만 돌려줘요. 이 모델을 가리기로 살펴볼 수 있을까요?",
      en: "A service takes pictures and returns class scores, nothing else. Can its model be looked at by occlusion?",
    },
    options: [
      { id: "no", text: { ko: "아니요, 기울기를 못 구해요", en: "No: gradients are out of reach" }, misconception: "needs-the-gradient" },
      { id: "once", text: { ko: "네, 그림 한 장이면 돼요", en: "Yes: it takes a single request" }, misconception: "stride-is-free" },
      { id: "yes", text: { ko: "네, 가린 만큼 보내면 돼요", en: "Yes: one request for each place" }, correct: true },
    ],
    explanation: {
      ko: "가린 그림을 한 장씩 보내고 점수를 받아요. 안을 볼 필요는 없지만 여러 번 보내야 해요.",
      en: "Each hidden picture is one request. Nothing inside is needed, but the requests are many.",
    },
  },
  countPasses,
  {
    form: "choice",
    id: "two-ears",
    prompt: {
      ko: "왼쪽 귀를 가리면 점수가 3, 오른쪽 귀를 가리면 3만큼 떨어져요. 두 귀를 함께 가리면 얼마나 떨어질까요?",
      en: "Hiding the left ear costs 3 of the score, hiding the right one 3. What does hiding both cost?",
    },
    options: [
      { id: "sum", text: { ko: "더하니까 반드시 6이에요", en: "It has to be 6, the sum" }, misconception: "places-add-up" },
      { id: "same", text: { ko: "센 쪽이 남으니 3이에요", en: "It is 3, the stronger one" }, misconception: "strongest-stays-strongest" },
      { id: "unknown", text: { ko: "둘을 가려 봐야 알아요", en: "Hiding both must tell" }, correct: true },
    ],
    explanation: {
      ko: "귀 하나로 충분하다면 둘을 가릴 때 훨씬 많이, 둘이 다 있어야 한다면 덜 떨어질 수 있어요.",
      en: "If one ear is enough, both may cost far more; if both are needed, less. Single drops do not tell.",
    },
  },
  neverCovered,
  meanDrop,
  {
    form: "choice",
    id: "tiny-patch",
    prompt: {
      ko: "2픽셀 조각으로 만든 맵은 거의 평평해요. 무엇을 뜻할까요?",
      en: "A map made with a patch of 2 pixels is almost flat. What does that mean?",
    },
    options: [
      { id: "exact", text: { ko: "가장 정확한 맵이에요", en: "It is the most exact map" }, misconception: "finer-is-better" },
      { id: "little", text: { ko: "가린 것이 너무 적어요", en: "Far too little was hidden" }, correct: true },
      { id: "always", text: { ko: "더 큰 조각도 똑같아요", en: "A larger one does the same" }, misconception: "patch-does-not-matter" },
    ],
    explanation: {
      ko: "모델은 주위의 픽셀로 알아볼 수 있어요. 조각은 모델이 쓰는 것을 가릴 만큼 커야 해요.",
      en: "The model gets by on the pixels around. A patch has to be large enough to take away what it uses.",
    },
  },
  halfStride,
  hottestPlace,
  {
    form: "choice",
    id: "empty-sky",
    prompt: {
      ko: "빈 하늘에 회색 조각을 놓았더니 ‘비행기’의 점수가 뚝 떨어졌어요. 흰색 조각으로는 그대로예요. 어떻게 읽을까요?",
      en: "On empty sky a grey patch makes “aeroplane” fall sharply; a white one changes nothing. How is that read?",
    },
    options: [
      { id: "sky", text: { ko: "하늘의 그곳에 기대고 있어요", en: "It relies on that spot of sky" }, misconception: "grey-is-nothing" },
      { id: "square", text: { ko: "회색 사각형이 헷갈리게 해요", en: "The grey square confuses it" }, correct: true },
      { id: "mean", text: { ko: "평균만큼 기대는 것이 맞아요", en: "It relies on it by the mean" }, misconception: "average-hides" },
    ],
    explanation: {
      ko: "흰색으로 가려도 없어지는 것은 같은데 점수가 그대로니, 없어진 것이 아니라 새로 생긴 것이 문제예요.",
      en: "White takes the same away and costs nothing, so it is what was put there that matters, not what went.",
    },
  },
  {
    form: "choice",
    id: "under-both",
    prompt: {
      ko: "감소가 한 곳은 회색에서 9, 흰색에서 0이고 다른 곳은 둘 다 4예요. 어느 색으로 가려도 뜨거운 곳은 어디인가요?",
      en: "One place drops by 9 under grey and 0 under white, another by 4 under both. Which is hot whatever the colour?",
    },
    options: [
      { id: "second", text: { ko: "뒤의 곳, 작은 쪽이 커요", en: "The second: the lesser is larger" }, correct: true },
      { id: "mean", text: { ko: "앞의 곳, 평균이 더 커요", en: "The first: the mean is larger" }, misconception: "average-hides" },
      { id: "grey", text: { ko: "앞의 곳, 회색이 더 커요", en: "The first: the grey one is larger" }, misconception: "grey-is-nothing" },
    ],
    explanation: {
      ko: "앞의 곳은 흰색으로 가리면 아무렇지도 않아요. 둘 가운데 작은 감소를 견줘요.",
      en: "Under white the first place does not matter at all. Compare the smaller of the two drops.",
    },
  },
  whatItAdds,
  whatChanges,
  {
    form: "choice",
    id: "under-the-patch",
    prompt: {
      ko: "겹치지 않게 놓은 24픽셀 조각 하나에서만 점수가 떨어졌어요. 맵에서 뜨거운 곳은 어디인가요?",
      en: "Patches of 24 pixels are put side by side, and under one alone the score falls. Where is the map hot?",
    },
    options: [
      { id: "square", text: { ko: "그 조각이 덮은 자리 전체", en: "All over what that patch hid" }, correct: true },
      { id: "corner", text: { ko: "그 조각의 왼쪽 위 한 픽셀", en: "At its upper left pixel alone" }, misconception: "patch-is-a-point" },
      { id: "rest", text: { ko: "그 조각을 뺀 나머지 모두", en: "Everywhere but under that patch" }, misconception: "low-score-is-cold" },
    ],
    explanation: {
      ko: "덮인 픽셀은 모두 같은 감소를 받아요. 조각 안 어디가 문제였는지는 알 수 없어요.",
      en: "Every pixel under it gets that drop. Where inside the patch it mattered cannot be told.",
    },
  },
  makeMap,
  {
    form: "choice",
    id: "sure-model",
    prompt: {
      ko: "어느 곳을 가리니 로짓은 14에서 11로 떨어졌지만 확률은 여전히 1에 가까워요. 확률로 만든 맵에서 그곳은 어떤가요?",
      en: "Hiding a place takes the logit from 14 to 11, while the probability stays close to 1. In a map of probabilities, how hot is the spot?",
    },
    options: [
      { id: "same", text: { ko: "로짓의 맵만큼 뜨거워요", en: "As hot as in the logit’s map" }, misconception: "probability-is-logit" },
      { id: "cold", text: { ko: "거의 변하지 않아 차가워요", en: "Cold: it has hardly moved" }, correct: true },
      { id: "unknown", text: { ko: "기울기를 봐야만 알아요", en: "Unknown without the gradient" }, misconception: "needs-the-gradient" },
    ],
    explanation: {
      ko: "확률은 1에 가까우면 로짓이 꽤 떨어져도 거의 그대로예요. 그래서 보통 로짓으로 재요.",
      en: "Near 1 a probability hardly moves while the logit falls a good deal. So one usually reads the logit.",
    },
  },
  workedPlan,
]);
