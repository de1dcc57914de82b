/**
 * One spelling for the words that slips are told by. Notes mix Korean, English and Korean spellings of English, with and without spaces:
 * "feature map", "피처맵" and "특징 맵" all become 특징맵. Longer ones stand first.
 */
const SAME: readonly (readonly [string, readonly string[]])[] = [
  ["경사하강", ["gradient descent", "경사 하강법", "경사 하강", "경사하강법", "그래디언트 디센트"]],
  ["경사상승", ["gradient ascent", "경사 상승법", "경사 상승", "그래디언트 어센트"]],
  [
    "특징맵",
    [
      "feature maps",
      "feature map",
      "activation maps",
      "activation map",
      "피처 맵",
      "피쳐 맵",
      "특성 맵",
      "특징 맵",
      "특징 지도",
      "활성화 맵",
    ],
  ],
  ["수용영역", ["receptive fields", "receptive field", "receptive feild", "리셉티브 필드", "수용 영역", "수용 필드", "수용장"]],
  [
    "fc",
    [
      "fully connected layer",
      "fully connected",
      "fc layer",
      "fc 레이어",
      "fc 층",
      "dense layer",
      "dense 층",
      "완전 연결 층",
      "완전 연결층",
      "완전연결층",
      "완전 연결",
      "fc",
    ],
  ],
  ["쿼리", ["object queries", "object query", "queries", "query", "오브젝트 쿼리", "객체 쿼리", "물체 쿼리"]],
  [
    "상자",
    [
      "bounding boxes",
      "bounding box",
      "bounding 박스",
      "bboxes",
      "bbox",
      "boxes",
      "box",
      "바운딩 박스",
      "바운딩 상자",
      "경계 상자",
      "박스",
    ],
  ],
  ["앵커", ["anchor boxes", "anchor box", "anchors", "anchor", "앵커 박스", "앵커 상자"]],
  [
    "후보",
    ["region proposals", "region proposal", "proposals", "proposal", "후보 영역", "영역 제안", "영역 후보", "리전 프로포절", "프로포절"],
  ],
  ["영역", ["regions", "region", "리전"]],
  ["가중치", ["weights", "weight", "웨이트", "parameters", "parameter", "파라미터"]],
  ["기울기", ["gradients", "gradient", "그래디언트", "그라디언트", "그레디언트", "그래디언"]],
  ["클래스", ["classes", "class"]],
  ["합성곱", ["convolutions", "convolution", "convolve", "컨볼루션", "콘볼루션", "컨벌루션", "conv"]],
  ["군집", ["clusters", "cluster", "클러스터"]],
  ["거리", ["distances", "distance"]],
  ["물체", ["objects", "object", "객체", "오브젝트", "사물"]],
  ["그림", ["images", "image", "이미지", "영상", "사진"]],
  ["점수", ["scores", "score", "스코어"]],
  ["임계값", ["threshold", "쓰레스홀드", "스레시홀드", "쓰레숄드", "임계치", "문턱값", "역치"]],
  ["커널", ["kernels", "kernel", "filters", "filter", "필터"]],
  ["손실", ["losses", "loss", "로스", "손실 함수", "손실값"]],
  ["재학습", ["retraining", "retrain", "재훈련", "다시 학습", "다시 훈련", "학습을 다시", "훈련을 다시"]],
  ["학습", ["training", "train", "훈련", "트레이닝"]],
  ["픽셀", ["pixels", "pixel", "화소"]],
  ["패치", ["patches", "patch"]],
  ["음성", ["negatives", "negative", "네거티브"]],
  ["양성", ["positives", "positive", "포지티브"]],
  ["예제", ["examples", "example", "samples", "sample", "샘플", "예시"]],
  ["층", ["layers", "layer", "레이어", "계층"]],
  ["모델", ["models", "model", "networks", "network", "네트워크", "신경망"]],
  ["백본", ["backbone"]],
  ["알파", ["alpha", "α"]],
  ["감마", ["gamma", "γ"]],
  ["역전파", ["backpropagation", "back propagation", "backprop", "백프롭"]],
  ["크기", ["size", "사이즈"]],
  ["전치", ["transposed", "transpose", "트랜스포즈"]],
  ["델타", ["deltas", "delta", "offsets", "offset", "오프셋", "변화량", "보정값"]],
  ["좌표", ["coordinates", "coordinate"]],
  ["겹침", ["overlap", "overlab", "오버랩"]],
  ["확률", ["probabilities", "probability"]],
  ["예측", ["prediction", "predict"]],
  ["배경", ["background"]],
  ["로짓", ["logits", "logit"]],
  ["회색", ["grey", "gray"]],
  ["풀링", ["pooling"]],
  ["디컨브", ["deconvnet", "deconv", "디컨브넷"]],
  ["퍼플렉시티", ["perplexity"]],
];

const CANON: ReadonlyMap<string, string> = new Map(SAME.flatMap(([one, others]) => others.map((other) => [compact(other), one] as const)));

const VARIANTS = SAME.flatMap(([, others]) => others)
  .sort((a, b) => b.length - a.length)
  .map((word) => {
    const pattern = word.replace(/ /g, "[\\s-]?");
    return /^[a-z]/.test(word) ? `(?<![a-z])${pattern}(?![a-z])` : pattern;
  });
const VARIANT = new RegExp(VARIANTS.join("|"), "g");

/** Without white space and hyphens between letters. */
function compact(text: string): string {
  return text.replace(/[\s-]+/g, "");
}

/** Lower case, one sign for times, plain quotes: what English patterns are held against. */
export function english(text: string): string {
  return text
    .toLowerCase()
    .replace(/(\d)\s*[x×*✕]\s*(?=\d)/g, "$1x")
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** The same without white space and with one spelling a thing: what Korean patterns are held against. */
export const korean = (text: string): string =>
  english(text)
    .replace(VARIANT, (word) => CANON.get(compact(word)) ?? word)
    .replace(/\s+/g, "");

export const hasHangul = (text: string): boolean => /[가-힣]/.test(text);
