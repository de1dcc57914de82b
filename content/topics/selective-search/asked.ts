/** Questions that are not single choice; their numbers are drawn anew for each review. */
import type { MistakeQuestion, NumericQuestion, OrderQuestion } from "@/lib/questions";

export const howManyRegions: NumericQuestion = {
  form: "numeric",
  id: "how-many-regions",
  tolerance: 0,
  range: { min: 0, max: 200, step: 1 },
  unit: null,
  asks(random) {
    const n = random.int(12, 60);
    return {
      prompt: {
        ko: `처음 조각이 ${n}개인 그림을 끝까지 합쳐요. 처음 조각까지 모두 세면 영역은 몇 개 나오나요?`,
        en: `A picture starts with ${n} segments and is merged to the end. How many regions are there in all, first segments included?`,
      },
      value: 2 * n - 1,
      wrong: [{ misconception: "left-over-regions", said: 1 }],
      explanation: {
        ko: `합치기는 ${n - 1}번이고 그때마다 영역이 하나씩 생겨요. ${n} + ${n - 1} = ${2 * n - 1}.`,
        en: `There are ${n - 1} merges, and each makes one region: ${n} + ${n - 1} = ${2 * n - 1}.`,
      },
    };
  },
};

export const colourOverlap: NumericQuestion = {
  form: "numeric",
  id: "colour-overlap",
  tolerance: 0,
  range: { min: 0, max: 100, step: 1 },
  unit: { ko: "%", en: "%" },
  asks(random) {
    const a = [random.int(45, 60), random.int(15, 25)];
    const b = [random.int(15, 30), random.int(35, 50)];
    const [c, d] = [100 - a[0] - a[1], 100 - b[0] - b[1]];
    const mins = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.min(c, d)];
    const value = mins[0] + mins[1] + mins[2];
    return {
      prompt: {
        ko: `영역 A의 색은 빨강 ${a[0]}%, 초록 ${a[1]}%, 파랑 ${c}%이고, B는 빨강 ${b[0]}%, 초록 ${b[1]}%, 파랑 ${d}%예요. 두 영역의 색 유사도는 몇 %인가요?`,
        en: `Region A is ${a[0]}% red, ${a[1]}% green and ${c}% blue; B is ${b[0]}% red, ${b[1]}% green and ${d}% blue. What is their colour similarity, in percent?`,
      },
      value,
      wrong: [],
      explanation: {
        ko: `색마다 작은 쪽을 더해요: ${mins.join(" + ")} = ${value}.`,
        en: `Add the smaller share of each colour: ${mins.join(" + ")} = ${value}.`,
      },
    };
  },
};

export const fillOfTwo: NumericQuestion = {
  form: "numeric",
  id: "fill-of-two",
  tolerance: 0,
  range: { min: 0, max: 100, step: 1 },
  unit: { ko: "%", en: "%" },
  asks(random) {
    const [w, h] = [random.int(6, 9), random.int(5, 8)];
    const [a, b] = [random.int(8, 14), random.int(3, 7)];
    const empty = w * h - a - b;
    return {
      prompt: {
        ko: `10 × 10픽셀 그림에 크기가 ${a}픽셀과 ${b}픽셀인 두 영역이 있어요. 둘을 함께 두른 상자는 ${w} × ${h}픽셀이에요. 채움은 몇 %인가요?`,
        en: `In a picture of 10 × 10 pixels two regions have ${a} and ${b} pixels. The box around both is ${w} × ${h} pixels. What is their fill, in percent?`,
      },
      value: 100 - empty,
      wrong: [],
      explanation: {
        ko: `상자에서 빈 곳은 ${w * h} − ${a} − ${b} = ${empty}픽셀이고, 1 − ${empty}/100 = ${100 - empty}%예요.`,
        en: `${w * h} − ${a} − ${b} = ${empty} pixels of the box are empty; 1 − ${empty}/100 is ${100 - empty}%.`,
      },
    };
  },
};

export const rankPairs: OrderQuestion = {
  form: "order",
  id: "rank-pairs",
  ends: { first: { ko: "맨 위: 먼저 합쳐져요", en: "Top: merges first" }, last: { ko: "맨 아래: 나중이에요", en: "Bottom: comes last" } },
  asks(random) {
    // Sums fall by .1 or more, while colour alone would order them otherwise.
    const colours = [60, 80, 70, 90];
    const sums = [random.int(250, 260), random.int(230, 240), random.int(210, 220), random.int(190, 200)];
    const items = sums.map((sum, i) => {
      const rest = sum - colours[i];
      const size = Math.floor(rest / 2);
      const line = (c: string, s: string, f: string) => `${c} .${colours[i]}, ${s} .${size}, ${f} .${rest - size}`;
      return { id: "abcd"[i], text: { ko: line("색", "크기", "채움"), en: line("colour", "size", "fill") } };
    });
    return {
      prompt: {
        ko: "닿아 있는 네 짝이에요. 색, 크기, 채움을 더해 먼저 합쳐질 짝부터 놓아 보세요.",
        en: "Four pairs that touch. By the sum of colour, size and fill, put the one that merges first on top.",
      },
      items,
      wrong: [],
      explanation: {
        ko: "세 값의 합이 클수록 먼저예요. 색이 가장 비슷한 짝의 합이 가장 작아요.",
        en: "The larger the sum of the three, the earlier. The pair most alike in colour has the smallest sum.",
      },
    };
  },
};

const WAY = [
  {
    right: { ko: "그림을 물체보다 잘게 여러 조각으로 나눠요.", en: "Split the picture into segments finer than the objects." },
    wrong: { ko: "그림을 물체의 클래스마다 한 조각으로 나눠요.", en: "Split the picture into one segment for each class." },
    misconception: "knows-objects",
  },
  {
    right: { ko: "닿아 있는 짝의 유사도를 모두 재요.", en: "Measure the similarity of every pair that touches." },
    wrong: { ko: "떨어진 짝까지 유사도를 모두 재요.", en: "Measure the similarity of every pair, apart or not." },
    misconception: "alike-anywhere",
  },
  {
    right: { ko: "가장 비슷한 짝을 합치고 이웃과의 값을 다시 재요.", en: "Merge the best pair and measure its neighbours anew." },
    wrong: { ko: "가장 비슷한 짝을 합치고 처음에 잰 값을 그대로 써요.", en: "Merge the best pair and keep the values measured first." },
    misconception: "list-made-once",
  },
  {
    right: { ko: "있었던 모든 영역의 상자를 후보로 내놓아요.", en: "Hand out a box for every region that existed." },
    wrong: { ko: "끝에 남은 영역의 상자를 후보로 내놓아요.", en: "Hand out a box for each region that is left." },
    misconception: "left-over-regions",
  },
] as const;

export const workedWay: MistakeQuestion = {
  form: "mistake",
  id: "worked-way",
  asks(random) {
    const slip = random.int(0, WAY.length - 1);
    return {
      prompt: {
        ko: "어떤 친구가 선택적 탐색을 네 줄로 적었어요. 틀린 줄은 어디일까요?",
        en: "Somebody wrote selective search down in four lines. Which line is wrong?",
      },
      lines: WAY.map(({ right, wrong }, i) => (i === slip ? wrong : right)),
      slip,
      wrong: [],
      explanation: {
        ko: `바르게 쓰면 이래요. ${WAY[slip].right.ko}`,
        en: `It should read: ${WAY[slip].right.en}`,
      },
    };
  },
};
