/** Invitations into a group. A code that is wrong, expired, revoked or used up is answered alike: nobody learns whether a group exists. */
import * as z from "@/lib/challenges/schema";
import { MOST_TYPED } from "@/lib/groups/code";
import { route, type ReplyOf } from "./route";
import { id } from "./scalars";

/** However it is typed; the server reads it (lib/groups/code.ts). */
const code = z.string().min(1).max(MOST_TYPED);

export const makeInvite = route({
  method: "POST",
  path: "/groups/:id/invites",
  params: z.object({ id }),
  body: z.strictObject({ days: z.union([z.literal(1), z.literal(7), z.literal(30)]), maxUses: z.number().int().min(1).max(50) }),
  reply: z.object({ id: z.string(), code: z.string(), expiresAt: z.string() }),
  access: "user",
  limit: { name: "group", by: "user", made: true },
});

export const revokeInvite = route({
  method: "DELETE",
  path: "/groups/:id/invites/:invite",
  params: z.object({ id, invite: id }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "write", by: "user" },
});

/** Which group a code leads to, before one joins; whoever has the code may ask, signed in or not. */
export const readInvite = route({
  method: "GET",
  path: "/invites/:code",
  params: z.object({ code }),
  reply: z.object({
    group: z.object({ name: z.string() }),
    /** The group's id, where one is in it already. */
    joined: z.string().nullable(),
  }),
  access: "anyone",
});
export type Invitation = ReplyOf<typeof readInvite>;

/** Joins. Who is in the group already stays so, and uses nothing up. Asks for an account. */
export const joinGroup = route({
  method: "POST",
  path: "/invites/:code",
  params: z.object({ code }),
  body: z.strictObject({ sharesReview: z.boolean() }),
  reply: z.object({ id: z.string() }),
  access: "user",
  limit: { name: "join", by: "user" },
});
