/** Peer sessions of a group: who was there, what was open, what was said wrongly. */
import * as z from "@/lib/challenges/schema";
import { AGENDA_MAX, ANSWER_MAX, ITEM_MAX, itemEnd, itemType, notice, openItem, person, roles, status } from "./groupParts";
import { route, type BodyOf, type ReplyOf } from "./route";
import { calendarDay, id, rowId } from "./scalars";

/** A month's sessions. */
export const listPeerSessions = route({
  method: "GET",
  path: "/groups/:id/sessions",
  params: z.object({ id }),
  /** Absent: the group's month. */
  query: z.object({
    month: z
      .string()
      .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
      .optional(),
  }),
  reply: z.object({
    name: z.string(),
    month: z.string(),
    today: z.string(),
    archived: z.boolean(),
    people: z.array(person),
    sessions: z.array(
      z.object({
        id: z.string(),
        date: z.string(),
        closed: z.boolean(),
        ...roles,
        /** What arose in it, and how much of that is still open. */
        items: z.number(),
        open: z.number(),
        corrected: z.number(),
      }),
    ),
  }),
  access: "user",
});
export type SessionMonth = ReplyOf<typeof listPeerSessions>;

/**
 * The session of a day: begins it where there is none, so that two who begin it at once begin one. The day is named, since what waited in a
 * browser may arrive on another; a day of the past year may be written down afterwards, none ahead of time.
 */
export const startSession = route({
  method: "POST",
  path: "/groups/:id/sessions",
  params: z.object({ id }),
  body: z.strictObject({ date: calendarDay }),
  reply: z.object({ id: z.string(), started: z.boolean() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

const correction = z.object({
  id: z.string(),
  statement: z.string(),
  text: z.string(),
  by: z.string(),
  /** Where it was made, and what it corrects. */
  session: z.string(),
  date: z.string(),
  ofSession: z.string(),
  ofDate: z.string(),
});

export const readPeerSession = route({
  method: "GET",
  path: "/groups/:id/sessions/:session",
  params: z.object({ id, session: id }),
  reply: z.object({
    id: z.string(),
    group: z.object({ id: z.string(), name: z.string(), archived: z.boolean() }),
    date: z.string(),
    today: z.string(),
    me: z.string(),
    owner: z.boolean(),
    /** Whether one may say for others who was there. */
    marksAll: z.boolean(),
    closed: z.boolean(),
    ...roles,
    agenda: z.string(),
    agendaVersion: z.number(),
    people: z.array(person),
    attendance: z.array(
      z.object({
        member: z.string(),
        status: status.nullable(),
        next: notice.nullable(),
        /** From what they said before, where they have said nothing here. */
        expected: status.nullable(),
      }),
    ),
    /** Open when it began, oldest first; what was closed since is among them. */
    carried: z.array(openItem),
    /** What arose here. */
    items: z.array(openItem),
    /** Corrections made here, and those that later sessions made of this one. */
    corrections: z.array(correction),
    corrected: z.array(correction),
    /** Sessions before this one, the latest first, to be corrected. */
    earlier: z.array(z.object({ id: z.string(), date: z.string() })),
    following: z.object({ id: z.string(), date: z.string() }).nullable(),
    /** Of the session, once somebody has begun it. */
    note: z.string().nullable(),
  }),
  access: "user",
});
export type PeerSession = ReplyOf<typeof readPeerSession>;

/** A role is taken by oneself, or given by whoever leads the session; the agenda is written on the version that was shown. */
export const changeSession = route({
  method: "PATCH",
  path: "/groups/:id/sessions/:session",
  params: z.object({ id, session: id }),
  body: z.strictObject({
    agenda: z.strictObject({ text: z.string().max(AGENDA_MAX), version: z.number().int().min(0).max(1_000_000) }).optional(),
    moderator: rowId.nullable().optional(),
    scribe: rowId.nullable().optional(),
    closed: z.boolean().optional(),
  }),
  reply: z.object({ id: z.string(), agendaVersion: z.number(), ...roles }),
  access: "user",
  limit: { name: "write", by: "user" },
});
export type SessionChange = BodyOf<typeof changeSession>;

/** One tap: how a member is there, and what they say of the next time. */
export const markAttendance = route({
  method: "PUT",
  path: "/groups/:id/sessions/:session/attendance/:member",
  params: z.object({ id, session: id, member: id }),
  body: z.strictObject({ status: status.nullable(), next: notice.nullable() }),
  reply: z.object({ member: z.string(), ...roles }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});
export type Mark = BodyOf<typeof markAttendance>;

export const addItem = route({
  method: "POST",
  path: "/groups/:id/items",
  params: z.object({ id }),
  body: z.strictObject({ session: rowId, type: itemType, text: z.string().trim().min(1).max(ITEM_MAX), assignee: rowId.nullable() }),
  reply: z.object({ id: z.string(), repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "write", by: "user" },
});
export type NewItem = BodyOf<typeof addItem>;

/** Words it anew, gives it to somebody, closes it, or opens it again (`closed: null`). Of two who close it, the first one's answer stands. */
export const changeItem = route({
  method: "PATCH",
  path: "/groups/:id/items/:item",
  params: z.object({ id, item: id }),
  body: z.strictObject({
    text: z.string().trim().min(1).max(ITEM_MAX).optional(),
    assignee: rowId.nullable().optional(),
    closed: z
      .strictObject({ end: itemEnd, answer: z.string().trim().max(ANSWER_MAX).optional(), session: rowId.optional() })
      .nullable()
      .optional(),
  }),
  reply: z.object({ id: z.string(), open: z.boolean() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});
export type ItemChange = BodyOf<typeof changeItem>;

/** What an earlier session said, as it was said, and what is right. */
export const addCorrection = route({
  method: "POST",
  path: "/groups/:id/corrections",
  params: z.object({ id }),
  body: z.strictObject({
    session: rowId,
    ofSession: rowId,
    statement: z.string().trim().min(1).max(ITEM_MAX),
    text: z.string().trim().min(1).max(ANSWER_MAX),
  }),
  reply: z.object({ id: z.string(), repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Takes a correction back: one's own, or an owner any. */
export const dropCorrection = route({
  method: "DELETE",
  path: "/groups/:id/corrections/:correction",
  params: z.object({ id, correction: id }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});
