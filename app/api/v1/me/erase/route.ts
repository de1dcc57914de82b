import { eraseAccount } from "@/lib/server/account/erase";
import { deviceCookieWithout } from "@/lib/server/auth/device";
import { endedCookie } from "@/lib/server/auth/session";
import { endpoint } from "@/lib/server/http/endpoint";
import * as account from "@/lib/wire/account";

export const POST = endpoint(account.eraseMe, async ({ user, body, ...caller }) => ({
  json: await eraseAccount(user.id, body, caller),
  cookies: [endedCookie(), deviceCookieWithout(caller.device, user.id, caller.now)],
}));
