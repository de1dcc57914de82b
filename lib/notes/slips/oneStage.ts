import type { SlipRule } from "./rule";

/** YOLO, SSD, the focal loss, FPN and RetinaNet, and what they cost beside two stages. */
export const oneStage: readonly SlipRule[] = [
  {
    topic: "yolo",
    misconception: "v1-has-anchors",
    correction: {
      ko: "YOLOv1에는 앵커가 없어요. B=2는 칸마다 예측하는 상자의 수이고, 앵커는 v2부터 써요.",
      en: "YOLOv1 has no anchors: B=2 is the number of boxes each cell predicts. Anchors come with v2.",
    },
    about: ["yolo"],
    notAbout: ["ssd", "rpn", "retinanet"],
    ko: [[/앵커/, /2개|두개|둘|b=?2|b는2|사용|쓴|쓰|써|이용|있/]],
    en: [[/anchors?\b/, /\b(two|2|b ?= ?2|uses?|using|used|has|have|with)\b/]],
    unless: /v[2-9]|yolo9000|부터|later|앵커(박스)?(가|는|를|도)?(없|안)|\b(no|without) anchor/,
  },
  {
    topic: "yolo",
    misconception: "class-per-box",
    correction: {
      ko: "클래스 확률은 상자마다가 아니라 칸마다 한 벌이에요. 그래서 출력이 5B + C예요.",
      en: "Class probabilities are per cell, not per box: hence 5B + C numbers.",
    },
    about: ["yolo"],
    notAbout: ["ssd", "rpn", "retinanet"],
    ko: [
      /상자(마다|별로|별|당|각각에|각각이|각각의|하나하나)(의|가|는)?.{0,14}클래스/,
      /클래스(확률|점수)?(은|는|을|를|도)?상자(마다|별로|당|각각)/,
      /각(각의)?상자(가|는|에서|도)?(각자|각각|따로|자기)?.{0,6}클래스/,
      /(셀|cell|칸|그리드)(하나|한개|한칸)?(가|에서|에|에서도|이|로)?.{0,8}(여러|두개이상의?|서로다른|다양한)클래스.{0,14}(잡|예측|찾|검출|탐지|담당)/,
    ],
    en: [
      /\b(each|every|both|per) (bounding |of the )?box(es)?\b.{0,30}\bclass/,
      /class probabilit\w{1,3}.{0,24}(per|for each|for every|of each|of every) (bounding )?box/,
      /\b(one|a|each|every|the same) (grid )?cell .{0,12}(predicts?|detects?|finds?|holds?) .{0,8}(several|multiple|many|different) class/,
    ],
    unless: /셀마다|그리드마다|칸마다|셀당|per cell|(each|every) cell has (one|its)/,
  },
  {
    topic: "yolo",
    misconception: "every-covered-cell",
    correction: {
      ko: "물체의 중심이 놓인 칸 하나만 그 물체를 맡아요.",
      en: "Only the cell that holds the object's centre is responsible.",
    },
    about: ["yolo"],
    ko: [
      /물체(가|를|와|에)?.{0,4}(걸친|걸쳐|덮는|덮은|닿은|닿는|포함된|겹치는|차지하는)(있는)?(모든)?(셀|cell|그리드|칸).{0,14}(책임|담당|예측|맡)/,
    ],
    en: [/(every|all|each)( of the)? (grid )?cells? .{0,30}(cover|overlap|touch)\w{0,4}.{0,40}responsible/],
    unless: /중심|cent(er|re)/,
  },
  {
    topic: "yolo",
    misconception: "depth-of-the-output",
    correction: { ko: "YOLOv1의 출력은 7×7×(5·2 + 20) = 7×7×30이에요.", en: "YOLOv1 puts out 7×7×(5·2 + 20) = 7×7×30 numbers." },
    about: ["yolo"],
    ko: [/출력.{0,14}7x7x(?!30(?!\d))\d+|7x7x(?!30(?!\d)|1024|512)\d+.{0,14}(출력|텐서|나온)/],
    en: [/(output|tensor|prediction)\w{0,2}.{0,24}7x7x(?!30(?!\d))\d+|7x7x(?!30(?!\d)|1024|512)\d+ .{0,14}(output|tensor)/],
  },
  {
    topic: "yolo",
    misconception: "is-two-stage",
    correction: {
      ko: "YOLO는 한 단계 검출기예요. 후보를 따로 내지 않고 그림을 한 번만 봐요.",
      en: "YOLO is a one-stage detector: nothing is proposed, the picture is looked at once.",
    },
    ko: [
      /yolo(는|은|도|v1은)?.{0,6}(two|2|투|두)-?(stage|스테이지|단계)/,
      /^(two|2|투|두)-?(stage|스테이지|단계)(검출기|detector|디텍터|탐지기)?(이다|임|입니다|다|이에요)\.?$/,
      /욜로(는|도)?.{0,6}(two|2|투|두)-?(stage|스테이지|단계)/,
    ],
    en: [/\byolo\w{0,3} (is|as) an? two[- ]stage/, /\byolo\w{0,3} .{0,20}(uses|needs|has) (region proposals|roi pooling)/],
    unless: /달리|보다|than|unlike/,
  },
  {
    topic: "ssd",
    misconception: "fine-map-large-objects",
    correction: {
      ko: "촘촘한 맵(8×8)이 작은 물체를, 성긴 맵(4×4)이 큰 물체를 맡아요. 맵의 한 칸이 클수록 보는 영역도 넓어요.",
      en: "The fine map (8×8) answers for small objects, the coarse one (4×4) for large ones: the coarser a cell, the more it sees.",
    },
    about: ["ssd", "fpn"],
    ko: [
      /(8x8|38x38|19x19)(?:(?!작|소형|\dx\d|[,./;]).){0,16}(큰|대형|커다란)/,
      /(4x4|3x3|1x1|5x5)(?:(?!큰|대형|\dx\d|[,./;]).){0,16}(작은|소형|조그만)/,
      /(앞쪽|앞단|얕은|초기|낮은|고해상도|해상도(가)?(높은|큰)|촘촘한|세밀한)(층)?(의)?(특징맵|맵|층)(이|은|에서|으로|에서는)?(?:(?!작|[,./;]).){0,14}(큰|대형)(물체|것|상자)/,
      /(깊은|뒤쪽|뒷단|저해상도|해상도(가)?(낮은|작은)|성긴|거친)(층)?(의)?(특징맵|맵|층)(이|은|에서|으로|에서는)?(?:(?!큰|대형|[,./;]).){0,14}(작은|소형)(물체|것|상자)/,
      /큰물체(는|을|를|은)(?:(?!작|[,./;]).){0,10}(8x8|38x38|얕은|앞쪽|고해상도|촘촘한|해상도가?높은)/,
      /작은물체(는|을|를|은)(?:(?!큰|[,./;]).){0,10}(4x4|1x1|3x3|깊은|뒤쪽|저해상도|성긴|해상도가?낮은)/,
    ],
    en: [
      /\b(8x8|38x38|19x19|finer?|finest|high[- ]res\w{0,8}|early|shallow\w{0,2}|larger? (feature )?maps?)\b(?:(?!small|little|tiny|coarse|4x4|low|[,;]).){0,40}\b(large|big|bigger|larger) (object|thing|dog|one)/,
      /\b(4x4|3x3|1x1|5x5|coarse\w{0,2}|low[- ]res\w{0,8}|deep\w{0,2}|late|small(er)? (feature )?maps?)\b(?:(?!large|big|fine|8x8|high|[,;]).){0,40}\b(small|little|tiny|smaller) (object|thing|cat|one)/,
      /\b(large|big) objects?\b(?:(?!small|coarse|4x4|low|deep|[,;]).){0,40}\b(fine|finer|finest|8x8|38x38|high[- ]res\w{0,8}|early|shallow)/,
      /\b(small|tiny) objects?\b(?:(?!large|big|fine|8x8|high|early|[,;]).){0,40}\b(coarse|coarsest|4x4|1x1|deep|deepest|low[- ]res)/,
    ],
  },
  {
    topic: "ssd",
    misconception: "one-box-an-object",
    correction: {
      ko: "IoU가 0.5를 넘는 기본 상자는 모두 양성이에요. 가장 많이 겹치는 상자도 함께예요.",
      en: "All default boxes with an IoU above 0.5 are positive, and the best one as well.",
    },
    about: ["ssd"],
    ko: [/물체(하나)?(마다|당|에는|에).{0,8}(기본상자|default상자|앵커|디폴트상자)(는|은|가)?.{0,4}(하나|1개|한개)(만|가|씩)/],
    en: [/each object (matches|belongs to|gets|is matched to) (only |exactly )?(one|a single) default box/],
  },
  {
    topic: "ssd",
    misconception: "is-two-stage",
    correction: {
      ko: "SSD는 한 단계 검출기예요. 후보도 RoI 풀링도 없어요.",
      en: "SSD is a one-stage detector: no proposals, no RoI pooling.",
    },
    ko: [
      /ssd(는|도|가)?.{0,6}(two|2|투|두)-?(stage|스테이지|단계)/,
      /^(two|2|투|두)-?(stage|스테이지|단계)(검출기|detector|디텍터|탐지기)?(이다|임|입니다|다|이에요)\.?$/,
    ],
    en: [/\bssd\w{0,3} (is|as) an? two[- ]stage/],
    unless: /달리|보다|than|unlike/,
  },
  {
    topic: "focal-loss",
    misconception: "wrong-is-louder",
    correction: {
      ko: "focal loss의 값은 α를 끄면 교차 엔트로피보다 커지지 않아요. 틀린 예제를 키우는 것이 아니라 쉬운 예제를 줄여요.",
      en: "With α off the focal loss never exceeds cross-entropy: it does not turn wrong examples up, it turns easy ones down.",
    },
    about: ["focal-loss"],
    ko: [
      /(틀리|틀린|틀릴|틀렸을|어려운|못맞|오답|잘못(된)?(분류|예측)).{0,16}(강한|큰|높은|강하|크게|세게|더큰|커다란)손실/,
      /(틀리|틀린|틀릴|틀렸을|어려운|못맞|오답|잘못(된)?(분류|예측)).{0,14}손실(값)?(이|을|를|가|도).{0,10}(크게|세게|강하게|커|강하|높|키우|키운|키워|늘린|늘리|증가|증폭)/,
      /(틀리|틀린|틀릴|틀렸을|어려운).{0,16}(ce|crossentropy|교차엔트로피)보다.{0,6}(크|큰|커|강)/,
    ],
    en: [
      /\b(wrong|hard|harder|misclassified|incorrect)\b.{0,40}\b(bigger|larger|stronger|strong|higher|greater|more|big|large|heavier)\b.{0,16}loss/,
      /\b(bigger|larger|stronger|higher|greater|more) loss\b.{0,16}\b(wrong|hard|misclassified|incorrect)/,
      /\b(increas|rais|amplif|boost|enlarg|magnif|turns? up|scales? up)\w{0,4} .{0,24}loss.{0,24}\b(hard|wrong|misclass)/,
      /\bloss\b.{0,20}\b(hard|wrong|misclassified)\b.{0,24}\b(increased|amplified|boosted|raised|larger than (ce|cross))/,
    ],
    unless: /기울기|상대적|비중|비율|크지않|넘지않|커지지않|gradient|relative|share|proportion/,
  },
  {
    topic: "focal-loss",
    misconception: "alpha-lifts-the-rare",
    correction: {
      ko: "α = 0.25는 양성에 붙는 가중치라서 물체를 오히려 낮춰요. 배경은 1 − α = 0.75예요.",
      en: "α = 0.25 belongs to the positives and weighs them down; background has 1 − α = 0.75.",
    },
    ko: [/알파(=|가|는|를)?.{0,4}0\.25.{0,24}(양성|물체|드문|희귀).{0,10}(키우|키운|높이|높인|올리|크게|강조)/],
    en: [/(alpha|α).{0,12}0?\.25.{0,24}(lifts?|raises?|boosts?|up-?weights?|favou?rs?).{0,16}(positive|rare|object|foreground)/],
  },
  {
    topic: "focal-loss",
    misconception: "more-focus-is-better",
    correction: {
      ko: "γ가 너무 크면 남는 신호가 몇 안 되는 예제뿐이에요. 이름표가 틀린 예제가 가장 어려운 예제이기도 해요.",
      en: "With too large a γ only a handful of examples are heard, and a wrong label is the hardest example of all.",
    },
    ko: [/감마(가|는|를|값이)?.{0,4}(클수록|키울수록|크면클수록|높을수록).{0,12}(좋|성능|낫)/],
    en: [/(larger|bigger|higher) (the )?(gamma|γ).{0,20}better|(gamma|γ).{0,12}(the )?(larger|higher|bigger).{0,10}better/],
  },
  {
    topic: "focal-loss",
    misconception: "prior-is-a-threshold",
    correction: {
      ko: "π = 0.01은 임계값이 아니라, 처음에 모든 자리가 물체일 확률을 낮게 잡는 편향의 초깃값이에요.",
      en: "π = 0.01 is no threshold: it initialises the bias, so that at the start every place says “object” with that probability.",
    },
    ko: [/(π|prior|사전확률).{0,8}0\.01.{0,16}(임계값|버린|버리|미만)/],
    en: [/(π|\bpi\b|prior).{0,10}0?\.01.{0,20}(threshold|dropped|cut)/],
  },
  {
    topic: "focal-loss",
    misconception: "small-adds-nothing",
    correction: {
      ko: "쉬운 자리의 손실은 작아도 수가 10만 개라, 합치면 어려운 예제를 덮어요.",
      en: "Tiny losses of 100,000 easy places add up and drown the hard ones.",
    },
    about: ["focal-loss"],
    ko: [/쉬운.{0,14}손실.{0,12}(무시해도|상관없|영향(이|은)?없|중요하지않)/],
    en: [/eas(y|ier).{0,30}loss.{0,20}(does not|doesn't|do not|don't) matter|eas(y|ier).{0,30}(negligible|can be ignored)/],
    denies: true,
  },
  {
    topic: "fpn",
    misconception: "levels-are-concatenated",
    correction: {
      ko: "이어 붙이지 않고 더해요. 위에서 온 맵을 2배로 키워, 1×1 합성곱을 거친 옆의 맵과 같은 자리끼리 더해요.",
      en: "They are added, not concatenated: the upsampled coarse map plus the fine one after a 1×1 convolution.",
    },
    about: ["fpn"],
    ko: [/concat|이어붙|붙여서|연결(한다|하여|해서|시킨)/],
    en: [/concat/],
    unless: /더한|더해|합산|add|sum/,
  },
  {
    topic: "fpn",
    misconception: "top-down-carries-resolution",
    correction: {
      ko: "위에서 내려오는 길은 의미를 나르고, 위치는 옆에서 들어오는 연결이 줘요.",
      en: "The top-down path carries meaning; the lateral connection brings place.",
    },
    ko: [/top-?down.{0,16}(해상도|위치|디테일|세부)(정보)?(를|을)?.{0,6}(전달|준다|보낸|나른|제공|보완)/],
    en: [/top-?down .{0,30}(carries|brings|adds|provides|gives).{0,16}(resolution|detail|locali[sz]ation|position)/],
  },
  {
    topic: "fpn",
    misconception: "large-on-the-finest",
    correction: {
      ko: "큰 상자는 성긴 레벨(P5 쪽)에서, 작은 상자는 촘촘한 레벨(P2 쪽)에서 읽어요.",
      en: "Large boxes are read on the coarse levels (towards P5), small ones on the fine levels (towards P2).",
    },
    about: ["fpn", "retinanet"],
    ko: [
      /큰(물체|상자|roi)(는|를|은|을)?(?:(?!작).){0,14}(p2|p3|가장촘촘|가장세밀|낮은레벨)/,
      /작은(물체|상자|roi)(는|를|은|을)?(?:(?!큰).){0,14}(p5|p6|p7|가장성긴|높은레벨)/,
      /(낮은|하위|아래)(level|레벨|단계)(의특징맵)?(에서|은|는|이|가|에서는)?(?:(?!작|[,./;]).){0,8}큰(물체|상자|roi)/,
      /(높은|상위|윗|위)(level|레벨|단계)(의특징맵)?(에서|은|는|이|가|에서는)?(?:(?!큰|[,./;]).){0,8}작은(물체|상자|roi)/,
    ],
    en: [
      /\b(large|big) (objects?|boxes|rois?)\b(?:(?!small).){0,30}(finest|p2|p3)\b/,
      /\b(small|tiny) (objects?|boxes|rois?)\b(?:(?!large|big).){0,30}(coarsest|p5|p6|p7)\b/,
    ],
  },
  {
    topic: "fpn",
    misconception: "long-side-decides",
    correction: {
      ko: "레벨은 긴 변이 아니라 √(wh)로 정해요: k = ⌊4 + log2(√(wh)/224)⌋.",
      en: "√(wh) decides, not the long side: k = ⌊4 + log2(√(wh)/224)⌋.",
    },
    ko: [/(긴변|긴쪽|최대변).{0,14}레벨|레벨.{0,12}(긴변|긴쪽|최대변)/],
    en: [/long(er|est)? side.{0,24}(decides|determines|sets|gives|picks).{0,12}level|level.{0,24}long(er|est)? side/],
  },
  {
    topic: "retinanet",
    misconception: "background-is-a-class",
    correction: {
      ko: "앵커마다 클래스별로 따로 예·아니요(시그모이드)를 답해요. 배경 클래스는 없어요.",
      en: "Each anchor gives an independent yes or no (sigmoid) for every class; there is no background class.",
    },
    about: ["retinanet"],
    ko: [/softmax|소프트맥스|배경클래스(를|가|도)?(두|둔|추가|있|포함)/],
    en: [/softmax|(has|uses|with|adds?) an? background class/],
  },
  {
    topic: "retinanet",
    misconception: "a-head-a-level",
    correction: { ko: "모든 레벨이 같은 머리를 나눠 써요.", en: "One head is shared by all levels." },
    about: ["retinanet", "fpn"],
    ko: [
      /(레벨|스케일)(마다|별로)(헤드|머리|head|서브넷|subnet)(가|를|도|는)?(따로|다르|다른|별도|각각)/,
      /(레벨|스케일)(마다|별로)(다른|별도의|각각의|각자의)(헤드|머리|head|서브넷|subnet)/,
      /(헤드|머리|head|서브넷|subnet)(를|을|가|이|는|은)?(레벨|level|스케일|층)(마다|별로)(따로|다르|다른|별도|각각)/,
    ],
    en: [/(each|every) level (has|uses|gets) (its own|a separate|another) (head|subnet)/],
  },
  {
    topic: "retinanet",
    misconception: "is-two-stage",
    correction: {
      ko: "RetinaNet은 한 단계 검출기예요. FPN과 focal loss로 두 단계를 따라잡았어요.",
      en: "RetinaNet is a one-stage detector that caught up by FPN and the focal loss.",
    },
    ko: [
      /retinanet(은|는|도)?.{0,6}(two|2|투|두)-?(stage|스테이지|단계)/,
      /^(two|2|투|두)-?(stage|스테이지|단계)(검출기|detector|디텍터|탐지기)?(이다|임|입니다|다|이에요)\.?$/,
    ],
    en: [/retina ?net (is|as) an? two[- ]stage/],
    unless: /달리|보다|than|unlike/,
  },
  {
    topic: "one-vs-two-stage",
    misconception: "many-boxes-slow",
    about: ["ssd", "one-vs-two-stage", "anchor-boxes", "yolo"],
    correction: {
      ko: "SSD가 빠른 까닭은 구조가 단순해서가 아니에요. 시간은 상자의 수가 아니라 잘라 낸 그림마다 CNN을 다시 돌리는 데 들고, SSD는 CNN을 한 번만 돌려요.",
      en: "It is not simplicity that makes SSD fast: time goes into CNN passes over crops, not into boxes, and SSD runs its CNN once.",
    },
    ko: [
      [/상자|앵커/, /많|8,?732|수천|수만/, /(구조|모델|아키텍처|설계)(가|는|도|이)?.{0,6}(단순|간단|심플)/, /빠|속도/],
      /(상자|앵커)(가|수가|개수가|의수가)?(많을수록|많으면|많아서|많으니).{0,14}(느리|느려|오래)/,
      /(느린|느려진|오래걸리는)(이유|원인|까닭|건|것)(은|는)?.{0,10}(상자|앵커)(의)?(가|수가|개수가|갯수가)?.{0,4}많(아서|기때문|으니|아)/,
    ],
    en: [
      [
        /\b(many|more|8,?732|lots of|so many|thousands of)\b.{0,24}\b(box(es)?|anchors)\b/,
        /\bsimpl(e|er|icity)\b/,
        /\b(fast|faster|quick|speed)\b/,
      ],
      /\b(more|many) (boxes|anchors)\b.{0,30}\b(slow|slower|longer)\b/,
    ],
    unless: /때문이아니|느리지않|not because|not slower|does not|doesn't/,
  },
  {
    topic: "one-vs-two-stage",
    misconception: "two-stage-always-better",
    correction: {
      ko: "2017년 RetinaNet은 한 단계로, 논문에서 비교한 두 단계 검출기들을 COCO에서 앞섰어요. 그림마다 이기는 쪽도 달라요.",
      en: "In 2017 RetinaNet, with one stage, passed the two-stage detectors it was compared with on COCO, and the winner changes from picture to picture.",
    },
    ko: [/(두단계|two-?stage|2-?stage|투스테이지|2단계).{0,16}(항상|언제나|무조건).{0,10}(정확|좋|낫)/],
    en: [/two[- ]stage .{0,40}always .{0,20}(accurate|better|more)/],
  },
  {
    topic: "one-vs-two-stage",
    misconception: "imbalance-only-data",
    about: ["one-vs-two-stage", "focal-loss", "retinanet"],
    correction: {
      ko: "배경 후보가 얼마나 남느냐의 문제예요. 두 단계는 첫 단계가 배경을 거르지만, 한 단계는 모든 자리를 한꺼번에 배워요.",
      en: "It is about how many background candidates reach the loss: a first stage filters them, a dense one-stage detector learns from every place.",
    },
    ko: [/불균형(은|이)?.{0,10}데이터(셋)?(의)?(문제|탓|때문)/],
    en: [/imbalance .{0,16}(comes from|is a problem of|is due to|is caused by) the data/],
  },
];
