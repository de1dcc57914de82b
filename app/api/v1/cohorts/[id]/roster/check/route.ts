import { checkRoster } from "@/lib/server/cohorts/roster";
import { endpoint } from "@/lib/server/http/endpoint";
import * as roster from "@/lib/wire/roster";

export const POST = endpoint(roster.checkRoster, async ({ user, params, body }) => ({
  json: await checkRoster(user.id, params.id, body.text),
}));
