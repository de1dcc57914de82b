import { defineQuestions } from "@/lib/questions";
import { byHand, guidedGradCamSteps, pointing, ruleBackprop, ruleDeconvnet, ruleGuided, twoPaths } from "./asked";

export const questions = defineQuestions([
  ruleGuided,

  ruleDeconvnet,

  ruleBackprop,

  byHand,

  {
    form: "choice",
    id: "gradient-of-what",
    prompt: {
      ko: "“강아지”에 대한 guided backprop에서 어떤 픽셀의 값이 0.3이에요. 그 픽셀을 조금 밝게 하면 강아지 점수는?",
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
    form: "choice",
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
    form: "choice",
    id: "two-classes",
    prompt: {
      ko: "두 클래스의 맵을 차례로 그렸더니 두 장이 완전히 같아요. 이 맵에 대해 무엇을 알 수 있나요?",
      en: "Two classes are asked for in turn, and the maps are exactly the same. What does that say of this map?",
    },
    options: [
      { id: "blind", text: { ko: "보려는 클래스가 안 담겼어요", en: "It ignores the class asked for" }, correct: true },
      { id: "both", text: { ko: "두 클래스를 다 찾아냈어요", en: "It has found both the classes" }, misconception: "shows-the-class" },
      {
        id: "steady",
        text: { ko: "흔들리지 않으니 믿을 만해요", en: "It is steady, so trust it more" },
        misconception: "crisp-is-faithful",
      },
    ],
    explanation: {
      ko: "어느 클래스를 보아도 같은 맵은 보려는 클래스의 까닭을 말할 수 없어요.",
      en: "A map that is the same whatever is asked cannot give reasons for the class that was asked for.",
    },
  },

  {
    form: "choice",
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
        text: { ko: "더 큰 그림들로 학습해서", en: "They were trained on larger images" },
        misconception: "needs-training",
      },
    ],
    explanation: {
      ko: "양수 신호만 남기면 그림의 국소 구조가 되살아나요(arXiv:1805.07039).",
      en: "Keeping positive signals only rebuilds local structure of the picture (arXiv:1805.07039).",
    },
  },

  {
    form: "choice",
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
    form: "choice",
    id: "sanity-idea",
    prompt: { ko: "온전성 검사가 맵에서 알아보는 것은 무엇인가요?", en: "What does the sanity check ask of a map?" },
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

  pointing,

  {
    form: "choice",
    id: "above-blind",
    prompt: {
      ko: "물체가 둘인 장면에서 어떤 맵의 꼭대기가 질문의 10에 9꼴로 보려는 물체 위에 있어요. 여기서 무엇을 알 수 있나요?",
      en: "In scenes of two objects some map's peak lies on the one asked for in 9 of 10 questions. What follows?",
    },
    options: [
      { id: "some", text: { ko: "클래스도 어느 정도는 보고 있어요", en: "The class counts to some degree" }, correct: true },
      { id: "blind", text: { ko: "클래스는 안 보고 윤곽만 그려 내요", en: "It sees outlines and no class" }, misconception: "class-blind" },
      {
        id: "all",
        text: { ko: "맵이 통째로 그 클래스의 것이죠", en: "All of it belongs to that class" },
        misconception: "pointing-proves-it",
      },
    ],
    explanation: {
      ko: "클래스를 전혀 보지 않으면 두 물체 가운데 하나를 고르는 셈이라 많아야 절반이에요. 그렇다고 꼭대기 말고 나머지까지 그 클래스의 것은 아니에요.",
      en: "A map that does not see the class would choose between two objects and be right half of the time at most. Nor does the peak say anything about the rest.",
    },
  },

  twoPaths,

  guidedGradCamSteps,

  {
    form: "choice",
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
    form: "choice",
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
