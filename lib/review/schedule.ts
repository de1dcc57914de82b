/**
 * When a card comes back: FSRS-6 through ts-fsrs, without its random fuzz, so that a preview is exactly what a rating does.
 * Instants are milliseconds; nothing here reads a clock.
 */
import { fsrs, State, type Card as FsrsCard, type Grade } from "ts-fsrs";

export const CARD_STATES = ["new", "learning", "review", "relearning"] as const;
export type CardState = (typeof CARD_STATES)[number];

/** 1 again, 2 hard, 3 good, 4 easy. */
export const RATINGS = [1, 2, 3, 4] as const;
export type Rating = (typeof RATINGS)[number];

/** What is remembered of a card between reviews. */
export interface Schedule {
  readonly due: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly elapsedDays: number;
  readonly scheduledDays: number;
  readonly learningSteps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: CardState;
  readonly lastReview: number | null;
}

const STATE_OF: Record<CardState, State> = { new: State.New, learning: State.Learning, review: State.Review, relearning: State.Relearning };
const scheduler = fsrs({ enable_fuzz: false, request_retention: 0.9, maximum_interval: 365 });

/** A card never seen, due at once. */
export function newSchedule(now: number): Schedule {
  return {
    due: now,
    stability: 0,
    difficulty: 0,
    elapsedDays: 0,
    scheduledDays: 0,
    learningSteps: 0,
    reps: 0,
    lapses: 0,
    state: "new",
    lastReview: null,
  };
}

/** The schedule after a review at `now` with `rating`. `now` before the last review counts as the last review. */
export function reviewed(schedule: Schedule, rating: Rating, now: number): Schedule {
  const at = Math.max(now, schedule.lastReview ?? now);
  const { card } = scheduler.next(
    {
      due: schedule.due,
      stability: schedule.stability,
      difficulty: schedule.difficulty,
      elapsed_days: schedule.elapsedDays,
      scheduled_days: schedule.scheduledDays,
      learning_steps: schedule.learningSteps,
      reps: schedule.reps,
      lapses: schedule.lapses,
      state: STATE_OF[schedule.state],
      last_review: schedule.lastReview,
    },
    at,
    rating as Grade,
  );
  return fromFsrs(card);
}

/** What each rating would do. `days` is the fraction of a day until then. */
export function previews(schedule: Schedule, now: number): { rating: Rating; due: number; days: number }[] {
  return RATINGS.map((rating) => {
    const { due } = reviewed(schedule, rating, now);
    return { rating, due, days: (due - now) / 86_400_000 };
  });
}

function fromFsrs(card: FsrsCard): Schedule {
  return {
    due: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    elapsedDays: card.elapsed_days,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    state: CARD_STATES[card.state],
    // Stryker disable next-line OptionalChaining: a card just reviewed has it; the type is that of any card
    lastReview: card.last_review?.getTime() ?? null,
  };
}
