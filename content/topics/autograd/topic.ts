import { defineTopic, type Misconception } from "@/lib/challenges/topic";
import type { Text } from "@/lib/challenges/text";

const wrong = (id: string, claim: Text, correction: Text): Misconception => ({ id, claim, correction });

export const topic = defineTopic({
  id: "autograd",
  version: 1,
  track: "visualization",
  group: "analyse",
  order: 300,
  title: { ko: "자동 미분: 곱하고, 만나면 더하기", en: "Autograd: multiply along, add where paths meet" },
  summary: {
    ko: "연산은 저마다 제 국소 기울기를 알아요. 테이프를 거슬러 경로를 따라 곱하고, 만나는 곳에서 더하면 모든 기울기가 한 번에 나와요.",
    en: "Each operation knows its local slope. Back along the tape, multiply along a path and add where paths meet: every gradient in one pass.",
  },
  prerequisites: [],
  misconceptions: [
    wrong(
      "fan-out-overwrites",
      {
        ko: "값이 두 번 쓰이면 나중에 온 기울기가 앞의 것을 덮어써요.",
        en: "Where a value is used twice, the later gradient replaces the earlier one.",
      },
      {
        ko: "두 곳에서 L을 함께 움직이니 기울기도 더해요. 그래서 코드가 =가 아니라 +=예요.",
        en: "Both uses move L, so their gradients add up. That is why the code says +=, not =.",
      },
    ),
    wrong(
      "upstream-forgotten",
      { ko: "기울기는 그 연산의 국소 기울기만 보면 돼요.", en: "A gradient is the local slope of the operation alone." },
      {
        ko: "그 연산의 출력이 L을 얼마나 움직이는지, 위에서 온 값을 곱해야 해요.",
        en: "It has to be multiplied by what arrives from above: how much the operation's output moves L.",
      },
    ),
    wrong(
      "sum-along-path",
      { ko: "경로를 따라가며 국소 기울기를 더해요.", en: "Local slopes are added along a path." },
      {
        ko: "한 경로 위에서는 곱하고, 서로 다른 경로가 만날 때만 더해요.",
        en: "Along one path they are multiplied. Only paths that meet are added.",
      },
    ),
    wrong(
      "mul-own-value",
      { ko: "곱셈에서 a의 국소 기울기는 a예요.", en: "At a product, the local slope of a is a itself." },
      { ko: "a·b를 a로 미분하면 상대인 b예요.", en: "The slope of a·b along a is its partner, b." },
    ),
    wrong(
      "minus-forgotten",
      { ko: "빼기도 더하기처럼 두 쪽에 1을 보내요.", en: "A minus sends 1 both ways, like a plus." },
      {
        ko: "빼는 쪽이 커지면 값은 작아져요. 그쪽의 국소 기울기는 −1이에요.",
        en: "When what is taken away grows, the value falls: its local slope is −1.",
      },
    ),
    wrong(
      "gate-passes",
      { ko: "ReLU와 max는 기울기를 두 쪽 다 그대로 보내요.", en: "ReLU and max hand every gradient on." },
      {
        ko: "순전파에서 막힌 쪽은 조금 움직여도 L이 그대로라 0이에요.",
        en: "A nudge of the side that was shut going forward does not move L: it gets 0.",
      },
    ),
    wrong(
      "gate-asks-the-signal",
      { ko: "ReLU는 내려온 기울기가 양수일 때만 보내요.", en: "A ReLU lets a gradient pass if it is positive." },
      {
        ko: "보는 것은 순전파의 입력이에요. 음수 기울기도 열린 ReLU는 지나가요.",
        en: "It asks the forward input. A negative gradient passes an open ReLU too.",
      },
    ),
    wrong(
      "gradient-by-differences",
      { ko: "autograd는 입력을 조금씩 바꿔 보며 차이를 재요.", en: "Autograd nudges each input and measures the difference." },
      {
        ko: "연산마다 아는 국소 기울기를 테이프를 거슬러 곱하고 더해요. 차이는 검산에만 써요.",
        en: "It multiplies and adds known local slopes back along the tape. Differences only check it.",
      },
    ),
    wrong(
      "gradient-needs-formula",
      { ko: "먼저 L 전체의 미분식을 세워야 해요.", en: "First the derivative of all of L has to be written as one formula." },
      {
        ko: "식은 필요 없어요. 마디마다 수 하나와 국소 기울기만 있으면 돼요.",
        en: "No formula is needed: a number for each node and its local slopes are enough.",
      },
    ),
    wrong(
      "always-transpose",
      { ko: "선형층에서 W는 언제나 전치돼요.", en: "In a linear layer W is always transposed." },
      {
        ko: "W를 out × in으로 두면 앞으로 갈 때, in × out으로 두면 되돌아올 때 전치해요.",
        en: "Kept as out × in it is turned going forward; kept as in × out, on the way back.",
      },
    ),
    wrong(
      "never-transpose",
      { ko: "전치는 nn이 알아서 하니 곱에는 없어요.", en: "The library takes care of transposes, so the products have none." },
      {
        ko: "층이 x·Wᵀ를 계산하는 것이 바로 그 전치예요. 곱을 적으면 보여요.",
        en: "The layer computes x·Wᵀ: that is the transpose. Write the product and there it is.",
      },
    ),
    wrong(
      "input-gradient-transposed",
      { ko: "∂L/∂x를 구할 때도 W는 앞으로 갈 때와 같은 모습이에요.", en: "For ∂L/∂x, W stands as it stood going forward." },
      {
        ko: "앞에서 돌렸으면 뒤에서는 그대로, 앞에서 그대로였으면 뒤에서 돌려요.",
        en: "Turned forward, it stands as it is on the way back, and the other way round.",
      },
    ),
    wrong(
      "weight-gradient-turned",
      { ko: "∂L/∂W는 W를 전치한 모양으로 나와요.", en: "∂L/∂W comes out in the shape of W transposed." },
      { ko: "기울기는 W에서 빼야 하니 W와 모양이 똑같아요.", en: "It is to be subtracted from W, so it has W's own shape." },
    ),
    wrong(
      "one-layout",
      { ko: "모든 라이브러리가 W를 out × in으로 보관해요.", en: "Every library keeps W as out × in." },
      { ko: "torch의 Linear는 out × in, TF.js의 dense는 in × out이에요.", en: "Linear of torch keeps out × in, dense of TF.js in × out." },
    ),
    wrong(
      "top-gradient-everywhere",
      { ko: "모든 층이 손실에서 온 기울기를 그대로 받아요.", en: "Every layer gets the loss's gradient as it is." },
      { ko: "아래층의 G는 위층이 계산한 ∂L/∂x예요.", en: "The G of a lower layer is the ∂L/∂x that the upper one worked out." },
    ),
    wrong(
      "shapes-fit-so-right",
      { ko: "모양만 맞으면 옳은 곱이에요.", en: "A product whose shapes fit is the right one." },
      {
        ko: "크기가 모두 다를 때만 그래요. 정사각형이면 무엇을 곱해도 맞아요.",
        en: "Only while all sizes differ. With square matrices every product fits.",
      },
    ),
  ],
  references: [
    {
      title: "Automatic Differentiation in Machine Learning: a Survey",
      authors: "A. G. Baydin, B. A. Pearlmutter, A. A. Radul, J. M. Siskind",
      year: 2018,
      url: "https://arxiv.org/abs/1502.05767",
    },
    {
      title: "Automatic differentiation in PyTorch",
      authors: "A. Paszke, S. Gross, S. Chintala, G. Chanan, E. Yang and others",
      year: 2017,
      url: "https://openreview.net/forum?id=BJJsrmfCZ",
    },
    {
      title: "micrograd: a tiny scalar-valued autograd engine",
      authors: "A. Karpathy",
      year: 2020,
      url: "https://github.com/karpathy/micrograd",
    },
  ],
});
