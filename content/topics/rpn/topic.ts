import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "rpn",
  version: 1,
  track: "detection",
  group: "two-stage",
  order: 80,
  title: { ko: "RPN: 후보를 내는 신경망", en: "RPN: the network that proposes" },
  summary: {
    ko: "분류기가 읽는 그 특징 지도에서 후보까지 읽어요. 칸마다 앵커에게 ‘물체인가?’를 묻고, 네 수로 앵커를 고치고, 겹치는 것을 줄여요.",
    en: "Proposals are read off the very map that the classifier reads: for every anchor “an object?”, four numbers that correct it, and a funnel that leaves a few hundred.",
  },
  prerequisites: ["anchor-boxes", "iou", "nms", "fast-r-cnn"],
  misconceptions: [
    {
      id: "coordinates-come-out",
      claim: { ko: "RPN은 상자의 (x, y, w, h)를 그대로 내놓아요.", en: "An RPN gives (x, y, w, h) of the boxes." },
      correction: {
        ko: "4k개의 수는 좌표가 아니라 앵커를 얼마나 옮기고 늘릴지예요: tx = (x − xa)/wa, tw = ln(w/wa). 모두 0이면 앵커 그대로예요.",
        en: "The 4k numbers are no coordinates but corrections of the anchor: tx = (x − xa)/wa, tw = ln(w/wa). All zero means the anchor as it is.",
      },
    },
    {
      id: "finds-classes",
      claim: { ko: "RPN이 강아지인지 고양이인지까지 정해요.", en: "The RPN decides between dog and cat." },
      correction: {
        ko: "RPN은 클래스를 몰라요. 앵커마다 물체인지 배경인지만 말하고, 클래스는 뒤의 검출기가 정해요.",
        en: "It knows no classes: for each anchor it says object or background. The detector behind it names the class.",
      },
    },
    {
      id: "still-selective-search",
      claim: { ko: "RPN은 선택적 탐색의 후보를 받아서 다듬어요.", en: "The RPN refines what selective search proposes." },
      correction: {
        ko: "선택적 탐색은 없어졌어요. RPN은 특징 지도와 미리 깔아 둔 앵커만으로 후보를 내요.",
        en: "Selective search is gone. The RPN proposes from the feature map and from anchors laid out beforehand.",
      },
    },
    {
      id: "shift-in-picture-sizes",
      claim: { ko: "tx = 0.2는 그림 너비의 20%만큼 옮기라는 뜻이에요.", en: "tx = 0.2 means a shift by 20% of the picture's width." },
      correction: {
        ko: "단위는 그림이 아니라 앵커의 너비예요. 너비 100인 앵커라면 20픽셀이에요.",
        en: "The unit is the anchor's own width, not the picture's: 20 pixels for an anchor that is 100 wide.",
      },
    },
    {
      id: "size-times-delta",
      claim: { ko: "새 너비는 tw × 앵커의 너비예요.", en: "The new width is tw × the anchor's width." },
      correction: {
        ko: "tw는 배율이 아니라 배율의 로그예요. 새 너비는 wa · e^tw이고, tw = 0이면 그대로예요.",
        en: "tw is not the factor but its logarithm: the new width is wa · e^tw, and tw = 0 leaves it as it was.",
      },
    },
    {
      id: "size-grows-linearly",
      claim: { ko: "tw = 0.7은 70% 넓어지라는 뜻이에요.", en: "tw = 0.7 means 70% wider." },
      correction: {
        ko: "e^0.7은 2에 가까워서 두 배예요. tw = −0.7이면 절반이고요. 1 + tw는 tw가 작을 때만 비슷해요.",
        en: "e^0.7 is nearly 2: twice as wide, and tw = −0.7 half as wide. 1 + tw comes close for small tw alone.",
      },
    },
    {
      id: "grows-from-corner",
      claim: { ko: "크기는 왼쪽 위 모서리를 두고 늘어나요.", en: "A box grows from its upper left corner." },
      correction: {
        ko: "먼저 가운데를 옮기고, 그 가운데를 두고 사방으로 늘이거나 줄여요.",
        en: "First its centre is shifted; then it grows or shrinks around that centre, to all sides.",
      },
    },
    {
      id: "shift-forgotten",
      claim: { ko: "델타는 크기만 바꾸고 가운데는 그대로 둬요.", en: "Deltas change the size; the centre stays." },
      correction: {
        ko: "네 수 가운데 tx, ty는 가운데를, tw, th는 크기를 고쳐요.",
        en: "Of the four numbers tx and ty move the centre, tw and th change the size.",
      },
    },
    {
      id: "size-forgotten",
      claim: { ko: "델타는 앵커를 옮기기만 해요.", en: "Deltas only shift the anchor." },
      correction: {
        ko: "tw와 th는 앵커의 너비와 높이를 e^tw배, e^th배로 바꿔요.",
        en: "tw and th make its width e^tw times and its height e^th times as large.",
      },
    },
    {
      id: "clip-moves-box",
      claim: { ko: "그림 밖으로 나간 상자는 안으로 밀어 넣어요.", en: "A box that reaches out of the picture is pushed back in." },
      correction: {
        ko: "나간 부분만 잘라 내요. 나머지 변은 제자리에 있어요.",
        en: "Only what lies outside is clipped; the other sides stay where they are.",
      },
    },
    {
      id: "closest-anchor-wins",
      claim: {
        ko: "지금 물체와 가장 많이 겹치는 앵커가 가장 좋은 후보가 돼요.",
        en: "The anchor that overlaps the object most makes the best proposal.",
      },
      correction: {
        ko: "후보는 앵커가 아니라 옮겨 간 상자예요. 더 멀리서 출발한 앵커가 더 잘 맞을 수 있어요.",
        en: "A proposal is where the anchor ends up, not where it starts: one from farther off may fit better.",
      },
    },
    {
      id: "nms-on-anchors",
      claim: { ko: "NMS는 앵커끼리 겹치는지 봐요.", en: "NMS looks at how the anchors overlap." },
      correction: {
        ko: "먼저 델타로 앵커를 옮기고, 옮겨 간 상자끼리 IoU를 재요. 멀던 앵커 둘이 한 물체로 모이기도 해요.",
        en: "Deltas are applied first; IoUs are those of the decoded boxes. Anchors far apart may have come to one object.",
      },
    },
    {
      id: "scores-are-enough",
      claim: { ko: "점수를 매긴 앵커는 모두 후보가 돼요.", en: "Every scored anchor becomes a proposal." },
      correction: {
        ko: "한 물체 둘레의 앵커는 거의 같은 상자를 내요. NMS로 겹친 것을 지우지 않으면 짧은 목록이 한 물체로 차 버려요.",
        en: "Anchors around one object give nearly the same box. Without NMS a short list fills up with a single object.",
      },
    },
    {
      id: "half-score-cut",
      claim: { ko: "물체 점수가 0.5 이상인 것이 후보예요.", en: "Proposals are what scores 0.5 or more." },
      correction: {
        ko: "점수에 정해진 임계값은 없어요. 점수는 줄을 세우는 데 쓰고, 앞에서부터 정해진 수만큼 받아요.",
        en: "No score is the limit. Scores only rank the boxes, and a fixed number is taken from the top.",
      },
    },
    {
      id: "nms-keeps-few",
      claim: { ko: "임계값 0.7인 NMS를 거치면 물체마다 상자 하나만 남아요.", en: "NMS at 0.7 leaves one box for each object." },
      correction: {
        ko: "0.7은 느슨해요. IoU가 0.7 이하로 겹치는 상자는 한 물체 위에 여럿 남아요. 하나로 줄이는 일은 뒤의 검출기가 해요.",
        en: "0.7 is lenient: boxes that overlap by 0.7 or less all stay, several an object. Leaving one is the later detector's work.",
      },
    },
    {
      id: "small-ones-stay",
      claim: { ko: "점수가 높으면 아무리 작은 상자도 후보예요.", en: "With a high score even the smallest box is a proposal." },
      correction: {
        ko: "옮겨 간 상자의 한 변이 정해진 크기(논문의 코드는 16픽셀)보다 짧으면 점수와 상관없이 버려요.",
        en: "A decoded box with a side below a limit (16 pixels in the paper's code) is dropped whatever its score.",
      },
    },
    {
      id: "limit-forgotten",
      claim: { ko: "몇 개까지만 본다는 제한은 NMS 뒤에만 있어요.", en: "A limit on how many are looked at comes after NMS alone." },
      correction: {
        ko: "NMS 앞에도 제한이 있어요. 점수가 높은 몇 개만 NMS에 들어가니까, 그 밖의 상자는 겹치지 않아도 남지 못해요.",
        en: "There is one before NMS as well: only the best so many enter it. A box beyond them is lost even if it overlaps nothing.",
      },
    },
    {
      id: "always-seven",
      claim: { ko: "RPN의 NMS 임계값은 언제나 0.7이에요.", en: "The RPN's NMS threshold is always 0.7." },
      correction: {
        ko: "0.7은 논문이 고른 값이에요. 임계값이 달라지면 남는 상자도 달라져요.",
        en: "0.7 is what the paper chose. With another threshold other boxes are left.",
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
      title: "torchvision: RegionProposalNetwork (rpn.py)",
      authors: "PyTorch",
      year: 2024,
      url: "https://github.com/pytorch/vision/blob/main/torchvision/models/detection/rpn.py",
    },
    {
      title: "py-faster-rcnn: proposal_layer.py",
      authors: "R. Girshick",
      year: 2015,
      url: "https://github.com/rbgirshick/py-faster-rcnn/blob/master/lib/rpn/proposal_layer.py",
    },
  ],
});
