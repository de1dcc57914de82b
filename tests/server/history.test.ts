/** What the database is asked for in place of a learner's whole history: the same as reading all of it and applying lib/review. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { LEVELS, type Level } from "@/lib/challenges/contract";
import { nextLevel, starsOf } from "@/lib/challenges/score";
import { endOfDay, LEARN_AHEAD_MS, masteryOf, queueOf } from "@/lib/review";
import { offeredLevels } from "@/lib/server/attempts/issue";
import { momentOf, type Moment } from "@/lib/server/learn/record";
import { progressOf } from "@/lib/server/learn/progress";
import { countQueue, deckFromOf, loadQueue, NEWEST, reviewedOn, scheduleOf } from "@/lib/server/review/cards";
import { freshKey, inSeoul, signedIn } from "./setup/client";
import { KIND, services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { SECRET } from "./setup/secret";
import type { Database } from "@/lib/server/database/open";

const NOON = Date.UTC(2026, 10, 23, 3);
const TONIGHT = endOfDay(NOON, { timeZone: "Asia/Seoul", dayStart: 4 });
const DAY = 86_400_000;
const RUNS = { numRuns: 25 };

/** Instants around every line that the queue draws, and others. */
const around = (...lines: number[]) =>
  fc.oneof(
    ...lines.flatMap((line) => [line - 1, line, line + 1].map((at) => fc.constant(at))),
    fc.integer({ min: NOON - 40 * DAY, max: NOON + 40 * DAY }),
  );
const card = fc.record({
  state: fc.constantFrom("NEW" as const, "NEW" as const, "LEARNING" as const, "REVIEW" as const, "RELEARNING" as const),
  due: around(NOON, NOON + LEARN_AHEAD_MS, TONIGHT),
  createdAt: fc.integer({ min: NOON - 5, max: NOON }),
  scheduledDays: fc.integer({ min: 0, max: 30 }),
  deckFrom: fc.option(around(NOON), { freq: 2 }),
});
const log = fc.record({
  state: fc.constantFrom("new", "learning", "review"),
  today: fc.boolean(),
  undone: fc.boolean(),
  card: fc.nat(),
});

type Given<Of> = Of extends fc.Arbitrary<infer Value> ? Value : never;

/** A learner with these cards and reviews. */
async function learnerWith(open: Database, cards: readonly Given<typeof card>[], logs: readonly Given<typeof log>[]) {
  const { client } = open;
  const { id } = await signedIn(open);
  await client.card.createMany({
    data: cards.map(({ due, createdAt, deckFrom, ...rest }, i) => ({
      ...rest,
      ...{
        id: `${i % 2 === 0 ? "a" : "Z"}${freshKey()}`,
        userId: id,
        type: i % 3 === 0 ? ("SKILL" as const) : ("QUESTION" as const),
        topic: TOPIC,
        item: `item-${i}`,
      },
      ...{ due: new Date(due), createdAt: new Date(createdAt), deckFrom: deckFrom === null ? null : new Date(deckFrom) },
    })),
  });
  const ids = (await client.card.findMany({ where: { userId: id }, select: { id: true } })).map((row) => row.id);
  await client.reviewLog.createMany({
    data: (ids.length === 0 ? [] : logs).map((review) => ({
      ...{ userId: id, cardId: ids[review.card % ids.length], idempotencyKey: freshKey(), requestHash: "", rating: 3, correct: true },
      ...{ before: { state: review.state }, due: new Date(NOON), xp: 0, timeZone: "Asia/Seoul" },
      ...{ localDate: review.today ? "2026-11-23" : "2026-11-22", undoneAt: review.undone ? new Date(NOON) : null },
    })),
  });
  return id;
}

/** The day's reviews, read whole. */
async function plainReviews({ client }: Database, userId: string, { localDate }: Moment) {
  const logs = await client.reviewLog.findMany({ where: { userId, localDate, undoneAt: null } });
  const introduced = logs.filter(({ before }) => (before as { state: string }).state === "new").length;
  return { done: logs.length, introduced, seen: new Set(logs.map(({ cardId }) => cardId)) };
}

/** The queue over all cards. */
async function plainQueue({ client }: Database, userId: string, introduced: number, at: Moment) {
  const rows = await client.card.findMany({ where: { userId } });
  const cards = rows.map((row) => ({
    ...scheduleOf(row),
    ...deckFromOf(row),
    id: row.id,
    createdAt: row.createdAt.getTime(),
    long: row.type === "SKILL",
  }));
  const { cards: today, nextDue } = queueOf(cards, introduced, at.now, at);
  return { ids: today.map(({ id }) => id), nextDue };
}

eachDatabase("a learner's history", (open) => {
  it("is counted by the database's own hourly tidying where no server does it", async () => {
    await signedIn(open());
    await open().tidy();
    const [{ tuples }] = await open().client.$queryRaw<
      [{ tuples: number }]
    >`SELECT reltuples::int AS "tuples" FROM pg_class WHERE relname = 'User'`;
    // −1: never counted. A server counts in its own time.
    expect(open().kind === "postgres" || tuples > 0).toBe(true);
  });

  it("gives the queue, its length and the day's reviews as reading every card and every review would", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(card, { maxLength: 40 }), fc.array(log, { maxLength: 15 }), async (cards, logs) => {
        const id = await learnerWith(open(), cards, logs);
        const at = momentOf(inSeoul(id), NOON);
        const plain = await plainReviews(open(), id, at);
        const { seen, ...counts } = await reviewedOn(open().client, id, at);
        expect({ ...counts, seen: new Set(seen) }).toEqual(plain);
        const queue = await loadQueue(open().client, id, at);
        const whole = await plainQueue(open(), id, plain.introduced, at);
        expect({ ids: queue.cards.map((c) => c.id), nextDue: queue.nextDue }).toEqual(whole);
        expect([queue.doneToday, queue.seen]).toEqual([plain.done, plain.seen]);
        expect(await countQueue(open().client, id, at)).toBe(whole.ids.length);
      }),
      RUNS,
    );
  });

  it("gives levels, bests, counts and mastery as reading every attempt would", async () => {
    const { client } = open();
    const attempt = fc.record({
      kind: fc.constantFrom(KIND, SECRET, "gone"),
      level: fc.constantFrom<Level>(...LEVELS),
      score: fc.constantFrom(0, 49, 50, 74, 75, 100),
      credited: fc.boolean(),
      createdAt: fc.integer({ min: NOON, max: NOON + 9 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { maxLength: 30 }), async (attempts) => {
        const { id } = await signedIn(open());
        const rest = { topic: TOPIC, version: 1, seed: "", answer: {}, stars: 0, earned: 0, total: 1, parts: [], xp: 0 };
        const day = { localDate: "2026-11-23", timeZone: "UTC" };
        await client.attempt.createMany({
          data: attempts.map(({ createdAt, ...given }) => ({
            ...{ ...rest, ...day, ...given, userId: id, idempotencyKey: freshKey(), requestHash: "" },
            createdAt: new Date(createdAt),
          })),
        });
        const rows = await client.attempt.findMany({ where: { userId: id }, orderBy: NEWEST });
        const credited = rows.filter((row) => row.credited).map(({ kind, level, score }) => ({ kind, level: level as Level, score }));
        const levelOf = (kind: string) => nextLevel(credited.filter((row) => row.kind === kind).slice(0, 2));
        const levels = await offeredLevels(client, id, [KIND, SECRET]);
        expect([levels.get(KIND), levels.get(SECRET)]).toEqual([levelOf(KIND), levelOf(SECRET)]);

        const [{ mastery, kinds }] = (await progressOf(services.catalog, id)).topics;
        const mine = credited.filter((row) => row.kind === KIND);
        expect(mastery).toBe(masteryOf([KIND], mine));
        const bestScore = Math.max(0, ...mine.map(({ score }) => score));
        const bestLevel = Math.max(0, ...mine.filter(({ score }) => starsOf(score) > 0).map(({ level }) => level));
        const all = rows.filter((row) => row.kind === KIND).length;
        expect(kinds).toEqual([
          { kind: KIND, bestScore, bestStars: starsOf(bestScore), bestLevel, attempts: all, nextLevel: levelOf(KIND) },
        ]);
      }),
      RUNS,
    );
  });
});
