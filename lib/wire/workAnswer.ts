/** Answering what is assigned: apart, because it brings the forms of questions, which lists of work need not load. */
import * as z from "@/lib/challenges/schema";
import { answerSchema } from "@/lib/questions";
import { standing } from "./assignmentParts";
import { route, type ReplyOf } from "./route";
import { id } from "./scalars";

/** Answers a question, or says what was seen in a simulation. Of a quiz that is judged at its end, only handing in grades. */
export const answerItem = route({
  method: "POST",
  path: "/work/items/:item",
  params: z.object({ item: id }),
  body: z.strictObject({ answer: z.union([answerSchema, z.strictObject({ seen: z.string().trim().min(1).max(1000) })]) }),
  reply: z.object({
    id: z.string(),
    /** Null while scores are hidden. */
    score: z.number().nullable(),
    misconceptions: z.array(z.string()),
    /** The question's truth, for the card; null while scores are hidden, or while a try is left that would ask the same. */
    truth: z.unknown(),
    triesLeft: z.number(),
    standing,
    repeated: z.boolean(),
  }),
  keyed: true,
  access: "user",
  limit: { name: "submit", by: "user" },
});
export type ItemAnswered = ReplyOf<typeof answerItem>;
