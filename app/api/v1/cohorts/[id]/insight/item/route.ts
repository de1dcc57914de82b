import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { readItemFigures } from "@/lib/server/insight/items";
import * as insight from "@/lib/wire/insight";

export const GET = endpoint(insight.readItemFigures, async ({ user, params, query, now }) => ({
  json: await readItemFigures(user.id, params.id, query.item, services.catalog, now),
}));
