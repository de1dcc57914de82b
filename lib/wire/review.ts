/** The day's cards: read them, rate one, take the last rating back. */
import * as z from "@/lib/challenges/schema";
import { route, type ReplyOf } from "./route";
import { draw, level, rowId } from "./scalars";

// Apart, so that a page that only reads the queue does not carry every form of question.
export { grade, type ReviewAnswer, type ReviewGrade } from "./rate";

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
        /** Where it came from, while it is being learned: the note of a peer session. Null for what a lesson or a miss brought. */
        from: z
          .object({
            /** The group's day of the session, and whether that was the learner's yesterday. */
            date: z.string(),
            yesterday: z.boolean(),
            /** Null for who is not in the group any more. */
            session: z.object({ id: z.string(), group: z.string(), name: z.string() }).nullable(),
          })
          .nullable(),
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
