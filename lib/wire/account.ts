/** Who is here: guests, accounts, settings, passwords, devices, one's own data, roles. */
import * as z from "@/lib/challenges/schema";
import { route, type BodyOf, type ReplyOf } from "./route";
import { dayStart, displayName, emailAddress, id, language, newPassword, role, timeZone, typedPassword } from "./scalars";

const meReply = z.object({
  user: z
    .object({
      id: z.string(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      role,
      guest: z.boolean(),
      /** Whether there is a password; accounts of a sign-in provider have none. */
      password: z.boolean(),
    })
    .nullable(),
  xp: z.number(),
  xpToday: z.number(),
  dailyGoal: z.number(),
  /** Days in a row up to today or yesterday, in the learner's zone. */
  streak: z.number(),
  /** Whether today already counts. */
  streakToday: z.boolean(),
  dueCards: z.number(),
  timeZone: z.string(),
  /** Hours after midnight at which the learner's day begins. */
  dayStart: z.number(),
  /** What days are counted in until `timeZone` and `dayStart` count: another calendar counts at most once in 24 hours. Null: those count. */
  counted: z.object({ timeZone: z.string(), dayStart: z.number(), until: z.string() }).nullable(),
  /** Sign-in providers that are configured besides e-mail + password. */
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** Starts playing without an account. Whoever has a session keeps it. */
export const beginGuest = route({
  method: "POST",
  path: "/guest",
  body: z.strictObject({ timeZone: timeZone.optional(), locale: language.optional() }),
  reply: meReply,
  access: "anyone",
});

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

/** A visitor without a session has `user: null` and a beginner's numbers. */
export const readMe = route({ method: "GET", path: "/me", reply: meReply, access: "anyone" });
export type Me = ReplyOf<typeof readMe>;

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
