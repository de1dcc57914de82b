import { defineQuestions } from "@/lib/questions";
import { biasOfPrior, easyShare, evenFlood, letters, timesBelow, whoKeeps, workedBackground } from "./asked";

export const questions = defineQuestions([
  timesBelow,

  evenFlood,

  {
    form: "choice",
    id: "value-of-wrong",
    prompt: {
      ko: "α는 끄고 γ는 2예요. 크게 틀린 예의 focal loss 값은 교차 엔트로피 값과 견줘 어떤가요?",
      en: "α is off, γ is 2. How does the focal value of a badly wrong example compare with its cross-entropy?",
    },
    options: [
      { id: "smaller", text: { ko: "조금 더 작아요", en: "A little smaller" }, correct: true },
      { id: "larger", text: { ko: "훨씬 더 커요", en: "Very much larger" }, misconception: "wrong-is-louder" },
      { id: "depends", text: { ko: "클 때도 있어요", en: "Larger at times" }, misconception: "wrong-is-louder" },
    ],
    explanation: {
      ko: "(1 − pₜ)ᵞ는 1을 넘지 못하니까 값은 커질 수 없어요. 크게 틀린 예는 거의 그대로예요.",
      en: "(1 − pₜ)ᵞ is never above 1, so the value cannot grow. A badly wrong example hardly changes.",
    },
  },

  {
    form: "choice",
    id: "gradient-of-wrong",
    prompt: {
      ko: "α는 끄고 γ는 2예요. pₜ가 0.06인 예에서 focal loss의 로짓에 대한 기울기는 교차 엔트로피의 기울기와 견줘 어떤가요?",
      en: "α is off, γ is 2. For an example with pₜ = 0.06, how does the size of focal loss's gradient on the logit compare with cross-entropy's?",
    },
    options: [
      { id: "larger", text: { ko: "조금 더 커요", en: "A little larger" }, correct: true },
      { id: "never", text: { ko: "언제나 작아요", en: "Always smaller" }, misconception: "value-is-gradient" },
      { id: "much", text: { ko: "열 배 넘어요", en: "Tenfold or more" }, misconception: "wrong-is-louder" },
    ],
    explanation: {
      ko: "값은 작아도 기울기는 조금 더 커요. γ가 2면 많아야 1.2246배예요.",
      en: "Its value is smaller, but its gradient is a little larger: at γ = 2 by a factor of 1.2246 at most.",
    },
  },

  biasOfPrior,

  {
    form: "choice",
    id: "larger-gamma",
    prompt: {
      ko: "γ를 2에서 5로 올렸어요. 점수가 절반쯤인 애매한 물체의 손실 값은 어떻게 되나요?",
      en: "γ goes from 2 to 5. What becomes of the loss value of an unsure object scored about a half?",
    },
    options: [
      { id: "less", text: { ko: "더 작아져요", en: "It shrinks" }, correct: true },
      { id: "more", text: { ko: "더 커져요", en: "It grows" }, misconception: "more-focus-is-better" },
      { id: "same", text: { ko: "그대로 있어요", en: "It stays" }, misconception: "only-easy-shrink" },
    ],
    explanation: {
      ko: "0.5의 거듭제곱이라 γ가 클수록 줄어요. 애매한 물체도 목소리를 잃어요.",
      en: "It is a power of 0.5, so it shrinks as γ grows: unsure objects lose their voice too.",
    },
  },

  {
    form: "choice",
    id: "fastest-share",
    prompt: {
      ko: "γ를 키우면 물체들 안에서 누구의 몫이 가장 빨리 늘까요?",
      en: "As γ grows, whose share among the objects rises fastest?",
    },
    options: [
      { id: "unsure", text: { ko: "애매한 물체예요", en: "The unsure objects'" }, misconception: "more-focus-is-better" },
      { id: "wrong", text: { ko: "틀린 이름표예요", en: "The wrong labels'" }, correct: true },
      { id: "real", text: { ko: "어려운 물체예요", en: "The hard objects'" }, misconception: "hard-means-informative" },
    ],
    explanation: {
      ko: "pₜ가 가장 작은 것의 몫이 늘어요. 잘 배운 모델에게 가장 어려운 것은 흔히 틀린 이름표예요.",
      en: "The share of the smallest pₜ grows. To a model that has learnt well, those are often wrong labels.",
    },
  },

  whoKeeps,

  letters,

  {
    form: "choice",
    id: "small-alpha",
    prompt: {
      ko: "α가 0.2예요. 물체 한 곳과 배경 한 곳의 무게를 견주면요?",
      en: "α is 0.2. How does an object place weigh beside a background place?",
    },
    options: [
      { id: "heavier", text: { ko: "물체가 더 무거워요", en: "The object is heavier" }, misconception: "alpha-lifts-the-rare" },
      { id: "lighter", text: { ko: "물체가 더 가벼워요", en: "The object is lighter" }, correct: true },
      { id: "counts", text: { ko: "개수가 정해 줘요", en: "Their counts decide it" }, misconception: "count-is-loss" },
    ],
    explanation: {
      ko: "물체에는 0.2, 배경에는 0.8을 곱해요.",
      en: "The object is multiplied by 0.2, the background by 0.8.",
    },
  },

  easyShare,

  {
    form: "choice",
    id: "alpha-by-count",
    prompt: {
      ko: "γ = 2로 쉬운 배경을 이미 줄였는데, 물체가 드물다고 α를 0.99로 두면요?",
      en: "γ = 2 has turned the easy background down; now α is set to 0.99 since objects are rare. What happens?",
    },
    options: [
      { id: "even", text: { ko: "두 쪽이 같아져요", en: "Both become equal" }, misconception: "count-is-loss" },
      { id: "ground", text: { ko: "배경만 남게 돼요", en: "Background is left" }, misconception: "alpha-lifts-the-rare" },
      { id: "objects", text: { ko: "물체만 남게 돼요", en: "Objects alone stay" }, correct: true },
    ],
    explanation: {
      ko: "수가 아니라 합을 맞춰야 해요. γ가 배경의 합을 줄였으니 그렇게 큰 α는 물체만 듣게 해요.",
      en: "Sums are to be balanced, not counts. γ has emptied the background's sum already, so such an α leaves objects alone.",
    },
  },

  {
    form: "choice",
    id: "first-step",
    prompt: {
      ko: "편향을 π = 0.01에 맞추고 시작했어요. 첫 스텝에 모델은 어떻게 답하나요?",
      en: "Training starts with the bias set for π = 0.01. How does the model answer at the first step?",
    },
    options: [
      { id: "ground", text: { ko: "어디든 배경이래요", en: "Background everywhere" }, correct: true },
      { id: "cut", text: { ko: "낮은 답을 지워요", en: "It drops weak answers" }, misconception: "prior-is-a-threshold" },
      { id: "errors", text: { ko: "틀린 곳만 배워요", en: "It heeds errors alone" }, misconception: "hard-means-informative" },
    ],
    explanation: {
      ko: "모든 곳의 확률이 0.01이라, 배경 손실의 합이 처음부터 작아요.",
      en: "Every place says 0.01, so the background's sum is small from the first step on.",
    },
  },

  {
    form: "choice",
    id: "value-or-gradient",
    prompt: {
      ko: "γ = 2에서 pₜ가 0.95인 쉬운 배경의 몫은 손실 값과 기울기 가운데 어디에서 더 클까요?",
      en: "At γ = 2, is the share of easy background at pₜ = 0.95 larger in the loss value or in the gradient?",
    },
    options: [
      { id: "value", text: { ko: "값에서 더 커요", en: "In the loss value" }, misconception: "wrong-is-louder" },
      { id: "same", text: { ko: "둘에서 똑같아요", en: "The same in both" }, misconception: "value-is-gradient" },
      { id: "gradient", text: { ko: "기울기에서 커요", en: "In the gradient" }, correct: true },
    ],
    explanation: {
      ko: "값은 쉬운 곳에서 더 빨리 줄어요. 같은 한도를 기울기로 지키려면 γ가 더 커야 해요.",
      en: "The value falls off faster for easy places, so the same limit takes a larger γ on gradients.",
    },
  },

  workedBackground,

  {
    form: "choice",
    id: "beside-mining",
    prompt: {
      ko: "SSD는 헷갈리는 배경만 골라 물체의 세 배까지 배워요. focal loss는 무엇이 다를까요?",
      en: "SSD learns from the hardest background only, up to three times the objects. What does focal loss do instead?",
    },
    options: [
      { id: "count", text: { ko: "더 많이 골라요", en: "It picks out more" }, misconception: "count-is-loss" },
      { id: "weight", text: { ko: "무게만 바꿔요", en: "It weighs them all" }, correct: true },
      { id: "drop", text: { ko: "쉬운 건 버려요", en: "It drops easy ones" }, misconception: "small-adds-nothing" },
    ],
    explanation: {
      ko: "하나도 버리지 않고, 쉬운 것일수록 무게를 매끄럽게 줄여요.",
      en: "Nothing is left out: the easier a place, the less it weighs, smoothly.",
    },
  },
]);
