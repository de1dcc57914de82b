import { figureIn } from "@/lib/challenges/figures";
import { defineTopic } from "@/lib/challenges/topic";
import { josa } from "@/lib/words";
import measured from "./figures.json";

const figure = figureIn(measured);

export const topic = defineTopic({
  id: "guided-backprop",
  version: 1,
  track: "visualization",
  order: 320,
  title: { ko: "유도 역전파 (guided backprop)", en: "Guided backpropagation" },
  summary: {
    ko: "ReLU를 거꾸로 지나는 세 규칙을 손으로 돌려 보고, 또렷한 그림이 왜 믿을 만한 설명은 아닌지 재 봐요.",
    en: "Send a signal back through ReLUs by three rules, and measure why a crisp picture need not be a faithful explanation.",
  },
  prerequisites: [],
  minutes: 15,
  misconceptions: [
    {
      id: "crisp-is-faithful",
      claim: { ko: "그림이 또렷할수록 모델을 더 잘 설명해요.", en: "The crisper the picture, the better it explains the model." },
      correction: {
        ko: `또렷함은 윤곽에서 와요. 우리 분류기에서 두 클래스의 guided 맵은 순위 상관이 ${josa(figure("likeness-guided"), "이라서/라서")}, 무엇을 물어도 거의 같은 그림이에요.`,
        en: `Crispness comes from edges. On our classifier the guided maps of two classes have a rank correlation of ${figure("likeness-guided")}: whatever is asked, almost the same picture.`,
      },
    },
    {
      id: "shows-the-class",
      claim: {
        ko: "guided backprop은 물어본 클래스에 속한 것만 보여 줘요.",
        en: "Guided backprop shows only what belongs to the class that was asked for.",
      },
      correction: {
        ko: "그림 속 다른 물체의 윤곽도 함께 나와요. 클래스를 구별하려면 Grad-CAM을 곱한 Guided Grad-CAM을 써요.",
        en: "The outlines of other objects appear as well. To tell classes apart it is multiplied with Grad-CAM: Guided Grad-CAM.",
      },
    },
    {
      id: "one-gate",
      claim: {
        ko: "ReLU의 역전파는 언제나 신호가 양수인 곳만 통과시켜요.",
        en: "Going back, a ReLU always lets through where the signal is positive.",
      },
      correction: {
        ko: "그것은 deconvnet의 규칙이에요. 진짜 기울기는 순전파 입력이 양수였던 곳을 통과시키고, guided는 둘 다 양수여야 해요.",
        en: "That is the deconvnet's rule. The true gradient passes where the forward input was positive; guided asks for both.",
      },
    },
    {
      id: "it-is-the-gradient",
      claim: { ko: "guided backprop은 점수의 기울기예요.", en: "Guided backprop is the gradient of the score." },
      correction: {
        ko: "음수 신호를 버리므로 어떤 함수의 기울기도 아니에요. 값의 크기를 점수의 변화량으로 읽으면 안 돼요.",
        en: "It throws negative signals away, so it is the gradient of nothing. Its values do not say by how much the score changes.",
      },
    },
    {
      id: "one-relu-is-enough",
      claim: {
        ko: "맨 위 ReLU만 보면 어느 칸이 남는지 알 수 있어요.",
        en: "The top ReLU alone tells which cells remain.",
      },
      correction: {
        ko: "ReLU마다 규칙이 다시 적용돼요. 위에서 살아남은 신호도 아래 ReLU에서 닫힐 수 있어요.",
        en: "Every ReLU applies the rule anew: what survived above may be closed below.",
      },
    },
    {
      id: "weights-keep-signs",
      claim: {
        ko: "가중치는 신호의 크기만 바꾸니까 어느 칸이 남는지와는 상관없어요.",
        en: "Weights only change how strong the signal is, not which cells remain.",
      },
      correction: {
        ko: "음수 가중치는 신호의 부호를 뒤집어요. 부호를 보는 deconvnet과 guided에서는 남는 칸이 달라져요.",
        en: "A negative weight turns the signal's sign round, and the deconvnet and guided backprop look at the sign.",
      },
    },
    {
      id: "paths-do-not-add",
      claim: {
        ko: "신호는 바로 위 칸에서만 내려와요.",
        en: "The signal comes down from the cell right above and nowhere else.",
      },
      correction: {
        ko: "한 값이 여러 곳에 쓰였다면 되돌아올 때 그 길들의 신호를 모두 더해요.",
        en: "A value used in several places gets the signals of all those paths, added up.",
      },
    },
    {
      id: "needs-training",
      claim: {
        ko: "guided backprop을 쓰려면 신경망을 다시 학습해야 해요.",
        en: "The network has to be trained again for guided backprop.",
      },
      correction: {
        ko: "가중치는 그대로예요. 되돌아갈 때 ReLU의 규칙만 바꿔요.",
        en: "The weights stay. Only the ReLUs' rule on the way back changes.",
      },
    },
    {
      id: "random-would-break-it",
      claim: {
        ko: "가중치를 무작위로 바꾸면 guided 그림도 당연히 망가져요.",
        en: "With random weights a guided picture would of course fall apart.",
      },
      correction: {
        ko: `우리 분류기에서 위의 두 층을 무작위로 바꿔도 순위 상관이 ${josa(figure("random-2-guided"), "이에요/예요")}. Grad-CAM은 ${josa(figure("random-2-grad-cam"), "으로/로")} 떨어져요.`,
        en: `With our classifier's top two layers random its rank correlation is still ${figure("random-2-guided")}. Grad-CAM's falls to ${figure("random-2-grad-cam")}.`,
      },
    },
    {
      id: "pointing-proves-it",
      claim: {
        ko: "가장 뜨거운 점이 물체 위에 있으니 guided backprop은 클래스를 알아요.",
        en: "Its hottest pixel lies on the named object, so guided backprop knows the class.",
      },
      correction: {
        ko: `${josa(figure("pointing-guided"), "이/가")} 맞지만, 튀는 윤곽을 찾는 것으로도 그만큼은 맞아요. Grad-CAM은 ${josa(figure("pointing-grad-cam"), "이고/고")} 클래스를 바꾸면 맵이 옮겨 가요.`,
        en: `${figure("pointing-guided")} are hits, but finding the boldest outlines is enough for that. Grad-CAM has ${figure("pointing-grad-cam")}, and its map moves with the class.`,
      },
    },
  ],
  references: [
    {
      title: "Striving for Simplicity: The All Convolutional Net",
      authors: "J. T. Springenberg, A. Dosovitskiy, T. Brox, M. Riedmiller",
      year: 2015,
      url: "https://arxiv.org/abs/1412.6806",
    },
    {
      title: "Visualizing and Understanding Convolutional Networks",
      authors: "M. D. Zeiler, R. Fergus",
      year: 2014,
      url: "https://arxiv.org/abs/1311.2901",
    },
    {
      title: "Deep Inside Convolutional Networks: Visualising Image Classification Models and Saliency Maps",
      authors: "K. Simonyan, A. Vedaldi, A. Zisserman",
      year: 2014,
      url: "https://arxiv.org/abs/1312.6034",
    },
    {
      title: "Sanity Checks for Saliency Maps",
      authors: "J. Adebayo, J. Gilmer, M. Muelly, I. Goodfellow, M. Hardt, B. Kim",
      year: 2018,
      url: "https://arxiv.org/abs/1810.03292",
    },
    {
      title: "A Theoretical Explanation for Perplexing Behaviors of Backpropagation-based Visualizations",
      authors: "W. Nie, Y. Zhang, A. Patel",
      year: 2018,
      url: "https://arxiv.org/abs/1805.07039",
    },
    {
      title: "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization",
      authors: "R. R. Selvaraju, M. Cogswell, A. Das, R. Vedantam, D. Parikh, D. Batra",
      year: 2017,
      url: "https://arxiv.org/abs/1610.02391",
    },
  ],
});
