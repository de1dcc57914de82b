/** What pages of assignments have to know of the catalogue, for the server that draws the page around them. */
import { kindFacts } from "@/content/_generated/kindFacts";
import { kindsOfTopic, topics } from "@/content/_generated/topics";
import type { Locale } from "@/lib/challenges";
import type { Catalogue } from "./Catalogued";

export const catalogueIn = (locale: Locale): Catalogue =>
  topics.map(({ id, title }) => ({
    id,
    title: title[locale],
    kinds: (kindsOfTopic[id] ?? []).map((kind) => ({ id: kind, title: kindFacts[kind].title[locale] })),
  }));
