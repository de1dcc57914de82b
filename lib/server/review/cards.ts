/** Cards as rows, and as the scheduling rules know them. */
import {
  CARD_STATES,
  DAY_MS,
  endOfDay,
  LEARN_AHEAD_MS,
  NEW_CARDS_A_DAY,
  queueOf,
  type CardState,
  type Queue,
  type Queued,
  type Schedule,
} from "@/lib/review";
import type { Store } from "../database";
import type { Moment } from "../learn/record";
import { Prisma, type Card } from "../prisma/client";

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

/** From when on the day's limit of new cards does not hold the card back. */
export const deckFromOf = ({ deckFrom }: Pick<Card, "deckFrom">) => ({ deckFrom: deckFrom?.getTime() ?? null });

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

const CARD_COLUMNS = Prisma.raw(
  Object.keys(Prisma.CardScalarFieldEnum)
    .map((name) => (name === "type" || name === "state" ? `"${name}"::text AS "${name}"` : `"${name}"`))
    .join(", "),
);

/**
 * Where the queue (lib/review/queue.ts) draws its lines, so that the database finds today's cards without a learner's whole collection.
 * tests/server/history.test.ts holds the two to each other.
 */
function linesOf(userId: string, at: Moment) {
  const [now, ahead, tonight] = [at.now, at.now + LEARN_AHEAD_MS, endOfDay(at.now, at)].map((instant) => new Date(instant));
  const learning = Prisma.sql`"userId" = ${userId} AND "state" IN ('LEARNING', 'RELEARNING')`;
  const review = Prisma.sql`"userId" = ${userId} AND "state" = 'REVIEW'`;
  const fresh = Prisma.sql`"userId" = ${userId} AND "state" = 'NEW'`;
  return {
    today: [Prisma.sql`${learning} AND "due" <= ${ahead}`, Prisma.sql`${review} AND "due" < ${tonight}`],
    /** New cards of decks that were taken, which the day's limit does not hold back; and all others. */
    asked: Prisma.sql`${fresh} AND "due" <= ${now} AND "deckFrom" <= ${now}`,
    fresh: Prisma.sql`${fresh} AND "due" <= ${now} AND ("deckFrom" IS NULL OR "deckFrom" > ${now})`,
    later: [
      Prisma.sql`${learning} AND "due" > ${ahead}`,
      Prisma.sql`${review} AND "due" >= ${tonight}`,
      Prisma.sql`${fresh} AND "due" > ${now}`,
    ],
  };
}

/** The cards that today's queue is made of, and of those that it leaves out whichever come first. */
async function cardsAround(store: Store, userId: string, at: Moment): Promise<Card[]> {
  const { today, asked, fresh, later } = linesOf(userId, at);
  // One part for each line: of an OR over two the planner makes a scan of all that the learner has.
  const parts = [
    ...today,
    asked,
    Prisma.sql`${fresh} ORDER BY "createdAt", "id" COLLATE "C" LIMIT ${NEW_CARDS_A_DAY + 1}`,
    ...later.map((line) => Prisma.sql`${line} ORDER BY "due" LIMIT 1`),
  ].map((part) => Prisma.sql`(SELECT ${CARD_COLUMNS} FROM "Card" WHERE ${part})`);
  return store.$queryRaw<Card[]>(Prisma.join(parts, " UNION ALL "));
}

/** Today's queue of `userId`. */
export async function loadQueue(store: Store, userId: string, at: Moment): Promise<Day> {
  const [rows, { introduced, done, seen }] = await Promise.all([cardsAround(store, userId, at), reviewedOn(store, userId, at)]);
  const cards = rows.map((row) => ({
    ...scheduleOf(row),
    ...deckFromOf(row),
    id: row.id,
    createdAt: row.createdAt.getTime(),
    long: row.type === "SKILL",
    row,
  }));
  return { ...queueOf(cards, introduced, at.now, at), doneToday: done, seen: new Set(seen) };
}

/** How many cards are in today's queue. */
export async function countQueue(store: Store, userId: string, at: Moment): Promise<number> {
  const { today, asked, fresh } = linesOf(userId, at);
  const [{ due, wanted, waiting, introduced }] = await store.$queryRaw<
    [{ due: number; wanted: number; waiting: number; introduced: number }]
  >(Prisma.sql`SELECT
    (${Prisma.join(
      today.map((line) => Prisma.sql`(SELECT count(*) FROM "Card" WHERE ${line})`),
      " + ",
    )})::int AS "due",
    (SELECT count(*) FROM "Card" WHERE ${asked})::int AS "wanted",
    (SELECT count(*) FROM (SELECT 1 FROM "Card" WHERE ${fresh} LIMIT ${NEW_CARDS_A_DAY}) f)::int AS "waiting",
    ${introducedOn(userId, at)} AS "introduced"`);
  return due + wanted + Math.min(waiting, Math.max(0, NEW_CARDS_A_DAY - introduced - wanted));
}

/** How much of the day's limit of new cards is taken: by those seen for the first time today, and by those of decks that wait. */
export async function takenOfLimit(store: Store, userId: string, at: Moment): Promise<number> {
  const [{ taken }] = await store.$queryRaw<[{ taken: number }]>(
    Prisma.sql`SELECT (SELECT count(*)::int FROM "Card" WHERE ${linesOf(userId, at).asked}) + ${introducedOn(userId, at)} AS "taken"`,
  );
  return taken;
}

interface Reviewed {
  readonly done: number;
  /** New cards that were seen for the first time, as the day's limit counts them. */
  readonly introduced: number;
  /** The cards they were of. */
  readonly seen: readonly string[];
}

/**
 * First reviews of the learner's day. A day that another calendar began early is no second one: for 24 hours after a change those of the
 * last 24 hours count, whatever date they were made on.
 */
function introducedOn(userId: string, { localDate, now }: Moment): Prisma.Sql {
  const yesterday = new Date(now - DAY_MS);
  return Prisma.sql`(SELECT count(*)::int FROM "ReviewLog" WHERE "userId" = ${userId} AND "undoneAt" IS NULL AND "before" ->> 'state' = 'new'
    AND ("localDate" = ${localDate} OR (COALESCE("answeredAt", "createdAt") > ${yesterday}
      AND EXISTS (SELECT 1 FROM "User" u WHERE u."id" = ${userId} AND u."formerUntil" > ${yesterday} AND u."formerUntil" <= ${new Date(now)}))))`;
}

const reviewsOn = (userId: string, { localDate }: Moment) =>
  Prisma.sql`"userId" = ${userId} AND "localDate" = ${localDate} AND "undoneAt" IS NULL`;

/** Reviews of the learner's day, less those taken back. */
export async function reviewedOn(store: Store, userId: string, at: Moment): Promise<Reviewed> {
  const [reviewed] = await store.$queryRaw<
    [Reviewed]
  >(Prisma.sql`SELECT count(*)::int AS "done", ${introducedOn(userId, at)} AS "introduced",
      COALESCE(jsonb_agg(DISTINCT "cardId"), '[]') AS "seen" FROM "ReviewLog" WHERE ${reviewsOn(userId, at)}`);
  return reviewed;
}
