import { figureIn } from "@/lib/challenges/figures";
import { defineTopic } from "@/lib/challenges/topic";
import { josa } from "@/lib/words";
import measured from "./figures.json" with { type: "json" };

const figure = figureIn(measured);

export const topic = defineTopic({
  id: "saliency-backprop",
  version: 1,
  track: "visualization",
  group: "analyse",
  order: 310,
  title: { ko: "역전파로 그리는 현저성 (saliency)", en: "Saliency by backpropagation" },
  summary: {
    ko: "픽셀 하나를 조금 바꾸면 점수가 얼마나 움직이는지, 역전파 한 번으로 모든 픽셀에서 재고 그 그림을 바르게 읽어요.",
    en: "How much would the score move if one pixel changed a little? One way back answers for all pixels; learn to read that picture.",
  },
  prerequisites: ["autograd"],
  misconceptions: [
    {
      id: "reads-the-feature-map",
      claim: { ko: "현저성은 마지막 특징 지도를 확인하는 방법이에요.", en: "Saliency means checking the last feature map." },
      correction: {
        ko: "특징 지도는 읽지 않아요. 클래스 점수를 입력 픽셀로 미분한 |∂S/∂x|를 그려서, 맵의 칸이 픽셀만큼 촘촘해요.",
        en: "No feature map is read. What is drawn is the derivative of the class score by the input pixels, |∂S/∂x|, as fine as the pixels themselves.",
      },
    },
    {
      id: "gradient-of-the-weights",
      claim: { ko: "가중치에 대한 기울기를 그리는 거예요.", en: "It draws the gradient at the weights." },
      correction: {
        ko: "가중치의 기울기는 학습에 써요. 여기서는 가중치를 그대로 두고 입력 픽셀에 대한 기울기를 구해요.",
        en: "Gradients at the weights are for training. Here the weights stay, and the gradient is taken at the input pixels.",
      },
    },
    {
      id: "bright-pixel-is-object",
      claim: { ko: "맵에서 밝은 픽셀은 그 물체의 픽셀이에요.", en: "A bright pixel of the map is a pixel of the object." },
      correction: {
        ko: `민감하다는 뜻이지, 거기 있다는 뜻이 아니에요. 우리 분류기에서 두 물체에 놓인 열기 가운데 보려는 쪽의 몫은 ${josa(figure("share-saliency"), "이고/고")}, 클래스를 보지 않는 맵이면 절반이에요.`,
        en: `It is sensitive, which is not the same as being there. On our classifier ${figure("share-saliency")} of the heat on two objects lies on the one asked for, where a map blind to the class has a half.`,
      },
    },
    {
      id: "sign-shows-for-or-against",
      claim: { ko: "밝으면 찬성, 어두우면 반대하는 픽셀이에요.", en: "Bright pixels speak for the class, dark ones against it." },
      correction: {
        ko: "절댓값을 취하면 부호가 사라져요. 밝은 픽셀은 점수를 올리든 내리든 크게 움직이고, 어두운 픽셀은 거의 움직이지 않아요.",
        en: "The absolute value drops the sign. A bright pixel moves the score a lot, up or down; a dark one hardly moves it.",
      },
    },
    {
      id: "colours-are-averaged",
      claim: { ko: "픽셀의 값은 세 색의 기울기를 평균한 거예요.", en: "A pixel's value is the mean of its three colours' slopes." },
      correction: {
        ko: "먼저 저마다 절댓값을 취하고, 그다음 가장 큰 것을 골라요. 평균하면 부호가 다른 색끼리 지워져요.",
        en: "First each colour's absolute value, then the largest of the three. A mean would let colours of opposite sign cancel.",
      },
    },
    {
      id: "same-for-every-picture",
      claim: { ko: "같은 클래스라면 어느 그림이든 같은 맵이 나와요.", en: "For one class every picture gives the same map." },
      correction: {
        ko: `그림이 다르면 켜지는 ReLU가 달라서 기울기도 달라요. 같은 클래스의 두 그림에서 맵의 순위 상관은 ${josa(figure("same-class"), "이에요/예요")}.`,
        en: `Another picture opens other ReLUs, so the gradient differs. For two pictures of one class the maps have a rank correlation of ${figure("same-class")}.`,
      },
    },
    {
      id: "same-for-every-class",
      claim: {
        ko: "기울기는 그림에서만 나오니 클래스를 바꿔도 같아요.",
        en: "The gradient comes from the picture, so every class has the same.",
      },
      correction: {
        ko: `출발하는 로짓이 다르면 기울기도 달라져요. 두 클래스의 현저성 맵은 순위 상관이 ${josa(figure("likeness-saliency"), "이고/고")}, 질문을 보지 않는 맵이면 1이에요.`,
        en: `It starts from another logit, so it differs. Saliency maps for two classes have a rank correlation of ${figure("likeness-saliency")}; a map that ignores the question has 1.`,
      },
    },
    {
      id: "probability-will-do",
      claim: { ko: "로짓이든 확률이든 기울기를 그리면 같은 맵이에요.", en: "Logit or probability: the gradient draws the same map." },
      correction: {
        ko: "확률은 다른 클래스의 로짓에도 달려 있고, 1에 가까워지면 거의 움직이지 않아요. 그래서 소프트맥스 앞의 점수를 써요.",
        en: "The probability depends on the other logits as well, and near 1 it hardly moves. That is why the score before the softmax is used.",
      },
    },
    {
      id: "smoothgrad-smooths-the-map",
      claim: { ko: "SmoothGrad는 현저성 맵을 흐리게 만든 거예요.", en: "SmoothGrad blurs the saliency map." },
      correction: {
        ko: "맵을 흐리는 것이 아니라, 잡음을 섞은 그림마다 기울기를 새로 구해서 평균해요. 그림이 25장이면 역전파도 25번이에요.",
        en: "No map is blurred: a gradient is computed anew for each noisy copy of the picture, and they are averaged. With 25 copies there are 25 ways back.",
      },
    },
    {
      id: "saliency-is-contribution",
      claim: { ko: "현저성이 큰 픽셀은 점수에 그만큼 보탰어요.", en: "A pixel with high saliency has added that much to the score." },
      correction: {
        ko: "기울기는 조금 바꾸면 얼마나 움직일지예요. 지금까지 보탠 몫을 물으려면 입력과 곱하거나, 바탕부터 길을 따라 더해야 해요.",
        en: "A slope says what a small change would do. What a pixel has added so far is another question: multiply by the input, or add up along a path from a baseline.",
      },
    },
    {
      id: "one-slope-adds-up",
      claim: { ko: "기울기 × 입력을 모두 더하면 점수가 돼요.", en: "Gradient × input adds up to the score." },
      correction: {
        ko: `편향이 없을 때나 그래요(선형 함수, ReLU 신경망). 우리 분류기에서 점수 차이와의 어긋남이 기울기 × 입력은 ${josa(figure("gap-times-input"), "이고/고")} 적분 기울기는 ${josa(figure("gap-integrated"), "이에요/예요")}.`,
        en: `Only without biases, as in a linear function or a ReLU network. On our classifier it misses the score's difference by ${figure("gap-times-input")}, integrated gradients by ${figure("gap-integrated")}.`,
      },
    },
    {
      id: "gradient-draws-outlines",
      claim: { ko: "기울기를 그리면 물체의 윤곽이 또렷하게 나와요.", en: "Drawn, the gradient shows the object's outlines crisply." },
      correction: {
        ko: "기울기 그대로는 먼지처럼 흩어져요. 또렷한 윤곽은 음수 신호를 버린 유도 역전파의 그림이에요.",
        en: "The plain gradient is scattered like dust. Crisp outlines come from guided backprop, which throws negative signals away.",
      },
    },
    {
      id: "guided-picks-the-object",
      claim: { ko: "유도 역전파는 보려는 물체의 윤곽만 그려요.", en: "Guided backprop draws the outlines of the object asked for alone." },
      correction: {
        ko: `다른 물체의 윤곽도 거의 그대로 남아요. 두 클래스의 맵의 순위 상관이 ${josa(figure("likeness-guided"), "이에요/예요")}. 한 물체만 남기는 것은 Grad-CAM과 곱한 Guided Grad-CAM이에요.`,
        en: `The other object's outlines stay almost as they are: the two classes' maps have a rank correlation of ${figure("likeness-guided")}. It is Guided Grad-CAM, the product with Grad-CAM, that keeps one object.`,
      },
    },
    {
      id: "a-pass-a-pixel",
      claim: { ko: "픽셀마다 한 번씩 역전파해야 해요.", en: "It takes one way back for each pixel." },
      correction: {
        ko: "역전파 한 번이 모든 픽셀의 기울기를 한꺼번에 줘요. 픽셀마다 바꿔 보는 쪽이 그만큼 많은 순전파를 써요.",
        en: "One way back gives the slopes of all pixels at once. It is trying each pixel that takes so many forward passes.",
      },
    },
  ],
  references: [
    {
      title: "Deep Inside Convolutional Networks: Visualising Image Classification Models and Saliency Maps",
      authors: "K. Simonyan, A. Vedaldi, A. Zisserman",
      year: 2014,
      url: "https://arxiv.org/abs/1312.6034",
    },
    {
      title: "SmoothGrad: Removing Noise by Adding Noise",
      authors: "D. Smilkov, N. Thorat, B. Kim, F. Viégas, M. Wattenberg",
      year: 2017,
      url: "https://arxiv.org/abs/1706.03825",
    },
    {
      title: "Axiomatic Attribution for Deep Networks",
      authors: "M. Sundararajan, A. Taly, Q. Yan",
      year: 2017,
      url: "https://arxiv.org/abs/1703.01365",
    },
    {
      title: "Sanity Checks for Saliency Maps",
      authors: "J. Adebayo, J. Gilmer, M. Muelly, I. Goodfellow, M. Hardt, B. Kim",
      year: 2018,
      url: "https://arxiv.org/abs/1810.03292",
    },
    {
      title: "Visualizing the Impact of Feature Attribution Baselines",
      authors: "P. Sturmfels, S. Lundberg, S.-I. Lee",
      year: 2020,
      url: "https://distill.pub/2020/attribution-baselines/",
    },
  ],
});
