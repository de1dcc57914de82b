import type { Text } from "@/lib/challenges/text";
import { num, things } from "@/lib/words";
import type { Interval } from "./intervals";

/** Below so many students a figure says little, and says so. */
export const FEW = 20;

/** One figure of a class, and all that is needed to believe it. */
export interface Figure {
  /** Null where it does not exist: nobody answered, or all marks are the same. */
  readonly value: number | null;
  /** 95 %; null where none can be given. In the unit of the value. */
  readonly interval: Interval | null;
  /** Students it counts. */
  readonly n: number;
  /** Fewer than FEW of them. */
  readonly few: boolean;
  /** How it is computed, with this class's numbers: a sentence each. */
  readonly how: readonly Text[];
}

export const student = { ko: "학생", en: "student" } as const;

const WHO: Text = {
  ko: "문항마다 학생의 첫 답만 세요. 다시 푼 답과 복습은 넣지 않아요.",
  en: "Of each student only the first answer to an item counts: no second tries, no reviews.",
};

/** What is said of an interval, by the way it was found. */
const BY = {
  wilson: { ko: "윌슨 구간", en: "Wilson's interval" },
  fisher: { ko: "피셔 z 변환", en: "Fisher's z" },
  feldt: { ko: "펠트 구간의 닫힌 식(보닛)", en: "Feldt's interval in Bonett's closed form" },
  jackknife: { ko: "잭나이프(학생을 한 명씩 뺀 값들)", en: "the jackknife, leaving out one student at a time" },
} as const;

/**
 * A figure with its explanation. @param told what is computed, with its numbers; left out where there is no value
 * @param digits of the interval as it is told @param who which answers count; null where `told` says it
 */
export function figure(
  value: number | null,
  n: number,
  interval: Interval | null,
  by: keyof typeof BY,
  told: readonly Text[],
  digits = 0,
  who: Text | null = WHO,
): Figure {
  const counted = things(n, student);
  const how: Text[] = [...told, ...(who === null ? [] : [who])];
  if (value === null)
    how.push({
      ko: "아직 값이 없어요. 답이 모자라거나 모두 점수가 같아요.",
      en: "There is no value yet: too few answers, or all marks are the same.",
    });
  else if (interval !== null) {
    const [low, high] = interval.map((end) => num(end, digits));
    how.push({
      ko: `95% 구간은 ${low}에서 ${high}까지예요. 계산: ${BY[by].ko}, ${counted.ko}.`,
      en: `The 95% interval runs from ${low} to ${high}, by ${BY[by].en} over ${counted.en}.`,
    });
  }
  if (n < FEW)
    how.push({
      ko: `${counted.ko}뿐이라 아직 믿기 어려워요. ${FEW}명부터 볼 만해요.`,
      en: `${n === 1 ? "One student is" : `${num(n)} students are`} too few to rely on it; from ${FEW} on it says something.`,
    });
  return { value, interval: value === null ? null : interval, n, few: n < FEW, how };
}
