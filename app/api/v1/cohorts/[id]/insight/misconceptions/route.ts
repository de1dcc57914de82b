import { services } from "@/app/api/services";
import { endpoint } from "@/lib/server/http/endpoint";
import { readMisconceptions } from "@/lib/server/insight/misconceptions";
import * as insight from "@/lib/wire/insight";

export const GET = endpoint(insight.readMisconceptions, async ({ user, params, now }) => ({
  json: await readMisconceptions(user.id, params.id, services.catalog, now),
}));
