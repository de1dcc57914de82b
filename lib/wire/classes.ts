/** Cohorts for those who learn in them: what is offered, what they agreed to and what is seen of them. */
import * as z from "@/lib/challenges/schema";
import { MOST_TYPED } from "@/lib/groups/code";
import { consent, pin, seen } from "./cohortParts";
import { meReply } from "./me";
import { route, type ReplyOf } from "./route";
import { id } from "./scalars";

const code = z.string().min(1).max(MOST_TYPED);

export const listClasses = route({
  method: "GET",
  path: "/classes",
  reply: z.object({
    classes: z.array(
      z.object({
        cohort: z.object({ id: z.string(), name: z.string(), archived: z.boolean() }),
        /** One's own place, which one may give up. */
        me: z.string(),
        instructors: z.array(z.string()),
        /** All that the instructors see. */
        seen,
        consentAt: z.string(),
      }),
    ),
    /** Places that a roster keeps for one. */
    offers: z.array(z.object({ id: z.string(), cohort: z.string(), instructors: z.array(z.string()), name: z.string() })),
    /** Of an account without e-mail. */
    pin: z.object({ setAt: z.string().nullable(), drawn: z.boolean() }).nullable(),
  }),
  access: "user",
});
export type Classes = ReplyOf<typeof listClasses>;

/** Which cohort a code leads to, and as what; whoever has the code may ask, signed in or not. */
export const readClassInvite = route({
  method: "GET",
  path: "/class-invites/:code",
  params: z.object({ code }),
  reply: z.object({
    cohort: z.object({ name: z.string(), instructors: z.array(z.string()) }),
    as: z.enum(["instructor", "student"]),
    /** As what one is in it already, and its id. */
    joined: z.object({ id: z.string(), as: z.enum(["instructor", "student"]) }).nullable(),
  }),
  access: "anyone",
});

/** Joins. Who is to learn in it says which wording they agree to. Asks for an account. */
export const joinClass = route({
  method: "POST",
  path: "/class-invites/:code",
  params: z.object({ code }),
  body: z.strictObject({ consent: consent.nullable() }),
  reply: z.object({ id: z.string(), as: z.enum(["instructor", "student"]) }),
  access: "user",
  limit: { name: "join", by: "user" },
});

/** Takes the place that a roster keeps for one. */
export const takeSeat = route({
  method: "POST",
  path: "/seats/:seat",
  params: z.object({ seat: id }),
  body: z.strictObject({ consent }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "join", by: "user" },
});

/** Would not have it: the instructors see that, and nothing else. */
export const declineSeat = route({
  method: "DELETE",
  path: "/seats/:seat",
  params: z.object({ seat: id }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "join", by: "user" },
});

/** Another PIN; the present one is asked for. Every session ends, and this browser gets a new one. */
export const changePin = route({
  method: "PUT",
  path: "/me/pin",
  body: z.strictObject({ current: z.string().min(1).max(20), pin }),
  reply: meReply,
  access: "user",
  limit: { name: "write", by: "user" },
});
