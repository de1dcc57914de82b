/** Who is here: guests, accounts, settings, devices, roles. */
import * as z from "@/lib/challenges/schema";
import { route, type BodyOf, type ReplyOf } from "./route";
import { displayName, id, language, role, timeZone } from "./scalars";

const meReply = z.object({
  user: z
    .object({
      id: z.string(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      role,
      guest: z.boolean(),
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
    email: z.string().min(3).max(254),
    password: z.string().min(10).max(200),
    name: displayName,
    timeZone: timeZone.optional(),
    locale: language.optional(),
  }),
  reply: meReply,
  access: "anyone",
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
    locale: language.optional(),
    /** Daily goal in XP. */
    dailyGoal: z.union([z.literal(20), z.literal(50), z.literal(100), z.literal(200)]).optional(),
  }),
  reply: meReply,
  access: "user",
  limit: { name: "write", by: "user" },
});
export type Settings = BodyOf<typeof changeMe>;

/** Where the learner is signed in. */
export const listSessions = route({
  method: "GET",
  path: "/sessions",
  reply: z.object({
    sessions: z.array(
      z.object({ id: z.string(), current: z.boolean(), createdAt: z.string(), lastSeenAt: z.string(), userAgent: z.string().nullable() }),
    ),
  }),
  access: "user",
});
export type Sessions = ReplyOf<typeof listSessions>;

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
