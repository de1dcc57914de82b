/** Assignments for those who do them. To whom it is not given, or not published, an assignment does not exist. */
import * as z from "@/lib/challenges/schema";
import { itemSeen, partSettings, standing, termsReply } from "./assignmentParts";
import { issued } from "./instanceParts";
import { route, type ReplyOf } from "./route";
import { id } from "./scalars";

const one = z.object({ assignment: id });
const tryOf = z.object({ item: id });

const given = termsReply
  .omit({ weight: true })
  .extend({ id: z.string(), cohort: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }), standing });

/** What one is given in all one's classes, what is due first in front. */
export const listWork = route({
  method: "GET",
  path: "/work",
  reply: z.object({ work: z.array(given) }),
  access: "user",
});
export type WorkList = ReplyOf<typeof listWork>;

/** A try at a slot as its student sees it. */
const tryReply = z.object({
  id: z.string(),
  try: z.number(),
  openedAt: z.string(),
  answeredAt: z.string().nullable(),
  /** Null while it is open, or scores are hidden. */
  score: z.number().nullable(),
  lateDays: z.number(),
  voided: z.boolean(),
  /** Why an instructor voided it. */
  voidReason: z.string().nullable(),
  /** As it was graded first, where a regrade has changed it. */
  firstScore: z.number().nullable(),
  /** `readOwnItem` shows it: a question that can still be answered for more keeps its truth until then. */
  readable: z.boolean(),
});
/** One thing to answer. `item` names a question or kind only where that was fixed for everybody. */
const slotReply = z.object({
  slot: z.number(),
  /** "kind:nms-survivors:2", "lesson:iou/what-is-iou", "simulation:iou"; of a quiz "question". */
  item: z.string(),
  tries: z.array(tryReply),
  triesLeft: z.number(),
  /** What counts of it, late days taken off, of its share of the part's points; null while hidden. */
  earned: z.number().nullable(),
  of: z.number(),
});

export const readWork = route({
  method: "GET",
  path: "/work/:assignment",
  params: one,
  reply: given.extend({
    /** The server's clock, which limits run by. */
    at: z.string(),
    parts: z.array(z.object({ id: z.string(), points: z.number(), settings: partSettings, slots: z.array(slotReply) })),
  }),
  access: "user",
});
export type WorkHome = ReplyOf<typeof readWork>;

/** Begins: the clock of a limit runs from here. The same again changes nothing. */
export const beginWork = route({
  method: "POST",
  path: "/work/:assignment/begin",
  params: one,
  body: z.strictObject({}),
  reply: z.object({ startedAt: z.string(), endsAt: z.string().nullable() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/**
 * Opens a slot: the try that is open, or a fresh one. A challenge comes as graded work does, to be answered by `submitAttempt` of
 * lib/wire/play.ts with its token; a question as its form's view, to be answered by `answerItem` of
 * lib/wire/workAnswer.ts. Two requests at once open one try.
 */
export const openSlot = route({
  method: "POST",
  path: "/work/:assignment/parts/:part/slots/:slot",
  params: z.object({ assignment: id, part: id, slot: z.string().regex(/^\d{1,2}$/) }),
  body: z.strictObject({}),
  reply: z.object({
    id: z.string(),
    try: z.number(),
    triesLeft: z.number(),
    /** What was saved before; null where nothing was. */
    saved: z.unknown(),
    what: z.union([
      z.object({ type: z.literal("challenge"), instance: issued.extend({ seed: z.null(), view: z.unknown() }) }),
      z.object({
        type: z.literal("question"),
        view: z.unknown(),
        /** An instructor wrote it: its texts are Markdown. */
        markdown: z.boolean(),
      }),
      z.object({ type: z.literal("simulation") }),
      z.object({ type: z.literal("lesson") }),
    ]),
  }),
  access: "user",
  limit: { name: "instances", by: "user" },
});
export type OpenedSlot = ReplyOf<typeof openSlot>;

/** Keeps what is on the board as it is, so that it can be graded if time runs out. `answer` is the kind's or the form's. */
export const saveItem = route({
  method: "PUT",
  path: "/work/items/:item/saved",
  params: tryOf,
  body: z.strictObject({ answer: z.unknown() }),
  reply: z.object({ savedAt: z.string() }),
  idempotent: true,
  access: "user",
  limit: { name: "note", by: "user" },
});

/** Hands in: nothing more is taken, and what is saved is graded as it is. */
export const handIn = route({
  method: "POST",
  path: "/work/:assignment/hand-in",
  params: one,
  body: z.strictObject({}),
  reply: z.object({ standing }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** One's own answer with its instance, once it was graded and may be seen: for the replay. */
export const readOwnItem = route({
  method: "GET",
  path: "/work/items/:item",
  params: tryOf,
  reply: itemSeen,
  access: "user",
});

/** The address of one's calendar: whoever has it reads what is due for one, and nothing else. `fresh` ends the one before. */
export const calendarAddress = route({
  method: "POST",
  path: "/me/calendar",
  body: z.strictObject({ fresh: z.boolean() }),
  reply: z.object({ path: z.string() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** What is due, as iCalendar (RFC 5545). */
export const readCalendar = route({
  method: "GET",
  path: "/calendars/:secret",
  params: z.object({ secret: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/) }),
  reply: z.instanceof(Uint8Array),
  file: "text/calendar",
  access: "anyone",
  limit: { name: "calendar", by: "address" },
});
