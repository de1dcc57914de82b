import { addReply } from "@/lib/server/discussion/comments";
import { endpoint } from "@/lib/server/http/endpoint";
import * as discussion from "@/lib/wire/discussion";

export const POST = endpoint(discussion.reply, async ({ user, params, body, key, now }) => ({
  status: 201,
  json: await addReply(user.id, params, key, body, now),
}));
