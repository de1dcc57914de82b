import { joinByCode, readCode } from "@/lib/server/cohorts/invites";
import { endpoint } from "@/lib/server/http/endpoint";
import * as classes from "@/lib/wire/classes";

export const GET = endpoint(classes.readClassInvite, async ({ user, params, address, now }) => ({
  json: await readCode(user?.id ?? null, params.code, { address, now }),
}));

export const POST = endpoint(classes.joinClass, async ({ user, params, body, address, now }) => ({
  json: await joinByCode(user.id, params.code, body, { address, now }),
}));
