import { deviceCookie, sessionCookie, signUp } from "@/lib/server/auth";
import { guessablePassword } from "@/lib/server/auth/strength";
import { endpoint } from "@/lib/server/http/endpoint";
import { meOf } from "@/lib/server/learn/me";
import * as account from "@/lib/wire/account";

export const POST = endpoint(
  account.signUp,
  async ({ body, ...caller }) => {
    const { userId, sessionId } = await signUp(body, caller);
    return {
      status: 201,
      json: await meOf(userId, caller.now),
      cookies: [await sessionCookie(sessionId), deviceCookie(caller.device, userId, caller.now)],
    };
  },
  { inspect: (body) => guessablePassword(body, []) },
);
