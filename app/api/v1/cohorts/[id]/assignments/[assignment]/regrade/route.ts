import { services } from "@/app/api/services";
import { regradeItem } from "@/lib/server/assignments/regrade";
import { endpoint } from "@/lib/server/http/endpoint";
import * as assignments from "@/lib/wire/assignments";

export const POST = endpoint(assignments.regradeItem, async ({ user, params, body }) => ({
  json: await regradeItem(services, user.id, params, body),
}));
