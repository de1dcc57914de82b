import { defineQuestions } from "@/lib/challenges/topic";

export const questions = defineQuestions([
  {
    id: "rule-guided",
    prompt: {
      ko: "guided backprop에서 ReLU는 신호를 언제 통과시키나요?",
      en: "When does a ReLU let the signal through in guided backprop?",
    },
    options: [
      { id: "both", text: { ko: "입력과 신호가 모두 양수일 때", en: "If both input and signal are positive" }, correct: true },
      {
        id: "input",
        text: { ko: "신호와 상관없이 입력이 양수일 때", en: "If the input is, whatever the signal" },
        misconception: "it-is-the-gradient",
      },
      {
        id: "signal",
        text: { ko: "입력과 상관없이 신호가 양수일 때", en: "If the signal is, whatever the input" },
        misconception: "one-gate",
      },
    ],
    explanation: {
      ko: "backprop의 조건과 deconvnet의 조건을 함께 써요.",
      en: "It asks for backprop's condition and the deconvnet's together.",
    },
  },

  {
    id: "rule-deconvnet",
    prompt: {
      ko: "deconvnet은 통과시키지만 guided backprop은 막는 칸은 어디인가요?",
      en: "Which cell does the deconvnet let through, but not guided backprop?",
    },
    options: [
      { id: "forward", text: { ko: "입력은 음수, 신호는 양수인 칸", en: "Negative input, positive signal" }, correct: true },
      {
        id: "signal",
        text: { ko: "입력은 양수, 신호는 음수인 칸", en: "Positive input, negative signal" },
        misconception: "it-is-the-gradient",
      },
      { id: "none", text: { ko: "둘은 같아서 그런 칸은 없어요", en: "No such cell: the two are equal" }, misconception: "one-gate" },
    ],
    explanation: {
      ko: "deconvnet은 신호가 양수인지만 봐요. 순전파에서 꺼져 있던 칸도 지나가요.",
      en: "The deconvnet asks only whether the signal is positive; units that were off on the way forward let it pass as well.",
    },
  },

  {
    id: "rule-backprop",
    prompt: {
      ko: "두 칸의 순전파 입력이 (4, −4), 도착한 신호가 (−7, 7)이에요. 진짜 기울기는 무엇을 통과시키나요?",
      en: "Two cells have forward inputs (4, −4) and arriving signals (−7, 7). What does the true gradient let through?",
    },
    options: [
      { id: "gradient", text: { ko: "(−7, 0)", en: "(−7, 0)" }, correct: true },
      { id: "deconvnet", text: { ko: "(0, 7)", en: "(0, 7)" }, misconception: "one-gate" },
      { id: "guided", text: { ko: "(0, 0)", en: "(0, 0)" }, misconception: "it-is-the-gradient" },
    ],
    explanation: {
      ko: "입력이 양수인 첫 칸은 신호를 부호째 통과시켜요. (0, 7)은 deconvnet, (0, 0)은 guided예요.",
      en: "The first cell's input is positive, so its signal passes with its sign. (0, 7) is the deconvnet's, (0, 0) guided backprop's.",
    },
  },

  {
    id: "by-hand",
    prompt: {
      ko: "신호 (5, −1, 2, −3), 순전파 입력 (−2, 4, 1, −6)일 때 guided의 결과는?",
      en: "Signal (5, −1, 2, −3), forward input (−2, 4, 1, −6). What does guided backprop keep?",
    },
    options: [
      { id: "guided", text: { ko: "(0, 0, 2, 0)", en: "(0, 0, 2, 0)" }, correct: true },
      { id: "deconvnet", text: { ko: "(5, 0, 2, 0)", en: "(5, 0, 2, 0)" }, misconception: "one-gate" },
      { id: "gradient", text: { ko: "(0, −1, 2, 0)", en: "(0, −1, 2, 0)" }, misconception: "it-is-the-gradient" },
    ],
    explanation: { ko: "둘 다 양수인 칸은 세 번째뿐이에요.", en: "Only in the third cell are both positive." },
  },

  {
    id: "gradient-of-what",
    prompt: {
      ko: "‘강아지’에 대한 guided backprop에서 어떤 픽셀의 값이 0.3이에요. 그 픽셀을 조금 밝게 하면 강아지 점수는?",
      en: "For “dog”, guided backprop gives a pixel the value 0.3. What does the score do if that pixel becomes a little brighter?",
    },
    options: [
      { id: "none", text: { ko: "이 값으론 알 수 없어요", en: "This value does not tell" }, correct: true },
      { id: "score", text: { ko: "0.3의 비율로 올라가요", en: "It rises at a rate of 0.3" }, misconception: "it-is-the-gradient" },
      { id: "sign", text: { ko: "비율은 몰라도 올라요", en: "It rises at some rate" }, misconception: "it-is-the-gradient" },
    ],
    explanation: {
      ko: "음수 신호를 버린 값은 점수의 기울기가 아니에요. 크기도 부호도 점수의 변화를 말해 주지 않아요.",
      en: "With negative signals thrown away the value is not the gradient of the score: neither its size nor its sign says how the score changes.",
    },
  },

  {
    id: "training",
    prompt: {
      ko: "이미 학습한 분류기에 guided backprop을 쓰려면 무엇을 해야 하나요?",
      en: "What does a trained classifier need before guided backprop can be used?",
    },
    options: [
      { id: "nothing", text: { ko: "되돌아오는 규칙만 바꿔요", en: "Another rule going back" }, correct: true },
      { id: "retrain", text: { ko: "새 ReLU로 다시 학습해요", en: "Training with new ReLUs" }, misconception: "needs-training" },
      { id: "gap", text: { ko: "GAP 층을 붙여 학습해요", en: "Training with a GAP layer" }, misconception: "needs-training" },
    ],
    explanation: { ko: "가중치는 그대로예요. GAP이 필요한 것은 CAM이에요.", en: "The weights stay. It is CAM that needs a GAP layer." },
  },

  {
    id: "two-classes",
    prompt: {
      ko: "두 클래스를 차례로 물었더니 맵이 완전히 같아요. 이 맵에 대해 무엇을 알 수 있나요?",
      en: "Two classes are asked for in turn, and the maps are exactly the same. What does that say of this map?",
    },
    options: [
      { id: "blind", text: { ko: "물어본 클래스가 안 담겼어요", en: "It ignores the class asked for" }, correct: true },
      { id: "both", text: { ko: "두 클래스를 다 찾아냈어요", en: "It has found both the classes" }, misconception: "shows-the-class" },
      { id: "steady", text: { ko: "흔들리지 않아 믿을 만해요", en: "It is steady, so trust it more" }, misconception: "crisp-is-faithful" },
    ],
    explanation: {
      ko: "무엇을 물어도 같은 맵은 물어본 클래스의 까닭을 말할 수 없어요.",
      en: "A map that is the same whatever is asked cannot give reasons for the class that was asked for.",
    },
  },

  {
    id: "why-crisp",
    prompt: { ko: "guided 그림은 왜 또렷할까요?", en: "Why are guided pictures crisp?" },
    options: [
      { id: "edges", text: { ko: "앞쪽 층의 윤곽을 되살려서", en: "They rebuild edges of early layers" }, correct: true },
      {
        id: "faithful",
        text: { ko: "클래스의 증거만 골라내서", en: "They pick out the class's evidence" },
        misconception: "crisp-is-faithful",
      },
      {
        id: "resolution",
        text: { ko: "더 큰 그림으로 학습해서", en: "They come from larger training data" },
        misconception: "needs-training",
      },
    ],
    explanation: {
      ko: "양수 신호만 남기면 그림의 국소 구조가 되살아나요(arXiv:1805.07039).",
      en: "Keeping positive signals only rebuilds local structure of the picture (arXiv:1805.07039).",
    },
  },

  {
    id: "random-top",
    prompt: {
      ko: "마지막 층의 가중치를 무작위로 바꿔도 어떤 맵이 거의 그대로예요. 무엇을 뜻하나요?",
      en: "The last layer gets random weights, and some map stays almost as it was. What does that mean?",
    },
    options: [
      { id: "stays", text: { ko: "그 층을 설명하지는 못해요", en: "It cannot explain that layer" }, correct: true },
      {
        id: "breaks",
        text: { ko: "바뀌어야 하니 계산 실수예요", en: "A bug: it should have changed" },
        misconception: "random-would-break-it",
      },
      {
        id: "stable",
        text: { ko: "흔들리지 않아 더 믿을 만해요", en: "It is stable, so trust it more" },
        misconception: "crisp-is-faithful",
      },
    ],
    explanation: {
      ko: "그 층이 배운 것을 잃어도 그대로인 맵은 그 층이 배운 것을 보여 주지 않아요.",
      en: "A map that stays when the layer loses what it learnt does not show what the layer learnt.",
    },
  },

  {
    id: "sanity-idea",
    prompt: { ko: "온전성 검사가 맵에 묻는 것은 무엇인가요?", en: "What does the sanity check ask of a map?" },
    options: [
      { id: "depends", text: { ko: "가중치를 버리면 달라지나요?", en: "Does it change with the weights?" }, correct: true },
      {
        id: "pretty",
        text: { ko: "사람 눈에 또렷하게 보이나요?", en: "Does it look crisp to a person?" },
        misconception: "crisp-is-faithful",
      },
      {
        id: "points",
        text: { ko: "꼭대기가 물체 위에 놓이나요?", en: "Does its peak lie on the object?" },
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
      ko: "장면마다 물체 4개를 하나씩 물어요. 무엇을 묻든 언제나 같은 물체 위에 꼭대기가 있는 맵은 물음의 몇 %를 맞힐까요?",
      en: "Each scene has 4 objects, asked for one by one. A map's peak lies on the same object, whatever is asked. In what % of the questions is it right?",
    },
    options: [
      { id: "blind", text: { ko: "25%", en: "25%" }, correct: true },
      { id: "always", text: { ko: "100%", en: "100%" }, misconception: "pointing-proves-it" },
      { id: "never", text: { ko: "0%", en: "0%" }, misconception: "shows-the-class" },
    ],
    explanation: {
      ko: "네 물음 가운데 하나는 마침 그 물체를 물어요. 물음을 보지 않는 맵의 점수부터 알아야 다른 맵의 점수를 읽을 수 있어요.",
      en: "One question in four happens to ask for that very object. A map's mark can be read only beside that of a map blind to the question.",
    },
  },

  {
    id: "guided-grad-cam",
    prompt: { ko: "Guided Grad-CAM은 무엇과 무엇을 곱하나요?", en: "What does Guided Grad-CAM multiply?" },
    options: [
      { id: "both", text: { ko: "guided 맵과 Grad-CAM 맵", en: "A guided map and Grad-CAM's map" }, correct: true },
      {
        id: "input",
        text: { ko: "guided 맵과 입력 그림의 값", en: "A guided map and the input image" },
        misconception: "crisp-is-faithful",
      },
      { id: "score", text: { ko: "guided 맵과 클래스의 점수", en: "A guided map and the class score" }, misconception: "shows-the-class" },
    ],
    explanation: {
      ko: "세밀함은 guided에서, 클래스의 자리는 Grad-CAM에서 와요. 점수 하나를 곱하면 맵의 밝기만 바뀌어요.",
      en: "The detail comes from guided backprop, the place of the class from Grad-CAM. Multiplying by one score would only change the brightness.",
    },
  },

  {
    id: "negative-signal",
    prompt: { ko: "되돌아오는 음수 신호는 무엇을 뜻하나요?", en: "What does a negative signal on the way back mean?" },
    options: [
      { id: "less", text: { ko: "이 칸이 줄면 점수가 올라요", en: "Less of the unit raises the score" }, correct: true },
      { id: "nothing", text: { ko: "이 칸은 점수와 상관없어요", en: "The unit does not touch the score" }, misconception: "one-gate" },
      { id: "off", text: { ko: "이 칸은 순전파 때 꺼졌어요", en: "The unit was off going forward" }, misconception: "one-gate" },
    ],
    explanation: { ko: "반대하는 증거예요. guided는 이것을 버려요.", en: "It is evidence against. Guided backprop throws it away." },
  },
]);
