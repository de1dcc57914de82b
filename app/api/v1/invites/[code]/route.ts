import { joinGroup, readInvite } from "@/lib/server/groups/invites";
import { endpoint } from "@/lib/server/http/endpoint";
import * as invitations from "@/lib/wire/invitations";

export const GET = endpoint(invitations.readInvite, async ({ user, params, address, now }) => ({
  json: await readInvite(user?.id ?? null, params.code, { address, now }),
}));

export const POST = endpoint(invitations.joinGroup, async ({ user, params, body, address, now }) => ({
  json: await joinGroup(user.id, params.code, body, { address, now }),
}));
