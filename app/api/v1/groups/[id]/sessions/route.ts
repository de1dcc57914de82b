import { monthOfSessions, startSession } from "@/lib/server/groups/sessions";
import { endpoint } from "@/lib/server/http/endpoint";
import * as peerSessions from "@/lib/wire/peerSessions";

export const GET = endpoint(peerSessions.listPeerSessions, async ({ user, params, query, now }) => ({
  json: await monthOfSessions(user.id, params.id, query.month, now),
}));

export const POST = endpoint(peerSessions.startSession, async ({ user, params, body, now }) => ({
  json: await startSession(user.id, params.id, body.date, now),
}));
