/** What a group talks about: lines of its notes, and puzzles that members bring along. 404 for whoever is not in the group. */
import * as z from "@/lib/challenges/schema";
import { ANCHOR_MAX, comment, COMMENT_BYTES, COMPLAINT_REASONS, QUOTE_MAX, SIGNS, threadHead } from "./discussionParts";
import { person } from "./groupParts";
import { route, type BodyOf, type QueryOf, type ReplyOf } from "./route";
import { id, level, rowId, slug } from "./scalars";

/** A comment's words; members stand in them as "@" and the id of their place. The server counts bytes. */
const words = z.string().min(1).max(COMMENT_BYTES);
const where = {
  archived: z.boolean(),
  /** One's own place: the id of the membership. */
  me: z.string(),
  owner: z.boolean(),
  people: z.array(person),
};

/** Threads, those that moved last first, up to 50 at a time. */
export const listThreads = route({
  method: "GET",
  path: "/groups/:id/threads",
  params: z.object({ id }),
  query: z.object({
    /** Open questions where nothing is said. */
    state: z.enum(["open", "answered"]).optional(),
    /** On lines of this note. */
    note: id.optional(),
    /** On lines of the session's note, or begun on its day. */
    session: id.optional(),
    /** Those that moved before this one. */
    before: id.optional(),
  }),
  reply: z.object({ ...where, threads: z.array(threadHead), before: z.string().nullable() }),
  access: "user",
});
export type ThreadFilter = QueryOf<typeof listThreads>;
export type ThreadList = ReplyOf<typeof listThreads>;

/** Asks about a line, an attempt of one's own, or a practice round of one's own. `repeated` says that it was asked before. */
export const beginThread = route({
  method: "POST",
  path: "/groups/:id/threads",
  params: z.object({ id }),
  body: z.strictObject({
    on: z.union([
      z.strictObject({
        note: rowId,
        /** Means something to whoever has the note's document; the server keeps it as it is. */
        anchor: z
          .string()
          .max(ANCHOR_MAX)
          .regex(/^[a-z0-9]{1,8}(,([a-z0-9]{1,8}\.[a-z0-9]{1,8})?)*$/),
        /** The line in the asker's words; the server looks whether it stands in the note. */
        quote: z.string().max(QUOTE_MAX),
      }),
      z.strictObject({ attempt: rowId }),
      z.strictObject({ kind: slug, level, seed: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/) }),
    ]),
    text: words,
  }),
  reply: z.object({ id: z.string(), repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "write", by: "user" },
});
export type NewThread = BodyOf<typeof beginThread>;

export const readThread = route({
  method: "GET",
  path: "/groups/:id/threads/:thread",
  params: z.object({ id, thread: id }),
  reply: threadHead.extend({ ...where, comments: z.array(comment) }),
  access: "user",
});
export type ThreadRead = ReplyOf<typeof readThread>;

/** Answered, or open again: said by who asked, or by an owner. */
export const changeThread = route({
  method: "PATCH",
  path: "/groups/:id/threads/:thread",
  params: z.object({ id, thread: id }),
  body: z.strictObject({ answered: z.boolean() }),
  reply: z.object({ id: z.string(), answered: z.boolean() }),
  access: "user",
  limit: { name: "write", by: "user" },
});

/** The attempt that was shared, to be replayed: exactly that one, and nothing else of its owner. */
export const readPuzzle = route({
  method: "GET",
  path: "/groups/:id/threads/:thread/puzzle",
  params: z.object({ id, thread: id }),
  reply: z.object({
    kind: z.string(),
    version: z.number(),
    level,
    /** Null for graded work, whose whole instance comes instead. */
    seed: z.string().nullable(),
    instance: z.unknown(),
    answer: z.unknown(),
    score: z.number(),
  }),
  access: "user",
});
export type SharedPuzzle = ReplyOf<typeof readPuzzle>;

export const reply = route({
  method: "POST",
  path: "/groups/:id/threads/:thread/comments",
  params: z.object({ id, thread: id }),
  body: z.strictObject({ text: words }),
  reply: z.object({ id: z.string(), repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** One's own words anew; for owners, whether the others see it. */
export const changeComment = route({
  method: "PATCH",
  path: "/groups/:id/comments/:comment",
  params: z.object({ id, comment: id }),
  body: z.strictObject({ text: words.optional(), hidden: z.boolean().optional() }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});
export type CommentChange = BodyOf<typeof changeComment>;

/** Takes one's own comment back. Of one that others replied to, its place stays. */
export const deleteComment = route({
  method: "DELETE",
  path: "/groups/:id/comments/:comment",
  params: z.object({ id, comment: id }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});

export const setSign = route({
  method: "PUT",
  path: "/groups/:id/comments/:comment/signs/:sign",
  params: z.object({ id, comment: id, sign: z.enum(SIGNS) }),
  body: z.strictObject({ on: z.boolean() }),
  reply: z.object({ id: z.string(), on: z.boolean() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Asks the owners to look at something: once for each person and thing. */
export const complain = route({
  method: "PUT",
  path: "/groups/:id/complaints",
  params: z.object({ id }),
  body: z.strictObject({
    about: z.union([z.strictObject({ comment: rowId }), z.strictObject({ note: rowId })]),
    reason: z.enum(COMPLAINT_REASONS),
  }),
  reply: z.object({ reported: z.literal(true) }),
  idempotent: true,
  access: "user",
  limit: { name: "report", by: "user" },
});
export type NewComplaint = BodyOf<typeof complain>;

/** What members asked the owners to look at, the latest first. Who asked is not said. */
export const listComplaints = route({
  method: "GET",
  path: "/groups/:id/complaints",
  params: z.object({ id }),
  reply: z.object({
    people: z.array(person),
    complaints: z.array(
      z.object({
        about: z.union([
          z.object({ comment: z.string(), thread: z.string(), text: z.string().nullable() }),
          z.object({ note: z.string(), title: z.string() }),
        ]),
        by: z.string(),
        hidden: z.boolean(),
        reasons: z.array(z.object({ reason: z.enum(COMPLAINT_REASONS), count: z.number() })),
      }),
    ),
  }),
  access: "user",
});
export type ComplaintList = ReplyOf<typeof listComplaints>;

/** Owners take a note out of the others' sight, and bring it back. */
export const hideNote = route({
  method: "PUT",
  path: "/groups/:id/notes/:note/hidden",
  params: z.object({ id, note: id }),
  body: z.strictObject({ hidden: z.boolean() }),
  reply: z.object({ id: z.string(), hidden: z.boolean() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});
