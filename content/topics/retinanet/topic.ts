import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "retinanet",
  version: 1,
  track: "detection",
  group: "one-stage",
  order: 170,
  title: { ko: "RetinaNet: 앵커마다 클래스 수만큼 묻기", en: "RetinaNet: a question for every class at every anchor" },
  summary: {
    ko: "피라미드의 모든 레벨에 앵커를 놓고, 앵커마다 클래스별로 예, 아니요를 따로 물어요. 거의 모두 쉬운 배경인 답에서 배우게 한 것이 focal loss예요.",
    en: "Anchors on every level of a pyramid, each asked a separate yes or no for every class. Nearly all answers are easy background; the focal loss lets it learn all the same.",
  },
  prerequisites: ["anchor-boxes", "nms", "focal-loss", "fpn"],
  misconceptions: [
    {
      id: "background-is-a-class",
      claim: {
        ko: "앵커마다 배경을 더한 클래스들에 소프트맥스를 써서 하나를 골라요.",
        en: "At each anchor a softmax picks one of the classes, background among them.",
      },
      correction: {
        ko: "클래스마다 시그모이드가 따로 답하고, 배경 클래스는 없어요. 모두 낮으면 그것이 배경이에요. 합이 1일 까닭도 없어요.",
        en: "Each class answers through a sigmoid of its own and there is no background class: background is where all are low. They need not add up to 1.",
      },
    },
    {
      id: "one-class-an-anchor",
      claim: { ko: "앵커 하나는 클래스 하나만 검출할 수 있어요.", en: "An anchor can detect one class only." },
      correction: {
        ko: "임계값을 넘은 클래스는 저마다 검출이 돼요. 사람과 말처럼 겹친 두 물체가 한 앵커에서 함께 나올 수 있어요.",
        en: "Every class above the cut becomes a detection. Two objects on top of each other, a person and a horse, may come from one anchor.",
      },
    },
    {
      id: "positive-logit-is-yes",
      claim: { ko: "로짓이 0보다 크면 검출이에요.", en: "A logit above 0 is a detection." },
      correction: {
        ko: "로짓 0은 확률 0.5예요. 임계값이 0.3이면 −0.85보다 큰 로짓이, 0.7이면 0.85보다 큰 로짓이 남아요.",
        en: "A logit of 0 is a probability of 0.5. With a cut at 0.3 logits above −0.85 stay, with a cut at 0.7 those above 0.85.",
      },
    },
    {
      id: "a-head-a-level",
      claim: { ko: "피라미드의 레벨마다 머리가 따로 있어요.", en: "Each level of the pyramid has a head of its own." },
      correction: {
        ko: "모든 레벨이 같은 머리를 나눠 써요. 레벨마다 다른 것은 입력인 특징 지도와 앵커의 크기예요.",
        en: "All levels share one head. What differs is the feature map that goes in and the size of the anchors.",
      },
    },
    {
      id: "one-size-a-level",
      claim: { ko: "레벨마다 앵커의 크기는 한 가지예요.", en: "A level has anchors of one size." },
      correction: {
        ko: "비율 셋에 크기도 셋(1, 2의 1/3제곱, 2의 2/3제곱 배)이라 칸마다 아홉이에요. 그래서 레벨과 레벨 사이의 크기도 빠지지 않아요.",
        en: "Three ratios by three sizes (times 1, the cube root of 2, and its square) make nine a cell, so that sizes between two levels are covered, too.",
      },
    },
    {
      id: "no-ignored-band",
      claim: { ko: "IoU가 0.5보다 낮은 앵커는 모두 배경으로 배워요.", en: "Every anchor below an IoU of 0.5 is taught as background." },
      correction: {
        ko: "배경은 0.4보다 낮은 앵커예요. 0.4부터 0.5까지는 손실에 넣지 않아요.",
        en: "Background is below 0.4. From 0.4 to 0.5 an anchor stays out of the loss.",
      },
    },
    {
      id: "easy-ones-are-removed",
      claim: { ko: "focal loss는 쉬운 배경을 학습에서 빼요.", en: "The focal loss leaves easy background out of training." },
      correction: {
        ko: "빼지 않고 작게 세요. 모든 앵커가 손실에 들어가고, 쉬운 것일수록 무게가 0에 가까워질 뿐이에요.",
        en: "It leaves nothing out, it counts it less. Every anchor is in the loss; the easier it is, the closer its weight comes to 0.",
      },
    },
    {
      id: "start-does-not-matter",
      claim: {
        ko: "어차피 학습하니까 처음 확률은 상관없어요.",
        en: "Training will set it right, so the first probability does not matter.",
      },
      correction: {
        ko: "처음에 모두 0.5라고 답하면 배경 십만 곳의 손실이 첫걸음을 뒤덮어 학습이 불안해져요. 그래서 편향을 −4.595로 두고 0.01에서 시작해요.",
        en: "If all begin at 0.5, a hundred thousand places of background drown the first steps and make them unstable. So the bias starts at −4.595, a probability of 0.01.",
      },
    },
    {
      id: "nms-within-a-level",
      claim: { ko: "NMS는 레벨마다 따로 해요.", en: "NMS runs within each level." },
      correction: {
        ko: "모든 레벨의 상자를 모아 클래스마다 한 번 해요. 따로 하면 두 레벨이 함께 찾은 물체가 두 번 나와요.",
        en: "It runs once for each class, over the boxes of all levels. Otherwise an object that two levels have found comes out twice.",
      },
    },
    {
      id: "classes-suppress",
      claim: { ko: "점수가 높은 상자는 다른 클래스의 상자도 지워요.", en: "A higher box drops boxes of other classes as well." },
      correction: {
        ko: "NMS는 같은 클래스끼리만 비교해요. 같은 자리의 다른 클래스는 둘 다 남아요.",
        en: "NMS compares boxes of one class only. Two classes at one place both stay.",
      },
    },
    {
      id: "every-hot-pair-is-found",
      claim: { ko: "임계값을 넘은 짝은 모두 검출이에요.", en: "Every pair above the cut is a detection." },
      correction: {
        ko: "이웃한 앵커들이 같은 물체에 함께 예라고 답해요. NMS가 그 가운데 하나만 남겨요.",
        en: "Neighbouring anchors say yes to the same object. NMS leaves one of them.",
      },
    },
    {
      id: "no-limit-a-level",
      claim: { ko: "임계값을 넘은 짝은 모두 NMS로 넘어가요.", en: "Every pair above the cut goes on to NMS." },
      correction: {
        ko: "NMS 전에 레벨마다 높은 것부터 정해진 수까지만 넘겨요. 논문은 레벨마다 1,000개예요.",
        en: "Before NMS each level passes on its best ones only, up to a number: 1,000 a level in the paper.",
      },
    },
    {
      id: "is-two-stage",
      claim: {
        ko: "RetinaNet은 후보를 먼저 뽑고 다시 보는 두 단계 검출기예요.",
        en: "RetinaNet proposes regions first and looks again: two stages.",
      },
      correction: {
        ko: "한 단계 검출기예요. 앵커마다 클래스와 상자를 한꺼번에 답하고, 다시 잘라 보지 않아요.",
        en: "It has one stage: class and box are answered at each anchor in one go, and nothing is cropped and looked at again.",
      },
    },
  ],
  references: [
    {
      title: "Focal Loss for Dense Object Detection",
      authors: "T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollár",
      year: 2017,
      url: "https://arxiv.org/abs/1708.02002",
    },
    {
      title: "Feature Pyramid Networks for Object Detection",
      authors: "T.-Y. Lin, P. Dollár, R. Girshick, K. He, B. Hariharan, S. Belongie",
      year: 2017,
      url: "https://arxiv.org/abs/1612.03144",
    },
    {
      title: "torchvision: retinanet.py",
      authors: "PyTorch",
      year: 2024,
      url: "https://github.com/pytorch/vision/blob/main/torchvision/models/detection/retinanet.py",
    },
  ],
});
