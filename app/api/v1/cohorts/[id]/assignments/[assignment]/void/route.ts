import { voidItem } from "@/lib/server/assignments/void";
import { endpoint } from "@/lib/server/http/endpoint";
import * as assignments from "@/lib/wire/assignments";

export const POST = endpoint(assignments.voidItem, async ({ user, params, body, now }) => ({
  json: await voidItem(user.id, params, body, now),
}));
