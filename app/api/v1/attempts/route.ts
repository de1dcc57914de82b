import { services } from "@/app/api/services";
import { listAttempts } from "@/lib/server/attempts/read";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { endpoint } from "@/lib/server/http/endpoint";
import { attemptBody } from "@/lib/wire/api";

export const GET = endpoint({ access: "user" }, async ({ user, query }) => ({ json: await listAttempts(user.id, query) }));

export const POST = endpoint(
  { access: "user", body: attemptBody, keyed: true, limit: { name: "submit", by: "user" } },
  async ({ user, body, key, now }) => {
    const attempt = await submitAttempt(services, { userId: user.id, key, token: body.token, answer: body.answer, now });
    return { status: attempt.repeated ? 200 : 201, json: attempt };
  },
);
