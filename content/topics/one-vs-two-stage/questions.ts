import { defineQuestions } from "@/lib/questions";
import { cheapestThatReaches, coveringProposal, denseReach, fastCost, longerList, rcnnCost, reachOfList, whoRunsWhat } from "./asked";

export const questions = defineQuestions([
  {
    form: "choice",
    id: "where-time-goes",
    prompt: { ko: "R-CNN이 느린 가장 큰 까닭은 무엇인가요?", en: "What mainly makes R-CNN slow?" },
    options: [
      { id: "passes", text: { ko: "후보마다 CNN을 돌려서", en: "Its CNN runs once for every crop" }, correct: true },
      { id: "boxes", text: { ko: "다루는 상자가 많아서", en: "The boxes it handles are too many" }, misconception: "many-boxes-slow" },
      {
        id: "stages",
        text: { ko: "두 번 정확히 봐야 해서", en: "It has to look twice, and closely" },
        misconception: "two-stage-always-better",
      },
    ],
    explanation: {
      ko: "상자 수가 아니라 CNN을 도는 횟수예요. 후보가 2,000개면 CNN을 약 2,000번 돌려요.",
      en: "It is the number of passes, not of boxes: some 2,000 proposals, some 2,000 runs of the CNN.",
    },
  },

  {
    form: "choice",
    id: "ssd-8732",
    prompt: {
      ko: "한 단계 검출기가 자리 900곳에서 상자 5,400개를 채점해요. CNN은 그림 하나에 몇 번 돌까요?",
      en: "A one-stage detector scores 5,400 boxes at 900 places. How many passes of its CNN does a picture take?",
    },
    options: [
      { id: "once", text: { ko: "1번", en: "1 pass" }, correct: true },
      { id: "each", text: { ko: "5,400번", en: "5,400 passes" }, misconception: "many-boxes-slow" },
      { id: "filtered", text: { ko: "900번", en: "900 passes" }, misconception: "few-proposals-cheap" },
    ],
    explanation: { ko: "모든 상자의 값이 같은 합성곱에서 한꺼번에 나와요.", en: "All boxes come out of the same convolutions, together." },
  },

  fastCost,

  rcnnCost,

  whoRunsWhat,

  {
    form: "choice",
    id: "retinanet-2017",
    prompt: { ko: "RetinaNet이 보인 것은 무엇인가요?", en: "What did RetinaNet show?" },
    options: [
      { id: "one", text: { ko: "한 단계가 더 정확할 수 있어요", en: "One stage can be the more accurate" }, correct: true },
      {
        id: "two",
        text: { ko: "두 단계가 언제나 더 정확해요", en: "Two stages stay the more accurate" },
        misconception: "two-stage-always-better",
      },
      {
        id: "data",
        text: { ko: "불균형은 데이터를 늘려야 풀려요", en: "Imbalance can only be cured by data" },
        misconception: "imbalance-only-data",
      },
    ],
    explanation: {
      ko: "focal loss로 쉬운 배경의 몫을 줄인 한 단계가 COCO에서 비교한 두 단계 검출기들을 앞섰어요.",
      en: "With the focal loss turning easy background down, one stage passed the two-stage detectors it was compared with on COCO.",
    },
  },

  {
    form: "choice",
    id: "why-imbalance",
    prompt: { ko: "불균형은 왜 한 단계 검출기에서 특히 심할까요?", en: "Why is imbalance worst in one-stage detectors?" },
    options: [
      { id: "dense", text: { ko: "모든 자리를 거르지 않고 배워서", en: "They learn from all places unfiltered" }, correct: true },
      {
        id: "photos",
        text: { ko: "배경이 더 많은 그림으로 배워서", en: "They learn from emptier photographs" },
        misconception: "imbalance-only-data",
      },
      {
        id: "whole",
        text: { ko: "그림 전체를 하나로 분류해서", en: "They classify a picture as a whole" },
        misconception: "one-stage-no-regions",
      },
    ],
    explanation: {
      ko: "수많은 자리 가운데 물체에 맞는 것은 몇 개뿐이에요. 두 단계는 첫 단계가 배경 대부분을 걸러요.",
      en: "Of all those places only a handful hold an object. With two stages, the first one filters most of the background.",
    },
  },

  {
    form: "choice",
    id: "two-stage-sampling",
    prompt: {
      ko: "두 단계 검출기는 두 번째 단계에서 불균형을 어떻게 다룰까요?",
      en: "How do two-stage detectors deal with imbalance in their second stage?",
    },
    options: [
      { id: "sample", text: { ko: "물체의 몫을 정해 뽑아요", en: "They draw objects at a fixed share" }, correct: true },
      {
        id: "nothing",
        text: { ko: "같은 데이터라 그대로 둬요", en: "They do nothing: the data is equal" },
        misconception: "imbalance-only-data",
      },
      {
        id: "all",
        text: { ko: "모든 자리를 한 번에 배워요", en: "They learn from all places at once" },
        misconception: "one-stage-no-regions",
      },
    ],
    explanation: {
      ko: "Fast R-CNN은 한 묶음에서 물체의 몫을 정해 두고 뽑아요(논문의 하이퍼파라미터). 한 단계인 SSD도 배경을 골라서 배워요.",
      en: "Fast R-CNN fixes the share of objects in a mini-batch (a hyperparameter of the paper). A one-stage detector can choose too: SSD picks its negatives.",
    },
  },

  {
    form: "choice",
    id: "compare-fps",
    prompt: {
      ko: "한 논문은 40 fps, 다른 논문은 60 fps라고 해요. 무엇을 알 수 있나요?",
      en: "One paper says 40 fps, another 60 fps. What follows?",
    },
    options: [
      { id: "conditions", text: { ko: "잰 조건을 봐야 알 수 있어요", en: "It depends on how each was timed" }, correct: true },
      {
        id: "faster",
        text: { ko: "뒤의 것이 1.5배만큼 더 빨라요", en: "The second is 1.5 times as fast" },
        misconception: "fps-comparable",
      },
      { id: "better", text: { ko: "더 새로운 쪽이 더 나은 거예요", en: "The newer of the two is better" }, misconception: "newest-wins" },
    ],
    explanation: {
      ko: "기계, 그림 크기, 배치, 무엇까지 쟀는지가 다르면 견줄 수 없어요. 같은 기계에서 같은 그림으로 재야 해요.",
      en: "Machine, picture size, batch and what was timed differ. Measure on one machine and the same pictures.",
    },
  },

  {
    form: "choice",
    id: "what-is-missing",
    prompt: { ko: "한 단계 검출기에 없는 것은 무엇인가요?", en: "What does a one-stage detector lack?" },
    options: [
      { id: "second-look", text: { ko: "후보를 다시 보는 단계", en: "A second look at regions" }, correct: true },
      { id: "regions", text: { ko: "물체의 영역과 상자", en: "Regions with their boxes" }, misconception: "one-stage-no-regions" },
      { id: "accuracy", text: { ko: "높은 정확도의 가능성", en: "Any hope of high accuracy" }, misconception: "two-stage-always-better" },
    ],
    explanation: {
      ko: "자리마다 상자와 클래스를 바로 예측해요. RoI 풀링과 두 번째 판단이 없을 뿐이에요.",
      en: "It predicts boxes and classes at every place. Only RoI pooling and the second decision are missing.",
    },
  },

  {
    form: "choice",
    id: "detr-epochs",
    version: 2,
    prompt: {
      ko: "같은 데이터로 짧게 학습시켰더니 DETR이 SSD보다 적게 찾아요. 가장 그럴듯한 까닭은?",
      en: "Trained briefly on the same data, a DETR finds less than an SSD. What is the likely reason?",
    },
    options: [
      { id: "long", text: { ko: "수렴하려면 아주 길게 배워야 해요", en: "It needs very long to converge" }, correct: true },
      { id: "bug", text: { ko: "새 모델이니 어딘가 고장 났어요", en: "It is newer, so it is broken" }, misconception: "newest-wins" },
      {
        id: "data",
        text: { ko: "데이터에 배경이 많은 탓이에요", en: "The data has much background" },
        misconception: "imbalance-only-data",
      },
    ],
    explanation: {
      ko: "논문의 DETR은 보통의 검출기보다 훨씬 긴 학습을 거쳐요.",
      en: "The paper's DETR is trained far longer than the usual detector.",
    },
  },

  {
    form: "choice",
    id: "choose-for-phone",
    prompt: {
      ko: "휴대전화에서 1초에 30장을 봐야 해요. 무엇부터 볼까요?",
      en: "You need 30 pictures in 1 second on a phone. What do you look at first?",
    },
    options: [
      { id: "latency", text: { ko: "그 기기의 시간과 실수 종류", en: "Its speed there, and its errors" }, correct: true },
      { id: "map", text: { ko: "mAP가 가장 높게 나온 모델", en: "The model with the highest mAP" }, misconception: "map-is-everything" },
      { id: "paper", text: { ko: "논문의 fps가 가장 높은 모델", en: "The highest fps in any paper" }, misconception: "fps-comparable" },
    ],
    explanation: {
      ko: "기기에서 재고, 놓친 것과 거짓 양성 가운데 무엇이 더 나쁜지 정해요. mAP 하나로는 알 수 없어요.",
      en: "Measure there, and decide whether misses or false alarms hurt more. One mAP does not tell.",
    },
  },

  {
    form: "choice",
    id: "proposal-ceiling",
    prompt: {
      ko: "선택적 탐색이 물체의 85%만 후보로 덮어요. 이 후보를 쓰는 Fast R-CNN은?",
      en: "Selective search covers 85% of the objects. What about the Fast R-CNN that uses these proposals?",
    },
    options: [
      { id: "ceiling", text: { ko: "나머지 15%는 거의 못 찾아요", en: "It hardly finds the other 15%" }, correct: true },
      {
        id: "second",
        text: { ko: "나머지 15%도 끝내는 찾아내요", en: "It finds the other 15% as well" },
        misconception: "two-stage-always-better",
      },
      {
        id: "more",
        text: { ko: "계산만 15% 줄고 결과는 같아요", en: "It saves 15% and finds as many" },
        misconception: "few-proposals-cheap",
      },
    ],
    explanation: {
      ko: "두 번째 단계는 받은 후보만 보고, 상자를 고쳐 닿는 것은 드물어요. 그래서 후보의 재현율을 함께 적어요.",
      en: "The second stage only sees what it is given, and box regression rarely reaches the rest. That is why proposal recall is reported beside mAP.",
    },
  },

  {
    form: "choice",
    id: "same-map",
    prompt: {
      ko: "두 검출기의 mAP가 같아요. 같은 실수를 한다고 볼 수 있나요?",
      en: "Two detectors have the same mAP. Do they make the same errors?",
    },
    options: [
      { id: "no", text: { ko: "아니요, 다르게 틀릴 수 있어요", en: "No, they can err differently" }, correct: true },
      {
        id: "yes",
        text: { ko: "네, 같은 수니까 실수도 같아요", en: "Yes, equal numbers say just that" },
        misconception: "map-is-everything",
      },
      { id: "newer", text: { ko: "아니요, 새로운 쪽이 덜 틀려요", en: "No, the newer one errs less" }, misconception: "newest-wins" },
    ],
    explanation: {
      ko: "하나는 물체를 놓치고 하나는 이름을 틀려도 mAP는 같을 수 있어요. 그래서 실수를 나눠 봐요.",
      en: "One may miss objects and the other misname them, and the mAP be the same. That is what an error split is for.",
    },
  },

  reachOfList,

  denseReach,

  coveringProposal,

  cheapestThatReaches,

  longerList,
]);
