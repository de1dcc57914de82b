/** The day's cards: read them, rate one, take the last rating back. */
import * as z from "@/lib/challenges/schema";
import { answerSchema } from "@/lib/questions";
import { route, type BodyOf, type ReplyOf } from "./route";
import { level, rating } from "./scalars";

const rowId = z.string().min(1).max(64);
const draw = z.number().int().min(0).max(1_000_000);

export const readQueue = route({
  method: "GET",
  path: "/review",
  reply: z.object({
    cards: z.array(
      z.object({
        id: z.string(),
        type: z.enum(["question", "skill"]),
        topic: z.string(),
        /** The question's id, or the challenge kind. */
        item: z.string(),
        /** Skill cards: the level to draw at. Question cards: null. */
        level: level.nullable(),
        /** The card's seed at this review: its question is drawn from it, here and on the server. */
        seed: z.string(),
        /** How often the card was reviewed before; the seed's other half. It goes back with the answer. */
        draw,
        state: z.enum(["new", "learning", "review", "relearning"]),
        /** What each rating 1–4 would do. */
        previews: z.array(z.object({ rating: z.number(), due: z.string(), days: z.number() })),
      }),
    ),
    /** Cards in the queue. */
    dueToday: z.number(),
    /** Reviews of the day: a card that comes again counts again. */
    doneToday: z.number(),
    /** Cards reviewed today, each once. */
    seenToday: z.number(),
    /** Cards in the queue that were reviewed today already: the steps of learning come again within minutes. */
    againToday: z.number(),
    nextDue: z.string().nullable(),
    canUndo: z.boolean(),
    /** The review that undo would take back; null where there is none. */
    lastReview: rowId.nullable(),
    /** Signed: when this was shown. It goes back with each rating, so that one that arrives late keeps its moment. */
    stamp: z.string(),
  }),
  access: "user",
});
export type ReviewQueue = ReplyOf<typeof readQueue>;

const stamp = z.string().min(16).max(512).optional();

export const grade = route({
  method: "POST",
  path: "/review/grade",
  body: z.union([
    /**
     * A question card: what was answered, to which draw of which version of the question, and how it felt. The server draws it again
     * and decides right or wrong; a wrong answer is always "again".
     */
    z.strictObject({ cardId: rowId, answer: answerSchema, draw, version: z.number().int().min(1).max(10_000), rating, stamp }),
    /** A skill card: the attempt (graded by the server) that answered it, and how it felt. */
    z.strictObject({ cardId: rowId, attemptId: rowId, rating, stamp }),
  ]),
  reply: z.object({
    cardId: z.string(),
    correct: z.boolean(),
    rating: z.number(),
    due: z.string(),
    xp: z.number(),
    xpTotal: z.number(),
    streak: z.number(),
    repeated: z.boolean(),
  }),
  keyed: true,
  access: "user",
  limit: { name: "review", by: "user" },
});
export type ReviewAnswer = BodyOf<typeof grade>;
export type ReviewGrade = ReplyOf<typeof grade>;

/** Takes back a review of the learner's day: its card is due again as it was before. XP stays. */
export const undo = route({
  method: "POST",
  path: "/review/undo",
  /** Absent: the latest. Named by whatever may arrive late, so that it takes back no other. */
  query: z.object({ review: rowId.optional() }),
  reply: z.object({
    cardId: z.string(),
    due: z.string(),
    xpTotal: z.number(),
    streak: z.number(),
    repeated: z.boolean(),
  }),
  keyed: true,
  access: "user",
  limit: { name: "review", by: "user" },
});
export type ReviewUndo = ReplyOf<typeof undo>;
