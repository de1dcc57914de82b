import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { josa, particle, type Pair } from "./particles";
import { sino } from "./sino";
import { spoken } from "./spoken";

/** Checked by hand, read aloud: the text, and the text with 을/를 and 으로/로 behind it. */
const CASES: readonly (readonly [string, string, string])[] = [
  // Hangul
  ["상자", "를", "로"],
  ["물체", "를", "로"],
  ["임계값", "을", "으로"],
  ["점수", "를", "로"],
  ["그림", "을", "으로"],
  ["픽셀", "을", "로"],
  ["채널", "을", "로"],
  ["앵커", "를", "로"],
  ["합집합", "을", "으로"],
  ["말", "을", "로"],
  ["양", "을", "으로"],
  ["텔레비전", "을", "으로"],
  ["강아지", "를", "로"],
  ["서울", "을", "로"],
  ["기차", "를", "로"],
  ["ㄱ", "을", "으로"],
  ["ㄹ", "을", "로"],
  ["ㅏ", "를", "로"],
  // Letters of boxes and cells
  ["A", "를", "로"],
  ["B", "를", "로"],
  ["C", "를", "로"],
  ["D", "를", "로"],
  ["E", "를", "로"],
  ["F", "를", "로"],
  ["G", "를", "로"],
  ["H", "를", "로"],
  ["J", "를", "로"],
  ["K", "를", "로"],
  ["L", "을", "로"],
  ["URL", "을", "로"],
  ["label", "을", "로"],
  ["17", "을", "로"],
  ["−0.8", "을", "로"],
  ["M", "을", "으로"],
  ["N", "을", "으로"],
  ["O", "를", "로"],
  ["Q", "를", "로"],
  ["R", "을", "로"],
  ["S", "를", "로"],
  ["X", "를", "로"],
  ["Z", "를", "로"],
  ["AA", "를", "로"],
  ["AL", "을", "로"],
  // Abbreviations
  ["NMS", "를", "로"],
  ["Soft-NMS", "를", "로"],
  ["IoU", "를", "로"],
  ["GIoU", "를", "로"],
  ["CNN", "을", "으로"],
  ["R-CNN", "을", "으로"],
  ["Faster R-CNN", "을", "으로"],
  ["RPN", "을", "으로"],
  ["FPN", "을", "으로"],
  ["SSD", "를", "로"],
  ["SVM", "을", "으로"],
  ["HOG + SVM", "을", "으로"],
  ["mAP", "를", "로"],
  ["AP", "를", "로"],
  ["RoI", "를", "로"],
  ["RoIs", "를", "로"],
  ["CNNs", "를", "로"],
  ["DETR", "을", "로"],
  ["XML", "을", "로"],
  ["LSTM", "을", "으로"],
  ["GPU", "를", "로"],
  ["WebGPU", "를", "로"],
  ["WebGL", "을", "로"],
  ["t-SNE", "를", "로"],
  ["VOC", "를", "로"],
  ["EmojiVOC", "를", "로"],
  ["XP", "를", "로"],
  // Names that are said as a word
  ["YOLO", "를", "로"],
  ["COCO", "를", "로"],
  ["HOG", "를", "로"],
  ["ReLU", "를", "로"],
  ["CAM", "을", "으로"],
  ["Grad-CAM", "을", "으로"],
  ["Guided Grad-CAM", "을", "으로"],
  ["HiResCAM", "을", "으로"],
  ["GAP", "을", "으로"],
  ["WASM", "을", "으로"],
  ["ResNet", "을", "으로"],
  ["RetinaNet", "을", "으로"],
  ["CenterNet", "을", "으로"],
  ["deconvnet", "을", "으로"],
  ["Deconvnet", "을", "으로"],
  ["backprop", "을", "으로"],
  ["guided backprop", "을", "으로"],
  ["SmoothGrad", "를", "로"],
  ["softmax", "를", "로"],
  ["focal loss", "를", "로"],
  ["saliency", "를", "로"],
  ["occlusion", "을", "으로"],
  ["gradient", "를", "로"],
  ["logit", "을", "으로"],
  ["map", "을", "으로"],
  ["heatmap", "을", "으로"],
  ["kernel", "을", "로"],
  ["recall", "을", "로"],
  ["table", "을", "로"],
  ["precision", "을", "으로"],
  ["anchor", "를", "로"],
  ["baseline", "을", "으로"],
  ["dataset", "을", "으로"],
  ["network", "를", "로"],
  ["block", "을", "으로"],
  ["RoI pooling", "을", "으로"],
  ["Google", "을", "로"],
  ["GitHub", "를", "로"],
  ["Asia/Seoul", "을", "로"],
  ["Asia/Tokyo", "를", "로"],
  ["TF.js", "를", "로"],
  ["BoxUp", "을", "으로"],
  // Greek
  ["γ", "를", "로"],
  ["α", "를", "로"],
  ["λ", "를", "로"],
  ["ε", "을", "으로"],
  ["σ", "를", "로"],
  // Numbers
  ["0", "을", "으로"],
  ["1", "을", "로"],
  ["2", "를", "로"],
  ["3", "을", "으로"],
  ["4", "를", "로"],
  ["5", "를", "로"],
  ["6", "을", "으로"],
  ["7", "을", "로"],
  ["8", "을", "로"],
  ["9", "를", "로"],
  ["10", "을", "으로"],
  ["12", "를", "로"],
  ["100", "을", "으로"],
  ["2,000", "을", "으로"],
  ["8,732", "를", "로"],
  ["10,000", "을", "으로"],
  ["100000000", "을", "으로"],
  ["1000000000000", "를", "로"],
  ["−3", "을", "으로"],
  ["-2", "를", "로"],
  ["0.5", "를", "로"],
  [".5", "를", "로"],
  ["0.50", "을", "으로"],
  ["0.37", "을", "로"],
  ["−0.34", "를", "로"],
  ["1/2", "을", "로"],
  ["2/3", "를", "로"],
  ["1/3", "을", "로"],
  ["½", "을", "로"],
  ["86%", "를", "로"],
  ["86.5%", "를", "로"],
  ["12px", "을", "로"],
  ["12 px", "을", "로"],
  ["33 ms", "를", "로"],
  ["5 kg", "을", "으로"],
  ["45 fps", "를", "로"],
  ["30°", "를", "로"],
  ["10²", "을", "으로"],
  ["10⁻³", "을", "으로"],
  ["3×3", "을", "으로"],
  ["112×112", "를", "로"],
  ["1:2", "를", "로"],
  ["conv4c", "를", "로"],
  ["VGG16", "을", "으로"],
  ["ResNet-101", "을", "로"],
  ["VOC07", "을", "로"],
  ["SSD300", "을", "으로"],
  ["P3", "을", "으로"],
  ["x₁", "을", "로"],
  ["mAP@.5", "를", "로"],
  ["mAP@[.5:.95]", "를", "로"],
  ["M′", "을", "으로"],
  ["Grad-CAM++", "를", "로"],
  ["∞", "를", "로"],
  // Brackets, quotation marks, mark-up
  ["IoU(겹침)", "를", "로"],
  ["겹침(IoU)", "을", "으로"],
  ["상자 (A, L)", "를", "로"],
  ["(−2, 3)", "을", "으로"],
  ["비최대 억제(non-maximum suppression, NMS)", "를", "로"],
  ["중첩(하나(둘))", "을", "으로"],
  ["“버스”", "를", "로"],
  ["'강아지'", "를", "로"],
  ["**NMS**", "를", "로"],
  ["`softmax`", "를", "로"],
  ["그림.", "을", "으로"],
  ["배 🚢", "를", "로"],
];

/** The forms behind a vowel. */
const OPEN = new Set(["를", "로"]);

describe("particle", () => {
  it.each(CASES)("puts behind %s the particles %s and %s", (text, object, way) => {
    expect([particle(text, "을/를"), particle(text, "으로/로")]).toEqual([object, way]);
  });

  it("is checked by hand on at least 120 texts, of each ending at least 30", () => {
    expect(new Set(CASES.map(([text]) => text)).size).toBeGreaterThanOrEqual(120);
    const endings = CASES.map(([, object, way]) => (OPEN.has(object) ? "vowel" : OPEN.has(way) ? "ㄹ" : "consonant"));
    for (const ending of ["vowel", "ㄹ", "consonant"]) expect(endings.filter((e) => e === ending).length).toBeGreaterThanOrEqual(30);
  });

  it.each<readonly [string | number, Pair, string]>([
    ["IoU", "이/가", "IoU가"],
    ["A", "은/는", "A는"],
    ["M", "과/와", "M과"],
    ["0.33", "이에요/예요", "0.33이에요"],
    ["−0.5", "이에요/예요", "−0.5예요"],
    [7, "이라/라", "7이라"],
    ["강아지", "이면/면", "강아지면"],
    ["버스", "이나/나", "버스나"],
    ["7", "이나/나", "7이나"],
    ["deconvnet", "으로는/로는", "deconvnet으로는"],
    ["saliency", "이었어요/였어요", "saliency였어요"],
    ["Grad-CAM", "이라고/라고", "Grad-CAM이라고"],
    ["픽셀", "으로부터/로부터", "픽셀로부터"],
  ])("writes %s with %s as %s", (text, pair, expected) => {
    expect(josa(text, pair)).toBe(expected);
  });

  it("gives both forms where nobody can tell how the text is read", () => {
    expect([
      josa("山田", "을/를"),
      josa("", "으로/로"),
      josa("…", "이라/라"),
      josa("()", "이에요/예요"),
      josa("山田", "이/가"),
      josa("山田", "과/와"),
    ]).toEqual(["山田을(를)", "(으)로", "…(이)라", "()(이)에요", "山田이(가)", "山田과(와)"]);
  });

  it("reads brackets when asked to", () => {
    expect(josa("확률 P(개)", "이/가", { parentheses: "read" })).toBe("확률 P(개)가");
    expect(josa("겹침(면적)", "을/를", { parentheses: "read" })).toBe("겹침(면적)을");
  });
});

describe("the reading", () => {
  it.each([
    ["IoU", "아이오유"],
    ["NMS", "엔엠에스"],
    ["deconvnet", "디콘브넷"],
    ["R-CNN", "시엔엔"],
    ["ReLU", "렐루"],
    ["γ", "감마"],
    ["−3", "마이너스 삼"],
    ["x − 3", "마이너스 삼"],
    ["ResNet-50", "오십"],
    ["86%", "퍼센트"],
    ["12 px", "픽셀"],
    ["2/3", "삼분의 이"],
    ["−1/2", "마이너스 이분의 일"],
    ["10⁻³", "마이너스 삼 승"],
    ["VOC07", "영칠"],
    ["0.5–0.75", "영 점 칠오"],
  ])("of %s is %s", (text, reading) => {
    expect(spoken(text)?.reading).toBe(reading);
  });
});

const hangul = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));
const word = fc.oneof(
  hangul,
  fc.constantFrom(...CASES.map(([text]) => text).filter((text) => !/[()]/.test(text))),
  fc.integer().map(String),
  fc.stringMatching(/^[A-Za-z]{1,12}$/),
);

describe("particles hold for every text", () => {
  it("a Hangul syllable takes 을 exactly when Unicode decomposes it into three letters, and 로 when the third is ㄹ", () => {
    fc.assert(
      fc.property(hangul, (syllable) => {
        const letters = [...syllable.normalize("NFD")];
        expect(particle(syllable, "을/를")).toBe(letters.length === 3 ? "을" : "를");
        expect(particle(syllable, "으로/로")).toBe(letters.length === 3 && letters[2] !== "\u11af" ? "으로" : "로");
      }),
      { numRuns: 2000 },
    );
  });

  it("every number takes what its Hangul reading takes", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, digits) => {
        const text = value.toFixed(digits);
        expect(particle(text, "으로/로")).toBe(particle(sino(text), "으로/로"));
        expect(particle(text, "이/가")).toBe(particle(sino(text), "이/가"));
      }),
      { numRuns: 1000 },
    );
  });

  it("a sign in front, quotation marks around and brackets behind change nothing", () => {
    fc.assert(
      fc.property(word, fc.stringMatching(/^[A-Za-z0-9가-힣 ,]{0,10}$/), (text, aside) => {
        const own = particle(text, "으로/로");
        expect(particle(`“${text}”`, "으로/로")).toBe(own);
        expect(particle(`${text}(${aside})`, "으로/로")).toBe(own);
        expect(particle(`−${text}`, "으로/로")).toBe(own);
        expect(particle(`두 ${text}`, "으로/로")).toBe(own);
      }),
      { numRuns: 2000 },
    );
  });

  it("any text at all keeps its words and gets one of the forms", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const written = josa(text, "을/를");
        expect(written.startsWith(text)).toBe(true);
        expect(["을", "를", "을(를)"]).toContain(written.slice(text.length));
      }),
      { numRuns: 2000 },
    );
  });

  it("no word of the prototype is taken for a word of the field", () => {
    for (const text of ["constructor", "toString", "hasOwnProperty"]) expect(["을", "를"]).toContain(particle(text, "을/를"));
  });
});
