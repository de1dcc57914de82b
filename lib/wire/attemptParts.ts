/** What is said of an attempt. */
import * as z from "@/lib/challenges/schema";
import { level } from "./scalars";

export const attemptReply = z.object({
  id: z.string(),
  kind: z.string(),
  level,
  /** Null for graded work, which is drawn from no seed that a browser knows. */
  seed: z.string().nullable(),
  score: z.number(),
  stars: z.number(),
  earned: z.number(),
  total: z.number(),
  parts: z.array(z.object({ id: z.string(), correct: z.boolean(), earned: z.number(), total: z.number() })),
  misconceptions: z.array(z.string()),
  /** Hints opened before: `score`, `stars` and `xp` are what counted after them, `earned` of `total` is what was graded. */
  hints: z.number(),
  /** XP this attempt brought (0 when this exact instance was rewarded before, or shown before). */
  xp: z.number(),
  /** False when the solution had been shown before: the verdict is feedback, without XP, mastery or skill. */
  credited: z.boolean(),
  /** The learner chose the seed: a mark, but no XP and no mastery. */
  chosen: z.boolean(),
  xpTotal: z.number(),
  streak: z.number(),
  /** True when this idempotency key had been used before: the stored attempt is returned. */
  repeated: z.boolean(),
  /** True when the same answer to the same instance had been sent before: nothing was written, the earlier attempt is returned. */
  duplicate: z.boolean(),
  /** The whole instance of graded work, for the replay; null for practice, which the browser drew itself. */
  reveal: z.object({ instance: z.unknown() }).nullable(),
  createdAt: z.string(),
});
