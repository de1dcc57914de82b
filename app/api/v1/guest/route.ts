import { createGuest, sessionCookie } from "@/lib/server/auth";
import { endpoint } from "@/lib/server/http/endpoint";
import { meOf } from "@/lib/server/learn/me";
import { guestBody } from "@/lib/wire/api";

/** Starts playing without an account. Whoever has a session keeps it. */
export const POST = endpoint({ access: "anyone", body: guestBody }, async ({ user, body, address, userAgent, now }) => {
  if (user) return { json: await meOf(user.id, now) };
  const guest = await createGuest(body, { address, userAgent, now });
  return { status: 201, json: await meOf(guest.userId, now), headers: { "Set-Cookie": await sessionCookie(guest.sessionId) } };
});
