import { answerItem } from "@/lib/server/assignments/answer";
import { readOwnItem } from "@/lib/server/assignments/work";
import { endpoint } from "@/lib/server/http/endpoint";
import { readOwnItem as read } from "@/lib/wire/work";
import { answerItem as answer } from "@/lib/wire/workAnswer";

export const GET = endpoint(read, async ({ user, params, now }) => ({ json: await readOwnItem(user.id, params, now) }));

export const POST = endpoint(answer, async ({ user, params, key, body, answeredAt, now }) => ({
  json: await answerItem(user.id, params, key, body, { answeredAt, now }),
}));
