/** Instances of challenges, and the attempts at them. */
import * as z from "@/lib/challenges/schema";
import { route, type BodyOf, type QueryOf, type ReplyOf } from "./route";
import { id, level, slug } from "./scalars";

/** Writes nothing but a signature, so it needs no key: asked again, it draws another instance. */
export const issueInstance = route({
  method: "POST",
  path: "/instances",
  body: z.strictObject({
    kind: slug,
    level: level.optional(),
    /** Absent: the server draws a fresh one. Present: somebody's shared link (practice; XP once per exact instance). */
    seed: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,32}$/)
      .optional(),
    /** Set when the instance is drawn for a due skill card. */
    cardId: z.string().min(1).max(64).optional(),
  }),
  reply: z.object({
    token: z.string(),
    kind: z.string(),
    version: z.number(),
    seed: z.string(),
    level,
    expiresAt: z.string(),
  }),
  access: "user",
  limit: { name: "instances", by: "user" },
});
export type InstanceWish = BodyOf<typeof issueInstance>;
export type IssuedInstance = ReplyOf<typeof issueInstance>;

const attemptReply = z.object({
  id: z.string(),
  kind: z.string(),
  level,
  seed: z.string(),
  score: z.number(),
  stars: z.number(),
  earned: z.number(),
  total: z.number(),
  parts: z.array(z.object({ id: z.string(), correct: z.boolean(), earned: z.number(), total: z.number() })),
  misconceptions: z.array(z.string()),
  /** XP this attempt brought (0 when this exact instance was rewarded before). */
  xp: z.number(),
  xpTotal: z.number(),
  streak: z.number(),
  /** True when this idempotency key had been used before: the stored attempt is returned. */
  repeated: z.boolean(),
  createdAt: z.string(),
});

/** The answer, never the score. `answer` is parsed by its challenge's own strict schema. */
export const submitAttempt = route({
  method: "POST",
  path: "/attempts",
  body: z.strictObject({ token: z.string().min(16).max(2048), answer: z.unknown() }),
  reply: attemptReply,
  keyed: true,
  access: "user",
  limit: { name: "submit", by: "user" },
});
export type AttemptResult = ReplyOf<typeof submitAttempt>;

const attemptFacts = attemptReply.omit({ xpTotal: true, streak: true, repeated: true });

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
  reply: attemptFacts.extend({ version: z.number(), answer: z.unknown() }),
  access: "user",
});
export type AttemptDetail = ReplyOf<typeof readAttempt>;
