import { defineQuestions } from "@/lib/questions";
import { centreX, heads, leftEdge, lowerPeak, nearShare, squareRadius, steps, workedRadius } from "./asked";

export const questions = defineQuestions([
  {
    form: "choice",
    id: "seven-hot-cells",
    prompt: {
      ko: "고양이의 히트맵에서 서로 닿아 있는 7칸이 점수 임계값을 넘어요. 그 가운데 이웃 여덟 칸보다 작지 않은 칸은 2칸이에요. CenterNet은 고양이를 몇 마리로 세나요?",
      en: "In the heat map of cats 7 cells that touch one another reach the score threshold. 2 of them are no smaller than any of their eight neighbours. How many cats does CenterNet count?",
    },
    options: [
      { id: "one", text: { ko: "덩어리 하나니까 한 마리", en: "One, since it is one blob" }, misconception: "one-per-blob" },
      { id: "two", text: { ko: "봉우리가 둘이니까 두 마리", en: "Two, since it has two peaks" }, correct: true },
      { id: "seven", text: { ko: "뜨거운 칸만큼 일곱 마리", en: "Seven, one for a hot cell" }, misconception: "every-hot-cell" },
    ],
    explanation: {
      ko: "세는 것은 봉우리예요. 덩어리의 모양이나 뜨거운 칸의 수는 상관없어요.",
      en: "Peaks are what is counted. Neither the shape of the blob nor the number of hot cells matters.",
    },
  },

  lowerPeak,

  {
    form: "choice",
    id: "two-cows-one-map",
    prompt: {
      ko: "소 두 마리가 그림의 양쪽 끝에 있어요. 소의 히트맵에서 한쪽 봉우리는 0.9, 다른 쪽은 0.5이고 점수 임계값은 0.3이에요. 무엇이 남나요?",
      en: "Two cows stand at either end of a picture. In the heat map of cows one peak has 0.9, the other 0.5; the score threshold is 0.3. What stays?",
    },
    options: [
      { id: "higher", text: { ko: "더 높은 봉우리 하나만", en: "The higher peak alone" }, misconception: "one-per-class" },
      { id: "both", text: { ko: "두 끝의 봉우리 둘 다", en: "Both of the two peaks" }, correct: true },
      { id: "first", text: { ko: "높은 쪽 옆의 두 칸까지", en: "Two cells by the higher" }, misconception: "highest-cells" },
    ],
    explanation: {
      ko: "봉우리는 제 이웃하고만 견줘요. 먼 곳에 더 높은 봉우리가 있어도 상관없어요.",
      en: "A peak is compared with its neighbours alone. A higher one far away does not matter.",
    },
  },

  {
    form: "choice",
    id: "person-on-horse",
    prompt: {
      ko: "말의 히트맵과 사람의 히트맵이 같은 칸에서 봉우리예요. 값은 0.8과 0.6, 점수 임계값은 0.3이에요. CenterNet은 무엇을 내나요?",
      en: "The heat maps of horse and person have a peak at the same cell, with values of 0.8 and 0.6; the score threshold is 0.3. What does CenterNet give?",
    },
    options: [
      { id: "horse", text: { ko: "값이 더 큰 말만 내요", en: "Only the larger: a horse" }, misconception: "classes-compete" },
      { id: "both", text: { ko: "말과 사람을 다 내요", en: "Both a horse and a person" }, correct: true },
      { id: "nms", text: { ko: "NMS가 고른 하나만요", en: "Whichever NMS lets stay" }, misconception: "needs-nms" },
    ],
    explanation: {
      ko: "클래스마다 제 지도에서 따로 봐요. 다만 오프셋과 크기는 함께 쓰니까 두 상자가 똑같아요.",
      en: "Each class is looked at in its own map. Offset and size are shared, though, so both boxes are the same.",
    },
  },

  steps,

  {
    form: "choice",
    id: "instead-of-nms",
    prompt: {
      ko: "논문의 CenterNet에서 한 물체가 상자를 여러 개 얻지 않게 막는 것은 무엇인가요?",
      en: "What keeps one object from getting several boxes in the paper's CenterNet?",
    },
    options: [
      { id: "nms", text: { ko: "상자끼리 재는 NMS", en: "An NMS on IoUs of boxes" }, misconception: "needs-nms" },
      { id: "compare", text: { ko: "칸끼리 값을 견주는 3×3 창", en: "A 3×3 comparison among cells" }, correct: true },
      { id: "cut", text: { ko: "낮은 칸을 버리는 점수", en: "A cut that drops low cells" }, misconception: "every-hot-cell" },
    ],
    explanation: {
      ko: "상자를 만들기도 전에 칸끼리 견줘서 정해요. 최대 풀링 하나로 되는 계산이에요.",
      en: "It is settled between cells, before there are any boxes, by one max-pooling.",
    },
  },

  {
    form: "choice",
    id: "crowded-square",
    prompt: {
      ko: "광장 사진에서 임계값을 넘는 봉우리가 모든 클래스를 합해 140개 나왔어요. 논문의 설정인 CenterNet은 상자를 몇 개 내나요?",
      en: "In a photo of a square 140 peaks of all classes together reach the threshold. How many boxes does CenterNet give with the paper's setting?",
    },
    options: [
      { id: "all", text: { ko: "140개를 모두 내요", en: "All 140 of these peaks" }, misconception: "all-peaks-stay" },
      { id: "hundred", text: { ko: "값이 큰 100개만요", en: "The 100 largest ones" }, correct: true },
      { id: "classes", text: { ko: "클래스마다 하나씩요", en: "One for every class" }, misconception: "one-per-class" },
    ],
    explanation: {
      ko: "봉우리에 줄을 세워 앞에서 100개만 남겨요. 클래스는 가리지 않아요.",
      en: "Peaks are ranked and the first 100 stay, whatever their class.",
    },
  },

  heads,
  centreX,
  leftEdge,

  {
    form: "choice",
    id: "where-to-read",
    prompt: {
      ko: "봉우리의 값은 0.7, 그 오른쪽 칸의 값은 0.6이에요. 상자의 크기는 어느 칸의 것을 읽나요?",
      en: "A peak has a value of 0.7, the cell to its right 0.6. At which cell is the size of the box read?",
    },
    options: [
      { id: "either", text: { ko: "둘 가운데 아무 칸이나", en: "At either of these two" }, misconception: "beside-will-do" },
      { id: "peak", text: { ko: "봉우리인 칸에서만", en: "At the peak's cell alone" }, correct: true },
      { id: "all", text: { ko: "뜨거운 칸마다 따로", en: "At each hot one of them" }, misconception: "every-hot-cell" },
    ],
    explanation: {
      ko: "학습은 가운데 칸의 크기와 오프셋만 정답과 견줘요. 옆 칸의 값은 맞을 까닭이 없어요.",
      en: "Training compares size and offset with the truth at centres alone. There is no reason for other cells to be right.",
    },
  },

  {
    form: "choice",
    id: "two-hills-meet",
    prompt: {
      ko: "목표를 그릴 때 같은 클래스의 두 언덕이 한 칸에서 만나요. 먼저 그린 언덕은 0.6, 나중에 그린 언덕은 0.3이에요. 그 칸의 목표값은 얼마인가요?",
      en: "Two hills of one class meet in a cell of the target. The one drawn first has 0.6 there, the one drawn later 0.3. What is the cell's target?",
    },
    options: [
      { id: "larger", text: { ko: "0.6, 더 큰 쪽이라서", en: "0.6, since it is larger" }, correct: true },
      { id: "later", text: { ko: "0.3, 나중 것이라서", en: "0.3, since it came later" }, misconception: "later-hill-wins" },
      { id: "sum", text: { ko: "0.9, 둘을 더해서요", en: "0.9, the sum of the two" }, misconception: "hills-add-up" },
    ],
    explanation: {
      ko: "칸마다 더 큰 값이 남아요. 그래서 값이 정확히 1인 칸은 가운데뿐이에요.",
      en: "In each cell the larger value stays, so that exactly 1 stands at centres alone.",
    },
  },

  squareRadius,

  {
    form: "choice",
    id: "narrowest-hill",
    prompt: {
      ko: "최소 IoU가 같을 때 목표 언덕의 반지름이 가장 작은 상자는 무엇인가요? 크기는 출력 지도의 칸이에요.",
      en: "With the same least IoU, which box has the smallest radius of its target hill? Sizes are in cells of the output map.",
    },
    options: [
      { id: "long", text: { ko: "60×12인 길쭉한 상자", en: "The long one of 60×12" }, correct: true },
      { id: "small", text: { ko: "24×24인 작은 네모", en: "The small one of 24×24" }, misconception: "longer-side-decides" },
      { id: "alike", text: { ko: "셋 다 같은 반지름", en: "All have the same" }, misconception: "always-seventy" },
    ],
    explanation: {
      ko: "짧은 변 12칸에서는 조금만 들어와도 넓이의 몫을 많이 잃어요. 긴 변이 60칸이어도 소용없어요.",
      en: "On a side of 12 cells a small step already costs a large share of the area, however long the other side is.",
    },
  },

  {
    form: "choice",
    id: "width-of-a-hill",
    prompt: {
      ko: "CenterNet의 목표에서 언덕의 너비는 무엇을 말하나요?",
      en: "What does the width of a hill in CenterNet's target say?",
    },
    options: [
      { id: "size", text: { ko: "물체가 차지하는 넓이", en: "How much an object covers" }, misconception: "gaussian-is-extent" },
      { id: "stray", text: { ko: "모서리가 빗나가도 될 폭", en: "How far corners may stray" }, correct: true },
      { id: "sure", text: { ko: "모두 똑같이 벌줄 자리", en: "Where all cells pay alike" }, misconception: "near-cells-pay-alike" },
    ],
    explanation: {
      ko: "그만큼 빗나간 가운데에서도 쓸 만한 상자가 나오니 덜 벌해요. 크기는 크기 머리가 따로 배워요.",
      en: "A centre that strays so far still gives a usable box, so it is punished less. The size is taught to a head of its own.",
    },
  },

  {
    form: "choice",
    id: "which-code",
    prompt: {
      ko: "최소 IoU 0.7의 목표에 두 언덕이 있어요. A는 60×60칸 상자에 R = 4, B는 10×10칸 상자에 R = 2예요. 공개된 코드로 그린 것은 무엇인가요? 바른 반지름은 변의 0.08배쯤이에요.",
      en: "A target with a least IoU of 0.7 has two hills: A for a box of 60×60 cells with R = 4, B for one of 10×10 cells with R = 2. Which was drawn by the released code? The right radius is about 0.08 of a side.",
    },
    options: [
      { id: "a", text: { ko: "A, 언덕이 더 넓어서", en: "A, as its hill is wider" }, misconception: "wider-hill-is-released" },
      { id: "b", text: { ko: "B, 상자에 견줘 넓어서", en: "B, too wide for its box" }, correct: true },
      { id: "both", text: { ko: "둘 다, 늘 그 값이라서", en: "Both: it is always so" }, misconception: "released-roots" },
    ],
    explanation: {
      ko: "바른 반지름은 A가 4.9(R = 4), B가 0.82(R = 0)예요. B의 2는 세 배 넘게 커요.",
      en: "The right radii are 4.9 for A (R = 4) and 0.82 for B (R = 0). The 2 of B is more than three times too large.",
    },
  },

  {
    form: "choice",
    id: "worst-placement",
    prompt: {
      ko: "상자의 두 모서리가 어느 쪽으로든 r칸씩 어긋날 수 있어요. IoU가 가장 낮아지는 것은 언제인가요?",
      en: "Both corners of a box may stray by r cells, in whatever direction. When is the IoU lowest?",
    },
    options: [
      { id: "shift", text: { ko: "둘 다 오른쪽 아래로", en: "Both go right and down" }, misconception: "shift-is-worst" },
      { id: "outside", text: { ko: "둘 다 상자 바깥쪽으로", en: "Both move out of the box" }, misconception: "slack-of-a-side" },
      { id: "inside", text: { ko: "둘 다 상자 안쪽으로", en: "Both move into the box" }, correct: true },
    ],
    explanation: {
      ko: "안으로 들어오면 같은 r에 가장 큰 몫을 잃어요. 공개된 코드도 세 경우를 다 보지만, 근을 잘못 나눠요.",
      en: "Inwards, the same r costs the largest share. The released code looks at all three as well, but divides its roots wrongly.",
    },
  },

  nearShare,
  workedRadius,
]);
