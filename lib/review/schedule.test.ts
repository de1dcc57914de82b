import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_START, localDate } from "./days";
import { masteryOf } from "./mastery";
import { NEW_CARDS_A_DAY, queueOf, type Queued } from "./queue";
import { goalShare } from "./rewards";
import { newSchedule, previews, RATINGS, reviewed, type Rating } from "./schedule";

const NOW = Date.UTC(2026, 10, 23, 3);
const DAY = 86_400_000;
const SEOUL = { timeZone: "Asia/Seoul", dayStart: 0 };

describe("reviewed", () => {
  it("brings a new card back in ten minutes after good, then in days", () => {
    const first = reviewed(newSchedule(NOW), 3, NOW, SEOUL);
    expect(first).toMatchObject({ state: "learning", due: NOW + 600_000, reps: 1, lastReview: NOW });
    const second = reviewed(first, 3, first.due, SEOUL);
    expect(second.state).toBe("review");
    expect((second.due - first.due) / DAY).toBe(2);
  });

  it("sends a known card to relearning after again and counts the lapse", () => {
    const easy = reviewed(newSchedule(NOW), 4, NOW, SEOUL);
    expect(reviewed(easy, 1, easy.due, SEOUL)).toMatchObject({ state: "relearning", lapses: 1 });
  });

  it("leaves its input as it was", () => {
    const card = Object.freeze(newSchedule(NOW));
    expect(() => reviewed(card, 3, NOW, SEOUL)).not.toThrow();
  });

  it("never brings a card back sooner for a better rating, nor before now, over any history", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ rating: fc.constantFrom<Rating>(...RATINGS), late: fc.integer({ min: 0, max: 40 }) }), { maxLength: 25 }),
        (history) => {
          let card = newSchedule(NOW);
          let now = NOW;
          for (const { rating, late } of history) {
            now = Math.max(now, card.due) + late * DAY;
            card = reviewed(card, rating, now, SEOUL);
          }
          const dues = previews(card, now, SEOUL).map((p) => p.due);
          expect([...dues].sort((a, b) => a - b)).toEqual(dues);
          expect(dues[0]).toBeGreaterThan(now);
        },
      ),
    );
  });

  it("does exactly what the preview said", () => {
    const card = reviewed(newSchedule(NOW), 3, NOW, SEOUL);
    for (const p of previews(card, card.due, SEOUL)) expect(reviewed(card, p.rating, card.due, SEOUL).due).toBe(p.due);
  });

  it("says in days when each rating would bring a card back", () => {
    const [again, , good, easy] = previews(newSchedule(NOW), NOW, SEOUL);
    expect(again).toEqual({ rating: 1, due: NOW + 60_000, days: 60_000 / DAY });
    expect(good).toEqual({ rating: 3, due: NOW + 600_000, days: 600_000 / DAY });
    expect(easy.days).toBe((easy.due - NOW) / DAY);
  });

  it("gives equal memories equal intervals, whenever they are reviewed, a year at most", () => {
    const known = (stability: number, rating: Rating, at: number) => {
      const before = at - 30 * DAY;
      const memory = { state: "review", stability, difficulty: 5, scheduledDays: 30, reps: 5, lastReview: before } as const;
      return reviewed({ ...newSchedule(before), ...memory }, rating, at, SEOUL).scheduledDays;
    };
    const intervals = Array.from({ length: 40 }, (_, i) => known(40, 3, NOW + 977 * i));
    expect(intervals[0]).toBeGreaterThan(30);
    expect(new Set(intervals).size).toBe(1);
    // A better rating stays a day behind the one below it, also at the limit.
    expect(([2, 3, 4] as const).map((rating) => known(5000, rating, NOW))).toEqual([365, 366, 367]);
  });

  it("counts the learner's days, not those of UTC, whose midnight is 09:00 in Seoul", () => {
    const at = (time: string) => new Date(`2026-11-24T${time}+09:00`).getTime();
    const calendar = { timeZone: "Asia/Seoul", dayStart: DAY_START };
    const first = reviewed(newSchedule(at("08:55")), 3, at("08:55"), calendar);
    const second = reviewed(first, 3, at("09:05"), calendar);
    // As ts-fsrs has it for two reviews of one day: the stability stays that of the first.
    expect(second).toMatchObject({ elapsedDays: 0, scheduledDays: 2, state: "review", due: at("09:05") + 2 * DAY });
    expect(second.stability).toBeCloseTo(2.3065, 4);
    const night = (start: string, end: string) =>
      reviewed(reviewed(newSchedule(at(start)), 3, at(start), calendar), 3, at(end), calendar).elapsedDays;
    expect(night("00:30", "03:59")).toBe(0);
    expect(night("03:55", "04:05")).toBe(1);
  });

  it("brings a card back at the same time of the learner's clock, also when clocks change between", () => {
    const calendar = { timeZone: "America/New_York", dayStart: DAY_START };
    // The night to 1 November 2026 has 25 hours.
    const at = Date.UTC(2026, 9, 31, 8, 5);
    const card = reviewed(newSchedule(at), 4, at, calendar);
    expect(card.scheduledDays).toBe(8);
    expect(card.due).toBe(at + 8 * DAY + 3_600_000);
    expect(localDate(card.due, calendar)).toBe("2026-11-08");
  });

  it("counts no day when the clock is set back between two reviews", () => {
    const calendar = { timeZone: "America/New_York", dayStart: 1 };
    // 01:50 in summer, twenty minutes before 01:10 in winter.
    const at = Date.UTC(2026, 10, 1, 5, 50);
    const first = reviewed(newSchedule(at), 3, at, calendar);
    expect(reviewed(first, 3, at + 20 * 60_000, calendar)).toMatchObject({ elapsedDays: 0, due: at + 20 * 60_000 + 2 * DAY });
  });

  it("takes a clock that went back for the time of the last review", () => {
    const card = reviewed(newSchedule(NOW), 4, NOW, SEOUL);
    expect(reviewed(card, 3, NOW - 10 * DAY, SEOUL)).toEqual(reviewed(card, 3, NOW, SEOUL));
  });
});

describe("queueOf", () => {
  const card = (id: string, more: Partial<Queued>): Queued => ({
    ...newSchedule(NOW),
    id,
    createdAt: NOW,
    long: false,
    deckFrom: null,
    ...more,
  });
  const shown = (...cards: Queued[]) => queueOf(cards, 0, NOW, SEOUL).cards.map((c) => c.id);
  const MINUTE = 60_000;

  it("shows learning steps first, then the most overdue reviews, then new cards", () => {
    const cards = [
      card("new", {}),
      card("slightly-late", { state: "review", due: NOW - DAY, scheduledDays: 100 }),
      card("very-late", { state: "review", due: NOW - DAY, scheduledDays: 1 }),
      card("step", { state: "learning", due: NOW - 1 }),
      card("soon", { state: "learning", due: NOW + 5 * 60_000 }),
    ];
    expect(queueOf(cards, 0, NOW, SEOUL).cards.map((c) => c.id)).toEqual(["step", "very-late", "slightly-late", "new", "soon"]);
  });

  it("shows what takes minutes after all that takes seconds, but before a step that is not due yet", () => {
    const cards = [
      card("challenge-step", { state: "learning", due: NOW - 1, long: true }),
      card("challenge-review", { state: "review", due: NOW - DAY, scheduledDays: 1, long: true }),
      card("question-review", { state: "review", due: NOW - DAY, scheduledDays: 100 }),
      card("new-question", {}),
      card("soon", { state: "learning", due: NOW + 5 * MINUTE }),
    ];
    expect(shown(...cards)).toEqual(["question-review", "new-question", "challenge-step", "challenge-review", "soon"]);
  });

  it("counts the day's new cards before it puts the long ones last", () => {
    const cards = Array.from({ length: NEW_CARDS_A_DAY + 1 }, (_, i) => card(`c${i}`, { createdAt: NOW + i, long: i === 0 }));
    expect(shown(...cards)).toEqual([...cards.slice(1, NEW_CARDS_A_DAY).map(({ id }) => id), "c0"]);
  });

  it("includes a review that comes due tonight and leaves tomorrow's out", () => {
    const cards = [
      card("tonight", { state: "review", due: Date.UTC(2026, 10, 23, 14, 59) }),
      card("tomorrow", { state: "review", due: Date.UTC(2026, 10, 23, 15, 1) }),
    ];
    const queue = queueOf(cards, 0, NOW, SEOUL);
    expect(queue.cards.map((c) => c.id)).toEqual(["tonight"]);
    expect(queue.nextDue).toBe(Date.UTC(2026, 10, 23, 15, 1));
  });

  it("introduces at most the day's new cards, oldest first, and the rest tomorrow", () => {
    const cards = Array.from({ length: 30 }, (_, i) => card(`c${i}`, { createdAt: NOW - i }));
    const queue = queueOf(cards, 4, NOW, SEOUL);
    expect(queue.cards).toHaveLength(NEW_CARDS_A_DAY - 4);
    expect(queue.cards[0].id).toBe("c29");
    expect(queue.nextDue).toBe(Date.UTC(2026, 10, 23, 15));
    expect(queueOf(cards, NEW_CARDS_A_DAY + 3, NOW, SEOUL).cards).toEqual([]);
  });

  it("takes relearning for learning, the longest waiting first, equal ones by id", () => {
    expect(
      shown(
        card("late", { state: "review", due: NOW - 300 * DAY }),
        card("b", { state: "relearning", due: NOW - MINUTE }),
        card("a", { state: "learning", due: NOW - MINUTE }),
        card("c", { state: "relearning", due: NOW - 2 * MINUTE }),
      ),
    ).toEqual(["c", "a", "b", "late"]);
    expect(shown(card("a", { state: "learning" }), card("b", { state: "learning" }))).toEqual(["a", "b"]);
  });

  it("shows a step that is due this instant first, those of the next 20 minutes last and in order, later ones not", () => {
    expect(
      shown(
        card("in 20", { state: "learning", due: NOW + 20 * MINUTE }),
        card("in 21", { state: "learning", due: NOW + 20 * MINUTE + 1 }),
        card("new", {}),
        card("in 1", { state: "relearning", due: NOW + MINUTE }),
        card("now", { state: "learning", due: NOW }),
      ),
    ).toEqual(["now", "new", "in 1", "in 20"]);
  });

  it("leaves a review of midnight sharp to tomorrow", () => {
    const midnight = Date.UTC(2026, 10, 23, 15);
    expect(shown(card("a", { state: "review", due: midnight - 1 }), card("b", { state: "review", due: midnight }))).toEqual(["a"]);
  });

  it("ranks reviews by lateness against their interval, equally late ones by date, then by id", () => {
    expect(
      shown(
        card("tonight", { state: "review", due: NOW + 60 * MINUTE, scheduledDays: 9 }),
        card("b", { state: "review", due: NOW - DAY, scheduledDays: 1 }),
        card("a", { state: "review", due: NOW - DAY, scheduledDays: 1 }),
        card("two late of two", { state: "review", due: NOW - 2 * DAY, scheduledDays: 2 }),
        card("three late of one", { state: "review", due: NOW - 3 * DAY, scheduledDays: 1 }),
        card("three late of none", { state: "review", due: NOW - 4 * DAY, scheduledDays: 0 }),
      ),
    ).toEqual(["three late of none", "three late of one", "two late of two", "a", "b", "tonight"]);
  });

  it("takes new cards that are due, those made at once by id", () => {
    expect(shown(card("b", {}), card("a", {}), card("later", { due: NOW + 1 }), card("old", { createdAt: NOW - 1 }))).toEqual([
      "old",
      "a",
      "b",
    ]);
    expect(shown(card("a", {}), card("b", {}))).toEqual(["a", "b"]);
  });

  it("says when the first of those that are left comes due", () => {
    const left = [
      card("step", { state: "learning", due: NOW + 90 * MINUTE }),
      card("far", { state: "review", due: NOW + 9 * DAY }),
      card("new", { due: NOW + 1 }),
    ];
    expect(queueOf(left, 0, NOW, SEOUL).nextDue).toBe(NOW + 90 * MINUTE);
    expect(queueOf(left.slice(1), 0, NOW, SEOUL).nextDue).toBe(Date.UTC(2026, 10, 23, 15));
    expect(queueOf([card("new", { due: NOW + 3 * DAY })], 0, NOW, SEOUL).nextDue).toBe(NOW + 3 * DAY);
  });

  it("waits for nothing when there is no card", () => {
    expect(queueOf([], 0, NOW, SEOUL)).toEqual({ cards: [], nextDue: null });
  });
});

describe("masteryOf", () => {
  it("is a fifth after level 2 of the only kind", () => {
    expect(masteryOf(["a"], [{ kind: "a", level: 2, score: 75 }])).toBeCloseTo(0.2, 12);
  });

  it("is whole when level 5 of every kind is passed, and nothing below the passing score", () => {
    expect(
      masteryOf(
        ["a", "b"],
        [
          { kind: "a", level: 5, score: 80 },
          { kind: "b", level: 5, score: 100 },
        ],
      ),
    ).toBe(1);
    expect(masteryOf(["a"], [{ kind: "a", level: 5, score: 74 }])).toBe(0);
    expect(masteryOf([], [])).toBe(0);
  });
});

describe("masteryOf, over several kinds", () => {
  it("counts a kind's own scores only, and its highest level in whatever order they come", () => {
    const best = (level: 2 | 5, kind = "a") => ({ kind, level, score: 90 });
    expect(masteryOf(["a", "b"], [best(5)])).toBe(0.5);
    expect(masteryOf(["a"], [best(5), best(2)])).toBe(1);
    expect(masteryOf(["a"], [best(2), best(5, "b")])).toBeCloseTo(0.2, 12);
  });
});

describe("goalShare", () => {
  it("is the part of the goal that is done, at most all of it", () => {
    expect(goalShare(30, 50)).toBeCloseTo(0.6, 12);
    expect(goalShare(80, 50)).toBe(1);
    expect(goalShare(0, 50)).toBe(0);
  });

  it("is reached at once where there is none", () => {
    expect(goalShare(0, 0)).toBe(1);
    expect(goalShare(10, -5)).toBe(1);
  });
});
