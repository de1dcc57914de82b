/**
 * What a class's marks say of the items. A table has a row for each student and a column for each item; marks are whole, 0 to `MOST`, and
 * null where a student has not met an item. One function for each figure. Definitions as in Moodle's statistics report, with the rest of
 * the work in place of the whole, so that an item is never compared with itself.
 */
import { equality, num, things } from "@/lib/words";
import { figure, type Figure } from "./figure";
import { jackknife, ofAlpha, related, wilson, type Interval } from "./intervals";
import { efficienciesWithout, weightsWithout } from "./leaveOneOut";
import { ascending, constant, coproduct, covariance, mean, sum, variance } from "./numbers";

export type Marks = readonly (readonly (number | null)[])[];
/** Full marks of one item. */
const MOST = 100;

const item = { ko: "문항", en: "item" } as const;

const scaled = (interval: Interval | null): Interval | null => interval && [100 * interval[0], 100 * interval[1]];

const met = (marks: Marks, column: number): number[] => marks.flatMap((row) => row[column] ?? []);

/** The mean of a student's marks for everything but one item; null where there is nothing else. */
export function restOf(row: readonly (number | null)[], column: number): number | null {
  // For each student and item of a class: nothing is made on the way.
  let all = 0;
  let n = 0;
  for (let at = 0; at < row.length; at++) {
    const mark = row[at];
    if (at === column || mark === null) continue;
    all += mark;
    n += 1;
  }
  return n === 0 ? null : all / n;
}

/** Each student's mark for an item beside the mean of their other marks, for all who have both. */
function besideRest(marks: Marks, column: number): { readonly x: number[]; readonly rest: number[] } {
  const x: number[] = [];
  const rest: number[] = [];
  for (const row of marks) {
    const own = row[column];
    const others = restOf(row, column);
    if (own === null || others === null) continue;
    x.push(own);
    rest.push(others);
  }
  return { x, rest };
}

/** The rows of students who met every item. */
const whole = (marks: Marks): number[][] => marks.flatMap((row) => (row.every((mark) => mark !== null) ? [row as number[]] : []));

/** The mean mark for an item, in percent. */
export function facility(marks: Marks, column: number): Figure {
  const x = met(marks, column);
  const n = x.length;
  const value = n === 0 ? null : mean(x);
  return figure(value, n, value === null ? null : scaled(wilson(value / MOST, n)), "wilson", [
    value === null
      ? { ko: "득점률은 첫 답 점수의 평균이에요.", en: "Facility is the mean score of the first answers." }
      : {
          ko: `득점률은 첫 답 점수의 평균이에요. 합 ${num(sum(x))}점 ÷ ${things(n, { ko: "학생", en: "student" }).ko} = ${num(value, 1)}점.`,
          en: `Facility is the mean score of the first answers: ${num(sum(x))} points ÷ ${num(n)} = ${num(value, 1)}%.`,
        },
  ]);
}

/** Standard deviation of an item's marks, in percent of full marks; null below two students. */
export function deviation(marks: Marks, column: number): number | null {
  const x = met(marks, column);
  return x.length < 2 ? null : Math.sqrt(variance(x));
}

/** How an item's marks go along with the rest of the work: 100 · r(item, rest). */
export function discrimination(marks: Marks, column: number): Figure {
  const { x, rest } = besideRest(marks, column);
  const { r, interval } = related(x, rest);
  return figure(r === null ? null : 100 * r, x.length, scaled(interval), "fisher", [
    {
      ko: "변별도는 이 문항의 점수와 나머지 문항의 평균이 함께 움직이는 정도예요. 상관계수에 100을 곱해요.",
      en: "Discrimination is how the score here goes along with the mean of the student's other items: their correlation times 100.",
    },
    ...(r === null
      ? []
      : [
          {
            ko: `이 문항 평균 ${num(mean(x), 1)}점, 나머지 평균 ${num(mean(rest), 1)}점, 상관계수 ${num(r, 2)}.`,
            en: `Mean here ${num(mean(x), 1)}, mean of the rest ${num(mean(rest), 1)}, correlation ${num(r, 2)}.`,
          },
        ]),
  ]);
}

/** Σ over the most that marks with these values could give, both sorted; null where nothing could go along. */
export function efficiencyOf(x: readonly number[], rest: readonly number[]): number | null {
  if (x.length < 2 || constant(x) || constant(rest)) return null;
  return (100 * covariance(x, rest)) / covariance(ascending(x), ascending(rest));
}

/** The discrimination as a share of the most that an item of this facility can have. */
export function efficiency(marks: Marks, column: number): Figure {
  const { x, rest } = besideRest(marks, column);
  const value = efficiencyOf(x, rest);
  return figure(value, x.length, value === null ? null : jackknife(value, efficienciesWithout(x, rest)), "jackknife", [
    {
      ko: "변별 효율은 실제 공분산을, 점수를 크기대로 짝지었을 때 나올 수 있는 가장 큰 공분산으로 나눈 값이에요.",
      en: "Efficiency is the covariance with the rest, as a share of the largest one that these very scores could give if sorted side by side.",
    },
    ...(value === null
      ? []
      : [
          {
            ko: `${num(covariance(x, rest), 1)} ÷ ${num(covariance(ascending(x), ascending(rest)), 1)} = ${num(value, 1)}%.`,
            en: `${num(covariance(x, rest), 1)} ÷ ${num(covariance(ascending(x), ascending(rest)), 1)} = ${num(value, 1)}%.`,
          },
        ]),
  ]);
}

/** 100 · r(item, whole work), the item itself inside: for comparing with tools that print this one. Noise alone gives 1/√k over k items. */
export function itemTotal(marks: Marks, column: number): number | null {
  const rows = whole(marks);
  const { r } = related(
    rows.map((row) => row[column]),
    rows.map(sum),
  );
  return r === null ? null : 100 * r;
}

/** How every item goes along with the whole work, as `coproduct`; a row for each student, all items met. */
function withTotal(rows: readonly (readonly number[])[], columns: number): number[] {
  const totals = rows.map(sum);
  return Array.from({ length: columns }, (_, at) => coproduct(columnOf(rows, at), totals));
}

const columnOf = (rows: readonly (readonly number[])[], at: number): number[] => rows.map((row) => row[at]);

export function weightOf(rows: readonly (readonly number[])[], column: number): number | null {
  if (rows.length < 2) return null;
  const along = withTotal(rows, rows[0].length);
  const all = sum(along.map((each) => Math.sqrt(Math.max(0, each))));
  return along[column] < 0 || all === 0 ? null : (100 * Math.sqrt(along[column])) / all;
}

/** How much an item really says in the whole work, in percent; null where it goes against the whole. */
export function weight(marks: Marks, column: number): Figure {
  const rows = whole(marks);
  const value = weightOf(rows, column);
  return figure(value, rows.length, value === null ? null : jackknife(value, weightsWithout(rows, column)), "jackknife", [
    {
      ko: "실제 비중은 이 문항과 전체 점수의 공분산의 제곱근을 모든 문항에서 더한 값으로 나눈 거예요. 문항을 모두 푼 학생만 세요.",
      en: "Effective weight is the root of the item's covariance with the whole, as a share of all items' roots. Only students with every item count.",
    },
  ]);
}

/** The items' variances added up, and the variance of the whole, both times n · (n − 1): whole numbers, so that 0 and 1 are met exactly. */
function spreads(rows: readonly (readonly number[])[]): { readonly ofItems: number; readonly ofTotals: number } {
  const totals = rows.map(sum);
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, at) => columnOf(rows, at));
  return { ofItems: sum(columns.map((each) => coproduct(each, each))), ofTotals: coproduct(totals, totals) };
}

/** 1 − α, the share of chance in the variance of whole scores. */
function chanceOf(rows: readonly (readonly number[])[]): number | null {
  const k = rows[0]?.length ?? 0;
  if (rows.length < 2 || k < 2) return null;
  const { ofItems, ofTotals } = spreads(rows);
  return ofTotals === 0 ? null : (k * ofItems - ofTotals) / ((k - 1) * ofTotals);
}

/** Internal consistency of the whole work: Cronbach's α in percent, over students with every item. */
export function consistency(marks: Marks): Figure {
  const rows = whole(marks);
  const chance = chanceOf(rows);
  const alpha = chance === null ? null : 1 - chance;
  const k = marks[0]?.length ?? 0;
  return figure(alpha === null ? null : 100 * alpha, rows.length, alpha === null ? null : scaled(ofAlpha(alpha, rows.length, k)), "feldt", [
    {
      ko: `내적 일관성은 크론바흐 알파예요. ${things(k, item).ko}의 점수가 같은 것을 재는 정도로, 75%가 넘으면 좋고 64%보다 낮으면 다시 봐야 해요.`,
      en: `Consistency is Cronbach's alpha: how far the ${things(k, item).en} measure one thing. Above 75% is fine, below 64% is not.`,
    },
    ...(alpha === null ? [] : [alphaTold(rows, k, alpha)]),
  ]);
}

function alphaTold(rows: readonly (readonly number[])[], k: number, alpha: number) {
  const pairs = rows.length * (rows.length - 1);
  const all = spreads(rows);
  const [ofItems, ofTotals] = [all.ofItems / pairs, all.ofTotals / pairs];
  const sign = equality((100 * k * (1 - Number(ofItems.toFixed(0)) / Number(ofTotals.toFixed(0)))) / (k - 1), 100 * alpha, 1);
  const line = `${num(k)}/${num(k - 1)} · (1 − ${num(ofItems)} ÷ ${num(ofTotals)}) ${sign} ${num(100 * alpha, 1)}%`;
  return {
    ko: `${line}. 문항 분산의 합과 전체 점수의 분산이에요.`,
    en: `${line}: the items' variances added up, and the variance of the whole.`,
  };
}

/** The share of chance in the spread of whole scores: 100 · √(1 − α). Null where α is, or is below 0. */
export function errorRatio(marks: Marks): number | null {
  const chance = chanceOf(whole(marks));
  return chance === null || chance > 1 ? null : 100 * Math.sqrt(chance);
}

/** Mean and standard deviation of whole scores, in percent, over students with every item. */
export function totals(marks: Marks): { readonly n: number; readonly mean: number | null; readonly deviation: number | null } {
  const rows = whole(marks);
  const sums = rows.map(sum);
  const n = rows.length;
  const items = rows[0]?.length ?? 0;
  return { n, mean: n === 0 ? null : mean(sums) / items, deviation: n < 2 ? null : Math.sqrt(variance(sums)) / items };
}
