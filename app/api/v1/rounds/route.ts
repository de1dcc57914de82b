import { services } from "@/app/api/services";
import { openRound } from "@/lib/server/attempts/open";
import { sessionCookie } from "@/lib/server/auth";
import { endpoint } from "@/lib/server/http/endpoint";
import { openRound as route } from "@/lib/wire/rounds";

export const POST = endpoint(route, async ({ body, ...caller }) => {
  const { round, sessionId } = await openRound(services, caller, body);
  return { status: 201, json: round, cookies: sessionId === null ? [] : [await sessionCookie(sessionId)] };
});
