import { endpoint } from "@/lib/server/http/endpoint";
import { changeMe, meOf } from "@/lib/server/learn/me";
import { meBody } from "@/lib/wire/api";

export const GET = endpoint({ access: "anyone" }, async ({ user, now }) => ({ json: await meOf(user?.id ?? null, now) }));

export const PATCH = endpoint({ access: "user", body: meBody, limit: { name: "write", by: "user" } }, async ({ user, body, now }) => ({
  json: await changeMe(user.id, body, now),
}));
