import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DECK_CARDS, deckOf, itemKey, type DeckItem, type TopicBank } from "./deck";
import { isDue, NEW_CARDS_A_DAY, queueOf, type Queued } from "./queue";
import { newSchedule } from "./schedule";

const SEOUL = { timeZone: "Asia/Seoul", dayStart: 4 };
const NOW = Date.UTC(2026, 10, 24, 3);
const bank = (topic: string, questions: number, kinds: number): TopicBank => ({
  topic,
  questions: Array.from({ length: questions }, (_, i) => `q${i}`),
  kinds: Array.from({ length: kinds }, (_, i) => `${topic}-k${i}`),
});
const question = (topic: string, item: string): DeckItem => ({ type: "question", topic, item });
const names = (cards: readonly DeckItem[]) => cards.map(({ topic, item }) => `${topic}/${item}`);

describe("a deck", () => {
  it("begins with what mends, each once, and goes round the topics, questions and skills in turn", () => {
    const { cards, already } = deckOf(
      [bank("a", 3, 1), bank("b", 1, 0)],
      [question("c", "q7"), question("a", "q1"), question("c", "q7")],
      () => false,
    );
    expect(names(cards)).toEqual(["c/q7", "a/q1", "a/q0", "b/q0", "a/a-k0", "a/q2"]);
    expect(already).toBe(0);
  });

  it("leaves out what the learner has, and counts it", () => {
    const { cards, already } = deckOf([bank("a", 2, 1)], [question("a", "q1")], ({ item }) => item !== "q0");
    expect([names(cards), already]).toEqual([["a/q0"], 2]);
  });

  it("holds no more than its limit, unless there is more to mend; never a card twice, never one that the learner has", () => {
    const banks = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 3 })), { maxLength: 9 });
    const slips = fc.array(fc.tuple(fc.nat(8), fc.nat(19)), { maxLength: 40 });
    fc.assert(
      fc.property(banks, slips, fc.func(fc.boolean()), (sizes, wrong, owned) => {
        const topics = sizes.map(([questions, kinds], i) => bank(`t${i}`, questions, kinds));
        const mends = wrong.map(([topic, item]) => question(`t${topic}`, `q${item}`));
        const has = (item: DeckItem): boolean => owned(itemKey(item));
        const { cards } = deckOf(topics, mends, has);
        const keys = cards.map(itemKey);
        const mending = new Set(mends.filter((item) => !has(item)).map(itemKey));
        expect(new Set(keys).size).toBe(keys.length);
        expect(cards.some(has)).toBe(false);
        expect([...mending].every((key) => keys.includes(key))).toBe(true);
        expect(keys.length).toBeLessThanOrEqual(Math.max(DECK_CARDS, mending.size));
      }),
    );
  });
});

describe("cards of a deck in the queue", () => {
  const card = (id: string, more: Partial<Queued> = {}): Queued => ({
    ...newSchedule(NOW),
    id,
    createdAt: NOW,
    long: false,
    deckFrom: null,
    ...more,
  });
  const deck = (count: number, deckFrom: number) =>
    Array.from({ length: count }, (_, i) => card(`deck-${i}`, { deckFrom, createdAt: NOW + i }));
  const fresh = Array.from({ length: 15 }, (_, i) => card(`new-${i}`, { createdAt: NOW - 1000 + i }));
  const shown = (cards: readonly Queued[], introduced = 0) => queueOf(cards, introduced, NOW, SEOUL).cards.map(({ id }) => id);

  it("all come, before other new ones, which get what the day's limit leaves", () => {
    const queue = shown([...fresh, ...deck(4, NOW)]);
    expect(queue).toHaveLength(NEW_CARDS_A_DAY);
    expect(queue.slice(0, 5)).toEqual(["deck-0", "deck-1", "deck-2", "deck-3", "new-0"]);
    expect(shown([...fresh, ...deck(20, NOW)])).toEqual(deck(20, NOW).map(({ id }) => id));
  });

  it("come also once the day's limit is used up, and may be rated; the others may not", () => {
    expect(shown([...fresh, ...deck(3, NOW)], NEW_CARDS_A_DAY)).toEqual(["deck-0", "deck-1", "deck-2"]);
    expect(isDue(card("a", { deckFrom: NOW }), NEW_CARDS_A_DAY, NOW, SEOUL)).toBe(true);
    expect(isDue(card("a"), NEW_CARDS_A_DAY, NOW, SEOUL)).toBe(false);
  });

  it("are as any other new card until the deck's day begins", () => {
    expect(shown([...fresh, ...deck(3, NOW + 1)])).toEqual(fresh.slice(0, NEW_CARDS_A_DAY).map(({ id }) => id));
    expect(isDue(card("a", { deckFrom: NOW + 1 }), NEW_CARDS_A_DAY, NOW, SEOUL)).toBe(false);
  });
});
