import { createGuest, sessionCookie } from "@/lib/server/auth";
import { endpoint } from "@/lib/server/http/endpoint";
import { meOf } from "@/lib/server/learn/me";
import * as account from "@/lib/wire/account";

export const POST = endpoint(account.beginGuest, async ({ user, body, address, userAgent, now }) => {
  if (user) return { json: await meOf(user.id, now) };
  const guest = await createGuest(body, { address, userAgent, now });
  return { status: 201, json: await meOf(guest.userId, now), cookies: [await sessionCookie(guest.sessionId)] };
});
