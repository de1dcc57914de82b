import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "filter-weights",
  version: 1,
  track: "visualization",
  group: "understand",
  order: 210,
  title: { ko: "필터를 그림으로 보기", en: "Filters as pictures" },
  summary: {
    ko: "첫 층의 필터는 그 자체로 작은 색 그림이에요. 그림에 대고 직접 밀어 보고, 깊은 층의 필터는 왜 그려도 읽을 수 없는지 세어 봐요.",
    en: "A first-layer filter is a small colour picture. Slide it over a scene yourself, then count why the filters of deep layers cannot be read.",
  },
  prerequisites: [],
  misconceptions: [
    {
      id: "deep-filters-are-readable",
      claim: { ko: "깊은 층의 필터도 그려 보면 무엇을 보는지 알 수 있어요.", en: "Deep filters can be drawn and read as well." },
      correction: {
        ko: "깊은 필터는 픽셀이 아니라 앞 층의 채널 수십 개를 읽어요. 커널이 채널마다 하나씩이라 한 장의 그림이 되지 않아요. 무엇을 보는지는 활성으로 알아봐요.",
        en: "A deep filter reads dozens of channels of the layer before, not pixels: a kernel for each, and no one picture. What it sees is told from activations.",
      },
    },
    {
      id: "kernel-shows-object",
      claim: { ko: "필터 그림에는 눈이나 바퀴 같은 것이 보여요.", en: "A filter's picture shows eyes, wheels and such." },
      correction: {
        ko: "3×3 커널에는 물체가 들어갈 자리가 없어요. 첫 층의 필터가 읽는 것은 경계와 색의 차이예요.",
        en: "A 3×3 kernel has no room for an object. What first-layer filters read is edges and differences of colour.",
      },
    },
    {
      id: "response-is-likeness",
      claim: {
        ko: "커널과 가장 닮은 조각의 반응이 가장 커요.",
        en: "The patch that looks most like the kernel gets the largest response.",
      },
      correction: {
        ko: "반응은 닮은 정도가 아니라 곱의 합이에요. 덜 닮았어도 대비가 세면 더 클 수 있어요.",
        en: "A response is a sum of products, not a likeness. A poorer match with more contrast may well get more.",
      },
    },
    {
      id: "contrast-does-not-count",
      claim: { ko: "무늬만 맞으면 대비는 상관없어요.", en: "If the pattern fits, contrast does not matter." },
      correction: {
        ko: "무늬의 대비가 두 배면 곱의 합도 두 배예요. 흐린 경계는 무늬가 꼭 맞아도 반응이 작아요.",
        en: "Twice the contrast is twice the sum of products. A faint edge gets little, however well it fits.",
      },
    },
    {
      id: "bright-kernel-fires-on-bright",
      claim: { ko: "밝은 조각일수록 반응이 커요.", en: "The brighter a patch, the larger the response." },
      correction: {
        ko: "가중치의 합이 0이면 고르게 밝히는 것은 반응을 바꾸지 않아요. 양의 자리와 음의 자리의 차이만 남아요.",
        en: "Where the weights add up to 0, lighting a patch up evenly changes nothing. Only the difference of positive and negative places is left.",
      },
    },
    {
      id: "highest-contrast-wins",
      claim: { ko: "대비가 가장 큰 조각의 반응이 가장 커요.", en: "The patch with the most contrast gets the largest response." },
      correction: {
        ko: "대비가 커도 무늬가 커널과 엇갈리면 곱이 서로 지워지거나 음수가 돼요.",
        en: "Where the contrast runs across the kernel's pattern, products cancel or come out negative.",
      },
    },
    {
      id: "sign-does-not-count",
      claim: { ko: "반대로 된 무늬에도 똑같이 크게 반응해요.", en: "It responds to the reversed pattern just as strongly." },
      correction: {
        ko: "밝고 어두움이 뒤집히면 반응의 부호도 뒤집혀요. 큰 음수는 ReLU에서 0이 돼요.",
        en: "With bright and dark reversed the response changes its sign. A large negative one becomes 0 in the ReLU.",
      },
    },
    {
      id: "kernel-is-turned",
      claim: { ko: "합성곱이니까 커널을 반 바퀴 돌려서 곱해요.", en: "It is a convolution, so the kernel is turned by half a turn first." },
      correction: {
        ko: "수학의 합성곱은 돌리지만 신경망의 합성곱은 돌리지 않아요. 그대로 대고 곱하는 상호 상관(cross-correlation)이에요.",
        en: "Mathematics turns it; networks do not. What they call a convolution is a cross-correlation, with the kernel as it stands.",
      },
    },
    {
      id: "sign-is-colour",
      claim: { ko: "필터 그림에서 검은 곳은 가중치가 0인 곳이에요.", en: "Black in a filter's picture means a weight of 0." },
      correction: {
        ko: "0은 회색이에요. 검정은 가장 큰 음수라서, 거기 있는 밝은 픽셀이 반응을 가장 많이 깎아요.",
        en: "0 is grey. Black is the most negative weight: a bright pixel there takes most away.",
      },
    },
    {
      id: "one-filter-one-kernel",
      claim: { ko: "필터 하나는 커널 하나예요.", en: "A filter is one kernel." },
      correction: {
        ko: "필터에는 입력 채널마다 커널이 하나씩 있고, 반응은 그 곱을 모두 더한 것이에요. 그래서 첫 층은 셋, 우리 conv2는 열여섯이에요.",
        en: "A filter has a kernel for each input channel, and its response adds all their products: three in the first layer, sixteen in our conv2.",
      },
    },
    {
      id: "bias-is-visible",
      claim: { ko: "필터 그림만 보면 반응을 알 수 있어요.", en: "A filter's picture tells its whole response." },
      correction: {
        ko: "편향은 그림에 없어요. 곱을 다 더한 뒤에 더해지고, 조각이 온통 0이어도 남아요.",
        en: "The bias is not in the picture. It is added after the products, and stays where a patch is all 0.",
      },
    },
    {
      id: "stride-is-one",
      claim: { ko: "출력에서 한 칸 옆은 입력에서도 한 칸 옆이에요.", en: "One cell further in the output is one further in the input." },
      correction: {
        ko: "보폭이 2면 커널은 두 칸씩 건너뛰어요. 그래서 지도의 변이 절반이 돼요.",
        en: "With a stride of 2 the kernel moves by two cells, and the map's side is halved.",
      },
    },
    {
      id: "negatives-stay",
      claim: { ko: "다음 층은 음의 반응도 그대로 받아요.", en: "The next layer gets negative responses as they are." },
      correction: {
        ko: "ReLU가 음수를 0으로 만들어요. 다음 층은 얼마나 싫어했는지 알지 못해요.",
        en: "The ReLU makes them 0: the next layer never learns how much a patch was disliked.",
      },
    },
  ],
  references: [
    {
      title: "ImageNet Classification with Deep Convolutional Neural Networks",
      authors: "A. Krizhevsky, I. Sutskever, G. E. Hinton",
      year: 2012,
      url: "https://papers.nips.cc/paper/2012/hash/c399862d3b9d6b76c8436e924a68c45b-Abstract.html",
    },
    {
      title: "Visualizing and Understanding Convolutional Networks",
      authors: "M. D. Zeiler, R. Fergus",
      year: 2014,
      url: "https://arxiv.org/abs/1311.2901",
    },
    {
      title: "CNN Explainer: Learning Convolutional Neural Networks with Interactive Visualization",
      authors: "Z. J. Wang, R. Turko, O. Shaikh, H. Park, N. Das, F. Hohman, M. Kahng, D. H. Chau",
      year: 2020,
      url: "https://arxiv.org/abs/2004.15004",
    },
  ],
});
