import { answerItem } from "@/lib/server/assignments/answer";
import { readOwnItem } from "@/lib/server/assignments/work";
import { endpoint } from "@/lib/server/http/endpoint";
import * as work from "@/lib/wire/work";

export const GET = endpoint(work.readOwnItem, async ({ user, params, now }) => ({ json: await readOwnItem(user.id, params, now) }));

export const POST = endpoint(work.answerItem, async ({ user, params, key, body, answeredAt, now }) => ({
  json: await answerItem(user.id, params, key, body, { answeredAt, now }),
}));
