/** Cards as rows, and as the scheduling rules know them. */
import { CARD_STATES, queueOf, type CardState, type Queue, type Queued, type Schedule } from "@/lib/review";
import type { Store } from "../database";
import type { Moment } from "../learn/record";
import type { Card } from "../prisma/client";

const ROW_STATE = { new: "NEW", learning: "LEARNING", review: "REVIEW", relearning: "RELEARNING" } as const satisfies Record<
  CardState,
  Card["state"]
>;
const stateOf = (state: Card["state"]): CardState => CARD_STATES[(["NEW", "LEARNING", "REVIEW", "RELEARNING"] as const).indexOf(state)];

/** Of attempts and reviews: by the server's clock. */
export const NEWEST = [{ createdAt: "desc" as const }, { id: "desc" as const }];

export interface QueuedCard extends Queued {
  readonly row: Card;
}

export function scheduleOf(row: Card): Schedule {
  const { stability, difficulty, elapsedDays, scheduledDays, learningSteps, reps, lapses } = row;
  return {
    due: row.due.getTime(),
    stability,
    difficulty,
    elapsedDays,
    scheduledDays,
    learningSteps,
    reps,
    lapses,
    state: stateOf(row.state),
    lastReview: row.lastReview?.getTime() ?? null,
  };
}

/** The columns that hold a schedule. Writing them makes another version of the card. */
export function scheduleColumns(schedule: Schedule) {
  return {
    ...schedule,
    due: new Date(schedule.due),
    state: ROW_STATE[schedule.state],
    lastReview: schedule.lastReview === null ? null : new Date(schedule.lastReview),
  };
}

interface Day extends Queue<QueuedCard> {
  /** Reviews, less those taken back. */
  readonly doneToday: number;
  /** The cards they were of. */
  readonly seen: ReadonlySet<string>;
}

/** Today's queue of `userId`. */
export async function loadQueue(store: Store, userId: string, at: Moment): Promise<Day> {
  const [rows, { introduced, done, seen }] = await Promise.all([store.card.findMany({ where: { userId } }), reviewedOn(store, userId, at)]);
  const cards = rows.map((row) => ({ ...scheduleOf(row), id: row.id, createdAt: row.createdAt.getTime(), row }));
  return { ...queueOf(cards, introduced, at.now, at), doneToday: done, seen };
}

interface Reviewed {
  readonly done: number;
  /** Of these, a card's first. */
  readonly introduced: number;
  /** The cards they were of. */
  readonly seen: ReadonlySet<string>;
}

/** Reviews of the learner's day, less those taken back. */
export async function reviewedOn(store: Store, userId: string, { localDate }: Moment): Promise<Reviewed> {
  const logs = await store.reviewLog.findMany({ where: { userId, localDate, undoneAt: null }, select: { before: true, cardId: true } });
  return {
    done: logs.length,
    introduced: logs.filter((log) => isNewBefore(log.before)).length,
    seen: new Set(logs.map(({ cardId }) => cardId)),
  };
}

const isNewBefore = (before: unknown): boolean =>
  // Stryker disable next-line ConditionalExpression,LogicalOperator: the column is JSON of any shape, our rows have this one
  typeof before === "object" && before !== null && "state" in before && before.state === "new";
