import { addItem } from "@/lib/server/groups/items";
import { endpoint } from "@/lib/server/http/endpoint";
import * as peerSessions from "@/lib/wire/peerSessions";

export const POST = endpoint(peerSessions.addItem, async ({ user, params, body, key, now }) => ({
  status: 201,
  json: await addItem(user.id, params.id, key, body, now),
}));
