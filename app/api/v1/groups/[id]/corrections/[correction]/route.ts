import { dropCorrection } from "@/lib/server/groups/corrections";
import { endpoint } from "@/lib/server/http/endpoint";
import * as peerSessions from "@/lib/wire/peerSessions";

export const DELETE = endpoint(peerSessions.dropCorrection, async ({ user, params, now }) => ({
  json: await dropCorrection(user.id, params, now),
}));
