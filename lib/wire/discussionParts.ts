/** What a discussion is, for both sides. */
import * as z from "@/lib/challenges/schema";
import { level } from "./scalars";

/** The longest comment, in bytes of UTF-8. */
export const COMMENT_BYTES = 4096;
/** The longest anchor in a note, in characters. */
export const ANCHOR_MAX = 512;
/** The longest line that is quoted, in characters. */
export const QUOTE_MAX = 300;

/** What somebody may put under a comment with one tap. */
export const SIGNS = ["thanks", "clear", "same", "agree"] as const;
export type Sign = (typeof SIGNS)[number];

export const COMPLAINT_REASONS = ["unkind", "private", "off-topic", "other"] as const;

/** What a thread is about. */
export const subject = z.union([
  z.object({
    type: z.literal("note"),
    note: z.string(),
    title: z.string(),
    anchor: z.string(),
    /** The line as it stood when it was asked about; null while the note is hidden. */
    quote: z.string().nullable(),
    /** The edit after which the server found it so; null where it did not: then these are the asker's words, and may never have stood there. */
    seq: z.number().nullable(),
  }),
  z.object({
    type: z.literal("puzzle"),
    kind: z.string(),
    version: z.number(),
    level,
    /** Null for graded work, which cannot be drawn again. */
    seed: z.string().nullable(),
    /** Whether there is an answer to be replayed. */
    answered: z.boolean(),
  }),
  /** Taken back with the question, or gone with its owner's account. */
  z.object({ type: z.literal("gone") }),
]);
export type Subject = z.output<typeof subject>;

export const comment = z.object({
  id: z.string(),
  /** The id of a membership. */
  by: z.string(),
  /** Members stand in it as "@" and their id. Null where it was taken back, or is hidden from who asks. */
  text: z.string().nullable(),
  state: z.enum(["shown", "hidden", "deleted"]),
  edited: z.boolean(),
  createdAt: z.string(),
  signs: z.array(z.object({ sign: z.enum(SIGNS), members: z.array(z.string()) })),
  /** Whether who asks has asked the owners to look at it. */
  reported: z.boolean(),
});
export type Comment = z.output<typeof comment>;

export const threadHead = z.object({
  id: z.string(),
  subject,
  answered: z.object({ by: z.string().nullable(), at: z.string() }).nullable(),
  first: comment,
  replies: z.number(),
  movedAt: z.string(),
});
export type ThreadHead = z.output<typeof threadHead>;
