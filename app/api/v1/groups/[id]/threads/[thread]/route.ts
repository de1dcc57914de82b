import { changeThread, readThread } from "@/lib/server/discussion/threads";
import { endpoint } from "@/lib/server/http/endpoint";
import * as discussion from "@/lib/wire/discussion";

export const GET = endpoint(discussion.readThread, async ({ user, params, now }) => ({ json: await readThread(user.id, params, now) }));

export const PATCH = endpoint(discussion.changeThread, async ({ user, params, body, now }) => ({
  json: await changeThread(user.id, params, body, now),
}));
