import { sessionCookie, signUp } from "@/lib/server/auth";
import { endpoint } from "@/lib/server/http/endpoint";
import { meOf } from "@/lib/server/learn/me";
import { signUpBody } from "@/lib/wire/api";

export const POST = endpoint({ access: "anyone", body: signUpBody }, async ({ body, ...caller }) => {
  const account = await signUp(body, caller);
  return { status: 201, json: await meOf(account.userId, caller.now), headers: { "Set-Cookie": await sessionCookie(account.sessionId) } };
});
