/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import type { MatchQuestion, MistakeQuestion, NumericQuestion, OrderQuestion, PointQuestion } from "@/lib/questions";
import { josa, num } from "@/lib/words";

const MS = { ko: "ms", en: "ms" } as const;

export const wholeTime: NumericQuestion = {
  form: "numeric",
  id: "whole-time",
  tolerance: 0,
  range: { min: 0, max: 5000, step: 1 },
  unit: MS,
  asks(random) {
    const [conv, search, regions] = [10 * random.int(9, 19), 10 * random.int(110, 190), 10 * random.int(9, 21)];
    return {
      prompt: {
        ko: `Fast R-CNN의 표예요. 합성곱 ${conv} ms, 선택적 탐색 ${num(search)} ms, 후보 판정 ${regions} ms. 카메라에서 온 그림 한 장은 몇 ms가 걸리나요?`,
        en: `A table of Fast R-CNN: convolutions ${conv} ms, selective search ${num(search)} ms, regions ${regions} ms. How long does a picture take that comes from a camera?`,
      },
      value: conv + search + regions,
      wrong: [{ misconception: "seconds-without-conditions", said: conv + regions }],
      explanation: {
        ko: `후보도 새 그림마다 내야 해요: ${conv} + ${num(search)} + ${regions} = ${num(conv + search + regions)}.`,
        en: `Proposals too have to be found for each new picture: ${conv} + ${num(search)} + ${regions} = ${num(conv + search + regions)}.`,
      },
    };
  },
};

export const searchShare: NumericQuestion = {
  form: "numeric",
  id: "search-share",
  tolerance: 1,
  range: { min: 0, max: 100, step: 1 },
  unit: { ko: "%", en: "%" },
  asks(random) {
    // A whole picture of 1,000 or 2,000 ms, so that the share is a whole number.
    const whole = 1000 * random.int(1, 2);
    const share = random.int(70, 90);
    const search = (whole * share) / 100;
    const conv = Math.round((0.4 * (whole - search)) / 10) * 10;
    return {
      prompt: {
        ko: `합성곱 ${conv} ms, 선택적 탐색 ${num(search)} ms, 후보 판정 ${num(whole - search - conv)} ms예요. 선택적 탐색은 그림 한 장의 시간에서 몇 %인가요?`,
        en: `Convolutions take ${conv} ms, selective search ${num(search)} ms, the regions ${num(whole - search - conv)} ms. What percentage of a picture's time is selective search?`,
      },
      value: share,
      wrong: [],
      explanation: {
        ko: `모두 ${num(whole)} ms이고, ${num(search)} ÷ ${num(whole)} = ${share}%예요.`,
        en: `All together it is ${num(whole)} ms, and ${num(search)} ÷ ${num(whole)} = ${share}%.`,
      },
    };
  },
};

export const batchPasses: NumericQuestion = {
  form: "numeric",
  id: "batch-passes",
  tolerance: 0,
  range: { min: 0, max: 5_000_000, step: 1 },
  unit: MS,
  asks(random) {
    const [pictures, proposals, pass] = [random.int(3, 12), 100 * random.int(2, 20), 10 * random.int(9, 19)];
    const value = pictures * pass;
    return {
      prompt: {
        ko: `Fast R-CNN이 그림 ${pictures}장에서 후보를 ${num(proposals)}개씩 봐요. 합성곱 한 번은 ${pass} ms예요. 합성곱에 모두 몇 ms가 드나요?`,
        en: `Fast R-CNN looks at ${pictures} pictures, each with ${num(proposals)} proposals. A pass of the convolutions takes ${pass} ms. How many ms go into convolutions in all?`,
      },
      value,
      wrong: [
        { misconception: "pass-a-proposal", said: pictures * proposals * pass },
        { misconception: "one-picture-only", said: pass },
      ],
      explanation: {
        ko: `그림마다 한 번이니까 ${pictures} × ${pass} = ${num(value)}. 후보는 그 지도들에서 잘라요.`,
        en: `Once a picture makes ${pictures} × ${pass} = ${num(value)}. Proposals are cut out of those maps.`,
      },
    };
  },
};

export const budget: NumericQuestion = {
  form: "numeric",
  id: "budget",
  tolerance: 0,
  range: { min: 0, max: 2000, step: 1 },
  unit: { ko: "개", en: "proposals" },
  asks(random) {
    const [pass, search] = [random.int(5, 20), 100 * random.int(3, 12)];
    const proposals = random.int(20, 90);
    const whole = search + pass * proposals;
    return {
      prompt: {
        ko: `R-CNN이 선택적 탐색에 ${num(search)} ms, 후보 하나에 ${pass} ms를 써요. 그림 한 장을 ${num(whole)} ms 안에 끝내려면 후보를 많아야 몇 개 볼 수 있나요?`,
        en: `R-CNN needs ${num(search)} ms for selective search and ${pass} ms for each proposal. At how many proposals, at most, is a picture done within ${num(whole)} ms?`,
      },
      value: proposals,
      wrong: [],
      explanation: {
        ko: `탐색이 먼저 ${num(search)} ms를 써요: (${num(whole)} − ${num(search)}) ÷ ${pass} = ${proposals}.`,
        en: `The search comes first and takes ${num(search)} ms: (${num(whole)} − ${num(search)}) ÷ ${pass} = ${proposals}.`,
      },
    };
  },
};

export const generations: OrderQuestion = {
  form: "order",
  id: "generations",
  ends: {
    first: { ko: "맨 위: 가장 먼저 나왔어요", en: "Top: came first" },
    last: { ko: "맨 아래: 가장 나중에 나왔어요", en: "Bottom: came last" },
  },
  asks: {
    prompt: { ko: "나온 차례로 놓아 보세요.", en: "Put these in the order in which they came." },
    items: [
      { id: "crops", text: { ko: "후보를 잘라 CNN에 넣고 SVM으로 판정해요", en: "Crops through a CNN, judged by SVMs" } },
      { id: "shared", text: { ko: "지도를 나눠 쓰고 SVM으로 판정해요", en: "One shared map, judged by SVMs" } },
      { id: "joint", text: { ko: "지도를 나눠 쓰고 손실 하나로 배워요", en: "One shared map and a single loss" } },
      { id: "rpn", text: { ko: "후보까지 신경망이 내요", en: "Proposals from the network, too" } },
    ],
    wrong: [],
    explanation: {
      ko: "R-CNN, SPP-net, Fast R-CNN, Faster R-CNN이에요. 한 번에 부품이 한두 개씩 바뀌었어요.",
      en: "R-CNN, SPP-net, Fast R-CNN, Faster R-CNN: a part or two was exchanged at a time.",
    },
  },
};

export const replaced: MatchQuestion = {
  form: "match",
  id: "replaced",
  asks: {
    prompt: {
      ko: "R-CNN의 부품이 Faster R-CNN에서는 무엇으로 바뀌었나요?",
      en: "What took the place of each part of R-CNN in Faster R-CNN?",
    },
    lefts: [
      { id: "warp", text: { ko: "후보를 잘라 누르기", en: "Warping crops" } },
      { id: "svm", text: { ko: "SVM", en: "SVMs" } },
      { id: "search", text: { ko: "선택적 탐색", en: "Selective search" } },
    ],
    rights: [
      { id: "pool", text: { ko: "RoI 풀링", en: "RoI pooling" } },
      { id: "softmax", text: { ko: "소프트맥스", en: "Softmax" } },
      { id: "rpn", text: { ko: "RPN", en: "An RPN" } },
      { id: "stays", text: { ko: "바뀌지 않았어요", en: "Nothing: it stayed" } },
      { id: "bigger", text: { ko: "더 깊은 CNN", en: "A deeper CNN" } },
    ],
    wrong: [
      { misconception: "old-parts-stay", said: ["svm", "stays"] },
      { misconception: "old-parts-stay", said: ["search", "stays"] },
      { misconception: "better-network", said: ["search", "bigger"] },
      { misconception: "better-network", said: ["warp", "bigger"] },
    ],
    explanation: {
      ko: "자리는 셋 그대로이고, 그 자리의 부품이 바뀌었어요.",
      en: "The places are the same three; what stands there was exchanged.",
    },
  },
};

export const howOften: MatchQuestion = {
  form: "match",
  id: "how-often",
  asks(random) {
    const [pictures, proposals] = [random.int(3, 9), 100 * random.int(2, 9)];
    const product = num(pictures * proposals);
    return {
      prompt: {
        ko: `그림 ${pictures}장, 그림마다 후보 ${proposals}개예요. 몇 번씩 일하나요?`,
        en: `${pictures} pictures with ${proposals} proposals each. How often does each work?`,
      },
      lefts: [
        { id: "crops", text: { ko: "R-CNN의 합성곱", en: "R-CNN's convolutions" } },
        { id: "map", text: { ko: "Faster R-CNN의 합성곱", en: "Faster R-CNN's convolutions" } },
        { id: "gone", text: { ko: "Faster R-CNN의 선택적 탐색", en: "Faster R-CNN's selective search" } },
      ],
      rights: [
        { id: "product", text: { ko: `${product}번`, en: `${product} times` } },
        { id: "pictures", text: { ko: `${pictures}번`, en: `${pictures} times` } },
        { id: "never", text: { ko: "0번", en: "0 times" } },
        { id: "one", text: { ko: "1번", en: "1 time" } },
        { id: "each", text: { ko: `${proposals}번`, en: `${proposals} times` } },
      ],
      wrong: [
        { misconception: "pass-a-proposal", said: ["map", "product"] },
        { misconception: "one-picture-only", said: ["map", "one"] },
        { misconception: "one-picture-only", said: ["crops", "each"] },
        { misconception: "once-for-all", said: ["crops", "pictures"] },
        { misconception: "old-parts-stay", said: ["gone", "pictures"] },
      ],
      explanation: {
        ko: `R-CNN은 후보마다: ${pictures} × ${proposals} = ${product}. Faster R-CNN은 그림마다 한 번이고, 선택적 탐색은 RPN이 대신해요.`,
        en: `R-CNN once a proposal: ${pictures} × ${proposals} = ${product}. Faster R-CNN once a picture, and an RPN does selective search's work.`,
      },
    };
  },
};

export const workedTable: MistakeQuestion = {
  form: "mistake",
  id: "worked-table",
  asks(random) {
    const slip = random.int(0, 3);
    const lines = [
      {
        right: { ko: "R-CNN: 후보마다 CNN이 한 번 돌아요", en: "R-CNN: the CNN runs for each proposal" },
        wrong: { ko: "R-CNN: 그림마다 CNN이 한 번 돌아요", en: "R-CNN: the CNN runs for each picture" },
      },
      {
        right: { ko: "Fast R-CNN: RoI 풀링은 가중치가 없어요", en: "Fast R-CNN: RoI pooling has no weights" },
        wrong: { ko: "Fast R-CNN: RoI 풀링도 가중치를 배워요", en: "Fast R-CNN: RoI pooling learns weights" },
      },
      {
        right: { ko: "Fast R-CNN: 0.32초에 후보는 빠져 있어요", en: "Fast R-CNN: 0.32 s leaves proposals out" },
        wrong: { ko: "Fast R-CNN: 0.32초에 후보도 들어 있어요", en: "Fast R-CNN: 0.32 s has proposals in it" },
      },
      {
        right: { ko: "Faster R-CNN: RPN은 그림마다 한 번 돌아요", en: "Faster R-CNN: the RPN runs once a picture" },
        wrong: { ko: "Faster R-CNN: RPN은 후보마다 한 번 돌아요", en: "Faster R-CNN: the RPN runs once a proposal" },
      },
    ];
    const beliefs = ["once-for-all", "pooling-is-learnt", "seconds-without-conditions", "rpn-a-proposal"];
    const why = [
      { ko: "R-CNN은 잘라 낸 후보마다 CNN을 처음부터 돌려요.", en: "R-CNN runs the CNN from its first layer for every crop." },
      { ko: "RoI 풀링은 최댓값을 고를 뿐, 배울 가중치가 없어요.", en: "RoI pooling takes maxima: there are no weights to learn." },
      { ko: "0.32초는 후보를 다 낸 다음부터 잰 시간이에요.", en: "The 0.32 s were measured from after the proposals on." },
      { ko: "RPN은 지도를 한 번 지나며 후보를 모두 내요.", en: "The RPN passes over the map once and gives all proposals." },
    ];
    return {
      prompt: { ko: "누가 요약표를 적었어요. 틀린 줄은 어디일까요?", en: "Somebody wrote a summary. Which line is wrong?" },
      lines: lines.map(({ right, wrong }, i) => (i === slip ? wrong : right)),
      slip,
      wrong: beliefs.flatMap((misconception, i) => (i === slip ? [] : [{ misconception, said: i }])),
      explanation: why[slip],
    };
  },
};

const [ROWS, COLUMNS] = [3, 3];

const COLUMN_NAMES = {
  search: { ko: "후보", en: "proposals" },
  conv: { ko: "합성곱", en: "convolutions" },
  head: { ko: "판정", en: "verdict" },
} as const;

export const savedTime: PointQuestion = {
  form: "point",
  id: "saved-time",
  asks(random) {
    const [search, conv, head] = [10 * random.int(120, 180), 10 * random.int(11, 18), 10 * random.int(12, 20)];
    const rpn = 10 * random.int(1, 2);
    const rows = [
      { search, conv: 1000 * random.int(35, 50), head: 10 * random.int(20, 60) },
      { search, conv, head },
      { search: rpn, conv, head: 10 * random.int(3, 8) },
    ];
    const columns = random.shuffle(["search", "conv", "head"] as const);
    const names = (locale: "ko" | "en") => columns.map((column) => COLUMN_NAMES[column][locale]).join(", ");
    return {
      prompt: {
        ko: `한 장에 걸린 ms예요. 위에서부터 R-CNN, Fast, Faster, 왼쪽부터 ${names("ko")}. Fast에서 Faster로 가며 가장 많이 줄어든 것은 Fast의 어느 칸인가요?`,
        en: `Milliseconds for one picture: from the top R-CNN, Fast, Faster; from the left ${names("en")}. Which cell of Fast's shrank most on the way to Faster?`,
      },
      caption: { ko: "세 검출기의 시간", en: "Time of the three" },
      picture: { kind: "grid", rows: ROWS, columns: COLUMNS, cells: rows.flatMap((row) => columns.map((column) => num(row[column]))) },
      target: String(COLUMNS + columns.indexOf("search")),
      wrong: [{ misconception: "better-network", said: String(COLUMNS + columns.indexOf("conv")) }],
      explanation: {
        ko: `후보를 내는 시간이 ${num(search)} ms에서 ${josa(String(rpn), "으로/로")} 줄었어요. 합성곱은 그대로예요.`,
        en: `Proposals went from ${num(search)} ms to ${rpn}. The convolutions stayed as they were.`,
      },
    };
  },
};
