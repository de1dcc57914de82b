import type { SlipRule } from "./rule";

const EACH_REGION = /마다|각각|씩|\b(per|each|every)\b/;

/** From selective search to Faster R-CNN. */
export const proposals: readonly SlipRule[] = [
  {
    topic: "selective-search",
    misconception: "left-over-regions",
    correction: {
      ko: "상자는 마지막에 남은 영역만이 아니라, 합쳐지는 동안 한 번이라도 있었던 모든 영역에서 나와요. 작은 조각부터 그림 전체까지예요.",
      en: "Boxes come from every region of the hierarchy, from the smallest to the whole picture, not from what is left at the end.",
    },
    about: ["selective-search"],
    ko: [
      [/(남겨진|남은|남는|남아있는|남게된|최종|마지막).{0,10}(영역|조각|것)/, /상자|후보|제안|쓴|쓰|사용|추출|뽑/],
      [/다합(쳐|친).{0,10}(영역|것)(만|들만)/, /상자|후보|제안/],
    ],
    en: [
      [
        /(regions?|segments?|what|those|ones) .{0,20}(left over|left|remain(s|ing)?|survive)\b|(remaining|leftover|final|last) (regions?|segments?)/,
        /box|proposal|candidate|propose/,
      ],
    ],
    unless: /모든|매단계|단계마다|중간|계층|전부의|every|all (the )?(regions|levels)|hierarchy|each (merge|level|step)/,
  },
  {
    topic: "selective-search",
    misconception: "colour-is-enough",
    correction: { ko: "색뿐 아니라 질감, 크기, 채움도 함께 봐요.", en: "Texture, size and fill count as well as colour." },
    about: ["selective-search"],
    ko: [/(색|색상|컬러)만(보|으로|비교|가지고|이용|사용|같으면|비슷하면)/],
    en: [/(only|just|solely) (by |on |the |their )*colou?r|colou?r (alone|only)/],
  },
  {
    topic: "selective-search",
    misconception: "alike-anywhere",
    correction: { ko: "맞닿은 영역끼리만 합쳐요.", en: "Only neighbouring regions merge." },
    about: ["selective-search"],
    ko: [/(떨어져|떨어진|멀리|인접하지않|이웃이아니|붙어있지않).{0,20}(합친|합쳐|합칠|병합|merge)/],
    en: [
      /(far apart|not adjacent|need not touch|anywhere|not neighbou?rs).{0,30}merg|merg.{0,40}(even if (they are )?(apart|far)|need not touch|anywhere)/,
    ],
    unless: /합치지않|합칠수없|안합|never merge|not merge/,
    denies: true,
  },
  {
    topic: "selective-search",
    misconception: "knows-objects",
    correction: {
      ko: "선택적 탐색은 클래스를 몰라요. 아무것도 학습하지 않고 영역만 합쳐요.",
      en: "Selective search is class-agnostic: it learns nothing and knows no classes.",
    },
    about: ["selective-search"],
    ko: [
      /(물체|클래스)(의)?(인지|가무엇인지|종류|클래스)?(를|을|까지)?.{0,4}(안다|알고|알아내|구분한|구분해|분류한|분류해)/,
      /(selectivesearch|선택적탐색)(는|도|가|은)?.{0,8}학습(한|된|하|해)/,
      /(selectivesearch|선택적탐색)(는|도|가|은).{0,6}(cnn|딥러닝|모델)(으로|로|을|를|이다|입니다|기반)/,
    ],
    en: [
      /selective search.{0,24}(is class-aware|knows (the )?(objects?|classes)|classif\w{1,4}|is (learn|train)\w{1,3}|learns)|selective search (is|uses|runs) (an? )?(deep |convolutional |trained )?(neural|network|cnn|convnet|deep)/,
    ],
  },
  {
    topic: "r-cnn",
    misconception: "proposals-are-learnt",
    correction: {
      ko: "R-CNN의 후보 영역은 선택적 탐색이 내요. 이 단계는 학습하지 않아요.",
      en: "R-CNN's proposals come from selective search: that step is not learnt.",
    },
    about: ["r-cnn", "selective-search"],
    notAbout: ["rpn", "fast-r-cnn"],
    ko: [
      /후보(생성|부분|단계|알고리즘|추출|영역)?(도|은|는|이|가|을|를|까지)(하는부분도|만드는것도)?.{0,20}(학습(한|된|하|해|시|으로)|배운|배우)/,
    ],
    en: [/(region )?proposals?( step| stage| part| generation)?( is| are)?.{0,20}(learn(t|ed|s)?|trained)\b/],
    unless: /svm|분류기|classif/,
  },
  {
    topic: "r-cnn",
    misconception: "end-to-end",
    correction: {
      ko: "R-CNN은 CNN, SVM, 상자 회귀를 따로따로 세 단계로 학습해요.",
      en: "R-CNN is trained in three separate stages: the CNN, the SVMs and the box regression.",
    },
    about: ["r-cnn"],
    notAbout: ["rpn", "fast-r-cnn", "yolo", "ssd", "detr"],
    ko: [/(end-?to-?end|엔드투엔드|한번에|한꺼번에).{0,8}학습/],
    en: [
      /(trained|learn\w{0,2}|training).{0,24}end[- ]to[- ]end|end[- ]to[- ]end.{0,16}train/,
      /(trained|training) in (one|a single) (stage|step)/,
    ],
  },
  {
    topic: "r-cnn",
    misconception: "one-pass-for-all",
    correction: {
      ko: "R-CNN은 후보 약 2,000개마다 CNN을 따로 돌려요. 그림당 한 번만 돌리는 것은 Fast R-CNN부터예요.",
      en: "R-CNN runs its CNN on each of about 2,000 crops. One pass a picture begins with Fast R-CNN.",
    },
    about: ["r-cnn"],
    notAbout: ["rpn", "fast-r-cnn", "yolo", "ssd", "one-vs-two-stage"],
    ko: [
      /(cnn|합성곱|특징)(을|를|은)?.{0,16}(그림|전체|장).{0,10}(한번|1번|한차례)/,
      /(그림|전체|장)(한장)?(당|에|에서)?.{0,10}(cnn|합성곱|특징)(을|를)?.{0,4}(한번|1번)(만|에)/,
      /(계산|연산|특징맵|특징)(을|를)?(서로)?(공유|나눠쓴|재사용)/,
    ],
    en: [
      /(cnn|network|convnet|features?) .{0,24}(only )?(once|one pass|single pass|a single time)/,
      /\bshares? (the |its |all )?(computations?|features?|convolutions?|work)\b.{0,12}\b(between|across|among|over) (the |all )?(proposals|regions|crops|boxes)/,
    ],
    unless: EACH_REGION,
  },
  {
    topic: "r-cnn",
    misconception: "crops-keep-shape",
    correction: {
      ko: "후보는 비율과 상관없이 227×227로 찌그러뜨려(warp) 넣어요.",
      en: "Crops are warped to 227×227, whatever their shape.",
    },
    about: ["r-cnn"],
    notAbout: ["fast-r-cnn", "rpn"],
    ko: [/(가로세로비|종횡비|비율|모양)(을|를|은)?(그대로)?(유지(한|하|해|된)|그대로(두|둔|넣))/],
    en: [/(keep|preserv)\w{0,3} (their |the |its )?(aspect ratio|shape)/],
  },
  {
    topic: "r-cnn",
    misconception: "one-svm-for-all",
    correction: {
      ko: "SVM은 클래스마다 하나씩 있고, 저마다 그 클래스와 나머지를 갈라요.",
      en: "There is one SVM a class, each against the rest.",
    },
    about: ["r-cnn"],
    ko: [/svm(하나|한개|1개)(로|가|만|를)/, /(하나의|한개의)svm/],
    en: [/\b(one|a single) svm (decides|for all|over all|classifies|sorts|is used)/],
    unless: /마다|클래스당|per class|each class|a class/,
  },
  {
    topic: "fast-r-cnn",
    misconception: "warps-crops-faster",
    correction: {
      ko: "Fast R-CNN은 CNN을 그림당 한 번만 돌리고, 후보는 특징 지도에서 RoI 풀링으로 잘라요.",
      en: "Fast R-CNN runs the CNN once a picture; proposals are cut out of the feature map by RoI pooling.",
    },
    about: ["fast-r-cnn"],
    notAbout: ["r-cnn"],
    ko: [/(후보|영역|roi)(마다|별로|각각에)(cnn|합성곱망|백본)(을|를|에)?.{0,8}(돌|통과|적용|계산|넣|태)/],
    en: [
      /(cnn|network|convnet|backbone) (runs?|is run|is applied|goes) .{0,10}(on|for|per|over) (each|every) (proposal|region|roi|crop)/,
      /\bwarps? (each|every|all)( of)?( the| its)? (proposals?|regions?|rois?|crops?)/,
    ],
  },
  {
    topic: "fast-r-cnn",
    misconception: "pooling-is-exact",
    correction: {
      ko: "RoI 풀링은 모서리와 칸을 정수 칸으로 두 번 반올림해요. 반올림하지 않는 RoIAlign은 나중에 Mask R-CNN에서 나왔어요.",
      en: "RoI pooling rounds twice, corners and bins, to whole cells. RoIAlign, which does not, came later with Mask R-CNN.",
    },
    about: ["fast-r-cnn"],
    ko: [
      /풀링(은|는|이|도|이라)?.{0,16}(정확히|정확하게|정확하다|손실이?없|오차(가)?없|반올림(을)?(하지않|안|없)|양자화(가|를)?(없|하지않|안))/,
      /(오차|손실|반올림)없이.{0,6}(정확|자른|잘라|뽑|가져)/,
    ],
    en: [
      /(roi )?pool\w{0,4} .{0,16}(is|are) (exact|lossless|precise)\b/,
      /(roi )?pool\w{0,4} .{0,24}(without|no|does(n't| not)|never|not) (any )?(round|quanti[sz])/,
      /nothing is (rounded|quanti[sz]ed)/,
    ],
    unless: /align|얼라인|정확하지않|not exact|not precise|isn't exact|not lossless/,
    denies: true,
  },
  {
    topic: "fast-r-cnn",
    misconception: "roialign-from-the-start",
    correction: {
      ko: "Fast R-CNN은 RoI 풀링을 써요. RoIAlign은 Mask R-CNN에서 나왔어요.",
      en: "Fast R-CNN uses RoI pooling; RoIAlign came with Mask R-CNN.",
    },
    ko: [/fastr-?cnn(은|는|이|에서|에서는)?.{0,8}roi-?align(을|를)?.{0,6}(쓴|사용|도입|제안)/],
    en: [/\bfast r-?cnn (uses|introduced|introduces|has|with) roi ?align/],
    unless: /mask|나중|later/,
  },
  {
    topic: "fast-r-cnn",
    misconception: "proposals-are-learnt",
    correction: {
      ko: "Fast R-CNN도 후보는 선택적 탐색에서 받아요. 후보까지 학습하는 것은 Faster R-CNN이에요.",
      en: "Fast R-CNN still takes proposals from selective search; Faster R-CNN learns them.",
    },
    about: ["fast-r-cnn"],
    notAbout: ["rpn", "r-cnn"],
    ko: [/후보(생성|부분|단계|알고리즘|추출)?(도|은|는|이|가|을|를|까지).{0,16}(학습(한|된|하|해)|배운|배우)/],
    en: [/(region )?proposals?( step| stage)?( is| are)?.{0,20}(learn(t|ed|s)?|trained)\b/],
  },
  {
    topic: "rpn",
    misconception: "coordinates-come-out",
    correction: {
      ko: "4k개의 수는 상자의 좌표가 아니라 앵커를 얼마나 옮기고 늘릴지(델타 tx, ty, tw, th)예요.",
      en: "The 4k numbers are no coordinates: they are deltas relative to the anchor (tx, ty, tw, th).",
    },
    about: ["rpn"],
    ko: [[/\(?x,y,w,h\)?|절대좌표|(좌표|상자)(를|가)?(바로|직접|그대로)/, /나온|나오|출력|예측|나타내|준다|낸다|낸|회귀|구한|계산|뱉/]],
    en: [
      [
        /\bx ?, ?y ?, ?w ?, ?h\b|absolute (box|coord)|(box(es)?|coordinates) directly|directly .{0,20}(box|coordinates)|4k (box )?coordinates/,
        /output|predict|regress|give|com(e|es) out|return|put|produc|emit|\bare\b|\bis\b/,
      ],
    ],
    unless: /델타|상대|차이|보정|변환|tx|앵커(를)?(기준|대비|에서|로부터)|얼마나|조정|delta|offset|relative|correct|shift|adjust|refine/,
  },
  {
    topic: "rpn",
    misconception: "finds-classes",
    correction: {
      ko: "RPN은 클래스를 몰라요. 앵커마다 물체인지 배경인지만 말해요.",
      en: "The RPN knows no classes: for each anchor it says object or background.",
    },
    ko: [/rpn(은|는|이|도|에서|에서도)?.{0,20}클래스(를|까지|도|점수)?.{0,8}(분류|예측|맞|구분|찾|출력|나온|내놓|알려|판단|결정)/],
    en: [/\brpn .{0,24}(classif\w{1,4}|predict\w{0,3}|finds?|outputs?).{0,20}(class(es)?\b|categor)/],
    unless: /물체인지|배경|이진|object or|objectness|binary|background|not/,
  },
  {
    topic: "rpn",
    misconception: "still-selective-search",
    correction: {
      ko: "Faster R-CNN은 선택적 탐색 대신 학습되는 RPN이 후보를 내요.",
      en: "In Faster R-CNN the learnt RPN proposes; selective search is gone.",
    },
    ko: [
      /rpn(은|는|이|도).{0,6}(selectivesearch|선택적탐색)(의)?(결과|후보|영역)?(를|을|에서|로).{0,4}(받|쓰|써|쓴|이용|사용|입력)/,
      /fasterr-?cnn(은|는|도|이|에서)?.{0,10}(selectivesearch|선택적탐색)(를|을|로|으로|이)?.{0,6}(쓴|쓰|사용|이용|후보)/,
    ],
    en: [/\bfaster r-?cnn .{0,20}(uses?|with|by|relies on|gets .{0,16}from) selective search/],
    unless: /대신|보다|replac|no longer/,
  },
  {
    topic: "anchor-boxes",
    misconception: "forgets-ignored",
    correction: {
      ko: "0.3과 0.7 사이는 무시해요. 애매한 상자를 배경이라고 가르치지 않으려고 손실에서 빼요.",
      en: "Between 0.3 and 0.7 an anchor is ignored: doubtful boxes stay out of the loss instead of being taught as background.",
    },
    about: ["anchor-boxes", "rpn"],
    notAbout: ["retinanet", "ssd"],
    ko: [
      /0\.7(을|를)?(보다작|미만|아래|이하|못넘|안넘|넘지않|넘지못|보다낮).{0,20}(음성|배경)/,
      /(나머지|양성이아니면|양성이아닌|그외|그밖)(앵커)?(것)?(들)?(는|은|이면)?.{0,4}(모두|전부|다|싹)?.{0,4}(음성|배경)/,
      /0\.3.{0,8}0\.7(사이|인|구간)?.{0,12}(음성|배경)/,
    ],
    en: [
      /(below|under|less than|<|lower than) ?(an iou of )?0?\.7.{0,24}(negative|background)/,
      /(everything|all|the rest|others?|anything|every anchor) .{0,24}(is|are|as|becomes?|counts? as) (a )?(negatives?|background)/,
      /(between 0?\.3 and|0?\.3 ?(?:~|-|–|to)) ?0?\.7.{0,24}(negative|background)/,
    ],
    unless: /무시|제외|ignore|left out|0\.3(보다|미만|이하|아래)|below 0?\.3|< ?0?\.3/,
  },
  {
    topic: "anchor-boxes",
    misconception: "forgets-rescue",
    correction: {
      ko: "물체마다 IoU가 가장 높은 앵커는 그 값이 낮아도 양성이에요. 그래야 어떤 물체에도 배울 앵커가 하나는 있어요.",
      en: "The anchor with the highest IoU for an object is positive however low that is, so that no object goes without one.",
    },
    about: ["anchor-boxes", "rpn"],
    ko: [
      /0\.7(을|를)?(넘|이상|초과|보다(크|높)).{0,12}(만|경우만|때만|앵커만|것만|야만|야)(이|을|를)?.{0,8}양성/,
      /0\.7.{0,14}(못|안|않|미만|이하).{0,14}양성.{0,8}(될수없|못된|불가|아니)/,
    ],
    en: [
      /only (the )?(anchors?|boxes|those|ones) .{0,30}0?\.7.{0,24}positive/,
      /(below|under) (an iou of )?0?\.7.{0,24}(never|cannot|can't) .{0,14}positive/,
      /positive (only|solely) (if|when|with).{0,30}0?\.7/,
    ],
    unless: /가장높|최고|제일|best|highest/,
    denies: true,
  },
  {
    topic: "anchor-boxes",
    misconception: "half-is-enough",
    correction: {
      ko: "0.5는 검출을 평가할 때 흔한 기준이에요. Faster R-CNN의 RPN은 앵커에 0.7과 0.3을 써요.",
      en: "0.5 is a common threshold for judging detections. Faster R-CNN's RPN uses 0.7 and 0.3 for anchors.",
    },
    about: ["anchor-boxes", "rpn"],
    notAbout: ["retinanet", "ssd", "object-detection", "yolo"],
    ko: [/0\.5(를|을)?(넘|이상|초과|보다(크|높)).{0,12}양성/],
    en: [/iou.{0,20}0?\.5.{0,20}positive|positive.{0,24}iou.{0,14}0?\.5/],
  },
  {
    topic: "anchor-boxes",
    misconception: "per-picture-count",
    about: ["anchor-boxes", "rpn"],
    correction: {
      ko: "9개는 자리마다예요. 60×40 지도라면 21,600개, 약 2만 개예요.",
      en: "Nine at every location: on a 60×40 map that is 21,600, about 20,000.",
    },
    ko: [/그림(한장|하나|당|마다|전체).{0,14}앵커.{0,8}9개/, /앵커.{0,8}9개.{0,12}그림(한장|전체|당)/],
    en: [/\b(nine|9) anchors? (per|for (the|each|every|one|a)|in (the|an)) (whole )?(image|picture)/],
  },
  {
    topic: "anchor-boxes",
    misconception: "anchor-is-output",
    about: ["anchor-boxes", "rpn"],
    correction: {
      ko: "앵커는 고정된 출발점이에요. 모델은 앵커마다 점수와, 앵커를 얼마나 옮기고 늘릴지(델타)를 내놓아요.",
      en: "Anchors are fixed starting points. For each the model gives a score and how far to shift and stretch it (deltas).",
    },
    ko: [
      /앵커(가|는|들이)?.{0,6}(곧|바로)?(모델의)?(예측|출력|최종)(하는|된|한|결과)?(인)?상자/,
      /앵커(의)?(크기|비율|모양)?(와|과)?(비율|크기)?(은|는|이|가|도|을|를).{0,6}학습(을|으로|에서|과정|되|된|한다|하면서|해서)/,
      /학습(하면서|하며|중에|과정에서|을통해)앵커(의)?(크기|비율|모양)?.{0,6}(바뀌|바뀐|변|달라|조정|업데이트)/,
    ],
    en: [
      /anchors? (are|is) (the )?(boxes that the model predicts|predicted box|output box|final box|predictions?\b)/,
      /\banchors?( box(es)?)?('s?)?( sizes?| shapes?| ratios?| scales?)?( and (sizes?|shapes?|ratios?|scales?))? (are|is|get|gets) (learn(ed|t)|trained)\b/,
    ],
    unless: /k-?means|고정|미리|fixed|beforehand/,
  },
  {
    topic: "anchor-boxes",
    misconception: "depends-on-picture",
    about: ["anchor-boxes", "rpn"],
    correction: {
      ko: "앵커는 그림 크기와 보폭, 크기, 비율만으로 정해져요. 빈 벽 그림에도 똑같이 깔려요.",
      en: "Anchors follow from picture size, stride, scales and ratios alone: a picture of a bare wall has the same ones.",
    },
    ko: [/앵커.{0,10}그림(의)?(내용|속물체)(에)?(따라|마다).{0,6}(달라|바뀌|다르)/],
    en: [/anchors? .{0,20}depends? on (the )?(picture'?s? |image'?s? )?(content|objects|what)/],
  },
  {
    topic: "r-cnn-family",
    misconception: "better-network",
    correction: {
      ko: "세 모델의 신경망은 같아요(VGG16). 달라진 것은 계산이 놓인 자리예요.",
      en: "All three use the same network (VGG16). What changes is where the computation sits.",
    },
    ko: [/fast(er)?r-?cnn.{0,16}(더좋은|더나은|더깊은|더큰)(모델|cnn|백본).{0,10}(빠|덕|때문)/],
    en: [/fast(er)? r-?cnn .{0,24}(faster|quicker).{0,16}better (network|backbone|cnn)/],
  },
  {
    topic: "r-cnn-family",
    misconception: "fast-because-of-roi-pooling",
    correction: {
      ko: "Fast R-CNN이 빠른 까닭은 특징 지도를 그림당 한 번만 계산하기 때문이에요.",
      en: "Fast R-CNN is fast because the feature map is computed once a picture.",
    },
    ko: [/fastr-?cnn.{0,12}roi-?풀링(때문|덕분|덕|이빨라서).{0,8}빠/],
    en: [/\bfast r-?cnn .{0,16}fast(er)? (because|due|thanks) .{0,6}roi pool/],
  },
];
