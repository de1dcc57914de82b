import { defineQuestions } from "@/lib/questions";
import {
  beyondTheEnd,
  levelOfBox,
  mergedCell,
  oneByOne,
  otherReference,
  strides,
  threeLevels,
  wayDown,
  workedLevel,
  wrongCopy,
} from "./asked";

export const questions = defineQuestions([
  {
    form: "choice",
    id: "channels-of-the-sum",
    prompt: {
      ko: "위에서 내려온 지도와 옆의 지도가 저마다 256채널이에요. 둘을 합친 지도는 몇 채널인가요?",
      en: "What comes down and the lateral map have 256 channels each. How many has the map that they are merged into?",
    },
    options: [
      { id: "same", text: { ko: "그대로 하나만큼이에요", en: "Just as many as each" }, correct: true },
      { id: "both", text: { ko: "이어 붙여 두 배예요", en: "Twice as many in all" }, misconception: "levels-are-concatenated" },
      { id: "one", text: { ko: "큰 값만 남아 하나예요", en: "One, of the larger ones" }, misconception: "larger-of-two" },
    ],
    explanation: {
      ko: "같은 자리의 같은 채널끼리 더해요. 그래서 채널 수가 같아야 하고 합도 그만큼이에요.",
      en: "Channel is added to channel, place by place. Both need the same number, and the sum has it still.",
    },
  },

  mergedCell,

  {
    form: "choice",
    id: "cut-the-lateral",
    prompt: {
      ko: "촘촘한 레벨을 옆의 지도 없이, 내려온 지도만 키워서 만들었어요. 무엇을 잃나요?",
      en: "A fine level is made without its lateral map, of what comes down alone. What is lost?",
    },
    options: [
      {
        id: "class",
        text: { ko: "무엇인지에 대한 뜻을 잃어요", en: "The meaning of what it is" },
        misconception: "top-down-carries-resolution",
      },
      { id: "place", text: { ko: "네 칸 안에서의 위치를 잃어요", en: "The place within four cells" }, correct: true },
      {
        id: "nothing",
        text: { ko: "채널의 절반이 사라지게 돼요", en: "A half of all its channels" },
        misconception: "levels-are-concatenated",
      },
    ],
    explanation: {
      ko: "키운 사본은 2×2칸이 모두 같아요. 그 안에서 어디인지는 옆의 지도만 알아요.",
      en: "Copies are alike in 2×2 cells. Where within them something lies, only the lateral map knows.",
    },
  },

  wayDown,

  {
    form: "choice",
    id: "whole-picture-bus",
    prompt: {
      ko: "버스 한 대가 그림을 거의 다 채웠어요. FPN을 쓴 두 단계 검출기는 그 RoI를 어디에서 읽나요?",
      en: "A bus fills nearly all of the picture. Where does a two-stage detector with an FPN read its RoI?",
    },
    options: [
      { id: "fine", text: { ko: "가장 촘촘한 레벨에서요", en: "On the finest level" }, misconception: "large-on-the-finest" },
      { id: "all", text: { ko: "모든 레벨을 이어 붙여서요", en: "On all, concatenated" }, misconception: "levels-are-concatenated" },
      { id: "coarse", text: { ko: "가장 성긴 레벨 하나에서요", en: "On the coarsest level" }, correct: true },
    ],
    explanation: {
      ko: "상자마다 크기에 맞는 한 레벨에서만 읽어요. 큰 상자는 성긴 레벨이에요.",
      en: "Each box is read on the one level of its size, and large boxes on coarse levels.",
    },
  },

  levelOfBox,

  {
    form: "choice",
    id: "twice-as-wide",
    prompt: {
      ko: "상자의 높이는 그대로인데 너비만 두 배가 되었어요. 내림하기 전의 레벨 값은 얼마나 커지나요?",
      en: "A box keeps its height and becomes twice as wide. By how much does its level grow, before rounding down?",
    },
    options: [
      { id: "one", text: { ko: "정확히 하나만큼이요", en: "By one level in full" }, misconception: "root-is-left-out" },
      { id: "half", text: { ko: "정확히 반만큼이에요", en: "By half of one level" }, correct: true },
      { id: "none", text: { ko: "조금도 안 커지지요", en: "Not by any part of it" }, misconception: "short-side-decides" },
    ],
    explanation: {
      ko: "√(wh)는 √2배가 되고, log2(√2)는 1/2이에요.",
      en: "√(wh) grows by √2, and log2(√2) is 1/2.",
    },
  },

  otherReference,

  {
    form: "choice",
    id: "between-two-cells",
    prompt: {
      ko: "성긴 지도의 이웃한 두 칸이 10과 30이에요. 논문의 FPN이 두 배로 키우면 그 사이에 20이 나오나요?",
      en: "Two neighbours of a coarse map hold 10 and 30. When the paper's FPN enlarges it twice, does a 20 come up between them?",
    },
    options: [
      { id: "no", text: { ko: "아니요, 두 칸씩 똑같이 베껴요", en: "No, each is copied as it stands" }, correct: true },
      {
        id: "blend",
        text: { ko: "네, 이웃한 칸의 값과 섞으니까요", en: "Yes, as neighbours are blended" },
        misconception: "copies-are-blended",
      },
      { id: "mean", text: { ko: "네, 두 값의 평균을 내기 때문에요", en: "Yes, as any two are averaged" }, misconception: "merge-averages" },
    ],
    explanation: {
      ko: "가장 가까운 칸을 그대로 베껴서 10, 10, 30, 30이 돼요. 섞는 일은 더한 뒤의 3×3이 해요.",
      en: "The nearest cell is copied: 10, 10, 30, 30. Mixing is left to the 3×3 after the sum.",
    },
  },

  oneByOne,

  {
    form: "choice",
    id: "what-one-by-one-changes",
    prompt: {
      ko: "옆의 지도가 1×1 합성곱을 거치면 무엇이 달라지나요?",
      en: "What does a 1×1 convolution change about the lateral map?",
    },
    options: [
      { id: "size", text: { ko: "칸의 수가 네 배로 늘어나요", en: "It has four times the cells" }, misconception: "copies-are-tiled" },
      { id: "channels", text: { ko: "칸마다 채널을 새로 섞어요", en: "Its channels are mixed anew" }, correct: true },
      { id: "places", text: { ko: "이웃한 칸끼리 값이 섞여요", en: "Its neighbours are blended" }, misconception: "copies-are-blended" },
    ],
    explanation: {
      ko: "칸마다 따로, 채널들에 배운 무게를 곱해 더해요. 칸의 수와 자리는 그대로예요.",
      en: "Cell by cell the channels are added with learned weights. Cells and places stay as they are.",
    },
  },

  workedLevel,

  strides,

  {
    form: "choice",
    id: "layers-as-they-are",
    prompt: {
      ko: "어떤 검출기는 신경망의 세 층을 있는 그대로 읽어요. FPN으로 바꾸면 촘촘한 층에 무엇이 더해지나요?",
      en: "A detector reads three layers of its network as they are. What does an FPN add to the fine one?",
    },
    options: [
      { id: "none", text: { ko: "더해지는 것이 하나도 없어요", en: "Nothing is added to it at all" }, misconception: "lateral-is-enough" },
      {
        id: "places",
        text: { ko: "위층에서 온 더 촘촘한 위치요", en: "Finer places from layers above" },
        misconception: "top-down-carries-resolution",
      },
      { id: "meaning", text: { ko: "더 깊은 층이 알아낸 뜻이에요", en: "What deeper layers worked out" }, correct: true },
    ],
    explanation: {
      ko: "깊은 층은 성기지만 더 넓게 보고 더 많이 계산했어요. 그것이 키워져서 더해져요.",
      en: "Deeper layers are coarse, but have seen more and computed more. That is enlarged and added.",
    },
  },

  threeLevels,

  {
    form: "choice",
    id: "how-far-down",
    prompt: {
      ko: "P5부터 P2까지 네 레벨인 FPN이에요. 맨 위의 지도가 아는 것은 어디까지 내려가나요?",
      en: "An FPN has four levels, P5 to P2. How far down does what the top map knows get?",
    },
    options: [
      { id: "next", text: { ko: "바로 아래인 P4까지만 가요", en: "To P4, right below, only" }, misconception: "only-neighbours-meet" },
      { id: "all", text: { ko: "차례로 내려가 P2까지 가요", en: "Step by step, down to P2" }, correct: true },
      { id: "own", text: { ko: "어디에도 안 가고 P5에 있어요", en: "Nowhere: it stays at P5" }, misconception: "lateral-is-enough" },
    ],
    explanation: {
      ko: "내려오는 것은 이미 더해진 지도예요. 합이 다시 키워져 다음 레벨로 내려가요.",
      en: "What comes down is a sum already; it is enlarged in turn and goes on to the next level.",
    },
  },

  beyondTheEnd,

  wrongCopy,
]);
