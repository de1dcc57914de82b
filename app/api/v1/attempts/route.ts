import { services } from "@/app/api/services";
import { listAttempts } from "@/lib/server/attempts/read";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { endpoint } from "@/lib/server/http/endpoint";
import * as play from "@/lib/wire/play";

export const GET = endpoint(play.listAttempts, async ({ user, query }) => ({ json: await listAttempts(user.id, query) }));

export const POST = endpoint(play.submitAttempt, async ({ user, body, key, answeredAt, now }) => {
  const { token, answer, hints } = body;
  const attempt = await submitAttempt(services, { userId: user.id, key, token, answer, hints, answeredAt, now });
  return { status: attempt.repeated || attempt.duplicate ? 200 : 201, json: attempt };
});
