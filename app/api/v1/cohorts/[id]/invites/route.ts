import { makeCode } from "@/lib/server/cohorts/invites";
import { endpoint } from "@/lib/server/http/endpoint";
import * as cohorts from "@/lib/wire/cohorts";

export const POST = endpoint(cohorts.makeCohortInvite, async ({ user, params, body, now }) => ({
  status: 201,
  json: await makeCode(user.id, params.id, body, now),
}));
