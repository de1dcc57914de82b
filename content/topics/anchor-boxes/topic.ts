import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "anchor-boxes",
  version: 1,
  track: "detection",
  group: "two-stage",
  order: 70,
  title: { ko: "앵커 상자 (anchor boxes)", en: "Anchor boxes" },
  summary: {
    ko: "미리 깔아 둔 상자들에서 출발해 물체를 찾아요. 크기와 비율을 고르고, 양성·음성·무시로 나누는 법을 배워요.",
    en: "Start detection from boxes laid out beforehand: choose their scales and ratios, and sort them into positive, negative and ignored.",
  },
  prerequisites: ["iou"],
  misconceptions: [
    {
      id: "forgets-rescue",
      claim: { ko: "IoU가 0.7에 못 미치는 앵커는 양성이 될 수 없어요.", en: "An anchor below an IoU of 0.7 can never be positive." },
      correction: {
        ko: "물체마다 IoU가 가장 높은 앵커는 그 값이 낮아도 양성이에요. 그래야 어떤 물체에도 배울 앵커가 하나는 있어요.",
        en: "The anchor with the highest IoU for an object is positive however low that is, so that no object goes without one.",
      },
    },
    {
      id: "forgets-ignored",
      claim: { ko: "양성이 아니면 모두 음성이에요.", en: "Whatever is not positive is negative." },
      correction: {
        ko: "0.3과 0.7 사이는 무시해요. 애매한 상자를 배경이라고 가르치지 않으려고 손실에서 빼요.",
        en: "Between 0.3 and 0.7 an anchor is ignored: doubtful boxes stay out of the loss instead of being taught as background.",
      },
    },
    {
      id: "half-is-enough",
      claim: { ko: "IoU가 0.5를 넘으면 양성이에요.", en: "An IoU above 0.5 makes an anchor positive." },
      correction: {
        ko: "0.5는 검출을 평가할 때 흔한 기준이에요. Faster R-CNN의 RPN은 앵커에 0.7과 0.3을 써요.",
        en: "0.5 is a common threshold for judging detections. Faster R-CNN's RPN uses 0.7 and 0.3 for anchors.",
      },
    },
    {
      id: "one-anchor-one-object",
      claim: { ko: "물체 하나에는 양성 앵커도 하나예요.", en: "Each object has exactly one positive anchor." },
      correction: {
        ko: "0.7 이상이면 몇 개든 모두 양성이에요. 최고 IoU가 같은 앵커들도 함께 양성이에요.",
        en: "All anchors from 0.7 up are positive, however many; so are all that tie for an object's best IoU.",
      },
    },
    {
      id: "rescuer-owns",
      claim: { ko: "구제된 앵커는 자기를 구해 준 물체를 맡아요.", en: "A rescued anchor belongs to the object that rescued it." },
      correction: {
        ko: "여기서는 앵커가 가장 많이 겹치는 물체를 맡아요(torchvision의 규칙). 구해 준 물체와 다를 수 있어요.",
        en: "Here an anchor goes to the object it overlaps most (torchvision's rule), which need not be the one that rescued it.",
      },
    },
    {
      id: "ratio-upside-down",
      claim: { ko: "비율 2는 가로가 세로의 두 배라는 뜻이에요.", en: "Ratio 2 means twice as wide as tall." },
      correction: {
        ko: "이 수업과 torchvision에서 비율은 높이 ÷ 너비예요. 2면 세로로 길어요. 문서마다 다르니 꼭 확인하세요.",
        en: "Here, as in torchvision, the ratio is height over width: 2 is tall. Documents differ, so always check.",
      },
    },
    {
      id: "scale-is-width",
      claim: { ko: "크기 128인 앵커는 비율과 상관없이 너비가 128이에요.", en: "An anchor of scale 128 is 128 wide whatever its ratio." },
      correction: {
        ko: "크기는 넓이의 제곱근이에요. 비율이 바뀌어도 넓이 128²는 그대로이고 w = s/√r, h = s·√r이에요.",
        en: "The scale is the square root of the area. The area stays 128² for every ratio: w = s/√r, h = s·√r.",
      },
    },
    {
      id: "anchor-is-output",
      claim: { ko: "앵커가 곧 모델의 예측 상자예요.", en: "Anchors are the boxes that the model predicts." },
      correction: {
        ko: "앵커는 고정된 출발점이에요. 모델은 앵커마다 점수와, 앵커를 얼마나 옮기고 늘릴지(델타)를 내놓아요.",
        en: "Anchors are fixed starting points. For each the model gives a score and how far to shift and stretch it (deltas).",
      },
    },
    {
      id: "depends-on-picture",
      claim: { ko: "앵커는 그림 내용에 따라 달라져요.", en: "Anchors depend on what the picture shows." },
      correction: {
        ko: "앵커는 그림 크기와 보폭, 크기, 비율만으로 정해져요. 빈 벽 그림에도 똑같이 깔려요.",
        en: "They follow from picture size, stride, scales and ratios alone: a picture of a bare wall has the same ones.",
      },
    },
    {
      id: "per-picture-count",
      claim: { ko: "k = 9이면 그림 한 장에 앵커가 9개예요.", en: "k = 9 means nine anchors for the picture." },
      correction: {
        ko: "9개는 자리마다예요. 60×40 지도라면 60·40·9 = 21,600개, 약 2만 개예요.",
        en: "Nine at every location. On a 60×40 map that is 60·40·9 = 21,600, about 20,000.",
      },
    },
    {
      id: "one-size",
      claim: {
        ko: "어차피 모델이 상자를 고치니 앵커는 한 가지 크기면 돼요.",
        en: "One size will do: the model corrects the boxes anyway.",
      },
      correction: {
        ko: "IoU가 낮으면 그 물체의 양성 앵커가 거의 생기지 않아요. 고칠 출발점이 너무 멀면 배우기 어려워요.",
        en: "With low IoUs an object gets hardly any positive anchors, and a start too far away is hard to correct.",
      },
    },
    {
      id: "square-fits-all",
      claim: { ko: "정사각형 앵커만 여러 크기로 두면 충분해요.", en: "Square anchors in several sizes are enough." },
      correction: {
        ko: "높이가 너비의 세 배인 물체와 넓이가 같은 정사각형은 꼭 맞춰 놓아도 IoU가 0.41이에요. 긴 물체에는 긴 앵커가 필요해요.",
        en: "A square of the same area as an object three times as tall as wide has an IoU of 0.41 at best. Long objects need long anchors.",
      },
    },
    {
      id: "bigger-is-safer",
      claim: { ko: "앵커는 클수록 물체를 많이 덮으니 안전해요.", en: "Bigger anchors are safer: they cover more of an object." },
      correction: {
        ko: "물체를 다 덮어도 합집합이 커져서 IoU는 넓이의 비까지 떨어져요. 작은 물체에는 작은 앵커가 필요해요.",
        en: "Covering an object wholly, a large anchor's union grows too: the IoU falls to the ratio of areas. Small objects need small anchors.",
      },
    },
  ],
  references: [
    {
      title: "Faster R-CNN: Towards Real-Time Object Detection with Region Proposal Networks",
      authors: "S. Ren, K. He, R. Girshick, J. Sun",
      year: 2015,
      url: "https://arxiv.org/abs/1506.01497",
    },
    {
      title: "YOLO9000: Better, Faster, Stronger (dimension clusters)",
      authors: "J. Redmon, A. Farhadi",
      year: 2016,
      url: "https://arxiv.org/abs/1612.08242",
    },
    {
      title: "torchvision.models.detection: AnchorGenerator and Matcher",
      authors: "PyTorch contributors",
      year: 2024,
      url: "https://github.com/pytorch/vision/tree/main/torchvision/models/detection",
    },
  ],
});
