/** What several routes of groups say of people and of what is open. */
import * as z from "@/lib/challenges/schema";
import { NOTICES, STATUSES } from "@/lib/groups/attendance";

/** Longest texts, in characters. */
export const AGENDA_MAX = 2000;
export const ITEM_MAX = 500;
export const ANSWER_MAX = 1000;
/** The note's words for a topic, a line of it, and a name in it: what is longer is cut before it is sent. */
export const MATCHED_MAX = 120;
export const SOURCE_MAX = 300;
export const NAME_MAX = 40;
/** Most of each that is confirmed of one note. */
export const READ_MAX = { topics: 64, slips: 50, people: 50, items: 100 } as const;

/** Somebody who is or was in a group. */
export const person = z.object({
  /** Of the membership, not of the account. */
  id: z.string(),
  /** Null where the account is gone or has none. */
  name: z.string().nullable(),
  role: z.enum(["owner", "member"]),
  /** erased: the account is gone. */
  state: z.enum(["in", "left", "removed", "erased"]),
});
export type Person = z.output<typeof person>;

/** Who has which role at a session: ids of memberships. */
export const roles = { moderator: z.string().nullable(), scribe: z.string().nullable() };

export const itemType = z.enum(["question", "task", "look-up"]);
export type ItemType = z.output<typeof itemType>;
export const itemEnd = z.enum(["done", "dropped"]);

export const openItem = z.object({
  id: z.string(),
  type: itemType,
  text: z.string(),
  /** The session it arose in, and that session's day. */
  session: z.string(),
  date: z.string(),
  /** Sessions that it has waited through since. */
  waited: z.number(),
  by: z.string(),
  /** The line of a note that it was read from; null where somebody wrote it. */
  source: z.string().nullable(),
  assignee: z.string().nullable(),
  closed: z
    .object({
      end: itemEnd,
      answer: z.string().nullable(),
      /** Null once the account of who closed it is gone. */
      by: z.string().nullable(),
      /** The group's day. */
      on: z.string(),
    })
    .nullable(),
});
export type OpenItem = z.output<typeof openItem>;

export const status = z.enum(STATUSES);
export const notice = z.enum(NOTICES);
