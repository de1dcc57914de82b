import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { listTries } from "@/lib/server/insight/items";
import * as insight from "@/lib/wire/insight";

export const GET = endpoint(insight.listTries, async ({ user, params, query }) => ({
  json: await listTries(user.id, params.id, query, services.catalog),
}));
