import { endSession } from "@/lib/server/auth/devices";
import { endpoint } from "@/lib/server/http/endpoint";
import * as account from "@/lib/wire/account";

export const DELETE = endpoint(account.endSession, async ({ user, params, now }) => ({
  json: await endSession(user.id, params.id, now),
}));
