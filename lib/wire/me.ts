/** Who is here. */
import * as z from "@/lib/challenges/schema";
import { route, type ReplyOf } from "./route";
import { language, role, timeZone } from "./scalars";

export const meReply = z.object({
  user: z
    .object({
      id: z.string(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      role,
      guest: z.boolean(),
      /** Whether there is a password; accounts of a sign-in provider have none. */
      password: z.boolean(),
      /** Whether a PIN opens it, as one of a school's accounts without e-mail. */
      pin: z.boolean(),
      /** May make cohorts, or teaches one. */
      teaches: z.boolean(),
      /** Is a student of a class. */
      learns: z.boolean(),
      /** Places that rosters keep for them. */
      offered: z.number(),
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

/** A visitor without a session has `user: null` and a beginner's numbers. */
export const readMe = route({ method: "GET", path: "/me", reply: meReply, access: "anyone" });
export type Me = ReplyOf<typeof readMe>;
