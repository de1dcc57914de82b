/**
 * Two languages in one text, as Moodle's multi-language filter reads them: `<span lang="ko" class="multilang">상자</span><span lang="en"
 * class="multilang">box</span>`. A text of one language alone stands as it is, where that is the file's own language.
 */
import { LOCALES, type Locale, type Text } from "@/lib/challenges/text";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const unescaped = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const SPAN = /\s*<span\s+(?:lang="(ko|en)"\s+class="multilang"|class="multilang"\s+lang="(ko|en)")\s*>([^<]*)<\/span>/giy;
/** In a text that stands as it is, this would be read as the mark. */
const LIKE_A_MARK = /multilang/i;

/**
 * @param language of the file: what a text without a mark is in
 * @param marked whether it is marked in any case
 */
export function toOneText(text: Text, language: Locale, marked = false): string {
  const other = LOCALES.find((locale) => locale !== language) as Locale;
  if (text[other] === "" && !marked && !LIKE_A_MARK.test(text[language])) return text[language];
  return LOCALES.filter((locale) => text[locale] !== "")
    .map((locale) => `<span lang="${locale}" class="multilang">${escaped(text[locale])}</span>`)
    .join("");
}

/** Null where the whole text is not made of such marks. */
export function fromMarks(text: string): Text | null {
  const found = { ko: "", en: "" };
  let at = 0;
  while (at < text.length) {
    SPAN.lastIndex = at;
    const span = SPAN.exec(text);
    if (span === null) return null;
    found[(span[1] ?? span[2]).toLowerCase() as Locale] = unescaped(span[3]).trim();
    at = SPAN.lastIndex;
  }
  return text === "" ? null : found;
}

export const inLanguage = (text: string, language: Locale): Text => ({ ko: "", en: "", [language]: text });

/** What option texts of a question of true and false read. */
export const TRUE: Text = { ko: "참", en: "True" };
export const FALSE: Text = { ko: "거짓", en: "False" };
