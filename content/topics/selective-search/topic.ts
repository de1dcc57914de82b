import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "selective-search",
  version: 1,
  track: "detection",
  group: "two-stage",
  order: 30,
  title: { ko: "선택적 탐색 (Selective Search)", en: "Selective search" },
  summary: {
    ko: "잘게 나눈 그림을 비슷한 이웃끼리 합쳐 가며, 물체가 있을 만한 상자를 모아요.",
    en: "Split a picture too finely, merge alike neighbours, and collect a box for every region on the way.",
  },
  prerequisites: ["iou", "object-detection"],
  misconceptions: [
    {
      id: "left-over-regions",
      claim: { ko: "합치기가 끝나고 남은 영역의 상자가 후보예요.", en: "The proposals are the boxes of the regions left over at the end." },
      correction: {
        ko: "끝까지 합치면 그림 전체 하나만 남아요. 처음 조각부터 그림 전체까지, 한 번이라도 있었던 모든 영역이 상자를 하나씩 내요.",
        en: "Merged to the end, one region is left: the whole picture. Every region that ever existed, from the first segment on, gives a box.",
      },
    },
    {
      id: "alike-anywhere",
      claim: { ko: "그림 어디에 있든 가장 비슷한 두 영역이 합쳐져요.", en: "The two most similar regions merge, wherever they are." },
      correction: {
        ko: "닿아 있는 짝만 견줘요. 멀리 떨어진 쌍둥이는 같은 색이라도 후보에 오르지 않아요.",
        en: "Only pairs that touch are compared. Twins far apart never come up, however alike.",
      },
    },
    {
      id: "colour-is-enough",
      claim: { ko: "색이 가장 비슷한 이웃이 먼저 합쳐져요.", en: "The neighbours with the most similar colours merge first." },
      correction: {
        ko: "색, 질감, 크기, 채움을 더한 값으로 정해요. 색이 조금 덜 비슷해도 작고 꼭 맞는 짝이 먼저일 수 있어요.",
        en: "Colour, texture, size and fill are added. A pair a little less alike in colour can come first if it is small and fits well.",
      },
    },
    {
      id: "small-first",
      claim: { ko: "가장 작은 이웃 둘이 늘 먼저 합쳐져요.", en: "The two smallest neighbours always merge first." },
      correction: {
        ko: "크기는 더해지는 값 가운데 하나일 뿐이에요. 작아도 색이 다르면 뒤로 밀려요.",
        en: "Size is one of the terms that are added. A small pair of different colours has to wait.",
      },
    },
    {
      id: "fill-is-forgotten",
      claim: { ko: "색과 크기만 더하면 순서가 정해져요.", en: "Colour and size alone settle the order." },
      correction: {
        ko: "채움도 더해요. 두 영역을 함께 두른 상자에 빈 곳이 많으면 값이 낮아져요.",
        en: "Fill counts too: it falls when the box around both regions is left largely empty.",
      },
    },
    {
      id: "list-made-once",
      claim: {
        ko: "처음에 잰 짝의 목록을 위에서부터 차례로 합치면 돼요.",
        en: "One list of pairs, made at the start, can be merged from top to bottom.",
      },
      correction: {
        ko: "합쳐진 영역은 더 크고 색도 달라요. 합칠 때마다 새 영역과 이웃의 값을 다시 재요.",
        en: "A merged region is larger and has other colours. After each merge its values with its neighbours are worked out anew.",
      },
    },
    {
      id: "knows-objects",
      claim: { ko: "선택적 탐색은 물체가 무엇인지 알아보고 상자를 쳐요.", en: "Selective search recognises the objects it boxes." },
      correction: {
        ko: "클래스도 학습도 없어요. 색과 모양만 보고 영역을 합칠 뿐, 상자 안에 무엇이 있는지는 다음 단계가 판단해요.",
        en: "No class and no learning is involved. It merges by looks alone; what a box holds is for the next stage to say.",
      },
    },
    {
      id: "order-is-confidence",
      claim: {
        ko: "앞에 나온 상자일수록 물체일 가능성이 높다고 계산된 거예요.",
        en: "A box that is ranked early was judged likely to be an object.",
      },
      correction: {
        ko: "순서는 단계의 번호에 무작위 수를 곱해 정해요. 큰 영역이 앞에 오기 쉬울 뿐, 물체인지 따지지 않아요.",
        en: "The order is the place in the hierarchy times a random number. It favours large regions and judges nothing.",
      },
    },
  ],
  references: [
    {
      title: "Selective Search for Object Recognition",
      authors: "J. R. R. Uijlings, K. E. A. van de Sande, T. Gevers, A. W. M. Smeulders",
      year: 2013,
      url: "https://doi.org/10.1007/s11263-013-0620-5",
    },
    {
      title: "Efficient Graph-Based Image Segmentation",
      authors: "P. F. Felzenszwalb, D. P. Huttenlocher",
      year: 2004,
      url: "https://doi.org/10.1023/B:VISI.0000022288.19776.77",
    },
    {
      title: "Rich feature hierarchies for accurate object detection and semantic segmentation",
      authors: "R. Girshick, J. Donahue, T. Darrell, J. Malik",
      year: 2014,
      url: "https://arxiv.org/abs/1311.2524",
    },
    {
      title: "You Only Look Once: Unified, Real-Time Object Detection",
      authors: "J. Redmon, S. Divvala, R. Girshick, A. Farhadi",
      year: 2016,
      url: "https://arxiv.org/abs/1506.02640",
    },
  ],
});
