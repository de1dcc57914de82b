import { setSign } from "@/lib/server/discussion/comments";
import { endpoint } from "@/lib/server/http/endpoint";
import * as discussion from "@/lib/wire/discussion";

export const PUT = endpoint(discussion.setSign, async ({ user, params, body, now }) => ({
  json: await setSign(user.id, params, body.on, now),
}));
