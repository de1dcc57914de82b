/** What a class's answers say of its items. Everything goes by what was asked, never by where it stood. */
import { num } from "@/lib/words";
import { inOrder, itemName, type Answered } from "./answered";
import { figure, type Figure } from "./figure";
import { wilson } from "./intervals";
import { grouped, mean, quantile } from "./numbers";
import { facility, type Marks } from "./statistics";

/** Below this share of the class an option misleads nobody. */
const IMPLAUSIBLE = 0.05;

export interface MarkTable {
  readonly students: readonly string[];
  readonly items: readonly string[];
  /** A row for each student, a column for each item. */
  readonly marks: Marks;
}

/** A student's mark for one item, of their first answers. */
export interface Mark {
  readonly student: string;
  readonly item: string;
  /** 0 to 100: the mean where an item was met at several places. */
  readonly mark: number;
}

/** The marks as a table, students and items by their names. */
export function tableOf(marks: readonly Mark[]): MarkTable {
  const students = [...new Set(marks.map(({ student }) => student))].sort();
  const items = [...new Set(marks.map(({ item }) => item))].sort();
  const at = new Map(items.map((item, column) => [item, column]));
  const rows = new Map(students.map((student) => [student, Array<number | null>(items.length).fill(null)]));
  for (const { student, item, mark } of marks) {
    const row = rows.get(student);
    const column = at.get(item);
    if (row && column !== undefined) row[column] = mark;
  }
  return { students, items, marks: [...rows.values()] };
}

const ofStudents = (answers: readonly Answered[]): number[] =>
  [...grouped(answers, ({ student }) => student).values()].map((own) => mean(own.map(({ score }) => score)));

/** First answers of a class as marks: one for each student and item. */
export const marksOf = (answers: readonly Answered[]): Mark[] =>
  [...grouped(firstsOf(answers), ({ student, item }) => `${student} ${item}`).values()].map((own) => ({
    student: own[0].student,
    item: own[0].item,
    mark: mean(own.map(({ score }) => score)),
  }));

export interface BandFigure {
  readonly band: string;
  readonly facility: Figure;
  /** Clearly harder than the item as a whole: its interval lies below the whole's mean. */
  readonly hard: boolean;
}

/** The number that a band begins with; its minus is the true one. */
const startOf = (band: string): number => Number.parseFloat(band.replace("−", "-"));

/** The answers to one item by the band of its drawn numbers, so that a hard seed is seen. Bands in the order of their first number. */
export function bandsOf(answers: readonly Answered[]): BandFigure[] {
  const own = firstsOf(answers).filter(({ band }) => band !== null);
  const all = facility(
    ofStudents(own).map((mark) => [mark]),
    0,
  ).value;
  return [...grouped(own, ({ band }) => band ?? "")]
    .map(([band, inBand]) => {
      const found = facility(
        ofStudents(inBand).map((mark) => [mark]),
        0,
      );
      return { band, facility: found, hard: all !== null && !found.few && found.interval !== null && found.interval[1] < all };
    })
    .sort((a, b) => startOf(a.band) - startOf(b.band) || (a.band < b.band ? -1 : 1));
}

export interface OptionFigure {
  readonly option: string;
  readonly right: boolean;
  /** In percent of the students' first choices. */
  readonly share: Figure;
  /** A wrong option that fewer than one in twenty choose, among enough students. */
  readonly implausible: boolean;
}

/** The first answers among those to one item, in order: of a question one a student, of a kind and level one an instance. */
function firstsOf(answers: readonly Answered[]): Answered[] {
  const met = new Set<string>();
  return inOrder(answers).filter(({ item, student, try: nth }) => {
    if (nth !== 1 || itemName(item) === null) return false;
    if (itemName(item)?.type === "kind") return true;
    const before = met.has(`${student} ${item}`);
    met.add(`${student} ${item}`);
    return !before;
  });
}

/** Each student's first choice at a question. */
export const choicesOf = (answers: readonly Answered[]): Map<string, string> =>
  new Map(firstsOf(answers).flatMap(({ student, option }) => (option === null ? [] : [[student, option] as const])));

/** Which options were chosen. @param options all of them, also those that nobody chose @param right the right one */
export function optionsOf(answers: readonly Answered[], options: readonly string[], right: string): OptionFigure[] {
  const chosen = [...choicesOf(answers).values()];
  const n = chosen.length;
  return options.map((option) => {
    const count = chosen.filter((each) => each === option).length;
    const value = n === 0 ? null : (100 * count) / n;
    const interval = n === 0 ? null : wilson(count / n, n);
    const share = figure(value, n, interval && [100 * interval[0], 100 * interval[1]], "wilson", [
      {
        ko: `${num(n)}명 가운데 ${num(count)}명이 처음에 이 선택지를 골랐어요.`,
        en: `${num(count)} of ${num(n)} chose this option first.`,
      },
    ]);
    return { option, right: option === right, share, implausible: option !== right && !share.few && count / n < IMPLAUSIBLE };
  });
}

export interface TimeFigure {
  /** Students who were timed. */
  readonly n: number;
  /** Over students, seconds from first sight to first answer: the mean where an item was met at several places; null where nobody was timed. */
  readonly quartiles: readonly [number, number, number] | null;
}

export function timeOf(answers: readonly Answered[]): TimeFigure {
  const timed = firstsOf(answers).flatMap(({ student, seconds }) => (seconds === null ? [] : [{ student, seconds }]));
  const each = [...grouped(timed, ({ student }) => student).values()].map((own) => mean(own.map(({ seconds }) => seconds)));
  if (each.length === 0) return { n: 0, quartiles: null };
  return { n: each.length, quartiles: [quantile(each, 0.25), quantile(each, 0.5), quantile(each, 0.75)] };
}
