import { listSessions } from "@/lib/server/auth/devices";
import { endpoint } from "@/lib/server/http/endpoint";

export const GET = endpoint({ access: "user" }, async ({ user, sessionId, now }) => ({
  json: await listSessions(user.id, sessionId, now),
}));
