import { resetPassword } from "@/lib/server/account/reset";
import { deviceCookie } from "@/lib/server/auth";
import { guessablePassword } from "@/lib/server/auth/strength";
import { endpoint } from "@/lib/server/http/endpoint";
import * as account from "@/lib/wire/account";

export const POST = endpoint(
  account.resetPassword,
  async ({ body, address, device, now }) => {
    const userId = await resetPassword(body, { address, device, now });
    // Whoever was given the link is the owner: strangers who guess must not keep them from signing in next.
    return { json: { reset: true as const }, cookies: [deviceCookie(device, userId, now)] };
  },
  { inspect: (body) => guessablePassword(body, []) },
);
