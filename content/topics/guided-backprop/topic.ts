import { figureIn } from "@/lib/challenges/figures";
import { defineTopic } from "@/lib/challenges/topic";
import { josa } from "@/lib/words";
import measured from "./figures.json" with { type: "json" };

const figure = figureIn(measured);

export const topic = defineTopic({
  id: "guided-backprop",
  version: 1,
  track: "visualization",
  group: "analyse",
  order: 320,
  title: { ko: "유도 역전파 (guided backprop)", en: "Guided backpropagation" },
  summary: {
    ko: "ReLU를 거꾸로 지나는 세 규칙을 손으로 돌려 보고, 또렷한 그림이 왜 믿을 만한 설명은 아닌지 재 봐요.",
    en: "Send a signal back through ReLUs by three rules, and measure why a crisp picture need not be a faithful explanation.",
  },
  prerequisites: ["saliency-backprop"],
  misconceptions: [
    {
      id: "crisp-is-faithful",
      claim: { ko: "그림이 또렷할수록 모델을 더 잘 설명해요.", en: "The crisper the picture, the better it explains the model." },
      correction: {
        ko: `또렷함은 윤곽에서 와요. 우리 분류기에서 두 클래스의 guided 맵의 순위 상관은 ${josa(figure("likeness-guided"), "이고/고")}, 두 물체의 상자 안에서만 재도 ${josa(figure("inside-guided"), "이에요/예요")}. 어느 클래스를 보든 같은 맵이면 1이에요.`,
        en: `Crispness comes from edges. On our classifier the guided maps for two classes have a rank correlation of ${figure("likeness-guided")}, and ${figure("inside-guided")} inside the objects' boxes; a map that is the same whatever is asked has 1.`,
      },
    },
    {
      id: "shows-the-class",
      claim: {
        ko: "guided backprop은 보려는 클래스에 속한 것만 보여 줘요.",
        en: "Guided backprop shows only what belongs to the class that was asked for.",
      },
      correction: {
        ko: `그림 속 다른 물체의 윤곽도 함께 나와요. 우리 분류기에서 두 물체에 놓인 열기 가운데 보려는 쪽의 몫은 ${josa(figure("share-guided"), "이에요/예요")}. 클래스를 보지 않으면 절반이고, Grad-CAM을 곱한 Guided Grad-CAM은 ${josa(figure("share-guided-grad-cam"), "이에요/예요")}.`,
        en: `The outlines of other objects appear as well. On our classifier ${figure("share-guided")} of the heat on two objects lies on the one asked for; a map blind to the class has a half, and Guided Grad-CAM, multiplied with Grad-CAM, ${figure("share-guided-grad-cam")}.`,
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
        ko: "음수 신호를 버리므로 클래스 점수의 기울기가 아니에요. 값을 점수의 변화량으로 읽으면 안 돼요.",
        en: "It throws negative signals away, so it is not the gradient of the class score. Its values do not say by how much the score changes.",
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
        ko: `우리 분류기에서 위의 두 층을 무작위로 바꿔도 배운 맵과의 순위 상관이 ${josa(figure("random-2-guided"), "이에요/예요")}. 가중치를 보지 않는 맵이라면 1이고, Grad-CAM은 ${josa(figure("random-2-grad-cam"), "으로/로")} 떨어져요.`,
        en: `With our classifier's top two layers random its rank correlation with the trained map is still ${figure("random-2-guided")}. A map that does not see the weights has 1; Grad-CAM's falls to ${figure("random-2-grad-cam")}.`,
      },
    },
    {
      id: "pointing-proves-it",
      claim: {
        ko: "가장 뜨거운 점이 보려는 물체 위에 있으니, guided 맵은 통째로 그 클래스의 까닭이에요.",
        en: "Its hottest pixel lies on the object asked for, so the whole guided map gives the reasons for that class.",
      },
      correction: {
        ko: `꼭대기는 한 점이에요. 질문의 ${figure("pointing-guided")}에서 맞아서 윤곽 검출기의 ${figure("pointing-edges")}보다 훨씬 높지만, 열기의 나머지는 따라가지 않아요. 보려는 쪽의 몫이 guided는 ${josa(figure("share-guided"), "이고/고")} Grad-CAM은 ${josa(figure("share-grad-cam"), "이에요/예요")}.`,
        en: `A peak is one pixel. It is right in ${figure("pointing-guided")} of the questions, far above an edge detector's ${figure("pointing-edges")}, but the rest of the heat does not follow: the share on the object asked for is ${figure("share-guided")}, Grad-CAM's is ${figure("share-grad-cam")}.`,
      },
    },
    {
      id: "class-blind",
      claim: {
        ko: "guided backprop은 클래스를 전혀 보지 않고 굵은 윤곽만 그려요.",
        en: "Guided backprop does not see the class at all: it only draws bold outlines.",
      },
      correction: {
        ko: `클래스를 보지 않는 맵은 가리키기에서 많아야 절반이에요. 윤곽 검출기는 ${josa(figure("pointing-edges"), "이고/고")}, 없는 클래스의 guided 맵은 ${josa(figure("absent-guided"), "이에요/예요")}. 보려는 클래스의 guided 맵은 ${josa(figure("pointing-guided"), "이에요/예요")}. 클래스를 거의 보지 않는 것은 deconvnet이에요.`,
        en: `A map blind to the class is right half of the time at most: an edge detector ${figure("pointing-edges")}, the guided map for an absent class ${figure("absent-guided")}. The guided map for the class asked for has ${figure("pointing-guided")}. It is the deconvnet that hardly sees the class.`,
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
