/** Which topic `[[name]]` means. */
import { termFinder } from "@/lib/notes/findTerms";

export interface NamedTopic {
  readonly id: string;
  /** In every language the site has. */
  readonly titles: readonly string[];
}

const plain = (name: string): string =>
  name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/**
 * The id of the topic that `name` means: by its id, by its title in any language, or by a name that notes use for it, slips of spelling
 * included. Null where it is none. What is found may be of the field and still have no lesson here.
 */
export function topicNamed(name: string, topics: readonly NamedTopic[]): string | null {
  const wanted = plain(name);
  const own = topics.find(({ id, titles }) => plain(id) === wanted || titles.some((title) => plain(title) === wanted));
  if (own) return own.id;
  const composed = name.normalize("NFC").trim();
  const [term, ...others] = termFinder()(composed);
  // The whole name, and not a sentence in which a topic is named.
  if (term === undefined || others.length > 0 || plain(composed.slice(term.from, term.to)) !== wanted) return null;
  return term.topic;
}
