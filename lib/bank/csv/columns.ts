/** A bank as a table: a row a question, its options, answers, pairs or regions one behind the other as item_1_…, item_2_…. */

/** Signs that make a spreadsheet take a cell for a formula; those of full width count in Korean and Japanese ones. */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;

/** A cell that no spreadsheet runs: an apostrophe stands before it. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
export const unguarded = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);

export const HEAD = [
  "kind",
  "title",
  "category",
  "id_number",
  "tags",
  "topic",
  "prompt_ko",
  "prompt_en",
  "explanation_ko",
  "explanation_en",
] as const;

/** Cells by their column. */
export type Cells = Readonly<Record<string, string>>;
