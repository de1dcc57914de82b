/** What several routes of cohorts say of the people in them. */
import * as z from "@/lib/challenges/schema";

/** The wording of what students agree to (`classes.seen…` of the messages). Another wording is another number, and is agreed to anew. */
export const CONSENT_VERSION = 1;
export const consent = z.number().int().min(1).max(1000);

/** Rows of a roster at a time, signs of its text, bytes of its file, and columns that are named where they are left out. */
export const ROSTER_MAX = { rows: 500, text: 60_000, file: 256 * 1024, ignored: 20 } as const;
/** A class that is taught: people in it at a time, kept places included. */
export const COHORT_MAX = 1000;
/** PINs drawn at a time: each is hashed, which takes a processor for a while. */
export const PINS_MAX = 40;

/** Six digits. */
export const pin = z.string().regex(/^\d{6}$/);

/** What an instructor sees of a student; the student is shown the same. */
export const seen = z.object({
  /** Of the account. */
  name: z.string().nullable(),
  /** As the instructor wrote it in the roster. */
  rosterName: z.string().nullable(),
  /** As it stands in the roster; null for who came by a link. */
  email: z.string().nullable(),
  /** Whether it was shown that the address is theirs. */
  proven: z.boolean(),
  joinedAt: z.string(),
  /** Which wording they agreed to. */
  consentVersion: z.number(),
  /** Of an account without e-mail: what it is called at sign-in, and when its PIN was set. */
  school: z.object({ nickname: z.string(), pinSetAt: z.string().nullable(), pinDrawn: z.boolean() }).nullable(),
});
export type Seen = z.output<typeof seen>;

/** What can be wrong with a row of a roster. */
export const ROW_FAULTS = [
  "no-name",
  "long-name",
  "hidden-name",
  "bad-email",
  "twice-email",
  "twice-name",
  "known-email",
  "known-name",
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

/** One row as it is read: anything may stand in it. */
export const rosterRow = z.strictObject({ name: z.string().max(200), email: z.string().max(300) });
export type RosterRow = z.output<typeof rosterRow>;
