import { kindFacts } from "@/content/_generated/kindFacts";
import type { Locale } from "@/lib/challenges";

/** Titles of the challenge kinds, for a page whose threads may be about any of them. */
export const kindTitles = (locale: Locale): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(kindFacts).map(([kind, { title }]) => [kind, title[locale]]));
