import { describe, expect, it } from "vitest";
import { CARD_STATES, type Schedule } from "@/lib/review";
import { scheduleColumns, scheduleOf } from "./cards";
import type { Card } from "../prisma/client";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 3);
const schedule: Schedule = {
  due: NOW + 3 * DAY,
  stability: 4.5,
  difficulty: 6.25,
  elapsedDays: 2,
  scheduledDays: 3,
  learningSteps: 1,
  reps: 7,
  lapses: 2,
  state: "review",
  lastReview: NOW,
};
const rowOf = (of: Schedule): Card => ({
  id: "card",
  userId: "learner",
  type: "SKILL",
  topic: "numbers",
  item: "two-numbers",
  version: 3,
  createdAt: new Date(NOW - DAY),
  deckFrom: null,
  deckId: null,
  ...scheduleColumns(of),
});

describe("a card's columns", () => {
  it("give the schedule back that went into them, in every state, reviewed before or never", () => {
    for (const state of CARD_STATES)
      for (const lastReview of [NOW, null])
        expect(scheduleOf(rowOf({ ...schedule, state, lastReview }))).toEqual({ ...schedule, state, lastReview });
  });

  it("name the state as the database does", () => {
    const named = CARD_STATES.map((state) => [state, scheduleColumns({ ...schedule, state }).state]);
    expect(Object.fromEntries(named)).toEqual({ new: "NEW", learning: "LEARNING", review: "REVIEW", relearning: "RELEARNING" });
  });
});
