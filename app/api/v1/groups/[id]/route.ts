import { readGroup } from "@/lib/server/groups/home";
import { changeGroup } from "@/lib/server/groups/settings";
import { endpoint } from "@/lib/server/http/endpoint";
import * as groups from "@/lib/wire/groups";

export const GET = endpoint(groups.readGroup, async ({ user, params, now }) => ({ json: await readGroup(user.id, params.id, now) }));

export const PATCH = endpoint(groups.changeGroup, async ({ user, params, body, now }) => ({
  json: await changeGroup(user.id, params.id, body, now),
}));
