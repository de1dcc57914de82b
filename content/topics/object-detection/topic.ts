import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "object-detection",
  version: 1,
  track: "detection",
  group: "task",
  order: 10,
  title: { ko: "객체 검출과 AP", en: "Object detection and AP" },
  summary: {
    ko: "검출기가 무엇을 답하는지, 그 답을 TP와 FP로 가려 AP라는 수 하나로 재는 법을 배워요.",
    en: "What a detector answers, and how its answers are sorted into hits and false alarms and become one number, the AP.",
  },
  prerequisites: ["iou"],
  misconceptions: [
    {
      id: "one-box-per-picture",
      claim: {
        ko: "검출은 분류에 상자 하나를 더한 것이에요.",
        en: "Detection is classification with one box added.",
      },
      correction: {
        ko: "물체가 몇 개인지 아무도 알려 주지 않아요. 검출기는 (클래스, 상자, 점수)를 있는 만큼 답해야 하고, 하나도 없을 수도 있어요.",
        en: "Nobody says how many objects there are. A detector answers with as many (class, box, score) as it sees, and that may be none.",
      },
    },
    {
      id: "any-overlap",
      claim: { ko: "물체와 조금이라도 겹친 검출은 모두 맞은 것이에요.", en: "Every detection that overlaps an object is right." },
      correction: {
        ko: "IoU가 정해 둔 값 이상이어야 찾은 것이에요. 그보다 덜 겹치면 물체 옆에 있어도 거짓 양성이에요.",
        en: "The IoU has to reach the match IoU. A box that overlaps less is a false positive, however near it is.",
      },
    },
    {
      id: "duplicates-count",
      claim: { ko: "같은 물체를 두 번 찾으면 둘 다 맞은 것이에요.", en: "When an object is found twice, both detections are right." },
      correction: {
        ko: "물체 하나는 한 번만 찾을 수 있어요. 점수가 더 높은 검출이 차지하고 나머지는 거짓 양성이에요.",
        en: "An object can be found once. The detection with the better score takes it, and every further one is a false positive.",
      },
    },
    {
      id: "best-fit-wins",
      claim: {
        ko: "한 물체에 검출이 둘이면 더 꼭 맞는 상자가 참 양성이에요.",
        en: "Of two detections of an object, the one that fits better is the true positive.",
      },
      correction: {
        ko: "검출은 점수 순서로 판정해요. 먼저 온 검출이 기준만 넘으면 물체를 차지하고, 더 꼭 맞는 상자라도 뒤에 오면 거짓 양성이에요.",
        en: "Detections are judged in the order of their scores. The first to reach the match IoU takes the object; a better fit that comes later is a false positive.",
      },
    },
    {
      id: "class-does-not-matter",
      claim: { ko: "상자만 맞으면 클래스가 달라도 찾은 것이에요.", en: "If the box fits, the object is found, whatever the class." },
      correction: {
        ko: "짝짓기는 클래스마다 따로 해요. 고양이 위의 ‘강아지’ 검출은 상자가 꼭 맞아도 강아지의 거짓 양성이에요.",
        en: "Matching runs class by class. A “dog” on a cat is a false positive for dogs, however well its box fits.",
      },
    },
    {
      id: "ignored-is-false",
      claim: {
        ko: "어려운 물체를 찾은 검출은 거짓 양성이에요.",
        en: "A detection of a difficult object is a false positive.",
      },
      correction: {
        ko: "맞은 것도 틀린 것도 아니에요. 그 검출은 순위에서 빠진 것처럼 다뤄요.",
        en: "It is neither right nor wrong: it is treated as if it were not in the ranking.",
      },
    },
    {
      id: "difficult-counts",
      claim: { ko: "어려운 물체도 다른 물체처럼 찾아야 해요.", en: "A difficult object has to be found like any other." },
      correction: {
        ko: "찾아야 할 물체의 수에 들어가지 않아요. 놓쳐도 재현율이 줄지 않고, 찾아도 늘지 않아요.",
        en: "It is not among the objects to be found: missing it costs no recall, and finding it earns none.",
      },
    },
    {
      id: "score-cut-first",
      claim: {
        ko: "점수가 0.5보다 낮은 검출은 평가하기 전에 버려야 해요.",
        en: "Detections that score below 0.5 are to be dropped before the evaluation.",
      },
      correction: {
        ko: "AP는 순위 전체를 봐요. 미리 버리면 그 뒤에 있던 참 양성도 사라져서 AP는 그대로이거나 내려가고, 올라가지는 않아요.",
        en: "AP reads the whole ranking. Dropping its tail loses the true positives in it, so the AP stays or falls; it never rises.",
      },
    },
    {
      id: "ap-moves-with-the-cut",
      claim: {
        ko: "화면에 보일 점수 임계값을 올리면 AP가 좋아져요.",
        en: "Raising the score threshold of what is shown improves the AP.",
      },
      correction: {
        ko: "임계값은 곡선 위의 한 점을 고를 뿐이에요. 검출을 모두 넘겨 잰 AP는 움직이지 않고, 정밀도와 재현율만 서로 맞바뀌어요.",
        en: "The threshold picks a point of the curve. The AP of all detections stays; precision and recall trade places.",
      },
    },
    {
      id: "order-does-not-matter",
      claim: { ko: "검출을 어떤 순서로 세어도 AP는 같아요.", en: "The AP is the same in whatever order detections are counted." },
      correction: {
        ko: "AP는 순위를 재는 값이에요. 같은 상자라도 거짓 양성이 앞에 오면 정밀도가 처음부터 낮아져요.",
        en: "AP measures the ranking. The same boxes with a false positive in front have a lower precision from the start.",
      },
    },
    {
      id: "ap-is-final-precision",
      claim: { ko: "AP는 검출을 다 센 다음의 정밀도예요.", en: "AP is the precision once all detections are counted." },
      correction: {
        ko: "마지막 정밀도는 곡선의 끝점 하나일 뿐이에요. AP는 재현율이 0에서 1까지 가는 동안의 정밀도를 평균해요.",
        en: "That is one point, the curve's end. AP averages the precision over all recalls from 0 to 1.",
      },
    },
    {
      id: "ap-is-accuracy",
      claim: {
        ko: "AP는 맞은 것을 맞은 것, 틀린 것, 놓친 것의 합으로 나눈 정확도예요.",
        en: "AP is accuracy: hits among hits, false alarms and misses.",
      },
      correction: {
        ko: "정확도 같은 비율에는 순위가 없어요. 게다가 바르게 비워 둔 배경은 셀 수가 없어서 검출에는 정확도를 쓸 수 없어요.",
        en: "A ratio like that ignores the ranking. And accuracy proper is no use here: background rightly left alone cannot be counted.",
      },
    },
    {
      id: "recall-by-detections",
      claim: { ko: "재현율은 맞은 검출을 전체 검출 수로 나눈 값이에요.", en: "Recall is hits divided by the number of detections." },
      correction: {
        ko: "그건 정밀도예요. 재현율은 찾아야 할 물체의 수로 나눠요.",
        en: "That is precision. Recall divides by the objects there are to find.",
      },
    },
    {
      id: "misses-are-free",
      claim: {
        ko: "검출이 닿지 않은 물체는 AP와 상관없어요.",
        en: "Objects that no detection found play no part in the AP.",
      },
      correction: {
        ko: "재현율의 분모에 들어가요. 놓친 물체가 있으면 곡선은 1까지 가지 못하고, 닿지 못한 구간은 0으로 세요.",
        en: "They stand in recall's denominator. With a miss the curve never reaches 1, and what it does not reach counts 0.",
      },
    },
    {
      id: "always-half",
      claim: { ko: "검출은 IoU가 0.5 이상이면 언제나 맞은 것이에요.", en: "A detection is right whenever its IoU is 0.5 or more." },
      correction: {
        ko: "0.5는 PASCAL VOC가 고른 값이에요. COCO는 0.5부터 0.95까지 열 개의 기준으로 재서 평균해요. 기준이 바뀌면 같은 검출의 TP와 FP가 바뀌어요.",
        en: "0.5 is PASCAL VOC's choice. COCO averages over ten values from 0.5 to 0.95. Another match IoU turns TPs into FPs and back.",
      },
    },
    {
      id: "map-pools-classes",
      claim: {
        ko: "mAP는 모든 클래스의 검출을 한 줄로 세워 구해요.",
        en: "mAP ranks the detections of all classes in one list.",
      },
      correction: {
        ko: "클래스마다 따로 순위를 세워 AP를 구하고, 그 AP들을 평균해요. 드문 클래스도 흔한 클래스와 똑같은 몫을 가져요.",
        en: "Each class has a ranking and an AP of its own, and mAP is their mean. A rare class weighs as much as a common one.",
      },
    },
  ],
  references: [
    {
      title: "The PASCAL Visual Object Classes (VOC) Challenge",
      authors: "M. Everingham, L. Van Gool, C. K. I. Williams, J. Winn, A. Zisserman",
      year: 2010,
      url: "https://doi.org/10.1007/s11263-009-0275-4",
    },
    {
      title: "Microsoft COCO: Common Objects in Context",
      authors: "T.-Y. Lin, M. Maire, S. Belongie, L. Bourdev, R. Girshick, J. Hays, P. Perona, D. Ramanan, C. L. Zitnick, P. Dollár",
      year: 2014,
      url: "https://arxiv.org/abs/1405.0312",
    },
    {
      title: "TIDE: A General Toolbox for Identifying Object Detection Errors",
      authors: "D. Bolya, S. Foley, J. Hays, J. Hoffman",
      year: 2020,
      url: "https://arxiv.org/abs/2008.08115",
    },
    {
      title: "Focal Loss for Dense Object Detection",
      authors: "T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollár",
      year: 2017,
      url: "https://arxiv.org/abs/1708.02002",
    },
  ],
});
