import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { masteryOf } from "./mastery";
import { NEW_CARDS_A_DAY, queueOf, type Queued } from "./queue";
import { goalShare } from "./rewards";
import { newSchedule, previews, RATINGS, reviewed, type Rating } from "./schedule";

const NOW = Date.UTC(2026, 10, 23, 3);
const DAY = 86_400_000;

describe("reviewed", () => {
  it("brings a new card back in ten minutes after good, then in days", () => {
    const first = reviewed(newSchedule(NOW), 3, NOW);
    expect(first).toMatchObject({ state: "learning", due: NOW + 600_000, reps: 1, lastReview: NOW });
    const second = reviewed(first, 3, first.due);
    expect(second.state).toBe("review");
    expect((second.due - first.due) / DAY).toBe(2);
  });

  it("sends a known card to relearning after again and counts the lapse", () => {
    const easy = reviewed(newSchedule(NOW), 4, NOW);
    expect(reviewed(easy, 1, easy.due)).toMatchObject({ state: "relearning", lapses: 1 });
  });

  it("leaves its input as it was", () => {
    const card = Object.freeze(newSchedule(NOW));
    expect(() => reviewed(card, 3, NOW)).not.toThrow();
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
            card = reviewed(card, rating, now);
          }
          const dues = previews(card, now).map((p) => p.due);
          expect([...dues].sort((a, b) => a - b)).toEqual(dues);
          expect(dues[0]).toBeGreaterThan(now);
        },
      ),
    );
  });

  it("does exactly what the preview said", () => {
    const card = reviewed(newSchedule(NOW), 3, NOW);
    for (const p of previews(card, card.due)) expect(reviewed(card, p.rating, card.due).due).toBe(p.due);
  });

  it("takes a clock that went back for the time of the last review", () => {
    const card = reviewed(newSchedule(NOW), 4, NOW);
    expect(reviewed(card, 3, NOW - 10 * DAY)).toEqual(reviewed(card, 3, NOW));
  });
});

describe("queueOf", () => {
  const card = (id: string, more: Partial<Queued>): Queued => ({ ...newSchedule(NOW), id, createdAt: NOW, ...more });

  it("shows learning steps first, then the most overdue reviews, then new cards", () => {
    const cards = [
      card("new", {}),
      card("slightly-late", { state: "review", due: NOW - DAY, scheduledDays: 100 }),
      card("very-late", { state: "review", due: NOW - DAY, scheduledDays: 1 }),
      card("step", { state: "learning", due: NOW - 1 }),
      card("soon", { state: "learning", due: NOW + 5 * 60_000 }),
    ];
    expect(queueOf(cards, 0, NOW, "Asia/Seoul").cards.map((c) => c.id)).toEqual(["step", "very-late", "slightly-late", "new", "soon"]);
  });

  it("includes a review that comes due tonight and leaves tomorrow's out", () => {
    const cards = [
      card("tonight", { state: "review", due: Date.UTC(2026, 10, 23, 14, 59) }),
      card("tomorrow", { state: "review", due: Date.UTC(2026, 10, 23, 15, 1) }),
    ];
    const queue = queueOf(cards, 0, NOW, "Asia/Seoul");
    expect(queue.cards.map((c) => c.id)).toEqual(["tonight"]);
    expect(queue.nextDue).toBe(Date.UTC(2026, 10, 23, 15, 1));
  });

  it("introduces at most the day's new cards, oldest first, and the rest tomorrow", () => {
    const cards = Array.from({ length: 30 }, (_, i) => card(`c${i}`, { createdAt: NOW - i }));
    const queue = queueOf(cards, 4, NOW, "Asia/Seoul");
    expect(queue.cards).toHaveLength(NEW_CARDS_A_DAY - 4);
    expect(queue.cards[0].id).toBe("c29");
    expect(queue.nextDue).toBe(Date.UTC(2026, 10, 23, 15));
    expect(queueOf(cards, NEW_CARDS_A_DAY + 3, NOW, "Asia/Seoul").cards).toEqual([]);
  });

  it("waits for nothing when there is no card", () => {
    expect(queueOf([], 0, NOW, "UTC")).toEqual({ cards: [], nextDue: null });
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

describe("goalShare", () => {
  it("is the part of the goal that is done, at most all of it", () => {
    expect(goalShare(30, 50)).toBeCloseTo(0.6, 12);
    expect(goalShare(80, 50)).toBe(1);
  });
});
