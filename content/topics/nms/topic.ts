import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "nms",
  version: 1,
  track: "detection",
  group: "task",
  order: 15,
  title: { ko: "비최대 억제 (NMS)", en: "Non-maximum suppression (NMS)" },
  summary: {
    ko: "한 물체에 몰린 상자 무리에서 하나만 남기는 법을 배워요.",
    en: "How a crowd of boxes on one object becomes a single box.",
  },
  prerequisites: ["iou", "object-detection"],
  misconceptions: [
    {
      id: "only-the-best",
      claim: {
        ko: "NMS를 하면 그림 전체에서 점수가 가장 높은 상자 하나만 남아요.",
        en: "NMS leaves the single best box of the whole picture.",
      },
      correction: {
        ko: "가장 좋은 상자를 남기고 그것과 겹치는 상자를 지우는 일을, 상자가 다 없어질 때까지 되풀이해요. 멀리 떨어진 상자는 다음 차례에 남아요.",
        en: "Keeping the best and dropping what overlaps it is repeated until no box is left. Boxes elsewhere win a later round.",
      },
    },
    {
      id: "one-per-object",
      claim: {
        ko: "NMS는 물체를 알아보고 물체마다 상자를 딱 하나씩 남겨요.",
        en: "NMS knows the objects and leaves exactly one box for each.",
      },
      correction: {
        ko: "NMS는 상자와 점수만 보고 그림은 보지 않아요. 덜 겹친 중복도, 아무것도 없는 곳의 상자도 살아남을 수 있어요.",
        en: "NMS sees boxes and scores, never the picture. A duplicate that overlaps little stays, and so does a false alarm.",
      },
    },
    {
      id: "overlap-survives",
      claim: { ko: "가장 좋은 상자와 IoU가 높은 상자가 살아남아요.", en: "Boxes that overlap the best one strongly survive." },
      correction: {
        ko: "거꾸로예요. 많이 겹치면 같은 물체를 가리키는 중복으로 보고 지워요. 덜 겹치는 상자가 살아남아요.",
        en: "The other way round: a strong overlap marks a duplicate, which falls. Boxes that overlap little stay.",
      },
    },
    {
      id: "threshold-is-score",
      claim: { ko: "NMS 임계값보다 점수가 높은 상자가 살아남아요.", en: "Boxes whose score is above the NMS threshold survive." },
      correction: {
        ko: "NMS의 임계값은 점수가 아니라 두 상자의 IoU와 비교해요. 점수 임계값은 따로 있어요.",
        en: "The NMS threshold is compared with the IoU of two boxes, not with a score. The score threshold is another knob.",
      },
    },
    {
      id: "fallen-still-suppress",
      claim: { ko: "지워진 상자도 자기와 겹치는 상자를 지워요.", en: "A box that was suppressed still suppresses the boxes it overlaps." },
      correction: {
        ko: "지워진 상자는 더 이상 비교에 나서지 않아요. 그래서 지워진 상자하고만 많이 겹치는 상자는 살아남아요.",
        en: "A fallen box takes no further part. A box that overlaps only fallen ones survives.",
      },
    },
    {
      id: "across-classes",
      claim: {
        ko: "클래스가 달라도 많이 겹치면 점수가 낮은 쪽이 지워져요.",
        en: "Boxes of different classes suppress each other when they overlap.",
      },
      correction: {
        ko: "보통 NMS는 클래스마다 따로 돌려요. 말 위의 사람처럼 겹쳐 있는 두 클래스의 상자는 둘 다 남아요.",
        en: "NMS usually runs for each class on its own: a rider and the horse both keep their boxes.",
      },
    },
    {
      id: "high-score-survives",
      claim: { ko: "점수가 충분히 높은 상자는 지워지지 않아요.", en: "A box with a high enough score cannot be suppressed." },
      correction: {
        ko: "더 좋은 상자와 많이 겹치면 점수가 0.9여도 지워지고, 혼자 떨어져 있으면 0.3이어도 남아요. 점수는 순서만 정해요.",
        en: "A 0.9 falls when a better box covers it, and a 0.3 that stands alone stays. Scores only set the order.",
      },
    },
    {
      id: "higher-drops-more",
      claim: { ko: "임계값을 높이면 더 많은 상자가 지워져요.", en: "A higher threshold removes more boxes." },
      correction: {
        ko: "반대예요. IoU가 임계값보다 커야 지워지니까, 임계값이 높을수록 지우기가 어려워져서 중복이 남아요.",
        en: "The other way round: a box falls when its IoU exceeds the threshold, so a higher one lets more duplicates live.",
      },
    },
    {
      id: "always-half",
      claim: { ko: "NMS 임계값은 언제나 0.5예요.", en: "The NMS threshold is always 0.5." },
      correction: {
        ko: "고르는 값이에요. Faster R-CNN의 RPN은 0.7, SSD는 0.45를 써요. 같은 상자라도 값에 따라 살아남는 것이 달라져요.",
        en: "It is a choice: Faster R-CNN's RPN uses 0.7, SSD 0.45. The same boxes survive or fall depending on it.",
      },
    },
    {
      id: "lower-is-safer",
      claim: {
        ko: "중복만 없애면 되니까 임계값은 낮을수록 좋아요.",
        en: "The lower the threshold the better, since duplicates are what we want to lose.",
      },
      correction: {
        ko: "너무 낮으면 나란히 서 있는 진짜 물체까지 지워져요. 중복이 남는 것과 물체를 놓치는 것 사이에서 골라야 해요.",
        en: "Too low, and real neighbours standing side by side disappear. It is a trade between doubles and misses.",
      },
    },
    {
      id: "greedy-is-optimal",
      claim: { ko: "NMS는 전체 점수가 가장 높은 상자 묶음을 찾아 줘요.", en: "NMS finds the set of boxes with the best total score." },
      correction: {
        ko: "NMS는 그때그때 제일 좋은 것을 집는 탐욕법이에요. 전체를 놓고 보면 더 나은 묶음이 있을 수 있어요.",
        en: "NMS is greedy: it takes the best at each moment. Seen as a whole, another set can be better.",
      },
    },
    {
      id: "soft-drops",
      claim: {
        ko: "Soft-NMS도 겹치는 상자를 지우는데, 조금 덜 지울 뿐이에요.",
        en: "Soft-NMS drops overlapping boxes too, only fewer of them.",
      },
      correction: {
        ko: "Soft-NMS는 지우는 대신 점수를 낮춰요. 그다음 점수 임계값이 나머지를 정해요.",
        en: "Soft-NMS lowers scores instead of dropping; a score threshold decides afterwards.",
      },
    },
  ],
  references: [
    {
      title: "Soft-NMS: Improving Object Detection With One Line of Code",
      authors: "N. Bodla, B. Singh, R. Chellappa, L. S. Davis",
      year: 2017,
      url: "https://arxiv.org/abs/1704.04503",
    },
    {
      title: "Faster R-CNN: Towards Real-Time Object Detection with Region Proposal Networks",
      authors: "S. Ren, K. He, R. Girshick, J. Sun",
      year: 2015,
      url: "https://arxiv.org/abs/1506.01497",
    },
    {
      title: "Histograms of Oriented Gradients for Human Detection",
      authors: "N. Dalal, B. Triggs",
      year: 2005,
      url: "https://doi.org/10.1109/CVPR.2005.177",
    },
  ],
});
