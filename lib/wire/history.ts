/** A learner's earlier attempts. */
import * as z from "@/lib/challenges/schema";
import { attemptReply } from "./attemptParts";
import { route, type QueryOf, type ReplyOf } from "./route";
import { id, slug } from "./scalars";

const attemptFacts = attemptReply.omit({ xpTotal: true, streak: true, repeated: true, duplicate: true, reveal: true });

/** The learner's attempts, newest first. `nextCursor` goes into `?cursor=`; null at the end. */
export const listAttempts = route({
  method: "GET",
  path: "/attempts",
  query: z.object({ kind: slug.optional(), cursor: id.optional() }),
  reply: z.object({ attempts: z.array(attemptFacts), nextCursor: z.string().nullable() }),
  access: "user",
});
export type AttemptFilter = QueryOf<typeof listAttempts>;
export type AttemptList = ReplyOf<typeof listAttempts>;

/** One attempt with the answer given, so that its replay can be shown again. */
export const readAttempt = route({
  method: "GET",
  path: "/attempts/:id",
  params: z.object({ id }),
  reply: attemptFacts.extend({
    version: z.number(),
    answer: z.unknown(),
    /** The whole instance of graded work; null for practice. */
    instance: z.unknown(),
  }),
  access: "user",
});
export type AttemptDetail = ReplyOf<typeof readAttempt>;
