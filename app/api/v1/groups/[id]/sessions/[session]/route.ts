import { readSession } from "@/lib/server/groups/session";
import { changeSession } from "@/lib/server/groups/sessions";
import { endpoint } from "@/lib/server/http/endpoint";
import * as peerSessions from "@/lib/wire/peerSessions";

export const GET = endpoint(peerSessions.readPeerSession, async ({ user, params, now }) => ({
  json: await readSession(user.id, params, now),
}));

export const PATCH = endpoint(peerSessions.changeSession, async ({ user, params, body, now }) => ({
  json: await changeSession(user.id, params, body, now),
}));
