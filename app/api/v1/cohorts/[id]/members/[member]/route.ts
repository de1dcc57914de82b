import { endPlace, letBack } from "@/lib/server/cohorts/members";
import { endpoint } from "@/lib/server/http/endpoint";
import * as cohorts from "@/lib/wire/cohorts";

export const PATCH = endpoint(cohorts.changeCohortMember, async ({ user, params }) => ({ json: await letBack(user.id, params) }));

export const DELETE = endpoint(cohorts.endCohortPlace, async ({ user, params, now }) => ({ json: await endPlace(user.id, params, now) }));
