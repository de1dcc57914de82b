import { deviceCookie, sessionCookie } from "@/lib/server/auth";
import { changePin } from "@/lib/server/cohorts/pins";
import { endpoint } from "@/lib/server/http/endpoint";
import { meOf } from "@/lib/server/learn/me";
import * as classes from "@/lib/wire/classes";

export const PUT = endpoint(classes.changePin, async ({ user, body, ...caller }) => {
  const sessionId = await changePin(user.id, body, caller);
  return {
    json: await meOf(user.id, caller.now),
    cookies: [await sessionCookie(sessionId), deviceCookie(caller.device, user.id, caller.now)],
  };
});
