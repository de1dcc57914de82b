import { changeMember, endMembership } from "@/lib/server/groups/members";
import { endpoint } from "@/lib/server/http/endpoint";
import * as groups from "@/lib/wire/groups";

export const PATCH = endpoint(groups.changeMember, async ({ user, params, body, now }) => ({
  json: await changeMember(user.id, params, body, now),
}));

export const DELETE = endpoint(groups.endMembership, async ({ user, params, now }) => ({
  json: await endMembership(user.id, params, now),
}));
