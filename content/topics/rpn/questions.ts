import { defineQuestions } from "@/lib/questions";
import {
  anchorCount,
  boxChannels,
  funnelOrder,
  grownWidth,
  sampleMix,
  shiftedCentre,
  whatEachSays,
  whereItGoes,
  workedDecode,
} from "./asked";

export const questions = defineQuestions([
  {
    form: "choice",
    id: "all-zero",
    prompt: {
      ko: "한 앵커의 델타가 tx = ty = tw = th = 0으로 나왔어요. 어떤 상자가 되나요?",
      en: "An anchor gets the deltas tx = ty = tw = th = 0. Which box does it become?",
    },
    options: [
      {
        id: "point",
        text: { ko: "그림의 왼쪽 위에 놓인 점", en: "A point, top left in the picture" },
        misconception: "coordinates-come-out",
      },
      { id: "anchor", text: { ko: "출발한 앵커 그대로인 상자", en: "The very anchor it started from" }, correct: true },
      {
        id: "gone",
        text: { ko: "가운데에서 크기가 0인 상자", en: "A box of size 0 at its own centre" },
        misconception: "size-times-delta",
      },
    ],
    explanation: {
      ko: "0은 ‘고칠 것이 없다’는 뜻이에요. 가운데는 0배만큼 옮기고, 크기는 e^0 = 1배예요.",
      en: "0 means nothing to correct: the centre moves by 0 widths, and sizes become e^0 = 1 times as large.",
    },
  },

  shiftedCentre,

  {
    form: "choice",
    id: "thirty-six",
    prompt: {
      ko: "칸마다 앵커가 9개인 RPN에서 상자 가지는 칸마다 수 36개를 내요. 이 수들은 무엇인가요?",
      en: "With 9 anchors a cell the RPN's box branch gives 36 numbers for each cell. What are they?",
    },
    options: [
      {
        id: "coordinates",
        text: { ko: "상자 아홉 개의 좌표와 크기", en: "Places and sizes of nine boxes" },
        misconception: "coordinates-come-out",
      },
      { id: "classes", text: { ko: "클래스마다 따로 잰 네 변", en: "Four sides for each of the classes" }, misconception: "finds-classes" },
      { id: "deltas", text: { ko: "앵커 아홉 개를 고칠 델타", en: "Corrections of its nine anchors" }, correct: true },
    ],
    explanation: {
      ko: "앵커마다 네 수, 곧 가운데를 옮길 tx, ty와 크기를 바꿀 tw, th예요. 앵커가 없으면 이 수만으로는 상자를 그릴 수 없어요.",
      en: "Four for each anchor: tx, ty move its centre, tw, th change its size. Without the anchor these numbers draw no box.",
    },
  },

  grownWidth,

  {
    form: "choice",
    id: "same-shift",
    prompt: {
      ko: "작은 앵커와 그 두 배 크기의 앵커에 똑같이 tx = 0.3이 나왔어요. 어느 쪽이 더 멀리 옮겨 가나요?",
      en: "A small anchor and one twice as large both get tx = 0.3. Which moves farther, in pixels?",
    },
    options: [
      { id: "alike", text: { ko: "그림에 견주니 둘이 같아요", en: "Both alike: by the picture" }, misconception: "shift-in-picture-sizes" },
      { id: "large", text: { ko: "큰 앵커가 두 배 더 멀리요", en: "The large one, twice as far" }, correct: true },
      { id: "none", text: { ko: "크기만 바뀌고 안 움직여요", en: "Neither: only sizes change" }, misconception: "shift-forgotten" },
    ],
    explanation: {
      ko: "tx는 앵커의 너비를 단위로 재요. 그래서 큰 물체든 작은 물체든 같은 크기의 수로 배울 수 있어요.",
      en: "tx is measured in widths of the anchor. So large and small objects are learnt with numbers of one size.",
    },
  },

  whereItGoes,

  {
    form: "choice",
    id: "left-edge",
    prompt: {
      ko: "tx = ty = 0이고 tw = 0.69예요(e^0.69 ≈ 2). 상자의 왼쪽 변은 앵커의 왼쪽 변에 견주어 어디에 있나요?",
      en: "tx = ty = 0 and tw = 0.69 (e^0.69 ≈ 2). Where does the box's left side lie, compared with the anchor's?",
    },
    options: [
      { id: "same", text: { ko: "같은 자리에 그대로 있어요", en: "Just where it was before" }, misconception: "grows-from-corner" },
      { id: "left", text: { ko: "너비의 절반만큼 왼쪽이에요", en: "Half a width to the left" }, correct: true },
      { id: "inside", text: { ko: "안으로 조금 들어와 있어요", en: "A little farther inwards" }, misconception: "size-times-delta" },
    ],
    explanation: {
      ko: "가운데를 두고 두 배로 늘어나니까 왼쪽으로 반, 오른쪽으로 반 나가요.",
      en: "It doubles around its centre: half a width goes to the left and half to the right.",
    },
  },

  workedDecode,

  {
    form: "choice",
    id: "over-the-border",
    prompt: {
      ko: "델타를 따라 옮겨 간 상자가 그림의 오른쪽으로 30픽셀 나갔어요. 어떻게 하나요?",
      en: "A decoded box reaches 30 pixels over the picture's right border. What is done with it?",
    },
    options: [
      { id: "push", text: { ko: "상자째 왼쪽으로 밀어 넣어요", en: "All of it is pushed to the left" }, misconception: "clip-moves-box" },
      { id: "cut", text: { ko: "나간 부분만 가위로 잘라 내요", en: "Only what sticks out is clipped" }, correct: true },
      { id: "drop", text: { ko: "점수가 0.5 넘을 때만 남겨요", en: "It stays if it scores above 0.5" }, misconception: "half-score-cut" },
    ],
    explanation: {
      ko: "다른 세 변은 맞을 수 있으니 그대로 두고, 오른쪽 변만 그림의 끝에 맞춰요.",
      en: "Its other sides may well be right and stay; only the right side is set to the picture's border.",
    },
  },

  boxChannels,

  {
    form: "choice",
    id: "who-names-it",
    prompt: {
      ko: "Faster R-CNN이 강아지를 찾았어요. ‘강아지’라고 정한 것은 어느 부분인가요?",
      en: "Faster R-CNN has found a dog. Which part of it decided on “dog”?",
    },
    options: [
      { id: "rpn", text: { ko: "후보를 낸 RPN의 점수 가지", en: "The RPN, by its scores" }, misconception: "finds-classes" },
      { id: "search", text: { ko: "영역을 합친 선택적 탐색", en: "Selective search, merging" }, misconception: "still-selective-search" },
      { id: "head", text: { ko: "후보를 받아 본 뒤쪽 검출기", en: "The detector behind it" }, correct: true },
    ],
    explanation: {
      ko: "RPN은 물체가 있을 만한 곳만 알려 줘요. 후보 자리의 특징을 꺼내 클래스를 정하는 것은 Fast R-CNN과 같은 뒤쪽 검출기예요.",
      en: "The RPN only says where something is. The detector behind it, as in Fast R-CNN, reads the features there and names the class.",
    },
  },

  anchorCount,

  {
    form: "choice",
    id: "where-from",
    prompt: { ko: "RPN은 무엇을 보고 후보를 내나요?", en: "What does an RPN read its proposals off?" },
    options: [
      {
        id: "search",
        text: { ko: "선택적 탐색이 낸 상자들", en: "Boxes that selective search gave" },
        misconception: "still-selective-search",
      },
      { id: "map", text: { ko: "뒤쪽 검출기도 읽는 특징 지도", en: "The map that its detector reads" }, correct: true },
      { id: "crops", text: { ko: "앵커마다 잘라 낸 그림 조각", en: "A crop of the picture an anchor" }, misconception: "nms-on-anchors" },
    ],
    explanation: {
      ko: "특징 지도는 어차피 계산해 두었어요. 그 위에 작은 합성곱을 하나 더 얹어 읽으니까 후보가 거의 공짜예요.",
      en: "The map has been computed anyway; a small convolution on top of it reads the proposals almost for free.",
    },
  },

  funnelOrder,

  {
    form: "choice",
    id: "two-anchors-one-box",
    prompt: {
      ko: "IoU가 0.3인 두 앵커가 델타를 따라가 IoU 0.9로 겹치는 두 상자가 됐어요. 임계값 0.7인 NMS는 어떻게 하나요?",
      en: "Two anchors with an IoU of 0.3 become two boxes with an IoU of 0.9. What does NMS at 0.7 do?",
    },
    options: [
      { id: "both", text: { ko: "앵커가 멀어서 둘 다 남겨요", en: "Keeps both: anchors apart" }, misconception: "nms-on-anchors" },
      { id: "one", text: { ko: "점수가 낮은 쪽을 지워요", en: "Drops the one scoring less" }, correct: true },
      { id: "all", text: { ko: "점수가 있으니 둘 다 남겨요", en: "Keeps both: both scored" }, misconception: "scores-are-enough" },
    ],
    explanation: {
      ko: "NMS가 재는 것은 옮겨 간 상자끼리의 IoU예요. 0.9는 0.7보다 크니까 하나만 남아요.",
      en: "NMS compares decoded boxes. Their IoU of 0.9 is above 0.7, so one of them falls.",
    },
  },

  sampleMix,

  {
    form: "choice",
    id: "several-an-object",
    prompt: {
      ko: "임계값 0.7인 NMS를 지났는데도 의자 하나에 후보가 넷 남았어요. 왜 그럴까요?",
      en: "After NMS at 0.7 one chair still has four proposals. Why?",
    },
    options: [
      { id: "lenient", text: { ko: "서로 0.7 이하로 겹치니까요", en: "None overlaps another by over 0.7" }, correct: true },
      { id: "broken", text: { ko: "하나여야 하는데 고장 나서요", en: "NMS failed: one should be left" }, misconception: "nms-keeps-few" },
      { id: "anchors", text: { ko: "앵커끼리 멀리 떨어져서요", en: "Their anchors lie too far apart" }, misconception: "nms-on-anchors" },
    ],
    explanation: {
      ko: "0.7은 거의 같은 상자만 지우는 느슨한 값이에요. 조금 다른 상자는 남겨 두고 뒤쪽 검출기가 고르게 해요.",
      en: "0.7 only drops what is nearly the same box. Others are left for the detector behind it to choose from.",
    },
  },

  whatEachSays,

  {
    form: "choice",
    id: "why-lenient",
    prompt: {
      ko: "RPN의 NMS 임계값은 왜 검출 결과를 낼 때(0.3–0.5)보다 높게 잡아도 될까요?",
      en: "Why may the RPN's NMS threshold be higher than that for final detections (0.3 to 0.5)?",
    },
    options: [
      { id: "later", text: { ko: "뒤에서 다시 고르니까요", en: "They are sorted again later" }, correct: true },
      { id: "one", text: { ko: "높으면 하나만 남으니까요", en: "A higher one leaves one box" }, misconception: "nms-keeps-few" },
      { id: "fixed", text: { ko: "늘 0.7로 정해졌으니까요", en: "It is 0.7 by its definition" }, misconception: "always-seven" },
    ],
    explanation: {
      ko: "후보에서는 물체를 놓치지 않는 것이 먼저예요. 뒤쪽 검출기가 상자를 다시 고치고, 클래스마다 NMS를 한 번 더 해요.",
      en: "Proposals must above all miss nothing. The detector refines them, and NMS runs once more within each class.",
    },
  },

  {
    form: "choice",
    id: "tiny-but-sure",
    prompt: {
      ko: "최소 크기가 16픽셀인 RPN에서 점수 0.98인 앵커가 델타를 따라 9×40 상자가 됐어요. 이 상자는 후보가 되나요?",
      en: "The smallest side is 16 pixels. An anchor with a score of 0.98 has become a box of 9×40. Is it a proposal?",
    },
    options: [
      { id: "yes", text: { ko: "네, 점수가 아주 높으니까요", en: "Yes, with such a score" }, misconception: "small-ones-stay" },
      { id: "half", text: { ko: "네, 0.5만 넘으면 되니까요", en: "Yes, for it is above 0.5" }, misconception: "half-score-cut" },
      { id: "no", text: { ko: "아니요, 한 변이 너무 짧아요", en: "No, a side is too short" }, correct: true },
    ],
    explanation: {
      ko: "크기는 점수와 따로 봐요. 한 변이라도 16픽셀보다 짧으면 NMS에 가기 전에 버려요.",
      en: "Size is judged apart from the score: with one side below 16 pixels a box is dropped before NMS.",
    },
  },

  {
    form: "choice",
    id: "beyond-the-limit",
    prompt: {
      ko: "점수가 높은 6,000개만 NMS에 들어가요. 아무것과도 겹치지 않지만 점수로 6,001번째인 상자는 어떻게 되나요?",
      en: "Only the best 6,000 by score enter NMS. What becomes of a box that overlaps nothing but is the 6,001st?",
    },
    options: [
      { id: "out", text: { ko: "NMS에 못 들어가고 빠져요", en: "It never gets to NMS" }, correct: true },
      { id: "kept", text: { ko: "겹치지 않으니 끝까지 남아요", en: "Being alone, it stays" }, misconception: "limit-forgotten" },
      { id: "half", text: { ko: "0.5를 넘으면 끝까지 남아요", en: "It stays: it is above 0.5" }, misconception: "half-score-cut" },
    ],
    explanation: {
      ko: "NMS 앞의 제한은 겹침을 묻지 않아요. 점수 순으로 자를 뿐이에요. 대신 NMS가 빨라져요.",
      en: "The limit before NMS does not ask for overlap, it cuts by score. In return NMS is quick.",
    },
  },

  {
    form: "choice",
    id: "which-start",
    prompt: {
      ko: "한 칸의 세 앵커가 지금 물체와 IoU 0.6, 0.4, 0.3으로 겹쳐요. 옮겨 간 뒤 물체에 가장 잘 맞는 것은 어느 앵커일까요?",
      en: "Three anchors of a cell overlap an object with IoUs of 0.6, 0.4 and 0.3. Which will fit it best once moved?",
    },
    options: [
      { id: "first", text: { ko: "0.6으로 겹치는 앵커예요", en: "The one that is at 0.6 now" }, misconception: "closest-anchor-wins" },
      { id: "deltas", text: { ko: "델타를 봐야 알 수 있어요", en: "That depends on the deltas" }, correct: true },
      { id: "all", text: { ko: "셋은 크기만 달라서 같아요", en: "All alike, apart from size" }, misconception: "shift-forgotten" },
    ],
    explanation: {
      ko: "후보는 앵커가 아니라 델타를 따라 옮겨 간 상자예요. 대개 가까운 앵커가 유리하지만, 정해진 것은 아니에요.",
      en: "A proposal is where the deltas take the anchor. A close start helps as a rule, but decides nothing.",
    },
  },
]);
