/** What is said of an instance. */
import * as z from "@/lib/challenges/schema";
import { level } from "./scalars";

export const issued = z.object({ token: z.string(), kind: z.string(), version: z.number(), level, expiresAt: z.string() });
/** Practice: the seed is public, and the browser draws. */
export const practiceReply = issued.extend({ seed: z.string() });
/** Of practice. */
export const seed = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/);
