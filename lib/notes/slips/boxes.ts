import type { SlipRule } from "./rule";

/** Detection as a task, IoU and NMS. */
export const boxes: readonly SlipRule[] = [
  {
    topic: "object-detection",
    misconception: "one-box-per-picture",
    about: ["object-detection", "one-vs-two-stage"],
    correction: {
      ko: "검출에서는 물체가 몇 개인지 미리 몰라요. 물체 하나마다 클래스, 상자, 점수를 내야 해서 분류에 상자 하나를 더한 것과 달라요.",
      en: "In detection the number of objects is unknown: each object gets its own class, box and score. That is more than classification plus one box.",
    },
    ko: [
      /(검출|탐지|디텍션|detection).{0,24}분류.{0,14}상자.{0,14}(더한|더하|추가|붙인|얹)/,
      /(검출|탐지|디텍션|detection)(은|는|=|이란).{0,6}분류\+상자/,
      /분류.{0,10}상자(만|하나|하나만)?(를|을)?.{0,4}(추가|더하|더한|붙이|붙인).{0,10}(검출|탐지|디텍션|detection)/,
    ],
    en: [/detect(ion|ing|or)\w{0,4}.{0,30}classif\w{1,12}.{0,20}(plus|with|and|\+).{0,16}\bbox\b/],
    unless: /물체마다|개수|몇개|number of objects|(each|every) object|per object/,
  },
  {
    topic: "object-detection",
    misconception: "ap-moves-with-the-cut",
    correction: {
      ko: "점수 임계값은 곡선 위의 한 점을 고를 뿐이에요. 검출을 모두 넘겨 잰 AP는 움직이지 않아요.",
      en: "The score threshold only picks a point of the curve. The AP of all detections stays where it is.",
    },
    ko: [/점수임계값(을|이)?.{0,8}(올리|높이|키우|낮추|바꾸|올라).{0,12}m?ap(가|도|는)?.{0,8}(오르|올라|좋아|높아|변|바뀌|커)/],
    en: [
      /(rais|increas|lower|chang)\w{1,4} the score threshold.{0,30}\bm?ap\b/,
      /\bm?ap\b.{0,20}(improves|rises|goes up|changes).{0,30}score threshold/,
    ],
  },
  {
    topic: "object-detection",
    misconception: "duplicates-count",
    correction: {
      ko: "물체 하나는 한 번만 찾을 수 있어요. 점수가 더 높은 검출이 차지하고 나머지는 거짓 양성이에요.",
      en: "An object can be found once. The better scored detection takes it; every further one is a false positive.",
    },
    ko: [/같은물체.{0,20}(두번|여러번|둘|중복|두개).{0,20}(모두|둘다|다|전부)(tp|맞|참|정답)/],
    en: [/(same object|duplicates?).{0,50}(both|all|each).{0,20}(true positives?|tps?\b|correct|right)/],
  },
  {
    topic: "object-detection",
    misconception: "class-does-not-matter",
    correction: {
      ko: "짝짓기는 클래스마다 따로 해요. 상자가 꼭 맞아도 클래스가 다르면 거짓 양성이에요.",
      en: "Matching runs class by class: with the wrong class even a perfect box is a false positive.",
    },
    ko: [/상자(만|가)?(잘)?맞으면.{0,10}클래스(가|는)?(달라도|틀려도|상관없)/],
    en: [/if the box (fits|matches|is right).{0,40}(whatever|regardless of|no matter) (the |which )?class/, /class does(n't| not) matter/],
    denies: true,
  },
  {
    topic: "object-detection",
    misconception: "recall-by-detections",
    correction: {
      ko: "그건 정밀도예요. 재현율은 찾아야 할 물체의 수로 나눠요.",
      en: "That is precision. Recall divides by the number of objects there are to find.",
    },
    ko: [/(재현율|recall)(은|는|=).{0,20}(검출|예측)(한)?(상자)?(의)?(전체)?(수|개수)?(로|으로)나/],
    en: [/recall.{0,30}(divided by|over|\/) ?(the )?(number of )?(all )?(detections|predictions)/],
  },
  {
    topic: "iou",
    misconception: "half-overlap",
    correction: {
      ko: "크기가 같은 두 상자가 절반 겹치면 IoU는 1/3이에요. 겹친 절반을 합집합인 상자 하나 반으로 나눠요: 0.5 ÷ 1.5.",
      en: "Two equal boxes that overlap by half have an IoU of 1/3: the shared half over a union of one and a half boxes, 0.5 ÷ 1.5.",
    },
    ko: [
      /(절반|반|50%)(씩|만|만큼|정도|이|으로|쯤)?.{0,6}(겹|overlap).{0,24}(0\.5(?!\d)|50%|1\/2|절반)/,
      /iou(가|는|=)?(0\.5|50%|1\/2).{0,14}(절반|반)(이|만|을|은|씩|정도)?.{0,6}(겹|overlap)/,
    ],
    en: [
      /half[- ]?overlap\w{0,4}.{0,40}(0?\.5(?!\d)|50 ?%|one half|1\/2)/,
      /(overlap\w{0,4}|shar\w{1,3}|cover\w{0,3}) ?(by|in|for|each other by)? (a )?half.{0,50}(0?\.5(?!\d)|50 ?%|one half|1\/2)/,
      /iou\b.{0,10}(0?\.5(?!\d)|50 ?%).{0,40}\bhalf.{0,14}(overlap|shared|covered)?/,
    ],
    unless: /1\/3|0\.33|third|3분의1|1÷3/,
  },
  {
    topic: "iou",
    misconception: "union-is-sum",
    correction: {
      ko: "더하기만 하면 겹친 부분을 두 번 세요. 한 번 빼야 해요: |A| + |B| − |A∩B|.",
      en: "Adding counts the shared part twice; take it off once: |A| + |B| − |A∩B|.",
    },
    ko: [
      /합집합(은|이|=|:)(?!.{0,20}(교집합|겹친)).{0,6}(두|각)?(상자)?(의)?(넓이|면적)?(의|를|을)?(단순)?(합이|합$|합과|더한|더하)/,
      /(교집합|겹치는|겹친)(넓이|면적|부분|영역)?(의)?(을|를|÷|\/).{0,8}(넓이|면적)(의|를|을)?(단순)?(합(으로|에)?|더한(것|값)?(으로|에)?).{0,4}(나[누눈눠]|$)/,
    ],
    en: [
      /union (is|=|equals) (just |simply )?(the )?(sum of|two areas added|areas? added)(?!.{0,24}intersection)/,
      /\b(intersection|overlap)\b.{0,20}(divided by|over|÷|\/) ?(the )?sum of (the |both |two |their |box )*(areas?|boxes)/,
    ],
    unless: /빼|뺀|minus|subtract|-/,
  },
  {
    topic: "iou",
    misconception: "size-matters",
    correction: {
      ko: "IoU는 넓이의 비율이라 두 상자를 함께 키워도 그대로예요.",
      en: "IoU is a ratio of areas: scaling both boxes leaves it as it is.",
    },
    ko: [/(상자|그림|물체|해상도)(가|이)?(의크기가)?(클수록|커지면|크면|커질수록)iou(도|가|는)?.{0,6}(커|높|크|올라)/],
    en: [/(larger|bigger) (the )?(boxes|box|images?|pictures?|objects?).{0,24}(higher|larger|bigger|greater).{0,10}iou/],
  },
  {
    topic: "iou",
    misconception: "inside-is-one",
    correction: {
      ko: "안에 쏙 들어가면 IoU는 작은 넓이 ÷ 큰 넓이예요. 두 상자가 똑같을 때만 1이에요.",
      en: "Inside, the IoU is the small area over the large one; it is 1 only when both boxes are the same.",
    },
    ko: [/(안에|내부에|포함되|포함하|들어가).{0,16}iou(는|가|=|도)?.{0,4}1(?![\d./])/],
    en: [/(inside|contained|contains|within).{0,40}iou\b.{0,10}\b1(\.0)?(?![\d/.])/],
  },
  {
    topic: "iou",
    misconception: "near-counts",
    correction: {
      ko: "닿지 않는 두 상자의 IoU는 얼마나 가깝든 0이에요.",
      en: "Boxes that do not touch have an IoU of 0, however near they are.",
    },
    ko: [/(겹치지않|안겹치|떨어져있|닿지않).{0,20}iou(가|는|도)?.{0,8}(조금|0보다|있)/],
    en: [/(not (touch|overlap)|without touching|disjoint|apart).{0,30}iou\b.{0,16}(above|greater than|more than|larger than|a little)/],
    unless: /giou|0이|항상0|is 0|zero/,
    denies: true,
  },
  {
    topic: "iou",
    misconception: "over-smaller",
    correction: {
      ko: "분모는 언제나 합집합이에요. 작은 상자로 나누면 큰 상자 속의 작은 상자가 만점을 받아요.",
      en: "The denominator is always the union: dividing by the smaller box would give a tiny box inside a huge one full marks.",
    },
    ko: [/교집합.{0,10}작은.{0,8}(상자|넓이|면적).{0,6}(으로|로)나/],
    en: [/(intersection|overlap).{0,24}(divided by|over|\/) ?(the )?(area of the )?smaller/],
  },
  {
    topic: "nms",
    misconception: "threshold-is-score",
    correction: {
      ko: "NMS 임계값은 점수가 아니라 두 상자의 IoU와 비교해요. 점수는 누구부터 볼지 순서만 정해요.",
      en: "The NMS threshold is compared with the IoU of two boxes, not with a score. Scores only set the order.",
    },
    about: ["nms"],
    ko: [
      /점수(가|의)?.{0,4}(임계값|0\.\d+)(을|를|보다)?.{0,6}(높은|높으|큰|넘는|넘으|이상|초과|위).{0,14}(지우|지운|지워|제거|삭제|버리|버린|없애|없앤|억제)/,
      /nms(의)?임계값(은|는|이)?.{0,4}(confidence|컨피던스|신뢰도|점수)(의)?임계값(과|와|이랑|랑|하고)?.{0,4}(같|동일)/,
      /nms(의)?임계값(보다|은|이).{0,6}점수(가|를|와)?.{0,6}(높|큰|비교|기준|넘)/,
    ],
    en: [
      /(drop|remov|delet|suppress|discard|eras)\w{0,4} .{0,30}(above|over|higher than|greater than|exceed\w{0,3}).{0,16}\bscore\b.{0,4}threshold/,
      /(drop|remov|delet|suppress|discard|eras)\w{0,4} .{0,30}\bscores? .{0,14}(above|over|higher than|greater than|exceed\w{0,3})/,
      /nms threshold.{0,24}(compared with|applies to|is about|is on|cuts) (the |a )?(class |confidence )?scores?/,
    ],
    unless: /iou|겹침(이|과)/,
  },
  {
    topic: "nms",
    misconception: "overlap-survives",
    correction: {
      ko: "반대예요. 많이 겹치면 같은 물체의 중복이라 지우고, 적게 겹치는 상자가 남아요.",
      en: "The other way round: a strong overlap marks a duplicate, which falls. Boxes that overlap little stay.",
    },
    about: ["nms"],
    ko: [
      /(iou|겹침)(가|이)?.{0,12}(높은|큰|넘는|이상인?|많은)(상자|것)(들)?(끼리)?(만|을|를|이|가|은|는)?.{0,8}(남긴|남기|남는|살|유지)/,
      /(iou|겹침)(가|이)?.{0,12}(낮은|작은|미만인?|이하인?|적은)(상자|것)(들)?(만|을|를|이|가|은)?.{0,4}(지우|지운|제거|삭제|버린|버리)/,
    ],
    en: [
      /(keep|surviv|retain)\w{0,4} .{0,30}(iou|overlap)\w{0,4} .{0,14}(above|high|over|greater|exceed)/,
      /(drop|remov|delet|suppress|discard)\w{0,4} .{0,30}(iou|overlap)\w{0,4} .{0,14}(below|low|under|less|smaller)/,
    ],
  },
  {
    topic: "nms",
    misconception: "fallen-still-suppress",
    correction: {
      ko: "지워진 상자는 더 이상 끼어들지 않아요. 지워진 상자하고만 겹치는 상자는 살아남아요.",
      en: "A fallen box takes no further part: a box that overlaps only fallen ones survives.",
    },
    ko: [
      /(지워진|제거된|삭제된|억제된|버려진|사라진|탈락한)(상자|것)?(들)?(도|가|이|역시).{0,24}(지우|지운|지울|지워|제거[한하할해]|억제[한하할해]|삭제[한하할해]|없앤|없애)/,
    ],
    en: [
      /(suppressed|removed|fallen|dropped|deleted) (box(es)?|ones?) (can |will |may )?(still |also |too )?.{0,8}(suppress|remove|delete|drop|kill)/,
      /\bbox(es)? (that |which )?(were |was |are |is |have been |has been |got )?(already )?(suppressed|removed|dropped|deleted) (can |will |may )?(still|also|too) .{0,4}(suppress|remove|delete|drop|kill)/,
    ],
  },
  {
    topic: "nms",
    misconception: "across-classes",
    correction: {
      ko: "NMS는 클래스마다 따로 해요. 클래스가 다른 상자는 겹쳐도 서로를 지우지 않아요.",
      en: "NMS runs class by class: boxes of different classes do not suppress each other.",
    },
    about: ["nms"],
    ko: [
      /(다른|서로다른)클래스(끼리|의상자|상자|인상자|도|라도|여도|간).{0,20}(지운|지우|지워|제거|억제|삭제|하나만남)/,
      /클래스(와|를|에|가)?(상관없이|관계없이|구분없이|무관하게|무시하고|구분하지않고|달라도).{0,24}(nms|지우|지운|지워|제거|억제|적용|한번)/,
    ],
    en: [
      /\b(nms|compares?|suppress\w{0,3}|remov\w{1,3}|runs?)\b.{0,24}\ball (the )?classes (together|at once|jointly)/,
      /(different|other|two) class(es)?.{0,30}(suppress|remove|drop|delete) /,
      /(suppress|remov|drop|nms|runs?|applied).{0,30}(across|regardless of|ignoring|irrespective of|over all|for all|no matter) (the |which |all )?class(es)?/,
    ],
    unless: /(하지|지)않|없다|do(es)? not|n't|never|per class|클래스마다|클래스별/,
    denies: true,
  },
  {
    topic: "nms",
    misconception: "greedy-is-optimal",
    correction: {
      ko: "NMS는 그때그때 가장 좋은 상자를 고르는 탐욕법이에요. 전체로 보면 더 나은 묶음이 있을 수 있어요.",
      en: "NMS is greedy: it takes the best at each moment. Seen as a whole, another set can be better.",
    },
    about: ["nms"],
    notAbout: ["detr"],
    ko: [
      /nms.{0,24}(최적|optimal|점수(합|의합)(이|가)(가장|최대)).{0,10}(찾|보장|해|조합|묶음|이다)/,
      /(최적의|가장좋은)상자(의)?(조합|묶음|집합)(을|를)?.{0,4}(찾|고르|고른|보장|구한)/,
    ],
    en: [/(nms|non-?max\w{0,6} suppression).{0,40}(globally )?optimal/],
  },
  {
    topic: "nms",
    misconception: "higher-drops-more",
    correction: {
      ko: "반대예요. IoU가 임계값을 넘어야 지워지니까, 임계값이 높을수록 중복이 더 많이 남아요.",
      en: "The other way round: a box falls when its IoU exceeds the threshold, so a higher one lets more duplicates live.",
    },
    about: ["nms"],
    ko: [
      /임계값(을|를|이)?(높이|높을|올리|올릴|키우|키울|크면|클|높으).{0,12}(많이|더많은|더).{0,10}(지우|지워|제거|삭제|사라|없어)/,
      /(^|임계값(을|를|이|가)?)(낮추면|낮출수록|낮으면|낮을수록|내리면|내릴수록|줄이면|줄일수록|작으면|작을수록).{0,8}(상자|중복).{0,6}(많이|많은|더(?=남|살)).{0,6}(남|살)/,
      /^(높이면|높일수록|높으면|높을수록|올리면|올릴수록).{0,8}(상자|중복).{0,6}(많이|많은|더(?=지|제|삭|사|없)).{0,6}(지우|지워|제거|삭제|사라|없어)/,
    ],
    en: [
      /(higher|raising|larger|increasing|bigger).{0,20}threshold.{0,16}(removes|drops|suppresses|deletes|kills) more/,
      /(lower|lowering|smaller|decreasing|reducing).{0,20}threshold.{0,16}(keeps|leaves|lets through) more/,
    ],
    unless: /점수|score/,
  },
  {
    topic: "nms",
    misconception: "soft-drops",
    correction: {
      ko: "Soft-NMS는 상자를 지우지 않고, 겹친 만큼 점수를 낮춰요.",
      en: "Soft-NMS drops no box: it lowers scores by how much boxes overlap.",
    },
    ko: [/soft-?nms(는|도|은|에서|에서는)?.{0,24}(지운다|지우|제거|삭제|버린다)/],
    en: [/soft-?\s?nms.{0,30}(drops?|removes?|deletes?|discards?)\b/],
  },
  {
    topic: "nms",
    misconception: "high-score-survives",
    correction: {
      ko: "점수가 높아도 더 좋은 상자와 많이 겹치면 지워져요. 점수는 순서만 정해요.",
      en: "A high score does not protect: a better box that covers it removes it. Scores only set the order.",
    },
    about: ["nms"],
    ko: [
      /점수가(충분히|일정이상)?(높은|높으면|크면)(상자는|상자가)?.{0,8}(절대|항상|무조건)?(지워지지않|제거되지않|삭제되지않|무조건남|항상남)/,
    ],
    en: [/(high(er)?|large) (enough )?scores?.{0,24}(cannot|can't|never|is not|are not) (be )?(suppress|remov|dropp)/],
    denies: true,
  },
];
