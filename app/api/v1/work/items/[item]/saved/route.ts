import { saveItem } from "@/lib/server/assignments/answer";
import { endpoint } from "@/lib/server/http/endpoint";
import * as work from "@/lib/wire/work";

export const PUT = endpoint(work.saveItem, async ({ user, params, body, now }) => ({
  json: await saveItem(user.id, params, body.answer, now),
}));
