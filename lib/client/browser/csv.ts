/** Tables that a spreadsheet program opens as they are. */

/** What a spreadsheet program would take for a formula begins with one of these; those of full width count in Korean and Japanese ones. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** One cell: quoted where it must be, and never a formula. @example cellOf("=1+1") → "'=1+1" · cellOf('a "b"') → '"a ""b"""' */
export function cellOf(value: string | number | null): string {
  if (value === null) return "";
  const text = String(value);
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  // A program with other signs between cells would cut there.
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a mark that says UTF-8, without which Korean comes out as noise. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellOf).join(",")).join("\r\n")}\r\n`;

/** Hands a table to the browser to keep. @param name without its ending */
export function saveCsv(name: string, rows: readonly (readonly (string | number | null)[])[]): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csvOf(rows)], { type: "text/csv;charset=utf-8" }));
  link.download = `${name.replaceAll(/[\\/:*?"<>|\s]+/g, "-")}.csv`;
  link.click();
  // The browser has taken the bytes over once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
