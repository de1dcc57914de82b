/**
 * When a card comes back: FSRS-6 through ts-fsrs, without its random fuzz, so that a preview is exactly what a rating does.
 * Instants are milliseconds; nothing here reads a clock.
 */
import { DAY_MS, dayClock, type Calendar } from "./days";
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

/**
 * The schedule after a review at `now` with `rating`. `now` before the last review counts as the last review.
 * FSRS counts days between reviews: those of the learner, who has not slept between 08:55 and 09:05 in Seoul, though midnight UTC has passed.
 */
export function reviewed(schedule: Schedule, rating: Rating, now: number, calendar: Calendar): Schedule {
  const at = Math.max(now, schedule.lastReview ?? now);
  const clock = dayClock(at, calendar);
  // ts-fsrs counts days by UTC: it is given the learner's clock for UTC. Their clock may have been set back since the last review.
  const last = schedule.lastReview === null ? null : Math.min(dayClock(schedule.lastReview, calendar), clock);
  const { card } = scheduler.next(
    {
      due: dayClock(schedule.due, calendar),
      stability: schedule.stability,
      difficulty: schedule.difficulty,
      elapsed_days: schedule.elapsedDays,
      scheduled_days: schedule.scheduledDays,
      learning_steps: schedule.learningSteps,
      reps: schedule.reps,
      lapses: schedule.lapses,
      state: STATE_OF[schedule.state],
      last_review: last,
    },
    clock,
    rating as Grade,
  );
  return { ...fromFsrs(card), due: dueAfter(at, card.due.getTime() - clock, calendar), lastReview: at };
}

/** The instant `wait` after `at`: in minutes as they pass, in days at the same time of the learner's clock, also where it is changed between. */
function dueAfter(at: number, wait: number, calendar: Calendar): number {
  const due = at + wait;
  return wait < DAY_MS ? due : due + (dayClock(at, calendar) + wait - dayClock(due, calendar));
}

/** What each rating would do. `days` is the fraction of a day until then. */
export function previews(schedule: Schedule, now: number, calendar: Calendar): { rating: Rating; due: number; days: number }[] {
  return RATINGS.map((rating) => {
    const { due } = reviewed(schedule, rating, now, calendar);
    return { rating, due, days: (due - now) / DAY_MS };
  });
}

/** The memory of a card, without the instants. */
function fromFsrs(card: FsrsCard): Omit<Schedule, "due" | "lastReview"> {
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    elapsedDays: card.elapsed_days,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    state: CARD_STATES[card.state],
  };
}
