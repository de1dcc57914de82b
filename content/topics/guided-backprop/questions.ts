import { figureIn } from "@/lib/challenges/figures";
import { defineQuestions } from "@/lib/challenges/topic";
import { josa } from "@/lib/words";
import measured from "./figures.json";

const figure = figureIn(measured);

export const questions = defineQuestions([
  {
    id: "rule-guided",
    prompt: {
      ko: "guided backprop에서 ReLU는 신호를 언제 통과시키나요?",
      en: "When does a ReLU let the signal through in guided backprop?",
    },
    options: [
      {
        id: "both",
        text: { ko: "순전파 입력과 신호가 모두 양수일 때", en: "When the forward input and the signal are both positive" },
        correct: true,
      },
      {
        id: "input",
        text: { ko: "순전파 입력이 양수일 때", en: "When the forward input was positive" },
        misconception: "it-is-the-gradient",
      },
      { id: "signal", text: { ko: "신호가 양수일 때", en: "When the signal is positive" }, misconception: "one-gate" },
    ],
    explanation: {
      ko: "backprop의 조건과 deconvnet의 조건을 함께 써요.",
      en: "It asks for backprop's condition and the deconvnet's together.",
    },
  },
  {
    id: "rule-deconvnet",
    prompt: { ko: "deconvnet의 ReLU가 보지 않는 것은 무엇인가요?", en: "What does the deconvnet's ReLU not look at?" },
    options: [
      { id: "forward", text: { ko: "순전파 입력의 부호", en: "The sign of the forward input" }, correct: true },
      { id: "signal", text: { ko: "도착한 신호의 부호", en: "The sign of the arriving signal" }, misconception: "one-gate" },
      { id: "weights", text: { ko: "가중치", en: "The weights" }, misconception: "needs-training" },
    ],
    explanation: {
      ko: "신호가 양수인지만 봐요. 순전파에서 꺼져 있던 칸도 지나가요.",
      en: "It asks only whether the signal is positive; units that were off on the way forward let it pass as well.",
    },
  },
  {
    id: "rule-backprop",
    prompt: {
      ko: "순전파 입력 5, 도착한 신호 −3이에요. 진짜 기울기는 무엇을 통과시키나요?",
      en: "Forward input 5, arriving signal −3. What does the true gradient let through?",
    },
    options: [
      { id: "minus", text: { ko: "−3", en: "−3" }, correct: true },
      { id: "zero", text: { ko: "0", en: "0" }, misconception: "one-gate" },
      { id: "plus", text: { ko: "3", en: "3" }, misconception: "it-is-the-gradient" },
    ],
    explanation: {
      ko: "입력이 양수였으니 신호는 부호째 지나가요. 0이 되는 것은 deconvnet과 guided예요.",
      en: "The input was positive, so the signal passes with its sign. It becomes 0 under the deconvnet and guided rules.",
    },
  },
  {
    id: "by-hand",
    prompt: {
      ko: "신호 (−2, 3, −1, 4), 순전파 입력 (1, 2, −3, −4)일 때 guided의 결과는?",
      en: "Signal (−2, 3, −1, 4), forward input (1, 2, −3, −4). What does guided backprop keep?",
    },
    options: [
      { id: "guided", text: { ko: "(0, 3, 0, 0)", en: "(0, 3, 0, 0)" }, correct: true },
      { id: "deconvnet", text: { ko: "(0, 3, 0, 4)", en: "(0, 3, 0, 4)" }, misconception: "one-gate" },
      { id: "gradient", text: { ko: "(−2, 3, 0, 0)", en: "(−2, 3, 0, 0)" }, misconception: "it-is-the-gradient" },
    ],
    explanation: { ko: "둘 다 양수인 칸은 두 번째뿐이에요.", en: "Only in the second cell are both positive." },
  },
  {
    id: "gradient-of-what",
    prompt: { ko: "guided backprop의 값은 어떤 함수의 기울기인가요?", en: "Of which function are guided backprop's values the gradient?" },
    options: [
      { id: "none", text: { ko: "어떤 함수의 기울기도 아니에요", en: "Of none" }, correct: true },
      { id: "score", text: { ko: "클래스 점수", en: "The class score" }, misconception: "it-is-the-gradient" },
      { id: "probability", text: { ko: "클래스 확률", en: "The class probability" }, misconception: "it-is-the-gradient" },
    ],
    explanation: { ko: "음수 신호를 버리는 순간 연쇄 법칙이 깨져요.", en: "Throwing negative signals away breaks the chain rule." },
  },
  {
    id: "training",
    prompt: {
      ko: "이미 학습한 분류기에 guided backprop을 쓰려면?",
      en: "What does a trained classifier need before guided backprop can be used?",
    },
    options: [
      { id: "nothing", text: { ko: "아무것도: 역방향 규칙만 바꿔요", en: "Nothing: only the backward rule changes" }, correct: true },
      { id: "retrain", text: { ko: "새 ReLU로 다시 학습", en: "Training again with new ReLUs" }, misconception: "needs-training" },
      { id: "gap", text: { ko: "GAP 층을 붙여 다시 학습", en: "A GAP layer and training again" }, misconception: "needs-training" },
    ],
    explanation: { ko: "가중치는 그대로예요. GAP이 필요한 것은 CAM이에요.", en: "The weights stay. It is CAM that needs a GAP layer." },
  },
  {
    id: "two-classes",
    prompt: {
      ko: "우리 분류기에서 두 클래스를 물은 guided 맵의 순위 상관은 평균 얼마였나요?",
      en: "On our classifier, what was the mean rank correlation of guided maps for two classes?",
    },
    options: [
      { id: "same", text: { ko: figure("likeness-guided"), en: figure("likeness-guided") }, correct: true },
      { id: "half", text: { ko: "0.5", en: "0.5" }, misconception: "crisp-is-faithful" },
      { id: "negative", text: { ko: figure("likeness-grad-cam"), en: figure("likeness-grad-cam") }, misconception: "shows-the-class" },
    ],
    explanation: {
      ko: `${josa(figure("likeness-grad-cam"), "은/는")} Grad-CAM이에요. guided 맵은 무엇을 물어도 거의 같아요.`,
      en: `${figure("likeness-grad-cam")} is Grad-CAM's. The guided map is nearly the same whatever is asked.`,
    },
  },
  {
    id: "why-crisp",
    prompt: { ko: "guided 그림이 또렷한 까닭은 무엇인가요?", en: "Why are guided pictures crisp?" },
    options: [
      { id: "edges", text: { ko: "앞쪽 층의 윤곽을 다시 그려서", en: "They redraw the edges of early layers" }, correct: true },
      {
        id: "faithful",
        text: { ko: "클래스의 증거만 골라서", en: "They pick exactly the class's evidence" },
        misconception: "crisp-is-faithful",
      },
      { id: "resolution", text: { ko: "더 큰 그림으로 학습해서", en: "The network saw larger pictures" }, misconception: "needs-training" },
    ],
    explanation: {
      ko: "양수 신호만 남기면 국소 구조가 복원돼요(arXiv:1805.07039).",
      en: "Keeping positive signals only rebuilds local structure (arXiv:1805.07039).",
    },
  },
  {
    id: "random-top",
    prompt: {
      ko: "위의 두 층을 무작위로 바꾸면 guided 맵은 어떻게 되나요?",
      en: "The top two layers get random weights. What happens to the guided map?",
    },
    options: [
      {
        id: "stays",
        text: {
          ko: `거의 그대로(순위 상관 ${figure("random-2-guided")})`,
          en: `It stays (rank correlation ${figure("random-2-guided")})`,
        },
        correct: true,
      },
      { id: "breaks", text: { ko: "알아볼 수 없게 망가져요", en: "It falls apart" }, misconception: "random-would-break-it" },
      { id: "moves", text: { ko: "다른 물체로 옮겨 가요", en: "It moves to the other object" }, misconception: "shows-the-class" },
    ],
    explanation: { ko: "그래서 그 맵은 위층이 배운 것을 설명하지 못해요.", en: "So the map cannot explain what those layers learnt." },
  },
  {
    id: "sanity-idea",
    prompt: { ko: "온전성 검사가 맵에 묻는 것은 무엇인가요?", en: "What does the sanity check ask of a map?" },
    options: [
      { id: "depends", text: { ko: "가중치를 버리면 달라지는가", en: "Does it change when the weights are thrown away?" }, correct: true },
      { id: "pretty", text: { ko: "사람 눈에 또렷한가", en: "Does it look crisp to people?" }, misconception: "crisp-is-faithful" },
      {
        id: "points",
        text: { ko: "꼭대기가 물체 위에 있는가", en: "Does its peak lie on the object?" },
        misconception: "pointing-proves-it",
      },
    ],
    explanation: {
      ko: "가중치와 상관없는 맵은 그 가중치를 설명할 수 없어요(arXiv:1810.03292).",
      en: "A map that does not depend on the weights cannot explain them (arXiv:1810.03292).",
    },
  },
  {
    id: "pointing",
    prompt: {
      ko: `guided backprop의 꼭대기가 물음의 ${figure("pointing-guided")}에서 물체 위에 있어요. 무엇을 알 수 있나요?`,
      en: `Guided backprop's peak lies on the named object in ${figure("pointing-guided")} of the questions. What follows?`,
    },
    options: [
      {
        id: "little",
        text: { ko: "그것만으로는 클래스를 안다고 할 수 없어요", en: "Not that it knows the class: more measures are needed" },
        correct: true,
      },
      {
        id: "knows",
        text: { ko: "클래스를 안다는 증명이에요", en: "It is proof that it knows the class" },
        misconception: "pointing-proves-it",
      },
      { id: "best", text: { ko: "가장 믿을 만한 방법이에요", en: "It is the most faithful method" }, misconception: "crisp-is-faithful" },
    ],
    explanation: {
      ko: `두 클래스의 맵이 ${figure("likeness-guided")}만큼 닮았으니, 꼭대기는 튀는 윤곽 덕분이에요.`,
      en: `With two classes' maps ${figure("likeness-guided")} alike, the peak owes much to bold outlines.`,
    },
  },
  {
    id: "guided-grad-cam",
    prompt: { ko: "Guided Grad-CAM은 무엇을 곱하나요?", en: "What does Guided Grad-CAM multiply?" },
    options: [
      {
        id: "both",
        text: { ko: "guided backprop과 키운 Grad-CAM 맵", en: "Guided backprop and the enlarged Grad-CAM map" },
        correct: true,
      },
      {
        id: "input",
        text: { ko: "guided backprop과 입력 그림", en: "Guided backprop and the input picture" },
        misconception: "crisp-is-faithful",
      },
      {
        id: "alone",
        text: { ko: "아무것도: guided backprop이 이미 클래스를 가려요", en: "Nothing: guided backprop already singles out the class" },
        misconception: "shows-the-class",
      },
    ],
    explanation: {
      ko: `세밀함은 guided에서, 클래스는 Grad-CAM에서 와요. 우리 분류기에서 닮음은 ${josa(figure("likeness-guided-grad-cam"), "이에요/예요")}.`,
      en: `The detail comes from guided backprop, the class from Grad-CAM. On our classifier the likeness is ${figure("likeness-guided-grad-cam")}.`,
    },
  },
  {
    id: "negative-signal",
    prompt: { ko: "되돌아오는 음수 신호는 무엇을 뜻하나요?", en: "What does a negative signal on the way back mean?" },
    options: [
      { id: "less", text: { ko: "이 칸의 값이 줄면 점수가 올라요", en: "Less of this unit would raise the score" }, correct: true },
      { id: "error", text: { ko: "계산이 잘못됐어요", en: "Something went wrong in the computation" }, misconception: "one-gate" },
      { id: "off", text: { ko: "이 칸은 순전파에서 꺼져 있었어요", en: "The unit was off on the way forward" }, misconception: "one-gate" },
    ],
    explanation: { ko: "반대하는 증거예요. guided는 이것을 버려요.", en: "It is evidence against. Guided backprop throws it away." },
  },
]);
