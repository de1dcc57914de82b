/** Study groups and who is in them. To whoever is not in a group, it does not exist: 404 on every route, whatever their office. */
import * as z from "@/lib/challenges/schema";
import { route, type BodyOf, type ReplyOf } from "./route";
import { dayStart, groupName, id, timeZone } from "./scalars";
import { openItem, person, roles } from "./groupParts";

export const listGroups = route({
  method: "GET",
  path: "/groups",
  reply: z.object({
    groups: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        role: z.enum(["owner", "member"]),
        /** Null in quiet mode, where nobody is counted. */
        members: z.number().nullable(),
        archived: z.boolean(),
        openItems: z.number(),
        /** Whether the group has begun today's session. */
        sessionToday: z.boolean(),
      }),
    ),
  }),
  access: "user",
});
export type GroupList = ReplyOf<typeof listGroups>;

/** Makes a group, whose first owner is who makes it. Asks for an account: a guest's browser is no name to be known by. */
export const createGroup = route({
  method: "POST",
  path: "/groups",
  body: z.strictObject({
    name: groupName,
    timeZone: timeZone.optional(),
    /** Whether the group sees on which days its founder studies. */
    sharesReview: z.boolean(),
  }),
  reply: z.object({ id: z.string(), repeated: z.boolean() }),
  keyed: true,
  access: "user",
  limit: { name: "group", by: "user", made: true },
});

export const readGroup = route({
  method: "GET",
  path: "/groups/:id",
  params: z.object({ id }),
  reply: z.object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    dayStart: z.number(),
    quiet: z.boolean(),
    questTarget: z.number(),
    archived: z.boolean(),
    /** The group's day. */
    today: z.string(),
    /** One's own place: the id of the membership. */
    me: z.string(),
    owner: z.boolean(),
    sharesReview: z.boolean(),
    /** Everybody who is or was in it: what they wrote names them. */
    people: z.array(person),
    /** Of those in it who share, by membership: whether they did something today, in their own days. */
    studied: z.array(z.object({ member: z.string(), today: z.boolean() })),
    /** The session of today, where there is one; else what the rotation proposes for it. */
    session: z.object({ id: z.string(), closed: z.boolean(), ...roles }).nullable(),
    proposal: z.object(roles),
    /** Oldest first. */
    items: z.array(openItem),
    /** Null in quiet mode. */
    streak: z.object({ length: z.number(), today: z.boolean(), needed: z.number(), sharing: z.number() }).nullable(),
    /** Challenges that brought those who share XP this week, since they joined. Null in quiet mode. */
    quest: z.object({ count: z.number(), target: z.number(), monday: z.string(), sunday: z.string() }).nullable(),
    /** Those that can still be used, for owners; null for others. */
    invites: z
      .array(z.object({ id: z.string(), code: z.string(), expiresAt: z.string(), uses: z.number(), maxUses: z.number() }))
      .nullable(),
  }),
  access: "user",
});
export type GroupHome = ReplyOf<typeof readGroup>;

/** Owners rename a group, move its days, silence it, archive it and take it out of the archive. */
export const changeGroup = route({
  method: "PATCH",
  path: "/groups/:id",
  params: z.object({ id }),
  body: z.strictObject({
    name: groupName.optional(),
    timeZone: timeZone.optional(),
    dayStart: dayStart.optional(),
    quiet: z.boolean().optional(),
    questTarget: z.number().int().min(1).max(1000).optional(),
    archived: z.boolean().optional(),
  }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});
export type GroupSettings = BodyOf<typeof changeGroup>;

/** One's own sharing; for owners, who is one, and whether somebody who was removed may come back. */
export const changeMember = route({
  method: "PATCH",
  path: "/groups/:id/members/:member",
  params: z.object({ id, member: id }),
  body: z.strictObject({
    sharesReview: z.boolean().optional(),
    role: z.enum(["owner", "member"]).optional(),
    removed: z.literal(false).optional(),
  }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Leaves a group, or removes somebody else from it. What they wrote stays. The group goes with the last who leaves. */
export const endMembership = route({
  method: "DELETE",
  path: "/groups/:id/members/:member",
  params: z.object({ id, member: id }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});
