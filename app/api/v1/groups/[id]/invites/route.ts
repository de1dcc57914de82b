import { makeInvite } from "@/lib/server/groups/invites";
import { endpoint } from "@/lib/server/http/endpoint";
import * as invitations from "@/lib/wire/invitations";

export const POST = endpoint(invitations.makeInvite, async ({ user, params, body, now }) => ({
  status: 201,
  json: await makeInvite(user.id, params.id, body, now),
}));
