/** Who is here: guests, accounts, settings, passwords, devices, one's own data, roles. */
import * as z from "@/lib/challenges/schema";
import { meReply } from "./me";
import { route, type BodyOf, type ReplyOf } from "./route";
import { dayStart, displayName, emailAddress, id, language, newPassword, role, timeZone, typedPassword } from "./scalars";

// Apart, so that a page that only asks who is here does not carry every form of an account.
export { beginGuest, readMe, type Me } from "./me";

export const signUp = route({
  method: "POST",
  path: "/signup",
  body: z.strictObject({
    email: emailAddress,
    password: newPassword,
    name: displayName,
    timeZone: timeZone.optional(),
    locale: language.optional(),
  }),
  reply: meReply,
  access: "anyone",
  limit: { name: "signup", by: "address" },
});

export const changeMe = route({
  method: "PATCH",
  path: "/me",
  body: z.strictObject({
    name: displayName.optional(),
    timeZone: timeZone.optional(),
    dayStart: dayStart.optional(),
    locale: language.optional(),
    /** Daily goal in XP. */
    dailyGoal: z.union([z.literal(20), z.literal(50), z.literal(100), z.literal(200)]).optional(),
  }),
  reply: meReply,
  access: "user",
  limit: { name: "write", by: "user" },
});
export type Settings = BodyOf<typeof changeMe>;

/** Sets another password; the present one is asked for. Every session ends, and this browser gets a new one. */
export const changePassword = route({
  method: "PUT",
  path: "/me/password",
  body: z.strictObject({ current: typedPassword, password: newPassword }),
  reply: meReply,
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Asks for a link to set a new password. The answer and its time are the same whether or not the address has an account. */
export const askForReset = route({
  method: "POST",
  path: "/password/forgotten",
  body: z.strictObject({ email: emailAddress, locale: language.optional() }),
  reply: z.object({
    /** How the link reaches an account: by mail, or printed where whoever runs the server reads it. */
    by: z.enum(["mail", "console"]),
  }),
  access: "anyone",
});
export type ResetAsked = ReplyOf<typeof askForReset>;

/** Sets a new password by the link's token, once. Every session ends; the next step is to sign in. */
export const resetPassword = route({
  method: "POST",
  path: "/password/reset",
  body: z.strictObject({ token: z.string().min(16).max(128), password: newPassword }),
  reply: z.object({ reset: z.literal(true) }),
  access: "anyone",
  limit: { name: "reset", by: "address" },
});

/** Everything that is kept about the learner, as a ZIP of JSON and CSV. */
export const exportMe = route({
  method: "GET",
  path: "/me/export",
  file: "application/zip",
  reply: z.instanceof(Uint8Array),
  access: "user",
  limit: { name: "export", by: "user" },
});

/**
 * Erases the learner's account and everything that hangs on it. `id` says whose: a page that shows somebody who is no longer signed in
 * erases nobody else. With a password, the password is asked for, otherwise the word of ERASE_WORDS.
 */
export const eraseMe = route({
  method: "POST",
  path: "/me/erase",
  body: z.strictObject({ id, password: typedPassword.optional(), word: z.string().max(40).optional() }),
  reply: z.object({ erased: z.literal(true) }),
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Where the learner is signed in. */
export const listSessions = route({
  method: "GET",
  path: "/sessions",
  reply: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        current: z.boolean(),
        createdAt: z.string(),
        lastSeenAt: z.string(),
        /** As the device says of itself: "Chrome", "Windows"; null where it says nothing that is understood. */
        browser: z.string().nullable(),
        system: z.string().nullable(),
      }),
    ),
  }),
  access: "user",
});
export type Sessions = ReplyOf<typeof listSessions>;

/** Signs the learner out everywhere, here too. */
export const endAllSessions = route({
  method: "DELETE",
  path: "/sessions",
  reply: z.object({ ended: z.number() }),
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Ends one of the learner's own sessions; anybody else's does not exist. */
export const endSession = route({
  method: "DELETE",
  path: "/sessions/:id",
  params: z.object({ id }),
  reply: z.object({ id: z.string(), revoked: z.literal(true) }),
  access: "user",
  limit: { name: "write", by: "user" },
});

export const changeRole = route({
  method: "PATCH",
  path: "/users/:id/role",
  params: z.object({ id }),
  body: z.strictObject({ role }),
  reply: z.object({ id: z.string(), role }),
  access: "admin",
  limit: { name: "write", by: "user" },
});
