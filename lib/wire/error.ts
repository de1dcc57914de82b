import * as z from "@/lib/challenges/schema";

const text = z.object({ ko: z.string(), en: z.string() });
const fieldFault = z.object({ field: z.string(), message: text });
export type FieldFault = z.output<typeof fieldFault>;

/** The answer of every route when it refuses or fails. */
export const apiError = z.object({
  error: z.object({
    /** kebab-case, stable: "rate-limited", "bad-body", "forged-token", "expired-token", "not-found", … */
    code: z.string(),
    /** In both languages; the page shows the learner's. */
    message: text,
    /** The offending field as a path, when a field is to blame; of several, the first. */
    field: z.string().optional(),
    /** Every offending field with what is wrong with it. */
    fields: z.array(fieldFault).optional(),
    /** Seconds to wait, with 429 and 503. */
    retryAfter: z.number().optional(),
  }),
});
