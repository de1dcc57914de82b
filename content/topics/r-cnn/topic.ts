import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "r-cnn",
  version: 1,
  track: "detection",
  group: "two-stage",
  order: 40,
  title: { ko: "R-CNN: 후보마다 한 번씩 보기", en: "R-CNN: look at each proposal once" },
  summary: {
    ko: "후보를 하나하나 같은 크기로 눌러 CNN에 넣고, 클래스마다 SVM이 판정하고, 상자를 조금 옮겨요. 세 학습은 양성을 세는 규칙이 서로 달라요.",
    en: "Every proposal is warped to one size, sent through the CNN, judged by one SVM a class, and its box moved a little. Three trainings, each with a rule of its own for what is positive.",
  },
  prerequisites: ["selective-search", "iou", "nms", "hog-svm"],
  misconceptions: [
    {
      id: "end-to-end",
      claim: { ko: "R-CNN은 처음부터 끝까지 한 번에 학습해요.", en: "R-CNN is trained end to end." },
      correction: {
        ko: "CNN을 미세 조정하고, 그 특징으로 SVM을 따로 학습하고, 상자 회귀를 또 따로 학습해요. 뒤의 학습은 앞의 가중치를 바꾸지 않아요.",
        en: "The CNN is fine-tuned, then SVMs are trained on its features, then box regressors. No later training changes an earlier one's weights.",
      },
    },
    {
      id: "proposals-are-learnt",
      claim: { ko: "후보도 R-CNN이 배워서 내요.", en: "R-CNN learns to propose regions." },
      correction: {
        ko: "후보는 배우지 않는 선택적 탐색이 내요. R-CNN이 배우는 것은 CNN, SVM, 상자 회귀예요.",
        en: "Proposals come from selective search, which learns nothing. What is learnt: the CNN, the SVMs and the box regressors.",
      },
    },
    {
      id: "crops-keep-shape",
      claim: { ko: "잘라 낸 후보는 가로세로 모양을 지켜요.", en: "A cropped proposal keeps its shape." },
      correction: {
        ko: "어떤 후보든 둘레를 조금 넣어 정사각형 227×227로 눌러요. 키 큰 사람은 뚱뚱해져요.",
        en: "Whatever its shape, a proposal is warped with some context to a square of 227×227: a tall person grows fat.",
      },
    },
    {
      id: "one-svm-for-all",
      claim: { ko: "SVM 하나가 스무 클래스 가운데 하나를 골라요.", en: "One SVM picks one class of twenty." },
      correction: {
        ko: "클래스마다 SVM이 하나씩 있고, 자기 클래스인지 아닌지만 말해요. 그래서 한 후보에 두 클래스가 모두 높을 수도 있어요.",
        en: "There is an SVM for each class, and it only says whether the crop is of its class. Two classes may both score high for one proposal.",
      },
    },
    {
      id: "one-pass-for-all",
      claim: { ko: "그림 한 장에 CNN은 한 번만 돌아요.", en: "The CNN runs once a picture." },
      correction: {
        ko: "R-CNN의 CNN은 후보마다 한 번씩 돌아요. 겹치는 픽셀도 다시 계산해요. 한 번만 도는 것은 Fast R-CNN부터예요.",
        en: "R-CNN runs it once for each proposal, shared pixels and all. Running it once a picture came with Fast R-CNN.",
      },
    },
    {
      id: "one-threshold",
      claim: {
        ko: "세 학습 모두 IoU 0.5로 양성과 배경을 갈라요.",
        en: "All three trainings part positives from background at an IoU of 0.5.",
      },
      correction: {
        ko: "0.5는 미세 조정의 규칙이에요. SVM은 정답 상자만 양성, 0.3 미만이 배경이고, 상자 회귀는 0.6을 넘는 짝만 배워요.",
        en: "0.5 is the rule of fine-tuning. For the SVM only true boxes are positive and background is below 0.3; the regressor learns from pairs above 0.6.",
      },
    },
    {
      id: "rpn-thresholds",
      claim: { ko: "0.7 이상이면 양성, 0.3 미만이면 배경이에요.", en: "Positive from 0.7, background below 0.3." },
      correction: {
        ko: "그것은 나중에 나온 영역 제안 신경망(RPN)의 규칙이에요. R-CNN의 세 학습에는 0.7이 없어요.",
        en: "That is the rule of the region proposal network (RPN), which came later. None of R-CNN's trainings uses 0.7.",
      },
    },
    {
      id: "one-positive-an-object",
      claim: { ko: "물체 하나에 양성은 가장 잘 맞는 상자 하나뿐이에요.", en: "An object has one positive, its best box." },
      correction: {
        ko: "미세 조정에서는 IoU가 0.5 이상인 상자가 모두 양성이에요. 그래서 양성이 정답 상자의 30배쯤으로 늘어나요.",
        en: "In fine-tuning every box from an IoU of 0.5 on is positive. That makes about 30 times as many positives as true boxes.",
      },
    },
    {
      id: "svm-positives-from-half",
      claim: { ko: "SVM도 IoU가 0.5 이상이면 양성이에요.", en: "For the SVM, too, a box is positive from 0.5 on." },
      correction: {
        ko: "SVM의 양성은 정답 상자뿐이에요. 물체를 잘라 먹은 상자가 양성이면 SVM이 정확한 자리를 높이 볼 까닭이 없어져요.",
        en: "Only true boxes are positive for the SVM. With clipped objects among them it would have no reason to prefer the exact place.",
      },
    },
    {
      id: "no-grey-zone",
      claim: { ko: "SVM에서 정답 상자가 아닌 것은 모두 배경이에요.", en: "For the SVM all that is no true box is background." },
      correction: {
        ko: "IoU 0.3부터는 물체가 꽤 들어 있어서 배경이라고 가르치지 않고 빼요.",
        en: "From an IoU of 0.3 on a box holds a good part of the object: it is left out rather than taught as background.",
      },
    },
    {
      id: "regressor-learns-from-all",
      claim: { ko: "상자 회귀는 모든 양성 상자에서 배워요.", en: "The box regressor learns from every positive box." },
      correction: {
        ko: "IoU가 0.6을 넘는 상자에서만 배워요. 멀리 떨어진 상자를 물체로 옮기는 일은 선형 식으로 배울 수 없어요.",
        en: "Only from boxes above an IoU of 0.6. Moving a distant box onto the object is nothing a linear rule can learn.",
      },
    },
    {
      id: "any-class-counts",
      claim: { ko: "어떤 물체든 맞으면 그 클래스의 양성이에요.", en: "A box on any object is positive for this class." },
      correction: {
        ko: "SVM과 상자 회귀는 자기 클래스의 정답 상자만 봐요. 다른 클래스의 물체는 자기 클래스의 SVM에게 배경이에요.",
        en: "An SVM and a regressor look at true boxes of their own class alone. To them an object of another class is background.",
      },
    },
    {
      id: "other-class-left-out",
      claim: { ko: "다른 클래스의 물체는 학습에서 빼요.", en: "Objects of another class are left out of training." },
      correction: {
        ko: "강아지 SVM에게 고양이는 가장 쓸모 있는 배경이에요. 강아지와 IoU가 0.3 이상 겹칠 때만 빼요.",
        en: "To the dog's SVM a cat is the most useful background there is. It is left out only where its IoU with a dog is 0.3 or more.",
      },
    },
  ],
  references: [
    {
      title: "Rich feature hierarchies for accurate object detection and semantic segmentation",
      authors: "R. Girshick, J. Donahue, T. Darrell, J. Malik",
      year: 2014,
      url: "https://arxiv.org/abs/1311.2524",
    },
    { title: "Fast R-CNN", authors: "R. Girshick", year: 2015, url: "https://arxiv.org/abs/1504.08083" },
    {
      title: "Probability calibration (Platt's method in scikit-learn)",
      authors: "scikit-learn",
      year: 2024,
      url: "https://scikit-learn.org/stable/modules/calibration.html",
    },
  ],
});
