/** Rows as a spreadsheet reads them: RFC 4180, with the mark by which spreadsheets know UTF-8. */

const MARK = "\ufeff";

/**
 * One cell. Text that a spreadsheet would run as a formula gets an apostrophe in front, also where its signs are of full width, which Korean
 * and Japanese programs take for the same; lists and objects are JSON. Quoted is also what a program with other signs between cells would cut.
 * @example cell('say "hi"') → '"say ""hi"""'; cell("=1+1") → "'=1+1"; cell(-1) → "-1"; cell(null) → ""
 */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value.replace(/^[=+\-@＝＋－＠\t\r\n]/, "'$&") : JSON.stringify(value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line. */
export const csvLine = (cells: readonly unknown[]): string => `${cells.map(cell).join(",")}\r\n`;

export const csvHead = (columns: readonly string[]): string => MARK + csvLine(columns);

/** Lines for rows that stand as JSON texts. */
export const csvLines = (columns: readonly string[], rows: readonly string[]): string =>
  rows
    .map((text) => JSON.parse(text) as Readonly<Record<string, unknown>>)
    .map((row) => csvLine(columns.map((name) => row[name])))
    .join("");
