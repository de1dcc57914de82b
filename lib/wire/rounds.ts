/** Rounds of practice, apart from what else is played: a review carries none of it. */
import * as z from "@/lib/challenges/schema";
import { practiceReply, seed } from "./instanceParts";
import { route, type BodyOf, type ReplyOf } from "./route";
import { language, level, slug, timeZone } from "./scalars";

/**
 * A round of practice for whoever is here. A visitor's guest session begins with it: one question where there would be three, one after
 * the other, before anything stands on the board. Needs no key, like the two that it joins.
 */
export const openRound = route({
  method: "POST",
  path: "/rounds",
  body: z.strictObject({
    kind: slug,
    level: level.optional(),
    seed: seed.optional(),
    /** Of a guest that begins. Whoever has a session keeps it as it is. */
    timeZone: timeZone.optional(),
    locale: language.optional(),
  }),
  reply: z.object({
    instance: practiceReply,
    /** Whose round it is. */
    learner: z.string(),
    /** Whether a guest began with it. */
    begun: z.boolean(),
  }),
  // Counted as an instance of the learner's, once it is known who that is.
  access: "anyone",
});
export type RoundRequest = BodyOf<typeof openRound>;
export type OpenedRound = ReplyOf<typeof openRound>;
