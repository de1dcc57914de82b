import { createCohort, listCohorts } from "@/lib/server/cohorts/create";
import { endpoint } from "@/lib/server/http/endpoint";
import * as cohorts from "@/lib/wire/cohorts";

export const GET = endpoint(cohorts.listCohorts, async ({ user }) => ({ json: await listCohorts(user) }));

export const POST = endpoint(cohorts.createCohort, async ({ user, body, key, now }) => ({
  status: 201,
  json: await createCohort(user.id, key, body, now),
}));
