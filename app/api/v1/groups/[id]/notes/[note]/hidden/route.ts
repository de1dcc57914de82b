import { hideNote } from "@/lib/server/discussion/complaints";
import { endpoint } from "@/lib/server/http/endpoint";
import * as discussion from "@/lib/wire/discussion";

export const PUT = endpoint(discussion.hideNote, async ({ user, params, body, now }) => ({
  json: await hideNote(user.id, params, body.hidden, now),
}));
