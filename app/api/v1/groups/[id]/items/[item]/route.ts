import { changeItem } from "@/lib/server/groups/items";
import { endpoint } from "@/lib/server/http/endpoint";
import * as peerSessions from "@/lib/wire/peerSessions";

export const PATCH = endpoint(peerSessions.changeItem, async ({ user, params, body, now }) => ({
  json: await changeItem(user.id, params, body, now),
}));
