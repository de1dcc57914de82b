import { services } from "@/app/api/services";
import { handIn } from "@/lib/server/assignments/close";
import { endpoint } from "@/lib/server/http/endpoint";
import * as work from "@/lib/wire/work";

export const POST = endpoint(work.handIn, async ({ user, params, now }) => ({
  json: await handIn(services, user.id, params.assignment, now),
}));
