import { changeComment, deleteComment } from "@/lib/server/discussion/comments";
import { endpoint } from "@/lib/server/http/endpoint";
import * as discussion from "@/lib/wire/discussion";

export const PATCH = endpoint(discussion.changeComment, async ({ user, params, body, now }) => ({
  json: await changeComment(user.id, params, body, now),
}));

export const DELETE = endpoint(discussion.deleteComment, async ({ user, params, now }) => ({
  json: await deleteComment(user.id, params, now),
}));
