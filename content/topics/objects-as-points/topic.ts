import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "objects-as-points",
  version: 1,
  track: "detection",
  group: "beyond-boxes",
  order: 175,
  title: { ko: "점으로 보는 물체: CenterNet", en: "Objects as points: CenterNet" },
  summary: {
    ko: "물체는 가운데의 점이에요. 클래스마다 히트맵을 그리고, 이웃보다 높은 칸을 봉우리로 삼고, 크기와 오프셋은 그 칸에서만 읽어요.",
    en: "An object is the point at its centre: a peak in its class's heat map. Size and offset are read at that cell and nowhere else.",
  },
  prerequisites: ["iou", "focal-loss", "nms"],
  misconceptions: [
    {
      id: "every-hot-cell",
      claim: { ko: "임계값을 넘은 칸은 모두 검출이에요.", en: "Every cell above the threshold is a detection." },
      correction: {
        ko: "뜨거운 칸은 봉우리 둘레에 무리 지어 있어요. 이웃 여덟 칸 어느 것도 더 크지 않은 칸만 물체예요.",
        en: "Hot cells crowd around a peak. Only a cell that none of its eight neighbours exceeds is an object.",
      },
    },
    {
      id: "one-per-class",
      claim: { ko: "클래스마다 가장 뜨거운 칸 하나가 물체예요.", en: "A class has one object: its hottest cell." },
      correction: {
        ko: "한 클래스의 물체가 여럿이면 봉우리도 여럿이에요. 봉우리마다 제 이웃하고만 견줘요.",
        en: "A class with several objects has several peaks. Each is compared with its own neighbours alone.",
      },
    },
    {
      id: "any-maximum",
      claim: { ko: "이웃보다 크기만 하면 물체예요.", en: "Whatever exceeds its neighbours is an object." },
      correction: {
        ko: "바닥의 잔물결에도 봉우리가 있어요. 값이 점수의 임계값에 이르러야 물체로 세요.",
        en: "Ripples of the ground have summits, too. The value must reach the score threshold to count.",
      },
    },
    {
      id: "four-neighbours",
      claim: { ko: "이웃은 위아래와 양옆의 네 칸이에요.", en: "The neighbours are the four cells at its sides." },
      correction: {
        ko: "3×3 창이라 모서리로 닿는 네 칸도 견줘요. 비스듬히 옆이 더 높으면 봉우리가 아니에요.",
        en: "The window is 3×3, so the four at its corners count as well: a higher one there, and it is no peak.",
      },
    },
    {
      id: "highest-cells",
      claim: { ko: "값이 큰 순서대로 몇 칸을 고르면 그것이 봉우리예요.", en: "The few cells with the largest values are the peaks." },
      correction: {
        ko: "높은 봉우리의 옆 칸은 낮은 봉우리보다 클 때가 많아요. 먼저 이웃과 견주고, 그다음에 줄을 세워요.",
        en: "A cell beside a high peak often exceeds a low peak. First compare with neighbours, then rank.",
      },
    },
    {
      id: "classes-compete",
      claim: { ko: "한 칸에서는 값이 가장 큰 클래스만 남아요.", en: "At one cell only the class with the largest value stays." },
      correction: {
        ko: "클래스마다 제 히트맵이 있고 서로 견주지 않아요. 한 칸이 두 클래스의 봉우리일 수 있어요.",
        en: "Each class has its own heat map, and maps are not compared. One cell may be the peak of two classes.",
      },
    },
    {
      id: "one-per-blob",
      claim: { ko: "뜨거운 덩어리 하나에는 물체가 하나예요.", en: "A hot blob holds one object." },
      correction: {
        ko: "한 덩어리 안에서도 두 칸만 떨어지면 서로의 3×3 창 밖이에요. 봉우리가 둘이면 물체도 둘이에요.",
        en: "Within a blob two tops two cells apart lie outside each other's window. Two peaks are two objects.",
      },
    },
    {
      id: "all-peaks-stay",
      claim: { ko: "봉우리는 많아도 모두 남아요.", en: "All peaks stay, however many there are." },
      correction: {
        ko: "모든 클래스를 통틀어 값이 큰 봉우리 k개만 남겨요. 논문은 100개예요.",
        en: "Of all classes together the k highest stay: 100 in the paper.",
      },
    },
    {
      id: "cell-is-centre",
      claim: { ko: "상자의 가운데는 봉우리 칸의 한가운데예요.", en: "The box's centre is the middle of the peak's cell." },
      correction: {
        ko: "칸 안의 어디인지는 오프셋이 말해요. 칸의 왼쪽 위에서 오프셋만큼 간 곳이 가운데예요.",
        en: "Where in the cell, the offset says: that far from the cell's upper left corner.",
      },
    },
    {
      id: "offset-moves-cell",
      claim: { ko: "오프셋은 상자를 옆 칸으로 옮겨요.", en: "The offset moves the box to the next cell." },
      correction: {
        ko: "오프셋은 0 이상 1 미만이라 칸을 벗어나지 않아요. 보폭으로 나눌 때 버린 소수를 되돌릴 뿐이에요.",
        en: "It is from 0 to below 1 and never leaves the cell. It gives back the fraction lost when dividing by the stride.",
      },
    },
    {
      id: "point-is-corner",
      claim: { ko: "봉우리는 상자의 왼쪽 위 모서리예요.", en: "The peak is the box's upper left corner." },
      correction: {
        ko: "봉우리는 가운데예요. 모서리는 너비와 높이의 절반을 빼야 나와요.",
        en: "It is the centre. Take half of width and height away to get the corner.",
      },
    },
    {
      id: "beside-will-do",
      claim: { ko: "크기는 봉우리 옆의 뜨거운 칸에서 읽어도 같아요.", en: "The size may as well be read at a hot cell beside the peak." },
      correction: {
        ko: "크기와 오프셋은 가운데 칸에서만 배워요. 옆 칸의 수는 아무도 바로잡아 주지 않았어요.",
        en: "Size and offset are taught at centres alone. What stands beside them nobody has corrected.",
      },
    },
    {
      id: "needs-nms",
      claim: { ko: "CenterNet도 NMS로 겹친 상자를 지워요.", en: "CenterNet, too, removes overlapping boxes by NMS." },
      correction: {
        ko: "논문의 CenterNet에는 NMS가 없어요. 3×3 안에서 가장 큰 칸만 남기는 비교가 그 일을 대신해요.",
        en: "The paper's CenterNet has no NMS. Keeping only what is largest in its 3×3 does that work.",
      },
    },
    {
      id: "gaussian-is-extent",
      claim: { ko: "언덕의 너비가 곧 물체의 크기예요.", en: "The hill is as wide as the object." },
      correction: {
        ko: "언덕은 모서리가 얼마나 빗나가도 되는지를 말해요. 물체의 크기는 크기 머리가 따로 내요.",
        en: "The hill says how far a corner may stray. How large the object is, the size head says.",
      },
    },
    {
      id: "released-roots",
      claim: { ko: "반지름은 공개된 코드가 내는 수예요.", en: "The radius is what the released code gives." },
      correction: {
        ko: "공개된 코드는 근의 공식에서 2a로 나누지 않고 2로 나눠요. 그래서 세 배쯤 크고, 그만큼 빗나간 상자의 IoU는 한참 낮아요.",
        en: "The code divides by 2 where the formula has 2a. It is about three times too large, and a box that strays so far has a far lower IoU.",
      },
    },
    {
      id: "slack-of-a-side",
      claim: { ko: "IoU 0.7이면 변의 0.15만큼 어긋나도 돼요.", en: "With an IoU of 0.7 a corner may stray by 0.15 of a side." },
      correction: {
        ko: "너비와 높이가 함께 줄고, 양 끝에서 줄어요. 네모라면 변의 0.08쯤이에요.",
        en: "Width and height shrink together, and at both ends: for a square it is about 0.08 of a side.",
      },
    },
    {
      id: "shift-is-worst",
      claim: { ko: "상자가 통째로 밀릴 때가 가장 나빠요.", en: "The worst is when the box is shifted as a whole." },
      correction: {
        ko: "두 모서리가 함께 안으로 들어올 때가 가장 나빠요. 세 경우를 다 재서 가장 작은 IoU로 정해요.",
        en: "The worst is when both corners move inwards. Measure all three and go by the least IoU.",
      },
    },
    {
      id: "longer-side-decides",
      claim: { ko: "길쭉한 상자의 반지름은 긴 변으로 정해요.", en: "The longer side of a box decides the radius." },
      correction: {
        ko: "짧은 변이 먼저 무너져요. 식에는 너비와 높이가 함께 들어가요.",
        en: "The shorter side gives way first; both enter the formula.",
      },
    },
    {
      id: "always-seventy",
      claim: { ko: "최소 IoU는 늘 0.7이에요.", en: "The least IoU is always 0.7." },
      correction: {
        ko: "0.7은 논문이 고른 값이에요. 낮추면 언덕이 넓어지고 높이면 좁아져요.",
        en: "0.7 is the paper's choice. Lower it and hills widen, raise it and they narrow.",
      },
    },
    {
      id: "hills-add-up",
      claim: { ko: "두 언덕이 만나는 칸에는 두 값을 더해요.", en: "Where two hills meet their values add up." },
      correction: {
        ko: "더하지 않고 큰 값을 남겨요. 더하면 두 물체 사이에 가짜 봉우리가 생겨요.",
        en: "The larger value stays. A sum would raise a false peak between two objects.",
      },
    },
    {
      id: "later-hill-wins",
      claim: { ko: "나중에 그린 언덕이 먼저 그린 언덕을 덮어요.", en: "The hill drawn later covers the earlier one." },
      correction: {
        ko: "그리는 차례는 상관없어요. 칸마다 더 큰 값이 남아요.",
        en: "Their order does not matter: in each cell the larger value stays.",
      },
    },
    {
      id: "wider-hill-is-released",
      claim: { ko: "넓은 언덕은 공개된 코드가 그린 거예요.", en: "A wide hill was drawn by the released code." },
      correction: {
        ko: "큰 상자는 바른 근으로도 언덕이 넓어요. 그 상자의 반지름을 구해서 견줘야 해요.",
        en: "Large boxes have wide hills by the right roots, too. Work out that box's own radius.",
      },
    },
    {
      id: "near-cells-pay-alike",
      claim: { ko: "가운데가 아닌 칸은 어디든 똑같이 벌을 받아요.", en: "Cells that are no centre all pay alike for a wrong yes." },
      correction: {
        ko: "가운데에 가까운 칸일수록 (1 − Y)⁴으로 덜 내요. Y가 0.5인 칸은 먼 칸의 1/16만 내요.",
        en: "The nearer to a centre, the less: by (1 − Y)⁴. Where Y is 0.5 a cell pays a sixteenth of a far one.",
      },
    },
  ],
  references: [
    {
      title: "Objects as Points",
      authors: "X. Zhou, D. Wang, P. Krähenbühl",
      year: 2019,
      url: "https://arxiv.org/abs/1904.07850",
    },
    {
      title: "CornerNet: Detecting Objects as Paired Keypoints",
      authors: "H. Law, J. Deng",
      year: 2018,
      url: "https://arxiv.org/abs/1808.01244",
    },
    {
      title: "CenterNet: the authors' code",
      authors: "X. Zhou",
      year: 2019,
      url: "https://github.com/xingyizhou/CenterNet",
    },
    {
      title: "CornerNet issue 110: the radius of the Gaussian",
      authors: "princeton-vl/CornerNet",
      year: 2019,
      url: "https://github.com/princeton-vl/CornerNet/issues/110",
    },
  ],
});
