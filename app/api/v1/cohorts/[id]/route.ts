import { readCohort } from "@/lib/server/cohorts/home";
import { changeCohort } from "@/lib/server/cohorts/settings";
import { endpoint } from "@/lib/server/http/endpoint";
import * as cohorts from "@/lib/wire/cohorts";

export const GET = endpoint(cohorts.readCohort, async ({ user, params, now }) => ({ json: await readCohort(user.id, params.id, now) }));

export const PATCH = endpoint(cohorts.changeCohort, async ({ user, params, body, now }) => ({
  json: await changeCohort(user.id, params.id, body, now),
}));
