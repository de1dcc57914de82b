/** Lessons, and how far the learner has come. */
import * as z from "@/lib/challenges/schema";
import { route, type ReplyOf } from "./route";
import { level, slug } from "./scalars";

export const readProgress = route({
  method: "GET",
  path: "/progress",
  reply: z.object({
    /** The topic whose lesson the learner finished or whose challenge they played last; null before that. */
    last: z.string().nullable(),
    topics: z.array(
      z.object({
        topic: z.string(),
        lessonDone: z.boolean(),
        /** 0–1: share of the topic's kinds passed, weighted by level. */
        mastery: z.number(),
        kinds: z.array(
          z.object({
            kind: z.string(),
            bestScore: z.number(),
            bestStars: z.number(),
            bestLevel: z.number(),
            attempts: z.number(),
            nextLevel: level,
          }),
        ),
      }),
    ),
  }),
  access: "user",
});
export type Progress = ReplyOf<typeof readProgress>;

/** A lesson can be finished once. Its day is the day it arrives: nothing vouches for an earlier one. */
export const finishLesson = route({
  method: "POST",
  path: "/lessons/done",
  body: z.strictObject({ topic: slug }),
  reply: z.object({
    topic: z.string(),
    xpTotal: z.number(),
    streak: z.number(),
    /** Review cards that this added. */
    cards: z.number(),
    repeated: z.boolean(),
  }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});
export type LessonDone = ReplyOf<typeof finishLesson>;
