import { defineQuestions } from "@/lib/challenges/topic";

export const questions = defineQuestions([
  {
    id: "where-time-goes",
    prompt: { ko: "R-CNN이 느린 가장 큰 까닭은 무엇인가요?", en: "What mainly makes R-CNN slow?" },
    options: [
      { id: "passes", text: { ko: "잘라 낸 후보마다 CNN을 한 번씩 돌려서", en: "One CNN pass for every cropped proposal" }, correct: true },
      { id: "boxes", text: { ko: "상자를 2,000개나 다뤄서", en: "It handles as many as 2,000 boxes" }, misconception: "many-boxes-slow" },
      {
        id: "stages",
        text: { ko: "두 단계라서 정확한 만큼 느린 거라서", en: "Two stages: the price of being always more accurate" },
        misconception: "two-stage-always-better",
      },
    ],
    explanation: {
      ko: "상자 수가 아니라 CNN을 도는 횟수예요. 후보 2,000개면 CNN을 약 2,000번 돌려요.",
      en: "It is the number of passes, not of boxes: about 2,000 proposals, about 2,000 runs of the CNN.",
    },
  },
  {
    id: "ssd-8732",
    prompt: { ko: "SSD300은 상자 8,732개를 채점해요. CNN은 몇 번 돌까요?", en: "SSD300 scores 8,732 boxes. How often does its CNN run?" },
    options: [
      { id: "once", text: { ko: "한 번", en: "Once" }, correct: true },
      { id: "each", text: { ko: "8,732번", en: "8,732 times" }, misconception: "many-boxes-slow" },
      {
        id: "filtered",
        text: { ko: "고른 후보 몇백 번", en: "A few hundred times, once per chosen proposal" },
        misconception: "few-proposals-cheap",
      },
    ],
    explanation: { ko: "모든 상자의 값이 같은 합성곱에서 한꺼번에 나와요.", en: "All boxes come out of the same convolutions, together." },
  },
  {
    id: "fast-cost",
    prompt: {
      ko: "CNN 한 번에 100, 후보 하나의 머리에 1이 들고 후보는 300개예요. Fast R-CNN의 계산량은?",
      en: "One CNN pass costs 100, the head 1 per proposal, and there are 300 proposals. What does Fast R-CNN cost?",
    },
    options: [
      { id: "sum", text: { ko: "100 + 300 = 400", en: "100 + 300 = 400" }, correct: true },
      { id: "product", text: { ko: "100 × 300 = 30,000", en: "100 × 300 = 30,000" }, misconception: "many-boxes-slow" },
      {
        id: "head",
        text: { ko: "300, 후보만 보니까", en: "300, since only proposals are looked at" },
        misconception: "few-proposals-cheap",
      },
    ],
    explanation: {
      ko: "CNN은 그림에 한 번만 돌고, 후보마다 작은 머리만 더해요. 30,000은 R-CNN의 값이에요.",
      en: "The CNN runs once for the picture; each proposal adds only the small head. 30,000 is R-CNN's price.",
    },
  },
  {
    id: "rcnn-cost",
    prompt: {
      ko: "같은 숫자로 R-CNN은 얼마일까요? (CNN 100, 후보 300개)",
      en: "With the same numbers, what does R-CNN cost? (CNN 100, 300 proposals)",
    },
    options: [
      { id: "product", text: { ko: "약 30,000", en: "About 30,000" }, correct: true },
      { id: "sum", text: { ko: "400", en: "400" }, misconception: "few-proposals-cheap" },
      { id: "once", text: { ko: "100", en: "100" }, misconception: "few-proposals-cheap" },
    ],
    explanation: {
      ko: "후보마다 잘라서 CNN 전체를 다시 돌려요. 100 × 300이에요.",
      en: "Each crop goes through the whole CNN again: 100 × 300.",
    },
  },
  {
    id: "retinanet-2017",
    prompt: { ko: "RetinaNet이 보인 것은 무엇인가요?", en: "What did RetinaNet show?" },
    options: [
      {
        id: "one",
        text: {
          ko: "한 단계도 불균형을 다루면 두 단계를 앞설 수 있어요",
          en: "One stage can pass two stages once the imbalance is dealt with",
        },
        correct: true,
      },
      {
        id: "two",
        text: { ko: "정확도는 역시 두 단계가 언제나 위예요", en: "Two stages always stay ahead in accuracy" },
        misconception: "two-stage-always-better",
      },
      {
        id: "data",
        text: { ko: "불균형은 데이터를 더 모아야 풀려요", en: "Imbalance is only solved by collecting more data" },
        misconception: "imbalance-only-data",
      },
    ],
    explanation: {
      ko: "focal loss로 쉬운 배경의 몫을 줄여 COCO 39.1 AP를 냈어요 (ResNet-101-FPN).",
      en: "With focal loss turning easy background down, it reached 39.1 AP on COCO (ResNet-101-FPN).",
    },
  },
  {
    id: "why-imbalance",
    prompt: { ko: "한 단계 검출기에서 불균형이 특히 심한 까닭은?", en: "Why is imbalance worst in one-stage detectors?" },
    options: [
      {
        id: "dense",
        text: { ko: "촘촘한 모든 자리를 거르지 않고 배우니까요", en: "They learn from every dense location, unfiltered" },
        correct: true,
      },
      {
        id: "photos",
        text: { ko: "사진에 배경이 더 많은 데이터를 쓰니까요", en: "They are given photos with more background" },
        misconception: "imbalance-only-data",
      },
      {
        id: "whole",
        text: { ko: "그림 전체를 하나로 분류하니까요", en: "They classify the picture as a whole" },
        misconception: "one-stage-no-regions",
      },
    ],
    explanation: {
      ko: "약 10만 자리 가운데 물체에 맞는 것은 몇 개뿐이에요. 두 단계는 첫 단계가 배경 대부분을 걸러요.",
      en: "Of some 100,000 locations only a handful hold an object. With two stages, the first one filters most of the background.",
    },
  },
  {
    id: "two-stage-sampling",
    prompt: {
      ko: "두 단계 검출기가 두 번째 단계에서 불균형을 다루는 방법은?",
      en: "How do two-stage detectors deal with imbalance in their second stage?",
    },
    options: [
      {
        id: "sample",
        text: {
          ko: "걸러진 후보에서 물체와 배경을 비율을 정해 뽑아요",
          en: "They sample objects and background at a fixed ratio from filtered proposals",
        },
        correct: true,
      },
      {
        id: "nothing",
        text: { ko: "데이터가 같으니 아무것도 하지 않아요", en: "Nothing: the data is the same" },
        misconception: "imbalance-only-data",
      },
      {
        id: "all",
        text: { ko: "후보 없이 모든 자리를 한꺼번에 배워요", en: "They learn from all locations at once" },
        misconception: "one-stage-no-regions",
      },
    ],
    explanation: {
      ko: "Fast R-CNN은 한 묶음의 25%를 물체로 뽑아요. SSD처럼 한 단계도 3:1로 고를 수 있어요.",
      en: "Fast R-CNN takes 25% of a mini-batch as objects. A one-stage detector can choose too: SSD keeps negatives at 3:1.",
    },
  },
  {
    id: "compare-fps",
    prompt: {
      ko: "한 논문은 45 fps, 다른 논문은 59 fps라고 해요. 무엇을 말할 수 있나요?",
      en: "One paper says 45 fps, another 59 fps. What follows?",
    },
    options: [
      {
        id: "conditions",
        text: { ko: "기계와 그림 크기, 재는 법을 봐야 알아요", en: "Nothing before looking at machine, picture size and what was timed" },
        correct: true,
      },
      { id: "faster", text: { ko: "59 fps 쪽이 1.3배 빨라요", en: "The second is 1.3 times as fast" }, misconception: "fps-comparable" },
      { id: "better", text: { ko: "더 새로운 쪽이 더 나아요", en: "The newer one is better" }, misconception: "newest-wins" },
    ],
    explanation: {
      ko: "YOLO의 45 fps와 SSD300의 59 fps는 다른 조건에서 잰 값이에요. 같은 기계에서 같은 그림으로 재야 비교가 돼요.",
      en: "YOLO's 45 and SSD300's 59 were taken under different conditions. Compare on one machine and the same pictures.",
    },
  },
  {
    id: "what-is-missing",
    prompt: { ko: "한 단계 검출기에 없는 것은 무엇인가요?", en: "What does a one-stage detector lack?" },
    options: [
      { id: "second-look", text: { ko: "후보 영역을 따로 다시 보는 단계", en: "A second look at each proposed region" }, correct: true },
      { id: "regions", text: { ko: "영역과 상자", en: "Regions and boxes" }, misconception: "one-stage-no-regions" },
      { id: "accuracy", text: { ko: "높은 정확도의 가능성", en: "Any chance of high accuracy" }, misconception: "two-stage-always-better" },
    ],
    explanation: {
      ko: "자리마다 상자와 클래스를 바로 예측해요. RoI 풀링과 두 번째 판단이 없을 뿐이에요.",
      en: "It predicts boxes and classes at every place. Only RoI pooling and the second decision are missing.",
    },
  },
  {
    id: "detr-epochs",
    prompt: {
      ko: "DETR을 짧게 학습시켰더니 SSD보다 적게 찾아요. 가장 그럴듯한 까닭은?",
      en: "A DETR trained briefly finds less than an SSD. What is the likely reason?",
    },
    options: [
      {
        id: "long",
        text: { ko: "DETR은 수렴에 아주 긴 학습이 필요해요", en: "DETR needs a very long training to converge" },
        correct: true,
      },
      {
        id: "bug",
        text: { ko: "더 새로우니까 어딘가 잘못된 거예요", en: "Something must be broken: it is the newer one" },
        misconception: "newest-wins",
      },
      {
        id: "boxes",
        text: { ko: "질의가 적어서 계산을 덜 하니까요", en: "With fewer boxes it computes less, so it finds less" },
        misconception: "many-boxes-slow",
      },
    ],
    explanation: {
      ko: "논문은 500 에폭을 학습했어요. 42.0 AP는 그 결과예요.",
      en: "The paper trained for 500 epochs; 42.0 AP is what came of it.",
    },
  },
  {
    id: "choose-for-phone",
    prompt: {
      ko: "휴대전화에서 초당 30장을 봐야 해요. 무엇부터 볼까요?",
      en: "You need 30 pictures a second on a phone. What do you look at first?",
    },
    options: [
      {
        id: "latency",
        text: { ko: "그 기기에서 잰 지연 시간과 필요한 실수 종류", en: "Latency on that device, and which errors you can live with" },
        correct: true,
      },
      { id: "map", text: { ko: "mAP가 가장 높은 모델", en: "The model with the highest mAP" }, misconception: "map-is-everything" },
      {
        id: "paper",
        text: { ko: "논문의 fps가 가장 높은 모델", en: "The model with the highest fps in its paper" },
        misconception: "fps-comparable",
      },
    ],
    explanation: {
      ko: "기기에서 재고, 놓침과 헛것 가운데 무엇이 더 나쁜지 정해요. mAP 하나로는 알 수 없어요.",
      en: "Measure there, and decide whether misses or false alarms hurt more. One mAP does not tell.",
    },
  },
  {
    id: "proposal-ceiling",
    prompt: {
      ko: "선택적 탐색이 물체의 90%만 후보로 덮어요. 이 후보를 쓰는 Fast R-CNN은?",
      en: "Selective search covers 90% of the objects. What about the Fast R-CNN that uses these proposals?",
    },
    options: [
      {
        id: "ceiling",
        text: {
          ko: "나머지 10%는 상자를 고쳐 닿지 않는 한 찾지 못해요",
          en: "It misses the other 10% unless box regression happens to reach them",
        },
        correct: true,
      },
      {
        id: "second",
        text: { ko: "두 번째 단계가 알아서 찾아내요", en: "The second stage finds them anyway" },
        misconception: "two-stage-always-better",
      },
      {
        id: "more",
        text: { ko: "후보가 적으니 오히려 계산만 줄어요", en: "Fewer proposals only make it cheaper" },
        misconception: "few-proposals-cheap",
      },
    ],
    explanation: {
      ko: "두 번째 단계는 받은 후보만 봐요. 그래서 후보의 재현율을 함께 적어요.",
      en: "The second stage only sees what it is given. That is why proposal recall is reported beside mAP.",
    },
  },
  {
    id: "same-map",
    prompt: {
      ko: "두 검출기의 mAP가 같아요. 같은 실수를 한다고 볼 수 있나요?",
      en: "Two detectors have the same mAP. Do they make the same errors?",
    },
    options: [
      {
        id: "no",
        text: { ko: "아니요, 하나는 놓치고 하나는 이름을 틀릴 수 있어요", en: "No: one may miss objects, the other misname them" },
        correct: true,
      },
      { id: "yes", text: { ko: "네, 같은 수니까요", en: "Yes: it is the same number" }, misconception: "map-is-everything" },
      { id: "newer", text: { ko: "새로운 쪽이 실수가 적어요", en: "The newer one makes fewer" }, misconception: "newest-wins" },
    ],
    explanation: {
      ko: "같은 mAP라도 실수의 종류는 다를 수 있어요. 그래서 실수를 나눠 봐요.",
      en: "The same mAP can hide different errors. That is what an error split is for.",
    },
  },
]);
