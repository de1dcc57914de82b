import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "focal-loss",
  version: 1,
  track: "detection",
  group: "one-stage",
  order: 160,
  title: { ko: "focal loss: 손실의 예산", en: "Focal loss" },
  summary: {
    ko: "손실은 예산이에요. 쉬운 배경 십만 곳의 작은 손실을 더해 보고, γ와 α로 누구의 목소리를 들을지 정해요.",
    en: "A loss is a budget: add up a hundred thousand easy places, and decide by γ and α who is heard.",
  },
  prerequisites: ["object-detection", "anchor-boxes"],
  misconceptions: [
    {
      id: "wrong-is-louder",
      claim: {
        ko: "focal loss는 틀린 예의 손실 값을 교차 엔트로피보다 키워요.",
        en: "Focal loss makes the loss value of wrong examples larger than cross-entropy does.",
      },
      correction: {
        ko: "값은 어디에서도 교차 엔트로피를 넘지 않아요(α를 끄면). 넘는 것은 기울기예요. γ가 2일 때 pₜ가 0.2976보다 작은 곳에서, 많아야 1.2246배예요.",
        en: "The value never exceeds cross-entropy's (α off). The gradient does: at γ 2 where pₜ is below 0.2976, and by a factor of 1.2246 at most.",
      },
    },
    {
      id: "small-adds-nothing",
      claim: {
        ko: "쉬운 배경은 한 곳의 손실이 아주 작으니 아무리 많아도 상관없어요.",
        en: "The loss of an easy place is tiny, so easy places do not matter, however many there are.",
      },
      correction: {
        ko: "학습은 합을 줄여요. pₜ가 0.99인 배경 십만 곳의 교차 엔트로피는 약 1,005이고, pₜ가 0.1인 물체 30개는 약 69예요.",
        en: "Training lowers the sum. A hundred thousand background places at pₜ = 0.99 have a cross-entropy of about 1,005, thirty objects at pₜ = 0.1 about 69.",
      },
    },
    {
      id: "only-easy-shrink",
      claim: {
        ko: "γ는 쉬운 예만 줄이고 나머지는 그대로 둬요.",
        en: "γ turns the easy examples down and leaves all others as they are.",
      },
      correction: {
        ko: "모든 예에 (1 − pₜ)ᵞ를 곱해요. pₜ가 0.5인 애매한 예도 γ가 2면 4분의 1이 돼요.",
        en: "Every example is multiplied by (1 − pₜ)ᵞ. An unsure one at pₜ = 0.5 falls to a quarter at γ 2.",
      },
    },
    {
      id: "more-focus-is-better",
      claim: {
        ko: "γ는 클수록 어려운 예에 집중하니까 더 좋아요.",
        en: "The larger γ, the more the hard examples count, and the better.",
      },
      correction: {
        ko: "γ가 크면 애매한 물체의 목소리까지 작아지고, 끝에는 가장 어려운 몇 곳, 흔히 틀린 이름표만 남아요.",
        en: "A large γ silences the unsure objects as well; in the end only the hardest few are heard, and those are often wrong labels.",
      },
    },
    {
      id: "gamma-is-always-two",
      claim: { ko: "γ는 언제나 2, α는 0.25예요.", en: "γ is always 2 and α 0.25." },
      correction: {
        ko: "논문의 데이터에서 고른 값이에요. 쉬운 배경의 수와 물체의 어려움이 다르면 알맞은 γ도 달라져요.",
        en: "Those were chosen on the paper's data. With more or fewer easy places, or other objects, a different γ fits.",
      },
    },
    {
      id: "alpha-lifts-the-rare",
      claim: {
        ko: "α = 0.25는 드문 물체의 무게를 배경보다 키워요.",
        en: "α = 0.25 lifts the rare objects above the background.",
      },
      correction: {
        ko: "α는 물체에, 1 − α는 배경에 곱해요. α가 0.25면 물체가 오히려 배경의 3분의 1 무게예요. γ가 배경을 이미 줄였기 때문에 그래도 돼요.",
        en: "α multiplies objects and 1 − α the background, so at 0.25 an object weighs a third of a background place. It works since γ has turned the background down already.",
      },
    },
    {
      id: "count-is-loss",
      claim: {
        ko: "물체가 배경의 만분의 일이니 α도 그만큼 치우쳐야 해요.",
        en: "Objects are one in ten thousand, so α must lean as far the other way.",
      },
      correction: {
        ko: "균형을 이루어야 하는 것은 개수가 아니라 손실의 합이에요. 쉬운 배경은 수가 많아도 γ가 합을 거의 비워요.",
        en: "What is to be balanced is the sum of the loss, not the count. However many easy places there are, γ nearly empties their sum.",
      },
    },
    {
      id: "value-is-gradient",
      claim: {
        ko: "손실 값의 몫과 기울기의 몫은 같아요.",
        en: "A group's share of the loss is its share of the gradient.",
      },
      correction: {
        ko: "가중치를 움직이는 것은 기울기예요. pₜ가 큰 곳은 값보다 기울기의 몫이 더 커서, 같은 한도를 기울기로 지키려면 γ가 더 커야 해요.",
        en: "It is the gradient that moves weights. Places with a large pₜ have a larger share of it than of the value, so the same limit takes a larger γ.",
      },
    },
    {
      id: "hard-means-informative",
      claim: {
        ko: "가장 어려운 예가 가장 많이 가르쳐 줘요.",
        en: "The hardest examples teach the most.",
      },
      correction: {
        ko: "이름표가 틀린 예가 누구보다 어려워요. γ를 키우면 바로 그 예들의 몫이 가장 빨리 늘어요.",
        en: "An example with a wrong label is the hardest of all. As γ grows, its share grows fastest.",
      },
    },
    {
      id: "prior-is-a-threshold",
      claim: {
        ko: "π = 0.01은 점수가 0.01보다 낮은 답을 버리라는 임계값이에요.",
        en: "π = 0.01 is a threshold: answers scored below 0.01 are dropped.",
      },
      correction: {
        ko: "π는 학습을 시작할 때의 확률이에요. 분류 층의 편향을 −log((1 − π)/π) ≈ −4.595로 두면 모든 곳이 처음부터 “배경일 거예요”라고 답해요.",
        en: "π is the probability training starts from: with a bias of −log((1 − π)/π) ≈ −4.595 every place says “probably background” from the first step on.",
      },
    },
  ],
  references: [
    {
      title: "Focal Loss for Dense Object Detection",
      authors: "T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollár",
      year: 2017,
      url: "https://arxiv.org/abs/1708.02002",
    },
    {
      title: "SSD: Single Shot MultiBox Detector",
      authors: "W. Liu, D. Anguelov, D. Erhan, C. Szegedy, S. Reed, C.-Y. Fu, A. C. Berg",
      year: 2016,
      url: "https://arxiv.org/abs/1512.02325",
    },
  ],
});
