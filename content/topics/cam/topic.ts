import { figureIn } from "@/lib/challenges/figures";
import { defineTopic } from "@/lib/challenges/topic";
import { josa } from "@/lib/words";
import measured from "./figures.json" with { type: "json" };

const figure = figureIn(measured);

export const topic = defineTopic({
  id: "cam",
  version: 1,
  track: "visualization",
  group: "analyse",
  order: 330,
  title: { ko: "CAM: 클래스가 있는 자리", en: "Class activation maps (CAM)" },
  summary: {
    ko: "채널 맵을 가중치로 섞어 클래스의 자리를 그리고, 그 맵의 평균이 왜 점수와 똑같은지 직접 확인해요.",
    en: "Mix channel maps by their weights to see where a class is, and check for yourself why that map's mean is the score.",
  },
  prerequisites: [],
  misconceptions: [
    {
      id: "weights-are-kernels",
      claim: {
        ko: "CAM은 가중치 w를 채널 맵 위로 밀며 합성곱해요.",
        en: "CAM slides the weights w over the channel maps, as a convolution does.",
      },
      correction: {
        ko: "채널마다 가중치는 숫자 하나예요. 맵 전체에 그 수를 곱하고 채널끼리 더하니까, 합성곱이 아니라 가중합이에요.",
        en: "Each channel has a single number. It multiplies the whole map, and the products are added over channels: a weighted sum, not a convolution.",
      },
    },
    {
      id: "needs-no-special-head",
      claim: { ko: "CAM은 어떤 분류기에나 그대로 쓸 수 있어요.", en: "CAM can be used on any classifier as it is." },
      correction: {
        ko: "마지막이 전역 평균 풀링(GAP)과 완전 연결층 하나여야 해요. 그렇지 않으면 머리를 바꾸고 다시 학습해야 해요.",
        en: "The network must end in global average pooling (GAP) and one dense layer. Otherwise the head has to be replaced and trained again.",
      },
    },
    {
      id: "weights-are-positive",
      claim: { ko: "가중치는 채널의 중요도라서 음수일 수 없어요.", en: "A weight is a channel's importance, so it cannot be negative." },
      correction: {
        ko: `음수 가중치는 그 클래스에 반대하는 증거예요. 우리 분류기에서는 점수를 이루는 몫의 ${josa(figure("evidence-against"), "이/가")} 음수예요. 가중치가 모두 양수라면 0이에요.`,
        en: `A negative weight is evidence against the class. On our classifier ${figure("evidence-against")} of all that makes a score is negative; with positive weights alone it would be 0.`,
      },
    },
    {
      id: "bias-has-a-place",
      claim: { ko: "편향도 맵 어딘가에 들어 있어요.", en: "The bias is somewhere in the map." },
      correction: {
        ko: "CAM에는 편향이 없어요. 편향은 점수에만 한 번 더해지고, 맵의 어느 칸도 바꾸지 않아요.",
        en: "A class activation map holds no bias. The bias is added to the score once and changes no cell of the map.",
      },
    },
    {
      id: "relu-in-cam",
      claim: { ko: "CAM은 ReLU로 음수를 잘라 내요.", en: "CAM sets negative values to 0 with a ReLU." },
      correction: {
        ko: "CAM에는 ReLU가 없어요. 음수를 잘라 낸 맵의 평균은 더 이상 점수와 맞지 않아요. ReLU는 Grad-CAM에 있어요.",
        en: "CAM has no ReLU. Once negative cells are set to 0, the map's mean no longer gives the score. It is Grad-CAM that has a ReLU.",
      },
    },
    {
      id: "map-equals-pixels",
      claim: { ko: "매끈하게 확대한 맵은 픽셀마다 계산한 값이에요.", en: "A smoothly enlarged map was computed for every pixel." },
      correction: {
        ko: "계산된 것은 14 × 14칸뿐이에요. 그 사이는 확대하면서 채운 값이라, 물체의 윤곽을 따르지 않아요.",
        en: "Only 14 × 14 cells were computed. What lies between was filled in by enlarging and does not follow the object's outline.",
      },
    },
    {
      id: "strongest-channel-decides",
      claim: { ko: "가장 강한 채널 하나가 맵을 정해요.", en: "The strongest channel alone makes the map." },
      correction: {
        ko: `맵은 모든 채널의 합이에요. 우리 분류기에서 가장 크게 보탠 채널 하나만 남기면 맵의 꼭대기가 질문의 ${figure("pointing-strongest")}에서 보려는 물체에 놓이고, 다 섞으면 ${josa(figure("pointing-cam"), "이에요/예요")}. 아무 픽셀이나 고르면 ${josa(figure("pointing-any-pixel"), "이에요/예요")}.`,
        en: `The map is a sum over all channels. With the one channel alone that adds most, our classifier's map peaks on the object asked for in ${figure("pointing-strongest")} of the questions, with all of them in ${figure("pointing-cam")}; any pixel is right in ${figure("pointing-any-pixel")}.`,
      },
    },
    {
      id: "channels-count-alike",
      claim: { ko: "GAP이 평균을 내니까 채널마다 몫이 같아요.", en: "GAP takes averages, so every channel counts alike." },
      correction: {
        ko: `GAP은 한 채널 안의 칸들을 평균 내요. 채널의 몫은 클래스마다 배운 가중치가 정해요. 우리 분류기의 채널을 똑같이 더한 맵은 질문의 ${figure("pointing-alike")}에서만 보려는 물체를 가리켜요. 배운 가중치로는 ${josa(figure("pointing-cam"), "이에요/예요")}.`,
        en: `GAP averages over the cells of one channel. How much a channel counts is set by weights learnt for each class. Our classifier's channels added alike point at the object asked for in ${figure("pointing-alike")} of the questions, with the learnt weights in ${figure("pointing-cam")}.`,
      },
    },
    {
      id: "peak-tells-all",
      claim: {
        ko: "채널이 가장 밝은 칸에서 맵을 나누면 가중치가 나와요.",
        en: "Dividing the map at a channel's brightest cell gives its weight.",
      },
      correction: {
        ko: "그 칸에 다른 채널도 켜져 있으면 함께 더해져요. 하나만 켜진 칸에서 읽거나, 여러 칸을 함께 풀어야 해요.",
        en: "Other channels that are on in that cell add to it. Read a cell where one channel is on alone, or solve several cells together.",
      },
    },
    {
      id: "every-channel-speaks",
      claim: { ko: "켜진 채널은 모두 점수에 몫이 있어요.", en: "Every channel that is on has a say in the score." },
      correction: {
        ko: "가중치가 0이면 아무리 밝게 켜져도 맵과 점수가 그대로예요.",
        en: "With a weight of 0 a channel changes neither map nor score, however bright it is.",
      },
    },
    {
      id: "zero-is-nothing",
      claim: { ko: "맵이 0인 칸에서는 합이 정확히 0이었어요.", en: "Where the map shows 0, the sum was exactly 0." },
      correction: {
        ko: "ReLU를 거친 맵의 0은 ‘0이거나 음수’라는 뜻이에요. 얼마나 음수였는지는 지워졌어요.",
        en: "After a ReLU a 0 means “zero or below”. How far below has been wiped out.",
      },
    },
  ],
  references: [
    {
      title: "Learning Deep Features for Discriminative Localization",
      authors: "B. Zhou, A. Khosla, A. Lapedriza, A. Oliva, A. Torralba",
      year: 2016,
      url: "https://arxiv.org/abs/1512.04150",
    },
    {
      title: "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization",
      authors: "R. R. Selvaraju, M. Cogswell, A. Das, R. Vedantam, D. Parikh, D. Batra",
      year: 2017,
      url: "https://arxiv.org/abs/1610.02391",
    },
    {
      title: "Network In Network",
      authors: "M. Lin, Q. Chen, S. Yan",
      year: 2014,
      url: "https://arxiv.org/abs/1312.4400",
    },
  ],
});
