/** Instances of challenges, and the attempts at them. */
import * as z from "@/lib/challenges/schema";
import { attemptReply } from "./attemptParts";
import { issued, practiceReply, seed } from "./instanceParts";
import { route, type BodyOf, type ReplyOf } from "./route";
import { level, slug, text } from "./scalars";

// Apart, so that a board does not carry what only a list of earlier rounds asks for.
export { listAttempts, readAttempt, type AttemptDetail, type AttemptFilter, type AttemptList } from "./history";

/** Graded: the server has drawn and keeps the seed; `view` is what the learner may see, in the shape of the kind's own views. */
const gradedReply = issued.extend({ seed: z.null(), view: z.unknown() });
export type PracticeInstance = z.output<typeof practiceReply>;
export type GradedInstance = z.output<typeof gradedReply>;

/** Needs no key: asked again, it draws another instance. */
export const issueInstance = route({
  method: "POST",
  path: "/instances",
  body: z.strictObject({
    kind: slug,
    level: level.optional(),
    /** Absent: the server draws a fresh one. Present: somebody's shared link (practice; XP once per exact instance). */
    seed: seed.optional(),
    /** Set when the instance is drawn for a due skill card. */
    cardId: z.string().min(1).max(64).optional(),
    /** Set for graded work: its seed stays on the server. */
    graded: z.literal(true).optional(),
  }),
  reply: z.union([gradedReply, practiceReply]),
  access: "user",
  limit: { name: "instances", by: "user" },
});
export type InstanceRequest = BodyOf<typeof issueInstance>;
export type IssuedInstance = ReplyOf<typeof issueInstance>;

/** The answer, never the score. `answer` is parsed by its challenge's own strict schema. */
export const submitAttempt = route({
  method: "POST",
  path: "/attempts",
  body: z.strictObject({
    token: z.string().min(16).max(2048),
    answer: z.unknown(),
    /** Hints that the page opened. The server keeps its own record, and the larger number counts. */
    hints: z.number().int().min(0).max(3).optional(),
  }),
  reply: attemptReply,
  keyed: true,
  access: "user",
  limit: { name: "submit", by: "user" },
});
export type AttemptResult = ReplyOf<typeof submitAttempt>;

/** The solution on demand. It closes the instance: what is submitted afterwards is graded as feedback and brings nothing. */
export const revealInstance = route({
  method: "POST",
  path: "/instances/reveal",
  body: z.strictObject({ token: z.string().min(16).max(2048) }),
  reply: z.object({
    kind: z.string(),
    version: z.number(),
    instance: z.unknown(),
    /** A perfect answer. */
    solution: z.unknown(),
    /** True when this instance had been revealed before. */
    repeated: z.boolean(),
  }),
  keyed: true,
  access: "user",
  limit: { name: "submit", by: "user" },
});
export type RevealedInstance = ReplyOf<typeof revealInstance>;

/**
 * A hint was opened. It counts against what is answered afterwards, from whichever page; the same again changes nothing, and an
 * attempt that was made before keeps its marks.
 */
export const takeHint = route({
  method: "POST",
  path: "/instances/hint",
  body: z.strictObject({ token: z.string().min(16).max(2048), rung: z.number().int().min(1).max(3) }),
  reply: z.object({
    /** The highest one opened for this instance so far. */
    hints: z.number(),
    /** The third hint of graded work, whose truth is not in the browser; null for practice and for lower rungs. */
    step: text.nullable(),
  }),
  idempotent: true,
  access: "user",
  limit: { name: "instances", by: "user" },
});
export type HintTaken = ReplyOf<typeof takeHint>;

/**
 * Something is wrong with an instance: filed by the page when a challenge's code throws, or by the learner's hand. Names practice
 * by its seed, graded work by its token.
 */
export const reportProblem = route({
  method: "POST",
  path: "/reports",
  body: z
    .strictObject({
      kind: slug,
      version: z.number().int().min(0).max(1_000_000),
      level,
      seed: seed.optional(),
      work: z.string().min(16).max(2048).optional(),
      /** Where it happened. */
      phase: z.enum(["generate", "check", "grade", "solve", "board", "replay", "other"]),
      /** The answer at that moment. */
      answer: z.unknown().optional(),
      /** The engine's backend: "webgpu", "wasm", …; never "server", by which the server's own reports are known. */
      backend: z
        .string()
        .min(1)
        .max(64)
        .regex(/^(?!server$)/)
        .optional(),
      build: z.string().min(1).max(64).optional(),
      message: z.string().min(1).max(2000),
      byHand: z.boolean(),
    })
    .refine((report) => (report.seed === undefined) !== (report.work === undefined), {
      path: ["seed"],
      message: "either the seed of practice or the token of graded work names the instance",
    }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "report", by: "user" },
});
export type ProblemReport = BodyOf<typeof reportProblem>;
export type FiledReport = ReplyOf<typeof reportProblem>;
