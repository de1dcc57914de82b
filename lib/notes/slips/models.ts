import type { SlipRule } from "./rule";

/** Visualizations that look at the model. */
export const models: readonly SlipRule[] = [
  {
    topic: "why-visualize",
    misconception: "one-map-explains-all",
    about: ["why-visualize", "cam", "grad-cam", "saliency-backprop", "occlusion"],
    correction: {
      ko: "히트맵 한 장으로는 모델을 설명할 수 없어요. 비교할 기준이 없는 그림은 증거가 아니에요.",
      en: "One heat map explains no network: a picture without a baseline to compare with is no evidence.",
    },
    ko: [/(히트맵|heatmap|시각화)(그림)?(하나|한장)(만|면|로).{0,12}(다|모두|전부|완전히|충분)/],
    en: [/one (nice |good |single )?(heat ?map|picture|visuali[sz]ation) .{0,16}(explains|is enough|tells) /],
  },
  {
    topic: "why-visualize",
    misconception: "accuracy-is-enough",
    correction: {
      ko: "정확도가 높아도 엉뚱한 단서를 볼 수 있어요. 처음 보는 그림에서는 그 차이가 드러나요.",
      en: "A network of high accuracy may look at the wrong cue; it shows on pictures of another kind.",
    },
    ko: [/(정확도|성능)(만|가)(높으면|좋으면|충분).{0,20}(시각화|해석|내부|들여다).{0,10}(필요(가)?없|안해도|볼필요)/],
    en: [/(high |good )?accuracy is enough|(accuracy|performance) .{0,20}no need (to|for) (visuali|look|interpret)/],
    denies: true,
  },
  {
    topic: "filter-weights",
    misconception: "deep-filters-are-readable",
    correction: {
      ko: "깊은 층의 필터는 채널이 너무 많아 그대로 그려도 읽을 수 없어요. 무엇을 보는지는 활성값으로 알아봐요.",
      en: "Deep filters have too many channels to be drawn and read: what they see is told from activations.",
    },
    about: ["filter-weights", "why-visualize"],
    ko: [
      [
        /(깊은|뒤쪽|뒷쪽|후반|상위|모든|마지막|중간)층/,
        /커널|가중치/,
        /보인|보여|보이|알수있|해석(이)?(잘)?(할수있|된|됨|가능)|드러|읽을수있/,
      ],
    ],
    en: [
      [
        /\b(deep|deeper|later|higher|last|every|all)\b.{0,10}\b(layers?|filters?|kernels?)\b/,
        /filter|kernel|weight/,
        /\b(directly|see|shows?|read|interpret\w{0,4}|visible|understand)\b/,
      ],
    ],
    unless: /특징맵|활성|어렵|힘들|만해석|만볼|만보|activation|too many|only the first/,
  },
  {
    topic: "filter-weights",
    misconception: "kernel-shows-object",
    about: ["filter-weights", "why-visualize"],
    correction: {
      ko: "첫 층의 필터는 경계와 색을 봐요. 눈이나 바퀴 같은 것은 여기에 없어요.",
      en: "First-layer filters are edges and colour blobs; there are no eyes or wheels in them.",
    },
    ko: [/(첫|1|앞)(번째)?층(의)?.{0,4}커널.{0,14}(물체|눈|얼굴|바퀴|강아지|고양이)(의)?.{0,6}(보|모양|나타|찾|탐지|드러)/],
    en: [/first[- ]layer (filters?|kernels?) .{0,30}(objects?|faces|eyes|wheels)\b/],
  },
  {
    topic: "nearest-neighbors",
    misconception: "pixels-know-meaning",
    correction: {
      ko: "픽셀 공간에서 가까운 그림은 색과 배경이 비슷할 뿐이에요. 의미가 비슷한 그림은 특징 공간에서 가까워요.",
      en: "Neighbours in pixel space share colours, not meaning; pictures alike in meaning are near in feature space.",
    },
    ko: [
      /픽셀(공간|거리|값|단위)?(에서|상|이|으로|의)?.{0,14}(가까|비슷|이웃).{0,20}(의미|클래스|종류|같은물체|카테고리).{0,10}(비슷|같|가깝|유사)/,
      /(의미|클래스|종류).{0,10}(비슷|같은).{0,10}그림.{0,12}픽셀.{0,12}가깝/,
    ],
    en: [
      /\bpixels?\b.{0,40}(neighbou?rs?|near|close|similar).{0,40}(same (class|meaning|kind)|semantic|in meaning|mean the same|alike in meaning|similar meaning)/,
      /neighbou?rs in pixel space .{0,20}(same class|meaning|semantic)/,
    ],
    unless: /특징공간|feature/,
  },
  {
    topic: "nearest-neighbors",
    misconception: "pixels-are-compared",
    correction: {
      ko: "픽셀이 아니라 특징 벡터끼리 비교해서 가장 가까운 그림을 찾아요.",
      en: "It is feature vectors that are compared, not pixels.",
    },
    about: ["nearest-neighbors"],
    ko: [
      /픽셀(값|거리|공간)(이|가|으로|로|에서|을|를|끼리).{0,10}(가까운|비교|계산).{0,14}(찾|고른|뽑|출력|보여)/,
      /픽셀(값|공간)?(에서|끼리|의|사이의|간의?)(거리|차이|유사도)(를|로|가).{0,4}(잰|재|측정|비교|계산|구한|구해)/,
    ],
    en: [/\b(by|in|using|on|compar\w{1,3}) (the |raw |their )*pixel (distances?|space|values)\b/],
    unless: /특징|feature|색|배경|colou?r|fail|bad|worse/,
  },
  {
    topic: "dimensionality-reduction",
    misconception: "distance-means-difference",
    correction: {
      ko: "t-SNE에서 군집 사이의 거리는 의미가 없어요. 누가 누구의 이웃인지만 지켜져요.",
      en: "In t-SNE the distance between clusters has no meaning: only who is near whom is kept.",
    },
    about: ["dimensionality-reduction"],
    ko: [
      /거리(가|는|도)?.{0,4}(멀|클수록|크면|큰|먼).{0,8}.{0,14}(다른|다르|차이|이질|안비슷)/,
      /멀리(떨어|있|놓).{0,14}(다른|다르|차이)/,
      /군집(들)?(사이|간|끼리)?(의)?거리(가|는|에|에는|에도|도)?.{0,8}(의미(가|를)?(있|가진|갖)|중요|믿을수있|유사도|차이를)/,
      /가까(운|우면|울수록|이있는)(두)?군집.{0,16}(비슷|유사)/,
      /군집.{0,10}가까(우면|울수록).{0,14}(비슷|유사)/,
      /군집(들)?(끼리|이|간|사이가|들이)?.{0,6}(멀면|멀수록|멀리|먼).{0,14}(다르|다른|차이)/,
    ],
    en: [
      /\b(distances?|distant|far|farther|further|apart)\b.{0,40}\b(more |very )?(different|dissimilar|differ|unlike|meaningful|unrelated)\b/,
      /\bdistances? between (the )?clusters\b.{0,24}\b(meaning|means|mean|tells?|shows?|reflects?|matters?|measures?)\b/,
      /\b(close|near|nearby|neighbou?ring) clusters?\b.{0,24}\b(similar|alike|related)\b|\bclusters? (that )?(are|lie) (close|near)\w{0,2}\b.{0,24}\b(similar|alike|related)\b/,
    ],
    unless: /pca|원래(의)?공간|고차원에서|original space/,
  },
  {
    topic: "dimensionality-reduction",
    misconception: "size-means-spread",
    correction: {
      ko: "t-SNE는 빽빽한 곳을 펼치고 성긴 곳을 오므려요. 군집의 크기는 의미가 없어요.",
      en: "t-SNE spreads dense places and draws loose ones together: a cluster's size has no meaning.",
    },
    about: ["dimensionality-reduction"],
    ko: [
      /군집(의)?(크기|넓이|폭|면적)?(가|이|은|는|도)?.{0,4}(크|클|큰|넓|커|작).{0,20}(분산|퍼져|퍼진|다양|데이터(가|수)|많다|많은|넓은분포)/,
      /(큰|넓은)군집(은|이|일수록).{0,16}(분산|퍼|다양|데이터|많)/,
      /군집(의)?(크기|넓이)(는|가|에|에는|도)?.{0,8}(의미(가|를)?(있|가진|갖)|중요|분산을)/,
    ],
    en: [
      /\b(big|large|wide|bigger|larger|wider)\b.{0,6}\bclusters?\b.{0,30}\b(variance|spread|varied|variety|more|divers\w{1,3}|broader)\b/,
      /\bclusters?('s)? sizes?\b.{0,16}\b(has meaning|meaningful|means?|shows?|tells?|reflects?|matters?)\b|\bsize of (a |the )?clusters?\b.{0,16}\b(meaningful|means?|shows?|tells?|reflects?|matters?)\b/,
    ],
  },
  {
    topic: "dimensionality-reduction",
    misconception: "perplexity-does-not-matter",
    correction: {
      ko: "perplexity를 바꾸면 그림이 달라져요. 여러 값(5–50)으로 그려서 견줘 봐야 해요.",
      en: "Another perplexity gives another picture: draw it with several (5–50) and compare.",
    },
    ko: [/퍼플렉시티(는|를|가|값을|값은|값이)?.{0,16}(상관없|영향(이|을)?(없|안|주지않)|바뀌지않|변하지않|같은그림|동일|똑같)/],
    en: [/perplexity .{0,30}(no effect|does(n't| not) (matter|change|affect)|same (map|picture|result)|irrelevant)/],
    denies: true,
  },
  {
    topic: "dimensionality-reduction",
    misconception: "perplexity-is-k-clusters",
    correction: {
      ko: "perplexity는 군집의 수가 아니라, 점마다 이웃으로 칠 점의 수예요.",
      en: "Perplexity is not the number of clusters but how many neighbours each point counts.",
    },
    ko: [/퍼플렉시티(는|가|=|은|란|로).{0,8}군집(의)?(수|개수)/],
    en: [/perplexity (is|=|means|sets|equals|gives) (the )?number of clusters/],
  },
  {
    topic: "dimensionality-reduction",
    misconception: "axes-have-meaning",
    correction: {
      ko: "t-SNE 그림의 축에는 뜻이 없어요. 돌리거나 뒤집어도 같은 그림이에요.",
      en: "The axes of a t-SNE map mean nothing: turned or flipped it is the same map.",
    },
    about: ["dimensionality-reduction"],
    ko: [
      /(가로축|세로축|x축|y축|축)(은|이|에|에는|도|마다).{0,8}(의미|뜻)(가|이|를|을)?.{0,4}(있|가진|갖)/,
      /(가로축|세로축|x축|y축|(?<!압)축)(은|는|이).{0,14}(특징|특성|속성|성분|기준|값)(을|를)(뜻|의미|나타)/,
    ],
    en: [/\b(axes|axis)\b.{0,12}\b(have|has|carry|carries)\b.{0,8}\bmeaning\b|\b(axes|axis) (are|is) meaningful/],
    unless: /pca|주성분/,
  },
  {
    topic: "dimensionality-reduction",
    misconception: "gaussian-in-the-map",
    correction: {
      ko: "원래 공간은 가우시안, 그림은 자유도 1인 t 분포를 써요. 꼬리가 두꺼워야 군집이 벌어져요.",
      en: "Gaussians belong to the original space; the map uses a Student t with one degree of freedom, whose heavy tail lets clusters part.",
    },
    about: ["dimensionality-reduction"],
    ko: [/(저차원|2차원|그림)(에서|에서도|공간에서|공간은|은|도).{0,12}(정규분포|가우시안|gaussian)/],
    en: [/\b(low[- ]dim\w{0,10}|2-?d|two[- ]dim\w{0,10}|map)\b.{0,24}\bgaussian/],
    unless: /student|t분포|t-분포|고차원|high/,
  },
  {
    topic: "dimensionality-reduction",
    misconception: "kl-is-symmetric",
    correction: {
      ko: "KL(P‖Q)과 KL(Q‖P)은 달라요. 가까운 이웃을 멀리 놓는 쪽이 훨씬 비싸요.",
      en: "KL(P‖Q) is not KL(Q‖P): putting near neighbours far apart costs far more.",
    },
    ko: [/kl(divergence|발산|다이버전스)?(은|는|이)?.{0,8}대칭(이다|적|임|이라|이에요)/],
    en: [/\bkl\b.{0,14}\bis symmetric/],
  },
  {
    topic: "dimensionality-reduction",
    misconception: "tsne-is-linear",
    correction: { ko: "t-SNE는 비선형이에요. 선형으로 줄이는 것은 PCA예요.", en: "t-SNE is non-linear; it is PCA that reduces linearly." },
    ko: [/t-?sne(는|은|도|가)?.{0,6}(?<!비)선형/],
    en: [/\bt-?sne (is|as) (a )?linear/],
  },
  {
    topic: "layer-activation",
    misconception: "one-unit-one-class",
    correction: {
      ko: "은닉 노드는 대개 클래스가 아니라 부분을 찾아요. 부분들이 모여 클래스가 돼요.",
      en: "A hidden unit mostly finds a part, not a class; parts add up.",
    },
    about: ["layer-activation", "max-activation-patches"],
    ko: [
      /(유닛|노드|뉴런|채널|node|unit)(하나|마다|는|은|각각|하나가|하나는|각각은|이|가)?.{0,12}(클래스|물체)(하나|를하나|전체|한개|하나씩)(를|을|씩)?.{0,10}(담당|탐지|뜻|의미|나타|찾|검출|인식)/,
    ],
    en: [
      /\b(one|each|every|a) (hidden )?(unit|node|neuron|channel)\b.{0,20}\b(one|a single|its own|a whole|the whole|an entire)\b ?(class|object)/,
    ],
    unless: /부분|part/,
  },
  {
    topic: "layer-activation",
    misconception: "threshold-per-picture",
    correction: {
      ko: "임계값은 그림마다가 아니라 데이터 전체에서 그 유닛의 상위 0.5%로 정해요(Network Dissection).",
      en: "The threshold is the unit's top 0.5% over the whole data set (Network Dissection), not one a picture.",
    },
    about: ["layer-activation"],
    ko: [/임계값(은|을|이)?.{0,6}그림(마다|별로)(따로|다르|새로|각각|정)/],
    en: [/threshold .{0,20}(per|for each|for every|on each) (image|picture)/],
  },
  {
    topic: "max-activation-patches",
    misconception: "crop-is-the-kernel",
    correction: {
      ko: "자르는 크기는 커널이 아니라 수용 영역이에요. 층을 거칠 때마다 r = r + (k − 1)·j로 넓어져요.",
      en: "The crop is the receptive field, not the kernel: it grows layer by layer, r = r + (k − 1)·j.",
    },
    ko: [
      /수용영역(의)?(크기)?(=|은|는|이|가)(그|해당|이)?(층(의)?)?커널(의)?(크기)?(와|과|만큼|다|이다|$|같)/,
      /커널(의)?크기(와|과|=|는|가|이)수용영역(의)?(크기)?(는|은|이|가)?.{0,4}(같|동일|똑같|$)/,
      /(패치|자르는|자른|크롭|crop)(의)?(크기)?(는|은|를|을|=)?.{0,8}커널(의)?(크기|만큼|사이즈)/,
      /커널(의)?크기(만큼|로|만큼만)(패치|그림|원본)?(를|을)?.{0,4}(자른|자르|잘라|크롭)/,
    ],
    en: [
      /receptive field\b.{0,14}(=|is|equals|are|as large as|the same as)( just| only| simply| the| that| a)* ?(layer'?s? )?(kernel|filter)/,
      /\b(crop|patch)(es|ped)?\b.{0,30}\b(kernel|filter)('s)?[ -]?(size|large|sized|window)?/,
    ],
    unless: /합|stride|보폭|larger|bigger|grows|more than|sum|커진|더크|크다|receptive field.{0,10}(crop|patch)/,
  },
  {
    topic: "max-activation-patches",
    misconception: "deeper-sees-less",
    correction: {
      ko: "층이 깊어질수록 수용 영역은 넓어져요. 작아지는 것은 특징 지도의 칸 수예요.",
      en: "The deeper the layer, the wider its receptive field. What shrinks is the number of cells of the feature map.",
    },
    about: ["max-activation-patches"],
    ko: [
      /(깊(어질수록|을수록|은층일수록|어지면|은층(은|이|에서)?)|뒤로갈수록|뒤쪽으로갈수록|층을거칠수록).{0,10}수용영역(의)?(크기|넓이)?(은|는|이|가|도)?.{0,4}(작|좁|줄)/,
      /수용영역(의)?(크기|넓이)?(은|는|이|가)?.{0,10}(깊(어질수록|을수록|어지면)|뒤로갈수록|층을거칠수록).{0,6}(작|좁|줄)/,
    ],
    en: [
      /\b(deeper|later|higher)\b.{0,20}\b(smaller|narrower|shrinking) .{0,10}receptive field|receptive fields? .{0,12}(shrinks?|gets? (smaller|narrower)|decreases?|narrows?)\b/,
    ],
  },
  {
    topic: "max-activation-patches",
    misconception: "sum-of-kernels",
    correction: {
      ko: "커널 크기를 더하기만 하면 안 돼요. (k − 1)에 그때까지의 보폭의 곱을 곱해서 더해요.",
      en: "Kernel sizes do not simply add up: each adds (k − 1) times the product of the strides before it.",
    },
    ko: [/수용영역.{0,10}커널(들)?(의)?(크기)?(들)?(을|를|의)?.{0,6}(모두|다|전부)?(합이|합$|합과|더한|더하)/],
    en: [/receptive field .{0,20}(the )?sum of (the |all )?kernel/],
    unless: /-1|보폭|stride/,
  },
  {
    topic: "max-activation-patches",
    misconception: "stride-forgotten",
    correction: {
      ko: "보폭은 다음 층부터 한 칸의 거리를 늘려서 수용 영역을 키워요.",
      en: "A stride stretches every step from the next layer on, and the receptive field with it.",
    },
    ko: [
      /(stride|보폭|스트라이드)(는|은|가)?.{0,10}수용영역.{0,10}(상관없|영향(이|을)?(없|주지)|무관)/,
      /수용영역.{0,10}(stride|보폭|스트라이드)(와|과|는|은)?(상관없|무관|관계없)/,
    ],
    en: [
      /stride .{0,30}(no effect|does(n't| not) (matter|affect|change)).{0,24}receptive|receptive field .{0,24}(does(n't| not) depend|independent).{0,8}stride/,
    ],
    denies: true,
  },
  {
    topic: "max-activation-patches",
    misconception: "field-is-felt-evenly",
    correction: {
      ko: "수용 영역의 가운데가 가장 크게, 가장자리는 거의 느껴지지 않아요.",
      en: "The middle of the field counts most; its border is hardly felt.",
    },
    ko: [/수용영역.{0,24}(균일하|똑같이영향|고르게|동일하게영향|모두같은영향)/],
    en: [/receptive field .{0,40}(evenly|equally|uniformly)/],
  },
  {
    topic: "class-visualization",
    misconception: "same-as-descent",
    correction: {
      ko: "규칙은 같지만 부호가 반대예요. 점수를 키우는 쪽으로 가고, 가중치는 그대로 두고 그림을 바꿔요.",
      en: "The same rule with the opposite sign: the score is climbed, the weights stay fixed and the image changes.",
    },
    about: ["class-visualization"],
    ko: [
      /경사하강(과|와|이랑|랑|처럼|은|는)?.{0,6}(완전히|정확히)?(똑같|같은|같다|동일|같게|같이)/,
      /(똑같|같은|동일).{0,8}경사하강/,
      /점수(를|가|을)?(최소화|낮추|낮춘|줄이|줄인|작아지)/,
    ],
    en: [
      /\b(same|identical|identically|just like|exactly like|equal)\b.{0,20}gradient descent|gradient descent.{0,24}\b(the same|identical)\b/,
      /(minimi[sz]|lower|reduc)\w{1,3} (the )?(class )?score/,
    ],
    unless: /부호|반대|방향만|sign|opposite|reverse/,
  },
  {
    topic: "class-visualization",
    misconception: "weights-move",
    correction: { ko: "가중치는 고정하고 입력 그림을 업데이트해요.", en: "The weights stay fixed; it is the input image that is updated." },
    about: ["class-visualization"],
    ko: [/가중치(를|가|도|을|들을)?.{0,8}(업데이트|갱신|바꾼|바꾸|바꿔|학습|수정|조정|변경|변한)/],
    en: [
      /\b(updat|chang|train|adjust|optimi[sz]|mov)(e|es|ed|ing|s)?\b.{0,14}\bweights\b|\bweights\b (are|get|is|being) (updated|changed|trained|adjusted|optimi[sz]ed)/,
    ],
    unless: /고정|fixed|frozen|keep|kept/,
  },
  {
    topic: "class-visualization",
    misconception: "logit-or-probability",
    correction: {
      ko: "소프트맥스 앞의 로짓을 키워요. 확률은 다른 클래스를 눌러서도 올라가요.",
      en: "It is the logit before softmax that is climbed: a probability also rises by pushing other classes down.",
    },
    about: ["class-visualization"],
    ko: [
      /(softmax|소프트맥스)(의)?(이후|출력|확률|값|뒤).{0,10}(최대화|키우|키운|올리|높이|쓴다|사용)/,
      /확률(을|를)(최대화|키우|키운|최대로)/,
    ],
    en: [
      /(maximi[sz]|climb|ascend|increas|rais)\w{0,3} .{0,20}probabilit|softmax (probabilit\w{1,3}|output) (is|are) (maximi[sz]ed|climbed|used)/,
    ],
    unless: /로짓|logit/,
  },
  {
    topic: "class-visualization",
    misconception: "picture-from-training",
    correction: {
      ko: "학습 그림을 꺼내는 것이 아니라, 빈 그림에서 점수를 키우며 새로 만들어요.",
      en: "No training picture is taken out: one is grown from a blank by climbing the score.",
    },
    about: ["class-visualization"],
    ko: [
      /학습(데이터|셋|에쓴|한)?(에|의)?.{0,6}그림(을|를)?(그대로)?(복원|꺼내|가져|재현)/,
      /학습(데이터|셋)(의)?.{0,6}그림(에서|으로|부터|에서부터)(시작|출발|초기화)/,
    ],
    en: [
      /(recovers?|retrieves?|copies|reconstructs?) (an? |the )?(original )?training (image|picture|example)/,
      /\bstart(s|ing|ed)? (from|with) (an? |the )?training (image|picture|example)/,
    ],
  },
];
