import { figureIn } from "@/lib/challenges/figures";
import { defineTopic } from "@/lib/challenges/topic";
import { josa } from "@/lib/words";
import measured from "./figures.json" with { type: "json" };

const figure = figureIn(measured);

export const topic = defineTopic({
  id: "grad-cam",
  version: 1,
  track: "visualization",
  group: "analyse",
  order: 340,
  title: { ko: "Grad-CAM: 증거의 지도", en: "Grad-CAM: a map of the evidence" },
  summary: {
    ko: "채널마다 두 가지를 물어 답을 곱하고 더해요. 네가 커지면 점수가 얼마나 오르니, 너는 지금 어디에서 강하게 켜져 있니? 찬성과 반대를 직접 더해 열기가 모이는 곳을 맞혀 봐요.",
    en: "Ask every channel two things: how much would the score gain if you were stronger, and where are you strong? Add up for and against, and predict where the heat gathers.",
  },
  prerequisites: ["cam"],
  misconceptions: [
    {
      id: "finds-the-object",
      claim: { ko: "Grad-CAM은 물체가 어디에 있는지 찾아 줘요.", en: "Grad-CAM finds where the object is." },
      correction: {
        ko: `찾는 것은 물체가 아니라 이 신경망이 이 클래스에 쓴 증거예요. 강아지를 늘 사람과 함께 본 신경망은 강아지의 맵을 그려도 열기의 ${josa(figure("person-biased"), "을/를")} 사람의 상자에 놓아요. 고르게 배운 신경망은 ${josa(figure("person-fair"), "이에요/예요")}.`,
        en: `It finds this network's evidence for this class. A network that always saw dogs with a person puts ${figure("person-biased")} of its heat for “dog” into the person's box; the fair network puts ${figure("person-fair")} there.`,
      },
    },
    {
      id: "bold-is-hot",
      claim: { ko: "윤곽이 굵고 눈에 띄는 곳이 뜨거워요.", en: "Bold, eye-catching places are hot." },
      correction: {
        ko: `맵은 보려는 클래스를 따라가요. 복잡한 바탕의 장면에서 윤곽이 가장 굵은 칸을 고르면 ${figure("passes-bold")}만 통과하고, 보려는 물체의 상자를 고르면 ${josa(figure("passes-own-box"), "이/가")} 통과해요.`,
        en: `A map follows the class asked for. On busy grounds marking the boldest cells passes ${figure("passes-bold")} of the time, marking the box of the object asked for ${figure("passes-own-box")}.`,
      },
    },
    {
      id: "any-class-same-map",
      claim: { ko: "그림이 같으면 어느 클래스를 보아도 맵이 같아요.", en: "The same picture has the same map, whatever is asked." },
      correction: {
        ko: `채널은 그대로지만 α는 클래스마다 달라요. 두 물체의 상자 안에서 두 클래스의 맵을 견주면 순위 상관이 ${josa(figure("inside-grad-cam"), "이에요/예요")}. 어느 클래스를 보든 같은 맵이면 1이에요.`,
        en: `The channels stay, but every class has its own α. Inside the objects' boxes the maps for two classes have a rank correlation of ${figure("inside-grad-cam")}; a map that is the same whatever is asked has 1.`,
      },
    },
    {
      id: "cold-is-empty",
      claim: { ko: "차가운 칸은 아무것도 없는 칸이에요.", en: "A cold cell is a cell with nothing in it." },
      correction: {
        ko: `아무것도 없으면 0이에요. 음수는 다른 클래스의 증거가 말리는 것이에요. 빈 바탕을 차갑다고 고르면 ${figure("passes-empty-ground")}, 다른 물체를 고르면 ${josa(figure("passes-other-boxes"), "이/가")} 통과해요.`,
        en: `Nothing there means 0. Below 0 something argues against: evidence for another class. Marking empty ground as cold passes ${figure("passes-empty-ground")} of the time, marking the other objects ${figure("passes-other-boxes")}.`,
      },
    },
    {
      id: "relu-is-cosmetic",
      claim: {
        ko: "ReLU는 그림을 예쁘게 할 뿐이라 음수 α는 크기만 보면 돼요.",
        en: "The ReLU is cosmetic: of a negative α the size is all that counts.",
      },
      correction: {
        ko: "음수 α를 가진 채널은 열기를 빼요. 먼저 부호까지 다 더하고, ReLU는 그 합에서 반대가 이긴 칸을 0으로 만들어요.",
        en: "A channel with a negative α takes heat away. First everything is added with its sign; then the ReLU sets the cells to 0 where the evidence against has won.",
      },
    },
    {
      id: "one-channel-decides",
      claim: { ko: "α가 가장 큰 채널의 그림이 곧 맵이에요.", en: "The channel with the largest α is the map." },
      correction: {
        ko: "맵은 모든 채널의 합이에요. 가장 강한 채널이 뜨거운 칸도 다른 채널들이 빼면 식어요.",
        en: "The map is the sum over all channels. A cell that the strongest channel heats cools down when others take from it.",
      },
    },
    {
      id: "alpha-is-the-peak",
      claim: { ko: "α는 기울기 가운데 가장 큰 값이에요.", en: "α is the largest of the gradients." },
      correction: {
        ko: "α는 그 채널의 모든 칸에서 기울기를 평균한 값이에요. 한 칸의 큰 기울기는 나머지와 섞여 작아지고, 부호가 다르면 서로 지워요.",
        en: "α is the mean of the gradients over all cells of the channel. One large gradient shrinks among the others, and opposite signs cancel.",
      },
    },
    {
      id: "cell-by-cell",
      claim: { ko: "칸마다 그 자리의 기울기를 곱해요.", en: "Every cell is weighed by the gradient at that very place." },
      correction: {
        ko: "그것은 HiResCAM이에요. Grad-CAM은 먼저 평균해서 채널마다 가중치 하나를 써요. 기울기가 칸마다 같을 때만 둘이 같아요.",
        en: "That is HiResCAM. Grad-CAM averages first and has one weight a channel; the two agree only where the gradient is the same in every cell.",
      },
    },
    {
      id: "alpha-is-the-fc-weight",
      claim: { ko: "α는 마지막 완전 연결층의 가중치예요.", en: "α is the weight of the last, dense layer." },
      correction: {
        ko: "α는 기울기의 평균이에요. 마지막 특징 지도를 평균해 완전 연결층 하나로 보내는 신경망에서만 α = w / (H·W)로, 가중치와 상수배 차이예요.",
        en: "α is a mean of gradients. Only where the last maps are averaged and go through a single dense layer is α = w / (H·W), the weight up to a constant.",
      },
    },
    {
      id: "map-is-pixels",
      claim: { ko: "맵에는 픽셀마다 따로 계산한 값이 있어요.", en: "The map has a value computed for every pixel." },
      correction: {
        ko: "계산한 것은 특징 지도의 칸뿐이고, 나머지는 늘려 그린 거예요. 그래서 얇은 물체는 뭉툭한 얼룩이 돼요.",
        en: "Only the cells of the feature map were computed; the rest is enlarged. That is why a thin object becomes a blunt blob.",
      },
    },
    {
      id: "deeper-is-finer",
      claim: { ko: "깊은 층의 맵일수록 더 세밀해요.", en: "The deeper the layer, the finer its map." },
      correction: {
        ko: "깊은 층은 칸이 굵지만 클래스를 더 잘 가려요. 앞쪽 층은 칸이 잘지만 윤곽과 색을 볼 뿐이에요.",
        en: "Deep layers have coarse cells but tell classes apart; early ones have fine cells and see edges and colours.",
      },
    },
    {
      id: "wider-is-deeper",
      claim: { ko: "깊은 층은 넓게 보니까 맵의 얼룩도 커요.", en: "A deep layer sees widely, so its hot spot is larger." },
      correction: {
        ko: `수용 영역이 넓다고 열기가 넓게 퍼지지는 않아요. 깊은 층을 알아보는 표는 두 물체를 얼마나 가려내는가예요. 골라내지 않은 장면에서 얼룩의 크기로 놓으면 두 장씩 견준 차례의 ${josa(figure("pairs-wider"), "이/가")} 맞고, 두 상자에 든 열기의 차이로 놓으면 ${josa(figure("pairs-contrast"), "이/가")} 맞아요.`,
        en: `A wide receptive field does not spread the heat. What tells a deep layer is how well it separates the two objects. On unselected scenes ordering maps by the size of their spot gets ${figure("pairs-wider")} of the pairs right, ordering by the difference of the heat in the two boxes ${figure("pairs-contrast")}.`,
      },
    },
    {
      id: "random-is-noise",
      claim: {
        ko: "가중치가 무작위인 신경망의 맵은 잡음처럼 자글자글해요.",
        en: "The map of a network with random weights looks like noise.",
      },
      correction: {
        ko: "무작위로 바꾼 것은 마지막 완전 연결층뿐이에요. 특징 지도는 배운 그대로라서 맵이 매끈하고 그럴듯해요. 모양이 아니라, 보려는 클래스를 가려내는지를 봐야 해요.",
        en: "Only the last, dense layer was made random. The feature maps are still the learnt ones, so the map is smooth and looks convincing. Do not go by its looks, but by whether it singles out the class asked for.",
      },
    },
    {
      id: "needs-retraining",
      claim: {
        ko: "Grad-CAM을 쓰려면 신경망을 고쳐 다시 학습해야 해요.",
        en: "For Grad-CAM the network has to be changed and trained again.",
      },
      correction: {
        ko: "고칠 것이 없어요. 점수에서 특징 지도까지 기울기를 한 번 구하면 돼요. 구조를 바꿔 다시 학습해야 하는 쪽은 CAM이에요.",
        en: "Nothing is changed: one gradient from the score to the feature maps is enough. It is CAM that asks for another head and training.",
      },
    },
    {
      id: "crisp-proves-it",
      claim: {
        ko: "Guided Grad-CAM은 또렷하니 어느 픽셀이 까닭인지 증명해 줘요.",
        en: "Guided Grad-CAM is crisp, so it proves which pixels were the reason.",
      },
      correction: {
        ko: `또렷함은 guided backprop에서 와요. 마지막 층을 무작위로 바꾸면 Grad-CAM은 배운 맵과의 순위 상관이 ${josa(figure("random-grad-cam"), "으로/로")} 떨어지지만 guided 맵은 ${josa(figure("random-guided"), "이에요/예요")}. 가중치를 보지 않는 맵이면 1이에요.`,
        en: `The crispness comes from guided backprop. With the last layer random, Grad-CAM's rank correlation with the trained map falls to ${figure("random-grad-cam")}, the guided map's is still ${figure("random-guided")}; a map that does not see the weights has 1.`,
      },
    },
  ],
  references: [
    {
      title: "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization",
      authors: "R. R. Selvaraju, M. Cogswell, A. Das, R. Vedantam, D. Parikh, D. Batra",
      year: 2017,
      url: "https://arxiv.org/abs/1610.02391",
    },
    {
      title: "Learning Deep Features for Discriminative Localization",
      authors: "B. Zhou, A. Khosla, A. Lapedriza, A. Oliva, A. Torralba",
      year: 2016,
      url: "https://arxiv.org/abs/1512.04150",
    },
    {
      title: "Use HiResCAM instead of Grad-CAM for faithful explanations of convolutional neural networks",
      authors: "R. L. Draelos, L. Carin",
      year: 2020,
      url: "https://arxiv.org/abs/2011.08891",
    },
    {
      title: "Sanity Checks for Saliency Maps",
      authors: "J. Adebayo, J. Gilmer, M. Muelly, I. Goodfellow, M. Hardt, B. Kim",
      year: 2018,
      url: "https://arxiv.org/abs/1810.03292",
    },
  ],
});
