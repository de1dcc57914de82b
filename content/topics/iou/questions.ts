import { defineQuestions } from "@/lib/challenges/topic";

export const questions = defineQuestions([
  {
    id: "half-shift",
    prompt: {
      ko: "크기가 같은 두 정사각형이 가로로 변의 1/4만큼 어긋나 있어요. IoU는 얼마일까요?",
      en: "Two equal squares are shifted sideways by 1/4 of their side. What is their IoU?",
    },
    options: [
      { id: "right", text: { ko: "3/5", en: "3/5" }, correct: true },
      { id: "share", text: { ko: "3/4", en: "3/4" }, misconception: "half-overlap" },
      { id: "sum", text: { ko: "3/8", en: "3/8" }, misconception: "union-is-sum" },
    ],
    explanation: {
      ko: "교집합은 상자의 3/4, 합집합은 1 + 1 − 3/4 = 5/4예요. 3/4 ÷ 5/4 = 3/5.",
      en: "The intersection is 3/4 of a box, the union 1 + 1 − 3/4 = 5/4: 3/4 ÷ 5/4 = 3/5.",
    },
  },

  {
    id: "corner-quarter",
    prompt: {
      ko: "같은 정사각형 둘이 가로로도 세로로도 변의 1/3만큼 어긋나 있어요. IoU는요?",
      en: "Two equal squares are shifted by 1/3 of their side, sideways and down. The IoU?",
    },
    options: [
      { id: "right", text: { ko: "2/7", en: "2/7" }, correct: true },
      { id: "share", text: { ko: "4/9", en: "4/9" }, misconception: "half-overlap" },
      { id: "sum", text: { ko: "2/9", en: "2/9" }, misconception: "union-is-sum" },
    ],
    explanation: {
      ko: "교집합은 2/3 × 2/3 = 4/9, 합집합은 2 − 4/9 = 14/9예요. 4/9 ÷ 14/9 = 2/7.",
      en: "The intersection is 2/3 × 2/3 = 4/9, the union 2 − 4/9 = 14/9: 4/9 ÷ 14/9 = 2/7.",
    },
  },

  {
    id: "overlap-for-half",
    prompt: {
      ko: "옆으로만 어긋난 같은 정사각형 둘의 IoU가 1/4이에요. 변의 얼마를 함께 덮고 있을까요?",
      en: "Two equal squares are shifted sideways only, and their IoU is 1/4. What part of the side do they share?",
    },
    options: [
      { id: "right", text: { ko: "2/5", en: "2/5" }, correct: true },
      { id: "same", text: { ko: "1/4", en: "1/4" }, misconception: "half-overlap" },
      { id: "sum", text: { ko: "1/2", en: "1/2" }, misconception: "union-is-sum" },
    ],
    explanation: {
      ko: "x만큼 겹치면 IoU = x ÷ (2 − x)예요. x = 2/5를 넣으면 2/5 ÷ 8/5 = 1/4이에요.",
      en: "Sharing x gives IoU = x ÷ (2 − x); x = 2/5 gives 2/5 ÷ 8/5 = 1/4.",
    },
  },

  {
    id: "union-formula",
    prompt: { ko: "|A| = 80, |B| = 60, |A∩B| = 20일 때 |A∪B|는요?", en: "|A| = 80, |B| = 60, |A∩B| = 20. What is |A∪B|?" },
    options: [
      { id: "once", text: { ko: "120", en: "120" }, correct: true },
      { id: "sum", text: { ko: "140", en: "140" }, misconception: "union-is-sum" },
      { id: "smaller", text: { ko: "60", en: "60" }, misconception: "over-smaller" },
    ],
    explanation: {
      ko: "80 + 60 − 20 = 120. 겹친 20을 두 번 셌으니 한 번 빼요.",
      en: "80 + 60 − 20 = 120: the shared 20 was counted twice, so it comes off once.",
    },
  },

  {
    id: "from-areas",
    prompt: { ko: "|A| = 80, |B| = 60, |A∩B| = 20이면 IoU는요?", en: "|A| = 80, |B| = 60, |A∩B| = 20. What is the IoU?" },
    options: [
      { id: "union", text: { ko: "20/120", en: "20/120" }, correct: true },
      { id: "smaller", text: { ko: "20/60", en: "20/60" }, misconception: "over-smaller" },
      { id: "sum", text: { ko: "20/140", en: "20/140" }, misconception: "union-is-sum" },
    ],
    explanation: {
      ko: "분모는 합집합 120이에요. 작은 상자 60도, 그냥 더한 140도 아니에요.",
      en: "The denominator is the union, 120: neither the smaller box, 60, nor the plain sum, 140.",
    },
  },

  {
    id: "nested",
    prompt: {
      ko: "넓이 18인 상자가 넓이 60인 상자 안에 통째로 들어 있어요. IoU는요?",
      en: "A box of area 18 lies wholly inside one of area 60. The IoU?",
    },
    options: [
      { id: "ratio", text: { ko: "0.3", en: "0.3" }, correct: true },
      { id: "one", text: { ko: "1", en: "1" }, misconception: "inside-is-one" },
      { id: "sum", text: { ko: "0.23", en: "0.23" }, misconception: "union-is-sum" },
    ],
    explanation: {
      ko: "교집합은 18, 합집합은 큰 상자 60 그대로예요. 18 ÷ 60 = 0.3.",
      en: "The intersection is 18 and the union just the large box, 60: 18 ÷ 60 = 0.3.",
    },
  },

  {
    id: "scaling",
    prompt: {
      ko: "두 상자를 사진째 두 배로 키우면 IoU는 어떻게 될까요?",
      en: "Picture and boxes are enlarged twofold. What becomes of the IoU?",
    },
    options: [
      { id: "same", text: { ko: "그대로 있어요", en: "It stays as it is" }, correct: true },
      { id: "double", text: { ko: "두 배가 돼요", en: "It becomes twofold" }, misconception: "size-matters" },
      { id: "four", text: { ko: "네 배가 돼요", en: "It becomes fourfold" }, misconception: "size-matters" },
    ],
    explanation: {
      ko: "교집합도 합집합도 네 배가 되니 비는 그대로예요. IoU는 크기에 불변이에요.",
      en: "Intersection and union both grow fourfold, so their ratio stays: IoU is scale-invariant.",
    },
  },

  {
    id: "same-shift",
    prompt: {
      ko: "두 예측이 정답에서 옆으로 똑같이 6픽셀 어긋났어요. IoU가 더 많이 떨어지는 쪽은요?",
      en: "Two predictions are both off by 6 pixels sideways. For which object does the IoU drop more?",
    },
    options: [
      { id: "small", text: { ko: "30×30인 물체", en: "The 30×30 object" }, correct: true },
      { id: "large", text: { ko: "300×300인 물체", en: "The 300×300 object" }, misconception: "size-matters" },
      { id: "equal", text: { ko: "둘이 똑같이", en: "Both alike" }, misconception: "size-matters" },
    ],
    explanation: {
      ko: "30픽셀에서는 24 ÷ 36 ≈ 0.67까지 떨어지지만, 300픽셀에서는 294 ÷ 306 ≈ 0.96에 머물러요.",
      en: "At 30 pixels it falls to 24 ÷ 36 ≈ 0.67; at 300 pixels it stays at 294 ÷ 306 ≈ 0.96.",
    },
  },

  {
    id: "touching",
    prompt: {
      ko: "연속 좌표로 잰 두 상자가 변만 맞닿아 있어요. IoU는요?",
      en: "In continuous coordinates two boxes touch along an edge only. The IoU?",
    },
    options: [
      { id: "zero", text: { ko: "정확히 0이에요", en: "It is exactly at 0" }, correct: true },
      { id: "little", text: { ko: "0보다 조금 커요", en: "It is a bit above 0" }, misconception: "near-counts" },
      { id: "column", text: { ko: "한 줄만큼 있어요", en: "It is a row's area" }, misconception: "plus-one" },
    ],
    explanation: {
      ko: "맞닿은 변의 넓이는 0이에요. 연속 좌표에서는 교집합이 없어요.",
      en: "An edge has area 0: with continuous coordinates there is no intersection.",
    },
  },

  {
    id: "gap-one-or-eight",
    prompt: {
      ko: "단위 정사각형 둘이 2만큼 떨어진 경우와 5만큼 떨어진 경우, IoU를 견주면요?",
      en: "Unit squares with a gap of 2, and with a gap of 5. How do the IoUs compare?",
    },
    options: [
      { id: "both-zero", text: { ko: "둘 다 0이라 같아요", en: "Equal, as both are 0" }, correct: true },
      { id: "nearer", text: { ko: "가까운 쪽이 더 커요", en: "The nearer is larger" }, misconception: "near-counts" },
      { id: "negative", text: { ko: "먼 쪽은 0보다 작아요", en: "The farther is below 0" }, misconception: "giou-is-iou" },
    ],
    explanation: {
      ko: "IoU는 겹치지 않으면 언제나 0이에요. 거리를 보려면 GIoU가 필요해요: −1/2과 −5/7.",
      en: "Without overlap IoU is always 0. To see distance one needs GIoU: −1/2 and −5/7.",
    },
  },

  {
    id: "giou-gap-one",
    prompt: {
      ko: "단위 정사각형 둘이 가로로 3만큼 떨어져 있어요. GIoU는요?",
      en: "Two unit squares stand side by side with a gap of 3. The GIoU?",
    },
    options: [
      { id: "empty", text: { ko: "−3/5", en: "−3/5" }, correct: true },
      { id: "zero", text: { ko: "0", en: "0" }, misconception: "zero-is-equal" },
      { id: "filled", text: { ko: "2/5", en: "2/5" }, misconception: "near-counts" },
    ],
    explanation: {
      ko: "감싼 상자 C의 넓이는 5, 합집합은 2, 빈 곳은 3이에요. 0 − 3/5 = −3/5.",
      en: "The enclosing box C has area 5, the union 2, so 3 is empty: 0 − 3/5 = −3/5.",
    },
  },

  {
    id: "giou-range",
    prompt: { ko: "GIoU가 가질 수 있는 값은요?", en: "Which values can GIoU take?" },
    options: [
      { id: "range", text: { ko: "−1 초과 1 이하", en: "Above −1, up to 1" }, correct: true },
      { id: "iou-range", text: { ko: "0 이상 1 이하", en: "From 0, up to 1" }, misconception: "giou-is-iou" },
      { id: "above-zero", text: { ko: "0 초과 1 이하", en: "Above 0, up to 1" }, misconception: "near-counts" },
    ],
    explanation: {
      ko: "두 상자가 같으면 1, 한없이 멀어지면 빈 곳의 몫이 1에 다가가서 GIoU는 −1에 다가가요.",
      en: "Equal boxes give 1; as they move apart the empty share nears 1, so GIoU nears −1.",
    },
  },

  {
    id: "giou-equals-iou",
    prompt: { ko: "겹치는 두 상자에서 GIoU와 IoU가 같아지는 것은 언제인가요?", en: "Two boxes overlap. When does GIoU equal IoU?" },
    options: [
      { id: "filled", text: { ko: "합집합이 감싼 상자를 채울 때", en: "When the union fills the enclosing box" }, correct: true },
      {
        id: "always",
        text: { ko: "두 상자가 조금이라도 겹칠 때", en: "Whenever the two boxes overlap at all" },
        misconception: "giou-is-iou",
      },
      {
        id: "equal-size",
        text: { ko: "두 상자의 크기가 서로 같을 때", en: "When the two boxes have the same size" },
        misconception: "size-matters",
      },
    ],
    explanation: {
      ko: "빼는 값은 감싼 상자의 빈 곳이에요. 크기가 같아도 대각선으로 어긋나면 빈 귀퉁이가 생겨요.",
      en: "What is subtracted is the empty part of the enclosing box. Boxes of equal size shifted diagonally leave empty corners.",
    },
  },

  {
    id: "zero-gradient",
    prompt: {
      ko: "1 − IoU를 손실로 써요. 정답과 겹치지 않는 예측에서는 무슨 일이 생길까요?",
      en: "1 − IoU is the loss. What happens to a prediction that does not overlap the right box?",
    },
    options: [
      { id: "no-gradient", text: { ko: "조금 움직여도 손실이 그대로예요", en: "Small moves leave the loss as it was" }, correct: true },
      {
        id: "pulled",
        text: { ko: "가까워질수록 손실이 조금 줄어요", en: "The loss falls a bit as it gets near" },
        misconception: "near-counts",
      },
      {
        id: "strong",
        text: { ko: "손실이 가장 커서 세게 끌려와요", en: "The loss is largest, so it pulls most" },
        misconception: "zero-is-equal",
      },
    ],
    explanation: {
      ko: "IoU는 거기서 0으로 평평해서 배울 방향이 없어요. GIoU 손실은 거리가 줄면 줄어들어서 방향을 줘요.",
      en: "IoU is flat at 0 there and gives no direction. The GIoU loss falls with distance and so gives one.",
    },
  },

  {
    id: "legacy",
    prompt: {
      ko: "(0,0,8,8)과 (4,0,12,8)의 IoU가 어떤 코드에서 0.385로 나와요. 왜일까요?",
      en: "Some code gives 0.385 as the IoU of (0,0,8,8) and (4,0,12,8). Why?",
    },
    options: [
      { id: "inclusive", text: { ko: "너비를 x2 − x1 + 1로 세요", en: "It counts widths as x2 − x1 + 1" }, correct: true },
      { id: "right", text: { ko: "두 상자의 바른 값이에요", en: "That value is the right one" }, misconception: "plus-one" },
      { id: "smaller", text: { ko: "작은 상자로 나눠요", en: "It divides by the smaller" }, misconception: "over-smaller" },
    ],
    explanation: {
      ko: "+1이면 교집합 5×9 = 45, 합집합 81 + 81 − 45 = 117이라 0.385예요. 연속 좌표로는 1/3이에요.",
      en: "With +1 the intersection is 5×9 = 45 and the union 81 + 81 − 45 = 117: 0.385. With continuous coordinates it is 1/3.",
    },
  },
]);
