import { revokeCode } from "@/lib/server/cohorts/invites";
import { endpoint } from "@/lib/server/http/endpoint";
import * as cohorts from "@/lib/wire/cohorts";

export const DELETE = endpoint(cohorts.revokeCohortInvite, async ({ user, params, now }) => ({
  json: await revokeCode(user.id, params, now),
}));
