/** What concerns somebody in their groups and classes since they last looked. */
import * as z from "@/lib/challenges/schema";
import { INBOX_CAUSES, INBOX_PAGE } from "./inboxParts";
import { route, type ReplyOf } from "./route";
import { id, rowId } from "./scalars";

export const readInbox = route({
  method: "GET",
  path: "/inbox",
  /** Those older than this one. */
  query: z.object({ before: id.optional() }),
  reply: z.object({
    entries: z.array(
      z.object({
        id: z.string(),
        /** Null where it is of a class. */
        group: z.object({ id: z.string(), name: z.string() }).nullable(),
        /** The work of a class whose points were changed; null where it is of a group, or the work is theirs no more. */
        work: z
          .object({
            id: z.string(),
            title: z.string(),
            cohort: z.string(),
            /** Null while its points are hidden. */
            points: z.object({ before: z.number(), beforeOf: z.number(), after: z.number(), afterOf: z.number() }).nullable(),
          })
          .nullable(),
        cause: z.enum(INBOX_CAUSES),
        /** Who did it; null once their account is gone. */
        by: z.string().nullable(),
        /** Where it leads. */
        thread: z.string().nullable(),
        session: z.string().nullable(),
        /** The beginning of what was written, or an instructor's reason; null where it was taken back or is hidden. */
        text: z.string().nullable(),
        createdAt: z.string(),
        read: z.boolean(),
      }),
    ),
    before: z.string().nullable(),
    /** Null where the site sends no mail, or there is no address. */
    mail: z.object({ on: z.boolean() }).nullable(),
  }),
  access: "user",
});
export type Inbox = ReplyOf<typeof readInbox>;

export const markRead = route({
  method: "PUT",
  path: "/inbox/read",
  body: z.strictObject({ entries: z.array(rowId).min(1).max(INBOX_PAGE) }),
  reply: z.object({ unread: z.number() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Whether the inbox comes by mail as well: at most once an hour. */
export const mailInbox = route({
  method: "PUT",
  path: "/inbox/mail",
  body: z.strictObject({ on: z.boolean() }),
  reply: z.object({ on: z.boolean() }),
  idempotent: true,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** The link in such a mail turns it off, whoever is signed in. */
export const endInboxMail = route({
  method: "POST",
  path: "/inbox/mail/off",
  body: z.strictObject({ token: z.string().min(16).max(512) }),
  reply: z.object({ off: z.literal(true) }),
  access: "anyone",
  limit: { name: "write", by: "address" },
});
