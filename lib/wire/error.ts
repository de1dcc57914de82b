import * as z from "@/lib/challenges/schema";

/** The answer of every route when it refuses or fails. */
export const apiError = z.object({
  error: z.object({
    /** kebab-case, stable: "rate-limited", "bad-body", "forged-token", "expired-token", "not-found", … */
    code: z.string(),
    /** In both languages; the page shows the learner's. */
    message: z.object({ ko: z.string(), en: z.string() }),
    /** The offending field as a path, when one field is to blame. */
    field: z.string().optional(),
    /** Seconds to wait, with 429 and 503. */
    retryAfter: z.number().optional(),
  }),
});
