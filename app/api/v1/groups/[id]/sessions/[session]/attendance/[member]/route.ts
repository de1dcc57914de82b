import { markAttendance } from "@/lib/server/groups/attendance";
import { endpoint } from "@/lib/server/http/endpoint";
import * as peerSessions from "@/lib/wire/peerSessions";

export const PUT = endpoint(peerSessions.markAttendance, async ({ user, params, body, now }) => ({
  json: await markAttendance(user.id, params, body, now),
}));
