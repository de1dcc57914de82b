import { LOCALES, type Locale, type Text } from "@/lib/challenges/text";
import type { Content } from "./content";

/** Every text in a value that has both languages. */
function textsIn(value: unknown): Text[] {
  if (typeof value !== "object" || value === null) return [];
  if ("ko" in value && "en" in value) return [value as Text];
  return Object.values(value).flatMap(textsIn);
}

/** Languages in which something is not written that is in the other one. */
export function missingLanguages(content: Content): Locale[] {
  const texts = textsIn(content).filter(({ ko, en }) => ko !== "" || en !== "");
  return LOCALES.filter((locale) => texts.some((text) => text[locale] === ""));
}

/** The text, and the other language's where it is not written in one. */
export const filled = ({ ko, en }: Text): Text => ({ ko: ko || en, en: en || ko });
