import { endAllSessions, listSessions } from "@/lib/server/auth/devices";
import { endedCookie } from "@/lib/server/auth/session";
import { endpoint } from "@/lib/server/http/endpoint";
import * as account from "@/lib/wire/account";

export const GET = endpoint(account.listSessions, async ({ user, sessionId, now }) => ({
  json: await listSessions(user.id, sessionId, now),
}));

export const DELETE = endpoint(account.endAllSessions, async ({ user, now }) => ({
  json: await endAllSessions(user.id, now),
  cookies: [endedCookie()],
}));
