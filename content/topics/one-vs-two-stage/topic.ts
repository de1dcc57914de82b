import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "one-vs-two-stage",
  version: 1,
  track: "detection",
  group: "one-stage",
  order: 172,
  title: { ko: "한 단계와 두 단계", en: "One stage or two" },
  summary: {
    ko: "아홉 검출기를 같은 그림에서 돌려 보고, 속도와 정확도가 어디에서 갈리는지 찾아봐요.",
    en: "Run nine detectors on the same picture and find out what their speed and their accuracy cost.",
  },
  prerequisites: ["iou", "object-detection", "anchor-boxes", "nms"],
  misconceptions: [
    {
      id: "two-stage-always-better",
      claim: { ko: "두 단계 검출기가 언제나 더 정확해요.", en: "A two-stage detector is always the more accurate one." },
      correction: {
        ko: "2017년 RetinaNet은 한 단계로 COCO test-dev에서 39.1 AP를 내며 논문에서 비교한 두 단계 검출기들을 앞섰어요. 그림마다 이기는 쪽도 달라요.",
        en: "In 2017 RetinaNet, with one stage, reached 39.1 AP on COCO test-dev and passed the two-stage detectors it was compared with. And the winner changes from picture to picture.",
      },
    },
    {
      id: "many-boxes-slow",
      claim: {
        ko: "상자를 많이 볼수록 느려요. 그래서 SSD의 상자 8,732개는 R-CNN의 후보 2,000개보다 느려요.",
        en: "More boxes means slower: SSD's 8,732 boxes must take longer than R-CNN's 2,000 proposals.",
      },
      correction: {
        ko: "시간이 걸리는 까닭은 상자의 수가 아니라, 잘라 낸 그림마다 CNN을 다시 돌리는 데 있어요. SSD는 CNN을 한 번만 돌리고, 모든 상자의 값이 같은 합성곱에서 함께 나와요.",
        en: "Time goes into the CNN passes over crops, not into boxes. SSD runs its CNN once, and all boxes come out of the same convolutions.",
      },
    },
    {
      id: "few-proposals-cheap",
      claim: {
        ko: "후보만 몇백 개 골라 보니까 후보를 쓰는 방식이 계산을 가장 적게 해요.",
        en: "Looking only at a few hundred proposals is the cheapest way.",
      },
      correction: {
        ko: "후보 하나에 드는 계산이 문제예요. R-CNN은 후보마다 CNN 전체를, Fast R-CNN은 작은 머리만 돌려요. 한 단계 검출기는 그것마저 없어요.",
        en: "What counts is the cost of each proposal: a whole CNN in R-CNN, a small head in Fast R-CNN, nothing at all in a one-stage detector.",
      },
    },
    {
      id: "inside-is-covered",
      claim: {
        ko: "후보가 물체를 안에 담고 있으면 그 물체를 덮은 거예요.",
        en: "A proposal that holds the object inside covers it.",
      },
      correction: {
        ko: "IoU로 재면 너무 큰 후보도 너무 작은 후보만큼 못 덮어요. 물체가 후보의 절반도 차지하지 않으면 IoU는 0.5에 못 미쳐요.",
        en: "By IoU a proposal that is far too large covers no better than one that is too small: where the object fills less than half of it, IoU stays below 0.5.",
      },
    },
    {
      id: "longer-list-loses-nothing",
      claim: {
        ko: "후보를 더 많이 보는 쪽은 물체를 놓치지 않아요.",
        en: "Whoever looks at more proposals loses no object.",
      },
      correction: {
        ko: "몇 개를 보느냐보다 어떤 순서로 보느냐가 중요해요. RPN의 앞 5개가 선택적 탐색의 앞 20개보다 더 많은 물체를 덮곤 해요.",
        en: "The order of the list counts as much as its length: the RPN's first 5 often cover more objects than selective search's first 20.",
      },
    },
    {
      id: "one-stage-bound",
      claim: {
        ko: "후보가 덮지 못한 물체는 어떤 검출기도 찾을 수 없어요.",
        en: "What no proposal covers, no detector can find.",
      },
      correction: {
        ko: "후보에 매이는 것은 후보를 보는 검출기뿐이에요. 한 단계 검출기는 모든 자리에서 스스로 상자를 내요.",
        en: "Only detectors that look at proposals are bound to them. A one-stage detector puts out boxes at every place by itself.",
      },
    },
    {
      id: "cheapest-will-do",
      claim: {
        ko: "계산이 가장 적은 검출기를 고르면 돼요.",
        en: "The detector that computes least is the one to take.",
      },
      correction: {
        ko: "싸게 하려고 후보를 몇 개만 보면 닿지 못하는 물체가 생겨요. 먼저 닿는지를 보고, 그다음에 값을 비교해요.",
        en: "Looking at a few proposals is cheap and leaves objects out of reach. First see who reaches them, then compare costs.",
      },
    },
    {
      id: "proposals-only-cost",
      claim: {
        ko: "몇 번째 후보까지 보느냐는 값만 바꾸고, 찾는 물체는 그대로예요.",
        en: "How many of the proposals are looked at changes the cost, not what can be found.",
      },
      correction: {
        ko: "보지 않은 후보는 없는 것과 같아요. 물체를 덮는 후보가 목록의 31번째에 있으면 앞 30개만 보는 검출기는 그 물체에 닿지 못해요.",
        en: "A proposal that nobody looks at might as well not be there: if the one that covers an object is 31st, the first 30 do not reach it.",
      },
    },
    {
      id: "newest-wins",
      claim: { ko: "가장 새로운 검출기가 언제나 가장 많이 찾아요.", en: "The newest detector always finds most." },
      correction: {
        ko: "학습량, 그림 크기, 물체 크기에 따라 달라져요. DETR은 긴 학습(500 에폭)이 있어야 실력이 나와요.",
        en: "It depends on training, picture and object size. DETR, for one, needs a long training (500 epochs in the paper) to show what it can do.",
      },
    },
    {
      id: "imbalance-only-data",
      claim: {
        ko: "클래스 불균형은 데이터의 문제라서 검출기의 종류와 상관없어요.",
        en: "Class imbalance comes from the data, so it is the same for every detector.",
      },
      correction: {
        ko: "배경 후보가 얼마나 남느냐의 문제예요. 두 단계는 첫 단계가 배경을 거르고 비율을 맞춰 뽑지만, 한 단계는 촘촘한 모든 자리를 한꺼번에 배워요.",
        en: "It is about how many background candidates reach the loss. A first stage filters them and samples a ratio; a dense one-stage detector learns from every place at once.",
      },
    },
    {
      id: "fps-comparable",
      claim: {
        ko: "논문에 적힌 fps끼리는 그대로 비교할 수 있어요.",
        en: "The frames per second printed in papers can be compared directly.",
      },
      correction: {
        ko: "GPU, 그림 크기, 배치, 후보 내는 시간을 세는지가 논문마다 달라요. 같은 기계에서 같은 그림으로 재야 해요.",
        en: "GPU, picture size, batch and whether proposals are counted differ from paper to paper. Measure on one machine, on the same pictures.",
      },
    },
    {
      id: "one-stage-no-regions",
      claim: {
        ko: "한 단계 검출기는 그림 전체를 보고 클래스 하나를 말하는 분류기예요.",
        en: "A one-stage detector classifies the whole picture at once, so it has no regions.",
      },
      correction: {
        ko: "자리마다 상자와 클래스를 함께 예측해요. 없는 것은 영역이 아니라, 영역을 따로 다시 보는 두 번째 단계예요.",
        en: "It predicts a box and classes at every place. What it lacks is not regions but the second look at each of them.",
      },
    },
    {
      id: "map-is-everything",
      claim: { ko: "mAP가 높은 검출기를 고르면 돼요.", en: "Just take the detector with the higher mAP." },
      correction: {
        ko: "mAP 하나로는 놓친 것인지, 이름을 틀린 것인지, 상자가 어긋난 것인지 알 수 없어요. 지연 시간과 기기도 함께 봐야 해요.",
        en: "One number does not say whether objects were missed, misnamed or badly boxed. Latency and the device count as well.",
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
      title: "Faster R-CNN: Towards Real-Time Object Detection with Region Proposal Networks",
      authors: "S. Ren, K. He, R. Girshick, J. Sun",
      year: 2015,
      url: "https://arxiv.org/abs/1506.01497",
    },
    {
      title: "You Only Look Once: Unified, Real-Time Object Detection",
      authors: "J. Redmon, S. Divvala, R. Girshick, A. Farhadi",
      year: 2016,
      url: "https://arxiv.org/abs/1506.02640",
    },
    {
      title: "SSD: Single Shot MultiBox Detector",
      authors: "W. Liu, D. Anguelov, D. Erhan, C. Szegedy, S. Reed, C.-Y. Fu, A. C. Berg",
      year: 2016,
      url: "https://arxiv.org/abs/1512.02325",
    },
    {
      title: "Focal Loss for Dense Object Detection",
      authors: "T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollár",
      year: 2017,
      url: "https://arxiv.org/abs/1708.02002",
    },
    { title: "Objects as Points", authors: "X. Zhou, D. Wang, P. Krähenbühl", year: 2019, url: "https://arxiv.org/abs/1904.07850" },
    {
      title: "End-to-End Object Detection with Transformers",
      authors: "N. Carion, F. Massa, G. Synnaeve, N. Usunier, A. Kirillov, S. Zagoruyko",
      year: 2020,
      url: "https://arxiv.org/abs/2005.12872",
    },
  ],
});
