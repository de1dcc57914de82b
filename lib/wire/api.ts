import * as z from "@/lib/challenges/schema";

/**
 * Bodies and answers of `/api/v1`, shared by browser and server. Every body is strict: an unknown key is refused, so a
 * forged `score` or `userId` cannot ride along.
 */

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const slug = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** IANA zone names only; the server checks it against Intl. */
const timeZone = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_+\-/]+$/);
const text = z.object({ ko: z.string(), en: z.string() });
/** Names: 1–40 visible characters. */
const displayName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$/);

/** Idempotency keys: 16–64 characters of URL-safe text (a UUID or ULID). Sent as the `Idempotency-Key` header. */
export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

export const guestBody = z.strictObject({ timeZone: timeZone.optional(), locale: z.enum(["ko", "en"]).optional() });

export const signUpBody = z.strictObject({
  email: z.string().min(3).max(254),
  password: z.string().min(10).max(200),
  name: displayName,
  timeZone: timeZone.optional(),
  locale: z.enum(["ko", "en"]).optional(),
});

export const meBody = z.strictObject({
  name: displayName.optional(),
  timeZone: timeZone.optional(),
  locale: z.enum(["ko", "en"]).optional(),
  /** Daily goal in XP. */
  dailyGoal: z.union([z.literal(20), z.literal(50), z.literal(100), z.literal(200)]).optional(),
});

/** `seed` absent: the server draws a fresh one. Present: somebody's shared link (practice; XP once per exact instance). */
export const instanceBody = z.strictObject({
  kind: slug,
  level: level.optional(),
  seed: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,32}$/)
    .optional(),
  /** Set when the instance is drawn for a due skill card. */
  cardId: z.string().min(1).max(64).optional(),
});

/** The answer, never the score. `answer` is parsed by its challenge's own strict schema. */
export const attemptBody = z.strictObject({ token: z.string().min(16).max(2048), answer: z.unknown() });

export const lessonDoneBody = z.strictObject({ topic: slug });

/** A question card: which option was chosen, and how it felt. The server decides right or wrong; a wrong choice is always "again". */
export const questionReviewBody = z.strictObject({
  cardId: z.string().min(1).max(64),
  optionId: slug,
  rating: z.number().int().min(1).max(4),
});

/** A skill card: the attempt (graded by the server) that answered it, and how it felt. */
export const skillReviewBody = z.strictObject({
  cardId: z.string().min(1).max(64),
  attemptId: z.string().min(1).max(64),
  rating: z.number().int().min(1).max(4),
});
export const reviewBody = z.union([questionReviewBody, skillReviewBody]);

export const roleBody = z.strictObject({ role: z.enum(["student", "instructor", "admin"]) });

// ---- answers -------------------------------------------------------------------------------------------------------

export const apiError = z.object({
  error: z.object({
    /** kebab-case, stable: "rate-limited", "bad-body", "forged-token", "expired-token", "not-found", … */
    code: z.string(),
    /** In both languages; the page shows the learner's. */
    message: text,
    /** The offending field as a path, when one field is to blame. */
    field: z.string().optional(),
    /** Seconds to wait, with 429 and 503. */
    retryAfter: z.number().optional(),
  }),
});

export const meReply = z.object({
  user: z
    .object({
      id: z.string(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      role: z.enum(["student", "instructor", "admin"]),
      guest: z.boolean(),
    })
    .nullable(),
  xp: z.number(),
  xpToday: z.number(),
  dailyGoal: z.number(),
  /** Days in a row up to today or yesterday, in the learner's zone. */
  streak: z.number(),
  /** Whether today already counts. */
  streakToday: z.boolean(),
  dueCards: z.number(),
  timeZone: z.string(),
  /** Sign-in providers that are configured besides e-mail + password. */
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Me = z.infer<typeof meReply>;

export const instanceReply = z.object({
  token: z.string(),
  kind: z.string(),
  version: z.number(),
  seed: z.string(),
  level,
  expiresAt: z.string(),
});
export type IssuedInstance = z.infer<typeof instanceReply>;

export const attemptReply = z.object({
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
export type AttemptResult = z.infer<typeof attemptReply>;

export const progressReply = z.object({
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
});
export type Progress = z.infer<typeof progressReply>;

const preview = z.object({ rating: z.number(), due: z.string(), days: z.number() });
export const reviewReply = z.object({
  cards: z.array(
    z.object({
      id: z.string(),
      type: z.enum(["question", "skill"]),
      topic: z.string(),
      /** The question's id, or the challenge kind. */
      item: z.string(),
      /** Skill cards: the level to draw at. Question cards: seed for the order of options. */
      level: level.nullable(),
      seed: z.string(),
      state: z.enum(["new", "learning", "review", "relearning"]),
      /** What each rating 1–4 would do. */
      previews: z.array(preview),
    }),
  ),
  dueToday: z.number(),
  doneToday: z.number(),
  nextDue: z.string().nullable(),
  canUndo: z.boolean(),
});
export type ReviewQueue = z.infer<typeof reviewReply>;

export const reviewGradeReply = z.object({
  cardId: z.string(),
  correct: z.boolean(),
  rating: z.number(),
  due: z.string(),
  xp: z.number(),
  xpTotal: z.number(),
  streak: z.number(),
  repeated: z.boolean(),
});
export type ReviewGrade = z.infer<typeof reviewGradeReply>;

export const sessionsReply = z.object({
  sessions: z.array(
    z.object({ id: z.string(), current: z.boolean(), createdAt: z.string(), lastSeenAt: z.string(), userAgent: z.string().nullable() }),
  ),
});
export type Sessions = z.infer<typeof sessionsReply>;

/** The learner's attempts, newest first. `nextCursor` goes into `?cursor=`; null at the end. */
const attemptFacts = attemptReply.omit({ xpTotal: true, streak: true, repeated: true });
export const attemptsReply = z.object({ attempts: z.array(attemptFacts), nextCursor: z.string().nullable() });
export type AttemptList = z.infer<typeof attemptsReply>;

/** One attempt with the answer given, so that its replay can be shown again. */
export const attemptDetailReply = attemptFacts.extend({ version: z.number(), answer: z.unknown() });
export type AttemptDetail = z.infer<typeof attemptDetailReply>;

export const lessonDoneReply = z.object({
  topic: z.string(),
  xpTotal: z.number(),
  streak: z.number(),
  /** Review cards that this added. */
  cards: z.number(),
  repeated: z.boolean(),
});
export type LessonDone = z.infer<typeof lessonDoneReply>;

/** The review that was taken back: its card is due again as it was before. XP stays. */
export const reviewUndoReply = z.object({
  cardId: z.string(),
  due: z.string(),
  xpTotal: z.number(),
  streak: z.number(),
  repeated: z.boolean(),
});
export type ReviewUndo = z.infer<typeof reviewUndoReply>;

export const roleReply = z.object({ id: z.string(), role: z.enum(["student", "instructor", "admin"]) });
export const revokedReply = z.object({ id: z.string(), revoked: z.literal(true) });
export const healthReply = z.object({ status: z.literal("ok"), database: z.enum(["embedded", "postgres"]) });
