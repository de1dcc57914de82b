import { count } from "./english";
import { num } from "./numbers";
import type { Text } from "./text";

/** Korean counts each kind of thing by a word of its own; what stands in no row is counted by 개. */
const COUNTERS: Readonly<Record<string, readonly string[]>> = {
  마리: ["강아지", "개", "고양이", "새", "소", "말", "양", "닭", "오리", "토끼", "물고기", "동물", "곰", "코끼리", "얼룩말", "기린"],
  명: ["사람", "학생", "학습자", "아이", "어른", "선수", "친구"],
  척: ["배"],
  대: ["비행기", "자전거", "버스", "자동차", "차", "트럭", "오토바이", "기차", "텔레비전", "컴퓨터", "카메라", "기계"],
  장: ["그림", "사진", "카드", "종이"],
  권: ["책"],
  그루: ["나무"],
  송이: ["꽃"],
  가지: ["방법", "종류"],
  번: ["기회"],
};

const BY_NOUN = new Map(Object.entries(COUNTERS).flatMap(([counter, nouns]) => nouns.map((noun) => [noun, counter] as const)));

const ONES = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"];
const TENS = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];

/**
 * A number as it stands before a counter, in native Korean words; from 100 on in digits.
 * @example native(3) → "세" · native(20) → "스무" · native(21) → "스물한"
 * @throws {RangeError} when n is not a whole number from 1
 */
export function native(n: number): string {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`n: ${n} is not a whole number from 1`);
  if (n > 99) return String(n);
  return n === 20 ? "스무" : TENS[Math.floor(n / 10)] + ONES[n % 10];
}

/** The counter of a Korean noun, by its last word: "큰 배" → "척". */
const counterOf = (noun: string): string => BY_NOUN.get(noun.split(" ").at(-1) ?? noun) ?? "개";

/**
 * A number with the counter that fits the thing.
 * @example tally(3, "배") → "3척" · tally(3, "배", "words") → "세 척" · tally(0, "상자", "words") → "0개"
 */
export function tally(n: number, noun: string, style: "digits" | "words" = "digits"): string {
  return style === "digits" || n < 1 || n > 99 ? `${num(n)}${counterOf(noun)}` : `${native(n)} ${counterOf(noun)}`;
}

/** A thing's name in both languages; `plural` only where English forms it in no regular way. */
export interface Noun extends Text {
  readonly plural?: string;
}

/**
 * A number of things in both languages.
 * @example things(3, { ko: "배", en: "boat" }) → { ko: "배 3척", en: "3 boats" }
 */
export const things = (n: number, noun: Noun): Text => ({
  ko: `${noun.ko} ${tally(n, noun.ko)}`,
  en: count(n, noun.en, noun.plural),
});
