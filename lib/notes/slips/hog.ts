import type { SlipRule } from "./rule";

/** Histograms of gradients and the machine that judges them. */
export const hog: readonly SlipRule[] = [
  {
    topic: "hog-svm",
    misconception: "gradient-of-each-object",
    correction: {
      ko: "HOG는 물체가 가진 기울기를 보는 것이 아니에요. 창 안의 칸마다 기울기의 방향을 크기로 가중한 히스토그램을 만들고, 그것을 SVM이 판정해요.",
      en: "HOG does not look at a gradient that an object has: each cell of a window gets a histogram over gradient orientation, weighted by magnitude, which an SVM then judges.",
    },
    about: ["hog-svm"],
    ko: [
      /물체(들)?(마다|별로|별|각각)?(이|가|의)?.{0,6}(가지|갖|가진|지니|지닌|고유|특유|자체).{0,8}기울기/,
      /물체(마다|별로)(의|다른)?.{0,4}기울기(들)?(을|를)(보|이용|비교|찾|탐지)/,
    ],
    en: [/gradients? (that )?(each|every|an|the) objects? (has|have|owns?)/, /(each|every) object('s)? (has |own |its )+.{0,8}gradient/],
    unless: /방향|히스토그램|histogram|orientation|direction|\bbin/,
  },
  {
    topic: "hog-svm",
    misconception: "counts-pixels",
    correction: {
      ko: "HOG의 히스토그램은 픽셀 수를 세지 않고, 방향마다 기울기의 크기를 더해요.",
      en: "The histogram does not count pixels: it adds up gradient magnitudes for each orientation.",
    },
    about: ["hog-svm"],
    ko: [/픽셀(의)?(수|개수)(를|만)?(세|센|카운트)/],
    en: [/counts? (the )?(number of )?pixels/],
  },
  {
    topic: "hog-svm",
    misconception: "signed-directions",
    correction: {
      ko: "HOG의 방향은 부호 없이 0–180°를 9칸으로 나눠요. 밝아지는 경계와 어두워지는 경계를 구분하지 않아요.",
      en: "HOG's nine bins are unsigned, 0–180°: light-to-dark and dark-to-light count alike.",
    },
    about: ["hog-svm"],
    ko: [/0(도)?[~\-–]360/],
    en: [/\b0 ?(°|degrees)?( to |[~\-–]) ?360/],
    unless: /180/,
  },
  {
    topic: "hog-svm",
    misconception: "bars-along-the-edge",
    correction: { ko: "기울기는 경계를 따라가지 않고 경계에 수직으로 서요.", en: "A gradient stands across the edge, not along it." },
    ko: [/기울기(의)?(방향)?(은|는|이).{0,6}(경계|에지|엣지|edge)(선)?(를|을|와|과)?(따라|나란|평행|같은방향)/],
    en: [/gradients? (vectors? )?(point|run|lie|go|is|are)s? (along|parallel to) (the |an )?edge/],
  },
  {
    topic: "hog-svm",
    misconception: "any-separating-line",
    correction: {
      ko: "SVM은 나누는 선 가운데 여백이 가장 넓은 선을 골라요.",
      en: "Of all lines that separate, an SVM takes the one with the widest margin.",
    },
    about: ["hog-svm"],
    ko: [
      /(나누|가르|구분하)기만하면.{0,10}(선|직선|평면)/,
      /(아무|어떤)(선|직선|초평면)(이나|이든|으로나).{0,10}(나누|가르|구분|상관없|된)/,
    ],
    en: [/any (line|hyperplane) that separates/],
  },
];
