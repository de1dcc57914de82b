import { defineQuestions, type ChoiceQuestion } from "@/lib/questions";
import type { Text } from "@/lib/words";
import { byPasses, byTrying, formulas, missingShare, mostSensitive, passes, pixelSize, squaredSize, whatMoves, worked } from "./asked";

/** Three options: the right one, and two that somebody with a wrong idea takes. */
const choice = (
  id: string,
  prompt: Text,
  right: Text,
  wrong: readonly (readonly [misconception: string, text: Text])[],
  explanation: Text,
): ChoiceQuestion => ({
  form: "choice",
  id,
  prompt,
  options: [
    { id: "right", text: right, correct: true },
    ...wrong.map(([misconception, text], i) => ({ id: `wrong-${i + 1}`, text, misconception })),
  ],
  explanation,
});

export const questions = defineQuestions([
  choice(
    "by-what",
    { ko: "현저성 맵은 클래스 점수를 무엇으로 미분해서 그리나요?", en: "By what is the class score differentiated for a saliency map?" },
    { ko: "입력 그림의 픽셀로", en: "By the input's pixels" },
    [
      ["reads-the-feature-map", { ko: "마지막 특징 지도로", en: "By the last feature map" }],
      ["gradient-of-the-weights", { ko: "신경망의 가중치들로", en: "By the network's weights" }],
    ],
    {
      ko: "가중치는 그대로 두고, 신호를 그림까지 되돌려 보내요.",
      en: "The weights stay as they are, and the signal goes all the way back to the picture.",
    },
  ),
  pixelSize,
  choice(
    "bright-means",
    { ko: "현저성 맵에서 밝은 픽셀은 무엇을 말하나요?", en: "What does a bright pixel of a saliency map say?" },
    { ko: "조금 바꾸면 점수가 많이 움직여요", en: "A small change moves the score a lot" },
    [
      ["bright-pixel-is-object", { ko: "그 물체가 바로 그 자리에 있어요", en: "The object stands at that very place" }],
      ["saliency-is-contribution", { ko: "점수의 많은 몫을 이미 보탰어요", en: "It has added a large share already" }],
      ["gradient-draws-outlines", { ko: "물체의 윤곽이 그리로 지나가요", en: "An outline of the object is there" }],
    ],
    { ko: "민감함과 있음, 몫은 서로 다른 질문이에요.", en: "Sensitivity, presence and share are three different questions." },
  ),
  mostSensitive,
  choice(
    "sign-lost",
    {
      ko: "현저성 맵에서 똑같이 밝은 두 픽셀이 있어요. 둘 다 조금 밝게 하면 점수는요?",
      en: "Two pixels are equally bright in a saliency map. Both become a little brighter. What does the score do?",
    },
    { ko: "맵만으로는 알 수 없어요", en: "The map alone does not tell" },
    [
      ["sign-shows-for-or-against", { ko: "밝은 픽셀이니 올라가요", en: "It rises, as they are bright" }],
      ["same-for-every-class", { ko: "같은 밝기라서 그대로예요", en: "It stays, as they are alike" }],
    ],
    {
      ko: "하나는 올리고 하나는 내릴 수도 있어요. 부호는 절댓값에서 사라졌어요.",
      en: "One may raise it and the other lower it: the sign went with the absolute value.",
    },
  ),
  squaredSize,
  byTrying,
  choice(
    "next-picture",
    {
      ko: "같은 클래스의 다른 그림을 넣으면 현저성 맵은 어떻게 되나요?",
      en: "Another picture of the same class goes in. What becomes of the saliency map?",
    },
    { ko: "다른 ReLU가 켜져 새로 그려져요", en: "Other ReLUs open, so it is a new one" },
    [
      ["same-for-every-picture", { ko: "가중치가 같으니 그대로 남아요", en: "It stays, since the weights are the same" }],
      ["gradient-of-the-weights", { ko: "다시 학습해야 그릴 수 있어요", en: "The network has to be trained again" }],
    ],
    { ko: "기울기는 그 그림에서 켜진 길로만 되돌아가요.", en: "The gradient goes back only along the paths that this picture opens." },
  ),
  choice(
    "saturated",
    {
      ko: "어떤 그림의 확률이 1에 아주 가까워요. 로짓 대신 확률의 기울기를 그리면요?",
      en: "A picture's probability is very close to 1. What if its gradient is drawn instead of the logit's?",
    },
    { ko: "거의 0이고 다른 로짓도 섞여요", en: "It is almost 0 and mixes logits" },
    [
      ["probability-will-do", { ko: "로짓의 맵과 똑같이 나와요", en: "It is the same map as the logit's" }],
      ["saliency-is-contribution", { ko: "확신하는 만큼 더 밝아져요", en: "It is brighter, being so sure" }],
    ],
    {
      ko: "확률은 더 오를 데가 없고, 다른 클래스의 로짓이 내려가도 올라요.",
      en: "The probability has no room left, and it also rises when another class's logit falls.",
    },
  ),
  passes,
  choice(
    "smoothgrad-is",
    { ko: "SmoothGrad는 무엇을 평균하나요?", en: "What does SmoothGrad average?" },
    { ko: "잡음을 섞은 그림들의 기울기", en: "The gradients of noisy copies" },
    [
      ["smoothgrad-smooths-the-map", { ko: "한 맵에서 이웃한 픽셀의 값", en: "Neighbouring pixels of one map" }],
      ["same-for-every-picture", { ko: "여러 그림에 공통인 맵의 값", en: "The maps of different pictures" }],
    ],
    {
      ko: "그림을 조금씩 흔들어 보고, 흔들려도 남는 기울기를 봐요.",
      en: "The picture is shaken a little each time; what stays is what counts.",
    },
  ),
  formulas,
  missingShare,
  choice(
    "one-way-back",
    {
      ko: "픽셀이 많은 그림에서 현저성 맵이 값싼 까닭은 무엇인가요?",
      en: "Why is a saliency map cheap, however many pixels a picture has?",
    },
    { ko: "한 번 되돌아가면 다 나와서요", en: "One way back gives them all" },
    [
      ["a-pass-a-pixel", { ko: "픽셀마다의 계산이 아주 짧아서요", en: "Each pixel's pass is short" }],
      ["reads-the-feature-map", { ko: "특징 지도의 칸이 적어서요", en: "A feature map has few cells" }],
    ],
    {
      ko: "역전파는 점수 하나에서 출발해 모든 픽셀의 기울기를 한꺼번에 줘요.",
      en: "Backpropagation starts from one score and gives the slopes of all pixels at once.",
    },
  ),
  byPasses,
  whatMoves,
  worked,
]);
