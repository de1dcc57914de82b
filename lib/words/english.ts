import { num } from "./numbers";

/** Plurals that no rule gives, and words that are their own plural. */
const IRREGULAR = new Map(
  Object.entries({
    person: "people",
    child: "children",
    man: "men",
    woman: "women",
    mouse: "mice",
    foot: "feet",
    half: "halves",
    leaf: "leaves",
    index: "indices",
    matrix: "matrices",
    vertex: "vertices",
    axis: "axes",
    analysis: "analyses",
    hypothesis: "hypotheses",
    maximum: "maxima",
    minimum: "minima",
    sheep: "sheep",
    fish: "fish",
    series: "series",
    px: "px",
  }),
);

/** Capitals that are said as a word, not spelt. */
const SAID = /^(?:YOLO|COCO|HOG|CAM|GAP|GAN|LIME|SHAP|BERT|DETR|PASCAL|WASM|JSON|FLOPS?|RAM|ROM|SIFT|SIMD|NASA)$/;
/** Mixed spellings that are spelt all the same. */
const SPELT = /^(?:mAP|RoI|ROI|[GDC]?IoU|XP|MNIST)/;
const LETTERS_WITH_VOWEL = "AEFHILMNORSX";

/**
 * The plural of an English noun; of several words the last one changes.
 * @example plural("box") → "boxes" · plural("potted plant") → "potted plants" · plural("RoI") → "RoIs"
 */
export function plural(noun: string): string {
  const cut = noun.lastIndexOf(" ") + 1;
  const [before, last] = [noun.slice(0, cut), noun.slice(cut)];
  const irregular = IRREGULAR.get(last);
  if (irregular !== undefined) return before + irregular;
  if (/[A-Z]$/.test(last)) return `${noun}s`;
  if (/(?:s|x|z|ch|sh)$/.test(last)) return `${noun}es`;
  if (/[^aeiou]y$/.test(last)) return `${noun.slice(0, -1)}ies`;
  return `${noun}s`;
}

/**
 * A number of things: count(1, "box") → "1 box" · count(3, "box") → "3 boxes" · count(0, "box") → "0 boxes".
 * @param many the plural, only where it is not formed by rule
 */
export const count = (n: number, noun: string, many?: string): string => `${num(n)} ${n === 1 ? noun : (many ?? plural(noun))}`;

/**
 * A word with the indefinite article its sound asks for.
 * @example an("IoU") → "an IoU" · an("unit") → "a unit" · an("8 px gap") → "an 8 px gap" · an("R-CNN") → "an R-CNN"
 */
export const an = (words: string): string => `${startsWithVowel(words) ? "an" : "a"} ${words}`;

function startsWithVowel(words: string): boolean {
  const number = /^["“‘'(]*(\d[\d,]*)/.exec(words)?.[1].replaceAll(",", "");
  if (number !== undefined) return number.startsWith("8") || /^1[18](?:\d{3})*$/.test(number);
  if (/^["“‘'(]*[αεηιωο]/.test(words)) return true;
  const word = /^["“‘'(]*([A-Za-z]+)/.exec(words)?.[1] ?? "";
  if (word === "") return false;
  if (SPELT.test(word)) return LETTERS_WITH_VOWEL.includes(word[0].toUpperCase());
  if (word === word.toUpperCase() && !SAID.test(word)) return LETTERS_WITH_VOWEL.includes(word[0]);
  const lower = word.toLowerCase();
  if (/^(?:hour|honest|honou?r|heir)/.test(lower)) return true;
  if (/^(?:uni(?:$|[tfqvoclx])|us[aeu]|util|eu|one\b|once\b|ubiq)/.test(lower)) return false;
  return /^[aeiou]/.test(lower);
}
