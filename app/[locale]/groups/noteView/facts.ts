/** What a note's page has to know of the catalogue, for the server that draws the page around it. */
import { kindFacts } from "@/content/_generated/kindFacts";
import { topics } from "@/content/_generated/topics";
import { LOCALES, type Locale } from "@/lib/challenges";
import type { NoteFacts } from "./NoteFacts";

/** Titles of all topics and kinds: what `[[topic]]` and a link's card are called. */
export const noteFacts = (locale: Locale): NoteFacts => ({
  topics: topics.map(({ id, title }) => ({ id, title: title[locale], titles: LOCALES.map((each) => title[each]) })),
  kinds: Object.fromEntries(Object.entries(kindFacts).map(([kind, { title }]) => [kind, title[locale]])),
});
