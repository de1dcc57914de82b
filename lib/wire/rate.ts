/** One card rated. */
import * as z from "@/lib/challenges/schema";
import { answerSchema } from "@/lib/questions";
import { route, type BodyOf, type ReplyOf } from "./route";
import { draw, rating, rowId } from "./scalars";

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
