import * as z from "@/lib/challenges/schema";

/** Ids of questions and of what stands in them: lower-case words joined by hyphens, at most 64 characters. */
export const slug = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
