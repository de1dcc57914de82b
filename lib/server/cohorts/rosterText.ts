/** Reads the rows of a roster out of a file's text, whatever program wrote it. */
import { CsvError, parse, type Info } from "csv-parse/sync";
import { ROSTER_MAX, type RosterRow } from "@/lib/wire/cohortParts";
import { badCsv, noRows, tooManyRows } from "../http/cohortErrors";

const DELIMITERS = [",", ";", "\t"] as const;

/** What spreadsheets write above a column of names, and of addresses. */
const HEADS = {
  name: /^(이름|성명|학생|학생명|학생 이름|닉네임|별명|name|full name|student|student name|nickname)$/i,
  email: /^(이메일|이메일 주소|메일|전자우편|e-?mail|e-?mail address|mail)$/i,
};

/** A line of the file (from 1) and its cells. */
interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The sign that stands between cells in the first line, outside quotes; a comma where there is none. */
function delimiterOf(text: string): string {
  const first = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== "") ?? "";
  const bare = first.replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((sign) => bare.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))];
}

function linesOf(text: string): Line[] {
  // What spreadsheets write to say which sign they use.
  const told = /^sep=([,;\t])(\r\n|\r|\n)/.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  try {
    const rows = parse(body, {
      delimiter: told?.[1] ?? delimiterOf(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      info: true,
    }) as unknown as { readonly record: string[]; readonly info: Info }[];
    return rows.map(({ record, info }) => ({ line: info.lines + Number(told !== null), cells: record }));
  } catch (error) {
    if (error instanceof CsvError) throw badCsv(Number(error.lines ?? 1));
    throw error;
  }
}

/** Which column holds what, and whether the first line says so. Without a line of heads the first is the name, the second the address. */
function columnsOf(first: readonly string[]): { readonly name: number; readonly email: number; readonly headed: boolean } {
  const find = (head: RegExp): number => first.findIndex((cell) => head.test(cell.trim()));
  const [name, email] = [find(HEADS.name), find(HEADS.email)];
  if (name === -1 && email === -1) return { name: 0, email: 1, headed: false };
  // A file of addresses alone has no names; whoever reads it says that they are missing.
  return { name, email, headed: true };
}

/** A column that nobody reads: its place in the file, from 1, and what stands above it; null where the file has no line of heads. */
export interface IgnoredColumn {
  readonly place: number;
  readonly head: string | null;
}

export interface RosterText {
  /** With the lines that they end in. */
  readonly rows: readonly (RosterRow & { readonly line: number })[];
  /** Columns that hold something and are left out. */
  readonly ignored: readonly IgnoredColumn[];
}

/** @throws ApiError bad-csv, no-rows, too-many-rows */
export function readRosterText(text: string): RosterText {
  const lines = linesOf(text);
  if (lines.length === 0) throw noRows();
  const { name, email, headed } = columnsOf(lines[0].cells);
  const rows = lines.slice(Number(headed));
  if (rows.length === 0) throw noRows();
  if (rows.length > ROSTER_MAX.rows) throw tooManyRows(ROSTER_MAX.rows);
  const cell = (cells: readonly string[], at: number, most: number): string => (cells[at] ?? "").slice(0, most);
  return {
    rows: rows.map(({ line, cells }) => ({ line, name: cell(cells, name, 200), email: cell(cells, email, 300) })),
    ignored: ignoredOf(headed ? lines[0].cells : null, rows, [name, email]),
  };
}

function ignoredOf(heads: readonly string[] | null, rows: readonly Line[], read: readonly number[]): IgnoredColumn[] {
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: widest }, (_, at) => at)
    .filter((at) => !read.includes(at) && rows.some(({ cells }) => (cells[at] ?? "").trim() !== ""))
    .slice(0, ROSTER_MAX.ignored)
    .map((at) => ({ place: at + 1, head: heads?.[at]?.trim().slice(0, 60) || null }));
}
