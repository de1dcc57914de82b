import { services } from "@/app/api/services";
import { readWork } from "@/lib/server/assignments/work";
import { endpoint } from "@/lib/server/http/endpoint";
import * as work from "@/lib/wire/work";

export const GET = endpoint(work.readWork, async ({ user, params, now }) => ({
  json: await readWork(services, user.id, params.assignment, now),
}));
