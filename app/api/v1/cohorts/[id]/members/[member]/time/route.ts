import { setTimePercent } from "@/lib/server/assignments/extensions";
import { endpoint } from "@/lib/server/http/endpoint";
import * as assignments from "@/lib/wire/assignments";

export const PUT = endpoint(assignments.setTimePercent, async ({ user, params, body, now }) => ({
  json: await setTimePercent(user.id, params, body.percent, now),
}));
