/** Cohorts for those who teach them. To whoever is not in a cohort, it does not exist: 404 on every route, whatever their office. */
import * as z from "@/lib/challenges/schema";
import { seen } from "./cohortParts";
import { route, type BodyOf, type ReplyOf } from "./route";
import { groupName, id, timeZone } from "./scalars";

const invite = z.object({
  id: z.string(),
  code: z.string(),
  as: z.enum(["instructor", "student"]),
  expiresAt: z.string(),
  uses: z.number(),
  maxUses: z.number(),
});
export type CohortCode = z.output<typeof invite>;

export const listCohorts = route({
  method: "GET",
  path: "/cohorts",
  reply: z.object({
    /** Whether one may make a cohort. */
    mayMake: z.boolean(),
    cohorts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        archived: z.boolean(),
        students: z.number(),
        /** Places of the roster that nobody has taken yet. */
        waiting: z.number(),
      }),
    ),
  }),
  access: "user",
});
export type CohortList = ReplyOf<typeof listCohorts>;

export const createCohort = route({
  method: "POST",
  path: "/cohorts",
  body: z.strictObject({ name: groupName, timeZone: timeZone.optional() }),
  reply: z.object({ id: z.string(), repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "group", by: "user", made: true },
});

export const readCohort = route({
  method: "GET",
  path: "/cohorts/:id",
  params: z.object({ id }),
  reply: z.object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    archived: z.boolean(),
    classCode: z.string(),
    /** One's own place. */
    me: z.string(),
    instructors: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
    /** In the order of their names in the roster, or of their own. */
    students: z.array(z.object({ id: z.string(), seat: z.string().nullable(), seen })),
    /** Places that nobody has taken yet. */
    waiting: z.array(
      z.object({
        /** Of the seat. */
        id: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        /** Of an account without e-mail: whether it has a PIN. */
        school: z.object({ pin: z.boolean() }).nullable(),
        declined: z.boolean(),
      }),
    ),
    /** Whom no invitation lets in again. */
    removed: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
    /** Codes that can still be used. */
    invites: z.array(invite),
  }),
  access: "user",
});
export type CohortHome = ReplyOf<typeof readCohort>;

export const changeCohort = route({
  method: "PATCH",
  path: "/cohorts/:id",
  params: z.object({ id }),
  body: z.strictObject({
    name: groupName.optional(),
    timeZone: timeZone.optional(),
    archived: z.boolean().optional(),
    /** Draws another class code: the one before opens nothing any more. */
    classCode: z.literal("new").optional(),
  }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});
export type CohortSettings = BodyOf<typeof changeCohort>;

export const makeCohortInvite = route({
  method: "POST",
  path: "/cohorts/:id/invites",
  params: z.object({ id }),
  body: z.strictObject({
    as: z.enum(["instructor", "student"]),
    days: z.union([z.literal(1), z.literal(7), z.literal(30)]),
    maxUses: z.number().int().min(1).max(500),
  }),
  reply: z.object({ id: z.string(), code: z.string(), expiresAt: z.string() }),
  access: "user",
  limit: { name: "group", by: "user", made: true },
});

export const revokeCohortInvite = route({
  method: "DELETE",
  path: "/cohorts/:id/invites/:invite",
  params: z.object({ id, invite: id }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});

/** An instructor lets somebody back in who was removed: the next invitation takes them. */
export const changeCohortMember = route({
  method: "PATCH",
  path: "/cohorts/:id/members/:member",
  params: z.object({ id, member: id }),
  body: z.strictObject({ removed: z.literal(false) }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Leaves a cohort; for instructors, also ends somebody else's place. The last instructor hands it on first. */
export const endCohortPlace = route({
  method: "DELETE",
  path: "/cohorts/:id/members/:member",
  params: z.object({ id, member: id }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});
