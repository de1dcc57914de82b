import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "detr",
  version: 1,
  track: "detection",
  group: "beyond-boxes",
  order: 174,
  title: { ko: "DETR: 질의와 물체의 짝짓기", en: "DETR: queries matched to objects" },
  summary: {
    ko: "질의 N개가 온 그림을 보고 한꺼번에 답해요. 학습할 때 가장 싼 일대일 짝짓기가 누가 어느 물체를 맡을지 정하고, 남은 질의는 ‘물체 없음’을 배워요.",
    en: "N queries look at the whole picture and answer at once. In training the cheapest one-to-one matching says which query answers for which object; all others learn to say “no object”.",
  },
  prerequisites: ["iou", "nms"],
  misconceptions: [
    {
      id: "queries-are-classes",
      claim: { ko: "질의마다 맡은 클래스가 하나씩 있어요.", en: "Each query stands for one class." },
      correction: {
        ko: "질의는 물어보는 자리예요. 어느 질의든 어떤 클래스로도 답할 수 있고, 클래스는 답할 때마다 스물한 확률로 정해요.",
        en: "A query is a place that asks. Any of them may answer with any class, chosen anew for each picture among all probabilities.",
      },
    },
    {
      id: "nearest-query",
      claim: { ko: "물체마다 자기에게 가장 잘 맞는 질의와 이어요.", en: "Each object is matched to the query that suits it best." },
      correction: {
        ko: "한 질의는 한 물체만 맡아요. 물체마다 따로 고르면 두 물체가 한 질의를 고르기도 해서, 모든 짝의 비용을 더한 합이 가장 작은 짝짓기를 찾아요.",
        en: "A query answers for one object only. Chosen one by one, two objects may pick the same; what is sought is the matching whose costs add up to the least.",
      },
    },
    {
      id: "best-pair-first",
      claim: { ko: "가장 싼 짝부터 차례로 이으면 합이 가장 작아요.", en: "Joining the cheapest pairs first gives the least total." },
      correction: {
        ko: "가장 싼 짝을 이으면 남은 물체가 훨씬 비싼 질의를 받기도 해요. 조금 양보하는 쪽이 합을 줄여요.",
        en: "Taking the cheapest pair may leave another object with a far dearer query. The total is less when somebody gives way a little.",
      },
    },
    {
      id: "first-come",
      claim: {
        ko: "물체 차례대로 남은 것 가운데 가장 싼 질의를 받아요.",
        en: "Objects take, in their order, the cheapest query that is left.",
      },
      correction: {
        ko: "차례는 아무 뜻이 없어요. 먼저 받은 물체도 합이 줄면 다른 질의로 옮겨요.",
        en: "The order means nothing: an object that has a query moves to another one whenever that lowers the total.",
      },
    },
    {
      id: "overlap-decides",
      claim: { ko: "상자가 가장 많이 겹치는 질의가 그 물체와 이어져요.", en: "An object gets the query whose box overlaps it most." },
      correction: {
        ko: "비용에는 클래스의 확률도 들어 있어요. 조금 덜 겹쳐도 클래스를 맞힌 질의가 더 쌀 수 있어요.",
        en: "The cost also counts the probability of the class: a box that overlaps a little less but names the class may be cheaper.",
      },
    },
    {
      id: "class-decides",
      claim: { ko: "그 클래스를 가장 확신하는 질의가 물체와 이어져요.", en: "An object gets the query that is surest of its class." },
      correction: {
        ko: "확률은 많아야 1만큼 줄여요. 상자가 멀면 5·L1과 2·GIoU가 그보다 크게 달라져요.",
        en: "A probability takes off 1 at most. Where the box is far off, 5·L1 and 2·GIoU differ by more than that.",
      },
    },
    {
      id: "parts-weigh-alike",
      claim: { ko: "p, L1, GIoU를 그대로 더하면 돼요.", en: "p, L1 and GIoU are added as they are." },
      correction: {
        ko: "L1에는 5, GIoU에는 2를 곱해요. 무게가 다르면 짝짓기도 달라져요.",
        en: "L1 counts five times and GIoU twice; with other weights another matching is the cheapest.",
      },
    },
    {
      id: "unmatched-are-ignored",
      claim: { ko: "짝이 없는 질의는 손실에 들어가지 않아요.", en: "Queries without a partner stay out of the loss." },
      correction: {
        ko: "‘물체 없음’을 배워요. 너무 많아서 0.1의 무게로 셀 뿐이고, 상자의 손실만 내지 않아요.",
        en: "They are taught “no object”, counted at 0.1 because there are so many. Only the loss of the box is not theirs.",
      },
    },
    {
      id: "needs-nms",
      claim: { ko: "DETR도 앵커를 놓고 NMS로 마무리해요.", en: "DETR, too, lays out anchors and ends with NMS." },
      correction: {
        ko: "앵커도 NMS도 방법에 들어 있지 않아요. 질의가 상자를 바로 내고, 한 물체에 한 질의만 답하도록 짝짓기로 가르쳐요.",
        en: "Neither is part of the method: queries give boxes outright, and the matching teaches that one of them answers for an object.",
      },
    },
    {
      id: "duplicates-are-impossible",
      claim: { ko: "NMS가 없으니 같은 물체가 두 번 나올 수 없어요.", en: "Without NMS an object cannot come out twice." },
      correction: {
        ko: "짝짓기는 학습할 때만 있어요. 쓸 때 한 물체에 한 번만 답하는 것은 배운 만큼만 돼요. 다 배우지 못하면 중복이 나와요.",
        en: "The matching exists in training alone. To answer once an object is learnt, and holds as far as it was learnt; a network that has not learnt it gives duplicates.",
      },
    },
    {
      id: "cost-is-the-loss",
      claim: { ko: "짝짓기의 비용은 손실과 같은 식이에요.", en: "The matching's cost is the same formula as the loss." },
      correction: {
        ko: "비용에는 −p, 손실에는 −log p를 써요. p는 0과 1 사이라서 상자의 두 항과 크기가 어울려요.",
        en: "The cost has −p where the loss has −log p: between 0 and 1 it stays on the scale of the box's two terms.",
      },
    },
    {
      id: "as-many-as-queries",
      claim: { ko: "질의가 100개면 검출도 100개가 나와요.", en: "A hundred queries give a hundred detections." },
      correction: {
        ko: "100은 찾을 수 있는 가장 많은 수예요. 물체가 일곱이면 아흔셋은 ‘물체 없음’이라고 답해야 해요.",
        en: "A hundred is the most that can be found. With seven objects, ninety-three have to say “no object”.",
      },
    },
  ],
  references: [
    {
      title: "End-to-End Object Detection with Transformers",
      authors: "N. Carion, F. Massa, G. Synnaeve, N. Usunier, A. Kirillov, S. Zagoruyko",
      year: 2020,
      url: "https://arxiv.org/abs/2005.12872",
    },
    {
      title: "The Hungarian method for the assignment problem",
      authors: "H. W. Kuhn",
      year: 1955,
      url: "https://doi.org/10.1002/nav.3800020109",
    },
    {
      title: "facebookresearch/detr: models/matcher.py, main.py",
      authors: "Facebook AI Research",
      year: 2020,
      url: "https://github.com/facebookresearch/detr",
    },
  ],
});
