/** Decks for tomorrow: which cards a reading of a note brings a learner, and taking them. */
import { shifted } from "@/lib/groups";
import { misconceptionsOf, type Question } from "@/lib/questions";
import { deckOf, endOfDay, type Deck, type DeckItem } from "@/lib/review";
import { kindsOfTopic, type Catalog } from "../catalog";
import { momentOf, type Moment } from "../learn/record";
import type { Store, Transaction } from "../database";
import type { CalendarRow } from "../learn/calendar";
import type { Card } from "../prisma/client";
import type { ReviewQueue } from "@/lib/wire/review";

/** What a deck is made of. */
export interface Wanted {
  readonly topics: readonly string[];
  readonly slips: readonly { readonly topic: string; readonly misconception: string }[];
}

/** By misconception: the question whose wrong answers reveal it and as little else as may be; of two the earlier one. */
const mends = new WeakMap<readonly Question[], ReadonlyMap<string, string>>();

function mendsOf(questions: readonly Question[]): ReadonlyMap<string, string> {
  const known = mends.get(questions);
  if (known !== undefined) return known;
  const best = new Map<string, { readonly id: string; readonly others: number }>();
  for (const question of questions) {
    const carried = misconceptionsOf(question);
    for (const misconception of carried) {
      const before = best.get(misconception);
      if (before === undefined || carried.length < before.others) best.set(misconception, { id: question.id, others: carried.length });
    }
  }
  const found = new Map([...best].map(([misconception, { id }]) => [misconception, id]));
  mends.set(questions, found);
  return found;
}

const questionsOf = (catalog: Catalog, topic: string): readonly Question[] =>
  Object.hasOwn(catalog.questions, topic) ? catalog.questions[topic] : [];

/** The card that mends a misconception; null where the topic has no lesson yet, or none of its questions is about it. */
export function mendOf(catalog: Catalog, topic: string, misconception: string): DeckItem | null {
  const item = mendsOf(questionsOf(catalog, topic)).get(misconception);
  return item === undefined ? null : { type: "question", topic, item };
}

const typeOf = { question: "QUESTION", skill: "SKILL" } as const;
const nameOf = (type: Card["type"], topic: string, item: string): string => `${type}/${topic}/${item}`;

/** The deck that `wanted` brings a learner: what they have reviewed before, or wait for in another deck, keeps its schedule. */
export async function planDeck(store: Store, catalog: Catalog, userId: string, { topics, slips }: Wanted): Promise<Deck> {
  const items = slips.flatMap(({ topic, misconception }) => mendOf(catalog, topic, misconception) ?? []);
  const banks = topics
    .filter((topic) => catalog.topics.some(({ id }) => id === topic))
    .map((topic) => ({
      topic,
      questions: questionsOf(catalog, topic).map(({ id }) => id),
      kinds: kindsOfTopic(catalog, topic),
    }));
  const about = [...new Set([...banks, ...items].map(({ topic }) => topic))];
  const theirs = await store.card.findMany({
    where: { userId, topic: { in: about }, OR: [{ state: { not: "NEW" } }, { deckFrom: { not: null } }] },
    select: { type: true, topic: true, item: true },
  });
  const has = new Set(theirs.map(({ type, topic, item }) => nameOf(type, topic, item)));
  return deckOf(banks, items, ({ type, topic, item }) => has.has(nameOf(typeOf[type], topic, item)));
}

interface Source {
  readonly readingId: string;
  /** The group's day. */
  readonly sessionDate: string;
  readonly wanted: Wanted;
  /** When the learner took it: the day after that is its day, also where what they did arrives later. Never after now. */
  readonly takenAt: number;
}

/** What a taken deck says of itself. */
export interface Taken {
  readonly cards: number;
  readonly already: number;
  /** The learner's day that it is for. */
  readonly on: string;
}

const takenOf = ({ held, already, localDate }: { held: number; already: number; localDate: string }): Taken => ({
  cards: held,
  already,
  on: localDate,
});

/**
 * Takes a reading's deck for the learner's tomorrow, once: their row is held. New cards are due when that day begins; one that waits
 * unseen in their review keeps its date and is no longer held back by the day's limit from then on.
 */
export async function takeDeckOf(
  tx: Transaction,
  catalog: Catalog,
  user: CalendarRow & { readonly id: string },
  { readingId, sessionDate, wanted, takenAt }: Source,
  now: number,
): Promise<Taken & { readonly repeated: boolean }> {
  const before = await tx.deck.findUnique({ where: { userId_readingId: { userId: user.id, readingId } } });
  if (before !== null) return { ...takenOf(before), repeated: true };
  const { cards, already } = await planDeck(tx, catalog, user.id, wanted);
  const dueAt = new Date(endOfDay(takenAt, momentOf(user, takenAt)));
  const { localDate, timeZone } = momentOf(user, dueAt.getTime());
  const deck = await tx.deck.create({
    data: {
      ...{ userId: user.id, readingId, sessionDate, localDate, timeZone, dueAt },
      ...{ held: cards.length, already, createdAt: new Date(now) },
    },
  });
  await tx.card.updateMany({
    where: { userId: user.id, OR: cards.map(({ type, topic, item }) => ({ type: typeOf[type], topic, item })) },
    data: { deckId: deck.id, deckFrom: dueAt },
  });
  await tx.card.createMany({
    data: cards.map(({ type, topic, item }, i) => ({
      ...{ userId: user.id, type: typeOf[type], topic, item },
      ...{ due: dueAt, deckFrom: dueAt, deckId: deck.id },
      // A millisecond apart: they come in the order of the deck.
      createdAt: new Date(now + i),
    })),
    skipDuplicates: true,
  });
  return { ...takenOf(deck), repeated: false };
}

/** The learner's decks of these readings, by reading. */
export async function decksOf(store: Store, userId: string, readingIds: readonly string[]): Promise<ReadonlyMap<string | null, Taken>> {
  const rows = await store.deck.findMany({ where: { userId, readingId: { in: [...readingIds] } } });
  return new Map(rows.map((row) => [row.readingId, takenOf(row)]));
}

/** Where cards that are still being learned came from. The group is named to who is in it. */
export async function whereFrom(
  store: Store,
  rows: readonly Card[],
  userId: string,
  { localDate }: Moment,
): Promise<(row: Card) => ReviewQueue["cards"][number]["from"]> {
  const ids = [...new Set(rows.flatMap(({ deckId, state }) => (deckId === null || state === "REVIEW" ? [] : [deckId])))];
  const decks =
    ids.length === 0
      ? []
      : await store.deck.findMany({
          where: { id: { in: ids }, userId },
          select: {
            id: true,
            sessionDate: true,
            reading: {
              select: {
                sessionId: true,
                group: { select: { id: true, name: true, members: { where: { userId, leftAt: null }, select: { id: true } } } },
              },
            },
          },
        });
  const known = new Map(
    decks.map(({ id, sessionDate: date, reading }) => {
      const session =
        reading === null || reading.group.members.length === 0
          ? null
          : { id: reading.sessionId, group: reading.group.id, name: reading.group.name };
      return [id, { date, yesterday: date === shifted(localDate, -1), session }] as const;
    }),
  );
  return ({ deckId, state }) => (deckId === null || state === "REVIEW" ? null : (known.get(deckId) ?? null));
}
