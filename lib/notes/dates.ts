import type { NoteLine } from "./model";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}";

const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => readonly [string, string, string]])[] = [
  [/(?<!\d)(20\d\d)\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?!\d)/, ([, y, m, d]) => [y, m, d]],
  [/(?<!\d)(20\d\d|\d\d)\s?년\s?(\d{1,2})\s?월\s?(\d{1,2})\s?일?/, ([, y, m, d]) => [y, m, d]],
  [/(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/, ([, y, m, d]) => [y, m, d]],
  [new RegExp(`\\b${MONTH}\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(20\\d\\d)`, "i"), ([, m, d, y]) => [y, monthOf(m), d]],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}(?:of )?${MONTH}\\.?,?\\s{1,3}(20\\d\\d)`, "i"),
    ([, d, m, y]) => [y, monthOf(m), d],
  ],
  [/(?<![\d.])(\d\d)[-./](\d\d)[-./](\d\d)(?![\d.]\d|\d)/, ([, y, m, d]) => [y, m, d]],
  [/(?<!\d)(\d{1,2})\/(\d{1,2})\/(20\d\d)(?!\d)/, ([, m, d, y]) => [y, m, d]],
  [/^\W{0,3}(\d\d)(\d\d)(\d\d)(?!\d)/, ([, y, m, d]) => [y, m, d]],
];

/** Without a year: the year is another's business. */
const SHORT: readonly (readonly [RegExp, (match: RegExpExecArray) => readonly [string, string]])[] = [
  [/(?<!\d)(\d{1,2})\s?월\s?(\d{1,2})\s?일/, ([, m, d]) => [m, d]],
  [/\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?\b/, ([, m, d]) => [monthOf(m), d]],
  // At the beginning or before a weekday: elsewhere it is a fraction.
  [/^\W{0,3}(\d{1,2})\/(\d{1,2})(?![\d./-])/, ([, m, d]) => [m, d]],
  [/(?<![\d./-])(\d{1,2})\/(\d{1,2})(?=\s?\([월화수목금토일a-z])/i, ([, m, d]) => [m, d]],
  [/\((\d{1,2})\/(\d{1,2})\)\s*$/, ([, m, d]) => [m, d]],
  // "1118 피어세션"
  [
    /^\W{0,3}(0[1-9]|1[0-2])([0-3]\d)(?=\s?(?:피어|회의|미팅|스터디|데일리|스크럼|모임|peer|session|meeting|study|minutes|notes))/i,
    ([, m, d]) => [m, d],
  ],
];

const monthOf = (name: string): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function iso(year: string, month: string, day: string): string | null {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > DAYS[m - 1]) return null;
  return `${year.length === 2 ? `20${year}` : year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

/** The first whole date of a text. @example dateIn("피어 세션 (26.11.05)") → "2026-11-05" */
function dateIn(text: string): string | null {
  for (const [form, parts] of FORMS) {
    const match = form.exec(text);
    const date = match && iso(...parts(match));
    if (date) return date;
  }
  return null;
}

/** The first date without a year, in the latest year that does not lie more than a week ahead of `today`. */
function shortDateIn(text: string, today: string): string | null {
  for (const [form, parts] of SHORT) {
    const match = form.exec(text);
    if (!match) continue;
    const [month, day] = parts(match);
    const year = Number(today.slice(0, 4));
    const ahead = new Date(`${today}T00:00:00Z`).getTime() + 7 * 86_400_000;
    const latest = new Date(ahead).toISOString().slice(0, 10);
    const dates = [year + 1, year, year - 1].map((each) => iso(String(each), month, day));
    const date = dates.find((each) => each !== null && each <= latest);
    if (date) return date;
  }
  return null;
}

const LABELLED = /^(?:작성\s?)?(?:날짜|일시|일자|date|when|day)\s?[:|]/i;
/** Dates of other days: due dates, what an earlier note said. */
const OTHER_DAY = /까지|마감|지난|기록의|due|deadline|\bby\b|until|다음|내일|예정/i;

/** The day a note is of: a labelled date, else the first in a title or among the first lines. */
export function dateOf(lines: readonly NoteLine[], name: string, today: string | null): string | null {
  const content = lines.filter(({ text }) => text !== "");
  const labelled = content.slice(0, 60).filter(({ text }) => LABELLED.test(text));
  const first = content.slice(0, 12).filter(({ text }) => !OTHER_DAY.test(text));
  const heads = content.filter(({ marker, text }) => (marker === "heading" || marker === "label") && !OTHER_DAY.test(text));
  const candidates = [...labelled, ...first, ...heads].map(({ text }) => text);
  const whole = firstOf(candidates, dateIn) ?? dateIn(name);
  if (whole !== null || today === null) return whole;
  return firstOf(
    [...labelled, ...first.slice(0, 4), ...heads.slice(0, 2)].map(({ text }) => text),
    (text) => shortDateIn(text, today),
  );
}

function firstOf(texts: readonly string[], find: (text: string) => string | null): string | null {
  for (const text of texts) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
}
