import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "ssd",
  version: 1,
  track: "detection",
  group: "one-stage",
  order: 120,
  title: { ko: "SSD: 크기마다 다른 지도가 답해요", en: "SSD: another map for every size" },
  summary: {
    ko: "촘촘한 지도와 성긴 지도가 저마다 예측해요. 지도마다 기본 상자의 크기가 달라서, 작은 물체는 촘촘한 지도가, 큰 물체는 성긴 지도가 맡아요.",
    en: "Several maps of falling resolution each predict on their own. Their default boxes grow with the cells: small objects are answered on the fine map, large ones on the coarse map.",
  },
  prerequisites: ["iou", "anchor-boxes", "nms"],
  misconceptions: [
    {
      id: "fine-map-large-objects",
      claim: { ko: "촘촘한 지도가 더 자세히 보니까 큰 물체를 찾아요.", en: "The fine map sees more, so it finds the large objects." },
      correction: {
        ko: "촘촘한 지도의 기본 상자는 작아서 작은 물체를 맡고, 큰 물체는 성긴 지도가 맡아요. 논문의 그림에서 고양이는 8×8, 강아지는 4×4 지도와 맞아요.",
        en: "A fine map has small default boxes and answers for small objects; large ones belong to the coarse map. In the paper's figure the cat is matched on 8×8, the dog on 4×4.",
      },
    },
    {
      id: "one-box-an-object",
      claim: { ko: "물체마다 기본 상자는 하나만 짝지어요.", en: "Each object is matched with one default box." },
      correction: {
        ko: "가장 잘 겹치는 상자에 더해, IoU가 0.5를 넘는 기본 상자는 모두 양성이에요. 여러 지도에 걸치기도 해요.",
        en: "Besides the best one, all default boxes with an IoU above 0.5 are positive, often on several maps.",
      },
    },
    {
      id: "half-is-needed",
      claim: {
        ko: "IoU 0.5에 닿는 기본 상자가 없으면 그 물체는 배우지 못해요.",
        en: "An object that no default box overlaps by 0.5 is not taught.",
      },
      correction: {
        ko: "가장 잘 겹치는 상자는 IoU가 아무리 낮아도 그 물체의 양성이에요. 그래서 빠지는 물체가 없어요.",
        en: "The object's best default box is positive however low its IoU, so that no object is left out.",
      },
    },
    {
      id: "every-map-answers",
      claim: {
        ko: "모든 지도가 예측하니까 물체마다 모든 지도에 양성이 있어요.",
        en: "All maps predict, so every object has positives on all of them.",
      },
      correction: {
        ko: "예측은 모두 하지만 양성은 크기가 맞는 지도에만 있어요. 나머지 지도의 상자에게 그 물체는 배경이에요.",
        en: "All predict, but positives stand only where the size fits. To the boxes of the other maps the object is background.",
      },
    },
    {
      id: "finest-for-all",
      claim: {
        ko: "상자가 가장 많은 촘촘한 지도가 모든 물체를 맡아요.",
        en: "The finest map has most boxes, so it answers for all objects.",
      },
      correction: {
        ko: "상자가 많아도 모두 작아요. 큰 물체와의 IoU는 성긴 지도의 큰 상자가 더 커요.",
        en: "It has many boxes, and all are small. With a large object the large boxes of a coarse map overlap better.",
      },
    },
    {
      id: "long-side-decides",
      claim: { ko: "물체의 긴 변이 지도를 정해요.", en: "An object's longer side decides its map." },
      correction: {
        ko: "IoU는 넓이와 모양을 함께 봐요. 길고 가는 물체는 긴 변이 말하는 것보다 촘촘한 지도에 맞기도 해요.",
        en: "IoU looks at area and shape together. A long, thin object may fit a finer map than its longer side suggests.",
      },
    },
    {
      id: "short-side-decides",
      claim: { ko: "물체의 짧은 변이 지도를 정해요.", en: "An object's shorter side decides its map." },
      correction: {
        ko: "짧은 변만 보면 상자를 너무 작게 골라요. 1:2와 2:1 상자가 있어서 긴 물체도 넓이가 비슷한 지도에서 맞아요.",
        en: "The shorter side alone picks boxes that are too small. With shapes of 1:2 and 2:1 a long object fits on a map of about its area.",
      },
    },
    {
      id: "all-negatives-count",
      claim: { ko: "양성이 아닌 상자는 모두 배경으로 배워요.", en: "Every box that is not positive is taught as background." },
      correction: {
        ko: "배경이 너무 많아서 손실이 큰 것만, 양성 하나에 셋까지 남겨요.",
        en: "There is too much background: only that with the largest loss stays, at most three for each positive.",
      },
    },
    {
      id: "three-in-all",
      claim: { ko: "3:1이니까 그림 한 장에 음성을 세 개 남겨요.", en: "3:1 means that three negatives stay in a picture." },
      correction: {
        ko: "양성 하나마다 셋이에요. 양성이 7개면 음성은 21개예요.",
        en: "It is three for each positive: 7 positives, 21 negatives.",
      },
    },
    {
      id: "always-three",
      claim: {
        ko: "비가 얼마로 주어지든 음성은 양성의 세 배예요.",
        en: "Whatever ratio is given, negatives are three times the positives.",
      },
      correction: {
        ko: "3은 논문이 고른 값이에요. 설정한 비를 곱해요.",
        en: "Three is what the paper chose. Multiply by the ratio that is set.",
      },
    },
    {
      id: "positives-counted-in",
      claim: { ko: "3:1의 셋에는 양성 자신도 들어가요.", en: "The three of 3:1 include the positive itself." },
      correction: {
        ko: "셋은 음성만의 수예요. 양성 하나와 음성 셋, 모두 넷이에요.",
        en: "The three are negatives alone: one positive and three negatives make four.",
      },
    },
    {
      id: "easy-negatives",
      claim: { ko: "손실이 작은 배경부터 배워요.", en: "Background with the smallest loss is learnt first." },
      correction: {
        ko: "이미 맞힌 배경에서는 배울 것이 없어요. 손실이 가장 큰 것, 곧 어려운 음성을 남겨요.",
        en: "Nothing is left to learn where the answer is right already. Those with the largest loss stay: hard negatives.",
      },
    },
    {
      id: "large-p-is-hard",
      claim: { ko: "배경 확률이 큰 상자가 어려운 음성이에요.", en: "A negative with a large p(background) is a hard one." },
      correction: {
        ko: "손실은 −log p라서 확률이 작을수록 커요. 확률이 가장 작은 음성이 가장 어려워요.",
        en: "The loss is −log p and grows as p falls: the smallest p is the hardest.",
      },
    },
    {
      id: "positives-are-mined",
      claim: {
        ko: "손실이 큰 것부터 고를 때 양성도 함께 골라요.",
        en: "Positives are picked along with the rest when the hardest are chosen.",
      },
      correction: {
        ko: "양성은 모두 남고 자리를 쓰지 않아요. 순위는 음성끼리 매겨요.",
        en: "All positives stay and take no room. Only negatives are ranked.",
      },
    },
    {
      id: "ignored-are-mined",
      claim: { ko: "제외된 상자도 손실이 크면 음성으로 남겨요.", en: "An ignored box stays as a negative if its loss is large." },
      correction: {
        ko: "제외된 상자는 양성도 음성도 아니라서 손실에 넣지 않아요.",
        en: "An ignored box is neither positive nor negative and stays out of the loss.",
      },
    },
    {
      id: "fixed-cut",
      claim: { ko: "손실이 정해진 값을 넘는 음성을 모두 남겨요.", en: "All negatives above a fixed loss stay." },
      correction: {
        ko: "정해진 것은 값이 아니라 수예요. 양성의 몇 배라는 수만큼 위에서부터 채워요.",
        en: "Not the loss is fixed but the number: the list is filled from the top, so many for each positive.",
      },
    },
    {
      id: "boxes-make-it-slow",
      claim: { ko: "기본 상자가 8,732개나 되어서 느려요.", en: "8,732 default boxes make it slow." },
      correction: {
        ko: "모든 상자의 답은 합성곱 한 번에 함께 나와요. 시간은 상자의 수가 아니라 신경망을 몇 번 지나느냐에 들어요.",
        en: "The answers of all boxes come out of one pass together. Time goes into passes of the network, not into boxes.",
      },
    },
    {
      id: "is-two-stage",
      claim: { ko: "SSD는 후보를 먼저 뽑는 두 단계 검출기예요.", en: "SSD proposes regions first: two stages." },
      correction: {
        ko: "기본 상자마다 클래스와 상자를 한꺼번에 답하는 한 단계 검출기예요. 후보도 RoI 풀링도 없어요.",
        en: "It has one stage: each default box answers class and box at once, without proposals or RoI pooling.",
      },
    },
  ],
  references: [
    {
      title: "SSD: Single Shot MultiBox Detector",
      authors: "W. Liu, D. Anguelov, D. Erhan, C. Szegedy, S. Reed, C.-Y. Fu, A. C. Berg",
      year: 2016,
      url: "https://arxiv.org/abs/1512.02325",
    },
    {
      title: "torchvision: ssd.py",
      authors: "PyTorch",
      year: 2024,
      url: "https://github.com/pytorch/vision/blob/main/torchvision/models/detection/ssd.py",
    },
    {
      title: "Object Detection Part 4: Fast Detection Models",
      authors: "L. Weng",
      year: 2018,
      url: "https://lilianweng.github.io/posts/2018-12-27-object-recognition-part-4/",
    },
  ],
});
