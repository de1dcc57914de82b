import { defineQuestions } from "@/lib/questions";
import { cellOfPixel, pipeline, received, roiWidth, smoothValues, twice, whatIsTaught, wholeLoss, workedBill } from "./asked";

export const questions = defineQuestions([
  {
    form: "choice",
    id: "what-is-cut",
    prompt: {
      ko: "Fast R-CNN은 후보 하나를 보려고 무엇을 잘라 내나요?",
      en: "To look at one proposal, what does Fast R-CNN cut out?",
    },
    options: [
      { id: "picture", text: { ko: "그림에서 그 자리의 픽셀", en: "Pixels out of the picture" }, misconception: "warps-crops-faster" },
      { id: "map", text: { ko: "특징 지도에서 그 자리의 칸", en: "Cells out of the feature map" }, correct: true },
      { id: "learnt", text: { ko: "배워서 찾은 새로운 영역", en: "A new region it has learnt" }, misconception: "proposals-are-learnt" },
    ],
    explanation: {
      ko: "CNN은 온 그림을 한 번 보고, 모든 후보가 그 한 장의 지도에서 제자리를 잘라 가요.",
      en: "The CNN looks at the whole picture once; every proposal takes its own place out of that one map.",
    },
  },
  cellOfPixel,
  pipeline,
  {
    form: "choice",
    id: "one-pixel",
    prompt: {
      ko: "보폭이 16인 지도에서 RoI를 오른쪽으로 1픽셀 옮겼어요. RoI 풀링의 결과는 어떻게 되기 쉬운가요?",
      en: "On a map of stride 16 a RoI is moved 1 pixel to the right. What is RoI pooling's result likely to do?",
    },
    options: [
      { id: "same", text: { ko: "하나도 바뀌지 않고 그대로예요", en: "Stay just as it was, unchanged" }, correct: true },
      {
        id: "little",
        text: { ko: "모든 수가 아주 조금씩 바뀌어요", en: "Change all numbers, by a little" },
        misconception: "pooling-is-exact",
      },
      { id: "mean", text: { ko: "구획의 평균만큼 옮겨 가요", en: "Drift by the means of its bins" }, misconception: "mean-of-the-bin" },
    ],
    explanation: {
      ko: "모서리를 반올림해서 대개 같은 칸이에요. 반의 경계를 넘는 걸음에서만 한꺼번에 바뀌어요.",
      en: "Rounded corners are mostly the same cells. Only a step across a half changes it, and then much at once.",
    },
  },
  roiWidth,
  {
    form: "choice",
    id: "what-comes-out",
    prompt: {
      ko: "구획의 네 칸이 3, 9, 1, 7이에요. 논문의 RoI 풀링은 이 구획에서 무엇을 내나요?",
      en: "A bin's four cells hold 3, 9, 1 and 7. What does the paper's RoI pooling give for it?",
    },
    options: [
      { id: "mean", text: { ko: "5", en: "5" }, misconception: "mean-of-the-bin" },
      { id: "max", text: { ko: "9", en: "9" }, correct: true },
      { id: "end", text: { ko: "3", en: "3" }, misconception: "end-cell-left-out" },
    ],
    explanation: { ko: "구획에서 가장 큰 수 하나만 가져가요.", en: "It takes the largest number of a bin and nothing else." },
  },
  twice,
  {
    form: "choice",
    id: "beyond-the-map",
    prompt: {
      ko: "RoI를 반올림했더니 마지막 칸이 지도 밖이에요. RoI 풀링은 어떻게 하나요?",
      en: "Rounded, a RoI's last cell lies beyond the map. What does RoI pooling do?",
    },
    options: [
      {
        id: "cut",
        text: { ko: "먼저 지도에 맞춰 자르고 나눠요", en: "Cuts it to the map, then divides" },
        misconception: "cut-before-bins",
      },
      {
        id: "move",
        text: { ko: "RoI를 한 칸 안으로 밀어 넣어요", en: "Pushes the RoI in by that cell" },
        misconception: "pooling-is-exact",
      },
      { id: "leave", text: { ko: "그대로 나눈 뒤 그 칸만 빼요", en: "Divides, then leaves it out" }, correct: true },
    ],
    explanation: {
      ko: "구획은 반올림한 RoI로 정하고, 지도에 없는 칸은 최댓값을 고를 때 빠져요.",
      en: "Bins come from the rounded RoI; a cell that the map does not have takes no part in the maximum.",
    },
  },
  received,
  {
    form: "choice",
    id: "who-proposes",
    prompt: {
      ko: "Fast R-CNN을 두 배 오래 학습했어요. 후보 상자는 어떻게 되나요?",
      en: "Fast R-CNN is trained twice as long. What happens to its proposals?",
    },
    options: [
      { id: "better", text: { ko: "물체에 더 잘 맞아요", en: "They fit objects better" }, misconception: "proposals-are-learnt" },
      { id: "crops", text: { ko: "더 크게 잘려 들어가요", en: "They are cropped larger" }, misconception: "warps-crops-faster" },
      { id: "same", text: { ko: "학습 전과 똑같아요", en: "They are just the same" }, correct: true },
    ],
    explanation: {
      ko: "후보는 아무것도 배우지 않는 선택적 탐색이 내요.",
      en: "They come from selective search, which learns nothing.",
    },
  },
  smoothValues,
  {
    form: "choice",
    id: "background-box",
    prompt: {
      ko: "강아지와 IoU가 0.4인 RoI를 배경으로 뽑았어요. 상자 때문에 내는 손실은 얼마인가요?",
      en: "A RoI with an IoU of 0.4 with a dog is drawn as background. What does it pay for its box?",
    },
    options: [
      {
        id: "dog",
        text: { ko: "강아지 상자까지 잰 오차만큼", en: "The loss of its errors to the dog" },
        misconception: "background-pays-for-its-box",
      },
      { id: "none", text: { ko: "없어요, 클래스 손실만 내요", en: "Nothing: it pays for its class" }, correct: true },
      {
        id: "alone",
        text: { ko: "오차만큼, 클래스 손실 없이", en: "Those errors, and no class loss" },
        misconception: "object-pays-for-box-alone",
      },
    ],
    explanation: {
      ko: "배경에는 맞출 상자가 없어요. 식의 [u ≥ 1]이 그 뜻이에요.",
      en: "Background has no box to aim at. That is what [u ≥ 1] in the formula says.",
    },
  },
  wholeLoss,
  {
    form: "choice",
    id: "whose-probability",
    prompt: {
      ko: "고양이 RoI의 확률이 배경 0.1, 강아지 0.7, 고양이 0.2예요. 클래스 손실은 무엇인가요?",
      en: "A cat's RoI gets 0.1 for background, 0.7 for dog and 0.2 for cat. What is its class loss?",
    },
    options: [
      { id: "truth", text: { ko: "−log 0.2", en: "−log 0.2" }, correct: true },
      { id: "likeliest", text: { ko: "−log 0.7", en: "−log 0.7" }, misconception: "loss-of-the-likeliest" },
      { id: "background", text: { ko: "−log 0.1", en: "−log 0.1" }, misconception: "rest-is-background" },
    ],
    explanation: {
      ko: "배워야 할 클래스의 확률로 셈해요. 그 확률이 낮을수록 손실이 커요.",
      en: "It is that of the class to be taught: the lower its probability, the larger the loss.",
    },
  },
  whatIsTaught,
  {
    form: "choice",
    id: "far-box",
    prompt: {
      ko: "상자의 오차 하나가 6이에요. smooth L1 손실은 얼마인가요?",
      en: "One error of a box is 6. What is its smooth L1 loss?",
    },
    options: [
      { id: "size", text: { ko: "6.0", en: "6.0" }, misconception: "box-loss-is-absolute" },
      { id: "right", text: { ko: "5.5", en: "5.5" }, correct: true },
      { id: "squared", text: { ko: "18", en: "18" }, misconception: "box-loss-is-squared" },
    ],
    explanation: {
      ko: "1부터는 |x| − ½이에요. 그래서 멀리 어긋난 상자 하나가 학습을 휘두르지 못해요.",
      en: "From 1 on it is |x| − ½, so one box far off cannot rule the training.",
    },
  },
  workedBill,
  {
    form: "choice",
    id: "the-papers-pooling",
    prompt: {
      ko: "2015년 논문의 Fast R-CNN에서 RoI의 왼쪽 변이 지도의 3.4번째 칸에 와요. 무엇을 할까요?",
      en: "In the Fast R-CNN of the 2015 paper, a RoI's left edge comes to 3.4 on the map. What happens?",
    },
    options: [
      {
        id: "between",
        text: { ko: "칸 사이를 읽어 평균을 내요", en: "Read between cells and average" },
        misconception: "roialign-from-the-start",
      },
      { id: "rounded", text: { ko: "3번째 칸부터 최댓값을 골라요", en: "Take maxima from cell 3 onwards" }, correct: true },
      { id: "exact", text: { ko: "칸을 3.4에서 나누어 잘라요", en: "Cut the cell in two at 3.4" }, misconception: "pooling-is-exact" },
    ],
    explanation: {
      ko: "모서리를 칸으로 반올림한 다음 구획마다 최댓값을 남겨요. 칸 사이를 읽는 RoIAlign은 2017년에 나왔어요.",
      en: "Corners are rounded to whole cells, then each bin keeps its maximum. RoIAlign, which reads between cells, came in 2017.",
    },
  },
]);
