import { services } from "@/app/api/services";
import { closeWorks } from "@/lib/server/assignments/seen";
import { endpoint } from "@/lib/server/http/endpoint";
import * as assignments from "@/lib/wire/assignments";

export const POST = endpoint(assignments.closeWorks, async ({ user, params, body, now }) => ({
  json: await closeWorks(services, user.id, params, body.member, now),
}));
