import { listSessions } from "@/lib/server/auth/devices";
import { endpoint } from "@/lib/server/http/endpoint";
import * as account from "@/lib/wire/account";

export const GET = endpoint(account.listSessions, async ({ user, sessionId, now }) => ({
  json: await listSessions(user.id, sessionId, now),
}));
