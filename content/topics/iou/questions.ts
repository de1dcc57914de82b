import { defineQuestions } from "@/lib/challenges/topic";

export const questions = defineQuestions([
  {
    id: "half-shift",
    prompt: {
      ko: "크기가 같은 두 정사각형이 가로로 딱 절반 어긋나 있어요. IoU는 얼마일까요?",
      en: "Two equal squares are shifted sideways by exactly half. What is their IoU?",
    },
    options: [
      { id: "third", text: { ko: "1/3", en: "1/3" }, correct: true },
      { id: "half", text: { ko: "1/2", en: "1/2" }, misconception: "half-overlap" },
      { id: "quarter", text: { ko: "1/4", en: "1/4" }, misconception: "union-is-sum" },
    ],
    explanation: {
      ko: "교집합은 상자 0.5개, 합집합은 1 + 1 − 0.5 = 1.5개예요. 0.5 ÷ 1.5 = 1/3.",
      en: "The intersection is half a box, the union 1 + 1 − 0.5 = 1.5 boxes: 0.5 ÷ 1.5 = 1/3.",
    },
  },
  {
    id: "corner-quarter",
    prompt: {
      ko: "같은 정사각형 둘이 서로의 귀퉁이 4분의 1만 함께 덮어요. IoU는요?",
      en: "Two equal squares share just a corner quarter of each other. The IoU?",
    },
    options: [
      { id: "seventh", text: { ko: "1/7", en: "1/7" }, correct: true },
      { id: "quarter", text: { ko: "1/4", en: "1/4" }, misconception: "half-overlap" },
      { id: "eighth", text: { ko: "1/8", en: "1/8" }, misconception: "union-is-sum" },
    ],
    explanation: {
      ko: "교집합 0.25, 합집합 1 + 1 − 0.25 = 1.75. 0.25 ÷ 1.75 = 1/7이에요.",
      en: "Intersection 0.25, union 1 + 1 − 0.25 = 1.75: 0.25 ÷ 1.75 = 1/7.",
    },
  },
  {
    id: "overlap-for-half",
    prompt: {
      ko: "같은 정사각형 둘의 IoU가 0.5가 되려면 한 변의 얼마를 함께 덮어야 할까요?",
      en: "How much of a side must two equal squares, shifted sideways, share for an IoU of 0.5?",
    },
    options: [
      { id: "two-thirds", text: { ko: "2/3", en: "Two thirds" }, correct: true },
      { id: "half", text: { ko: "1/2", en: "One half" }, misconception: "half-overlap" },
      { id: "all", text: { ko: "전부", en: "All of it" }, misconception: "union-is-sum" },
    ],
    explanation: {
      ko: "x만큼 겹치면 IoU = x ÷ (2 − x). x = 2/3을 넣으면 (2/3) ÷ (4/3) = 1/2이에요.",
      en: "Sharing x gives IoU = x ÷ (2 − x); x = 2/3 gives (2/3) ÷ (4/3) = 1/2.",
    },
  },
  {
    id: "union-formula",
    prompt: { ko: "|A| = 100, |B| = 60, |A∩B| = 40일 때 |A∪B|는요?", en: "|A| = 100, |B| = 60, |A∩B| = 40. What is |A∪B|?" },
    options: [
      { id: "120", text: { ko: "120", en: "120" }, correct: true },
      { id: "160", text: { ko: "160", en: "160" }, misconception: "union-is-sum" },
      { id: "60", text: { ko: "60", en: "60" }, misconception: "over-smaller" },
    ],
    explanation: {
      ko: "100 + 60 − 40 = 120. 겹친 40을 두 번 셌으니 한 번 빼요.",
      en: "100 + 60 − 40 = 120: the shared 40 was counted twice, so it comes off once.",
    },
  },
  {
    id: "from-areas",
    prompt: { ko: "|A| = 100, |B| = 60, |A∩B| = 40이면 IoU는요?", en: "|A| = 100, |B| = 60, |A∩B| = 40. What is the IoU?" },
    options: [
      { id: "third", text: { ko: "40/120 ≈ 0.33", en: "40/120 ≈ 0.33" }, correct: true },
      { id: "smaller", text: { ko: "40/60 ≈ 0.67", en: "40/60 ≈ 0.67" }, misconception: "over-smaller" },
      { id: "sum", text: { ko: "40/160 = 0.25", en: "40/160 = 0.25" }, misconception: "union-is-sum" },
    ],
    explanation: {
      ko: "분모는 합집합 120이에요. 작은 상자(60)도, 더한 값(160)도 아니에요.",
      en: "The denominator is the union, 120: neither the smaller box (60) nor the sum (160).",
    },
  },
  {
    id: "nested",
    prompt: {
      ko: "넓이 25인 상자가 넓이 100인 상자 안에 통째로 들어 있어요. IoU는요?",
      en: "A box of area 25 lies wholly inside one of area 100. The IoU?",
    },
    options: [
      { id: "quarter", text: { ko: "0.25", en: "0.25" }, correct: true },
      { id: "one", text: { ko: "1", en: "1" }, misconception: "inside-is-one" },
      { id: "fifth", text: { ko: "0.2", en: "0.2" }, misconception: "union-is-sum" },
    ],
    explanation: {
      ko: "교집합은 25, 합집합은 큰 상자 100 그대로예요. 25 ÷ 100 = 0.25.",
      en: "The intersection is 25 and the union just the large box, 100: 0.25.",
    },
  },
  {
    id: "scaling",
    prompt: {
      ko: "두 상자를 사진째 두 배로 키우면 IoU는 어떻게 될까요?",
      en: "Picture and boxes are enlarged twofold. What becomes of the IoU?",
    },
    options: [
      { id: "same", text: { ko: "그대로예요", en: "It stays the same" }, correct: true },
      { id: "double", text: { ko: "두 배가 돼요", en: "It doubles" }, misconception: "size-matters" },
      { id: "four", text: { ko: "네 배가 돼요", en: "It becomes four times as large" }, misconception: "size-matters" },
    ],
    explanation: {
      ko: "교집합도 합집합도 네 배가 되니 비는 그대로예요. IoU는 크기에 불변이에요.",
      en: "Intersection and union both grow fourfold, so their ratio stays: IoU is scale-invariant.",
    },
  },
  {
    id: "same-shift",
    prompt: {
      ko: "예측이 정답에서 똑같이 10픽셀 어긋났어요. IoU가 더 많이 떨어지는 쪽은요?",
      en: "A prediction is off by the same 10 pixels. For which object does the IoU drop more?",
    },
    options: [
      { id: "small", text: { ko: "작은 물체(40×40)", en: "The small one (40×40)" }, correct: true },
      { id: "large", text: { ko: "큰 물체(400×400)", en: "The large one (400×400)" }, misconception: "size-matters" },
      { id: "equal", text: { ko: "둘 다 똑같아요", en: "Both equally" }, misconception: "size-matters" },
    ],
    explanation: {
      ko: "40픽셀에서 10은 4분의 1이라 IoU 0.6이지만, 400픽셀에서는 40분의 1이라 약 0.95예요.",
      en: "Ten of 40 pixels is a quarter (IoU 0.6); ten of 400 is a fortieth (about 0.95).",
    },
  },
  {
    id: "touching",
    prompt: { ko: "두 상자가 변만 맞닿아 있어요. IoU는요?", en: "Two boxes touch along an edge only. The IoU?" },
    options: [
      { id: "zero", text: { ko: "정확히 0", en: "Exactly 0" }, correct: true },
      { id: "little", text: { ko: "아주 작지만 0보다 커요", en: "Tiny, but above 0" }, misconception: "near-counts" },
      { id: "column", text: { ko: "1픽셀 줄만큼 있어요", en: "One column of pixels' worth" }, misconception: "plus-one" },
    ],
    explanation: {
      ko: "맞닿은 변의 넓이는 0이에요. 연속 좌표에서는 교집합이 없어요.",
      en: "An edge has no area: with continuous coordinates there is no intersection.",
    },
  },
  {
    id: "gap-one-or-eight",
    prompt: {
      ko: "단위 정사각형 둘이 1만큼 떨어진 경우와 8만큼 떨어진 경우, IoU를 견주면요?",
      en: "Unit squares with a gap of 1, and with a gap of 8. How do the IoUs compare?",
    },
    options: [
      { id: "both-zero", text: { ko: "둘 다 0이라 구별되지 않아요", en: "Both are 0: they cannot be told apart" }, correct: true },
      { id: "nearer", text: { ko: "가까운 쪽이 조금 더 커요", en: "The nearer pair's is a little larger" }, misconception: "near-counts" },
      { id: "negative", text: { ko: "먼 쪽은 음수가 돼요", en: "The farther pair's is negative" }, misconception: "giou-is-iou" },
    ],
    explanation: {
      ko: "IoU는 겹치지 않으면 언제나 0이에요. 거리를 보려면 GIoU가 필요해요: −1/3과 −0.8.",
      en: "Without overlap IoU is always 0. To see distance one needs GIoU: −1/3 and −0.8.",
    },
  },
  {
    id: "giou-gap-one",
    prompt: {
      ko: "단위 정사각형 둘이 가로로 1만큼 떨어져 있어요. GIoU는요?",
      en: "Two unit squares stand side by side with a gap of 1. The GIoU?",
    },
    options: [
      { id: "third", text: { ko: "−1/3", en: "−1/3" }, correct: true },
      { id: "zero", text: { ko: "0", en: "0" }, misconception: "zero-is-equal" },
      { id: "third-plus", text: { ko: "1/3", en: "1/3" }, misconception: "giou-is-iou" },
    ],
    explanation: {
      ko: "감싼 상자 C의 넓이는 3, 합집합은 2, 빈 곳은 1이에요. 0 − 1/3 = −1/3.",
      en: "The enclosing box C has area 3, the union 2, so 1 is empty: 0 − 1/3.",
    },
  },
  {
    id: "giou-range",
    prompt: { ko: "GIoU가 가질 수 있는 값은요?", en: "Which values can GIoU take?" },
    options: [
      { id: "range", text: { ko: "−1보다 크고 1 이하", en: "Above −1, up to 1" }, correct: true },
      { id: "iou-range", text: { ko: "IoU처럼 0부터 1까지", en: "0 to 1, like IoU" }, misconception: "giou-is-iou" },
      { id: "zero-floor", text: { ko: "겹치지 않으면 늘 0", en: "Always 0 without overlap" }, misconception: "zero-is-equal" },
    ],
    explanation: {
      ko: "두 상자가 같으면 1, 한없이 멀어지면 빈 곳의 몫이 1에 다가가서 GIoU는 −1에 다가가요.",
      en: "Equal boxes give 1; as they move apart the empty share nears 1, so GIoU nears −1.",
    },
  },
  {
    id: "giou-equals-iou",
    prompt: { ko: "겹치는 두 상자에서 GIoU와 IoU가 같아지는 때는요?", en: "Two boxes overlap. When does GIoU equal IoU?" },
    options: [
      { id: "filled", text: { ko: "합집합이 감싼 상자를 꽉 채울 때", en: "When the union fills the enclosing box" }, correct: true },
      { id: "always", text: { ko: "겹치기만 하면 언제나", en: "Whenever they overlap" }, misconception: "giou-is-iou" },
      { id: "never", text: { ko: "IoU가 0일 때만", en: "Only when IoU is 0" }, misconception: "zero-is-equal" },
    ],
    explanation: {
      ko: "빼는 값은 감싼 상자의 빈 곳이에요. 옆으로만 어긋난 같은 상자들처럼 빈 곳이 없으면 둘이 같아요.",
      en: "What is subtracted is the empty part of the enclosing box; equal boxes shifted along one axis leave none.",
    },
  },
  {
    id: "zero-gradient",
    prompt: {
      ko: "1 − IoU를 손실로 쓰면 겹치지 않는 예측에서 무슨 일이 생길까요?",
      en: "With 1 − IoU as a loss, what happens to a prediction that does not overlap?",
    },
    options: [
      {
        id: "no-gradient",
        text: {
          ko: "조금 움직여도 손실이 그대로라 배울 방향이 없어요",
          en: "Small moves leave the loss unchanged: no direction to learn from",
        },
        correct: true,
      },
      {
        id: "pulled",
        text: { ko: "가까워질수록 손실이 조금씩 줄어요", en: "The loss falls little by little as it gets nearer" },
        misconception: "near-counts",
      },
      {
        id: "fine",
        text: { ko: "모두 똑같이 나쁘니 괜찮아요", en: "Nothing: all of them are equally bad" },
        misconception: "zero-is-equal",
      },
    ],
    explanation: {
      ko: "IoU는 거기서 0으로 평평해요. GIoU 손실은 거리가 줄면 줄어들어서 방향을 줘요.",
      en: "IoU is flat at 0 there. The GIoU loss falls with distance and so gives a direction.",
    },
  },
  {
    id: "legacy",
    prompt: {
      ko: "(0,0,10,10)과 (5,0,15,10)의 IoU가 어떤 코드에서 0.375로 나와요. 왜일까요?",
      en: "Some code gives 0.375 as the IoU of (0,0,10,10) and (5,0,15,10). Why?",
    },
    options: [
      { id: "inclusive", text: { ko: "너비를 x2 − x1 + 1로 세기 때문이에요", en: "It counts widths as x2 − x1 + 1" }, correct: true },
      { id: "right", text: { ko: "그게 언제나 맞는 값이에요", en: "That is simply the right value" }, misconception: "plus-one" },
      { id: "smaller", text: { ko: "작은 상자로 나누기 때문이에요", en: "It divides by the smaller box" }, misconception: "over-smaller" },
    ],
    explanation: {
      ko: "+1이면 교집합 6×11 = 66, 합집합 121 + 121 − 66 = 176이라 0.375예요. 연속 좌표로는 1/3이에요.",
      en: "With +1 the intersection is 6×11 = 66 and the union 121 + 121 − 66 = 176: 0.375. With continuous coordinates it is 1/3.",
    },
  },
]);
