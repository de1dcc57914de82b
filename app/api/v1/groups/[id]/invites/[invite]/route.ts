import { revokeInvite } from "@/lib/server/groups/invites";
import { endpoint } from "@/lib/server/http/endpoint";
import * as invitations from "@/lib/wire/invitations";

export const DELETE = endpoint(invitations.revokeInvite, async ({ user, params, now }) => ({
  json: await revokeInvite(user.id, params, now),
}));
