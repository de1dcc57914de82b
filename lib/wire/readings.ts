/** What was read out of a session's note and confirmed, and the deck for tomorrow that comes of it. */
import * as z from "@/lib/challenges/schema";
import { ATTENDANCE_STATUSES } from "@/lib/notes/model";
import { ANSWER_MAX, ITEM_MAX, itemType, MATCHED_MAX, NAME_MAX, notice, READ_MAX, SOURCE_MAX, status } from "./groupParts";
import { route, type BodyOf, type ReplyOf } from "./route";
import { id, rowId, slug, text } from "./scalars";

/** Of the note, counted from 1. */
const line = z.number().int().min(1).max(1_000_000);
const topic = z.strictObject({ topic: slug, matched: z.string().trim().min(1).max(MATCHED_MAX) });
/** Somebody whom the note names and who is nobody of the group. */
const other = z.strictObject({ name: z.string().trim().min(1).max(NAME_MAX), status: z.enum(ATTENDANCE_STATUSES) });

/**
 * Writes what a member confirmed of a note's reading into the session: all of it or nothing, once for each key, and what stands there
 * already not again. Of topics and slips only the ids count; which cards they bring, the server knows. The confirmer's own deck is made.
 */
export const confirmReading = route({
  method: "POST",
  path: "/groups/:id/sessions/:session/readings",
  params: z.object({ id, session: id }),
  body: z.strictObject({
    topics: z.array(topic).max(READ_MAX.topics),
    slips: z
      .array(
        z.strictObject({
          line,
          /** What was said, as it was said. */
          statement: z.string().trim().min(1).max(ITEM_MAX),
          topic: slug,
          misconception: slug,
          /** Where it was said at an earlier session: that session is corrected, with this text. */
          corrects: z.strictObject({ session: rowId, text: z.string().trim().min(1).max(ANSWER_MAX) }).nullable(),
        }),
      )
      .max(READ_MAX.slips),
    /** Absent: as it is. */
    roles: z.strictObject({ moderator: rowId.optional(), scribe: rowId.optional() }),
    /** Each member once; what is absent stays as it is. */
    attendance: z.array(z.strictObject({ member: rowId, status: status.optional(), next: notice.optional() })).max(READ_MAX.people),
    others: z.array(other).max(READ_MAX.people),
    items: z
      .array(
        z.strictObject({
          type: itemType,
          text: z.string().trim().min(1).max(ITEM_MAX),
          assignee: rowId.nullable(),
          /** The note's line, as it stands there. */
          source: z.string().trim().min(1).max(SOURCE_MAX),
          /** A question that the note answers is closed with this. */
          answer: z.string().trim().min(1).max(ANSWER_MAX).optional(),
        }),
      )
      .max(READ_MAX.items),
  }),
  reply: z.object({
    id: z.string(),
    /** What was written; items and marks that the session had already are not among them. */
    items: z.number(),
    marks: z.number(),
    slips: z.number(),
    /** The confirmer's deck. */
    deck: z.object({ cards: z.number(), already: z.number(), on: z.string() }),
    repeated: z.boolean(),
  }),
  keyed: true,
  access: "user",
  limit: { name: "write", by: "user" },
});
export type Confirmed = BodyOf<typeof confirmReading>;

/** What was confirmed at a session; without one, what the group confirmed in the past week. */
export const listReadings = route({
  method: "GET",
  path: "/groups/:id/readings",
  params: z.object({ id }),
  query: z.object({ session: id.optional() }),
  reply: z.object({
    /** The latest first. */
    readings: z.array(
      z.object({
        id: z.string(),
        session: z.string(),
        date: z.string(),
        by: z.string(),
        topics: z.array(z.object({ topic: z.string(), matched: z.string() })),
        others: z.array(z.object({ name: z.string(), status: z.enum(ATTENDANCE_STATUSES) })),
        /** The asker's deck: what it would hold, or holds since it was taken. */
        deck: z.object({
          cards: z.number(),
          already: z.number(),
          /** The asker's day that it is for; null while it is not taken. */
          on: z.string().nullable(),
        }),
      }),
    ),
    /** Said at the session, in the order of the notes; each once. */
    slips: z.array(
      z.object({
        id: z.string(),
        by: z.string(),
        session: z.string(),
        line: z.number(),
        statement: z.string(),
        topic: z.string(),
        correction: text,
      }),
    ),
  }),
  access: "user",
});
export type Readings = ReplyOf<typeof listReadings>;

/** Takes a reading's deck once, for the day after the one on which it was taken. The key is for the moment that comes with it: nothing is kept under it. */
export const takeDeck = route({
  method: "POST",
  path: "/groups/:id/readings/:reading/deck",
  params: z.object({ id, reading: id }),
  reply: z.object({ cards: z.number(), already: z.number(), on: z.string(), repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Takes a slip back that is none: whoever confirmed it, or an owner. */
export const dropSlip = route({
  method: "DELETE",
  path: "/groups/:id/slips/:slip",
  params: z.object({ id, slip: id }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});
