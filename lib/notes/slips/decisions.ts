import type { SlipRule } from "./rule";

const FITS_ANY_KO =
  /(아무|어떤|모든|임의의|기존)(종류의)?(학습된)?.{0,4}(cnn|모델|분류기|백본|구조|망)(에|이나|에나|에도|이든|이라도|에든)?.{0,16}(쓸수있|사용(할수있|가능)|적용(할수있|된|가능|됨)|가능|된다|쓴다|쓸수|바로)/;
const FITS_ANY_EN =
  /\b(any|every|all|arbitrary)\b (pre-?trained |trained |existing )?(cnns?|networks?|models?|classifiers?|backbones?|architectures?)\b/;

/** Visualizations that explain one decision, and gradients. */
export const decisions: readonly SlipRule[] = [
  {
    topic: "occlusion",
    misconception: "patch-does-not-matter",
    correction: {
      ko: "가리는 조각의 크기와 색에 따라 맵이 달라져요. 맵과 함께 크기, 보폭, 색을 적어야 해요.",
      en: "Patch size, stride and fill colour change the map: state them with it.",
    },
    about: ["occlusion"],
    ko: [
      /(패치|가림|가리는|회색|창|마스크|사각형|조각)(의)?.{0,6}(크기|색|색깔).{0,16}(상관없|관계없|영향(이|을|은)?(없|주지않|안)|결과(는|가)?(같|똑같)|바뀌지않|변하지않|달라지지않|무관)/,
      /(패치|가림|가리는|회색|창|마스크|사각형|조각)(의)?.{0,6}(크기|색|색깔).{0,8}(바꿔도|달라도|달라져도|바뀌어도).{0,12}(같|그대로|동일|똑같)/,
    ],
    en: [
      /\b(patch|square|fill|window|mask|occluder)\b.{0,40}\b(does(n't| not)|do(n't| not)|no|never) (matter|change|affect|effect|influence)|\b(patch|square|window|mask)\b.{0,30}(irrelevant|same (map|result))|regardless of (the )?(patch|fill|window|mask)/,
    ],
    denies: true,
  },
  {
    topic: "occlusion",
    misconception: "low-score-is-cold",
    correction: {
      ko: "맵은 떨어진 만큼을 보여 줘요. 가려서 점수가 많이 떨어진 곳이 중요한 곳이에요.",
      en: "The map shows the drop: where hiding costs most, the place matters most.",
    },
    about: ["occlusion"],
    ko: [/점수(가|이)?(많이)?(낮|떨어|줄|내려).{0,16}(중요하지않|안중요|덜중요|중요도가낮|상관없는(곳|부분))/],
    en: [/score .{0,16}(drops?|falls?|low\w{0,2}).{0,30}(unimportant|not important|less important)/],
    denies: true,
  },
  {
    topic: "occlusion",
    misconception: "needs-the-gradient",
    correction: {
      ko: "가리기에는 기울기가 필요 없어요. 가린 그림의 점수만 다시 재면 돼요.",
      en: "Occlusion needs no gradient: it only measures the score of hidden pictures again.",
    },
    about: ["occlusion"],
    notAbout: ["saliency-backprop", "grad-cam", "guided-backprop"],
    ko: [
      /(기울기|역전파)(를|가|이|로)?(계산|필요(하|함|한)|사용(한|하)|이용(한|하)|구한|구하|그린|그려|만든|만들)/,
      /(기울기|역전파|미분)(값)?(를|을|으로|로).{0,4}(구한|구하|계산|그린|그려|만든|만들|얻)/,
    ],
    en: [
      /\b(needs?|uses?|requires?|computes?) (the |a )?(gradients?|backprop)/,
      /\b(by|through|with|from|via) (the |a )?(gradients?|backprop\w{0,8}|derivatives?|differentiat\w{1,5})\b/,
    ],
  },
  {
    topic: "saliency-backprop",
    misconception: "reads-the-feature-map",
    correction: {
      ko: "특징 지도를 보는 것이 아니라, 입력 픽셀에 대한 클래스 점수의 기울기(|∂S/∂x|)를 그려요.",
      en: "No feature map is read: what is drawn is the gradient of the class score at the input pixels, |∂S/∂x|.",
    },
    about: ["saliency-backprop"],
    notAbout: ["cam", "grad-cam", "layer-activation", "occlusion", "nearest-neighbors"],
    ko: [[/특징맵/, /확인|본다|보는|보고|봄|시각화|읽|그린|겹|쓴다|사용|이다|나타/]],
    en: [
      [
        /(feature|activation) maps?\b/,
        /\b(check|checks|look|looks|read|reads|take|takes|overlay|visuali[sz]es?|shows?|gradient at|is|are|draws?|inspect)\b/,
      ],
    ],
    unless: /입력|픽셀|input|pixel/,
  },
  {
    topic: "saliency-backprop",
    misconception: "gradient-of-the-weights",
    correction: { ko: "가중치가 아니라 입력 픽셀에 대한 기울기예요.", en: "It is the gradient at the input pixels, not at the weights." },
    about: ["saliency-backprop"],
    ko: [
      /가중치(에대한|의|로)(기울기|미분)/,
      /가중치(에대해|에대하여|에대해서|로)(미분|기울기)/,
      /(기울기|미분)(은|는|을|를)?가중치(에대해|에대하여|로)(구한|구하|계산|미분|한다|잰)/,
    ],
    en: [/gradients? (is |are |taken |computed )*(with respect to|wrt|w\.r\.t\.?|of|at) the weights/],
  },
  {
    topic: "saliency-backprop",
    misconception: "same-for-every-picture",
    correction: {
      ko: "입력이 달라지면 켜지는 ReLU가 달라져서 맵도 달라져요.",
      en: "It depends on the input: other pictures open other ReLUs.",
    },
    about: ["saliency-backprop"],
    ko: [/(입력|그림)(과|에|와)?(상관없이|무관하|관계없이|의존하지않|달라도).{0,12}/],
    en: [/(independent of|does(n't| not) depend on|same for (every|all|any)) (the )?(inputs?|images?|pictures?)/],
    denies: true,
  },
  {
    topic: "saliency-backprop",
    misconception: "smoothgrad-smooths-the-map",
    correction: {
      ko: "SmoothGrad는 맵을 흐리는 것이 아니라, 잡음을 섞은 그림들의 맵을 평균해요.",
      en: "SmoothGrad does not blur a map: it averages the maps of noisy copies.",
    },
    ko: [/smoothgrad(는|은)?.{0,16}맵(을|를).{0,6}(흐리|블러|부드럽|스무딩|뭉개)/],
    en: [/smooth ?grad (blurs|smooths|smoothes|filters) (the |a )?(saliency |heat )?map/],
  },
  {
    topic: "relu-backward",
    misconception: "positive-signal-passes",
    correction: {
      ko: "보통의 역전파는 순전파 입력이 양수였던 자리를 열어요. 내려오는 기울기의 부호를 보는 것은 deconvnet이고, guided는 둘 다 봐요.",
      en: "Plain backprop opens where the forward input was positive. It is the deconvnet that looks at the incoming gradient; guided asks both.",
    },
    about: ["relu-backward", "guided-backprop", "autograd"],
    ko: [
      /(?<!guided)(?<!유도)(일반|보통|기본|원래)?역전파(는|은|에서|에서는)?(?:(?!디컨브|guided|순전파).){0,16}(내려오는|위에서오는|들어오는|상위|역방향|흘러오는)?기울기(가|를)?.{0,6}(양수|0보다크|부호).{0,8}(통과|흘|보낸|전달|거른|막|본)/,
      /relu(는|의)?(?:(?!디컨브|guided).){0,10}(양수인기울기|기울기가양수)(는|만|면|일때)?.{0,6}(항상|언제나)?(통과|흘|보낸|전달)/,
      /디컨브(는|은|에서)?(?:(?!guided|무시|내려오|기울기).){0,8}(순전파|forward|입력).{0,8}(양수|0보다|거른|기준|본|보고)/,
    ],
    en: [
      /\b(plain |ordinary |vanilla |normal |standard )?(?<!guided )backprop\w{0,8}\b(?:(?!deconv|guided|forward).){0,30}(upstream|incoming|backward) (gradient|signal) ?(is )?(>|positive|above)/,
      /\bdeconv\w{0,8}\b(?:(?!guided|ignor|gradient|upstream|not).){0,24}forward (input|activation|pass)/,
    ],
  },
  {
    topic: "guided-backprop",
    misconception: "crisp-is-faithful",
    correction: {
      ko: "또렷함은 윤곽에서 와요. 그림이 선명하다고 모델을 더 잘 설명하는 것은 아니에요. guided backprop은 클래스를 바꿔도 그림의 대부분이 그대로예요.",
      en: "Crispness comes from edges: a sharper picture explains no better. Most of a guided picture stays when another class is asked for.",
    },
    about: ["guided-backprop"],
    ko: [
      /(선명|또렷|깨끗|날카|깔끔)(하|한|할|해|로).{0,20}(설명|믿|신뢰|충실|정확)/,
      /(설명|믿|신뢰|충실|정확).{0,16}(선명|또렷|깨끗)(하|한|할)기때문/,
    ],
    en: [
      /\b(sharp|crisp|clear|clean)(er|est|ness|ly)?\b.{0,40}\b(explains?|explanation|explanations|faithful|trust\w{0,6}|reliable|accurate|honest|true)\b/,
    ],
  },
  {
    topic: "guided-backprop",
    misconception: "shows-the-class",
    correction: {
      ko: "클래스에 대체로 둔감해요. 밝기가 그 클래스의 물체 쪽으로 조금 옮겨 가지만, 다른 물체의 윤곽도 함께 나와요.",
      en: "It is largely insensitive to the class: brightness moves a little towards the object of the class, but the outlines of other objects appear as well.",
    },
    ko: [
      /(guided(역전파|backprop)|유도역전파)(은|는|이|결과는|결과가)?.{0,14}클래스(마다|별로|를|에따라).{0,14}(다르|다른|달라|구분(한|하|해|된|할수있)|구별)/,
    ],
    en: [
      /guided .{0,40}(shows?|tells?|says?|reveals?) which class|guided .{0,30}(class[- ]discriminative|class[- ]specific|differs? (by|between|for each|for every) class|shows only .{0,20}class)/,
    ],
    unless: /조금|약간|살짝|어느정도|slightly|somewhat|a little|partly/,
  },
  {
    topic: "guided-backprop",
    misconception: "it-is-the-gradient",
    correction: {
      ko: "음수 신호를 버리기 때문에 클래스 점수의 기울기가 아니에요.",
      en: "It throws negative signals away, so it is not the gradient of the class score.",
    },
    ko: [/(guided(역전파|backprop)|유도역전파|디컨브)(은|는|이|도)?.{0,10}(진짜|실제|정확한|점수의)기울기/],
    en: [/(guided|deconvnet) .{0,30}\bis\b .{0,8}(true|real|exact|the) (gradient|derivative)/],
  },
  {
    topic: "guided-backprop",
    misconception: "needs-training",
    correction: {
      ko: "학습한 모델 그대로 써요. 되돌아갈 때의 ReLU 규칙만 바꿔요.",
      en: "The trained model is used as it is: only the ReLU's backward rule changes.",
    },
    about: ["guided-backprop"],
    notAbout: ["cam"],
    ko: [/재학습(이|을|을해|해)?.{0,6}(필요(하|함|한)|해야|한다)/],
    en: [/guided .{0,24}(needs?|requires?|must|has to) .{0,16}(re-?train|trained again)/],
  },
  {
    topic: "cam",
    misconception: "weights-are-kernels",
    correction: {
      ko: "채널마다 가중치는 숫자 하나예요. 맵 전체에 그 수를 곱하고 채널끼리 더하니까, 합성곱이 아니라 가중합이에요.",
      en: "Each channel has a single number. It multiplies the whole map, and the products are added over channels: a weighted sum, not a convolution.",
    },
    about: ["cam"],
    notAbout: ["grad-cam"],
    ko: [/(가중치|w).{0,24}합성곱(하|해|한|을(하|해)|으로|연산)/, /합성곱(하여|해서)?.{0,14}가중치(와|를)/],
    en: [/\bconvol(ve|ves|ved|ving|ution of|ution between)\b.{0,40}\b(weights?|w)\b/, /\b(weights?|w)\b.{0,40}\bconvol(ve|ves|ved|ving)\b/],
  },
  {
    topic: "cam",
    misconception: "needs-no-special-head",
    correction: {
      ko: "CAM은 마지막이 전역 평균 풀링(GAP)과 완전 연결층 하나여야 해요. 그렇지 않으면 머리를 바꾸고 다시 학습해야 해요.",
      en: "For CAM the network must end in global average pooling (GAP) and one dense layer. Otherwise the head has to be replaced and trained again.",
    },
    about: ["cam"],
    notAbout: ["grad-cam"],
    ko: [
      FITS_ANY_KO,
      /재학습(이|을|은|도)?(없이|안해도|하지않|필요없|불필요|필요가없|할필요(가)?없)/,
      /(gap|전역평균풀링)(이|은|가|도|층이)?.{0,4}(없는|없이|없어도|필요없|안써도|아니어도).{0,20}(적용|쓸수|사용|가능|된|돼|필요|없)/,
      /구조(를|의)?(변경|바꾸지|바꿀|수정).{0,4}(없이|않|필요없)/,
    ],
    en: [
      [FITS_ANY_EN, /\b(works?|used?|appl\w{1,5}|fine|possible|ok|fits)\b/],
      /\b(no|without|needs? no|doesn't need|does not need|not require)\b.{0,10}(re-?training|re-?train|gap\b|global average|chang|special head|modif)/,
    ],
    unless:
      /(쓸|사용할|적용할)수(는)?없|못쓴|못쓰|안된다|불가|only (works|if|when)|not work|cannot|can't|impossible|unless|as long as|있어야|여야/,
    denies: true,
  },
  {
    topic: "cam",
    misconception: "relu-in-cam",
    correction: {
      ko: "CAM에는 ReLU가 없어요. 음수를 잘라 낸 맵의 평균은 점수와 맞지 않아요. ReLU는 Grad-CAM에 있어요.",
      en: "CAM has no ReLU: with negative cells set to 0 the map's mean no longer gives the score. It is Grad-CAM that has one.",
    },
    about: ["cam"],
    notAbout: ["grad-cam"],
    ko: [
      /(?<!grad)(?<!grad-)cam(은|는|에서|도|에).{0,14}relu/,
      /맵(에|의)?(음수를?)?.{0,6}relu(를|로).{0,8}(적용|씌|취|자른|거친|한다|쓴다)/,
    ],
    en: [/\bcam\b.{0,20}\brelu\b|\brelu\b.{0,20}\bcam\b/],
  },
  {
    topic: "cam",
    misconception: "weights-are-positive",
    correction: { ko: "음수 가중치는 그 클래스에 반대하는 증거예요.", en: "A negative weight is evidence against the class." },
    about: ["cam"],
    ko: [/가중치(는|가)?.{0,4}(항상|모두|언제나|전부)(양수|0이상)/],
    en: [/weights? (are|is) (always|all|never negative) ?(positive|non-?negative)?/],
  },
  {
    topic: "cam",
    misconception: "map-equals-pixels",
    correction: {
      ko: "계산된 것은 특징 지도의 칸뿐이에요. 그 사이는 확대하면서 채운 값이에요.",
      en: "Only the cells of the feature map were computed; what lies between was filled in by enlarging.",
    },
    about: ["cam"],
    ko: [/픽셀(마다|단위로|하나하나)(따로)?(계산|구한|나온)/],
    en: [/(computed|calculated) (for|per|at) (every|each) pixel/],
  },
  {
    topic: "grad-cam",
    misconception: "alpha-is-the-fc-weight",
    correction: {
      ko: "α는 기울기를 채널마다 평균 낸 값이에요. GAP과 완전 연결층 하나로 끝날 때만 상수배 차이로 그 가중치와 같아요.",
      en: "α is a mean of gradients over each channel. Only with a GAP head and a single dense layer is it the weight, up to a constant.",
    },
    about: ["grad-cam"],
    ko: [
      /알파(_?k)?(는|가|=|값은|값이)?.{0,14}(fc|마지막층|분류기|출력층|분류층)(의)?.{0,6}가중치/,
      /(fc|마지막층|분류기|출력층|분류층)(의)?가중치(를|로|가|그대로).{0,10}(알파|그대로|곱|쓴|사용)/,
    ],
    en: [
      /(\balpha\w{0,2}|α\w{0,2}).{0,30}\b(fc|dense|fully[- ]connected|last|final|classifier|linear)\b.{0,16}\bweights?\b/,
      /(\balpha\w{0,2}|α\w{0,2}).{0,20}\bweights?\b (of|from|in) (the )?(last |final )?(fc|dense|fully|linear|classif|layer)/,
      /\bweights? (of|from) (the )?(last |final )?(fc|dense|fully[- ]connected|linear) layer\b.{0,20}\b(as|are|is) (the )?(alpha|α)/,
      /\bweights? (come|comes|are taken|is taken|are read) (straight |directly )?(from|out of) (the )?(last |final )?(fc|dense|fully[- ]connected|linear)/,
    ],
    notAbout: ["cam"],
    unless: /기울기|gradient|상수|constant|gap/,
  },
  {
    topic: "grad-cam",
    misconception: "needs-retraining",
    correction: {
      ko: "Grad-CAM은 모델을 바꾸거나 다시 학습하지 않고 그대로 써요.",
      en: "Grad-CAM needs no change to the network and no retraining.",
    },
    about: ["grad-cam"],
    notAbout: ["cam"],
    ko: [
      /재학습(이|을)?.{0,6}(해야|필요(하|함|합)|한다)/,
      /(모델|구조|마지막층|헤드|머리|fc)(를|을|의)?.{0,8}(변경|바꿔|바꾸어|수정|교체)(해|하)?(야|여야|해야)/,
      /gap(이|층이|가)?.{0,6}(있어야|필요(하|함|합))/,
    ],
    en: [
      /\b(needs?|requires?|must|has to|have to)\b.{0,24}(re-?train\w{0,3}|gap\b|global average|chang\w{1,3} (the|to the) (network|model|architecture)|modif\w{1,4})/,
      /\bonly works (with|on|for) .{0,16}(gap|global average)/,
    ],
  },
  {
    topic: "grad-cam",
    misconception: "relu-is-cosmetic",
    correction: {
      ko: "ReLU는 그 클래스를 지지하는 양의 증거만 남겨요. 빼면 다른 클래스의 증거까지 섞여요.",
      en: "The ReLU keeps the evidence for the class alone; without it evidence for other classes gets in.",
    },
    about: ["grad-cam"],
    ko: [
      /relu(는|가|를|의)?.{0,10}(상관없|없어도(되|된|같|결과)|꾸미|장식|의미(가)?없|빼도|안써도|필요없)/,
      /(음수|음의)(값|증거|기여)?(도|까지)(함께|같이|모두)?(남|보|살|쓴|표시)/,
      /(음수|음의|negative)(인)?(값|증거|기여|기울기|영향)?(만|들만)(을)?.{0,4}(남|보|살|쓴|표시|통과|고려)/,
    ],
    en: [/\brelu\b.{0,24}(cosmetic|does(n't| not) (matter|change)|optional|no effect|can be left out|decorat)/],
    denies: true,
  },
  {
    topic: "grad-cam",
    misconception: "any-class-same-map",
    correction: {
      ko: "채널은 같아도 α가 클래스마다 달라서, 보려는 클래스에 따라 맵이 달라져요.",
      en: "The channels stay, but every class has its own α, so the map follows the class asked for.",
    },
    about: ["grad-cam"],
    ko: [/클래스(가|를|와)?.{0,4}(달라도|바꿔도|상관없이|관계없이).{0,14}(같은|같다|동일|똑같)/],
    en: [/same (map|heat ?map) .{0,20}(whatever|for (all|every|any)|regardless).{0,10}class/],
  },
  {
    topic: "grad-cam",
    misconception: "deeper-is-finer",
    correction: {
      ko: "깊은 층일수록 칸이 성겨요. 대신 클래스를 잘 구분해요.",
      en: "Deep layers have coarse cells; what they gain is telling classes apart.",
    },
    about: ["grad-cam"],
    ko: [/(깊은|뒤쪽|마지막)층(일수록|의맵이|이)?.{0,10}(세밀|정밀|해상도가?높|자세|촘촘)/],
    en: [/\bdeeper\b.{0,30}\b(finer|more detailed|higher resolution|sharper)\b/],
  },
  {
    topic: "grad-cam",
    misconception: "alpha-is-the-peak",
    correction: {
      ko: "α는 채널의 모든 칸에 걸친 기울기의 평균이에요.",
      en: "α is the mean of the gradients over all cells of the channel.",
    },
    ko: [/알파(_?k)?(는|가|=)?.{0,8}기울기(들)?(의|중|가운데)?.{0,6}(최대|가장큰|최댓|맥스|max)/],
    en: [/(\balpha\w{0,2}|α\w{0,2}).{0,24}\b(max|largest|maximum|peak)\b.{0,16}gradient/],
  },
  {
    topic: "autograd",
    misconception: "always-transpose",
    correction: {
      ko: "전치는 그 자체가 목적인 단계가 아니에요. 선형층은 W를 out×in으로 두고 x·Wᵀ + b를 계산하니까, 되돌아갈 때는 ∂L/∂x = g·W예요.",
      en: "No step transposes for its own sake: a linear layer keeps W as out×in and computes x·Wᵀ + b, hence ∂L/∂x = g·W.",
    },
    ko: [/(가중치|w)(는|가|를)?.{0,12}(항상|매번|언제나|무조건).{0,8}전치/, /역전파.{0,12}(항상|매번|언제나|무조건).{0,8}전치/],
    en: [/\bweights?\b.{0,20}\balways\b.{0,12}transpos|\bbackward\b.{0,24}\balways transpos/],
  },
  {
    topic: "autograd",
    misconception: "input-gradient-transposed",
    correction: {
      ko: "선형층이 x·Wᵀ + b이므로 입력의 기울기는 g·W예요. 전치는 앞으로 갈 때 이미 했어요.",
      en: "With x·Wᵀ + b the gradient at the input is g·W: the transpose is in the forward pass already.",
    },
    ko: [/(∂l\/∂x|dl\/dx|입력(의|에대한)?기울기)(=|는|은|가)?.{0,3}g[·*@]?w(t|\^t|\.t)/],
    en: [/(∂l\/∂x|dl\/dx|grad_x|gradient (at|of) the input) ?(=|is) ?g ?[·*@]? ?w(t|\^t|\.t)\b/],
  },
  {
    topic: "autograd",
    misconception: "fan-out-overwrites",
    correction: {
      ko: "값이 여러 곳에 쓰이면 돌아온 기울기를 모두 더해요.",
      en: "Where a value is used more than once, the gradients that come back are added.",
    },
    ko: [/(갈라지|분기|여러(갈래|경로|곳|번)|두번).{0,20}기울기(는|가|를)?.{0,12}(덮어|마지막것만|하나만|평균)/],
    en: [/(fan-?out|branch\w{0,3}|several paths|used (twice|more than once)).{0,50}(overwrit|last one|averag|only one)/],
  },
  {
    topic: "autograd",
    misconception: "gradient-by-differences",
    correction: {
      ko: "autograd는 수치 미분이 아니에요. 연산마다 아는 국소 기울기를 테이프를 거슬러 곱하고 더해요.",
      en: "Autograd takes no finite differences: it multiplies and adds known local derivatives back along the tape.",
    },
    ko: [/(autograd|자동미분|오토그래드)(는|은|가|이)?.{0,14}(수치미분|유한차분|차분)/],
    en: [/autograd (uses|is|computes|relies on|works by) .{0,20}(finite differences|numerical)/],
  },
];
