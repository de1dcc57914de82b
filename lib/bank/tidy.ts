/** One spelling of everything that means the same, so that what is saved, exported and read again is equal. */
import type { Content } from "./content";

/** Controls, and halves of signs that have lost their other half. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Lines end alike, nothing stands around the text, nothing unseen in it. */
const tidyText = (text: string): string =>
  text
    .replace(/\r\n|[\r\u2028\u2029]/g, "\n")
    .replace(UNSEEN, "")
    .trim();

/** A third is 33.33333. */
const tidyNumber = (value: number): number => {
  const rounded = Number(value.toFixed(6));
  return Object.is(rounded, -0) ? 0 : rounded;
};

/** Fields of one line. */
const ONE_LINE: readonly string[] = ["tags", "title", "category", "idNumber", "said"];

function tidied(value: unknown, key: string): unknown {
  if (typeof value === "string") return ONE_LINE.includes(key) ? tidyText(value).replace(/\s+/g, " ") : tidyText(value);
  if (typeof value === "number") return key === "credit" ? Number(tidyNumber(value).toFixed(5)) : tidyNumber(value);
  if (Array.isArray(value)) return value.map((each) => tidied(each, key)).filter((each) => key !== "tags" || each !== "");
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, tidied(each, name)]));
  return value;
}

/** Keeps the shape: of strings comes a string, of numbers a number. */
export const tidy = (content: Content): Content => tidied(content, "") as Content;
