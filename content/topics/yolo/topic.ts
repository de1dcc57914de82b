import { defineTopic } from "@/lib/challenges/topic";

export const topic = defineTopic({
  id: "yolo",
  version: 1,
  track: "detection",
  group: "one-stage",
  order: 110,
  title: { ko: "YOLO: 한 번만 보기", en: "YOLO: you only look once" },
  summary: {
    ko: "그림을 한 번만 보고, 칸마다 상자와 확신값과 클래스를 한꺼번에 내요. 물체의 가운데가 놓인 칸이 그 물체를 맡아요.",
    en: "The picture is looked at once, and each cell of a grid gives boxes, confidences and a class. The cell in which an object's centre lies answers for it.",
  },
  prerequisites: ["iou", "object-detection", "nms"],
  misconceptions: [
    {
      id: "is-two-stage",
      claim: { ko: "YOLO도 후보를 먼저 내고 하나씩 다시 봐요.", en: "YOLO, too, proposes regions first and looks at each again." },
      correction: {
        ko: "YOLO는 한 단계 검출기예요. 후보도 잘라 보기도 없이, CNN이 그림 전체를 한 번 지나면 모든 수가 나와요.",
        en: "YOLO is a one-stage detector. Nothing is proposed and nothing cropped: one pass over the whole picture gives all the numbers.",
      },
    },
    {
      id: "v1-has-anchors",
      claim: { ko: "YOLOv1은 앵커 두 개를 써서 B = 2예요.", en: "YOLOv1 uses two anchors, so B = 2." },
      correction: {
        ko: "YOLOv1에는 앵커가 없어요. B는 칸마다 내는 상자의 수이고, 두 상자는 똑같이 시작해요. 앵커는 v2에서 들어왔어요.",
        en: "YOLOv1 has no anchors. B is how many boxes a cell gives, and they start out alike. Anchors came with v2.",
      },
    },
    {
      id: "class-per-box",
      claim: { ko: "상자마다 클래스가 따로 있어요.", en: "Each box has a class of its own." },
      correction: {
        ko: "클래스 값은 칸마다 한 벌이에요. 한 칸의 상자는 모두 같은 클래스 값을 나눠 써요. 그래서 칸의 수가 5B + C개예요.",
        en: "There is one set of class values a cell, shared by all its boxes: hence 5B + C numbers.",
      },
    },
    {
      id: "every-covered-cell",
      claim: { ko: "물체가 덮은 칸은 모두 그 물체를 맡아요.", en: "Every cell that an object covers answers for it." },
      correction: {
        ko: "물체의 가운데가 놓인 칸 하나만 맡아요. 나머지 칸은 물체를 덮고 있어도 확신값 0을 배워요.",
        en: "Only the cell with the object's centre does. The others are taught a confidence of 0, however much of it they hold.",
      },
    },
    {
      id: "depth-of-the-output",
      claim: {
        ko: "칸마다 5 + C개의 수를 내요. 상자가 몇 개든 같아요.",
        en: "A cell gives 5 + C numbers, however many boxes it has.",
      },
      correction: {
        ko: "상자마다 x, y, w, h, 확신값의 다섯 개씩이고 클래스 값 C개는 한 번만 더해요: 5B + C.",
        en: "Each box has five: x, y, w, h and confidence. The C class values are added once: 5B + C.",
      },
    },
    {
      id: "corner-decides",
      claim: { ko: "상자의 왼쪽 위 모서리가 놓인 칸이 맡아요.", en: "The cell with the box's top left corner answers." },
      correction: {
        ko: "모서리가 아니라 가운데예요. 가운데는 상자의 크기가 조금 달라져도 덜 흔들려요.",
        en: "It is the centre, not a corner: where the size is a little off, the centre moves less.",
      },
    },
    {
      id: "foot-decides",
      claim: { ko: "물체가 딛고 선 칸이 맡아요.", en: "The cell that an object stands on answers." },
      correction: {
        ko: "발밑이 아니라 상자의 가운데예요. 무엇이 그려져 있는지는 보지 않고 상자만 봐요.",
        en: "It is the middle of the box, not its foot. What is drawn inside does not matter.",
      },
    },
    {
      id: "confidence-decides",
      claim: { ko: "확신값이 가장 높은 상자가 물체를 맡아요.", en: "The box with the highest confidence answers for the object." },
      correction: {
        ko: "학습에서는 물체와 IoU가 가장 큰 상자가 맡아요. 확신값은 그다음에 배우는 것이라 고르는 데 쓰지 않아요.",
        en: "In training the highest IoU with the object decides. Confidence is what is taught afterwards, not what chooses.",
      },
    },
    {
      id: "larger-box-decides",
      claim: { ko: "더 큰 상자가 물체를 맡아요.", en: "The larger box answers for the object." },
      correction: {
        ko: "크다고 더 잘 맞는 것은 아니에요. IoU는 벗어난 넓이도 세요.",
        en: "Larger is not closer: IoU counts the area outside as well.",
      },
    },
    {
      id: "first-box-answers",
      claim: { ko: "칸의 첫 번째 상자가 물체를 맡고, 나머지는 예비예요.", en: "A cell's first box answers; the others are spares." },
      correction: {
        ko: "차례는 뜻이 없어요. 물체마다 IoU를 다시 재서 가장 큰 상자를 골라요.",
        en: "Their order means nothing. For each object IoUs are measured anew, and the highest decides.",
      },
    },
    {
      id: "target-is-one",
      claim: { ko: "맡은 상자의 확신값은 1을 배워요.", en: "The answering box's confidence is taught 1." },
      correction: {
        ko: "1이 아니라 지금의 IoU를 배워요. 물체가 있는지와 상자가 얼마나 맞는지를 한 수에 담으려고요.",
        en: "It is taught its present IoU, not 1: one number for whether there is an object and for how well the box fits.",
      },
    },
    {
      id: "every-box-its-iou",
      claim: { ko: "칸의 상자는 저마다 자기 IoU를 배워요.", en: "Each box of the cell is taught its own IoU." },
      correction: {
        ko: "맡은 상자 하나만 IoU를 배우고 나머지는 0을 배워요. 그래야 한 물체에 상자 하나가 남아요.",
        en: "Only the answering box is taught its IoU, the others 0, so that one box is left an object.",
      },
    },
    {
      id: "everybody-has-a-box",
      claim: {
        ko: "한 칸에 물체가 둘이면 상자를 하나씩 나눠 가져요.",
        en: "Two objects of one cell get a box each.",
      },
      correction: {
        ko: "클래스 값이 한 벌이라 한 칸은 한 물체만 배워요. 나머지 물체는 이 그림에서 빠져요.",
        en: "With one set of class values a cell learns from one object. The other is left out of this picture.",
      },
    },
    {
      id: "larger-object-stays",
      claim: { ko: "한 칸에 물체가 둘이면 큰 물체가 남아요.", en: "Of two objects in one cell the larger one is kept." },
      correction: {
        ko: "크기는 보지 않아요. 정답 목록에서 먼저 나온 물체가 칸을 차지해요.",
        en: "Size is not looked at: the one that comes first in the list of true boxes has the cell.",
      },
    },
    {
      id: "xy-of-picture",
      claim: { ko: "x와 y는 그림 전체에서 잰 자리예요.", en: "x and y say where in the picture the centre is." },
      correction: {
        ko: "x와 y는 칸 안에서 잰 자리예요. 칸의 왼쪽 위가 0, 오른쪽 아래가 1이에요.",
        en: "They say where in the cell: 0 is its left or upper edge, 1 its right or lower one.",
      },
    },
    {
      id: "wh-of-cell",
      claim: { ko: "w와 h는 칸의 크기에 곱해요.", en: "w and h are multiplied by the cell's size." },
      correction: {
        ko: "w와 h는 그림 전체에 대한 몫이에요. 물체는 칸보다 훨씬 클 수 있어요.",
        en: "They are shares of the whole picture: an object may be much larger than a cell.",
      },
    },
    {
      id: "xy-is-corner",
      claim: { ko: "(x, y)는 상자의 왼쪽 위 모서리예요.", en: "(x, y) is the box's top left corner." },
      correction: {
        ko: "(x, y)는 상자의 가운데예요. 모서리는 w와 h의 절반을 빼야 나와요.",
        en: "It is the centre. Take half of w and h away to get the corner.",
      },
    },
    {
      id: "cell-is-box",
      claim: { ko: "칸이 곧 상자예요.", en: "The cell is the box." },
      correction: {
        ko: "칸은 누가 답할지만 정해요. 상자의 크기는 w와 h가 말해요.",
        en: "A cell only says who answers. How large the box is, w and h say.",
      },
    },
    {
      id: "row-column-swapped",
      claim: { ko: "행이 가로 자리이고 열이 세로 자리예요.", en: "The row gives x, the column gives y." },
      correction: {
        ko: "열이 가로, 행이 세로예요: 가운데의 x는 (열 + x), y는 (행 + y)에 칸의 변을 곱해요.",
        en: "Columns run across and rows down: the centre is at (column + x) and (row + y) times the cell's side.",
      },
    },
    {
      id: "confidence-is-the-score",
      claim: { ko: "확신값이 곧 검출의 점수예요.", en: "Confidence is the detection's score." },
      correction: {
        ko: "점수는 확신값과 칸의 클래스 값을 곱한 거예요. 확신값이 높아도 클래스가 흐릿하면 낮아져요.",
        en: "The score is confidence times the cell's class value: where the class is vague, high confidence does not help.",
      },
    },
    {
      id: "class-value-is-the-score",
      claim: { ko: "클래스 값이 가장 큰 칸이 이겨요.", en: "The cell with the highest class value wins." },
      correction: {
        ko: "클래스 값은 물체가 있다면 무엇인지를 말할 뿐이에요. 있는지는 확신값이 말해서, 둘을 곱해야 해요.",
        en: "A class value says what it is, if there is anything. Whether there is, confidence says: multiply the two.",
      },
    },
    {
      id: "same-error-everywhere",
      claim: {
        ko: "폭이 5픽셀 틀리면 큰 상자에서나 작은 상자에서나 손실이 같아요.",
        en: "A width that is 5 pixels off costs the same in a large box and in a small one.",
      },
      correction: {
        ko: "폭 그대로가 아니라 √w의 차이를 제곱해요. 같은 5픽셀이라도 작은 상자에서 손실이 더 커요.",
        en: "The difference of √w is squared, not that of w: the same 5 pixels cost more in a small box.",
      },
    },
    {
      id: "empty-cells-pay-nothing",
      claim: { ko: "물체가 없는 칸은 손실에 들어가지 않아요.", en: "Cells without an object do not enter the loss." },
      correction: {
        ko: "확신값을 0으로 내려야 해서 들어가요. 다만 칸이 훨씬 많으니 λ_noobj = 0.5로 줄여서 세요. 좌표와 클래스는 세지 않아요.",
        en: "They do: their confidences are to be 0. As there are many more of them, they are weighed by 0.5. Place and class do not count there.",
      },
    },
  ],
  references: [
    {
      title: "You Only Look Once: Unified, Real-Time Object Detection",
      authors: "J. Redmon, S. Divvala, R. Girshick, A. Farhadi",
      year: 2016,
      url: "https://arxiv.org/abs/1506.02640",
    },
    {
      title: "YOLO9000: Better, Faster, Stronger",
      authors: "J. Redmon, A. Farhadi",
      year: 2016,
      url: "https://arxiv.org/abs/1612.08242",
    },
    {
      title: "Darknet: the authors' code (detection layer, yolov1.cfg)",
      authors: "J. Redmon",
      year: 2016,
      url: "https://github.com/pjreddie/darknet",
    },
  ],
});
