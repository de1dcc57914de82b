import { addCorrection } from "@/lib/server/groups/corrections";
import { endpoint } from "@/lib/server/http/endpoint";
import * as peerSessions from "@/lib/wire/peerSessions";

export const POST = endpoint(peerSessions.addCorrection, async ({ user, params, body, key, now }) => ({
  status: 201,
  json: await addCorrection(user.id, params.id, key, body, now),
}));
