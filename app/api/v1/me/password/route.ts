import { changePassword } from "@/lib/server/account/password";
import { deviceCookie, sessionCookie } from "@/lib/server/auth";
import { guessablePassword } from "@/lib/server/auth/strength";
import { endpoint } from "@/lib/server/http/endpoint";
import { meOf } from "@/lib/server/learn/me";
import * as account from "@/lib/wire/account";

export const PUT = endpoint(
  account.changePassword,
  async ({ user, body, ...caller }) => {
    const sessionId = await changePassword(user.id, body, caller);
    return {
      json: await meOf(user.id, caller.now),
      cookies: [await sessionCookie(sessionId), deviceCookie(caller.device, user.id, caller.now)],
    };
  },
  { inspect: (body, user) => guessablePassword(body, [user?.email, user?.name]) },
);
