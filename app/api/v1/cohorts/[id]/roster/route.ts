import { addRoster } from "@/lib/server/cohorts/roster";
import { endpoint } from "@/lib/server/http/endpoint";
import * as roster from "@/lib/wire/roster";

export const POST = endpoint(roster.addRoster, async ({ user, params, body, key, now }) => ({
  status: 201,
  json: await addRoster(user.id, params.id, key, body.rows, now),
}));
