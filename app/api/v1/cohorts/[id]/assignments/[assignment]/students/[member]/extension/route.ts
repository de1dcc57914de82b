import { setExtension } from "@/lib/server/assignments/extensions";
import { endpoint } from "@/lib/server/http/endpoint";
import * as assignments from "@/lib/wire/assignments";

export const PUT = endpoint(assignments.setExtension, async ({ user, params, body, now }) => ({
  json: await setExtension(user.id, params, body, now),
}));
