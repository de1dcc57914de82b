import { createGroup, listGroups } from "@/lib/server/groups/create";
import { endpoint } from "@/lib/server/http/endpoint";
import * as groups from "@/lib/wire/groups";

export const GET = endpoint(groups.listGroups, async ({ user, now }) => ({ json: await listGroups(user.id, now) }));

export const POST = endpoint(groups.createGroup, async ({ user, body, key, now }) => ({
  status: 201,
  json: await createGroup(user.id, key, body, now),
}));
