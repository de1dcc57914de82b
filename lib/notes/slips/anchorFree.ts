import type { SlipRule } from "./rule";

/** Detectors without anchors and without NMS. */
export const anchorFree: readonly SlipRule[] = [
  {
    topic: "detr",
    misconception: "queries-are-classes",
    correction: {
      ko: "질의는 클래스가 아니라 물어보는 자리예요. 어느 질의든 어떤 클래스의 물체라도 답할 수 있고, 짝이 없으면 ‘물체 없음’이라고 해요.",
      en: "A query is no class but a place that asks: any query may answer for an object of any class, and says “no object” otherwise.",
    },
    about: ["detr"],
    ko: [
      /쿼리(들)?(하나|마다|1개|는|가|당|각각|별로|각각은|각각이|하나하나).{0,10}클래스(하나|가하나|를하나|를뜻|를의미|를담당|에대응|에해당|를나타|마다|별|당|를맡|한개|이다|와같|와1:1)/,
      /클래스(마다|별로|당|하나에)쿼리/,
      /쿼리(=|==)클래스/,
      /쿼리(마다|별로|는|가)?.{0,6}(담당|맡은|맡는|맡을|정해진|고정된).{0,8}클래스/,
    ],
    en: [
      /\bquer(y|ies)\b.{0,24}\b(one|per|for (each|every|a)|represents?|stands? for|corresponds? to|are|is a|=)\b.{0,14}\bclass(es)?\b/,
      /\b(one|a) query (per|for (each|every)) class/,
      /\bquer(y|ies)\b.{0,16}\b(responsible for|in charge of|handles?|takes? care of|looks? for|assigned to) .{0,10}\bclass(es)?\b/,
      /\bquer(y|ies) ?(=|==) ?class/,
    ],
    unless: /matched|매칭/,
  },
  {
    topic: "detr",
    misconception: "unmatched-are-ignored",
    correction: {
      ko: "짝이 없는 질의도 ‘물체 없음’이라고 답해야 하고, 그 손실을 0.1의 무게로 내요.",
      en: "An unmatched query has to say “no object”, and pays for it with a weight of 0.1.",
    },
    about: ["detr"],
    ko: [
      /(매칭(이|되지)?(되지|안|않은|않)?(된|않은)?|남은|나머지|짝(이|을)?(없는|못찾은)|매치되지않은).{0,4}쿼리.{0,16}(무시|버려|버린|제외|손실(에서|에|을)?(빠|빼|안|제외|계산하지않|없))/,
    ],
    en: [
      /(unmatched|remaining|left[- ]over|other) quer\w{1,3} .{0,20}(ignored|dropped|discarded|thrown away|no loss|not penali[sz]ed|free)/,
    ],
    unless: /무시(하지|되지)않|not ignored|n't ignored/,
    denies: true,
  },
  {
    topic: "detr",
    misconception: "needs-nms",
    correction: {
      ko: "DETR에는 앵커도 NMS도 없어요. 중복을 내지 않는 것까지 일대일 짝짓기로 배워요.",
      en: "DETR has neither anchors nor NMS: one-to-one matching teaches it not to answer twice.",
    },
    about: ["detr"],
    notAbout: ["yolo", "ssd", "retinanet", "rpn", "r-cnn", "fast-r-cnn", "objects-as-points"],
    ko: [
      /(nms|앵커)(를|을|가|도|로)?.{0,8}(쓴다|쓰고|써서|사용(한|하|해)|적용(한|하|해)|필요(하다|하고|함|합)|거친|거쳐|돌린|돌려|해야|해줘야|해준다)/,
      /nms(로|를써서).{0,8}(중복|겹치).{0,8}(지운|지우|제거|없앤|없애)/,
      /(마지막에|후처리로|그다음(에)?|이후(에)?)nms/,
    ],
    en: [
      /\b(uses?|needs?|requires?|applies|followed by|runs?|still has|relies on) .{0,10}(nms|non-?max\w{0,6}|anchors?)\b/,
      /(\bthen|\bfinally|\+|\bafter that) ?,? ?(an? |the )?(nms|non-?max\w{0,6})\b|\b(nms|non-?max\w{0,6}( suppression)?) (removes?|drops?|to (remove|drop|filter|get rid of|suppress))\b/,
    ],
    unless: /기존|다른|이전|전통|원래|대부분|others?\b|previous|traditional|existing|earlier|most|usual|classic/,
  },
  {
    topic: "detr",
    misconception: "nearest-query",
    correction: {
      ko: "가까운 질의를 고르는 것이 아니라, 전체 비용이 가장 작은 일대일 짝을 헝가리안 알고리즘으로 찾아요.",
      en: "The matching is global and one-to-one, of least total cost (Hungarian), not each object to its nearest query.",
    },
    ko: [/(가장)?가까운쿼리(가|와|를|에).{0,10}(매칭|짝|맡|담당|할당)/],
    en: [/(nearest|closest) query/],
    about: ["detr"],
  },
  {
    topic: "objects-as-points",
    misconception: "needs-nms",
    correction: {
      ko: "CenterNet은 NMS를 쓰지 않아요. 3×3 최대 풀링과 같은 값인 칸만 봉우리로 남겨요.",
      en: "CenterNet needs no NMS: a peak is a cell that equals its 3×3 maximum.",
    },
    about: ["objects-as-points"],
    notAbout: ["yolo", "ssd", "retinanet", "rpn", "detr"],
    ko: [
      /(nms|앵커)(를|을|가|도|로)?.{0,8}(쓴다|쓰고|써서|사용(한|하|해)|적용(한|하|해)|필요(하다|하고|함|합)|거친|거쳐|돌린|돌려|해야|해줘야|해준다)/,
      /nms(로|를써서).{0,8}(중복|겹치).{0,8}(지운|지우|제거|없앤|없애)/,
      /(마지막에|후처리로|그다음(에)?|이후(에)?)nms/,
    ],
    en: [
      /\b(uses?|needs?|requires?|applies|followed by|runs?|still has|relies on) .{0,10}(nms|non-?max\w{0,6}|anchors?)\b/,
      /(\bthen|\bfinally|\+|\bafter that) ?,? ?(an? |the )?(nms|non-?max\w{0,6})\b|\b(nms|non-?max\w{0,6}( suppression)?) (removes?|drops?|to (remove|drop|filter|get rid of|suppress))\b/,
    ],
    unless: /기존|다른|이전|전통|원래|대부분|others?\b|previous|traditional|existing|earlier|most|usual|classic/,
  },
  {
    topic: "objects-as-points",
    misconception: "every-hot-cell",
    correction: {
      ko: "뜨거운 칸이 모두 물체는 아니에요. 이웃 3×3에서 가장 큰 칸만 봉우리로 세요.",
      en: "Not every hot cell is a detection: only a cell that no neighbour in its 3×3 exceeds.",
    },
    about: ["objects-as-points"],
    ko: [/(뜨거운|밝은|값이?높은|임계값(을)?넘는)(모든)?(셀|칸|픽셀|점)(마다|은모두|이모두|전부|은다|하나하나).{0,8}(검출|물체|상자)/],
    en: [/(every|each|all) (hot|bright|high) (cells?|pixels?|points?) (is|are|becomes?|counts? as) (an? |)(detection|object)/],
  },
  {
    topic: "objects-as-points",
    misconception: "gaussian-is-extent",
    correction: {
      ko: "가우시안은 물체의 크기가 아니라, 모서리가 얼마나 어긋나도 되는지를 나타내요. 크기는 따로 예측해요.",
      en: "The Gaussian says how far a corner may stray, not how large the object is; the size has a head of its own.",
    },
    ko: [/(가우시안|gaussian)(의)?(크기|범위|폭)?(는|은|이|가)?.{0,6}물체(의)?(크기|범위|영역)(다|이다|를|와같)/],
    en: [
      /gaussian .{0,20}(is|shows|marks|gives|covers|equals) (the )?(extent|size|area) of the object|gaussian .{0,16}object'?s (extent|size|area)/,
    ],
  },
];
