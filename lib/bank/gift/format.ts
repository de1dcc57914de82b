import type { Locale, Text } from "@/lib/challenges/text";
import { LIMITS } from "../content";
import { fromMarks, inLanguage } from "../multilang";
import { unescape } from "./signs";

/** How a text is written: "[html]" before it. Moodle's own is text whose lines count, in which HTML may stand. */
export type Format = "moodle" | "html" | "markdown" | "plain";

const FORMAT = /^\[(moodle|html|markdown|plain)\]/i;

/** Makes Markdown of a text in another format. */
export type ToMarkdown = (text: string, format: Format) => string;

/** Letters beyond which no text is turned over any more. */
const FAR = 4 * LIMITS.prompt;

export interface Reading {
  /** Of texts that do not say theirs. */
  readonly language: Locale;
  readonly toMarkdown: ToMarkdown;
}

/** Takes a format off the beginning; without one it is `fallback`'s. Escapes are still in. */
export function formatOf(raw: string, fallback: Format): { readonly format: Format; readonly rest: string } {
  const text = raw.trim();
  const found = FORMAT.exec(text);
  return found === null
    ? { format: fallback, rest: text }
    : { format: found[1].toLowerCase() as Format, rest: text.slice(found[0].length).trim() };
}

/** A text whose format is known, in our two languages. Escapes are still in. */
export function readTextAs(raw: string, format: Format, { language, toMarkdown }: Reading): Text {
  const text = unescape(raw.trim()).trim();
  // Far beyond every limit, which is told of it later.
  if (text.length > FAR) return inLanguage(text, language);
  const marked = fromMarks(text);
  if (marked === null) return inLanguage(toMarkdown(text, format), language);
  return { ko: toMarkdown(marked.ko, format), en: toMarkdown(marked.en, format) };
}

/** A text that may say its format first. */
export function readText(raw: string, fallback: Format, reading: Reading): Text {
  const { format, rest } = formatOf(raw, fallback);
  return readTextAs(rest, format, reading);
}
