import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "iou",
  version: 1,
  track: "detection",
  group: "task",
  order: 5,
  title: { ko: "두 상자의 겹침 (IoU)", en: "Intersection over union (IoU)" },
  summary: {
    ko: "두 상자가 얼마나 같은지 0과 1 사이의 수 하나로 재요. 겹치지 않을 때는 GIoU가 이어받아요.",
    en: "Measure how alike two boxes are with one number between 0 and 1, and let GIoU take over where they do not meet.",
  },
  prerequisites: [],
  misconceptions: [
    {
      id: "half-overlap",
      claim: { ko: "크기가 같은 두 상자가 절반 겹치면 IoU는 0.5예요.", en: "Two equal boxes that overlap by half have an IoU of 0.5." },
      correction: {
        ko: "절반이 겹치면 1/3이에요. 겹친 절반은 분자에 한 번, 분모의 합집합은 상자 1.5개만큼이라서 0.5 ÷ 1.5가 돼요.",
        en: "Half shared makes 1/3. The shared half is the numerator; the union is one and a half boxes: 0.5 ÷ 1.5.",
      },
    },
    {
      id: "over-smaller",
      claim: { ko: "교집합을 작은 상자의 넓이로 나누면 돼요.", en: "Divide the intersection by the smaller box." },
      correction: {
        ko: "분모는 언제나 합집합이에요. 작은 상자로 나누면 통째로 들어간 아주 작은 상자도 1점이 되어 버려요.",
        en: "The denominator is always the union. Dividing by the smaller box would give a tiny box inside a huge one full marks.",
      },
    },
    {
      id: "union-is-sum",
      claim: { ko: "합집합은 두 넓이를 더한 값이에요.", en: "The union is the two areas added up." },
      correction: {
        ko: "그냥 더하면 겹친 곳을 두 번 세요. 한 번 빼야 해요: |A| + |B| − |A∩B|.",
        en: "Adding counts the shared part twice; take it off once: |A| + |B| − |A∩B|.",
      },
    },
    {
      id: "size-matters",
      claim: { ko: "상자가 클수록, 또는 그림이 클수록 IoU도 커져요.", en: "Larger boxes, or larger pictures, have a larger IoU." },
      correction: {
        ko: "IoU는 넓이의 비라서 둘을 같이 키우거나 줄여도 그대로예요. 다만 같은 픽셀 수만큼 어긋나면 작은 상자가 더 많이 잃어요.",
        en: "IoU is a ratio of areas: scaling both boxes leaves it as it is. The same error in pixels, though, costs a small box more.",
      },
    },
    {
      id: "inside-is-one",
      claim: { ko: "한 상자가 다른 상자 안에 쏙 들어가면 IoU는 1이에요.", en: "If one box lies inside the other, the IoU is 1." },
      correction: {
        ko: "들어가 있으면 IoU는 작은 넓이 ÷ 큰 넓이예요. 1이 되는 것은 두 상자가 똑같을 때뿐이에요.",
        en: "Inside, the IoU is the small area over the large one. It is 1 only when the two boxes are the same.",
      },
    },
    {
      id: "near-counts",
      claim: {
        ko: "가까이 있으면 겹치지 않아도 IoU가 조금은 있어요.",
        en: "Boxes that are close have a little IoU even without touching.",
      },
      correction: {
        ko: "교집합이 0이면 IoU는 정확히 0이에요. 거리는 IoU에 들어가지 않아요.",
        en: "With no intersection the IoU is exactly 0. Distance does not enter it.",
      },
    },
    {
      id: "zero-is-equal",
      claim: { ko: "IoU가 0인 예측은 모두 똑같이 나빠요.", en: "All predictions with an IoU of 0 are equally bad." },
      correction: {
        ko: "빗나간 정도는 달라요. GIoU는 감싼 상자의 빈 곳만큼 빼서, 멀수록 −1에 다가가요.",
        en: "They miss by different amounts. GIoU subtracts the empty share of the enclosing box and nears −1 with distance.",
      },
    },
    {
      id: "giou-is-iou",
      claim: { ko: "겹치기만 하면 GIoU와 IoU는 같아요.", en: "As long as boxes overlap, GIoU equals IoU." },
      correction: {
        ko: "감싼 상자에 빈 곳이 있으면 GIoU가 더 작아요. 같아지는 것은 합집합이 감싼 상자를 꽉 채울 때예요.",
        en: "Any empty space in the enclosing box makes GIoU smaller. They are equal only when the union fills that box.",
      },
    },
    {
      id: "plus-one",
      claim: { ko: "너비는 언제나 x2 − x1 + 1이에요.", en: "The width is always x2 − x1 + 1." },
      correction: {
        ko: "그건 픽셀 번호를 양 끝까지 세던 옛 코드의 약속이에요. 좌표를 연속으로 보면 너비는 x2 − x1이고, 섞어 쓰면 값이 달라져요.",
        en: "That is the convention of older code that counts pixel indices. With continuous coordinates the width is x2 − x1; mixing the two changes the result.",
      },
    },
  ],
  references: [
    {
      title: "Generalized Intersection over Union: A Metric and a Loss for Bounding Box Regression",
      authors: "H. Rezatofighi, N. Tsoi, J. Gwak, A. Sadeghian, I. Reid, S. Savarese",
      year: 2019,
      url: "https://arxiv.org/abs/1902.09630",
    },
    {
      title: "The PASCAL Visual Object Classes (VOC) Challenge",
      authors: "M. Everingham, L. Van Gool, C. K. I. Williams, J. Winn, A. Zisserman",
      year: 2010,
      url: "https://doi.org/10.1007/s11263-009-0275-4",
    },
    {
      title: "Faster R-CNN: Towards Real-Time Object Detection with Region Proposal Networks",
      authors: "S. Ren, K. He, R. Girshick, J. Sun",
      year: 2015,
      url: "https://arxiv.org/abs/1506.01497",
    },
  ],
});
