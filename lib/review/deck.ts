/** A deck: the cards that a learner wants for tomorrow, of a few topics and of what somebody had wrong. */

/** So many at most, unless there is more to mend: what is new today comes back as reviews for days. */
export const DECK_CARDS = 20;

/** A card by what it asks. */
export interface DeckItem {
  readonly type: "question" | "skill";
  readonly topic: string;
  /** The question's id, or the challenge kind. */
  readonly item: string;
}

/** What a topic has to ask. */
export interface TopicBank {
  readonly topic: string;
  /** Ids, in the topic's order. */
  readonly questions: readonly string[];
  readonly kinds: readonly string[];
}

export interface Deck {
  /** In the order in which they are to come. */
  readonly cards: readonly DeckItem[];
  /** Of those that the topics and slips would bring, how many the learner has in their review: these keep their schedule. */
  readonly already: number;
}

export const itemKey = ({ type, topic, item }: DeckItem): string => `${type}/${topic}/${item}`;

/** A topic's cards as a deck takes them: a question, a skill, a question, …, so that a short deck has both. */
function inTurn({ topic, questions, kinds }: TopicBank): DeckItem[] {
  return Array.from({ length: Math.max(questions.length, kinds.length) }, (_, i): DeckItem[] => [
    ...questions.slice(i, i + 1).map((item) => ({ type: "question" as const, topic, item })),
    ...kinds.slice(i, i + 1).map((item) => ({ type: "skill" as const, topic, item })),
  ]).flat();
}

/**
 * The deck of `topics` and `mends`: first what mends, each once, then of each topic one card after the other until there are DECK_CARDS.
 * @param has whether the learner has reviewed a card, or has it in a deck
 * @example deckOf([{ topic: "nms", questions: ["a", "b"], kinds: ["k"] }], [], () => false).cards → question a, skill k, question b
 */
export function deckOf(topics: readonly TopicBank[], mends: readonly DeckItem[], has: (item: DeckItem) => boolean): Deck {
  const wanted = new Map(mends.map((item) => [itemKey(item), item]));
  const first = [...wanted.values()].filter((item) => !has(item));
  const banks = topics.map((bank) => inTurn(bank).filter((item) => !wanted.has(itemKey(item))));
  const fresh = banks.map((bank) => bank.filter((item) => !has(item)));
  const rounds = Array.from({ length: Math.max(0, ...fresh.map((bank) => bank.length)) }, (_, i) =>
    fresh.flatMap((bank) => bank.slice(i, i + 1)),
  );
  const all = banks.reduce((sum, bank) => sum + bank.length, wanted.size);
  const left = fresh.reduce((sum, bank) => sum + bank.length, first.length);
  return { cards: [...first, ...rounds.flat().slice(0, Math.max(0, DECK_CARDS - first.length))], already: all - left };
}
