import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { listItems } from "@/lib/server/insight/items";
import * as insight from "@/lib/wire/insight";

export const GET = endpoint(insight.listItems, async ({ user, params, query, now }) => ({
  json: await listItems(user.id, params.id, query.assignment, services.catalog, now),
}));
