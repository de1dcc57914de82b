import { defineQuestions } from "@/lib/questions";
import { louderFirst, missingWeight, oneResponse, outputSide, pointAtPeak, weightsOfLayer, whatItReads, workedSlip } from "./asked";

export const questions = defineQuestions([
  oneResponse,

  {
    form: "choice",
    id: "brighter-by-ten",
    prompt: {
      ko: "커널의 가중치를 모두 더하면 0이에요. 조각의 모든 픽셀이 똑같이 10만큼 밝아지면 반응은 어떻게 되나요?",
      en: "A kernel's weights add up to 0. Every pixel of the patch becomes brighter by 10. What becomes of the response?",
    },
    options: [
      { id: "more", text: { ko: "밝아진 만큼 커져요", en: "It rises in step" }, misconception: "bright-kernel-fires-on-bright" },
      { id: "same", text: { ko: "조금도 안 바뀌어요", en: "It does not change" }, correct: true },
      { id: "turns", text: { ko: "부호가 뒤집히지요", en: "Its sign changes" }, misconception: "sign-does-not-count" },
    ],
    explanation: {
      ko: "10은 가중치마다 곱해져서 더해지는데, 가중치의 합이 0이라 서로 지워져요.",
      en: "The 10 is multiplied by each weight and added, and the weights add up to 0.",
    },
  },

  pointAtPeak,

  {
    form: "choice",
    id: "photo-in-fog",
    prompt: {
      ko: "안개 때문에 사진의 모든 픽셀이 자기와 회색의 차이를 절반만 남겼어요. 첫 층 필터의 반응은 편향을 빼고 보면 어떻게 되나요(회색은 신경망에 0으로 들어가요)?",
      en: "In fog each pixel of a photo keeps half of its distance from grey, which the network takes as 0. What becomes of a first-layer filter's responses, less the bias?",
    },
    options: [
      { id: "half", text: { ko: "어디서나 꼭 절반이 돼요", en: "All become exactly half" }, correct: true },
      { id: "same", text: { ko: "무늬가 같으니 그대로예요", en: "They stay: same pattern" }, misconception: "contrast-does-not-count" },
      {
        id: "more",
        text: { ko: "하얘진 곳에서 더 커져요", en: "They grow where it whitens" },
        misconception: "bright-kernel-fires-on-bright",
      },
    ],
    explanation: {
      ko: "곱의 합이라서 입력을 절반으로 줄이면 합도 절반이에요. 모양이 같아도 대비가 반응을 정해요.",
      en: "A sum of products: half of the input gives half of the sum. The pattern is the same, but contrast counts.",
    },
  },

  whatItReads,

  {
    form: "choice",
    id: "a-black-place",
    prompt: {
      ko: "가중치 0을 회색으로 그린 필터 그림에 새까만 자리가 있어요. 무슨 뜻인가요?",
      en: "In a filter's picture, with a weight of 0 drawn grey, one place is black. What does it say?",
    },
    options: [
      { id: "unread", text: { ko: "그 자리의 픽셀은 읽지 않아요", en: "The pixel there is not read" }, misconception: "sign-is-colour" },
      {
        id: "dark",
        text: { ko: "거기에 검은 물체를 찾고 있어요", en: "A black thing is looked for" },
        misconception: "kernel-shows-object",
      },
      { id: "lowers", text: { ko: "거기가 밝으면 반응이 줄어요", en: "A bright pixel lowers it" }, correct: true },
    ],
    explanation: {
      ko: "검정은 큰 음의 가중치예요. 밝은(양의) 픽셀과 곱하면 큰 음수가 나와요.",
      en: "Black is a large negative weight: times a bright, positive pixel it gives a large negative product.",
    },
  },

  weightsOfLayer,

  {
    form: "choice",
    id: "faint-or-strong",
    prompt: {
      ko: "조각 A는 커널의 무늬와 꼭 맞지만 흐려요. 조각 B는 무늬가 조금 어긋나지만 대비가 훨씬 세요. 어느 쪽의 반응이 더 클까요?",
      en: "Patch A has exactly the kernel's pattern, but faint. Patch B has it less exactly, with far more contrast. Which gets the larger response?",
    },
    options: [
      { id: "a", text: { ko: "더 닮은 A일 수밖에 없어요", en: "It must be A, the likest" }, misconception: "response-is-likeness" },
      { id: "sums", text: { ko: "곱을 다 더해 봐야 알아요", en: "Only adding up can tell" }, correct: true },
      { id: "b", text: { ko: "대비가 센 B일 수밖에 없어요", en: "It must be B, the stronger" }, misconception: "highest-contrast-wins" },
    ],
    explanation: {
      ko: "반응은 닮은 정도와 대비가 함께 정해요. 둘 다 혼자서는 답을 주지 않아요.",
      en: "Likeness and contrast make the response together; neither tells it alone.",
    },
  },

  {
    form: "choice",
    id: "sees-the-deep",
    prompt: {
      ko: "채널 64개를 읽는 층의 필터 하나가 무엇을 보는지 알고 싶어요. 무엇을 봐야 할까요?",
      en: "You want to know what a filter sees in a layer that reads 64 channels. What should you look at?",
    },
    options: [
      {
        id: "all",
        text: { ko: "커널 64개를 모두 그려 봐요", en: "Its 64 kernels, each drawn" },
        misconception: "deep-filters-are-readable",
      },
      { id: "active", text: { ko: "어떤 그림에서 켜지는지 봐요", en: "Pictures that activate it" }, correct: true },
      {
        id: "bold",
        text: { ko: "가장 진한 커널을 키워 봐요", en: "Its boldest kernel, larger" },
        misconception: "deep-filters-are-readable",
      },
    ],
    explanation: {
      ko: "커널은 픽셀이 아니라 앞 층의 채널을 읽어서, 그려도 무엇을 더하는지 알 수 없어요. 활성은 그림에서 바로 보여요.",
      en: "Its kernels read channels of the layer before, not pixels, so a drawing does not tell what is added up. Activations are seen on pictures.",
    },
  },

  missingWeight,

  {
    form: "choice",
    id: "mend-dog-detector",
    prompt: {
      ko: "누군가 첫 층의 3×3 필터를 두고 “이 필터는 강아지를 찾는다”라고 적었어요. 어떻게 고칠까요?",
      en: "Of a 3×3 filter of the first layer somebody wrote: “this filter detects dogs”. How would you mend it?",
    },
    options: [
      { id: "edge", text: { ko: "한 방향의 경계에 반응해요", en: "It answers to one kind of edge" }, correct: true },
      { id: "eyes", text: { ko: "강아지의 눈에만 반응해요", en: "It answers to dogs' eyes alone" }, misconception: "kernel-shows-object" },
      {
        id: "light",
        text: { ko: "밝은 털에만 반응을 보여요", en: "It answers to bright fur alone" },
        misconception: "bright-kernel-fires-on-bright",
      },
    ],
    explanation: {
      ko: "3×3픽셀 안에는 경계나 색의 차이만 있어요. 강아지에서도 버스에서도 같은 경계에 반응해요.",
      en: "Within 3×3 pixels there are only edges and differences of colour: on a dog and a bus alike.",
    },
  },

  louderFirst,

  {
    form: "choice",
    id: "as-they-stand",
    prompt: {
      ko: "어떤 신경망의 합성곱 층 넷이 차례로 채널 3, 16, 32, 64개를 읽어요. 그대로 색 그림으로 그릴 수 있는 것은?",
      en: "Four convolutions of a network read 3, 16, 32 and 64 channels in turn. Which filters can be drawn as colour pictures as they stand?",
    },
    options: [
      { id: "each", text: { ko: "어느 층에서나 커널 하나하나", en: "Each kernel by itself" }, misconception: "one-filter-one-kernel" },
      { id: "all", text: { ko: "네 층의 모든 필터가 다 돼요", en: "All those of all four" }, misconception: "deep-filters-are-readable" },
      { id: "first", text: { ko: "첫 층에 있는 필터만 그래요", en: "Those of the first alone" }, correct: true },
    ],
    explanation: {
      ko: "세 커널이 빨강, 초록, 파랑을 읽는 것은 첫 층뿐이에요. 다른 층의 커널은 색이 아니라 채널을 읽어요.",
      en: "Only in the first layer do three kernels read red, green and blue. Elsewhere they read channels, which are no colours.",
    },
  },

  workedSlip,

  outputSide,
]);
