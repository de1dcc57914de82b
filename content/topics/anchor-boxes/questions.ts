import { defineQuestions } from "@/lib/challenges/topic";

export const questions = defineQuestions([
  {
    id: "count-60-40",
    prompt: {
      ko: "60×40 특징 지도, 크기 3개와 비율 3개. 앵커는 모두 몇 개일까요?",
      en: "A 60×40 feature map, three scales and three ratios. How many anchors in all?",
    },
    options: [
      { id: "21600", text: { ko: "21,600개", en: "21,600" }, correct: true },
      { id: "9", text: { ko: "9개", en: "9" }, misconception: "per-picture-count" },
      { id: "14400", text: { ko: "14,400개 (3 + 3씩)", en: "14,400 (3 + 3 each)" }, misconception: "per-picture-count" },
    ],
    explanation: {
      ko: "자리 60·40 = 2,400곳마다 3 × 3 = 9개, 모두 21,600개예요. 논문은 '약 2만 개'라고 해요.",
      en: '2,400 locations with 3 × 3 = 9 each make 21,600; the paper says "roughly 20,000".',
    },
  },
  {
    id: "stride-halved",
    prompt: {
      ko: "보폭을 32에서 16으로 줄이면 앵커 수는 대략 몇 배가 될까요?",
      en: "The stride goes from 32 to 16. By what factor does the number of anchors grow, roughly?",
    },
    options: [
      { id: "four", text: { ko: "4배", en: "4" }, correct: true },
      { id: "two", text: { ko: "2배", en: "2" }, misconception: "per-picture-count" },
      { id: "same", text: { ko: "그대로", en: "It stays the same" }, misconception: "depends-on-picture" },
    ],
    explanation: {
      ko: "열도 행도 두 배가 되니 자리는 네 배예요. W/s · H/s · k에서 s가 두 번 나눠요.",
      en: "Twice the columns and twice the rows: four times the locations. In W/s · H/s · k the stride divides twice.",
    },
  },
  {
    id: "width-of-128-2",
    prompt: { ko: "크기 128, 비율(h/w) 4인 앵커의 너비×높이는요?", en: "Width × height of an anchor of scale 128 and ratio (h/w) 4?" },
    options: [
      { id: "64-256", text: { ko: "64 × 256", en: "64 × 256" }, correct: true },
      { id: "256-64", text: { ko: "256 × 64", en: "256 × 64" }, misconception: "ratio-upside-down" },
      { id: "128-512", text: { ko: "128 × 512", en: "128 × 512" }, misconception: "scale-is-width" },
    ],
    explanation: {
      ko: "w = 128/√4 = 64, h = 128·√4 = 256. 넓이는 128² 그대로예요.",
      en: "w = 128/√4 = 64 and h = 128·√4 = 256; the area stays 128².",
    },
  },
  {
    id: "area-of-ratio",
    prompt: {
      ko: "크기는 두고 비율만 1:1에서 2:1로 바꾸면 앵커의 넓이는요?",
      en: "The scale stays, the ratio goes from 1:1 to 2:1. What happens to the anchor's area?",
    },
    options: [
      { id: "same", text: { ko: "그대로예요", en: "It stays the same" }, correct: true },
      { id: "double", text: { ko: "두 배가 돼요", en: "It doubles" }, misconception: "scale-is-width" },
      { id: "half", text: { ko: "절반이 돼요", en: "It halves" }, misconception: "scale-is-width" },
    ],
    explanation: {
      ko: "w · h = (s/√r)(s·√r) = s². 비율은 넓이를 바꾸지 않아요.",
      en: "w · h = (s/√r)(s·√r) = s²: the ratio does not change the area.",
    },
  },
  {
    id: "person-ratio",
    prompt: { ko: "서 있는 사람(40×110)에게 가장 잘 맞는 비율 h:w는요?", en: "Which ratio h:w fits a standing person (40×110) best?" },
    options: [
      { id: "three", text: { ko: "3:1", en: "3:1" }, correct: true },
      { id: "one-third", text: { ko: "1:3", en: "1:3" }, misconception: "ratio-upside-down" },
      { id: "one", text: { ko: "1:1", en: "1:1" }, misconception: "one-size" },
    ],
    explanation: { ko: "110 ÷ 40 = 2.75이니 3:1에 가까워요. 높이가 먼저예요.", en: "110 ÷ 40 = 2.75, close to 3:1. Height comes first." },
  },
  {
    id: "label-0-55",
    prompt: {
      ko: "어떤 앵커의 가장 높은 IoU가 0.55이고, 어느 물체에게도 최고가 아니에요. RPN의 이름표는요?",
      en: "An anchor's highest IoU is 0.55 and it is no object's best. Its label for the RPN?",
    },
    options: [
      { id: "ignored", text: { ko: "무시", en: "Ignored" }, correct: true },
      { id: "positive", text: { ko: "양성", en: "Positive" }, misconception: "half-is-enough" },
      { id: "negative", text: { ko: "음성", en: "Negative" }, misconception: "forgets-ignored" },
    ],
    explanation: {
      ko: "0.3 이상 0.7 미만이고 구제되지도 않았으니 손실에서 빠져요.",
      en: "Between 0.3 and 0.7 and not rescued: it stays out of the loss.",
    },
  },
  {
    id: "label-best-0-45",
    prompt: {
      ko: "어떤 물체와 가장 많이 겹치는 앵커의 IoU가 0.45예요. 이 앵커는요?",
      en: "The anchor that overlaps some object most has an IoU of 0.45 with it. This anchor is…",
    },
    options: [
      { id: "positive", text: { ko: "양성이에요", en: "positive" }, correct: true },
      { id: "ignored", text: { ko: "무시돼요", en: "ignored" }, misconception: "forgets-rescue" },
      { id: "negative", text: { ko: "음성이에요", en: "negative" }, misconception: "forgets-ignored" },
    ],
    explanation: {
      ko: "물체마다 최고인 앵커는 값이 낮아도 양성이에요. 안 그러면 이 물체를 가르칠 앵커가 없어요.",
      en: "An object's best anchor is positive however low: otherwise nothing would teach this object.",
    },
  },
  {
    id: "several-positives",
    prompt: {
      ko: "한 물체와의 IoU가 0.74, 0.81, 0.92인 앵커 셋이 있어요. 양성은 몇 개일까요?",
      en: "Three anchors have IoUs of 0.74, 0.81 and 0.92 with one object. How many are positive?",
    },
    options: [
      { id: "three", text: { ko: "셋 다", en: "All three" }, correct: true },
      { id: "one", text: { ko: "0.92 하나만", en: "Only the 0.92" }, misconception: "one-anchor-one-object" },
      { id: "none-but", text: { ko: "0.9를 넘는 것만", en: "Only those above 0.9" }, misconception: "half-is-enough" },
    ],
    explanation: {
      ko: "0.7 이상이면 몇 개든 모두 양성이에요. 겹치는 예측은 나중에 NMS가 솎아요.",
      en: "From 0.7 up all are positive. NMS thins out the overlapping predictions later.",
    },
  },
  {
    id: "tie",
    prompt: {
      ko: "어떤 물체의 최고 IoU 0.4를 앵커 둘이 똑같이 가져요. 양성은요?",
      en: "Two anchors share an object's best IoU of exactly 0.4. Which are positive?",
    },
    options: [
      { id: "both", text: { ko: "둘 다", en: "Both" }, correct: true },
      { id: "first", text: { ko: "먼저 나온 하나만", en: "Only the first" }, misconception: "one-anchor-one-object" },
      { id: "neither", text: { ko: "둘 다 아니에요", en: "Neither" }, misconception: "forgets-rescue" },
    ],
    explanation: {
      ko: "이 수업의 규칙(torchvision)은 최고와 같은 값이면 모두 구제해요.",
      en: "By the rule used here (torchvision's), every anchor that ties for the best is rescued.",
    },
  },
  {
    id: "owner",
    prompt: {
      ko: "앵커 F는 물체 2에게 최고(IoU 0.4)지만 물체 3과는 0.6만큼 겹쳐요. torchvision에서 F는 누구의 양성일까요?",
      en: "Anchor F is object 2's best (IoU 0.4) but overlaps object 3 by 0.6. Whose positive is F in torchvision?",
    },
    options: [
      { id: "three", text: { ko: "물체 3", en: "Object 3's" }, correct: true },
      { id: "two", text: { ko: "물체 2", en: "Object 2's" }, misconception: "rescuer-owns" },
      { id: "none", text: { ko: "무시돼요", en: "It is ignored" }, misconception: "forgets-rescue" },
    ],
    explanation: {
      ko: "구제는 양성으로 만들 뿐이고, 맡는 물체는 F가 가장 많이 겹치는 쪽이에요.",
      en: "The rescue only makes it positive; it goes to the object that it overlaps most itself.",
    },
  },
  {
    id: "why-ignore",
    prompt: { ko: "왜 애매한 앵커를 음성으로 두지 않고 무시할까요?", en: "Why are doubtful anchors ignored rather than called negative?" },
    options: [
      {
        id: "confusing",
        text: {
          ko: "물체가 꽤 담긴 상자를 배경이라고 가르치게 되니까요",
          en: "A box with much of an object in it would be taught as background",
        },
        correct: true,
      },
      {
        id: "speed",
        text: { ko: "양성이 아닌 것은 모두 음성이라 사실 무시하지 않아요", en: "They are not: whatever is not positive is negative" },
        misconception: "forgets-ignored",
      },
      {
        id: "output",
        text: { ko: "그 앵커는 예측 상자로 나가지 않으니까요", en: "Those anchors are not output as predictions" },
        misconception: "anchor-is-output",
      },
    ],
    explanation: {
      ko: "IoU 0.5면 물체가 반 넘게 담겼을 수 있어요. 그런 상자를 배경이라 하면 모델이 헷갈려요.",
      en: "At an IoU of 0.5 much of the object may be inside; calling that background would confuse the model.",
    },
  },
  {
    id: "what-is-output",
    prompt: { ko: "RPN이 앵커마다 내놓는 것은요?", en: "What does an RPN output for each anchor?" },
    options: [
      {
        id: "deltas",
        text: { ko: "물체일 점수와 앵커를 고칠 델타 4개", en: "An objectness score and four deltas that correct the anchor" },
        correct: true,
      },
      { id: "itself", text: { ko: "앵커 좌표 그대로", en: "The anchor's own coordinates" }, misconception: "anchor-is-output" },
      {
        id: "learnt",
        text: { ko: "이 사진에 맞게 새로 만든 앵커", en: "A new anchor made for this picture" },
        misconception: "depends-on-picture",
      },
    ],
    explanation: {
      ko: "앵커는 고정된 출발점이고, 예측은 거기서 얼마나 옮기고 늘릴지예요.",
      en: "The anchor is a fixed start; the prediction is how far to shift and stretch it.",
    },
  },
  {
    id: "blank-wall",
    prompt: { ko: "물체가 하나도 없는 벽 사진에는 앵커가 몇 개 깔릴까요?", en: "How many anchors lie over a picture of a bare wall?" },
    options: [
      { id: "same", text: { ko: "같은 크기의 다른 사진과 똑같아요", en: "As many as over any picture of that size" }, correct: true },
      { id: "zero", text: { ko: "0개", en: "None" }, misconception: "depends-on-picture" },
      {
        id: "few",
        text: { ko: "무늬가 있는 곳에만 몇 개", en: "A few, where there is some pattern" },
        misconception: "depends-on-picture",
      },
    ],
    explanation: {
      ko: "앵커는 사진 크기, 보폭, 크기, 비율만으로 정해져요. 내용은 보지 않아요.",
      en: "They follow from picture size, stride, scales and ratios alone.",
    },
  },
  {
    id: "small-object-big-anchor",
    prompt: { ko: "32×32 새를 128×128 앵커가 통째로 덮어요. IoU는요?", en: "A 128×128 anchor wholly covers a 32×32 bird. The IoU?" },
    options: [
      { id: "sixteenth", text: { ko: "1/16", en: "1/16" }, correct: true },
      { id: "one", text: { ko: "1 (다 덮었으니까요)", en: "1: it is all covered" }, misconception: "bigger-is-safer" },
      { id: "quarter", text: { ko: "1/4", en: "1/4" }, misconception: "scale-is-width" },
    ],
    explanation: {
      ko: "32² ÷ 128² = 1/16 ≈ 0.06이에요. 크기가 안 맞으면 자리가 맞아도 소용없어요.",
      en: "32² ÷ 128² = 1/16 ≈ 0.06. With the wrong scale the right place does not help.",
    },
  },
  {
    id: "one-square",
    prompt: {
      ko: "예산을 아끼려고 128² 정사각형 하나만 썼어요. 무엇이 문제일까요?",
      en: "To save budget, only a 128² square is used. What goes wrong?",
    },
    options: [
      {
        id: "no-positives",
        text: {
          ko: "아주 작거나 길쭉한 물체에는 0.7에 닿는 앵커가 없어 배우기 어려워요",
          en: "Very small or long objects get no anchor near 0.7 and are hard to learn",
        },
        correct: true,
      },
      {
        id: "nothing",
        text: { ko: "모델이 상자를 고치니 괜찮아요", en: "Nothing: the model corrects the boxes" },
        misconception: "one-size",
      },
      {
        id: "no-count",
        text: { ko: "앵커가 사진에 하나뿐이라 못 찾아요", en: "There is only one anchor in the picture" },
        misconception: "per-picture-count",
      },
    ],
    explanation: {
      ko: "구제 규칙 덕에 하나씩은 양성이 되지만, 출발점이 멀어 고치기 어렵고 재현율이 떨어져요.",
      en: "The rescue rule leaves each object one positive, but from so far off that it is hard to correct and recall falls.",
    },
  },
  {
    id: "border",
    prompt: {
      ko: "Faster R-CNN은 학습할 때 사진 테두리를 넘는 앵커를 어떻게 할까요?",
      en: "What does Faster R-CNN do in training with anchors that cross the picture's border?",
    },
    options: [
      {
        id: "drop",
        text: { ko: "빼요. 약 2만 개가 약 6천 개로 줄어요", en: "Leaves them out: about 20,000 become about 6,000" },
        correct: true,
      },
      { id: "negative", text: { ko: "모두 음성으로 둬요", en: "Calls them all negative" }, misconception: "forgets-ignored" },
      { id: "move", text: { ko: "사진 안의 물체 쪽으로 옮겨요", en: "Moves them towards objects" }, misconception: "depends-on-picture" },
    ],
    explanation: {
      ko: "논문 3.1.3절: 테두리를 넘는 앵커를 넣으면 고치기 어려운 큰 오차가 생겨 학습이 안 돼요.",
      en: "§3.1.3: with them, large errors that are hard to correct keep the training from converging.",
    },
  },
]);
